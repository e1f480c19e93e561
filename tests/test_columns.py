"""Columns hold what spaCy's own tokens say."""

import spacy
from spacy.tokens import Doc

from kg.columns import flags_of, heads_of, numbers_of, strings_of

VOCAB = spacy.blank("de").vocab
CLAUSE = Doc(VOCAB, words=["Ada", "kommt", "!"], heads=[1, 1, 0], deps=["nsubj", "ROOT", "punct"])


def test_a_list_for_each_attribute() -> None:
    assert numbers_of(CLAUSE, "IDX", "ORTH") == [[0, 4, 10], [t.orth for t in CLAUSE]]
    assert strings_of(CLAUSE, "LOWER", "DEP") == [
        ["ada", "kommt", "!"],
        ["nsubj", "ROOT", "punct"],
    ]
    assert flags_of(CLAUSE, "IS_PUNCT") == [[False, False, True]]


def test_heads_stand_on_either_side() -> None:
    assert heads_of(CLAUSE) == [1, 1, 0]


def test_a_text_without_words() -> None:
    empty = Doc(VOCAB)
    assert numbers_of(empty, "IDX", "ORTH") == [[], []]
    assert strings_of(empty, "DEP", "TAG") == [[], []]
    assert heads_of(empty) == []
