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


def parties(named: str, *words: str) -> list[tuple[str, str, str]]:
    """Who is a member of what, in an article that names a party before."""
    before = f"{named} 2 nsubj NE\nsiegten 0 _ VVFIN siegen\n\n"
    reading = read(before + TABLE.format(*words), {"Ada": "PER", named: "ORG"})
    found = party_drafts(reading)
    return [(d.subject.text, d.relation, d.object.cluster.key) for d in found if d.object.cluster]


@pytest.mark.parametrize(
    ("adjective", "party"), [("grüne", "Grüne"), ("sozialdemokratische", "Sozialdemokraten")]
)
def test_the_party_of_a_politician(adjective: str, party: str) -> None:
    words = (adjective, adjective.removesuffix("e"), "Politikerin", "Politikerin")
    assert parties(party, *words) == [("Ada", "memberOf", party)]
    assert parties("Nordpartei", *words) == []


@pytest.mark.parametrize(
    "words",
    [
        ("kluge", "klug", "Politikerin", "Politikerin"),
        ("grüne", "grün", "Händlerin", "Händlerin"),
    ],
)
def test_other_adjectives_and_nouns(words: tuple[str, ...]) -> None:
    assert parties("Grüne", *words) == []
