"""Names that compounds begin with."""

from dataclasses import replace

import pytest

from kg.compounds import firm, joined_part, named_part, part_of_region
from kg.gazetteer import Known
from tests.worlds import EU, RUSSIA, small_gazetteer

BUNDESTAG = Known("Q154797", "Organization", "organization", "Bundestag", "Bundestag", "Q154797")


@pytest.mark.parametrize("word", ["Nordrussland", "Nordrusslands", "Südwestrussland"])
def test_a_part_of_a_state(word: str) -> None:
    part = part_of_region(word, small_gazetteer())
    assert part is not None
    assert part[0] is RUSSIA


@pytest.mark.parametrize(
    "word", ["Russland", "Nordbayern", "Nordmoskau", "Nordische", "Nord", "Ostern"]
)
def test_no_part_of_a_state(word: str) -> None:
    assert part_of_region(word, small_gazetteer()) is None


def test_a_state_whose_name_begins_so_is_no_part() -> None:
    gazetteer = small_gazetteer()
    state = replace(gazetteer, names={**gazetteer.names, "Nordrussland": RUSSIA})
    assert part_of_region("Nordrusslands", state) is None


def test_a_region_is_part_of_its_state() -> None:
    region = Known("Nordrussland", "Place", "region", "Nordrussland", "", None, RUSSIA.key)
    gazetteer = small_gazetteer()
    found = part_of_region(
        "Nordrussland", replace(gazetteer, names={**gazetteer.names, "Nordrussland": region})
    )
    assert found is not None
    assert found[0] is RUSSIA


@pytest.mark.parametrize(
    ("word", "end"),
    [("Bundestagspräsident", 9), ("Bundestagspolizei", 9), ("Bundestagstochter", 9),
     ("Bundestagsuhr", 0), ("Bundestags", 0), ("Russlandpolitiker", 0),
     ("Russlandkrieg", 8), ("Moskaukrieg", 0), ("Russlandreise", 0)],
)  # fmt: skip
def test_a_name_without_hyphen(word: str, end: int) -> None:
    gazetteer = small_gazetteer()
    names = {**gazetteer.names, "Bundestag": BUNDESTAG}
    part = joined_part(word, replace(gazetteer, names=names))
    assert (part[2] if part else 0) == end


def test_a_name_before_a_hyphen() -> None:
    assert named_part("EU-Polizei", small_gazetteer()) == (EU, 0, 3)


@pytest.mark.parametrize(
    ("last", "whole", "kind"),
    [("Tochter", EU, "subsidiary"), ("Muttergesellschaft", EU, "parent"), ("Tochter", RUSSIA, ""),
     ("Konzern", EU, "")],
)  # fmt: skip
def test_what_a_firm_is_to_another(last: str, whole: Known, kind: str) -> None:
    assert firm(last, whole) == kind
