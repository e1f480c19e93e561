"""What a time expression looks like: each way of writing one is a regular expression."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from kg.date_readers import (
    Context,
    read_adverb,
    read_ago,
    read_bare_year,
    read_day,
    read_day_of_week,
    read_month,
    read_months,
    read_night,
    read_season,
    read_shifted_month,
    read_unit,
    read_weekday,
    read_word,
    read_year,
    vocabulary,
)
from kg.lexicon import REMEMBERED

FIGURE = re.compile(r"\d")
# Kinds of words with figures.
FIGURES = {
    "day": re.compile(r"\d\."),
    "numbers": re.compile(r"\d\.\s?\d{1,2}\."),
    "year": re.compile(r"\d{4}"),
}

Reader = Callable[[re.Match[str], Context], str | None]


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a date and how it is read."""

    pattern: re.Pattern[str]
    read: Reader
    needs: frozenset[str]  # kinds of words, each of which it has within


def _any(alternatives: Iterable[str]) -> str:
    longest_first = sorted(alternatives, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in longest_first)


@cache
def all_forms() -> tuple[Form, ...]:
    """All forms; where two match the same words whole, the first counts."""
    return (*_day_forms(), *_month_and_year_forms(), *_relative_forms())


def kinds_within(text: str) -> set[str]:
    """The kinds of words in dates that a text has within."""
    words = set(chain.from_iterable(map(kinds_of, text.split())))
    if FIGURE.search(text):
        words |= {kind for kind, form in FIGURES.items() if form.search(text)}
    return words


@lru_cache(maxsize=REMEMBERED)
def kinds_of(word: str) -> tuple[str, ...]:
    """The kinds of words in dates that a word of a text has within."""
    lower = word.lower()
    return tuple({kind for hint, kind in hints() if hint in lower})


@cache
def hints() -> tuple[tuple[str, str], ...]:
    """What a word without figures has within, in lower case, with the kind of words it is of."""
    tables = {
        "adverb": vocabulary("days"),
        "before": (*vocabulary("months_ago"), *vocabulary("years_ago")),
        "month": (*vocabulary("months"), *vocabulary("month_abbreviations")),
        "night": ("nacht",),
        "shift": vocabulary("shifts"),
        "span": ("jahr", "monat", "tag", "woche"),
        "unit": ("jahr", "monat"),
        "week": ("woche",),
        "weekday": vocabulary("weekdays"),
    }
    return tuple((hint, kind) for kind, words in tables.items() for hint in _shortest(words))


def _shortest(words: Collection[str]) -> tuple[str, ...]:
    """The words that have none of the others within."""
    return tuple(w for w in words if not any(other in w for other in words if other != w))


def _form(pattern: str, read: Reader, *needs: str) -> Form:
    return Form(re.compile(pattern), read, frozenset(needs))


PREPOSITION = r"(?:(?<!\w)(?i:am|ab|bis|dem|den|für|seit|vom|von|zum)\s)?"
DAY = r"(?<![\d.,:])(?P<day>\d{1,2})\.\s?"
YEAR = r"(?P<year>1\d{3}|20\d\d|2100)(?!\d|[.,:/]\d|[-/]\w)"


def _month() -> str:
    names = _any(name.title() for name in vocabulary("months"))
    short = _any(name.title() for name in vocabulary("month_abbreviations"))
    return rf"(?:(?P<month>{names}|(?:{short})\.?)(?!\w|-\w))"


def _shift_pattern(group: str) -> str:
    return rf"(?P<{group}>(?i:{_any(vocabulary('shifts'))})e[mnrs]?)(?!\w)"


def _weekday() -> str:
    names = _any(name.title() for name in vocabulary("weekdays"))
    parts = _any(vocabulary("parts")["words"])
    return rf"(?P<weekday>{names})(?:\s?(?i:{parts})s?)?(?!\w|-\w)"


