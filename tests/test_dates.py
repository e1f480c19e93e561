"""Time expressions: what they resolve to and where they stand."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.date_forms import FIGURES, all_forms, hints
from kg.dates import find_dates, resolve_date

WEDNESDAY = "2023-09-20"
MONTHS = (
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
)
DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2100, 12, 31))
# The first call compiles the patterns, which a busy machine may not do within the deadline.
no_deadline = settings(deadline=None)
RECENT = st.dates(min_value=date(1990, 1, 1), max_value=date(2050, 12, 31))


@no_deadline
@given(DAYS)
def test_every_day_comes_back(day: date) -> None:
    iso = f"{day.year:04}-{day.month:02}-{day.day:02}"
    written = f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
    assert resolve_date(written, "") == iso
    assert resolve_date(f"{day.day:02}.{day.month:02}.{day.year}", "") == iso
    sentence = f"Das geschah am {written}, hieß es."
    assert find_dates(sentence) == [(12, 15 + len(written), iso)]


@no_deadline
@given(RECENT, st.sampled_from(["Montag", "Dienstag", "Mittwoch", "Samstag", "Sonntag"]))
def test_weekdays_are_within_a_week(published: date, weekday: str) -> None:
    past = resolve_date(f"am {weekday}", published.isoformat())
    future = resolve_date(f"am {weekday}", published.isoformat(), future=True)
    assert past
    assert future
    assert timedelta() <= published - date.fromisoformat(past) < timedelta(days=7)
    assert timedelta() <= date.fromisoformat(future) - published < timedelta(days=7)
    assert date.fromisoformat(past).weekday() == date.fromisoformat(future).weekday()


@no_deadline
@given(st.text(max_size=60), st.sampled_from(["", "2023", "2023-09", WEDNESDAY]))
def test_any_text_can_be_read(text: str, published: str) -> None:
    spans = find_dates(text, published)
    assert all(0 <= start < end <= len(text) for start, end, _ in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    ("expression", "resolved"),
    [
        ("19. September 2023", "2023-09-19"),
        ("19.09.2023", "2023-09-19"),
        ("19.9.23", "2023-09-19"),
        ("19. Sept. 2023", "2023-09-19"),
        ("am 19. September", "2023-09-19"),
        ("am 19.09.", "2023-09-19"),
        ("Dienstag, dem 19. September 2023", "2023-09-19"),
        ("am 3. Januar", "2023-01-03"),
        ("am 31. Dezember", "2023-12-31"),
        ("3. bis 5. März 2020", "2020-03"),
        ("3. Mai vergangenen Jahres", "2022-05-03"),
        ("September 2023", "2023-09"),
        ("im Januar", "2023-01"),
        ("im Mai dieses Jahres", "2023-05"),
        ("im vergangenen Mai", "2023-05"),
        ("im vergangenen Oktober", "2022-10"),
        ("Anfang März", "2023-03"),
        ("Mitte März 2021", "2021-03"),
        ("Ende August", "2023-08"),
        ("2020", "2020"),
        ("im Jahr 2020", "2020"),
        ("seit 2020", "2020"),
        ("Ende des Jahres", "2023"),
        ("heute", "2023-09-20"),
        ("gestern Abend", "2023-09-19"),
        ("vorgestern", "2023-09-18"),
        ("zurzeit", "2023-09-20"),
        ("morgen", "2023-09-21"),
        ("übermorgen", "2023-09-22"),
        ("am Mittwoch", "2023-09-20"),
        ("am Dienstag", "2023-09-19"),
        ("am Dienstagabend", "2023-09-19"),
        ("Dienstagmorgen", "2023-09-19"),
        ("am späten Dienstagabend", "2023-09-19"),
        ("am Freitag", "2023-09-15"),
        ("für Freitag", "2023-09-22"),
        ("am vergangenen Mittwoch", "2023-09-13"),
        ("am vergangenen Freitag", "2023-09-15"),
        ("am kommenden Mittwoch", "2023-09-27"),
        ("am kommenden Freitag", "2023-09-22"),
        ("in der Nacht zum Mittwoch", "2023-09-20"),
        ("in der Nacht von Montag auf Dienstag", "2023-09-19"),
        ("vergangenes Jahr", "2022"),
        ("im kommenden Jahr", "2024"),
        ("im vergangenen Monat", "2023-08"),
        ("im Vorjahr", "2022"),
        ("vor drei Tagen", "2023-09-17"),
        ("vor einer Woche", "2023-09-13"),
        ("vor zehn Monaten", "2022-11"),
        ("vor zwei Jahren", "2021"),
    ],
)
def test_resolved(expression: str, resolved: str) -> None:
    assert resolve_date(expression, WEDNESDAY) == resolved
    assert find_dates(expression, WEDNESDAY) in (
        [(0, len(expression), resolved)],
        [],  # a bare round year
    )


@pytest.mark.parametrize(
    "expression",
    [
        "vergangene Woche",
        "kommende Woche",
        "am Wochenende",
        "einen Tag nach dem Angriff",
        "in drei Tagen",
        "vor wenigen Tagen",
        "31.02.2023",
        "12",
        "zwölf",
        "",
    ],
)
def test_unresolved(expression: str) -> None:
    assert resolve_date(expression, WEDNESDAY) is None


@pytest.mark.parametrize(
    ("expression", "resolved"),
    [
        ("am Freitag", "2023-09-22"),
        ("am Mittwoch", "2023-09-20"),
        ("im Januar", "2024-01"),
        ("im September", "2023-09"),
        ("am 19. September", "2024-09-19"),
        ("in drei Tagen", "2023-09-23"),
        ("in zwei Jahren", "2025"),
    ],
)
def test_future(expression: str, resolved: str) -> None:
    assert resolve_date(expression, WEDNESDAY, future=True) == resolved


@pytest.mark.parametrize(
    ("expression", "published", "resolved"),
    [
        ("gestern", "2023-09", "2023-09"),
        ("am Dienstag", "2023", "2023"),
        ("am 3. September", "2023-09", "2023-09-03"),
        ("vor zwei Jahren", "2023", "2021"),
        ("im Januar", "2023", "2023-01"),
        ("im vergangenen Monat", "2023-01", "2022-12"),
        ("vor fünf Monaten", "2023", None),
        ("gestern", "", None),
        ("am Dienstag", "2023-13-45", None),
        ("im Januar", "", None),
        ("28. Dezember", "2023-01-05", "2022-12-28"),
        ("10. Januar", "2023-11-20", "2024-01-10"),
        ("im Oktober", "2023-02-10", "2022-10"),
        ("29. Februar", "2024-03-01", "2024-02-29"),
        ("morgen", "2023-12-31", "2024-01-01"),
    ],
)
def test_publication(expression: str, published: str, resolved: str | None) -> None:
    assert resolve_date(expression, published) == resolved


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1500 Menschen kamen am Dienstag.", ["am Dienstag"]),
        ("2000 Soldaten wurden 2020 verlegt.", ["2020"]),
        ("Im Jahr 2020 Soldaten zu senden, war neu.", ["Im Jahr 2020"]),
        ("Eine Armee von 2000 Soldaten rückte vor.", []),
        ("Er war von 2005 bis 2010 Minister.", ["von 2005", "bis 2010"]),
        ("Rund 2000 wurden verletzt, mehr als 1850 getötet.", []),
        ("Die Agenda 2030 und die 2020er Jahre.", []),
        ("Der Preis stieg auf 1.500 Euro.", []),
        ("Um 19.30 Uhr sahen 12 Leute das Heute-Journal.", []),
        ("August Bebel traf Frau Mai.", []),
        ("Jeden Dienstag tagt der Rat.", []),
        ("Am folgenden Dienstag tagte der Rat.", []),
        ("Am Morgen des 5. Mai 2022 regnete es.", ["5. Mai 2022"]),
        ("Es endete am 3. März.", ["am 3. März"]),
        ("Seit Dienstag, 19. September 2023, gilt es.", ["Seit Dienstag, 19. September 2023"]),
        ("Morgen beginnt der Gipfel.", ["Morgen"]),
        ("Adam 5. Mai", ["5. Mai"]),
    ],
)
def test_found(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end, _ in find_dates(text, WEDNESDAY)] == expected


def test_months_from_to_are_dated_by_the_first() -> None:
    assert resolve_date("von Januar bis September 2005", "2023-09-20") == "2005-01"
    assert resolve_date("zwischen Dezember und März 2010", "2023-09-20") == "2009-12"


def test_the_number_of_a_resolution_is_no_year() -> None:
    assert find_dates("In der Sicherheitsratsresolution 1701 steht es.", "2023-09-20") == []


def test_every_word_that_makes_a_date_is_among_the_hints() -> None:
    for form in all_forms():
        pattern = form.pattern.pattern.lower()
        assert form.needs
        assert form.needs <= set(FIGURES) | {kind for hint, kind in hints() if hint in pattern}
    assert not find_dates("Der Minister sprach mit ihr.", WEDNESDAY)


def test_a_date_behind_a_weekday_with_an_adjective() -> None:
    text = "Er soll am letzten Freitag, dem 17. März 2006, gefahren sein."
    assert [value for _, _, value in find_dates(text, "2006-03-25")] == ["2006-03-17"]
    assert resolve_date("am letzten Freitag", "2006-03-25") == "2006-03-24"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("am Dienstag letzter Woche", "2023-09-12"),
        ("am Freitag dieser Woche", "2023-09-22"),
        ("am Montag der kommenden Woche", "2023-09-25"),
        ("in der vergangenen Nacht", WEDNESDAY),
        ("in der kommenden Nacht", "2023-09-21"),
        ("in dieser Nacht", None),
        ("am morgigen Freitag", "2023-09-22"),
        ("2006/2007", "2006"),
        ("2005/06", "2005"),
        ("1701/2006", None),
    ],
)
def test_weeks_nights_and_seasons(words: str, value: str | None) -> None:
    assert resolve_date(words, WEDNESDAY) == value
