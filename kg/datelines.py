"""Title, date and source of an article in plain text.

News text carries them in header lines (`date: 2023-09-20`), in datelines (`Stand: 20.09.2023`,
`Berlin, 20. September 2023 (dpa) –`) and in its first line. All offsets count in the text given.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from babel.dates import get_month_names

# Key of a header line, lower case → field of a document.
HEADERS = {
    "date": "published",
    "datum": "published",
    "quelle": "source",
    "source": "source",
    "titel": "title",
    "title": "title",
    "url": "url",
}
# Words that introduce the date of publication.
LABELS = (
    r"Aktualisiert",
    r"Datum",
    r"Erschienen",
    r"Publiziert",
    r"Stand",
    r"Ver(?:ö|oe)ffentlicht",
    r"Zuletzt aktualisiert",
)
# News agencies, as datelines abbreviate them.
AGENCIES = (
    "AFP AP APA Bloomberg DAPD DDP DJ dpa dpa-AFX dpa-infocom dts epd IRNA KNA Keystone-SDA "
    "ots RIA Reuters SDA SID TASS Xinhua"
).split()
WEEKDAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag".split()
MONTHS = {
    name.rstrip(".").lower(): number
    for locale in ("de", "de_AT")
    for width in ("wide", "abbreviated")
    for number, name in get_month_names(width, locale=locale).items()
} | {"maerz": 3}

_HEAD_LINES = 5
_TAIL_LINES = 3
_LONGEST_TITLE = 150

_MONTH = "|".join(sorted(map(re.escape, MONTHS), key=lambda name: (-len(name), name)))
_DAY_MONTH = rf"\d{{1,2}}\.\s?(?:{_MONTH})\.?"
_DATE = (
    rf"(?P<date>\d{{4}}-\d\d-\d\d|\d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:\d{{4}}|\d\d)\b"
    rf"|(?:{_DAY_MONTH}|(?:{_MONTH})\.?)\s\d{{4}})"
)
_CLOCK = r"(?:,?\s?[–|-]?\s?(?:um\s)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\sUhr)?(?:\sME?S?Z)?)?"
_WHEN = rf"(?:(?:am|vom|den)\s)?(?:(?:{'|'.join(WEEKDAYS)}),?\s(?:den\s)?)?{_DATE}{_CLOCK}"
_TOWN = r"(?!\d)[^\W\d_][\w.'’-]*(?:[ /][^\W\d_][\w.'’-]*){0,3}(?:\s\([\w .-]+\))?"
_AGENCY = "|".join(sorted(map(re.escape, AGENCIES), key=lambda name: (-len(name), name)))
_SOURCE = rf"\((?P<source>(?:{_AGENCY})(?:[/, ]{{1,2}}(?:{_AGENCY}))*)\)"

_LABELLED = rf"(?:{'|'.join(LABELS)}):?\s{_WHEN}"
# Where a dateline may stand in a line → what it looks like.
_LINE_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"^{_LABELLED}",
        rf"^\(?{_WHEN}\)?$",
        rf"^{_TOWN},\s{_WHEN}(?:\s{_SOURCE})?\s?(?:[–—:-]+(?=\s|$)|$)",
        rf"^{_TOWN}(?:,\s{_DAY_MONTH})?\s{_SOURCE}\s?[–—:-]",
    )
)
_TITLE_LINE_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE) for pattern in (rf"\b{_LABELLED}", rf"\({_WHEN}\)$")
)
_TAIL_PATTERNS = _LINE_PATTERNS[:1]

_HEADER = re.compile(rf"({'|'.join(HEADERS)})(\s*:\s*|[ \t]+)(.*)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_BYLINE = re.compile(r"(?:Von|Text:|Autor(?:in)?:)\s", re.IGNORECASE)
_FULL_STOP = re.compile(r"(?<![.IVX])\.[\"“”«»‘’')]*$")
_DATE_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:[T ]\d\d:\d\d\S*)?)?)?",
        rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?(?P<year>\d{{4}}|\d\d){_CLOCK}",
        rf"(?:(?P<day>\d{{1,2}})\.\s?)?(?P<month>{_MONTH})\.?\s(?P<year>\d{{4}}){_CLOCK}",
    )
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Characters `start` to `end` (excluded) that say when or by whom a text was published.

    `published` is an ISO date, "" where none is given or the calendar does not have it.
    """

    start: int
    end: int
    published: str
    source: str


