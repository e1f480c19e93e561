"""Compare the names of persons: *Ilham Alijew*, *Aliyev*, *Präsident Dr. I. Alijew*."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from rapidfuzz.distance import JaroWinkler

from kg.lexicon import REMEMBERED, read_toml
from kg.romanisation import sound_key, words_of

ROMAN = frozenset("IVXLCDM.")
OTHER = "other_name"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts.

    Attributes:
        given: First names; the only name of somebody who is called by one stands in `family`.
        family: The last name with its particles (*von der Leyen*), "" for monarchs and popes.
        generation: *junior*, or the numeral of a monarch or pope, "" if none.
    """

    given: tuple[str, ...]
    family: str
    generation: str = ""

    @property
    def bare(self) -> bool:
        """Whether it is one name alone."""
        return not self.given


@lru_cache(maxsize=REMEMBERED)
def person_name(text: str) -> PersonName:
    """A name of a person, in its parts and without titles."""
    rules = table()
    words = [w for w in text.split() if w.lower().rstrip(".") not in rules["titles"]] or [text]
    generation = ""
    if len(words) > 1 and (is_numeral(words[-1]) or words[-1].lower() in rules["generations"]):
        generation = words.pop().rstrip(".").lower()
        if is_numeral(generation.upper()):
            return PersonName(tuple(words), "", generation)
    start = len(words) - 1
    while start > 0 and is_particle(words, start - 1):
        start -= 1
    return PersonName(tuple(words[:start]), " ".join(words[start:]), generation)


def is_particle(words: list[str], i: int) -> bool:
    """Whether a word belongs to the last name behind it; *Al* and *Ben* may be first names."""
    word, rules = words[i], table()
    first = i == 0 and word[:1].isupper() and word.lower() in rules["first_names_too"]
    return word.lower() in rules["particles"] and not first


@cache
def table() -> dict[str, Any]:
    """What the names of persons hold besides first and last names."""
    rules: dict[str, Any] = read_toml("lexicon", "identity.toml")["persons"]
    return rules


def is_numeral(word: str) -> bool:
    """Whether a word is a Roman numeral (*II.*)."""
    return set(word) <= ROMAN and word not in (".", "")


@lru_cache(maxsize=REMEMBERED)
def compare_persons(one: str, other: str) -> str:
    """How two names of persons go together.

    Returns:
        A key of `weights` in `ontology/lexicon/identity.toml`, `other_name` where the names are
        of two persons, "" where they have nothing in common.
    """
    if one == other:
        return "bare_name" if person_name(one).bare else "same_name"
    a, b = person_name(one), person_name(other)
    if "" != a.generation != b.generation != "":
        return OTHER
    if not a.family or not b.family:  # monarchs and popes
        same = a.family == b.family and sound_key(one) == sound_key(other)
        return "romanised_long" if same else ""
    return compare_bare(a, b) if a.bare or b.bare else compare_full(a, b)


def compare_full(a: PersonName, b: PersonName) -> str:
    """Two names with first and last name."""
    if a.given == b.given and is_genitive(*sorted((a.family, b.family), key=len)):
        return "genitive"
    family = compare_words(a.family, b.family)
    return weaker(family, compare_given(a.given, b.given)) if family else swapped(a, b)


def is_genitive(name: str, longer: str) -> bool:
    """Whether a last name is another one in the genitive (*Müllers*)."""
    return longer in (f"{name}s", f"{name}’", f"{name}'")


def compare_bare(a: PersonName, b: PersonName) -> str:
    """A name alone beside another, or beside a full one."""
    if a.bare and b.bare:
        found = compare_words(a.family, b.family)
        return "" if found == "similar" else "bare_name" if found == "same_name" else found
    bare, full = (a, b) if a.bare else (b, a)
    relations = [compare_words(bare.family, f) for f in (full.family, last_word(full.family))]
    for relation, found in (("same_name", "last_name"), ("romanised", "romanised")):
        if relation in relations:
            return found
    return "first_name" if bare.family in full.given else ""


def last_word(family: str) -> str:
    """The last name without particles and article (*Leyen*, *Gaddafi* for *al-Gaddafi*)."""
    last = family.rsplit(maxsplit=1)[-1]
    kept = words_of(last)
    return kept[0] if len(kept) == 1 else last


def compare_words(one: str, other: str) -> str:
    """Whether two last or first names are the same, spelt by other rules, or alike."""
    if one.lower() == other.lower():
        return "same_name"
    if sound_key(one) == sound_key(other):
        return "romanised"
    alike = JaroWinkler.similarity(one.lower(), other.lower()) >= limit("similar")
    return "similar" if alike and min(len(one), len(other)) > 3 else ""


@cache
def limit(name: str) -> float:
    """A figure under `limits`."""
    return float(read_toml("lexicon", "identity.toml")["limits"][name])


def compare_given(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """How the first names of two persons of one last name go together."""
    a, b = (tuple(w for name in given for w in name.split("-")) for given in (one, other))
    if a == b:
        return "same_name"
    if len(a) == len(b):
        return min((compare_first(x, y) for x, y in zip(a, b, strict=True)), key=rank)
    if other_initials(a, b):
        return OTHER
    short, long = sorted((a, b), key=len)
    if all(any(w.lower() == other.lower() for other in long) for w in short):
        return "middle_name" if short[0].lower() == long[0].lower() else "later_first_name"
    found = compare_first(short[0], long[0])
    rest = [compare_words(w, other) for w in short[1:] for other in long[1:]]
    return found if any(rest) or len(short) == 1 else OTHER


def other_initials(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether both have initials and not the same (*George W.*, *George H. W.*)."""
    a, b = ({w for w in given if len(w.rstrip(".")) == 1} for given in (one, other))
    return bool(a and b and a != b)


def compare_first(one: str, other: str) -> str:
    """How two first names go together."""
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    if len(short) == 1:
        both = len(long) == 1
        return OTHER if short != long[0] else "same_name" if both else "initial"
    return compare_words(one, other) or OTHER


RANKS = (
    OTHER, "", "similar", "later_first_name", "romanised", "initial", "middle_name", "same_name",
)  # fmt: skip


def rank(relation: str) -> int:
    """How well names go together, the better the higher."""
    return RANKS.index(relation)


def weaker(family: str, given: str) -> str:
    """The weaker of two relations; what is only alike in both parts is another name."""
    found = min(family, given, key=rank)
    return OTHER if family == "similar" and given != "same_name" else found


def swapped(a: PersonName, b: PersonName) -> str:
    """The same words in another order (*Ban Ki-moon*, *Ki-moon Ban*)."""
    one, other = ({*n.given, *n.family.split()} for n in (a, b))
    return "middle_name" if one == other else ""
