"""Nouns and what their phrases tie them to."""

from collections.abc import Mapping

import pytest

from kg.anchors import anchor_drafts
from kg.gazetteer import load_gazetteer
from kg.lexicon import load_lexicon
from kg.reading import read_entities
from tests.worlds import named, read

NAMES = {"Ada": "PER", "Nordbund": "ORG", "Nordbunds": "ORG", "Lalburg": "LOC"}


def facts(table: str, names: Mapping[str, str] = NAMES) -> set[tuple[str, str, str]]:
    """The ends and relations that noun phrases of a text give."""
    found = anchor_drafts(read(table, names), [])
    return {(d.subject.text, d.relation, d.object.text) for d in found}


@pytest.mark.parametrize(
    ("preposition", "expected"),
    [("gegen", {("Rakete gegen Ada", "relatedTo", "Ada")}), ("trotz", set())],
)
def test_a_thing_has_to_do_with_a_name_in_its_phrase(
    preposition: str, expected: set[tuple[str, str, str]]
) -> None:
    table = f"""
        Die    2 det   ART
        Rakete 5 nsubj NN
        {preposition} 4 case APPR
        Ada    2 nmod  NE
        flog   0 _     VVFIN fliegen
    """
    assert facts(table) == expected


def test_a_thing_has_to_do_with_its_owner() -> None:
    table = """
        Ada     2 nsubj NE
        sucht   0 _     VVFIN suchen
        ihre    4 det   PPOSAT
        Rakete  2 obj   NN
    """
    reading = read(table, NAMES)
    assert list(anchor_drafts(reading, [])) == []  # whose it is nobody has told yet
    reading.by_token[2] = reading.by_token[0]
    (found,) = anchor_drafts(reading, [])
    assert found.subject.text == "ihre Rakete"
    assert found.object.cluster is reading.by_token[0]


def test_a_noun_that_is_denied_means_nothing() -> None:
    table = """
        Keine  2 det   PIAT
        Rakete 5 nsubj NN
        gegen  4 case  APPR
        Ada    2 nmod  NE
        flog   0 _     VVFIN fliegen
    """
    assert facts(table) == set()


def test_two_things_without_a_name_are_not_worth_it() -> None:
    table = """
        Die    2 det   ART
        Rakete 5 nsubj NN
        von    4 case  APPR
        Rebellen 2 nmod NN _ Number=Plur
        flog   0 _     VVFIN fliegen
    """
    assert facts(table) == set()


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("Teilnehmer", ("Teilnehmer des Gipfels", "participatedIn", "Gipfels")),
        ("Kritiker", ("Kritiker des Gipfels", "relatedTo", "Gipfels")),
    ],
)
def test_people_take_part_in_their_event_or_are_told_by_it(
    noun: str, expected: tuple[str, str, str]
) -> None:
    table = f"""
        Die      2 det   ART
        {noun}   5 nsubj NN  _ Number=Plur|Case=Nom
        des      4 det   ART
        Gipfels  2 nmod  NN  Gipfel Case=Gen|Number=Sing
        sprachen 0 _     VVFIN sprechen
    """
    reading = read_entities(named(table, {}), load_gazetteer(), load_lexicon())
    found = anchor_drafts(reading, [])
    assert {(d.subject.text, d.relation, d.object.text) for d in found} == {expected}


def test_what_an_event_is_of_is_left_to_other_rules() -> None:
    table = """
        Der    2 det   ART
        Krieg  5 nsubj NN _ Number=Sing
        gegen  4 case  APPR
        Ada    2 nmod  NE
        begann 0 _     VVFIN beginnen
    """
    assert facts(table) == set()


def test_whose_possession_a_thing_is_in_owns_it() -> None:
    table = """
        Die     2 det   ART
        Rakete  7 nsubj NN
        im      4 case  APPRART in
        Besitz  2 nmod  NN
        des     6 det   ART
        Nordbunds 4 nmod NE Nordbund Case=Gen
        flog    0 _     VVFIN fliegen
    """
    assert {(who, relation) for who, relation, _ in facts(table)} == {("Nordbunds", "owns")}


def test_a_fact_that_is_known_is_not_said_again() -> None:
    table = """
        Die    2 det   ART
        Rakete 5 nsubj NN
        gegen  4 case  APPR
        Ada    2 nmod  NE
        flog   0 _     VVFIN fliegen
    """
    reading = read(table, NAMES)
    known = list(anchor_drafts(reading, []))
    assert list(anchor_drafts(reading, known)) == []
