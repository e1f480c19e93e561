"""Things that only their place in a frame shows."""

import pytest

from kg.model import Argument
from kg.things import thing_class, things_at
from tests.worlds import frame, read

CREATED = frame("created", "verb", "agent → patient")


def things(noun: str, before: str = "Einen 2 det ART") -> list[tuple[str, str]]:
    reading = read(f"{before}\n{noun} 3 obj NN {noun.lower()}\nbeschließen 0 _ VVINF")
    ends = things_at(reading, CREATED, [Argument("patient", 1)])
    return [(e.text, e.cluster.type) for e in ends if e.cluster]


def test_a_noun_that_no_list_has() -> None:
    assert things("Ethikunterricht") == [("Ethikunterricht", "Other")]


@pytest.mark.parametrize("noun", ["Zeitplanteil", "Umsetzung", "Durchführbarkeit", "Angriff"])
def test_vague_nouns_and_deeds_are_no_things(noun: str) -> None:
    assert things(noun) == []


def test_a_bare_noun_names_no_thing() -> None:
    assert things("Ethikunterricht", "Gern 3 advmod ADV") == []


def test_an_argument_elsewhere_is_not_meant() -> None:
    reading = read("Den 2 det ART\nPlan 3 obj NN plan\nbeschließen 0 _ VVINF")
    assert things_at(reading, CREATED, [Argument("agent", 1)]) == []


def test_nobody_attacks_an_unlisted_thing() -> None:
    assert thing_class(frame("attacked", "verb", "agent → patient")) == ""
    people = frame("supported", "verb", "agent → patient", object_types={"Person"})
    assert thing_class(people) == ""
