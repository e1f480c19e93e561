"""Adjectives and participles that serve as nouns for people."""

import pytest

from kg.adjectival import is_adjectival_person, uninflected
from tests.trees import tree, word


@pytest.mark.parametrize(
    ("noun", "features", "people"),
    [
        ("Eingesperrten", "Number=Plur", True),
        ("Gesuchte", "Gender=Masc|Number=Sing", True),
        ("Gesagte", "Gender=Neut|Number=Sing", False),
        ("Streikenden", "Number=Plur", True),
        ("Hungrige", "Number=Plur", True),
        ("Obdachlosen", "Number=Plur", True),
        ("Hungrige", "Gender=Fem|Number=Sing", False),
        ("45-Jährige", "Gender=Fem|Number=Sing", True),
        ("Könige", "Number=Plur", False),
        ("Tische", "Number=Plur", False),
        ("Zweige", "Number=Plur", False),
        ("Berichte", "Number=Plur", False),
        ("Abende", "Number=Plur", False),
        ("Angebote", "Number=Plur", False),
    ],
)
def test_adjectival_nouns(noun: str, features: str, people: bool) -> None:
    doc = tree(f"Die 2 det ART\n{noun} 0 _ NN {noun} {features}")
    assert is_adjectival_person(word(doc, noun)) is people


@pytest.mark.parametrize(
    ("form", "stem"), [("kranken", "krank"), ("kranker", "krank"), ("gut", "")]
)
def test_endings(form: str, stem: str) -> None:
    assert uninflected(form) == stem
