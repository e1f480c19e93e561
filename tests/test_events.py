"""Which statements meet in an event."""

from typing import Any

import pytest

from kg.model import Evidence, Modality, Polarity, Span
from kg.rdf.events import events_of
from tests.corpora import BUND, HAFEN, NORDLAND, SOLDATEN, SUEDLAND, statement

DAY, NEXT = "2023-09-19", "2023-09-20"


def told(id_: str, document: str = "", **values: Any) -> Any:
    """A statement with a passage of its own, in an article of its own unless one is named."""
    evidence = Evidence(Span(document or id_, ord(id_), ord(id_) + 1), "x", "griff an")
    return statement(id_, evidence=evidence, **values)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"date": DAY}, {"date": DAY}, True),
        ({"date": DAY}, {"date": NEXT}, False),
        ({"date": DAY}, {"date": DAY, "object": BUND}, False),
        ({"date": DAY}, {"date": DAY, "relation": "accused"}, False),
        ({"date": DAY, "place": HAFEN}, {"date": DAY}, True),
        ({"date": DAY, "place": HAFEN}, {"date": DAY, "place": HAFEN}, True),
        ({"date": DAY, "place": HAFEN}, {"date": DAY, "place": SUEDLAND}, False),
        ({"date": DAY}, {"date": "2023-09"}, True),
        ({"date": DAY}, {"date": "2023"}, True),
        ({"date": DAY}, {"date": "2023-10"}, False),
        ({"date": DAY, "place": HAFEN}, {"date": "2023-09", "place": SUEDLAND}, False),
        ({"date": DAY}, {}, False),
        ({"date": DAY, "document": "a"}, {"document": "a"}, True),
        ({"document": "a"}, {"document": "a"}, False),
        ({"date": "2023-09"}, {"date": "2023-09"}, False),
    ],
)
def test_two_statements(one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    events = events_of([told("1", **one), told("2", **other)])
    assert (events["1"] == events["2"]) is same
    turned = events_of([told("2", **other), told("1", **one)])
    assert turned == events


def test_a_month_that_fits_two_days_joins_neither() -> None:
    events = events_of([told("1", date=DAY), told("2", date=NEXT), told("3", date="2023-09")])
    assert len(set(events.values())) == 3


def test_without_a_place_it_joins_no_side_where_the_places_differ() -> None:
    said = [told("1", date=DAY, place=HAFEN), told("2", date=DAY, place=BUND), told("3", date=DAY)]
    assert len(set(events_of(said).values())) == 3


def test_symmetric_relations_meet_in_either_direction() -> None:
    meeting = {"relation": "metWith", "date": DAY}
    turned = told("2", subject=SUEDLAND, object=NORDLAND, **meeting)
    assert len(set(events_of([told("1", **meeting), turned]).values())) == 1


def test_events_meet_through_a_third() -> None:
    evidence = Evidence(Span("a", 0, 9), "x", "griff an")
    both = [statement(i, evidence=evidence, object=o) for i, o in (("1", SUEDLAND), ("2", BUND))]
    both += [told("3", "a", date=DAY, object=BUND), told("4", "a", object=SUEDLAND)]
    assert set(events_of(both).values()) == {"1", "4"}


@pytest.mark.parametrize(
    "values",
    [
        {"polarity": Polarity.NEGATIVE},
        {"modality": Modality.REPORTED},
        {"modality": Modality.PLANNED},
        {"relation": "locatedIn", "object": HAFEN},
        {"relation": "killedCount", "subject": SOLDATEN, "object": "3", "literal": True},
    ],
)
def test_what_is_no_event(values: dict[str, Any]) -> None:
    assert events_of([told("1", **values)]) == {}
