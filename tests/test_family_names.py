"""Family names of persons whom the gazetteer knows, and of those whom an article names in full."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from kg.family_names import is_last_name
from kg.gazetteer import Known
from kg.reading import Reading, read_entities
from tests.worlds import named, small_gazetteer, small_lexicon

ADA = Known("Q99999905", "Person", "person", "Ada Nordmann", "Ada Nordmann", "Q99999905")


def read(table: str, names: Mapping[str, str]) -> Reading:
    """The entities of a tree where the gazetteer knows Ada Nordmann, also by her family name."""
    known = small_gazetteer()
    names_known = {**known.names, ADA.name: ADA, "Ada Nordman": ADA}
    gazetteer = replace(known, names=names_known, families={"Nordmann": ADA})
    return read_entities(named(table, names), gazetteer, small_lexicon())


def known(reading: Reading) -> list[str]:
    """What each person of an article is known as, else the name."""
    return [c.known.key if c.known else c.key for c in reading.clusters if c.type == "Person"]


def test_a_family_name_alone_means_whom_news_means() -> None:
    reading = read("Nordmann 2 nsubj NE\nkommt 0 _ VVFIN", {"Nordmann": "PER"})
    assert known(reading) == [ADA.key]
    assert reading.clusters[0].reasons == ["Nordmann: means Ada Nordmann in news"]


def test_a_place_of_the_name_is_nobody() -> None:
    reading = read("Nordmann 2 nsubj NE\nliegt 0 _ VVFIN", {"Nordmann": "LOC"})
    assert [c.known for c in reading.clusters] == [None]


TWICE = """
    {first}   2 flat  NE
    Nordmann  3 nsubj NE
    kommt     0 _     VVFIN

    Nordmann  2 nsubj NE
    geht      0 _     VVFIN
"""


def test_somebody_else_of_the_name_in_the_article_is_meant() -> None:
    reading = read(TWICE.format(first="Otto"), {"Otto Nordmann": "PER", "Nordmann": "PER"})
    assert known(reading) == ["Otto Nordmann"]


def test_the_family_name_of_who_is_named_in_full() -> None:
    reading = read(TWICE.format(first="Ada"), {"Ada Nordmann": "PER", "Nordmann": "PER"})
    assert known(reading) == [ADA.key]
    assert [len(c.mentions) for c in reading.clusters] == [2]


def test_the_family_name_in_another_spelling() -> None:
    table = TWICE.format(first="Ada").replace("Nordmann", "Nordman")
    reading = read(table, {"Ada Nordman": "PER", "Nordman": "PER"})
    assert known(reading) == [ADA.key]


@pytest.mark.parametrize(
    ("name", "full", "last"),
    [
        ("Nordhaus", "Ada Nordhaus", True),
        ("van Nordhaus", "Ada van Nordhaus", True),
        ("Al-Nordi", "Ada al-Nordi", True),
        ("Haus", "Ada Nordhaus", False),
        ("Ada", "Ada Nordhaus", False),
        ("Ada Nordhaus", "Ada Nordhaus", False),
    ],
)
def test_last_names(name: str, full: str, last: bool) -> None:
    assert is_last_name(name, full) is last
