"""Places that a noun is said to be in."""

from collections.abc import Mapping

from kg.whereabouts import places_of
from tests.trees import word
from tests.worlds import read


def places(table: str, noun: str, names: Mapping[str, str]) -> list[str]:
    reading = read(table, names)
    return [cluster.key for cluster, _ in places_of(reading, word(reading.doc, noun))]


CITY = {"Kiel": "LOC"}


def test_a_place_that_hangs_on_the_noun() -> None:
    table = """
        Die     2 det  ART
        Rebellen 5 nsubj NN _ Number=Plur
        in      4 case APPR
        Kiel    2 nmod NE
        siegen  0 _    VVFIN
    """
    assert places(table, "Rebellen", CITY) == ["Kiel"]


def test_troops_of_somebody_are_told_of_where_they_are() -> None:
    table = """
        Der     2 det  ART
        Chef    7 nsubj NN
        der     4 det  ART
        {noun}  2 nmod NN _ Case=Gen
        in      6 case APPR
        Kiel    4 nmod NE
        kam     0 _    VVFIN
    """
    assert places(table.format(noun="Streitkräfte"), "Streitkräfte", CITY) == ["Kiel"]
    assert places(table.format(noun="Familie"), "Familie", CITY) == []


def test_both_before_the_verb_are_one() -> None:
    table = """
        Viele   2 det  PIAT
        Rebellen 5 nsubj NN _ Number=Plur
        in      4 case APPR
        Kiel    5 obl NE
        siegen  0 _    VVFIN
    """
    assert places(table, "Rebellen", CITY) == ["Kiel"]


def test_behind_the_verb_the_place_may_be_of_the_deed() -> None:
    table = """
        Heute   2 advmod ADV
        siegen  0 _    VVFIN
        Rebellen 2 nsubj NN _ Number=Plur
        in      5 case APPR
        Kiel    2 obl NE
    """
    assert places(table, "Rebellen", CITY) == []


TOWN = """
    Sie     2 nsubj PPER
    kommt   0 _    VVFIN
    aus     5 case APPR
    einem   5 det  ART
    Dorf    2 obl  NN _ Number=Sing
    bei     7 case APPR
    Kiel    2 obl  NE
"""


def test_a_place_behind_what_does_not_move() -> None:
    assert places(TOWN, "Dorf", CITY) == ["Kiel"]


def test_only_a_place_right_behind() -> None:
    assert places(TOWN.replace("bei     7", "nach    7"), "Dorf", CITY) == []


def test_a_seat() -> None:
    table = """
        Der     2 det   ART
        Konzern 7 nsubj NN _ Number=Sing
        mit     4 case  APPR
        Sitz    2 nmod  NN
        in      6 case  APPR
        Kiel    4 nmod  NE
        wächst  0 _     VVFIN
    """
    assert places(table, "Konzern", CITY) == ["Kiel"]
    assert places(table.replace("Sitz ", "Leuten "), "Konzern", CITY) == []
