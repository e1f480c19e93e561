"""Compare the names of bodies, places and other things: *Porsche AG*, *Porsche*; *SVP*."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from rapidfuzz.distance import JaroWinkler

from kg.gazetteer import inflection_key
from kg.lexicon import REMEMBERED, read_toml
from kg.personal_names import limit
from kg.romanisation import sound_key

PIECES = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")  # *1.1* is not *11*
LONGEST_ABBREVIATION = 6
SHORTEST_ALIKE = 5  # letters; shorter names are alike by chance
SHORTEST_PLAIN = 3  # letters; shorter names may differ by capitals alone
SHORTEST_INITIALS = 3  # shorter ones stand for too many names


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
    while len(words) > 1 and words[0] in table()["clubs"]:
        del words[0]
    return " ".join(words)


@lru_cache(maxsize=REMEMBERED)
def plain(name: str) -> str:
    """A name without its legal form, in lower case, hyphens and other signs taken for spaces."""
    return " ".join(PIECES.findall(without_form(name).lower()))


def written_together(name: str) -> str:
    """The letters and figures of a name alone."""
    return plain(name).replace(" ", "")


@lru_cache(maxsize=REMEMBERED)
def stem(name: str) -> str:
    """A name of several words without their endings."""
    return inflection_key(plain(name))


@lru_cache(maxsize=REMEMBERED)
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
    found = (relation for relation, holds in RELATIONS if holds(one, other) or holds(other, one))
    relation = next(found, "")
    if relation or is_abbreviation(one) or is_abbreviation(other):
        return relation
    return compare_spelling(without_form(one), without_form(other))


def differ_in_form(one: str, other: str) -> bool:
    """Whether names differ only in legal form, capitals and signs (*Porsche AG*, *1.FC Köln*)."""
    return written_together(one) == written_together(other) and len(plain(one)) >= SHORTEST_PLAIN


def differ_in_ending(one: str, other: str) -> bool:
    """Whether names of several words differ only in the endings of the words."""
    return bool(stem(one)) and stem(one) == stem(other)


def are_initials(one: str, other: str) -> bool:
    """Whether a name is made of the initials of another."""
    return len(one) >= SHORTEST_INITIALS and is_abbreviation(one) and initials(other) == one


def is_longer(name: str, other: str) -> bool:
    """Whether a name is another of several words and a phrase that tells of or in what it is."""
    words, begin = name.split(), other.split()
    rest = words[len(begin) :]
    inflected = stem(" ".join(words[: len(begin)]))
    return bool(rest and inflected) and inflected == stem(other) and rest[0] in table()["of"]


def is_club(one: str, other: str) -> bool:
    """Whether a name is another without the words for a club (*Schalke 04*, *FC Schalke 04*)."""
    core = without_club(other)
    return one == core != other and (" " in core or any(c.isdigit() for c in core))


def compare_spelling(one: str, other: str) -> str:
    """Whether two names are spelt by other rules, or alike."""
    if sound_key(one) == sound_key(other):
        long = min(len(one), len(other)) >= limit("long_name")
        return "romanised_long" if long else "romanised"
    alike = JaroWinkler.similarity(one.lower(), other.lower()) >= 0.5 + limit("similar") / 2
    same = figures(one) == figures(other) and min(len(one), len(other)) > SHORTEST_ALIKE
    return "similar" if alike and same else ""


def figures(name: str) -> list[str]:
    """The numbers in a name."""
    return [piece for piece in PIECES.findall(name) if piece[0].isdigit()]


RELATIONS: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
    ("legal_form", differ_in_form),
    ("inflected", differ_in_ending),
    ("longer_name", is_longer),
    ("initials", are_initials),
    ("club_form", is_club),
)
