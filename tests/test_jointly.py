"""Those who do something together cooperate."""

import pytest

from kg.jointly import joint_drafts
from kg.propositions import find_propositions
from tests.worlds import read, small_lexicon

WITH = """
    Ada    2 nsubj  NE
    {verb}
    {how}  5 advmod ADV
    mit    5 case   APPR
    Otto   2 obl    NE
"""
BOTH = """
    Ada    4 nsubj  NE
    und    3 cc     KON
    Otto   1 conj   NE
    {}
    {}     4 advmod ADV
"""
BUILDS = "baut 0 _ VVFIN bauen"


def partners(table: str) -> list[tuple[str, str, str]]:
    """Who cooperates with whom."""
    reading = read(table, {"Ada": "PER", "Otto": "PER"})
    drafts = joint_drafts(reading, find_propositions(reading.doc, small_lexicon()))
    return [(d.subject.text, d.relation, d.object.text) for d in drafts]


@pytest.mark.parametrize("how", ["gemeinsam", "zusammen"])
def test_who_acts_jointly_cooperates(how: str) -> None:
    found = partners(WITH.format(verb=BUILDS, how=how))
    assert found == [("Ada", "cooperatedWith", "Otto")]


def test_several_agents_may_act_jointly() -> None:
    found = partners(BOTH.format("bauen 0 _ VVFIN bauen", "gemeinsam"))
    assert found == [("Ada", "cooperatedWith", "Otto")]


@pytest.mark.parametrize(
    "table",
    [
        WITH.format(verb=BUILDS, how="gern"),
        WITH.format(verb="lebt 0 _ VVFIN leben", how="zusammen"),  # no deed
        BOTH.format("bauen 0 _ VVFIN bauen", "gern"),
    ],
)
def test_others_do_not(table: str) -> None:
    assert partners(table) == []
