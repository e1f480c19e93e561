"""Who is said to be among others is one of them."""

import pytest

from kg.inclusion import inclusion_drafts
from tests.worlds import read

AMONG = """
    Soldaten  8 nsubj  NN _ Number=Plur
    ,         5 punct  $,
    darunter  5 advmod PAV
    {det}     5 det    PIAT
    {member}  1 appos  {tag}
    ,         5 punct  $,
    da        8 advmod ADV
    kamen     0 _      VVFIN kommen
"""
ONE_OF = """
    Einer     8 nsubj  PIS _ Number=Sing
    der       3 det    ART _ Case=Gen
    Rebellen  1 nmod   NN _ Case=Gen|Number=Plur
    ,         5 punct  $,
    {}        1 appos  NE
    ,         5 punct  $,
    da        8 advmod ADV
    kam       0 _      VVFIN kommen
"""


def members(table: str) -> list[tuple[str, str, str]]:
    """Who is a member of what."""
    reading = read(table, {"Ada": "PER"})
    return [(d.subject.text, d.relation, d.object.text) for d in inclusion_drafts(reading)]


def test_who_stands_behind_darunter_is_one_of_those_before() -> None:
    found = members(AMONG.format(det="auch", member="Ada", tag="NE"))
    assert found == [("Ada", "memberOf", "Soldaten")]


@pytest.mark.parametrize(("det", "member", "tag"), [("keine", "Ada", "NE"), ("viel", "Mut", "NN")])
def test_nobody_and_nothing_is_not(det: str, member: str, tag: str) -> None:
    assert members(AMONG.format(det=det, member=member, tag=tag)) == []


def test_one_of_several_may_have_a_name() -> None:
    assert members(ONE_OF.format("Ada")) == [("Ada", "memberOf", "Rebellen")]


def test_examples_of_a_kind() -> None:
    table = """
        Soldaten 4 nsubj NN _ Number=Plur
        wie      3 case  KOKOM
        Ada      1 nmod  NE
        kamen    0 _     VVFIN kommen
    """
    assert members(table) == [("Ada", "memberOf", "Soldaten wie Ada")]


def test_one_thing_has_no_examples() -> None:
    table = """
        Armee 4 nsubj NN _ Number=Sing
        wie   3 case  KOKOM
        Ada   1 nmod  NE
        kam   0 _     VVFIN kommen
    """
    assert members(table) == []


def test_an_example_of_a_party_is_its_member() -> None:
    table = """
        EU-Politiker 4 nsubj NN Politiker Number=Plur
        wie          3 case  KOKOM
        Ada          1 nmod  NE
        kamen        0 _     VVFIN kommen
    """
    assert ("Ada", "memberOf", "EU-") in {(s, r, o[:3]) for s, r, o in members(table)}
