"""Find the nouns of support-verb expressions: *übte Kritik an*, *verübte einen Angriff auf*."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon import REMEMBERED, Expression, Lexicon, tails
from kg.syntax import preposition

if TYPE_CHECKING:
    from kg.words import Token

Phrase = tuple["Token", str, tuple[str, ...]]  # a noun, its preposition and its parts
PHRASES = frozenset(("obj", "obl", "nsubj:pass", "xcomp", "nmod", "nsubj", "advmod"))


def expressions_at(
    lexicon: Lexicon, verb: "Token", infinitive: str
) -> list[tuple[Expression, "Token"]]:
    """The expressions that a verb makes with one of its phrases, each with the noun of that."""
    wanted = expression_nouns(lexicon, infinitive)
    phrases = wanted_phrases(verb, wanted) if wanted and verb.children else []
    return list(made_of(lexicon.expressions[infinitive], phrases)) if phrases else []


def made_of(
    expressions: Iterable[Expression], phrases: Iterable[Phrase]
) -> Iterator[tuple[Expression, "Token"]]:
    """The expressions that one of some phrases is the noun of, each with the first such noun."""
    for expression in expressions:
        for noun, word, parts in phrases:
            if word == expression.preposition and expression.noun in parts:
                yield expression, noun
                break


@lru_cache(maxsize=REMEMBERED)
def expression_nouns(lexicon: Lexicon, verb: str) -> dict[str, frozenset[str]]:
    """The nouns of the expressions of a verb by their prepositions."""
    listed = lexicon.expressions.get(verb, ())
    words = {e.preposition for e in listed}
    return {word: frozenset(e.noun for e in listed if e.preposition == word) for word in words}


def wanted_phrases(verb: "Token", wanted: Mapping[str, frozenset[str]]) -> list[Phrase]:
    """Phrases below a verb, then those with a preposition hung on them, with one of its nouns."""
    own = [c for c in verb.children if c.dep_ in PHRASES]
    words = [(t, preposition(t)) for t in own]
    words += [(p, word) for t in own for p in t.below["nmod"] if (word := preposition(p))]
    found = []
    for noun, word in words:
        if word in wanted and not wanted[word].isdisjoint(parts := words_for(noun)):
            found.append((noun, word, parts))
    return found


def words_for(token: "Token") -> tuple[str, ...]:
    """What expressions may list a word as: itself, or a part of a compound (*Raketenangriff*)."""
    parts = tails(token.lemma_) if token.pos_ == "NOUN" else (token.lemma_.lower(),)
    return token.lower_, *parts
