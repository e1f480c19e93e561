"""Bodies behind the names of persons."""

import pytest

from kg.affiliations import affiliations
from tests.worlds import read

VON = """
    Ada   4 nsubj NE
    {case} 3 case  APPR
    {body} 1 nmod  NE
    sagt  0 _     VVFIN
"""


def found(body: str, case: str = "von", label: str = "ORG") -> list[tuple[str, str]]:
    reading = read(VON.format(body=body, case=case), {"Ada": "PER", body: label})
    cluster = reading.by_token[0]
    return [(r, w.text) for r, _, w in affiliations(reading, cluster, reading.doc[0])]


@pytest.mark.parametrize(
    ("body", "relation"),
    [
        ("Volksfront", "memberOf"),
        ("Grünbund", "memberOf"),
        ("Sparbank", "worksFor"),
        ("Morgenzeitung", "worksFor"),
        ("Universität", "worksFor"),
    ],
)
def test_members_and_employees(body: str, relation: str) -> None:
    assert found(body) == [(relation, body)]


def test_other_prepositions_and_places_say_nothing() -> None:
    assert found("Volksfront", case="gegen") == []
    assert found("Jena", label="LOC") == []


@pytest.mark.parametrize(
    ("behind", "relation"),
    [
        ("aus 3 case APPR\nJena 1 nmod NE", "basedIn"),
        ("in 3 case APPR\nJena 1 nmod NE", ""),
        ("der 3 det ART\nPolizei 1 nmod NN _ Case=Gen", "partOf"),
        ("von 3 case APPR\nPolizei 1 nmod NN", ""),
    ],
)
def test_what_stands_behind_a_body(behind: str, relation: str) -> None:
    reading = read(f"Nordbund 0 _ NE\n{behind}", {"Nordbund": "ORG", "Jena": "LOC"})
    found = affiliations(reading, reading.by_token[0], reading.doc[0])
    assert [r for r, _, _ in found] == ([relation] if relation else [])
