"""What a time expression means: from the match of a form to an ISO date."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
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


def vocabulary(key: str) -> Any:
    """A table of `lexicon/dates.toml`."""
    return read_toml("lexicon", "dates.toml")[key]


def read_day(match: re.Match[str], context: Context) -> str | None:
    """*19. September 2023*, *19.09.2023*, *19. September*, *3. Mai vergangenen Jahres*."""
    month, day = _month_of(match), int(match["day"])
    year = _year_of(match, context) or _unwritten_year(month, day, context)
    made = _day(year, month, day) if year else None
    return made.isoformat() if made else None


def read_month(match: re.Match[str], context: Context) -> str | None:
    """*September 2023*, *im Januar*, *im vergangenen Mai*; also *3. bis 5. März*."""
    month = _month_of(match)
    year = _year_of(match, context) or _unwritten_year(month, None, context)
    return f"{year:04}-{month:02}" if year else None


def read_months(match: re.Match[str], context: Context) -> str | None:
    """*von Januar bis September 2005*: the first of the months."""
    first, last = _month_of(match), int(vocabulary("months")[match["last"].lower()])
    year = _year_of(match, context)
    return f"{year - (first > last):04}-{first:02}" if year else None


def read_shifted_month(match: re.Match[str], context: Context) -> str | None:
    """*im vergangenen Oktober*: the last one before the month of publication."""
    month, shift = _month_of(match), _shift(match["shift"])
    if len(context.published) == 1:
        return f"{context.published[0]}-{month:02}" if shift == 0 else None
    if not context.published:
        return None
    year, current = context.published[:2]
    year += (shift < 0 and month >= current) * -1 + (shift > 0 and month <= current)
    return f"{year:04}-{month:02}"


def read_year(match: re.Match[str], _context: Context) -> str | None:
    """*im Jahr 2020*, *seit 2020*; but *eine Armee von 2000 Soldaten*."""
    weak = match["cue"].lower() in vocabulary("weak_year_cues")
    before_noun = re.match(r"\s[A-ZÄÖÜ]", match.string[match.end() :])
    is_count = weak and before_noun and match["year"].endswith("00")
    return None if is_count else match["year"]


def read_bare_year(match: re.Match[str], _context: Context) -> str | None:
    """A number alone; in running text a round one is more often a count (*2000 wurden …*)."""
    if match[0] == match.string:
        return match["year"]
    is_count = match["year"].endswith("00") or _preceded(match, "not_year_before")
    return None if is_count else match["year"]


def read_adverb(match: re.Match[str], context: Context) -> str | None:
    """*gestern*, *heute Abend*, *derzeit*."""
    return _days_away(vocabulary("days")[match["adverb"].lower()], context)


def read_weekday(match: re.Match[str], context: Context) -> str | None:
    """*am Dienstag*, *am kommenden Freitag*, *in der Nacht zum Mittwoch*."""
    if _preceded(match, "not_weekday_before"):
        return None
    if len(context.published) != len("ymd"):
        return _days_away(0, context)
    today = date(*context.published).weekday()
    ahead = (vocabulary("weekdays")[match["weekday"].lower()] - today) % WEEK
    return _days_away(_weekday_offset(ahead, match, context), context)


def _weekday_offset(ahead: int, match: re.Match[str], context: Context) -> int:
    """Days to the weekday that comes `ahead` days after publication, as adjective or tense say."""
    shift = _shift(match["shift"]) if match["shift"] else 0
    future = context.future or match[0].lower().startswith(_listed("future_cues"))
    if shift > 0:
        return (ahead or WEEK) + (shift - 1) * WEEK
    if shift < 0:
        return ahead + shift * WEEK
    return ahead if future or ahead == 0 else ahead - WEEK


def read_day_of_week(match: re.Match[str], context: Context) -> str | None:
    """*am Dienstag vergangener Woche*; weeks begin on Monday."""
    if len(context.published) != len("ymd"):
        return None
    monday = -date(*context.published).weekday()
    weekday = vocabulary("weekdays")[match["weekday"].lower()]
    return _days_away(monday + weekday + WEEK * _shift(match["shift"]), context)


def read_night(match: re.Match[str], context: Context) -> str | None:
    """*in der vergangenen Nacht*: the one that ended on the day of publication."""
    shift = _shift(match["shift"])
    return _days_away(int(shift > 0), context) if abs(shift) == 1 else None


def read_season(match: re.Match[str], _context: Context) -> str | None:
    """*Saison 2005/06*, *Schuljahr 2006/2007*: the year in which it begins."""
    first, second = int(match["year"]), match["next"]
    follows = str(first + 1).endswith(second)
    return match["year"] if follows else None


def read_unit(match: re.Match[str], context: Context) -> str | None:
    """*im vergangenen Jahr*, *Ende des Monats*, *dieses Jahr*."""
    return _units_away(match["unit"], _shift(match["shift"]) if match["shift"] else 0, context)


def read_ago(match: re.Match[str], context: Context) -> str | None:
    """*vor drei Tagen*; *in drei Tagen* only of what is to come, else it is a duration."""
    if match["when"].lower() == "in" and not context.future:
        return None
    count = match["count"].lower()
    number = int(count) if count.isdecimal() else vocabulary("measured")["numbers"][count]
    sign = -1 if match["when"].lower() == "vor" else 1
    days = vocabulary("measured")["units"].get(match["unit"].lower())
    if days:
        return _days_away(sign * number * days, context)
    return _units_away(match["unit"], sign * number, context)


def read_word(match: re.Match[str], context: Context) -> str | None:
    """*im Vorjahr*, *im Vormonat*, *heuer*."""
    word = match["word"].lower()
    if word in vocabulary("months_ago"):
        return _units_away("monat", -vocabulary("months_ago")[word], context)
    return _units_away("jahr", -vocabulary("years_ago")[word], context)


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
    names = {**vocabulary("months"), **vocabulary("month_abbreviations")}
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
    stems = [stem for stem in vocabulary("shifts") if adjective.lower().startswith(stem)]
    return int(vocabulary("shifts")[max(stems, key=len)])


def _preceded(match: re.Match[str], key: str) -> bool:
    before = match.string[: match.start()].lower().rstrip()
    if not before.endswith(_listed(key)):
        return False
    longer = vocabulary("last_parts")
    return any(w in longer or _is_word(w, before) for w in _listed(key) if before.endswith(w))


@cache
def _listed(key: str) -> tuple[str, ...]:
    return tuple(vocabulary(key))


def _is_word(word: str, text: str) -> bool:
    """Whether what a text ends in is no part of a longer word."""
    return not re.search(r"\w\Z", text.removesuffix(word))


@lru_cache(maxsize=1)  # all times of an article are read against one date
def published_parts(published: str) -> tuple[int, ...]:
    """Year, month and day of an ISO date as far as it has them, () where it is none."""
    match = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", published)
    parts = tuple(int(part) for part in match.groups() if part) if match else ()
    return parts if parts and _day(*(*parts, 1, 1)[:3]) else ()
