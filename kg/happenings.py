"""Give what a noun says of an event the stance of its clause: *sie planen einen Streik*."""

from dataclasses import replace

from kg.attribution import stance
from kg.drafts import Draft
from kg.lexicon import load_lexicon
from kg.reading import Reading
from kg.source_entities import cluster_at
from kg.speakers import running_reports


def as_clause_says(reading: Reading, draft: Draft, event: int) -> Draft:
    """A fact that an event noun gives, denied, planned or reported as the noun is.

    Args:
        reading: The entities of the article.
        draft: The fact.
        event: Index of the event noun.
    """
    lexicon = load_lexicon()
    view = stance(reading.doc[event], lexicon, running_reports(reading.doc, lexicon))
    source = None if view.source is None else cluster_at(reading, view.source)
    return replace(draft, polarity=view.polarity, modality=view.modality, source=source)
