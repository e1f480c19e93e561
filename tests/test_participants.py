"""Which things without a name take part in what an article says."""

import pytest

from kg.participants import participants
from kg.propositions import find_propositions
from tests.worlds import read, small_lexicon

TABLE = """
    {}       2 nsubj {} _ {}
    fanden   0 _     VVFIN finden
    die      4 det   ART
    {}       2 obj   NN _ Case=Acc
"""


def active(table: str) -> set[str]:
    """The titles of what takes part without a name."""
    reading = read(table, {"Ada": "PER"})
    found = participants(reading, find_propositions(reading.doc, small_lexicon()))
    return {c.mentions[0].title for c in found}


def test_who_acts_and_what_is_acted_on_take_part_and_names_need_not() -> None:
    assert active(TABLE.format("Rebellen", "NN", "Number=Plur", "Rakete")) == {"Rebellen", "Rakete"}
    assert active(TABLE.format("Ada", "NE", "_", "Rakete")) == {"Rakete"}


@pytest.mark.parametrize("noun", ["Regierung", "Hauptstadt"])
def test_governments_and_places_that_are_told_by_others_do_not(noun: str) -> None:
    assert active(TABLE.format("Ada", "NE", "_", noun)) == set()


def test_mere_people_take_part_where_their_phrase_tells_which() -> None:
    plain = "Ein 2 det ART\nMann 3 nsubj NN _ Number=Sing\nschlief 0 _ VVFIN schlafen"
    told = """
        Ein     2 det   ART
        Mann    5 nsubj NN _ Number=Sing
        aus     4 case  APPR
        Kiel    2 nmod  NE
        schlief 0 _     VVFIN schlafen
    """
    assert active(plain) == set()
    assert active(told) == {"Mann"}


def test_what_is_coordinated_with_an_argument_or_below_it_takes_part() -> None:
    table = """
        Rebellen 5 nsubj NN _ Number=Plur
        und      3 cc    KON
        Soldaten 1 conj  NN _ Number=Plur
        schnell  5 advmod ADV
        fanden   0 _     VVFIN finden
        Teile    5 obj   NN  _ Case=Acc|Number=Plur
        von      8 case  APPR
        Raketen  6 nmod  NN  Rakete Number=Plur
    """
    assert active(table) == {"Rebellen", "Soldaten", "Raketen"}


def test_the_subject_of_a_copula_takes_part() -> None:
    table = """
        Die      2 det   ART
        Raketen  4 nsubj NN _ Number=Plur
        sind     4 cop   VAFIN sein
        teuer    0 _     ADJD
    """
    assert active(table) == {"Raketen"}


def test_what_the_phrase_of_a_phrase_names_takes_part() -> None:
    table = """
        Ada       2 nsubj NE
        rügt      0 _     VVFIN rügen
        den       4 det   ART
        Bau       2 obj   NN
        von       6 case  APPR
        Plänen    4 nmod  NN
        für       8 case  APPR
        Raketen   6 nmod  NN _ Number=Plur
    """
    assert "Raketen" in active(table)
