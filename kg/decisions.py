"""The record of what was taken for one thing: `decisions.jsonl`, in the manner of nomenklatura.

A line says of a pair whether it is one, why, and who decided. What a person decided binds every
later build; what the program decided is only told, and decided anew. A side is named by words of
articles, as these stay where they are when ids of entities change with what else is read.
"""

import json
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.model import Decision, InputError, Quote, Side, Span, Verdict

DECISIONS = "decisions.jsonl"
PROGRAM = "program"


def decision_row(decision: Decision) -> dict[str, Any]:
    """A line of `decisions.jsonl`."""
    left, right = map(side_row, decision.pair)
    return {
        "left": left,
        "right": right,
        "verdict": decision.verdict.value,
        "score": decision.score,
        "reasons": list(decision.reasons),
        "by": decision.by,
    }


def side_row(side: Side) -> dict[str, Any]:
    """One side of a line."""
    quotes = [
        {"doc": q.span.document, "start": q.span.start, "end": q.span.end, "text": q.text}
        for q in side.quotes
    ]
    return {"name": side.name, "type": side.type, "mentions": quotes}


def read_decisions(path: Path) -> list[Decision]:
    """The lines of a file of decisions.

    Raises:
        InputError: If it cannot be read or a line is no decision.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8 text") from error
    return [parsed(path, n, line) for n, line in enumerate(lines, 1) if line.strip()]


def parsed(path: Path, number: int, line: str) -> Decision:
    """The decision of a line."""
    try:
        row = json.loads(line)
        return Decision(
            pair=(as_side(row["left"]), as_side(row["right"])),
            verdict=Verdict(row["verdict"]),
            score=None if row.get("score") is None else float(row["score"]),
            reasons=tuple(map(str, row.get("reasons", ()))),
            by=str(row["by"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(f"{path}: line {number} is no decision: {error}") from error


def as_side(row: dict[str, Any]) -> Side:
    """One side of a line.

    Raises:
        ValueError: If it has no words of an article.
    """
    quotes = [
        Quote(Span(str(q["doc"]), int(q["start"]), int(q["end"])), str(q["text"]))
        for q in row["mentions"]
    ]
    if not quotes:
        raise ValueError("a side has no mentions")
    return Side(str(row["name"]), str(row["type"]), tuple(sorted(quotes)))


def hand_decisions(*paths: Path) -> tuple[Decision, ...]:
    """What people decided, in files that there may be, each decision once.

    Raises:
        InputError: If a file is no file of decisions.
    """
    found = [d for path in paths for d in read_decisions(path) if d.by != PROGRAM]
    return tuple(dict.fromkeys(found))


def decisions_for(folder: Path | None, more: Path | None = None) -> tuple[Decision, ...]:
    """What people decided that a build into a folder has to honour.

    Args:
        folder: Whose file of decisions is read where there is one; None for no folder.
        more: Another file, which has to be there.

    Raises:
        InputError: If a file cannot be used, or decisions contradict each other.
    """
    kept = [folder / DECISIONS] if folder and (folder / DECISIONS).is_file() else []
    found = hand_decisions(*kept, *([more] if more else ()))
    check_words(found)
    return found


@dataclass(frozen=True, slots=True)
class Bound:
    """A decision by hand with the things of the articles that its sides are now, by index."""

    decision: Decision
    left: tuple[int, ...]
    right: tuple[int, ...]


def check_words(decisions: Sequence[Decision]) -> None:
    """Check early, by the words that decisions name, that none contradict each other.

    Raises:
        InputError: If some do.
    """
    numbers: dict[Quote, int] = {}
    for decision in decisions:
        for side in decision.pair:
            numbers |= {q: len(numbers) + n for n, q in enumerate(side.quotes) if q not in numbers}
    sides = [[tuple(numbers[q] for q in side.quotes) for side in d.pair] for d in decisions]
    check_consistent([Bound(d, *pair) for d, pair in zip(decisions, sides, strict=True)])


def pairs_together(bound: Iterable[Bound]) -> list[tuple[int, int]]:
    """Pairs that people said are one: all that either side is."""
    same = (b for b in bound if b.decision.verdict is Verdict.SAME)
    tied = [(*b.left, *b.right) for b in same]
    return [(things[0], other) for things in tied for other in things[1:]]


def pairs_apart(bound: Iterable[Bound]) -> list[tuple[int, int]]:
    """Pairs that people said are two, or may be two."""
    apart = (b for b in bound if b.decision.verdict is not Verdict.SAME)
    return [(a, b) for decided in apart for a in decided.left for b in decided.right]


def check_consistent(bound: Sequence[Bound]) -> None:
    """Check that no two things are the same by some decisions and different by another.

    Raises:
        InputError: If they are; the message names the decisions.
    """
    same = [b for b in bound if b.decision.verdict is Verdict.SAME]
    for different in (b for b in bound if b.decision.verdict is Verdict.DIFFERENT):
        way = path_between(different, same)
        if way is not None:
            said = " and ".join(sentence(b.decision) for b in way)
            raise InputError(
                f"decisions contradict each other: {sentence(different.decision)}, "
                f"but {said or 'both are one mention'}; kg entities forget takes one back"
            )


def path_between(wanted: Bound, same: Sequence[Bound]) -> list[Bound] | None:
    """The fewest decisions that tie the sides of a decision together, None if none do."""
    goals, seen = set(wanted.right), set(wanted.left)
    if goals & seen:
        return []
    queue: deque[tuple[int, list[Bound]]] = deque((i, []) for i in wanted.left)
    while queue:
        here, way = queue.popleft()
        for bound in (b for b in same if here in (*b.left, *b.right)):
            for i in (*bound.left, *bound.right):
                if i in goals:
                    return [*way, bound]
                if i not in seen:
                    seen.add(i)
                    queue.append((i, [*way, bound]))
    return None


def sentence(decision: Decision) -> str:
    """A decision in a few words."""
    verb = {Verdict.SAME: "is", Verdict.DIFFERENT: "is not", Verdict.UNSURE: "may be"}
    left, right = map(side_text, decision.pair)
    return f"{decision.by} says {left} {verb[decision.verdict]} {right}"


def side_text(side: Side) -> str:
    """A side by its name and its articles."""
    documents = list(dict.fromkeys(q.span.document for q in side.quotes))
    more = f" and {len(documents) - 1} more" if len(documents) > 1 else ""
    return f"{side.name} ({documents[0]}{more})"
