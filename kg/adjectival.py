"""Recognise adjectives and participles that serve as nouns for people: *die Eingeschlossenen*."""

from typing import TYPE_CHECKING

from kg.lexicon import grammar, load_lexicon
from kg.nouns import is_plural

if TYPE_CHECKING:
    from kg.words import Token


def is_adjectival_person(token: "Token") -> bool:
    """Whether a noun is a participle or an adjective in its ending and stands for people.

    Neuter ones name things (*das Gesagte*); in the plural only people are spoken of so.
    """
    if token.tag_ != "NN" or (token.morph.get("Gender") == ["Neut"] and not is_plural(token)):
        return False
    stem = uninflected(token.lower_.rpartition("-")[2])
    if not stem or stem.endswith(tuple(grammar()["no_adjectives"])):
        return False
    adjective = stem.endswith(tuple(grammar()["adjective_suffixes"]))
    if stem in load_lexicon().participles or stem in grammar()["adjectives_of_one"]:
        return True
    return adjective and is_plural(token)


def uninflected(word: str) -> str:
    """A word in lower case without an ending that adjectival nouns have, "" if it has none."""
    endings = grammar()["adjectival_endings"]
    ending = next((e for e in endings if word.endswith(e)), "")
    return word.removesuffix(ending) if ending else ""
