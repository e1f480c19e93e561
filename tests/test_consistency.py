import pytest

from training.consistency import present_lemma, present_upos
from training.treebank import Word


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (Word("diesem", True, upos="PRON", xpos="PDAT"), "DET"),
        (Word("ihre", True, upos="PRON", xpos="PPOSAT"), "DET"),
        (Word("Viele", True, upos="PRON", xpos="PIS"), "DET"),
        (Word("man", True, upos="PRON", xpos="PIS"), "PRON"),
        (Word("Dies", True, upos="PRON", xpos="PDS"), "DET"),
        (Word("das", True, upos="PRON", xpos="PDS"), "PRON"),
        (Word("anderen", True, upos="ADJ", xpos="ADJA"), "DET"),
        (Word("schnell", True, upos="ADV", xpos="ADJD"), "ADJ"),
        (Word("hat", True, upos="AUX", xpos="VAFIN", deprel="ROOT"), "VERB"),
        (Word("hat", True, upos="VERB", xpos="VAFIN", deprel="aux"), "AUX"),
    ],
)
def test_tag_word_and_relation_decide(word: Word, expected: str) -> None:
    assert present_upos(word) == expected


def test_what_no_rule_decides_stays() -> None:
    assert present_upos(Word("hat", True, upos="AUX", xpos="VAFIN")) == "AUX"
    assert present_upos(Word("Berlin", True, upos="PROPN", xpos="NE")) == "PROPN"
    assert present_upos(Word("dieser", True)) == ""


@pytest.mark.parametrize(
    ("form", "lemma", "expected"),
    [
        ("sich", "er|es|sie", "sich"),
        ("Stunden", "Stunde|Stunden", "Stunde"),
        ("dieses", "dies", "dieser"),
        ("anderen", "ander", "anderer"),
        ("dies", "dies", "dies"),
        ("Rat", "", ""),
        ("sich", "", ""),
    ],
)
def test_lemmas_are_single_and_whole(form: str, lemma: str, expected: str) -> None:
    assert present_lemma(Word(form, True, lemma=lemma)) == expected
