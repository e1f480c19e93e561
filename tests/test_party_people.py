"""Members of a party for the party."""

import pytest

from kg.mentions import nominal
from kg.party_people import party_of
from tests.worlds import read

TABLE = """
    SPD    2 nsubj NE
    siegt  0 _     VVFIN

    {}     2 det   ART
    {}     3 nsubj NN {} Number=Plur
    feiern 0 _     VVFIN
"""


@pytest.mark.parametrize(
    ("article", "noun", "lemma", "one"),
    [
        ("Die", "Sozialdemokraten", "Sozialdemokrat", True),
        ("Viele", "Sozialdemokraten", "Sozialdemokrat", False),
        ("Die", "Liberalen", "Liberale", False),
    ],
)
def test_the_party_of_the_article(article: str, noun: str, lemma: str, one: bool) -> None:
    reading = read(TABLE.format(article, noun, lemma), {"SPD": "ORG"})
    found = party_of(reading, nominal(reading.doc[3], "Group", "member"), reading.doc[3])
    assert (found is reading.by_token[0]) is one
