"""Two who are meant together."""

import pytest

from kg.antecedents import discourse
from kg.drafts import ends_at
from kg.model import Argument
from kg.pairs import resolve_pairs
from kg.reading import Reading
from tests.worlds import read

NAMES = {"Ada": "PER", "Otto": "PER", "Russland": "LOC", "Ukraine": "LOC"}
TWO = "{} 4 nsubj NE\nund 3 cc KON\n{} 1 conj NE\nkommen 0 _ VVFIN\n\n"
BOTH = "Die 2 det ART\nbeiden 3 nsubj PIS beide\nbleiben 0 _ VVFIN"
NOUN = "Beide 2 det PIS beide\n{} 3 nsubj NN {} Number=Plur\nbleiben 0 _ VVFIN"


def resolved(table: str) -> Reading:
    reading = read(table, NAMES)
    resolve_pairs(discourse(reading))
    return reading


def meant(table: str) -> list[str]:
    """What the last noun or pronoun before the last verb stands for together."""
    reading = resolved(table)
    members = reading.several.get(len(reading.doc) - 2, ())
    return [reading.by_token[i].mentions[0].text for i in members]


def test_the_two_of_a_coordination() -> None:
    assert meant(TWO.format("Ada", "Otto") + BOTH) == ["Ada", "Otto"]


@pytest.mark.parametrize(
    ("one", "other", "noun", "found"),
    [
        ("Russland", "Ukraine", "Länder Land", True),
        ("Ada", "Otto", "Politiker Politiker", True),
        ("Ada", "Otto", "Länder Land", False),
        ("Russland", "Ukraine", "Politiker Politiker", False),
    ],
)
def test_the_noun_fits_them(one: str, other: str, noun: str, found: bool) -> None:
    table = TWO.format(one, other) + NOUN.format(*noun.split())
    assert meant(table) == ([one, other] if found else [])


def test_one_alone_is_no_pair() -> None:
    assert meant("Ada 2 nsubj NE\nkommt 0 _ VVFIN\n\n" + BOTH) == []


def test_a_group_of_two() -> None:
    table = "Zwei 2 nummod CARD zwei\nSoldaten 3 nsubj NN Soldat Number=Plur\nkommen 0 _ VVFIN\n\n"
    reading = resolved(table + BOTH)
    assert reading.by_token[4] is reading.by_token[1]


def test_both_are_ends_of_a_statement() -> None:
    reading = resolved(TWO.format("Ada", "Otto") + BOTH)
    ends = ends_at(reading, Argument("agent", len(reading.doc) - 2))
    assert [e.cluster.key for e in ends if e.cluster] == ["Ada", "Otto"]
