"""Recognise adjectives and participles that serve as nouns for people: *die Eingeschlossenen*."""

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon import REMEMBERED, grammar, load_lexicon
from kg.nouns import is_plural

if TYPE_CHECKING:
    from kg.words import Token


def is_adjectival_person(token: "Token") -> bool:
    """Whether a noun is a participle or an adjective in its ending and stands for people.

    Neuter ones name things (*das Gesagte*); in the plural only people are spoken of so.
    """
    kind = adjectival_kind(token.lower_) if token.tag_ == "NN" else ""
    if not kind or is_plural(token):
        return bool(kind)
    return kind == "participle" and token.morph.get("Gender") != ["Neut"]


@lru_cache(maxsize=REMEMBERED)
def adjectival_kind(noun: str) -> str:
    """What a noun in lower case is by its ending: `participle`, `adjective` or "", neither.

    A word that is an adjective of one person (*-jährig*) is like a participle.
    """
    stem = uninflected(noun.rpartition("-")[2])
    if not stem or stem.endswith(tuple(grammar()["no_adjectives"])):
        return ""
    if stem in load_lexicon().participles or stem in grammar()["adjectives_of_one"]:
        return "participle"
    return "adjective" if stem.endswith(tuple(grammar()["adjective_suffixes"])) else ""


def uninflected(word: str) -> str:
    """A word in lower case without an ending that adjectival nouns have, "" if it has none."""
    endings = grammar()["adjectival_endings"]
    ending = next((e for e in endings if word.endswith(e)), "")
    return word.removesuffix(ending) if ending else ""
