"""Who stands behind deeds, traits and texts."""

import pytest

from kg.deeds import authors, deed_owners
from kg.drafts import End
from kg.reading import Reading
from tests.worlds import read

NAMES = {"Nordbund": "ORG"}
PLAN = """
    Die       2 det  ART
    Art       0 _    NN
    der       4 det  ART
    Pläne     2 nmod NN
    des       6 det  ART
    Nordbunds 4 nmod NE Nordbund Case=Gen
"""


def keys(ends: list[End]) -> list[str]:
    """The names of ends."""
    return [e.cluster.key for e in ends if e.cluster]


def plan() -> Reading:
    """A trait of the plans of an organisation."""
    return read(PLAN, {"Nordbunds": "ORG"})


def test_blame_goes_through_things_to_their_owner() -> None:
    reading = plan()
    assert keys(deed_owners(reading, [reading.doc[1]], "accused")) == ["Nordbund"]


def test_praise_stops_at_the_thing() -> None:
    reading = plan()
    assert keys(deed_owners(reading, [reading.doc[1]], "supported")) == []
    assert keys(deed_owners(reading, [reading.doc[3]], "supported")) == ["Nordbund"]


@pytest.mark.parametrize(("noun", "speaks"), [("Bericht", True), ("Bagger", False)])
def test_a_text_speaks_for_its_authors(noun: str, speaks: bool) -> None:
    reading = read(f"Der 2 det ART\n{noun} 0 _ NN\nvon 4 case APPR\nNordbund 2 nmod NE", NAMES)
    end = End(None, noun, 1)
    assert keys(authors(reading, [end])) == ["Nordbund"] * speaks
    assert (authors(reading, [end]) == [end]) is not speaks


@pytest.mark.parametrize(
    ("relation", "case", "found"),
    [("rejected", "mit", True), ("accused", "durch", True), ("accused", "mit", False)],
)
def test_who_has_a_part_in_a_deed(relation: str, case: str, found: bool) -> None:
    reading = read(f"Die 2 det ART\nArbeit 0 _ NN\n{case} 4 case APPR\nNordbund 2 nmod NE", NAMES)
    assert keys(deed_owners(reading, [reading.doc[1]], relation)) == ["Nordbund"] * found
