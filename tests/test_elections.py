"""Who stands in an election takes part in it."""

import pytest

from kg.elections import election_drafts
from kg.model import Polarity
from kg.propositions import find_propositions
from tests.worlds import read, small_lexicon

RESULT = """
    Ada      2 nsubj  NE
    {}
    {}       5 case   APPR
    der      5 det    ART
    Wahl     2 obl    NE _ Case=Dat
    zwölf    7 nummod CARD
    {}       2 obj    NN {} Number=Plur
"""
WON = "errang 0 _ VVFIN erringen"


def standing(verb: str, preposition: str, noun: str, lemma: str, kind: str = "Event") -> list[str]:
    """Who takes part in an election, by a clause that names it."""
    table = RESULT.format(verb, preposition, noun, lemma)
    reading = read(table, {"Ada": "PER", "Wahl": "MISC"})
    next(c for c in reading.clusters if c.key == "Wahl").evident = kind
    drafts = list(election_drafts(reading, find_propositions(reading.doc, small_lexicon())))
    assert all(d.polarity is Polarity.POSITIVE for d in drafts)
    assert all((d.relation, d.object.text) == ("participatedIn", "Wahl") for d in drafts)
    return [d.subject.text for d in drafts]


def test_who_gets_seats_stood() -> None:
    assert standing(WON, "bei", "Sitze", "Sitz") == ["Ada"]


@pytest.mark.parametrize(
    ("verb", "preposition", "noun", "lemma"),
    [
        ("baut 0 _ VVFIN bauen", "bei", "Sitze", "Sitz"),
        (WON, "bei", "Titel", "Titel"),
        (WON, "trotz", "Sitze", "Sitz"),
    ],
)
def test_others_did_not(verb: str, preposition: str, noun: str, lemma: str) -> None:
    assert standing(verb, preposition, noun, lemma) == []


def test_a_product_is_no_election() -> None:
    assert standing(WON, "bei", "Sitze", "Sitz", "Product") == []
