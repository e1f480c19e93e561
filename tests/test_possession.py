"""Owners and makers of unnamed things."""

import pytest

from kg.possession import possession_drafts
from tests.worlds import read


def facts(table: str) -> list[tuple[str, str, str]]:
    reading = read(table, {"Nordbund": "ORG", "Ada": "PER"})
    return [(d.subject.text, d.relation, d.object.text) for d in possession_drafts(reading)]


def rocket(after: str) -> str:
    return f"Eine 2 det ART\nRakete 0 _ NN Rakete Number=Sing\n{after}"


def test_a_body_owns_its_weapon() -> None:
    genitive = rocket("des 4 det ART\nNordbund 2 nmod NE")
    phrase = rocket("von 4 case APPR\nNordbund 2 nmod NE")
    assert [f[:2] for f in facts(genitive) + facts(phrase)] == [("Nordbund", "owns")] * 2


def test_the_first_part_of_a_compound_owns_it() -> None:
    assert facts("Eine 2 det ART\nEU-Rakete 0 _ NN Rakete Number=Sing") == [
        ("EU-", "owns", "EU-Rakete")
    ]


@pytest.mark.parametrize(
    "table",
    [
        rocket("für 4 case APPR\nNordbund 2 nmod NE"),
        rocket("von 4 case APPR\nAda 2 nmod NE"),
        "Russische 2 amod ADJA\nRakete 0 _ NN Rakete Number=Sing",
        "Eine 2 det ART\nStadt 0 _ NN\nvon 4 case APPR\nNordbund 2 nmod NE",
    ],
)
def test_what_tells_of_no_owner(table: str) -> None:
    assert facts(table) == []
