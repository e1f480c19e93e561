import pytest
import spacy

from kg.annotate import load_pipeline
from kg.german import NewsGerman


def test_prefixes_have_three_letters() -> None:
    assert [t.prefix_ for t in NewsGerman()("Die EU tagt.")] == ["Die", "EU", "tag", "."]


def test_spacy_finds_the_language_by_its_name() -> None:
    assert isinstance(spacy.blank("de_news"), NewsGerman)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Das ist SpaceX.", "Das ist SpaceX ."),
        ("Das sagte K. Weber.", "Das sagte K. Weber ."),
        ("Er kam z.B. mit der E.ON.", "Er kam z.B. mit der E.ON ."),
    ],
)
def test_a_full_stop_behind_a_capital_that_ends_a_name_is_cut_off(text: str, words: str) -> None:
    assert " ".join(t.text for t in NewsGerman()(text)) == words
    assert " ".join(t.text for t in load_pipeline().make_doc(text)) == words
