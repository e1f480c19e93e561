"""German inflection by rule, with the exceptions as data in `lexicon/strong_verbs.toml`.

Forms are made, not analysed: `verb_forms` and `noun_forms` answer which words of a text may belong
to a word of the lexicon. They are generous, so that not every made form exists (*Ministe*), and
leave out what news does not need (second person, imperative).

Method: the prefix of a verb is the longest listed one that leaves a stem with a vowel; whether it
parts is a property of the prefix, with listed exceptions. Weak verbs follow the rules of any
German grammar (e-insertion, ge-).
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from kg.ontology import data_path

PrincipalParts = tuple[str, str, str, str]

VOWELS = frozenset("aeiouyäöü")
INFINITIVE_ENDING = re.compile(r"(?:ier)?(?:el|er|e)?n$")
# *arbeit-et*, *öffn-et*, *rechn-et*, but *wohn-t*, *warn-t*, *film-t*.
NEEDS_E = re.compile(r"(?:[td]|[bdfgkpstvzß][mn]|ch[mn])$")
FOREIGN = re.compile(r"[aeiouyäöü].*ieren$")  # *regieren*, but not *zieren*
# Nouns that are inflected as adjectives: *Vorsitzende-r*, *Angeklagte-r*, *Jugendliche-r*.
ADJECTIVAL = re.compile(r"(?:end|en|ig|lich|sch|(?<!t)t)er?$")
FEMININE = re.compile(r"(?:ei|enz|heit|(?<!e)ik|ion|keit|schaft|tät|ung)$")
# *Spiel*, *Tier*, *Offizier*, but neither *Feier* nor *Spanier*.
STRESSED = re.compile(r"(?:(?<!e)iel|(?:[bptvz]|urn|ssag)ier)$", re.IGNORECASE)
LATIN = re.compile(r"(?:a|(?<!a)um|(?<!a)us|sis)$")  # *Firma*, *Zentrum*, *Virus*, *Basis*
UMLAUT = re.compile(r"(?:[Aa]u|(?<![Eeä])[Uu]|[AaOo])(?=[^aeiouyäöü]*(?:e[lnr])?$)")
UMLAUTS = str.maketrans("AOUaou", "ÄÖÜäöü")


@dataclass(frozen=True, slots=True)
class Irregular:
    """What `strong_verbs.toml` knows beyond the principal parts."""

    separable: tuple[str, ...]
    inseparable: tuple[str, ...]
    separable_verbs: frozenset[str]
    inseparable_verbs: frozenset[str]
    unprefixed: frozenset[str]
    weak: frozenset[str]
    no_ge: frozenset[str]
    agentive: tuple[str, ...]
    er_plurals: tuple[str, ...]
    extra: Mapping[str, frozenset[str]]
    alternative: Mapping[str, PrincipalParts]


def load_strong_verbs() -> dict[str, PrincipalParts]:
    """The principal parts of the strong and irregular base verbs, by infinitive.

    Returns:
        3rd person singular present, 3rd person singular preterite, participle II and 3rd person
        singular Konjunktiv II of each verb: *greift, griff, gegriffen, griffe*.
    """
    return _principal_table("strong")


@lru_cache(maxsize=8192)
def separable_prefix(infinitive: str) -> str:
    """The prefix that parts from the finite verb, "" where none does.

    A verb that is used both ways (*umgehen*, *übertreten*) has its prefix given.
    """
    known = irregular()
    prefix, _ = _split(infinitive, known.separable + known.inseparable)
    if infinitive in known.separable_verbs:
        return prefix
    if infinitive in known.inseparable_verbs or prefix not in known.separable:
        return ""
    return prefix


def verb_forms(infinitive: str, strong: Mapping[str, PrincipalParts]) -> frozenset[str]:
    """Present, preterite, Konjunktiv I and II, infinitives and participles of a verb.

    Args:
        infinitive: Joined infinitive: *auffordern*, *angreifen*.
        strong: Principal parts of the base verbs, as `load_strong_verbs` returns them.

    Returns:
        Forms of the first and third person. A verb whose prefix parts has the joined forms
        (*aufforderte*, *aufzufordern*, *aufgefordert*) and the bare finite ones (*forderte*).
    """
    prefix = separable_prefix(infinitive)
    if not prefix:
        return _joined_forms(infinitive, strong)
    parted = _parted_forms(prefix, infinitive.removeprefix(prefix), strong)
    both_ways = infinitive in irregular().inseparable_verbs
    return parted | _joined_forms(infinitive, strong) if both_ways else parted


def participle_forms(infinitive: str, strong: Mapping[str, PrincipalParts]) -> tuple[str, str]:
    """Participle I and participle II of a verb, uninflected: *auffordernd*, *aufgefordert*.

    Of a verb that is used both ways the transitive, unparted one: *umgangen*.

    Args:
        infinitive: Joined infinitive.
        strong: Principal parts of the base verbs, as `load_strong_verbs` returns them.
    """
    prefix = separable_prefix(infinitive)
    if not prefix or infinitive in irregular().inseparable_verbs:
        return _present_participle(infinitive), _all_parts(infinitive, strong)[0][2]
    known = {} if infinitive in irregular().weak else strong
    first, second = participle_forms(infinitive.removeprefix(prefix), known)
    return prefix + first, prefix + second


def noun_forms(noun: str) -> frozenset[str]:
    """Likely inflected forms of a noun, itself included.

    Genitives, dative plurals and plurals in -e, -en, -er, -n, -s with and without umlaut, -innen,
    -en for a foreign ending (*Firma*, *Zentrum*), and the endings of an adjective (*Vorsitzender*,
    *Vorsitzende*, *Vorsitzenden*). Meant for looking up known nouns, not for writing German.
    """
    return frozenset({noun} | _genitives(noun) | _plurals(noun) | _adjectival_forms(noun))


@cache
def irregular() -> Irregular:
    """The lists and exceptions of `strong_verbs.toml`, read once."""
    table = _table()
    return Irregular(
        separable=tuple(table["separable"]),
        inseparable=tuple(table["inseparable"]),
        separable_verbs=frozenset(table["separable_verbs"]),
        inseparable_verbs=frozenset(table["inseparable_verbs"]),
        unprefixed=frozenset(table["unprefixed"]),
        weak=frozenset(table["weak"]),
        no_ge=frozenset(table["no_ge"]),
        agentive=tuple(table["agentive"]),
        er_plurals=tuple(table["er_plurals"]),
        extra={verb: frozenset(forms) for verb, forms in table["extra"].items()},
        alternative=_principal_table("alternative"),
    )


@cache
def _table() -> dict[str, Any]:
    path = data_path("lexicon", "strong_verbs.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _principal_table(name: str) -> dict[str, PrincipalParts]:
    rows = _table()[name].items()
    return {verb: (present, past, part, subj) for verb, (present, past, part, subj) in rows}


@cache
def _strong_infinitives() -> frozenset[str]:
    return frozenset(load_strong_verbs())


def _split(infinitive: str, prefixes: tuple[str, ...]) -> tuple[str, str]:
    """The longest prefix that leaves a verb, and the rest; "" and the whole where none does."""
    # *beißen* and *verlieren* only begin like prefix verbs.
    if infinitive in irregular().unprefixed or infinitive in _strong_infinitives():
        return "", infinitive
    known, longest = _lengths(prefixes)
    for end in range(min(longest, len(infinitive)), 0, -1):
        if infinitive[:end] in known and _is_verb(infinitive[end:]):
            return infinitive[:end], infinitive[end:]
    return "", infinitive


@cache
def _lengths(prefixes: tuple[str, ...]) -> tuple[frozenset[str], int]:
    """The prefixes, to look one up, and how long the longest is."""
    return frozenset(prefixes), max(map(len, prefixes))


def _is_verb(rest: str) -> bool:
    """Whether what follows a prefix has a stem of its own: *greifen*, not *ten* (be-ten)."""
    stem = INFINITIVE_ENDING.sub("", rest)
    return stem != rest and not VOWELS.isdisjoint(stem)


def _parted_forms(prefix: str, base: str, strong: Mapping[str, PrincipalParts]) -> frozenset[str]:
    joined = {prefix + form for form in verb_forms(base, strong)}
    return frozenset(joined | {f"{prefix}zu{base}"} | _bare_forms(base, strong))


def _bare_forms(base: str, strong: Mapping[str, PrincipalParts]) -> set[str]:
    """What is left of the verb when all prefixes part: *stellte* of *wieder-her-stellen*."""
    prefix = separable_prefix(base)
    if prefix:
        return _bare_forms(base.removeprefix(prefix), strong)
    return _finite_forms(base, strong)


def _joined_forms(infinitive: str, strong: Mapping[str, PrincipalParts]) -> frozenset[str]:
    participles = {parts[2] for parts in _all_parts(infinitive, strong)}
    extra = irregular().extra.get(infinitive, frozenset())
    forms = {infinitive, _present_participle(infinitive)} | participles | extra
    return frozenset(forms | _finite_forms(infinitive, strong))


def _finite_forms(infinitive: str, strong: Mapping[str, PrincipalParts]) -> set[str]:
    """All finite forms of a verb whose prefix does not part."""
    forms = {infinitive} | _first_persons(_stem(infinitive))
    for present, preterite, _, subjunctive in _all_parts(infinitive, strong):
        forms |= {present, preterite, subjunctive, _plural(preterite), _plural(subjunctive)}
    return forms


def _first_persons(stem: str) -> set[str]:
    """First person present and Konjunktiv I: *greife*; *handle* and *handele*."""
    short = {stem[:-2] + stem[-1] + "e"} if re.search(r"e[lr]$", stem) else set[str]()
    return {stem + "e"} | short


def _plural(singular: str) -> str:
    return singular + ("n" if singular.endswith("e") else "en")


def _present_participle(infinitive: str) -> str:
    if re.search(r"e[lr]?n$", infinitive):
        return infinitive + "d"
    return infinitive.removesuffix("n") + "end"  # *tuend*


def _stem(infinitive: str) -> str:
    return re.sub(r"(?<=e[lr])n$|e?n$", "", infinitive)


def _all_parts(infinitive: str, strong: Mapping[str, PrincipalParts]) -> list[PrincipalParts]:
    """The principal parts of a verb, the usual ones first."""
    if infinitive in irregular().weak:
        return [_weak_parts(infinitive)]
    usual = _listed_parts(infinitive, strong) or _weak_parts(infinitive)
    other = _listed_parts(infinitive, irregular().alternative)
    return [usual, other] if other else [usual]


def _listed_parts(infinitive: str, table: Mapping[str, PrincipalParts]) -> PrincipalParts | None:
    """The verb's own row, or that of the verb behind its inseparable prefix."""
    if infinitive in table:
        return table[infinitive]
    prefix, rest = _inseparable(infinitive)
    parts = _listed_parts(rest, table) if prefix else None
    if parts is None:
        return None
    present, preterite, participle, subjunctive = parts
    participle = prefix + participle.removeprefix("ge")
    return prefix + present, prefix + preterite, participle, prefix + subjunctive


