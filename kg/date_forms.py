"""What a time expression looks like: each way of writing one is a regular expression."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

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

UNITS = ("jahr", "monat", "nacht", "tag", "woche")

Reader = Callable[[re.Match[str], Context], str | None]


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a date and how it is read."""

    pattern: re.Pattern[str]
    read: Reader
    digits: bool  # whether it has any, so that a text without cannot match


def _any(alternatives: Iterable[str]) -> str:
    longest_first = sorted(alternatives, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in longest_first)


@cache
def all_forms() -> tuple[Form, ...]:
    """All forms; where two match the same words whole, the first counts."""
    return (*_day_forms(), *_month_and_year_forms(), *_relative_forms())


@cache
def hints() -> tuple[str, ...]:
    """Words in lower case, one of which each form without digits has within."""
    tables = ("months", "month_abbreviations", "weekdays", "days", "months_ago", "years_ago")
    listed = (word for table in tables for word in vocabulary(table))
    return tuple(sorted({*UNITS, *listed}))


def _form(pattern: str, read: Reader, *, digits: bool = False) -> Form:
    return Form(re.compile(pattern), read, digits)


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
        rf"{named}{DAY}{_month()}(?:\s(?P<year>\d{{4}})(?!\d)|{of_year})?", read_day, digits=True
    )
    yield _form(rf"{named}{DAY}{number}{written}", read_day, digits=True)
    yield _form(rf"{PREPOSITION[:-1]}{DAY}{number}(?!\s?\d)", read_day, digits=True)
    yield _form(
        r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", read_day, digits=True
    )
    until = r"(?:\s?[–/-]\s?|\s(?i:bis|und)\s(?:(?i:zum|dem)\s)?)"
    yield _form(rf"(?<![\d.])\d{{1,2}}\.{until}\d{{1,2}}\.\s?{_month()}(?:\s{YEAR})?", read_month)


def _month_and_year_forms() -> Iterator[Form]:
    of_year = rf"\s(?:des\s)?{_shift_pattern('of_year')}\sJahres"
    cue = rf"(?<!\w)(?:(?i:{_any(vocabulary('month_cues'))})\s)"
    last = rf"(?P<last>{_any(name.title() for name in vocabulary('months'))})"
    between = rf"(?<!\w)(?i:von|zwischen)\s{_month()}\s(?:bis|und)\s{last}"
    yield _form(rf"{between}(?:\s{YEAR}|{of_year})", read_months)
    yield _form(rf"(?:{cue})?(?<!\w){_month()}(?:\s{YEAR}|{of_year})", read_month)
    yield _form(rf"{cue}{_month()}(?!\s\d)", read_month)
    yield _form(rf"(?:{cue})?(?<!\w){_shift_pattern('shift')}\s{_month()}", read_shifted_month)
    year_cue = rf"(?<!\w)(?:(?i:im|des|vom)\s)?(?P<cue>(?i:{_any(vocabulary('year_cues'))}))\s"
    yield _form(year_cue + YEAR, read_year, digits=True)
    yield _form(
        r"(?<![\d/.])(?P<year>1[89]\d\d|20\d\d)/(?P<next>\d{4}|\d\d)(?![\d/])",
        read_season,
        digits=True,
    )
    after = rf"\s(?:[A-ZÄÖÜ]|(?:{_any(vocabulary('not_year_after'))})(?!\w))"
    yield _form(rf"(?<![\w.,/:+-]){YEAR}(?!\w|\s?[%€$°]|{after})", read_bare_year, digits=True)


def _relative_forms() -> Iterator[Form]:
    yield from _named_day_forms()
    part = r"(?:(?i:anfang|ende|mitte)\s(?:(?i:des)\s)?|(?i:im|in|des|zum)\s)?"
    unit = r"(?P<unit>Jahr(?:es)?|Monat(?:e?s)?)(?!\w|-\w)"
    yield _form(rf"(?<!\w){part}{_shift_pattern('shift')}\s{unit}", read_unit)
    whole = r"(?i:anfang|ende|mitte)\s(?i:des)\s(?P<shift>(?!))?"
    yield _form(rf"(?<!\w){whole}{unit}", read_unit)
    count = rf"(?P<count>\d{{1,3}}|(?i:{_any(vocabulary('measured')['numbers'])}))"
    units = r"(?P<unit>Tage?n?|Wochen?|Monat(?:en)?|Jahr(?:en)?)(?!\w)"
    yield _form(rf"(?<!\w)(?P<when>(?i:vor|in))\s(?:genau\s)?{count}\s{units}", read_ago)
    words = _any([word for key in ("months_ago", "years_ago") for word in vocabulary(key)])
    yield _form(rf"(?<!\w)(?:(?i:im|des)\s)?(?P<word>(?i:{words}))(?!\w)", read_word)


def _named_day_forms() -> Iterator[Form]:
    parts, shift = _any(vocabulary("parts")["words"]), _shift_pattern("shift")
    words = [w for word in vocabulary("days") for w in (word, word.capitalize()) if w != "Morgen"]
    first = r"(?:^|(?<=[.:!?]\s))Morgen(?=$|\s[a-zäöü])"  # else the noun
    adverb = rf"(?P<adverb>{_any(words)}|{first})"
    yield _form(rf"(?<![\w-]){adverb}(?:\s(?i:{parts}))?(?!\w|-\w)", read_adverb)
    late = rf"(?:(?i:{_any(vocabulary('parts')['adjectives'])})\s)?"
    yield _form(rf"(?<![\w-]){PREPOSITION}(?:{shift}\s)?{late}{_weekday()}", read_weekday)
    of_week = rf"\s(?:der\s)?{_shift_pattern('shift')}\sWoche"
    yield _form(rf"(?<![\w-]){PREPOSITION}{late}{_weekday()}{of_week}", read_day_of_week)
    yield _form(rf"(?<!\w)(?:(?i:in\sder)\s)?{shift}\sNacht(?!\w)", read_night)
    names = _any(name.title() for name in vocabulary("weekdays"))
    night = rf"(?i:in der nacht)\s(?:(?i:vo[mn])\s(?:{names})\s)?(?i:zum|auf)\s(?:(?i:den)\s)?"
    yield _form(rf"{night}(?:{shift}\s)?{_weekday()}", read_weekday)
