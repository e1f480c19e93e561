"""Nouns for the kind of something."""

import pytest

from tests.worlds import read

NAMES = {"Nordbank": "ORG", "Ostbank": "ORG", "Nordgericht": "ORG", "Presse": "ORG"}
COMES = "{} 2 nsubj NE\nkommt 0 _ VVFIN\n\n"
AGAIN = "Der 2 det ART\n{} 3 nsubj NN {}\nbleibt 0 _ VVFIN"


def meant(noun: str, *names: str) -> str:
    """The key of the named thing that a noun means, "" if none."""
    table = "".join(COMES.format(name) for name in names) + AGAIN.format(noun, noun)
    reading = read(table, NAMES)
    cluster = reading.by_token[len(reading.doc) - 2]
    return cluster.key if cluster.named else ""


def test_the_only_one_of_its_kind() -> None:
    assert meant("Konzern", "Nordbank") == "Nordbank"
    assert meant("Konzern", "Nordbank", "Ostbank") == ""


@pytest.mark.parametrize("noun", ["Konzern", "Partei"])
def test_a_court_is_neither_firm_nor_party(noun: str) -> None:
    assert meant(noun, "Nordgericht") == ""


def test_states_are_not_meant() -> None:
    assert meant("Stadt", "Russland") == ""
