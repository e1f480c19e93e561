"""Roles of several names, and of members that are no persons."""

from collections.abc import Mapping

from kg.structure import structure_drafts
from tests.worlds import read

NAMES = {"Otto": "PER", "Ada": "PER"}
MINISTERS = """
    Die      2 det   ART
    {noun}   6 nsubj NN Minister Number=Plur|Case=Nom
    Ada      2 appos NE
    und      5 cc    KON
    {name}   3 conj  NE
    kommen   0 _     VVFIN
"""
MEMBER = """
    Russland 3 nsubj NE
    ist      3 cop   VAFIN sein
    Mitglied 0 _     NN _ Number=Sing|Gender=Neut
    der      5 det   ART _ Case=Gen
    EU       3 nmod  NE _ Case=Gen
"""


def facts(table: str, names: Mapping[str, str] = NAMES) -> set[tuple[str, str, str]]:
    """Subject, relation and object of all facts about names, by their words."""
    found = structure_drafts(read(table, names))
    return {
        (d.subject.text, d.relation, d.object.text)
        for d in found
        if d.subject.cluster and d.subject.cluster.named
    }


def test_a_plural_title_is_that_of_each_name() -> None:
    assert facts(MINISTERS.format(noun="Minister", name="Otto")) == {
        ("Ada", "holdsPosition", "Minister"),
        ("Otto", "holdsPosition", "Minister"),
    }


def test_a_genitive_is_no_holder() -> None:
    table = """
        Die     2 det   ART
        Sprecher 4 nsubj NN _ Number=Plur|Case=Nom
        Ottos   2 appos NE
        kommen  0 _     VVFIN

        Otto    2 nsubj NE
        geht    0 _     VVFIN
    """
    assert facts(table) == set()


def test_a_state_is_a_member() -> None:
    assert facts(MEMBER, {}) == {("Russland", "memberOf", "EU")}
    assert facts(MEMBER.replace("Mitglied 0", "Sprecher 0"), {}) == set()


def test_one_of_several_holds_the_role() -> None:
    table = """
        Ada        3 nsubj NE
        ist        3 cop   VAFIN sein Mood=Ind
        eine       0 _     PIS
        der        5 det   ART _ Case=Gen
        Ministerinnen 3 nmod NN Ministerin Number=Plur|Case=Gen
        der        7 det   ART _ Case=Gen
        EU         5 nmod  NE _ Case=Gen
    """
    assert ("Ada", "positionIn", "EU") in facts(table)


def test_who_is_only_said_to_hold_a_role_is_not_the_role() -> None:
    table = """
        Ada        5 nsubj NE
        sei        5 cop   VAFIN sein Mood=Sub
        die        5 det   ART
        neue       5 amod  ADJA
        Ministerin 0 _     NN _ Number=Sing|Case=Nom
        der        7 det   ART _ Case=Gen
        EU         5 nmod  NE _ Case=Gen
    """
    found = list(structure_drafts(read(table, NAMES)))
    assert {(d.subject.text, d.token) for d in found} == {("Ada", 4)}
