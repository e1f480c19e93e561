"""Regions with the names of cities."""

import pytest

from tests.worlds import read


@pytest.mark.parametrize(("noun", "city"), [("Kanton", False), ("Stadt", True)])
def test_the_noun_before_tells(noun: str, city: bool) -> None:
    table = f"Der 2 det ART\n{noun} 4 nsubj NN\nMoskau 2 appos NE\nwartet 0 _ VVFIN"
    known = read(table, {"Moskau": "LOC"}).by_token[2].known
    assert (known is not None) is city


def test_a_name_that_nobody_knows_keeps_the_noun_for_its_region() -> None:
    table = "Der 2 det ART\nKreis 4 nsubj NN Kreis\nAhlsee 2 appos NE\nwartet 0 _ VVFIN"
    cluster = read(table, {"Ahlsee": "LOC"}).by_token[2]
    assert [(m.text, m.short) for m in cluster.mentions] == [("Kreis Ahlsee", "Ahlsee")]
    assert cluster.key == "Kreis Ahlsee"
