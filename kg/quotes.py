"""Find names in quotation marks behind a noun that says what they name: *der Sender „Tondar“*."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.gazetteer import Actor, Gazetteer, by_tail

if TYPE_CHECKING:
    from kg.words import Doc, Span

OPENING = frozenset(("„", "“", '"', "‚", "«", "»", "''"))
CLOSING = frozenset(("“", "”", '"', "‘", "»", "«", "''"))
LONGEST_QUOTED = 6
NAMED = ("Event", "Group", "Organization", "Place", "Product")


def quoted_names(doc: "Doc", gazetteer: Gazetteer, taken: set[int]) -> Iterator[tuple["Span", str]]:
    """Names in quotation marks that the pipeline missed, with the class that their noun tells.

    Args:
        doc: A parsed text.
        gazetteer: Nouns with the classes of what they denote.
        taken: Indices of tokens that belong to other names.
    """
    opened = [token.i for token in doc if token.text in OPENING]
    for noun in (doc[i - 1] for i in opened if 0 < i < len(doc) - 1):
        actor = by_tail(gazetteer.actors, noun.text.rpartition("-")[2])
        if noun.tag_ == "NN" and actor:
            end = closing(doc, noun.i + 2)
            if end and not taken.intersection(range(noun.i + 2, end)) and is_named(actor[1]):
                yield doc[noun.i + 2 : end], actor[1].type


def is_named(actor: Actor) -> bool:
    """Whether a noun denotes what has a name of its own."""
    return actor.type in NAMED


def closing(doc: "Doc", start: int) -> int:
    """Index of the closing quotation mark of a name that starts at a token, 0 if it is no name."""
    for end in range(start, min(start + LONGEST_QUOTED + 1, len(doc))):
        if doc[end].text in CLOSING:
            return end if end > start and doc[start].text[:1].isupper() else 0
        if doc[end].tag_.endswith("FIN") or doc[end].is_sent_start:
            return 0
    return 0