def _inseparable(infinitive: str) -> tuple[str, str]:
    known = irregular()
    listed = infinitive in known.inseparable_verbs
    return _split(infinitive, known.inseparable + (known.separable if listed else ()))


def _weak_parts(infinitive: str) -> PrincipalParts:
    stem = _stem(infinitive)
    link = "e" if NEEDS_E.search(stem) else ""
    preterite = f"{stem}{link}te"
    participle = ("ge" if _takes_ge(infinitive) else "") + f"{stem}{link}t"
    return f"{stem}{link}t", preterite, participle, preterite


def _takes_ge(infinitive: str) -> bool:
    prefix, _ = _inseparable(infinitive)
    without = prefix or FOREIGN.search(infinitive) or infinitive in irregular().no_ge
    return not without


def _genitives(noun: str) -> set[str]:
    if FEMININE.search(noun):
        return set()
    short = re.search(r"e[lnr]?$", noun) and not STRESSED.search(noun)
    return {noun + "s"} if short else {noun + "s", noun + "es"}


def _plurals(noun: str) -> set[str]:
    if FEMININE.search(noun):
        return {noun + "en"}
    if noun.endswith("e"):
        return {noun + "n", noun + "ns"}
    if re.search(r"e[lnr]$", noun):
        umlauted = _umlauted(noun)
        stressed = _strong_plurals(noun) if STRESSED.search(noun) else set[str]()
        return {noun + "n", umlauted, umlauted + "n"} | stressed
    if noun.endswith("nis"):
        return {noun + "se", noun + "ses", noun + "sen"}
    return _strong_plurals(noun) | _er_plurals(noun) | _foreign_plurals(noun)


def _strong_plurals(noun: str) -> set[str]:
    return {stem + ending for stem in (noun, _umlauted(noun)) for ending in ("e", "en")}


def _er_plurals(noun: str) -> set[str]:
    # Only listed nouns: *Kampf* must not yield *Kämpfer*, nor *Kritik* *Kritiker*.
    if not noun.lower().endswith(irregular().er_plurals):
        return set()
    return {stem + ending for stem in (noun, _umlauted(noun)) for ending in ("er", "ern")}


def _foreign_plurals(noun: str) -> set[str]:
    latin = {LATIN.sub("en", noun)} if LATIN.search(noun) else set[str]()
    return latin | ({noun + "nen"} if noun.endswith("in") else set())


def _umlauted(noun: str) -> str:
    """The noun with an umlaut in its last full syllable, where that can have one."""
    return UMLAUT.sub(lambda match: match[0][0].translate(UMLAUTS) + match[0][1:], noun)


def _adjectival_forms(noun: str) -> set[str]:
    if not ADJECTIVAL.search(noun) or noun.lower().endswith(irregular().agentive):
        return set()
    stem = noun.removesuffix("r")
    return {stem + ending for ending in ("", "m", "n", "r", "s")}
