"""Places that only an adjective in *-er* or the name of a body tells."""

import pytest

from kg.residents import bases, home_of, part_of_state
from tests.worlds import named, small_gazetteer

ADJECTIVE = "Die 3 det ART\nAhlsteiner 3 amod ADJA\nFeuerwehr 4 nsubj NN\nkommt 0 _ VVFIN"


@pytest.mark.parametrize(
    ("adjective", "name"), [("Ahlstadter", "Ahlstadt"), ("Dresdner", "Dresden")]
)
def test_a_name_behind_an_adjective(adjective: str, name: str) -> None:
    assert name in bases(adjective)


def test_a_town_that_the_article_names() -> None:
    doc = named(f"{ADJECTIVE}\nnach 6 case APPR\nAhlstein 4 obl NE", {"Ahlsteiner": "LOCderiv"})
    assert home_of(doc[1]) == "Ahlstein"


def test_a_town_of_geonames() -> None:
    table = ADJECTIVE.replace("Ahlsteiner", "Pirmasenser")
    assert home_of(named(table, {"Pirmasenser": "LOCderiv"})[1]) == "Pirmasens"


def test_no_town_of_an_unknown_name_or_of_what_is_no_adjective_of_place() -> None:
    assert not home_of(named(ADJECTIVE, {"Ahlsteiner": "LOCderiv"})[1])
    assert not home_of(named(ADJECTIVE.replace("Ahlsteiner", "Pirmasenser"), {})[1])


@pytest.mark.parametrize(
    ("adjective", "region"),
    [("nordrussischen", "Nordrussland"), ("russischen", ""), ("nördlichen", ""), ("Moskauer", "")],
)
def test_an_adjective_of_a_part_of_a_state(adjective: str, region: str) -> None:
    assert part_of_state(adjective, small_gazetteer()) == region
