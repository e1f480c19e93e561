"""Regions with the names of cities."""

import pytest

from tests.worlds import read


@pytest.mark.parametrize(("noun", "city"), [("Kanton", False), ("Stadt", True)])
def test_the_noun_before_tells(noun: str, city: bool) -> None:
    table = f"Der 2 det ART\n{noun} 4 nsubj NN\nMoskau 2 appos NE\nwartet 0 _ VVFIN"
    known = read(table, {"Moskau": "LOC"}).by_token[2].known
    assert (known is not None) is city
