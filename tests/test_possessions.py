"""Whose work or vehicle a thing is."""

import pytest

from kg.possessions import possession_drafts
from tests.worlds import read

NAMES = {"Nordbund": "ORG", "Ada Alm": "PER"}


def facts(table: str) -> set[tuple[str, str, str]]:
    drafts = possession_drafts(read(table, NAMES))
    return {(d.subject.text, d.relation, d.object.text) for d in drafts}


def thing(noun: str, owner: str) -> str:
    return f"Die 2 det ART\n{noun} 0 _ NN\n{owner}"


def test_an_organisation_owns_its_vehicles_and_weapons() -> None:
    table = thing("Rakete", "des 4 det ART\nNordbund 2 nmod NE")
    assert facts(table) == {("Nordbund", "owns", "Rakete des Nordbund")}


@pytest.mark.parametrize(
    "owner",
    [
        "bei 4 case APPR\nNordbund 2 nmod NE",  # a place to be, no owner
        "von 4 case APPR\nAda 2 nmod NE\nAlm 4 flat NE",  # personal things are no news
    ],
)
def test_others_own_nothing(owner: str) -> None:
    assert facts(thing("Rakete", owner)) == set()


def test_a_noun_for_something_else_is_owned_by_nobody() -> None:
    assert facts(thing("Stadt", "des 4 det ART\nNordbund 2 nmod NE")) == set()
