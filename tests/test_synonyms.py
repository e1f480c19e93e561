"""Nouns that can stand for the same thing."""

import pytest

from kg.lexicon import grammar
from kg.synonyms import meanings, synonyms_of, takes_up


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Separatist", "Separatiste", True),
        ("Polizist", "Polizist", True),
        ("Rakete", "Raketen", True),
        ("Rat", "Rate", False),  # too short to tell an ending
        ("Partei", "Partie", False),
    ],
)
def test_endings_of_lemmas_do_not_tell_nouns_apart(one: str, other: str, same: bool) -> None:
    assert meanings(one).isdisjoint(meanings(other)) is not same


@pytest.mark.parametrize(
    ("noun", "earlier", "fits"),
    [
        ("Maschine", "Flugzeug", True),
        ("Schiff", "Frachter", True),
        ("Frachter", "Schiff", False),  # a kind does not take up what is more general
        ("Unglück", "Busunglück", True),
        ("Maschine", "Schiff", False),
    ],
)
def test_a_synonym_or_a_more_general_noun_takes_up_another(
    noun: str,
    earlier: str,
    fits: bool,
) -> None:
    assert takes_up(noun, earlier) is fits


def test_sets_are_sorted_and_say_nothing_twice() -> None:
    for entry in grammar()["synonyms"]:
        nouns, more = entry["nouns"], entry.get("more", [])
        assert nouns == sorted(nouns)
        assert more == sorted(more)
        assert not set(nouns) & set(more)


def test_no_noun_means_the_same_as_two_sets_do() -> None:
    nouns = [noun for listed in grammar()["same_nouns"] for noun in listed]
    assert len(nouns) == len(set(nouns)) == len(synonyms_of())
