"""Part two names that a pipeline takes for one: *die Bürgermeisterin von Rom Ada Müller*."""

from typing import TYPE_CHECKING

from kg.first_names import gender_of_name
from kg.makers import end_of_product, is_made_by_first, with_model
from kg.words import Span

if TYPE_CHECKING:
    from kg.gazetteer import Gazetteer


def parted(span: Span, gazetteer: "Gazetteer") -> list[Span]:
    """A known place and the person named right behind it, a product alone, or the name as it is.

    Args:
        span: A name as the pipeline found it.
        gazetteer: The places that are known, and the names that are known as a whole.
    """
    span = with_model(span)
    if len(span) < 2:
        return [span]
    if is_made_by_first(span):
        return [Span(span.doc, span.start, span.start + end_of_product(span), span.label_)]
    if span.text in gazetteer.names:
        return [span]
    for cut in range(len(span) - 2, 0, -1):
        place, person = gazetteer.names.get(span[:cut].text), span[cut:]
        if place and place.type == "Place" and gender_of_name(person.text):
            doc, middle = span.doc, span.start + cut
            return [Span(doc, span.start, middle, "LOC"), Span(doc, middle, span.end, "PER")]
    return [span]
