"""Newspapers with the names of things."""

import pytest

from kg.media_names import media_names
from tests.trees import tree

TABLES = {
    "Nach 2 case APPR\nAngaben 5 obl NN\ndes 4 det ART\nSpiegel 2 nmod NN\ndroht 0 _ VVFIN": True,
    "Der 2 det ART\nSpiegel 3 nsubj NN\nberichtet 0 _ VVFIN berichten": True,
    "Das 2 det ART\nsagt 0 _ VVFIN sagen\nsie 2 nsubj PPER\ngegenüber 6 case APPR\ndem 6 det ART\n"
    "Stern 2 obl NN": True,
    "Der 2 det ART\nSpiegel 3 nsubj NN\nzerbricht 0 _ VVFIN zerbrechen": False,
    "Das 2 det ART\nGlas 5 nsubj NN\ndes 4 det ART\nSpiegels 2 nmod NN\nbricht 0 _ VVFIN": False,
    "Der 2 det ART\nSpiegel-Bericht 3 nsubj NN\nberichtet 0 _ VVFIN berichten": False,
}


@pytest.mark.parametrize(("table", "named"), TABLES.items())
def test_only_a_paper_says_something(table: str, named: bool) -> None:
    assert bool(list(media_names(tree(table), set()))) is named


def test_a_word_of_another_name_is_none() -> None:
    doc = tree("Der 2 det ART\nSpiegel 3 nsubj NN\nberichtet 0 _ VVFIN berichten")
    assert [(s.text, name) for s, name in media_names(doc, set())] == [("Spiegel", "Der Spiegel")]
    assert list(media_names(doc, {1})) == []
