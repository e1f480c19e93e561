"""The state and the capital that a description means."""

import pytest

from tests.trees import word
from tests.worlds import RUSSIA, UKRAINE, read

LAND = """
    {state}  2 nsubj NE
    wartet   0 _     VVFIN
    .        2 punct $.

    {article} 2 det  ART
    {noun}   3 nsubj NN {noun} Number=Sing
    hofft    0 _     VVFIN
"""


@pytest.fixture(autouse=True)
def with_land(monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.gazetteer import Actor, forms
    from tests import worlds

    actor = Actor("Place", "relational")
    words = {f: a for noun in ("Land", "Hauptstadt") for f, a in forms(noun, actor)}
    gazetteer = worlds.small_gazetteer()
    from dataclasses import replace

    monkeypatch.setattr(
        worlds, "small_gazetteer", lambda: replace(gazetteer, actors={**gazetteer.actors, **words})
    )


def test_the_country_is_the_state_named_before() -> None:
    reading = read(LAND.format(state="Russland", article="Das", noun="Land"), {"Russland": "LOC"})
    assert reading.by_token[word(reading.doc, "Land").i].known is RUSSIA


def test_a_country_is_another() -> None:
    reading = read(LAND.format(state="Russland", article="Ein", noun="Land"), {"Russland": "LOC"})
    assert reading.by_token[word(reading.doc, "Land").i].known is None


def test_two_states_leave_it_open() -> None:
    table = LAND.format(state="Russland", article="Das", noun="Land")
    table = table.replace(" .  ", " Ukraine 2 obl NE\n    . ")
    reading = read(table, {"Russland": "LOC", "Ukraine": "LOC"})
    assert reading.by_token[word(reading.doc, "Ukraine").i].known is UKRAINE
    assert reading.by_token[word(reading.doc, "Land").i].known is None


def test_the_capital_is_a_city_that_the_text_names() -> None:
    table = """
        Moskau   2 nsubj NE
        brennt   0 _     VVFIN
        .        2 punct $.

        Russland 2 nsubj NE
        wartet   0 _     VVFIN
        .        2 punct $.

        Die      2 det   ART
        Hauptstadt 3 nsubj NN Hauptstadt Number=Sing
        brennt   0 _     VVFIN
    """
    reading = read(table, {"Moskau": "LOC", "Russland": "LOC"})
    assert reading.by_token[word(reading.doc, "Hauptstadt").i].key == "Q649"
    other = table.replace("Moskau ", "Berlin ")
    reading = read(other, {"Berlin": "LOC", "Russland": "LOC"})
    assert not reading.by_token[word(reading.doc, "Hauptstadt").i].named
