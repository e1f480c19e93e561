"""Find time expressions in German sentences and resolve them against the day of publication.

Dates are ISO strings as precise as the words: day, month or year. Vocabulary is data
(`lexicon/dates.toml`); each form is one regular expression with one reader.

Method: a small reader of our own. dateparser 1.5 was tried on these forms and is not right for
German: it fills what is missing from the publication date (*2020* → 20 September 2020), does not
know *am Dienstagabend*, *vergangenes Jahr* or *Anfang März*, its search takes *1500 Menschen* for
a year and reads *vor zwei Jahren in* as a date to come. dateutil knows no German.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from kg.lexicon import read_toml

WEEK = 7
MONTHS = 12
MIDDLE = 15  # day of a month
QUARTER = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Context:
    """What relative expressions are read against.

    Attributes:
        published: Year, month and day of publication as far as known.
        future: Whether the clause speaks of what is to come.
    """

    published: tuple[int, ...]
    future: bool


Reader = Callable[[re.Match[str], Context], str | None]


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a date and how it is read."""

    pattern: re.Pattern[str]
    read: Reader
    digits: bool  # whether it has any, so that a text without cannot match


def resolve_date(expression: str, published: str, *, future: bool = False) -> str | None:
    """Resolve one time expression.

    Args:
        expression: The words alone: *am Dienstagabend*, *19. September*, *vor zwei Jahren*.
        published: ISO date, month or year of publication, "" where unknown.
        future: Whether the clause speaks of what is to come; *am Dienstag* then is the next
            Tuesday from publication on, else the latest up to it.

    Returns:
        ISO date, month or year; None where the words give none (*am Wochenende*, *vergangene
        Woche*) or publication is not known well enough. A day without a year is in the year that
        puts it nearest to publication, in the next year only up to a quarter ahead.
    """
    context = Context(_published(published), future)
    expression = expression.strip()
    matches = (form.read(match, context) for form, match in _whole(expression))
    return next((value for value in matches if value), None)


def find_dates(
    text: str, published: str = "", *, future: bool = False
) -> list[tuple[int, int, str]]:
    """The time expressions of a sentence that can be resolved, in reading order.

    Args:
        text: A sentence.
        published: ISO date, month or year of publication; without it only absolute expressions
            are found.
        future: As for `resolve_date`.

    Returns:
        Start, end and ISO date of each; offsets into `text` are half-open, the preposition that
        belongs to the expression included. Spans do not overlap, the longest wins.
    """
    context, digits = Context(_published(published), future), bool(re.search(r"\d", text))
    found = (
        (match.start(), match.end(), form.read(match, context))
        for form in _forms()
        if digits or not form.digits
        for match in form.pattern.finditer(text)
    )
    return list(_disjoint((start, end, value) for start, end, value in found if value))


def _whole(expression: str) -> Iterator[tuple[Form, re.Match[str]]]:
    for form in _forms():
        match = form.pattern.fullmatch(expression)
        if match:
            yield form, match


