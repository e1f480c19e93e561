"""Compare the names of bodies, places and other things: *Porsche AG*, *Porsche*; *SVP*."""

from functools import cache, lru_cache
from typing import Any

from rapidfuzz.distance import JaroWinkler

from kg.gazetteer import inflection_key
from kg.lexicon import REMEMBERED, read_toml
from kg.personal_names import limit
from kg.romanisation import sound_key

LONGEST_ABBREVIATION = 6


@cache
def table() -> dict[str, Any]:
    """What the names of bodies hold besides the name proper."""
    rules: dict[str, Any] = read_toml("lexicon", "identity.toml")["bodies"]
    return rules


@lru_cache(maxsize=REMEMBERED)
def without_form(name: str) -> str:
    """A name without its legal form (*Porsche* for *Porsche AG*)."""
    words = name.replace("e. V.", "e.V.").replace("e. G.", "e.G.").split()
    while len(words) > 1 and words[-1].rstrip(",") in table()["legal_forms"]:
        words.pop()
    return " ".join(words).rstrip(",")


@lru_cache(maxsize=REMEMBERED)
def without_club(name: str) -> str:
    """A name without the words that clubs begin with (*Schalke 04* for *FC Schalke 04*)."""
    words = name.split()
    while len(words) > 2 and words[0] in table()["clubs"]:
        del words[0]
    if len(words) == 2 and words[0] in table()["clubs"]:
        return words[1]
    return " ".join(words)


def plain(name: str) -> str:
    """A name without its legal form, hyphens taken for spaces, in lower case."""
    return without_form(name).replace("-", " ").lower()


@lru_cache(maxsize=REMEMBERED)
def stem(name: str) -> str:
    """A name of several words without their endings."""
    return inflection_key(plain(name))


def is_abbreviation(name: str) -> bool:
    """Whether a name is an abbreviation: short, mostly capitals."""
    capitals = sum(c.isupper() for c in name)
    return " " not in name and 2 <= len(name) <= LONGEST_ABBREVIATION and capitals * 2 > len(name)


@lru_cache(maxsize=REMEMBERED)
def initials(name: str) -> str:
    """The capitals that a name of several words begins its words with (*DFB*)."""
    words = name.replace("-", " ").split()
    return "".join(w[0] for w in words if w[0].isupper()) if len(words) > 1 else ""


@lru_cache(maxsize=REMEMBERED)
def compare_bodies(one: str, other: str) -> str:
    """How two names of things that are no persons go together.

    Returns:
        A key of `weights` in `ontology/lexicon/identity.toml`, "" where they have nothing in
        common.
    """
    if one == other:
        return "same_name"
    if plain(one) == plain(other):
        return "legal_form"
    if stem(one) and stem(one) == stem(other):
        return "inflected"
    if is_abbreviation(one) or is_abbreviation(other):
        return "initials" if initials(other) == one or initials(one) == other else ""
    if clubs_alike(one, other):
        return "club_form"
    return compare_spelling(without_form(one), without_form(other))


def clubs_alike(one: str, other: str) -> bool:
    """Whether names differ only in the words for a club that one of them leaves out."""
    a, b = without_club(one), without_club(other)
    return (a == b and one in (a, other)) or other == a == b


def compare_spelling(one: str, other: str) -> str:
    """Whether two names are spelt by other rules, or alike."""
    if sound_key(one) == sound_key(other):
        long = min(len(one), len(other)) >= limit("long_name")
        return "romanised_long" if long else "romanised"
    alike = JaroWinkler.similarity(one.lower(), other.lower()) >= 0.5 + limit("similar") / 2
    digits = [c for c in one if c.isdigit()] != [c for c in other if c.isdigit()]
    return "similar" if alike and not digits and min(len(one), len(other)) > 5 else ""
