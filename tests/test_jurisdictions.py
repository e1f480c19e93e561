"""States of offices whose nouns name none."""

import pytest

from kg.jurisdictions import is_federal, is_field, is_state_office
from kg.structure import structure_drafts
from tests.trees import tree, word
from tests.worlds import read

ADA = {"Ada Müller": "PER"}
TEXT = """
    {before}
    kommt   0 _     VVFIN

    {role}  4 nsubj NN _ Number=Sing
    Ada     1 appos NE
    Müller  2 flat  NE
    spricht 0 _     VVFIN
    {more}
"""


def states(role: str, before: str = "Russland 2 nsubj NE", more: str = "") -> set[str]:
    """The places where somebody holds an office."""
    reading = read(TEXT.format(role=role, before=before, more=more), ADA)
    found = structure_drafts(reading)
    return {d.object.cluster.key for d in found if d.relation == "positionIn" and d.object.cluster}


def test_the_state_of_the_article() -> None:
    assert states("Ministerin") == {"Q159"}


def test_no_state_is_meant_where_there_are_many() -> None:
    both = "für 6 case APPR\n    Berlin 4 obl NE"
    assert states("Ministerin", before="Otto 2 nsubj NE") == set()
    assert states("Sprecherin") == set()
    assert states("Ministerin", more=both) == {"Q159"}
    many = "    mit 6 case APPR\n    Deutschland 4 obl NE\n    und 8 cc KON\n    Ukraine 6 conj NE"
    assert states("Ministerin", more=many.strip()) == set()


@pytest.mark.parametrize(
    "more",
    [
        "Russland 4 obj NE",
        "gegen 6 case APPR\n    Russland 4 obl NE",
        "Krieg 4 obj NN\n    gegen 7 case APPR\n    Russland 5 nmod NE",
    ],
)
def test_whom_somebody_deals_with_is_another_state(more: str) -> None:
    assert states("Ministerin", before="Otto 2 nsubj NE", more=more) == set()


def test_where_somebody_speaks_may_be_the_own_state() -> None:
    more = "in 6 case APPR\n    Russland 4 obl NE"
    assert states("Ministerin", before="Otto 2 nsubj NE", more=more) == {"Q159"}


def test_a_state_beside_the_noun_goes_first() -> None:
    assert states("EU-Ministerin") == {"Q458"}


@pytest.mark.parametrize(
    ("noun", "federal"),
    [
        ("Bundeskanzlerin", True),
        ("Bundesfinanzminister", True),
        ("Generalbundesanwalt", True),
        ("Bundestagspräsident", False),
        ("Bundestrainer", False),
        ("Minister", False),
    ],
)
def test_offices_of_a_federation(noun: str, federal: bool) -> None:
    assert is_federal(word(tree(f"{noun} 0 _ NN"), noun)) is federal


def test_the_federation_need_not_be_the_main_state() -> None:
    more = "mit 6 case APPR\n    Deutschland 4 obl NE"
    assert states("Bundesministerin", before="Russland 2 nsubj NE", more=more) == {"Q183"}


def test_offices_of_governments() -> None:
    assert is_state_office(word(tree("Innenministerin 0 _ NN"), "Innenministerin"))
    assert not is_state_office(word(tree("Direktorin 0 _ NN"), "Direktorin"))
    attributed = tree("Präsident 0 _ NN\ndes 3 det ART\nVereins 1 nmod NN _ Case=Gen")
    assert not is_state_office(word(attributed, "Präsident"))


def positions(table: str, ents: dict[str, str]) -> set[tuple[str, str]]:
    """Who holds an office in which state, by their keys."""
    found = structure_drafts(read(table, ents))
    return {
        (d.subject.cluster.key, d.object.cluster.key)
        for d in found
        if d.relation == "positionIn" and d.subject.cluster and d.object.cluster
    }


def test_each_of_several_holders_has_the_state_that_acts_before_him() -> None:
    table = """
        Russland 2 nsubj NE
        tobt     0 _     VVFIN

        Minister 4 nsubj NN Minister Number=Sing
        Otto     1 appos NE
        Kern     2 flat  NE
        spricht  0 _     VVFIN

        Ukraine  2 nsubj NE
        hofft    0 _     VVFIN

        Minister 4 nsubj NN Minister Number=Sing
        Ada      1 appos NE
        Müller   2 flat  NE
        spricht  0 _     VVFIN
    """
    ents = {"Otto Kern": "PER", "Ada Müller": "PER"}
    assert positions(table, ents) == {("Otto Kern", "Q159"), ("Ada Müller", "Q212")}


def test_a_foreign_minister_may_be_in_the_news_of_another_state() -> None:
    many = "mit 6 case APPR\n    Moskau 4 obl NE\n    und 8 cc KON\n    Ukraine 6 conj NE"
    assert states("Außenministerin", more=many) == set()


def test_a_field_is_no_owner_and_leaves_the_state_open() -> None:
    doc = tree("Ministerin 0 _ NN\nder 3 det ART\nFinanzen 1 nmod NN")
    assert is_field(doc[2])
    assert is_state_office(doc[0])
    assert is_state_office(tree("Ministerin 0 _ NN\nfür 3 case APPR\nVerkehr 1 nmod NN")[0])
