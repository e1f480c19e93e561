"""In what language a text is written."""

import pytest

import kg.languages
from kg.languages import detect_language

GERMAN_TEXT = (
    "Die Regierung hat am Montag ein Gesetz auf den Weg gebracht, mit dem sie die Preise senken "
    "und den Handel stärken will. Die Opposition ist nicht dafür und kündigte eine Klage an, für "
    "die sich auch Verbände aussprachen. Entschieden wurde noch nichts."
)


def test_plain_german_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.languages, "_identifier", None)
    assert detect_language(GERMAN_TEXT) == "de"


def test_another_language_is_told() -> None:
    english = "The government has passed a law that will lower the prices of food next year. " * 4
    assert detect_language(english) == "en"


def test_a_few_words_are_taken_for_german() -> None:
    assert detect_language("Müller 12 Kiel") == "de"
