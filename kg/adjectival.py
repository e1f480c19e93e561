"""Recognise adjectives and participles that serve as nouns for people: *die Eingeschlossenen*."""

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon import REMEMBERED, grammar, load_lexicon
from kg.nouns import is_plural

if TYPE_CHECKING:
    from kg.words import Token

ONE, SEVERAL = "one", "several"


def is_adjectival_person(token: "Token") -> bool:
    """Whether a noun is a participle or an adjective in its ending and stands for people.

    Neuter ones name things (*das Gesagte*); in the plural only people are spoken of so.
    """
    number = number_of_people(token.lower_)
    if token.tag_ != "NN" or not number:
        return False
    plural = is_plural(token)
    thing = token.morph.get("Gender") == ["Neut"] and not plural
    return not thing and (plural or number == ONE)


@lru_cache(maxsize=REMEMBERED)
def number_of_people(noun: str) -> str:
    """How many people a noun made of an adjective may be for, "" for other nouns.

    Args:
        noun: A noun in lower case.

    Returns:
        `ONE` where it may be for a single one too, `SEVERAL` where only for more.
    """
    stem = uninflected(noun.rpartition("-")[2])
    if not stem or stem.endswith(tuple(grammar()["no_adjectives"])):
        return ""
    if stem in load_lexicon().participles or stem in grammar()["adjectives_of_one"]:
        return ONE
    return SEVERAL if stem.endswith(tuple(grammar()["adjective_suffixes"])) else ""


def uninflected(word: str) -> str:
    """A word in lower case without an ending that adjectival nouns have, "" if it has none."""
    endings = grammar()["adjectival_endings"]
    ending = next((e for e in endings if word.endswith(e)), "")
    return word.removesuffix(ending) if ending else ""
