"""Names and what a pipeline only takes for one."""

import pytest

from kg.name_spans import is_common_noun
from tests.trees import tree
from tests.worlds import small_gazetteer


@pytest.mark.parametrize(
    ("noun", "common"),
    [
        ("Ministerium 0 _ NN", True),
        ("EU-Soldaten 0 _ NN", True),
        ("Nord-Russen 0 _ NN", True),
        ("Nord-Konzern 0 _ NN", False),
        ("Soldaten 0 _ NN", False),
        ("Ministerium 0 _ NE", False),
        ("Nordbund 0 _ NN", False),
        ("Russland 0 _ NN", False),
    ],
)
def test_is_common_noun(noun: str, common: bool) -> None:
    assert is_common_noun(tree(noun)[0:1], small_gazetteer()) is common


def test_two_words_are_no_common_noun() -> None:
    doc = tree("Neues 2 amod ADJA\nMinisterium 0 _ NN")
    assert not is_common_noun(doc[0:2], small_gazetteer())
