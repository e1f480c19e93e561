"""Whether a thing is the one that the gazetteer has under its name."""

from dataclasses import replace

import pytest

from kg.gazetteer import Known
from kg.model import Document
from kg.parts import Part, as_article
from kg.trust import is_elsewhere, untrusted_pairs
from tests.worlds import RUSSIA, UKRAINE, read

PARTY = Known("Q1", "Organization", "organization", "Demokratische Partei", "", "Q1", RUSSIA.key)


def party(state: str, known: Known = PARTY) -> Part:
    """A party in an article on a state."""
    reading = read(f"Partei 2 nsubj NE\nbesucht 0 _ VVFIN\n{state} 2 obj NE", {"Partei": "ORG"})
    cluster = reading.clusters[0]
    cluster.known = known
    return Part(as_article(Document(state, reading.doc.text), reading), cluster)


@pytest.mark.parametrize(
    ("state", "elsewhere"), [("Russland", False), ("Ukraine", True), ("Wälder", False)]
)
def test_a_name_of_several_is_that_of_the_state_spoken_of(state: str, elsewhere: bool) -> None:
    assert is_elsewhere(party(state)) is elsewhere


def test_a_name_of_its_own_is_trusted_anywhere() -> None:
    assert not is_elsewhere(party("Ukraine", replace(PARTY, name="Einiges Russland")))


def test_the_one_without_its_entry_is_kept_from_those_that_have_it() -> None:
    parts = [party("Russland"), party("Ukraine")]
    assert untrusted_pairs(parts, [PARTY, None]) == [(1, 0)]
    assert untrusted_pairs(parts, [PARTY, PARTY]) == []
    assert UKRAINE.key != RUSSIA.key
