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


BOEING = "{owner}\nBoeing 0 _ NE\n737 2 flat CARD\n{behind}"


def test_people_own_what_a_noun_says_is_theirs() -> None:
    names = {"Boeing 737": "MISC", "Ada": "PER"}
    table = BOEING.format(owner="Eine 2 det ART", behind="von 5 case APPR\nAda 2 nmod NE")
    found = possession_drafts(read(table, names))
    assert [(d.subject.text, d.relation) for d in found] == [("Ada", "owns")]
    reading = read(BOEING.format(owner="Ihre 2 det PPOSAT", behind="Ada 2 parataxis NE"), names)
    reading.by_token[0] = reading.by_token[3]  # whom the pronoun stands for
    assert list(possession_drafts(reading)) == []


def test_the_agent_of_a_passive_owns_nothing() -> None:
    table = """
        Die      2 det  ART
        Rakete   5 nsubj:pass NN
        von      4 case APPR
        Nordbund 2 nmod NE
        entdeckt 0 _    VVPP
        wurde    5 aux:pass VAFIN
    """
    assert facts(table) == set()
    active = table.replace("aux:pass", "aux")
    assert facts(active) == {("Nordbund", "owns", "Rakete von Nordbund")}


def test_an_adjective_tells_whose_an_outpost_is() -> None:
    table = "Die 3 det ART\nrussische 3 amod ADJA\n{noun} 0 _ NN"
    assert facts(table.format(noun="Raumstation")) == set()  # no place of the small gazetteer
    assert facts(table.format(noun="Rakete")) == set()


def test_what_is_named_after_its_maker_is_owned_by_another() -> None:
    table = "Eine 2 det ART\nBoeing 0 _ NE\n737 2 flat CARD\ndes 5 det ART\nNordbund 2 nmod NE"
    found = possession_drafts(read(table, {"Boeing 737": "MISC", "Nordbund": "ORG"}))
    assert {(d.subject.text, d.relation, d.object.text) for d in found} == {
        ("Nordbund", "owns", "Boeing 737")
    }
