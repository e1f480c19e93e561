"""Answers to what was said about somebody before."""

import pytest

from kg.coreference import resolve_pronouns
from kg.lexicon import load_lexicon
from kg.propositions import find_propositions
from kg.relations import relation_drafts
from kg.replies import reply_drafts
from tests.worlds import read

NAMES = {"Ada": "PER", "Otto": "PER", "Nordbund": "ORG"}
CHARGE = """
    Ada        2 nsubj NE
    kritisiert 0 _     VVFIN kritisieren
    Otto       2 obj   NE _ Case=Acc
"""
REPLY = """
    {who}    2 nsubj NE
    bestritt 0 _     VVFIN bestreiten
    {det}    4 det   ART
    {noun}   2 obj   NN _ Case=Acc
"""


def replies(table: str) -> list[tuple[str, str, str]]:
    """Who answers whom."""
    lexicon = load_lexicon()
    reading = read(table, NAMES)
    resolve_pronouns(reading)
    propositions = find_propositions(reading.doc, lexicon)
    said = list(relation_drafts(reading, propositions, lexicon))
    return [
        (d.subject.cluster.key, d.relation, d.object.cluster.key)
        for d in reply_drafts(reading, propositions, lexicon, said)
        if d.subject.cluster and d.object.cluster
    ]


def test_who_denies_the_charges_rejects_who_made_them() -> None:
    table = (
        CHARGE
        + "\n"
        + REPLY.format(who="Otto", det="die", noun="Vorwürfe").replace("NN _", "NN Vorwurf")
    )
    assert replies(table) == [("Otto", "rejected", "Ada")]


@pytest.mark.parametrize(
    ("who", "det", "noun"),
    [("Nordbund", "die", "Kritik"), ("Otto", "eine", "Kritik"), ("Otto", "die", "Zahlen")],
)
def test_others_and_other_things_are_no_reply(who: str, det: str, noun: str) -> None:
    assert replies(CHARGE + "\n" + REPLY.format(who=who, det=det, noun=noun)) == []


def test_a_reply_comes_after_what_it_answers() -> None:
    reply = REPLY.format(who="Otto", det="die", noun="Kritik")
    assert replies(reply + "\n" + CHARGE) == []
