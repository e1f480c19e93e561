"""Nouns with a possessive for somebody's state, and the other one of two."""

import pytest

from kg.coreference import resolve_pronouns
from kg.homelands import join_homelands
from kg.reading import Reading
from tests.worlds import read

PRESIDENT = """
    Der        3 det   ART
    {state}    3 amod  ADJA
    Präsident  6 nsubj NN  Präsident Gender=Masc|Number=Sing
    Otto       3 appos NE
    Alm        4 flat  NE
    kommt      0 _     VVFIN

    Sein       2 det   PPOSAT
    {noun}     3 nsubj NN  {noun} Gender=Neut|Number=Sing
    wartet     0 _     VVFIN
"""
STATES = """
    Russland    2 nsubj NE
    droht       0 _     VVFIN
    Ukraine     2 obj   NE

    Das         2 det   ART
    Nachbarland 3 nsubj NN  Nachbarland Gender=Neut|Number=Sing
    wartet      0 _     VVFIN
"""


def joined(table: str) -> Reading:
    reading = read(table, {"Otto Alm": "PER"})
    resolve_pronouns(reading)
    join_homelands(reading)
    return reading


@pytest.mark.parametrize(("noun", "one"), [("Land", True), ("Dorf", False)])
def test_the_state_of_an_office(noun: str, one: bool) -> None:
    reading = joined(PRESIDENT.format(state="russische", noun=noun))
    cluster = reading.by_token[7]
    assert (cluster.key == "Q159") is one


def test_a_state_that_nothing_tells_is_not_guessed() -> None:
    reading = joined(PRESIDENT.format(state="junge", noun="Land"))
    assert not reading.by_token[7].named
