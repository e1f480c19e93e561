"""Recognise adjectives and participles that serve as nouns for people: *die Eingeschlossenen*."""

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon import REMEMBERED, grammar, load_lexicon
from kg.nouns import is_plural

if TYPE_CHECKING:
    from kg.words import Token

ANY, PLURAL = "any", "plural"  # numbers of a noun


def is_adjectival_person(token: "Token") -> bool:
    """Whether a noun is a participle or an adjective in its ending and stands for people.

    Neuter ones name things (*das Gesagte*); in the plural only people are spoken of so.
    """
    number = number_of_people(token.lower_) if token.tag_ == "NN" else ""
    if number == ANY and token.morph.get("Gender") != ["Neut"]:
        return True
    return bool(number) and is_plural(token)


@lru_cache(maxsize=REMEMBERED)
def number_of_people(noun: str) -> str:
    """In which number a noun in lower case may be an adjective for people, "" if in none."""
    stem = uninflected(noun.rpartition("-")[2])
    if not stem or stem.endswith(tuple(grammar()["no_adjectives"])):
        return ""
    if stem in load_lexicon().participles or stem in grammar()["adjectives_of_one"]:
        return ANY
    return PLURAL if stem.endswith(tuple(grammar()["adjective_suffixes"])) else ""


def uninflected(word: str) -> str:
    """A word in lower case without an ending that adjectival nouns have, "" if it has none."""
    endings = grammar()["adjectival_endings"]
    ending = next((e for e in endings if word.endswith(e)), "")
    return word.removesuffix(ending) if ending else ""
