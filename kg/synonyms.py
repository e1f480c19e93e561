"""Which nouns can stand for the same thing: *ein Hubschrauber … die Maschine*.

The words of a set in `grammar.toml` take up its members and whatever ends in one of them.
"""

from functools import cache, lru_cache

from kg.inflection import noun_forms
from kg.lexicon import REMEMBERED, grammar, tails

ENDINGS = ("en", "e", "n")  # which lemmas keep or lack (*Separatiste*, *Polizist*)
SHORTEST = 4


@lru_cache(maxsize=REMEMBERED)
def meanings(lemma: str) -> frozenset[str | int]:
    """The stem of a lemma and the number of its set: nouns that share one mean the same.

    Stems, as the pipeline may leave an ending or add one.
    """
    number = synonyms_of().get(lemma.lower())
    return frozenset((stem(lemma), number) if number else (stem(lemma),))


@cache
def synonyms_of() -> dict[str, int]:
    """Lemma → the number of its set among those that mean the same; none is in two."""
    listed = enumerate(grammar()["same_nouns"], start=1)
    return {noun: number for number, nouns in listed for noun in nouns}


def stem(lemma: str) -> str:
    """A lemma without an ending of the plural or of weak nouns."""
    found = (lemma.removesuffix(e) for e in ENDINGS if lemma.endswith(e))
    return next((s for s in found if len(s) >= SHORTEST), lemma)


def takes_up(noun: str, earlier: str) -> bool:
    """Whether a noun can stand for what another noun named before."""
    return not taken_up_by(noun).isdisjoint(tails(earlier))


@lru_cache(maxsize=REMEMBERED)
def taken_up_by(noun: str) -> frozenset[str]:
    """The last parts of the nouns that a noun can stand for, none if it is in no set."""
    sets = [nouns | more for nouns, more in synonym_sets() if noun.lower() in nouns]
    return frozenset().union(*sets)


@cache
def synonym_sets() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Forms of the words that take up each other, and of those that they take up besides."""
    listed = grammar()["synonyms"]
    return tuple((forms(s["nouns"]), forms(s.get("more", ()))) for s in listed)


def forms(nouns: list[str]) -> frozenset[str]:
    """All forms of nouns in lower case."""
    return frozenset(f.lower() for noun in nouns for f in (*noun_forms(noun.capitalize()), noun))
