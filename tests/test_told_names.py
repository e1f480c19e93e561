"""Names that the pipeline missed, or half of which it missed."""

import pytest

from kg.told_names import told_names, with_family_name
from tests.trees import tree
from tests.worlds import named, small_gazetteer


def told(noun: str, name: str, taken: frozenset[int] = frozenset()) -> list[tuple[str, str]]:
    doc = tree(f"Die 2 det ART\n{noun} 0 _ NN\n{name}")
    return [(s.text, kind) for s, kind in told_names(doc, small_gazetteer(), {*taken})]


def test_the_noun_before_a_name_tells_what_it_names() -> None:
    assert told("Zeitung", "Nordwind 2 appos NE") == [("Nordwind", "Organization")]
    assert told("Zeitung", "Der 2 appos NE\nNord 3 flat NE") == [("Der Nord", "Organization")]


@pytest.mark.parametrize(
    ("noun", "name"),
    [
        ("Freude", "Nordwind 2 appos NE"),
        ("Mann", "Nordwind 2 appos NE"),
        ("Zeitung", "Nordwind 2 nmod NE"),
        ("Zeitung", "Papier 2 appos NN"),
        ("Zeitung", "23x 2 appos NE"),
    ],
)
def test_other_words_behind_a_noun(noun: str, name: str) -> None:
    assert told(noun, name) == []


def test_a_name_that_the_pipeline_found_is_left_to_it() -> None:
    assert told("Zeitung", "Nordwind 2 appos NE", frozenset({2})) == []
    assert told("Zeitung", "Der 2 appos NE\nNord 3 flat NE", frozenset({3})) == []


def test_the_rest_of_a_persons_name() -> None:
    doc = named("Ada 3 nsubj NE\nMüller 1 flat NE\nkommt 0 _ VVFIN", {"Ada": "PER"})
    assert with_family_name(doc.ents[0]).text == "Ada Müller"


@pytest.mark.parametrize("label", ["PER", "ORG"])
def test_another_name_behind_a_name_stays_apart(label: str) -> None:
    found = {"Ada": label} | ({"Kiel": "LOC"} if label == "PER" else {})
    doc = named("Ada 3 nsubj NE\nKiel 1 flat NE\nkommt 0 _ VVFIN", found)
    assert with_family_name(doc.ents[0]).text == "Ada"