def _day_forms() -> Iterator[Form]:
    of_year = rf"\s(?:des\s)?{_shift_pattern('of_year')}\sJahres"
    number = r"(?P<month>\d{1,2})\.\s?"
    last = rf"(?:(?i:{_any(vocabulary('shifts'))})e[mnrs]?\s)?"
    named = rf"(?:{PREPOSITION}{last}{_weekday()},?\s\(?)?{PREPOSITION}"
    written = r"(?P<year>\d{4}(?!\d|\.\d)|\d{2}(?!\d|\.\d))"
    yield _form(
        rf"{named}{DAY}{_month()}(?:\s(?P<year>\d{{4}})(?!\d)|{of_year})?", read_day, "day", "month"
    )
    yield _form(rf"{named}{DAY}{number}{written}", read_day, "numbers")
    yield _form(rf"{PREPOSITION[:-1]}{DAY}{number}(?!\s?\d)", read_day, "numbers")
    yield _form(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", read_day, "year")
    until = r"(?:\s?[–/-]\s?|\s(?i:bis|und)\s(?:(?i:zum|dem)\s)?)"
    days = rf"(?<![\d.])\d{{1,2}}\.{until}\d{{1,2}}\.\s?{_month()}"
    yield _form(rf"{days}(?:\s{YEAR})?", read_month, "day", "month")


def _month_and_year_forms() -> Iterator[Form]:
    of_year = rf"\s(?:des\s)?{_shift_pattern('of_year')}\sJahres"
    cue = rf"(?<!\w)(?:(?i:{_any(vocabulary('month_cues'))})\s)"
    last = rf"(?P<last>{_any(name.title() for name in vocabulary('months'))})"
    between = rf"(?<!\w)(?i:von|zwischen)\s{_month()}\s(?:bis|und)\s{last}"
    yield _form(rf"{between}(?:\s{YEAR}|{of_year})", read_months, "month")
    yield _form(rf"(?:{cue})?(?<!\w){_month()}(?:\s{YEAR}|{of_year})", read_month, "month")
    yield _form(rf"{cue}{_month()}(?!\s\d)", read_month, "month")
    shift = _shift_pattern("shift")
    yield _form(rf"(?:{cue})?(?<!\w){shift}\s{_month()}", read_shifted_month, "month", "shift")
    year_cue = rf"(?<!\w)(?:(?i:im|des|vom)\s)?(?P<cue>(?i:{_any(vocabulary('year_cues'))}))\s"
    yield _form(year_cue + YEAR, read_year, "year")
    yield _form(
        r"(?<![\d/.])(?P<year>1[89]\d\d|20\d\d)/(?P<next>\d{4}|\d\d)(?![\d/])",
        read_season,
        "year",
    )
    after = rf"\s(?:[A-ZÄÖÜ]|(?:{_any(vocabulary('not_year_after'))})(?!\w))"
    yield _form(rf"(?<![\w.,/:+-]){YEAR}(?!\w|\s?[%€$°]|{after})", read_bare_year, "year")


def _relative_forms() -> Iterator[Form]:
    yield from _named_day_forms()
    part = r"(?:(?i:anfang|ende|mitte)\s(?:(?i:des)\s)?|(?i:im|in|des|zum)\s)?"
    unit = r"(?P<unit>Jahr(?:es)?|Monat(?:e?s)?)(?!\w|-\w)"
    yield _form(rf"(?<!\w){part}{_shift_pattern('shift')}\s{unit}", read_unit, "shift", "unit")
    whole = r"(?i:anfang|ende|mitte)\s(?i:des)\s(?P<shift>(?!))?"
    yield _form(rf"(?<!\w){whole}{unit}", read_unit, "unit")
    count = rf"(?P<count>\d{{1,3}}|(?i:{_any(vocabulary('measured')['numbers'])}))"
    units = r"(?P<unit>Tage?n?|Wochen?|Monat(?:en)?|Jahr(?:en)?)(?!\w)"
    yield _form(rf"(?<!\w)(?P<when>(?i:vor|in))\s(?:genau\s)?{count}\s{units}", read_ago, "span")
    words = _any([word for key in ("months_ago", "years_ago") for word in vocabulary(key)])
    yield _form(rf"(?<!\w)(?:(?i:im|des)\s)?(?P<word>(?i:{words}))(?!\w)", read_word, "before")


def _named_day_forms() -> Iterator[Form]:
    parts, shift = _any(vocabulary("parts")["words"]), _shift_pattern("shift")
    words = [w for word in vocabulary("days") for w in (word, word.capitalize()) if w != "Morgen"]
    first = r"(?:^|(?<=[.:!?]\s))Morgen(?=$|\s[a-zäöü])"  # else the noun
    adverb = rf"(?P<adverb>{_any(words)}|{first})"
    yield _form(rf"(?<![\w-]){adverb}(?:\s(?i:{parts}))?(?!\w|-\w)", read_adverb, "adverb")
    late = rf"(?:(?i:{_any(vocabulary('parts')['adjectives'])})\s)?"
    yield _form(
        rf"(?<![\w-]){PREPOSITION}(?:{shift}\s)?{late}{_weekday()}", read_weekday, "weekday"
    )
    of_week = rf"\s(?:der\s)?{_shift_pattern('shift')}\sWoche"
    yield _form(
        rf"(?<![\w-]){PREPOSITION}{late}{_weekday()}{of_week}",
        read_day_of_week,
        "shift",
        "week",
        "weekday",
    )
    yield _form(rf"(?<!\w)(?:(?i:in\sder)\s)?{shift}\sNacht(?!\w)", read_night, "night", "shift")
    names = _any(name.title() for name in vocabulary("weekdays"))
    night = rf"(?i:in der nacht)\s(?:(?i:vo[mn])\s(?:{names})\s)?(?i:zum|auf)\s(?:(?i:den)\s)?"
    yield _form(rf"{night}(?:{shift}\s)?{_weekday()}", read_weekday, "night", "weekday")
