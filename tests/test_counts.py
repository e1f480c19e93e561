"""Numbers of victims, and what they belong to."""

import pytest

from kg.model import Proposition
from kg.propositions import find_propositions
from kg.relations import relation_drafts
from tests.worlds import read, small_lexicon

Counted = list[tuple[str, str]]
NAMES = {"Nordbund": "ORG", "Lalburg": "LOC", "Korndorf": "LOC", "Sturmnacht": "MISC"}


def counts(table: str) -> Counted:
    """Whose number of dead is told."""
    lexicon, reading = small_lexicon(), read(table, NAMES)
    propositions: list[Proposition] = find_propositions(reading.doc, lexicon)
    drafts = relation_drafts(reading, propositions, lexicon)
    return [(d.subject.text, d.object.text) for d in drafts if d.relation == "killedCount"]


def dead(people: str, place: str) -> str:
    """A sentence about the number of those who died somewhere."""
    return f"""
        In       2 case     APPR
        {place}  6 obl      NE
        wurden   6 aux:pass VAFIN werden
        32       5 nummod   CARD
        {people} Number=Plur
        getötet  0 _        VVPP  töten
    """


def test_a_number_of_people_belongs_to_the_place() -> None:
    assert counts(dead("Frauen 6 nsubj:pass NN Mensch", "Lalburg")) == [("Lalburg", "32")]


def test_a_number_of_soldiers_belongs_to_them() -> None:
    assert counts(dead("Soldaten 6 nsubj:pass NN Soldat", "Lalburg")) == [("32 Soldaten", "32")]


def test_a_number_of_people_without_a_place_belongs_to_nothing() -> None:
    assert counts(dead("Frauen 6 nsubj:pass NN Mensch", "Nordbund")) == []


def test_the_dead_of_a_place() -> None:
    table = "sechs 2 nummod CARD\nTote 0 _ NN Tote Number=Plur\nin 4 case APPR\nLalburg 2 nmod NE"
    assert counts(table) == [("Lalburg", "sechs")]


def test_a_number_that_only_says_how_many_more_belongs_to_the_place() -> None:
    table = dead("weitere 6 nsubj:pass ADJA weitere", "Lalburg")
    assert counts(table) == [("Lalburg", "32")]


def test_years_are_no_number_of_people() -> None:
    table = """
        In      2 case     APPR
        Lalburg 7 obl      NE
        wurden  7 aux:pass VAFIN werden
        18      6 nummod   CARD
        Jahre   6 nmod     NN
        Frauen  7 nsubj:pass NN  Mensch Number=Plur
        getötet 0 _        VVPP  töten
    """
    assert counts(table) == []


def test_the_clause_around_tells_the_place() -> None:
    table = """
        Betroffen 0 _      ADJD
        ist       1 cop    VAFIN
        Lalburg   1 nsubj  NE
        ,         8 punct  $,
        wo        8 advmod PWAV
        32        7 nummod CARD
        Frauen    8 nsubj:pass NN Mensch Number=Plur
        getötet   3 acl    VVPP  töten
        wurden    8 aux:pass VAFIN werden
    """
    assert counts(table) == [("Lalburg", "32")]


def test_the_sentence_before_tells_the_place() -> None:
    before = "In 2 case APPR\nLalburg 3 obl NE\nbrannte 0 _ VVFIN\nes 3 nsubj PPER\n\n"
    after = "Dabei 5 advmod PAV\nwurden 5 aux:pass VAFIN\n32 4 nummod CARD\n"
    after += "Frauen 5 nsubj:pass NN Mensch Number=Plur\ngetötet 0 _ VVPP töten"
    assert counts(before + after) == [("Lalburg", "32")]


def test_what_a_count_of_the_dead_comes_to() -> None:
    table = """
        Die     2 det   ART
        Zahl    7 nsubj NN
        der     4 det   ART
        Toten   2 nmod  NN   Tote Number=Plur
        in      6 case  APPR
        Lalburg 7 obl   NE
        stieg   0 _     VVFIN
        auf     9 case  APPR
        384     7 obl   CARD
    """
    assert counts(table) == [("Lalburg", "384")]


@pytest.mark.parametrize("relation", ["obl", "conj"])
def test_a_number_alone_is_the_subject_of_the_second_clause(relation: str) -> None:
    table = f"""
        In      2 case   APPR
        Lalburg 6 obl    NE
        wurden  6 aux:pass VAFIN
        32      5 nummod CARD
        Frauen  6 nsubj:pass NN Mensch Number=Plur
        verletzt 0 _     VVPP verletzen
        und     8 cc     KON
        70      {"10" if relation == "obl" else "5"} {relation} CARD
        wurden  10 aux:pass VAFIN
        getötet 6 conj   VVPP töten
    """
    assert counts(table) == [("Lalburg", "70")]


@pytest.mark.parametrize(
    ("table", "number"),
    [
        ("Dutzende 2 amod ADJA\nTote 0 _ NN Tot\nin 4 case APPR\nLalburg 2 nmod NE", "Dutzende"),
        ("Gute 2 amod ADJA\nTote 0 _ NN Tot\nin 4 case APPR\nLalburg 2 nmod NE", ""),
    ],
)
def test_a_round_number_of_dead(table: str, number: str) -> None:
    assert counts(table) == ([("Lalburg", number)] if number else [])


@pytest.mark.parametrize(("relation", "place"), [("nmod", "Korndorf"), ("obl", "Lalburg")])
def test_the_narrower_of_two_places_named_before(relation: str, place: str) -> None:
    head = 2 if relation == "nmod" else 5
    table = f"""
        In       2 case  APPR
        Korndorf 5 obl   NE
        in       4 case  APPR
        Lalburg  {head} {relation} NE
        brannte  0 _     VVFIN brennen

        32       3 nummod CARD
        wurden   4 aux:pass VAFIN werden
        Frauen   4 nsubj:pass NN Mensch Number=Plur
        getötet  0 _     VVPP töten
    """
    assert counts(table) == [(place, "32")]
