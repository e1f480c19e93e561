"""Agents that a passive leaves open."""

import pytest

from kg.implied import implied_police
from tests.trees import word
from tests.worlds import read

BEFORE = "Die 2 det ART\n{} 3 nsubj NN\nkam 0 _ VVFIN\n\n"
ARREST = "Otto 3 nsubj:pass NE\nwurde 3 aux:pass VAFIN\nverhaftet 0 _ VVPP"


def police(table: str) -> str:
    reading = read(table, {"Otto": "PER"})
    found = implied_police(reading, word(reading.doc, "verhaftet"))
    return found.text if found else ""


@pytest.mark.parametrize(("noun", "found"), [("Polizei", "Polizei"), ("Partei", "")])
def test_the_police_named_before_arrest(noun: str, found: str) -> None:
    assert police(BEFORE.format(noun) + ARREST) == found


def test_the_police_to_whom_somebody_is_handed_did_not_arrest() -> None:
    handed = "\nund 7 cc KON\nan 6 case APPR\nPolizei 7 obl NN\nübergeben 3 conj VVPP"
    assert police(ARREST + handed) == ""


def test_the_police_far_above_do_not_arrest() -> None:
    between = "Es 2 nsubj PPER\nregnet 0 _ VVFIN\n\n" * 3
    assert police(BEFORE.format("Polizei") + between + ARREST) == ""
