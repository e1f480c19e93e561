"""What firms and people are to the things that they make or run."""

import pytest

from kg.trades import trade_with
from tests.trees import word
from tests.worlds import read

TABLE = "Der 2 det ART\nKonzern 0 _ NN\nder 4 det ART\n{owner} 2 nmod {tag} _ Case=Gen"


def trade(noun: str, owner: str = "Rakete", tag: str = "NN") -> str:
    reading = read(TABLE.format(owner=owner, tag=tag), {"Moskau": "LOC"})
    firm = next(m for c in reading.clusters for m in c.mentions if m.base == "Konzern")
    token = word(reading.doc, owner)
    return trade_with(firm._replace(base=noun), reading.by_token[token.i], token)


@pytest.mark.parametrize(
    ("noun", "relation"),
    [
        ("Betreiber", "owns"),
        ("Kraftwerksbetreiber", "owns"),
        ("Raketenhersteller", "created"),
        ("Konzern", ""),
    ],
)
def test_makers_and_owners_of_things(noun: str, relation: str) -> None:
    assert trade(noun) == relation


def test_of_a_town_they_are_neither() -> None:
    assert trade("Betreiber", "Moskau", "NE") == ""


def test_an_adjective_tells_where_they_are_from() -> None:
    reading = read("russische 2 amod ADJA\nRakete 0 _ NN", {})
    mention = reading.by_token[1].mentions[0]
    owner = reading.by_token[1]
    assert trade_with(mention._replace(base="Betreiber"), owner, reading.doc[0]) == ""