def _disjoint(spans: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    taken = 0
    for start, end, value in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= taken:
            yield start, end, value
            taken = end


def _published(published: str) -> tuple[int, ...]:
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", published)
    parts = tuple(int(part) for part in match.groups() if part) if match else ()
    return parts if parts and _day(*(*parts, 1, 1)[:3]) else ()


# Readers: what a match means.


def _read_day(match: re.Match[str], context: Context) -> str | None:
    """*19. September 2023*, *19.09.2023*, *19. September*, *3. Mai vergangenen Jahres*."""
    month, day = _month_of(match), int(match["day"])
    year = _year_of(match, context) or _unwritten_year(month, day, context)
    made = _day(year, month, day) if year else None
    return made.isoformat() if made else None


def _read_month(match: re.Match[str], context: Context) -> str | None:
    """*September 2023*, *im Januar*, *im vergangenen Mai*; also *3. bis 5. März*."""
    month = _month_of(match)
    year = _year_of(match, context) or _unwritten_year(month, None, context)
    return f"{year:04}-{month:02}" if year else None


def _read_months(match: re.Match[str], context: Context) -> str | None:
    """*von Januar bis September 2005*: the first of the months."""
    first, last = _month_of(match), int(_words("months")[match["last"].lower()])
    year = _year_of(match, context)
    return f"{year - (first > last):04}-{first:02}" if year else None


def _read_shifted_month(match: re.Match[str], context: Context) -> str | None:
    """*im vergangenen Oktober*: the last one before the month of publication."""
    month, shift = _month_of(match), _shift(match["shift"])
    if len(context.published) == 1:
        return f"{context.published[0]}-{month:02}" if shift == 0 else None
    if not context.published:
        return None
    year, current = context.published[:2]
    year += (shift < 0 and month >= current) * -1 + (shift > 0 and month <= current)
    return f"{year:04}-{month:02}"


def _read_year(match: re.Match[str], _context: Context) -> str | None:
    """*im Jahr 2020*, *seit 2020*; but *eine Armee von 2000 Soldaten*."""
    weak = match["cue"].lower() in _words("weak_year_cues")
    before_noun = re.match(r"\s[A-ZÄÖÜ]", match.string[match.end() :])
    is_count = weak and before_noun and match["year"].endswith("00")
    return None if is_count else match["year"]


def _read_bare_year(match: re.Match[str], _context: Context) -> str | None:
    """A number alone; in running text a round one is more often a count (*2000 wurden …*)."""
    if match[0] == match.string:
        return match["year"]
    is_count = match["year"].endswith("00") or _preceded(match, "not_year_before")
    return None if is_count else match["year"]


def _read_adverb(match: re.Match[str], context: Context) -> str | None:
    return _days_away(_words("days")[match["adverb"].lower()], context)


def _read_weekday(match: re.Match[str], context: Context) -> str | None:
    """*am Dienstag*, *am kommenden Freitag*, *in der Nacht zum Mittwoch*."""
    if _preceded(match, "not_weekday_before"):
        return None
    if len(context.published) != len("ymd"):
        return _days_away(0, context)
    today = date(*context.published).weekday()
    ahead = (_words("weekdays")[match["weekday"].lower()] - today) % WEEK
    return _days_away(_weekday_offset(ahead, match, context), context)


def _weekday_offset(ahead: int, match: re.Match[str], context: Context) -> int:
    """Days to the weekday that comes `ahead` days after publication, as adjective or tense say."""
    shift = _shift(match["shift"]) if match["shift"] else 0
    future = context.future or match[0].lower().startswith(tuple(_words("future_cues")))
    if shift > 0:
        return (ahead or WEEK) + (shift - 1) * WEEK
    if shift < 0:
        return ahead + shift * WEEK
    return ahead if future or ahead == 0 else ahead - WEEK


def _read_unit(match: re.Match[str], context: Context) -> str | None:
    """*im vergangenen Jahr*, *Ende des Monats*, *dieses Jahr*."""
    return _units_away(match["unit"], _shift(match["shift"]) if match["shift"] else 0, context)


def _read_ago(match: re.Match[str], context: Context) -> str | None:
    """*vor drei Tagen*; *in drei Tagen* only of what is to come, else it is a duration."""
    if match["when"].lower() == "in" and not context.future:
        return None
    count = match["count"].lower()
    number = int(count) if count.isdecimal() else _words("measured")["numbers"][count]
    sign = -1 if match["when"].lower() == "vor" else 1
    days = _words("measured")["units"].get(match["unit"].lower())
    if days:
        return _days_away(sign * number * days, context)
    return _units_away(match["unit"], sign * number, context)


def _read_word(match: re.Match[str], context: Context) -> str | None:
    """*im Vorjahr*, *im Vormonat*, *heuer*."""
    word = match["word"].lower()
    if word in _words("months_ago"):
        return _units_away("monat", -_words("months_ago")[word], context)
    return _units_away("jahr", -_words("years_ago")[word], context)


# Reckoning.


def _days_away(days: int, context: Context) -> str | None:
    """A day so many days from publication; the month or year of that where only it is known."""
    if len(context.published) == len("ymd"):
        return (date(*context.published) + timedelta(days=days)).isoformat()
    return _joined(context.published) if abs(days) <= WEEK else None


def _units_away(unit: str, number: int, context: Context) -> str | None:
    """A month or year so many units from publication."""
    if not context.published:
        return None
    year, *month = context.published
    if unit.lower().startswith("jahr"):
        return f"{year + number:04}"
    if not month:
        return _joined(context.published) if abs(number) <= 1 else None
    years, index = divmod(month[0] - 1 + number, MONTHS)
    return f"{year + years:04}-{index + 1:02}"


def _joined(published: tuple[int, ...]) -> str | None:
    return "-".join(f"{part:02}" for part in published) or None


def _unwritten_year(month: int, day: int | None, context: Context) -> int | None:
    """The year that puts a day, or the middle of a month, nearest to publication."""
    if len(context.published) < len("ym"):
        return context.published[0] if context.published else None
    year, current, *rest = context.published
    today = date(year, current, rest[0] if rest and day else MIDDLE)
    years = range(year - 4, year + 5)  # the 29th of February comes every four years
    days = [made for each in years if (made := _day(each, month, day or MIDDLE))]
    if context.future:
        return min((d.year for d in days if d >= today), default=None)
    near = [d for d in days if d.year <= year or d - today <= QUARTER]
    return min(near, key=lambda d: abs(d - today)).year if near else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 31.02.2023 is a misprint or no date
        return None


def _month_of(match: re.Match[str]) -> int:
    name = match["month"].rstrip(".").lower()
    names = {**_words("months"), **_words("month_abbreviations")}
    return int(name) if name.isdecimal() else int(names[name])


def _year_of(match: re.Match[str], context: Context) -> int | None:
    """The year that a match names in digits or by *vergangenen Jahres*."""
    groups = match.groupdict()
    if groups.get("of_year") and context.published:
        return context.published[0] + _shift(groups["of_year"])
    if not groups.get("year"):
        return None
    year = int(groups["year"])
    # Two digits as POSIX has them: 69 to 99 are of the twentieth century.
    return year if len(groups["year"]) > 2 else year + (1900 if year >= 69 else 2000)


def _shift(adjective: str) -> int:
    stems = [stem for stem in _words("shifts") if adjective.lower().startswith(stem)]
    return int(_words("shifts")[max(stems, key=len)])


def _preceded(match: re.Match[str], key: str) -> bool:
    before = match.string[: match.start()].lower().rstrip()
    ends = (word if word in _words("last_parts") else rf"(?<!\w){word}" for word in _words(key))
    return any(re.search(rf"{end}$", before) for end in ends)


# Forms: what a date looks like.


def _words(key: str) -> Any:
    return read_toml("lexicon", "dates.toml")[key]


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _forms() -> tuple[Form, ...]:
    """All forms; where two match the same words whole, the first counts."""
    return (*_day_forms(), *_month_and_year_forms(), *_relative_forms())


def _form(pattern: str, read: Reader, *, digits: bool = False) -> Form:
    return Form(re.compile(pattern), read, digits)


PREPOSITION = r"(?:(?<!\w)(?i:am|ab|bis|dem|den|für|seit|vom|von|zum)\s)?"
DAY = r"(?<![\d.,:])(?P<day>\d{1,2})\.\s?"
YEAR = r"(?P<year>1\d{3}|20\d\d|2100)(?!\d|[.,:/]\d|[-/]\w)"


def _month() -> str:
    names = _any(name.title() for name in _words("months"))
    short = _any(name.title() for name in _words("month_abbreviations"))
    return rf"(?:(?P<month>{names}|(?:{short})\.?)(?!\w|-\w))"


def _shift_pattern(group: str) -> str:
    return rf"(?P<{group}>(?i:{_any(_words('shifts'))})e[mnrs]?)(?!\w)"


def _weekday() -> str:
    names = _any(name.title() for name in _words("weekdays"))
    parts = _any(_words("parts")["words"])
    return rf"(?P<weekday>{names})(?:\s?(?i:{parts})s?)?(?!\w|-\w)"


def _day_forms() -> Iterator[Form]:
    of_year = rf"\s(?:des\s)?{_shift_pattern('of_year')}\sJahres"
    number = r"(?P<month>\d{1,2})\.\s?"
    named = rf"(?:{PREPOSITION}{_weekday()},?\s\(?)?{PREPOSITION}"
    written = r"(?P<year>\d{4}(?!\d|\.\d)|\d{2}(?!\d|\.\d))"
    yield _form(
        rf"{named}{DAY}{_month()}(?:\s(?P<year>\d{{4}})(?!\d)|{of_year})?", _read_day, digits=True
    )
    yield _form(rf"{named}{DAY}{number}{written}", _read_day, digits=True)
    yield _form(rf"{PREPOSITION[:-1]}{DAY}{number}(?!\s?\d)", _read_day, digits=True)
    yield _form(
        r"(?<!\d)(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)", _read_day, digits=True
    )
    until = r"(?:\s?[–/-]\s?|\s(?i:bis|und)\s(?:(?i:zum|dem)\s)?)"
    yield _form(rf"(?<![\d.])\d{{1,2}}\.{until}\d{{1,2}}\.\s?{_month()}(?:\s{YEAR})?", _read_month)


def _month_and_year_forms() -> Iterator[Form]:
    of_year = rf"\s(?:des\s)?{_shift_pattern('of_year')}\sJahres"
    cue = rf"(?<!\w)(?:(?i:{_any(_words('month_cues'))})\s)"
    last = rf"(?P<last>{_any(name.title() for name in _words('months'))})"
    between = rf"(?<!\w)(?i:von|zwischen)\s{_month()}\s(?:bis|und)\s{last}"
    yield _form(rf"{between}(?:\s{YEAR}|{of_year})", _read_months)
    yield _form(rf"(?:{cue})?(?<!\w){_month()}(?:\s{YEAR}|{of_year})", _read_month)
    yield _form(rf"{cue}{_month()}(?!\s\d)", _read_month)
    yield _form(rf"(?:{cue})?(?<!\w){_shift_pattern('shift')}\s{_month()}", _read_shifted_month)
    year_cue = rf"(?<!\w)(?:(?i:im|des|vom)\s)?(?P<cue>(?i:{_any(_words('year_cues'))}))\s"
    yield _form(year_cue + YEAR, _read_year, digits=True)
    after = rf"\s(?:[A-ZÄÖÜ]|(?:{_any(_words('not_year_after'))})(?!\w))"
    yield _form(rf"(?<![\w.,/:+-]){YEAR}(?!\w|\s?[%€$°]|{after})", _read_bare_year, digits=True)


def _relative_forms() -> Iterator[Form]:
    yield from _named_day_forms()
    part = r"(?:(?i:anfang|ende|mitte)\s(?:(?i:des)\s)?|(?i:im|in|des|zum)\s)?"
    unit = r"(?P<unit>Jahr(?:es)?|Monat(?:e?s)?)(?!\w|-\w)"
    yield _form(rf"(?<!\w){part}{_shift_pattern('shift')}\s{unit}", _read_unit)
    whole = r"(?i:anfang|ende|mitte)\s(?i:des)\s(?P<shift>(?!))?"
    yield _form(rf"(?<!\w){whole}{unit}", _read_unit)
    count = rf"(?P<count>\d{{1,3}}|(?i:{_any(_words('measured')['numbers'])}))"
    units = r"(?P<unit>Tage?n?|Wochen?|Monat(?:en)?|Jahr(?:en)?)(?!\w)"
    yield _form(rf"(?<!\w)(?P<when>(?i:vor|in))\s(?:genau\s)?{count}\s{units}", _read_ago)
    words = _any([word for key in ("months_ago", "years_ago") for word in _words(key)])
    yield _form(rf"(?<!\w)(?:(?i:im|des)\s)?(?P<word>(?i:{words}))(?!\w)", _read_word)


def _named_day_forms() -> Iterator[Form]:
    parts, shift = _any(_words("parts")["words"]), _shift_pattern("shift")
    words = [w for word in _words("days") for w in (word, word.capitalize()) if w != "Morgen"]
    first = r"(?:^|(?<=[.:!?]\s))Morgen(?=$|\s[a-zäöü])"  # else the noun
    adverb = rf"(?P<adverb>{_any(words)}|{first})"
    yield _form(rf"(?<![\w-]){adverb}(?:\s(?i:{parts}))?(?!\w|-\w)", _read_adverb)
    late = r"(?:(?i:frühen|späten)\s)?"
    yield _form(rf"(?<![\w-]){PREPOSITION}(?:{shift}\s)?{late}{_weekday()}", _read_weekday)
    names = _any(name.title() for name in _words("weekdays"))
    night = rf"(?i:in der nacht)\s(?:(?i:vo[mn])\s(?:{names})\s)?(?i:zum|auf)\s(?:(?i:den)\s)?"
    yield _form(rf"{night}(?:{shift}\s)?{_weekday()}", _read_weekday)
