"""Adjectives of parties before politicians."""

import pytest

from kg.party_adjectives import party_drafts
from tests.worlds import read

TABLE = """
    Die   3 det   ART
    {}    3 amod  ADJA {} Number=Sing
    {}    5 nsubj NN {} Gender=Fem|Number=Sing
    Ada   3 appos NE
    kam   0 _     VVFIN kommen
"""


def parties(*words: str) -> list[tuple[str, str, str]]:
    """Who is a member of what."""
    reading = read(TABLE.format(*words), {"Ada": "PER"})
    found = party_drafts(reading)
    return [(d.subject.text, d.relation, d.object.cluster.key) for d in found if d.object.cluster]


@pytest.mark.parametrize(
    ("adjective", "party"), [("grüne", "Grüne"), ("sozialdemokratische", "Sozialdemokraten")]
)
def test_the_party_of_a_politician(adjective: str, party: str) -> None:
    found = parties(adjective, adjective.removesuffix("e"), "Politikerin", "Politikerin")
    assert ("Ada", "memberOf", party) in found


@pytest.mark.parametrize(
    "words",
    [
        ("kluge", "klug", "Politikerin", "Politikerin"),
        ("grüne", "grün", "Händlerin", "Händlerin"),
    ],
)
def test_other_adjectives_and_nouns(words: tuple[str, ...]) -> None:
    assert parties(*words) == []
