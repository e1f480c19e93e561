"""Find the nouns of support-verb expressions: *übte Kritik an*, *verübte einen Angriff auf*."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.lexicon import Expression, tails
from kg.syntax import children, preposition

if TYPE_CHECKING:
    from kg.words import Token


def phrases_of(verb: "Token") -> Iterator[tuple["Token", str]]:
    """Phrases below a verb, then those with a preposition hung on them, each with its own."""
    own = children(verb, "obj", "obl", "nsubj:pass", "xcomp", "nmod", "nsubj", "advmod")
    yield from ((t, preposition(t)) for t in own)
    hung = ((p, preposition(p)) for t in own for p in t.below["nmod"])
    yield from ((p, word) for p, word in hung if word)


def expression_noun(
    phrases: Iterable[tuple["Token", str]], expression: Expression
) -> "Token | None":
    """The noun of a support-verb expression among the phrases of its verb."""
    for noun, word in phrases:
        if word == expression.preposition and is_noun_of(noun, expression):
            return noun
    return None


def is_noun_of(token: "Token", expression: Expression) -> bool:
    """Whether a token is the noun of an expression, or a compound of it (*Raketenangriff*)."""
    if expression.noun in (token.lower_, token.lemma_.lower()):
        return True
    return token.pos_ == "NOUN" and expression.noun in tails(token.lemma_)
