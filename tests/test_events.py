"""Which statements meet in an event, by hand; `test_event_passages.py` reads articles."""

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from kg.model import (
    Corpus,
    Document,
    Entity,
    Evidence,
    Mention,
    Modality,
    Polarity,
    Span,
    Statement,
)
from kg.rdf.events import events_of
from tests.corpora import BUND, HAFEN, NORDLAND, SOLDATEN, SUEDLAND, statement

DAY, NEXT, LATER = "2023-09-19", "2023-09-20", "2023-09-21"
UNKNOWN, GUARDS = "https://example.org/a/unbekannte", "https://example.org/b/wachen"


def told(id_: str, document: str = "", **values: Any) -> Statement:
    """A statement with a passage of its own, in an article of its own unless one is named."""
    evidence = Evidence(Span(document or id_, ord(id_), ord(id_) + 1), "x", "griff an")
    return statement(id_, evidence=evidence, **values)


def events(
    *statements: Statement,
    published: Mapping[str, str] | None = None,
    entities: Iterable[Entity] = (),
) -> dict[str, str]:
    """Statement → event, whatever order the statements come in."""
    documents = tuple(Document(id_, "", published=day) for id_, day in (published or {}).items())
    found = events_of(Corpus(documents, tuple(entities), statements))
    assert events_of(Corpus(documents, tuple(entities), statements[::-1])) == found
    return {statement: event.id for statement, event in found.items()}


