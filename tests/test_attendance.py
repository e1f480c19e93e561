"""Who acts at a meeting takes part in it."""

import pytest

from kg.attendance import attendance_drafts
from kg.model import Modality
from kg.propositions import find_propositions
from tests.worlds import read, small_lexicon

TABLE = """
    {}      2 nsubj {}   _ {}
    {}      0 _     VVFIN {}
    {}      5 case  APPR
    dem     5 det   ART
    Gipfel  2 obl   NN   _ Case=Dat|Number=Sing
    {}      2 advmod {}
"""


def attendances(*words: str) -> list[tuple[str, str, Modality]]:
    """Who takes part in what in a clause, and how sure that is."""
    reading = read(TABLE.format(*words), {"Ada": "PER"})
    drafts = attendance_drafts(reading, find_propositions(reading.doc, small_lexicon()))
    return [(d.subject.text, d.object.text, d.modality) for d in drafts]


def test_who_speaks_at_a_meeting_takes_part_in_it() -> None:
    found = attendances("Ada", "NE", "_", "sprach", "sprechen", "auf", "lange", "ADV")
    assert found == [("Ada", "Gipfel", Modality.ASSERTED)]


@pytest.mark.parametrize(
    "words",
    [
        ("Ada", "NE", "_", "sprach", "sprechen", "vor", "lange", "ADV"),  # not at it
        ("Ada", "NE", "_", "sprach", "sprechen", "auf", "nicht", "PTKNEG"),
        ("Menschen", "NN", "Number=Plur", "sprachen", "sprechen", "auf", "lange", "ADV"),
    ],
)
def test_others_do_not(words: tuple[str, ...]) -> None:
    assert attendances(*words) == []


def test_a_war_is_no_meeting() -> None:
    table = """
        Ada   2 nsubj NE
        starb 0 _     VVFIN sterben
        in    5 case  APPR
        dem   5 det   ART
        Krieg 2 obl   NN   _ Case=Dat|Number=Sing
    """
    reading = read(table, {"Ada": "PER"})
    propositions = find_propositions(reading.doc, small_lexicon())
    assert list(attendance_drafts(reading, propositions)) == []


@pytest.mark.parametrize(("noun", "count"), [("Rande", 1), ("Ort", 0)])
def test_at_the_edge_of_a_meeting(noun: str, count: int) -> None:
    table = f"""
        Ada     2 nsubj NE
        sprach  0 _     VVFIN sprechen
        am      4 case  APPRART
        {noun}  2 obl   NN {noun.removesuffix("e")}
        des     6 det   ART
        Gipfels 4 nmod  NN Gipfel Case=Gen|Number=Sing
    """
    reading = read(table, {"Ada": "PER"})
    propositions = find_propositions(reading.doc, small_lexicon())
    assert len(list(attendance_drafts(reading, propositions))) == count
