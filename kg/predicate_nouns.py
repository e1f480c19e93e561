"""Read what a clause says that somebody is to others: *X soll Mitglied der Y sein*.

The noun of such a clause stands for its subject, but under the clause's stance, so that nothing
reported, denied or possible becomes a plain fact of who somebody is.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.attribution import stance
from kg.drafts import Draft, End, ends_at, mention_text
from kg.leadership import owned_relations
from kg.lexicon import Frame, Lexicon, noun_frames
from kg.links import RELATED
from kg.propositions import proposition, spread
from kg.reading import Reading, mention_at
from kg.relations import framed_draft
from kg.speakers import Sources, running_reports
from kg.structure import owners
from kg.syntax import SUBJECTS, children

if TYPE_CHECKING:
    from kg.words import Token


def predicate_drafts(reading: Reading, lexicon: Lexicon) -> Iterator[Draft]:
    """What the subjects of linking verbs are to those whose noun the predicate is."""
    sources = running_reports(reading.doc, lexicon)
    for token in reading.doc.tokens:
        if token.pos_ == "NOUN" and token.below["cop"]:
            yield from predicate_facts(reading, token, lexicon, sources)


def predicate_facts(
    reading: Reading, noun: "Token", lexicon: Lexicon, sources: Sources
) -> Iterator[Draft]:
    """The relations of each subject to each owner of a predicate noun."""
    arguments = spread("noun", children(noun, *SUBJECTS))
    for subject in (e for a in arguments for e in ends_at(reading, a) if is_sure(reading, e)):
        for relation, owner in owned(reading, noun, subject, lexicon):
            view = stance(noun, lexicon, sources)
            clause = proposition(noun, "noun", noun.text, arguments, view)
            frame = Frame(relation, "noun", (), ())
            found = framed_draft(reading, clause, frame, subject, owner, [noun.i])
            yield replace(found, rule=f"predicate noun: {noun.lemma_}")


def is_sure(reading: Reading, end: End) -> bool:
    """Whether an end is no *es* or *das*, which mostly stand for a whole clause."""
    pronoun = reading.doc[end.token].pos_ == "PRON"
    return not pronoun or bool(end.cluster and end.cluster.type in ("Person", "Group"))


def owned(
    reading: Reading, noun: "Token", subject: End, lexicon: Lexicon
) -> Iterator[tuple[str, End]]:
    """What a noun makes of a subject to its owners, "has to do with" where nothing is known."""
    cluster, mention = subject.cluster, mention_at(reading, noun)
    if cluster is None or reading.by_token.get(noun.i) is cluster:
        return
    for owner, word in owners(reading, noun):
        if owner is cluster:
            continue
        end = End(owner, mention_text(owner, word), word.i)
        relations = owned_relations(reading, cluster, mention, owner) if mention else []
        if not relations and not noun_frames(lexicon, noun.text)[1]:
            relations = [RELATED]
        yield from ((relation, end) for relation in relations)