def entity(id_: str, type_: str, kind: str = "name") -> Entity:
    return Entity(id_, type_, "x", (), (Mention(Span("a", 0, 1), "x", kind),))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"date": DAY}, {"date": DAY}, True),
        ({"date": DAY}, {"date": NEXT}, False),
        ({"date": DAY}, {"date": DAY, "object": BUND}, False),
        ({"date": DAY}, {"date": DAY, "relation": "accused"}, False),
        ({"date": DAY}, {"date": DAY, "subject": SUEDLAND, "object": NORDLAND}, False),
        ({"date": DAY, "place": HAFEN}, {"date": DAY}, True),
        ({"date": DAY, "place": HAFEN}, {"date": DAY, "place": HAFEN}, True),
        ({"date": DAY, "place": HAFEN}, {"date": DAY, "place": BUND}, False),
        # The target as the place says nothing new.
        ({"date": DAY, "place": HAFEN}, {"date": DAY, "place": SUEDLAND}, True),
        ({"date": DAY}, {"date": "2023-09"}, True),
        ({"date": DAY}, {"date": "2023-10"}, False),
        ({"date": DAY, "place": HAFEN}, {"date": "2023-09", "place": BUND}, False),
        # Two attacks in one year are not one attack, but for one article that says both.
        ({"date": DAY}, {"date": "2023"}, False),
        ({"date": DAY, "document": "a"}, {"date": "2023", "document": "a"}, True),
        ({"date": DAY}, {}, False),
        ({"date": DAY, "document": "a"}, {"document": "a"}, True),
        ({"date": "2023-09"}, {"date": "2023-09"}, False),
        ({"date": "2023"}, {"date": "2023-09"}, False),
    ],
)
def test_two_statements(one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    found = events(told("1", **one), told("2", **other))
    assert (found["1"] == found["2"]) is same


@pytest.mark.parametrize(
    ("date", "published", "same"),
    [
        (DAY, DAY, True),
        (DAY, NEXT, True),
        (DAY, LATER, False),
        (NEXT, DAY, False),
        (DAY, "2023-09", False),
        (DAY, "", False),
        (None, DAY, True),
        (None, NEXT, False),
    ],
)
def test_without_a_date_the_day_of_the_article_tells(
    date: str | None, published: str, same: bool
) -> None:
    found = events(told("1", date=date), told("2", date=None), published={"1": DAY, "2": published})
    assert (found["1"] == found["2"]) is same


def test_what_fits_two_days_joins_neither() -> None:
    days = (told("1", date=DAY), told("2", date=NEXT))
    assert len(set(events(*days, told("3", date="2023-09")).values())) == 3
    assert len(set(events(*days, told("3"), published={"3": NEXT}).values())) == 3


def test_without_a_place_it_joins_no_side_where_the_places_differ() -> None:
    said = [told("1", date=DAY, place=HAFEN), told("2", date=DAY, place=BUND), told("3", date=DAY)]
    assert len(set(events(*said).values())) == 3


def test_symmetric_relations_meet_in_either_direction_and_visits_are_meetings() -> None:
    meeting = told("1", relation="metWith", date=DAY)
    turned = told("2", relation="metWith", date=DAY, subject=SUEDLAND, object=NORDLAND)
    visit = told("3", relation="visited", date=DAY, subject=SUEDLAND, object=NORDLAND)
    assert len(set(events(meeting, turned, visit).values())) == 1


def test_events_meet_through_a_third() -> None:
    evidence = Evidence(Span("a", 0, 9), "x", "griff an")
    both = [statement(i, evidence=evidence, object=o) for i, o in (("1", SUEDLAND), ("2", BUND))]
    both += [told("3", "a", date=DAY, object=BUND), told("4", "b", date=NEXT, object=BUND)]
    found = events(*both)
    assert found["1"] == found["2"] == found["3"] != found["4"]


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
    assert events(told("1", **values)) == {}


NAMELESS = (
    entity(UNKNOWN, "Group", "nominal"),
    entity(GUARDS, "Group", "nominal"),
    entity(BUND, "Organization"),
    entity(NORDLAND, "Place"),
    entity(SUEDLAND, "Place"),
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"subject": UNKNOWN}, {"subject": NORDLAND}, True),
        ({"subject": UNKNOWN}, {"subject": GUARDS}, True),
        ({"subject": UNKNOWN, "place": HAFEN}, {"subject": NORDLAND, "place": SUEDLAND}, False),
        ({"subject": SUEDLAND}, {"subject": NORDLAND}, False),
        ({"subject": UNKNOWN}, {"subject": NORDLAND, "date": NEXT}, False),
        # Many may say the same of somebody, and much happens in a country.
        ({"subject": UNKNOWN, "relation": "accused"}, {"relation": "accused"}, False),
        ({"subject": UNKNOWN, "object": SUEDLAND}, {"subject": GUARDS, "object": SUEDLAND}, False),
    ],
)
def test_who_acts_may_be_left_open(one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    usual = {"object": BUND, "date": DAY}
    found = events(told("1", **(usual | one)), told("2", **(usual | other)), entities=NAMELESS)
    assert (found["1"] == found["2"]) is same


def test_an_open_actor_is_neither_of_two_named_ones() -> None:
    named = (told("1", object=BUND, date=DAY), told("2", object=BUND, date=DAY, subject=SUEDLAND))
    left_open = told("3", object=BUND, date=DAY, subject=UNKNOWN)
    assert len(set(events(*named, left_open, entities=NAMELESS).values())) == 3


def test_an_article_that_tells_of_two_means_two() -> None:
    two = [
        told(i, "a", object=BUND, date=DAY, subject=s) for i, s in (("1", UNKNOWN), ("2", GUARDS))
    ]
    found = events(*two, told("3", object=BUND, date=DAY), entities=NAMELESS)
    assert len(set(found.values())) == 3
    undated = told("4", "a", object=BUND, subject=GUARDS)
    assert len(set(events(two[0], undated, entities=NAMELESS).values())) == 2


def test_a_state_acts_through_its_troops() -> None:
    troops = told("1", subject=GUARDS, date=DAY)
    theirs = told("2", subject=GUARDS, relation="partOf", object=NORDLAND)
    found = events(troops, theirs, told("3", date=DAY), entities=NAMELESS)
    assert found["1"] == found["3"]
    back = told("4", subject=NORDLAND, relation="partOf", object=GUARDS)
    assert events(troops, theirs, back, told("3", date=DAY), entities=NAMELESS) == found


def test_an_event_bears_one_name_in_every_build() -> None:
    here, there = told("1", date=DAY, place=HAFEN), told("2", date=DAY, place=HAFEN)
    other = told("3", date=DAY, place=HAFEN, object=BUND)
    name = events(here)["1"]
    assert name == events(there, other)["2"] == events(here, there, told("4", date=NEXT))["2"]
    assert name.startswith(f"assault-{DAY}-")
    assert name != events(other)["3"] != events(told("1", date=DAY))["1"]


def test_in_separate_builds_only_what_says_enough_has_one_name() -> None:
    on_a_day = {"1": DAY, "2": DAY}
    for values, same in (({"date": "2023-09"}, False), ({"date": "2023"}, False), ({}, True)):
        names = {events(told(id_, **values), published=on_a_day)[id_] for id_ in ("1", "2")}
        assert (len(names) == 1) is same, values
    assert events(told("1"))["1"] != events(told("2"))["2"]


def test_what_is_settled_keeps_its_name_and_draws_others_to_it() -> None:
    day, month, other = told("1", date=DAY), told("2", date="2023-09"), told("3", date="2023-10")
    corpus = Corpus(statements=(day, month, other))
    found = events_of(corpus, {"2": "settled", "3": "apart"})
    assert {id_: (event.id, event.date) for id_, event in found.items()} == {
        "1": ("settled", DAY),
        "2": ("settled", DAY),
        "3": ("apart", "2023-10"),
    }
    # What is one in the store stays one, and the more exact account gives the name.
    assert events_of(corpus, dict.fromkeys("123", "one"))["3"].id == "one"
    assert events_of(corpus, {"1": "exact", "2": "vague"})["2"].id == "exact"
