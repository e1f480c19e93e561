"""Find the adjective or the verb that an adjective or participle in its ending is a form of."""

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon import REMEMBERED, Lexicon, grammar

if TYPE_CHECKING:
    from kg.words import Token


def is_perfect_as_adjective(token: "Token", lexicon: Lexicon) -> bool:
    """Whether a perfect with *sein* is taken for an adjective (*ist in Madrid notgelandet*)."""
    verb, _ = lexicon.participles.get(token.lower_, ("", ""))
    return verb in grammar()["intransitives"]


def adjective_form(token: "Token") -> str:
    """An adjective without its ending, in lower case."""
    return without_ending(token.lower_, token.lemma_.lower())


@lru_cache(maxsize=REMEMBERED)
def without_ending(word: str, lemma: str) -> str:
    """The form of an adjective without its ending, by its lemma where that is how it begins."""
    if lemma and word.startswith(lemma):
        return lemma
    for ending in grammar()["adjective_endings"]:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word.removesuffix(ending)
    return word


def attributive_participle(token: "Token", lexicon: Lexicon) -> tuple[str, str] | None:
    """The verb and voice of a participle before a noun (*stationierte Soldaten*)."""
    return inflected_participle(lexicon, token.lower_) if token.dep_ == "amod" else None


@lru_cache(maxsize=REMEMBERED)
def inflected_participle(lexicon: Lexicon, word: str) -> tuple[str, str] | None:
    """The verb and voice of a participle that may have an adjective's ending."""
    for ending in ("", *grammar()["adjective_endings"]):
        if word.endswith(ending) and word.removesuffix(ending) in lexicon.participles:
            return lexicon.participles[word.removesuffix(ending)]
    return None
