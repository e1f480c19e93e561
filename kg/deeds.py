"""Find who stands behind a thing that is no entity: *die Pläne zum Stellenabbau der Bank*."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.drafts import End, mention_text
from kg.lexicon import grammar
from kg.reading import Reading
from kg.structure import owners
from kg.syntax import children, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

DEEPEST = 2  # genitives between a deed and its owner; further down they own something else


def deed_owners(reading: Reading, tokens: Iterable["Token"]) -> list[End]:
    """Whose deed or trait each noun is (*verurteilte das Vorgehen Aserbaidschans*)."""
    return [end for token in tokens if token.pos_ == "NOUN" for end in owner_ends(reading, token)]


def owner_ends(reading: Reading, noun: "Token", depth: int = 0) -> list[End]:
    """The owners of a noun, else those of the things below it (*die Art der Politik der EU*)."""
    found = [End(c, mention_text(c, word), word.i) for c, word in owners(reading, noun)]
    if found or depth == DEEPEST:
        return found
    below = [t for t in children(noun, "nmod") if belongs(t)]
    return [end for t in below for end in owner_ends(reading, t, depth + 1)]


def belongs(phrase: "Token") -> bool:
    """Whether a noun phrase below a noun says what the noun is of or about."""
    return phrase.pos_ == "NOUN" and preposition(phrase) in grammar()["deed_prepositions"]