def parse_date(words: str) -> str:
    """Return an ISO date, month or year for an ISO or German date, "" where it is not one."""
    for form in _DATE_FORMS:
        if found := form.fullmatch(words.strip()):
            return _iso(**found.groupdict())
    return ""


def split_headers(text: str) -> tuple[dict[str, str], str]:
    """Split the header lines at the top from the text below them.

    Returns:
        The values by name of document field, as written, and the text without the header lines
        and the blank lines after them; the text itself where it has none.
    """
    fields: dict[str, str] = {}
    rest = text
    while found := _header(rest):
        field, value = found
        if field in fields:
            break
        fields[field] = value
        rest = rest.lstrip("\n").partition("\n")[2]
    return (fields, _without_blank_lines(rest)) if fields else ({}, text)


def find_datelines(text: str) -> list[Dateline]:
    """Find the datelines in the first and last lines, in reading order."""
    lines = list(_filled_lines(text))
    places = [(line, _LINE_PATTERNS) for line in lines[:_HEAD_LINES]]
    places += [(line, _TITLE_LINE_PATTERNS) for line in lines[:1]]
    places += [(line, _TAIL_PATTERNS) for line in lines[_HEAD_LINES:][-_TAIL_LINES:]]
    found = {
        dateline
        for (start, line), patterns in places
        for pattern in patterns
        for dateline in _matches(pattern, line, start)
    }
    return sorted(found, key=lambda dateline: (dateline.start, -dateline.end))


def find_title(text: str, datelines: list[Dateline]) -> str:
    """Return the headline in the first lines, "" where the text starts without one.

    A headline is short, has no full stop and is followed by a blank line or a dateline; above it
    a dateline or, where a dateline follows, one more such line (the kicker) may stand.
    """
    block: list[str] = []
    for start, line in _lines(text):
        dateline = _dateline_in(start, line, datelines)
        words = text[start : dateline.start] if dateline else line
        if words.strip() and not _BYLINE.match(words):
            block.append(words.strip(" \t|–—-"))
            if not dateline:
                continue
        if block:
            return _headline(block, most=2 if line.strip() else 1)
        if dateline and text[dateline.end : start + len(line)].strip(" )"):
            return ""  # running text begins behind the dateline
    return ""


def _iso(year: str, month: str | None, day: str | None) -> str:
    # Two digits of a year as POSIX reads them.
    full = int(year) + (0 if len(year) == 4 else 1900 if int(year) >= 69 else 2000)
    number = MONTHS.get((month or "1").lower()) or int(month or 1)
    try:
        iso = date(full, number, int(day or 1)).isoformat()
    except ValueError:
        return ""
    return iso if day else iso[:7] if month else iso[:4]


def _header(text: str) -> tuple[str, str] | None:
    found = _HEADER.match(text.lstrip("\n").partition("\n")[0])
    if not found:
        return None
    key, gap, value = found.groups()
    field = HEADERS[key.lower()]
    sure = ":" in gap or _fits(field, value) or (field in ("title", "source") and key.islower())
    return (field, value.strip()) if sure else None


def _fits(field: str, value: str) -> bool:
    return bool(
        (field == "published" and parse_date(value))
        or (field == "url" and _ADDRESS.fullmatch(value.strip()))
    )


def _without_blank_lines(text: str) -> str:
    lines = text.split("\n")
    while len(lines) > 1 and not lines[0].strip():
        del lines[0]
    return "\n".join(lines)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _filled_lines(text: str) -> Iterator[tuple[int, str]]:
    for start, line in _lines(text):
        if line.strip():
            yield start + len(line) - len(line.lstrip()), line.strip()


def _matches(pattern: re.Pattern[str], line: str, start: int) -> Iterator[Dateline]:
    if found := pattern.search(line):
        groups = found.groupdict()
        published, source = parse_date(groups.get("date") or ""), groups.get("source") or ""
        yield Dateline(start + found.start(), start + found.end(), published, source)


def _dateline_in(start: int, line: str, datelines: list[Dateline]) -> Dateline | None:
    end = start + len(line)
    return next((found for found in datelines if start <= found.start < end), None)


def _headline(block: list[str], most: int) -> str:
    fits = 0 < len(block) <= most and all(
        len(line) <= _LONGEST_TITLE and not _FULL_STOP.search(line) for line in block
    )
    return block[-1] if fits and any(map(str.isalpha, block[-1])) else ""
