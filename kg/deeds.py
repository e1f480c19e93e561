"""Find who stands behind a thing that is no entity: *die Pläne zum Stellenabbau der Bank*."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.drafts import End, end_for
from kg.lexicon import grammar, tails
from kg.reading import Reading
from kg.structure import owners
from kg.syntax import preposition

if TYPE_CHECKING:
    from kg.words import Token

DEEPEST = 2  # genitives between a deed and its owner; further down they own something else


def deed_owners(reading: Reading, tokens: Iterable["Token"], relation: str) -> list[End]:
    """Whose deed or trait each noun is (*verurteilte das Vorgehen Aserbaidschans*).

    Blame goes through things to whoever has them, praise of a thing stops at its owner.
    """
    depth = DEEPEST if relation in grammar()["blaming_relations"] else 0
    nouns = [t for t in tokens if t.pos_ == "NOUN"]
    return [
        end
        for noun in nouns
        for end in (owner_ends(reading, noun, depth) or partner_ends(reading, noun, relation))
    ]


def partner_ends(reading: Reading, noun: "Token", relation: str) -> list[End]:
    """Who else has a part in a deed (*die Angriffe durch X*, *lehnte Gespräche mit X ab*)."""
    wanted = grammar()["deed_partners"].get(relation, ())
    phrases = [t for t in noun.below["nmod"] if preposition(t) in wanted]
    found = [(reading.by_token[t.i], t) for t in phrases if t.i in reading.by_token]
    return [end_for(c, t) for c, t in found if c.type in grammar()["no_things"]]


def owner_ends(reading: Reading, noun: "Token", depth: int) -> list[End]:
    """The owners of a noun, else those of the things below it (*die Art der Politik der EU*)."""
    found = [end_for(c, word) for c, word in owners(reading, noun)]
    if found or depth == 0:
        return found
    below = [t for t in noun.below["nmod"] if belongs(t)]
    return [end for t in below for end in owner_ends(reading, t, depth - 1)]


def authors(reading: Reading, ends: list[End]) -> list[End]:
    """Who speaks where a text does (*ein Bericht von Amnesty wirft … vor*)."""
    return [end for e in ends for end in (authors_of(reading, e) or [e])]


def authors_of(reading: Reading, end: End) -> list[End]:
    """The owners of an unnamed text."""
    token = reading.doc[end.token]
    text = any(part in grammar()["texts"] for part in tails(token.lemma_))
    named = end.cluster is not None and end.cluster.named
    return owner_ends(reading, token, 0) if text and not named else []


def belongs(phrase: "Token") -> bool:
    """Whether a noun phrase below a noun says what the noun is of or about."""
    return phrase.pos_ == "NOUN" and preposition(phrase) in grammar()["deed_prepositions"]
