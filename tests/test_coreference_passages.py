"""The passages of `coreference.toml`, read with the bundled pipeline."""

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.passages import Verdict, passages, unmarked, verdicts

if TYPE_CHECKING:
    from spacy.language import Language

LEAST_RIGHT = 0.9  # of all passages
LEAST_RIGHT_HELD_OUT = 0.8
MOST_WRONG_PASSAGES = 0  # among those that must not merge


@pytest.fixture(scope="module")
def read(pipeline: "Language") -> tuple[Verdict, ...]:
    return verdicts(pipeline)


def share_right(found: tuple[Verdict, ...]) -> float:
    return sum(v.right for v in found) / len(found)


def report(found: tuple[Verdict, ...]) -> str:
    """Right and all passages of each phenomenon, and what is wrong with those looked at."""
    every = Counter(v.passage.phenomenon for v in found)
    right = Counter(v.passage.phenomenon for v in found if v.right)
    lines = [f"{name}: {right[name]} of {number}" for name, number in every.items()]
    failed = (v for v in found if not v.right and not v.passage.held_out)
    return "\n".join([*lines, *(f"{v.passage.text}: {v.missing} {v.wrong}" for v in failed)])


@pytest.mark.pipeline
def test_nine_of_ten_passages_are_read_right(read: tuple[Verdict, ...]) -> None:
    assert share_right(read) >= LEAST_RIGHT, report(read)


@pytest.mark.pipeline
def test_passages_that_no_rule_was_made_for(read: tuple[Verdict, ...]) -> None:
    held_out = tuple(v for v in read if v.passage.held_out)
    assert share_right(held_out) >= LEAST_RIGHT_HELD_OUT, report(read)


@pytest.mark.pipeline
def test_nothing_is_merged_that_must_not_be(read: tuple[Verdict, ...]) -> None:
    wrong = [v for v in read if v.passage.must_not_merge and v.wrong]
    assert len(wrong) <= MOST_WRONG_PASSAGES, [(v.passage.text, v.wrong) for v in wrong]


def test_there_are_enough_passages() -> None:
    assert len(passages()) >= 180
    assert sum(p.must_not_merge for p in passages()) >= 60


def test_marks_may_lie_in_words_and_in_one_another() -> None:
    text, marks = unmarked("[2 [1 Ihr] Mann] ist [3 EU]-Bürger wie [1+2 beide].")
    assert text == "Ihr Mann ist EU-Bürger wie beide."
    found = [(text[m.start : m.end], set(m.things)) for m in marks]
    assert found == [("Ihr", {1}), ("Ihr Mann", {2}), ("EU", {3}), ("beide", {1, 2})]
