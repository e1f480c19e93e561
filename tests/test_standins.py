"""Entities behind objects that are none."""

import pytest

from kg.drafts import End
from kg.lexicon import Frame
from kg.model import Argument
from kg.standins import former_body, leaves_office, standins
from tests.trees import word
from tests.worlds import read

NAMES = {"Nordbund": "ORG", "Lalburg": "LOC", "Ada Alm": "PER"}


def behind(relation: str, table: str, noun: str) -> list[str]:
    """What stands behind a noun as the object of a relation."""
    reading = read(table, NAMES)
    argument = Argument("patient", word(reading.doc, noun).i)
    frame = Frame(relation, "verb", ("agent",), ("patient",))
    return [e.text for e in standins(reading, frame, [argument])]


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("Rebellen 2 nmod NN _ Number=Plur", ["Rebellen"]),
        ("in 4 case APPR\nLalburg 2 nmod NE", ["Lalburg"]),
        ("mit 4 case APPR\nLalburg 2 nmod NE", []),
    ],
)
def test_positions_are_attacked_as_who_holds_them(phrase: str, found: list[str]) -> None:
    table = f"Russland 0 nsubj NE\nStellungen 1 obj NN Stellung\n{phrase}"
    assert behind("attacked", table, "Stellungen") == found


def test_the_adjective_of_a_position() -> None:
    table = "russische 2 amod ADJA\nStellungen 0 obj NN Stellung"
    assert behind("attacked", table, "Stellungen") == ["russische"]


def test_a_share_of_the_shares() -> None:
    table = """
        20      2 nummod CARD
        Prozent 0 obj    NN
        der     4 det    ART
        Anteile 2 nmod   NN Anteil
        an      6 case   APPR
        Nordbund 4 nmod  NE
    """
    assert behind("owns", table, "Prozent") == ["Nordbund"]


def test_other_nouns_and_relations_stand_for_nobody() -> None:
    table = "Meinungen 0 obj NN Meinung\nin 3 case APPR\nLalburg 1 nmod NE"
    assert behind("attacked", table, "Meinungen") == []
    assert behind("visited", table.replace("Meinung", "Stellung"), "Stellungen") == []


def left(table: str, named: str) -> str:
    """What somebody leaves with an office."""
    reading = read(table, NAMES)
    token = word(reading.doc, named)
    subject = End(reading.by_token.get(token.i), token.text, token.i)
    arguments = [Argument("als", t.i) for t in reading.doc if t.text == "Präsidentin"]
    body = former_body(reading, arguments, subject)
    return body.text if body else ""


def test_an_office_tells_what_is_left() -> None:
    as_president = """
        Alm         2 nsubj NE
        trat        0 _     VVFIN
        als         4 case  APPR
        Präsidentin 2 obl   NN
        des         6 det   ART
        Nordbund    4 nmod  NE
        zurück      2 compound:prt PTKVZ
    """
    assert left(as_president, "Alm") == "Nordbund"
    assert left("Alm 2 nsubj NE\ntrat 0 _ VVFIN\nzurück 2 compound:prt PTKVZ", "Alm") == ""


@pytest.mark.parametrize(("noun", "found"), [("LB-Anteile", True), ("LB-Angestellte", False)])
def test_a_compound_with_a_hyphen_may_keep_its_ending(noun: str, found: bool) -> None:
    table = f"Ada 2 nsubj NE\nhält 0 _ VVFIN\n{noun} 2 obj NN\ndes 5 det ART\nNordbund 3 nmod NE"
    assert bool(behind("owns", table, noun)) is found


@pytest.mark.parametrize("lemma", ["Vorzugsaktie", "Vorzugsaktien"])
def test_the_lemma_of_a_compound_may_be_left_in_the_plural(lemma: str) -> None:
    table = f"""
        Prozent 0 obj  NN
        der     3 det  ART
        Vorzugsaktien 1 nmod NN {lemma} Number=Plur|Case=Gen
        von     5 case APPR
        Nordbund 3 nmod NE
    """
    assert behind("owns", table, "Prozent") == ["Nordbund"]
    assert behind("attacked", table, "Prozent") == []


LEFT = """
    Ada      2 nsubj NE
    gab      0 _     VVFIN geben
    ihr      4 det   PPOSAT
    {noun}   2 obj   NN
    auf      2 compound:prt PTKVZ
"""


@pytest.mark.parametrize(
    ("noun", "office"), [("Amt", True), ("Spitzenposten", True), ("Haus", False)]
)
def test_the_office_itself_is_left(noun: str, *, office: bool) -> None:
    reading = read(LEFT.format(noun=noun), NAMES)
    arguments = [Argument("patient", word(reading.doc, noun).i)]
    assert leaves_office(reading, arguments, ("patient",)) is office
    assert leaves_office(reading, arguments, ("von",)) is False
