"""Names in quotation marks behind the noun for what they name."""

import pytest

from kg.quotes import closing, quoted_names
from tests.trees import tree
from tests.worlds import small_gazetteer


def quoted(noun: str, rest: str) -> list[tuple[str, str]]:
    doc = tree(f"Die 2 det ART\n{noun} 0 _ NN\n{rest}")
    return [(s.text, kind) for s, kind in quoted_names(doc, small_gazetteer(), set())]


NORDWIND = "„ 4 punct $(\nNordwind 2 appos NE\n“ 4 punct $("


def test_a_name_in_quotation_marks() -> None:
    assert quoted("Zeitung", NORDWIND) == [("Nordwind", "Organization")]


@pytest.mark.parametrize(
    "rest",
    [
        "„ 4 punct $(\nmeist 2 appos ADV\n“ 4 punct $(",
        "„ 4 punct $(\nAlles 5 nsubj PIS\nbrennt 2 dep VVFIN\n“ 4 punct $(",
        "„ 4 punct $(\nNordwind 2 appos NE",
    ],
)
def test_words_in_quotation_marks_that_are_no_name(rest: str) -> None:
    assert quoted("Zeitung", rest) == []


def test_the_noun_must_denote_what_has_a_name() -> None:
    assert quoted("Mann", NORDWIND) == []
    assert quoted("Freude", NORDWIND) == []


def test_a_name_that_the_pipeline_found_is_left_to_it() -> None:
    doc = tree(f"Die 2 det ART\nZeitung 0 _ NN\n{NORDWIND}")
    assert list(quoted_names(doc, small_gazetteer(), {3})) == []
    assert closing(doc, 3) == 4
