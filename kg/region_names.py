"""Tell a region from the town that it has its name from by the noun before it: *Kanton Bern*."""

from typing import TYPE_CHECKING

from kg.lexicon import grammar
from kg.words import Span

if TYPE_CHECKING:
    from kg.gazetteer import Known


def with_region(span: Span, known: "Known | None") -> tuple[Span, "Known | None"]:
    """A name with the noun for a region before it, and no town of the gazetteer any more.

    Args:
        span: The name of a place.
        known: The gazetteer's entry for it; what it knows as a region keeps its name.
    """
    place = known.kind == "city" if known else span.label_ == "LOC"
    if not place or span.start == 0:
        return span, known
    noun = span.doc[span.start - 1]
    if noun.text.rpartition("-")[2].lower() not in grammar()["regions_with_cities"]:
        return span, known
    return Span(span.doc, span.start - 1, span.end, "LOC"), None
