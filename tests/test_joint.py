"""Those who do something together."""

from kg.joint import joint_drafts
from kg.propositions import find_propositions
from tests.worlds import read, small_lexicon

NAMES = {"Nordbund": "ORG", "Südwerk": "ORG", "Lalburg": "LOC"}
TOGETHER = """
    Nordbund  2 nsubj  NE
    baut      0 _      VVFIN bauen
    {adverb}  2 advmod ADV
    mit       5 case   APPR
    Südwerk   2 obl    NE
    eine      7 det    ART
    Fabrik    2 {obj}  NN _ Case=Acc|Gender=Fem
"""


def pairs(table: str) -> list[tuple[str, str, str]]:
    """Who works with whom."""
    reading = read(table, NAMES)
    found = joint_drafts(reading, find_propositions(reading.doc, small_lexicon()))
    return [
        (d.subject.cluster.key, d.relation, d.object.cluster.key)
        for d in found
        if d.subject.cluster and d.object.cluster
    ]


def test_who_does_something_together_with_others() -> None:
    table = TOGETHER.format(adverb="gemeinsam", obj="obj")
    assert pairs(table) == [("Nordbund", "cooperatedWith", "Südwerk")]


def test_without_an_adverb_nobody_acts_together() -> None:
    assert pairs(TOGETHER.format(adverb="bald", obj="obj")) == []


def test_mere_company_is_no_work() -> None:
    assert pairs(TOGETHER.format(adverb="zusammen", obj="advmod")) == []


def test_those_named_side_by_side() -> None:
    table = """
        Fabriken 7 nsubj:pass NN
        werden   7 aux:pass VAFIN werden
        gemeinsam 7 advmod ADV
        von      5 case APPR
        Nordbund 7 obl  NE
        {and_}
        gebaut   0 _    VVPP bauen
    """
    both = table.replace("{and_}", "und 7 cc KON\nSüdwerk 5 conj NE").replace(" 7 ", " 8 ")
    assert pairs(both) == [("Nordbund", "cooperatedWith", "Südwerk")]
    assert pairs(table.replace("{and_}", "dort 7 advmod ADV")) == []
