"""A person belongs to the party or team that is called his."""

from kg.coreference import resolve_pronouns
from kg.membership import membership_drafts
from tests.worlds import read

OWN = """
    Ada    2 nsubj NE _ Gender=Fem|Number=Sing
    lobt   0 _     VVFIN loben
    ihre   4 det   PPOSAT
    {}     2 obj   NN _ Gender=Fem|Number=Sing
"""
CALLED = """
    Die    2 det   ART
    Partei 6 nsubj NN _ Gender=Fem|Number=Sing
    von    5 case  APPR
    {}
    Ada    2 nmod  NE
    kam    0 _     VVFIN kommen
"""


def facts(table: str) -> list[tuple[str, str, str]]:
    """Who belongs to what."""
    reading = read(table, {"Ada": "PER"})
    resolve_pronouns(reading)
    return [(d.subject.text, d.relation, d.object.text) for d in membership_drafts(reading)]


def test_her_party_is_hers() -> None:
    assert [(r, o) for _, r, o in facts(OWN.format("Partei"))] == [("memberOf", "ihre Partei")]


def test_her_newspaper_tells_nothing() -> None:
    assert facts(OWN.format("Zeitung")) == []


def test_a_party_called_after_a_person() -> None:
    table = CALLED.format("Frau 5 nmod NN")
    assert facts(table) == [("Ada", "memberOf", "Partei von Frau Ada")]
