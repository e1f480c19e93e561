"""Find time expressions in German sentences and resolve them against the day of publication.

Dates are ISO strings as precise as the words: day, month or year. Vocabulary is data
(`lexicon/dates.toml`); each form is one regular expression with one reader.

Method: a small reader of our own. dateparser 1.5 was tried on these forms and is not right for
German: it fills what is missing from the publication date (*2020* → 20 September 2020), does not
know *am Dienstagabend*, *vergangenes Jahr* or *Anfang März*, its search takes *1500 Menschen* for
a year and reads *vor zwei Jahren in* as a date to come. dateutil knows no German.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.date_forms import Form, all_forms, kinds_within
from kg.date_readers import Context, published_parts


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
    context = Context(published_parts(published), future)
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
    matches = _matches(text)
    if not matches:
        return []
    context = Context(published_parts(published), future)
    found = ((match.start(), match.end(), form.read(match, context)) for form, match in matches)
    return list(_disjoint((start, end, value) for start, end, value in found if value))


@lru_cache(maxsize=2)  # a sentence is read by the past and by the future
def _matches(text: str) -> tuple[tuple[Form, re.Match[str]], ...]:
    """What looks like a date in a text."""
    forms = _possible_forms(text)
    return tuple((form, match) for form in forms for match in form.pattern.finditer(text))


def _possible_forms(text: str) -> list[Form]:
    """The forms that a text may hold, as most sentences hold none."""
    kinds = kinds_within(text)
    return [form for form in all_forms() if form.needs <= kinds] if kinds else []


def _whole(expression: str) -> Iterator[tuple[Form, re.Match[str]]]:
    for form in all_forms():
        match = form.pattern.fullmatch(expression)
        if match:
            yield form, match


def _disjoint(spans: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    taken = 0
    for start, end, value in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= taken:
            yield start, end, value
            taken = end
