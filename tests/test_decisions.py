"""The record of decisions: its file, and whether decisions fit together."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.decisions import (
    DECISIONS,
    PROGRAM,
    Bound,
    as_side,
    check_consistent,
    check_words,
    decision_row,
    decisions_for,
    hand_decisions,
    pairs_apart,
    pairs_together,
    read_decisions,
    sentence,
)
from kg.model import Decision, InputError, Quote, Side, Span, Verdict
from kg.outputs import lines

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), min_size=1, max_size=9)
QUOTES = st.builds(
    Quote, st.builds(Span, NAMES, st.integers(0, 99), st.integers(0, 99)), st.text(max_size=9)
)
SIDES = st.builds(
    Side, NAMES, NAMES, st.lists(QUOTES, min_size=1, max_size=3).map(lambda q: tuple(sorted(q)))
)
DECIDED = st.builds(
    Decision,
    pair=st.tuples(SIDES, SIDES),
    verdict=st.sampled_from(Verdict),
    score=st.none() | st.floats(0, 1),
    reasons=st.lists(st.text(max_size=9), max_size=2).map(tuple),
    by=NAMES,
)


def side(name: str, *documents: str) -> Side:
    """A thing that each article names in its first letters."""
    return Side(name, "Person", tuple(Quote(Span(d, 0, len(name)), name) for d in documents))


def decided(left: Side, right: Side, verdict: Verdict, by: str = "Ada") -> Decision:
    return Decision((left, right), verdict, None, (), by)


A, B, C = side("Alm", "a"), side("Bach", "b"), side("Cote", "c")
SAME, DIFFERENT = Verdict.SAME, Verdict.DIFFERENT


@given(DECIDED)
def test_a_decision_comes_back_from_its_line(decision: Decision) -> None:
    row = json.loads(lines([decision_row(decision)]))
    assert tuple(as_side(row[name]) for name in ("left", "right")) == decision.pair
    assert row["verdict"] == decision.verdict


def test_a_file_comes_back(tmp_path: Path) -> None:
    decisions = [decided(A, B, SAME), Decision((A, C), Verdict.UNSURE, 0.5, ("alike",), PROGRAM)]
    path = tmp_path / DECISIONS
    path.write_bytes(lines(map(decision_row, decisions)))
    assert read_decisions(path) == decisions
    assert hand_decisions(path, path) == (decisions[0],)
    assert decisions_for(tmp_path) == (decisions[0],)
    assert decisions_for(tmp_path / "none", path) == (decisions[0],)


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"left": 1}'])
def test_a_broken_line_is_told(tmp_path: Path, line: str) -> None:
    path = tmp_path / DECISIONS
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2 is no decision"):
        read_decisions(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        decisions_for(tmp_path, tmp_path / "none")


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / DECISIONS
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="not UTF-8"):
        read_decisions(path)


def test_decisions_that_contradict_each_other_are_one_line() -> None:
    with pytest.raises(InputError) as error:
        check_words([decided(A, B, SAME), decided(B, C, SAME, "Otto"), decided(A, C, DIFFERENT)])
    assert str(error.value) == (
        "decisions contradict each other: Ada says Alm (a) is not Cote (c), but "
        "Ada says Alm (a) is Bach (b) and Otto says Bach (b) is Cote (c); "
        "kg entities forget takes one back"
    )


def test_to_be_unsure_contradicts_nothing() -> None:
    check_words([decided(A, B, SAME), decided(A, B, Verdict.UNSURE)])


def test_one_thing_is_not_two() -> None:
    with pytest.raises(InputError, match="both are one mention"):
        check_consistent([Bound(decided(A, A, DIFFERENT), (0,), (0,))])


def test_all_that_a_side_is_is_bound() -> None:
    same = Bound(decided(A, B, SAME), (1, 2), (3,))
    apart = Bound(decided(A, B, DIFFERENT), (4, 5), (6,))
    assert pairs_together([same, apart]) == [(1, 2), (1, 3)]
    assert pairs_apart([same, apart]) == [(4, 6), (5, 6)]


def test_a_decision_in_words() -> None:
    text = sentence(decided(side("Alm", "a", "b", "c"), B, Verdict.UNSURE))
    assert text == "Ada says Alm (a and 2 more) may be Bach (b)"
