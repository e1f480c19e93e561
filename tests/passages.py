"""Passages with marked mentions, and what a reading makes of them; see `coreference.toml`."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.annotate import annotate
from kg.coreference import resolve_pronouns
from kg.gazetteer import load_gazetteer
from kg.homelands import join_homelands
from kg.lexicon import load_lexicon
from kg.model import Document
from kg.reading import Reading, join_roles_of_pronouns, read_entities

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.words import Span, Token

DATA = Path(__file__).with_name("coreference.toml")
HELD_OUT = 3  # every third passage


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked words: their characters in the text, and the numbers of the things they refer to."""

    start: int
    end: int
    things: frozenset[int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with its marks, in the order of their last characters."""

    number: int
    phenomenon: str
    must_not_merge: bool
    text: str
    marks: tuple[Mark, ...]

    @property
    def held_out(self) -> bool:
        """Whether nobody looks at it while rules are being mended."""
        return self.number % HELD_OUT == 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with a reading of a passage: links not found, and links between two things."""

    passage: Passage
    missing: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether all links are there and no others."""
        return not self.missing and not self.wrong


@cache
def passages() -> tuple[Passage, ...]:
    """All passages of the file."""
    rows = tomllib.loads(DATA.read_text(encoding="utf-8"))["passage"]
    return tuple(passage(number, **row) for number, row in enumerate(rows, 1))


def passage(number: int, phenomenon: str, text: str, must_not_merge: bool = False) -> Passage:
    """A row of the file."""
    plain, marks = unmarked(text)
    return Passage(number, phenomenon, must_not_merge, plain, marks)


def unmarked(text: str) -> tuple[str, tuple[Mark, ...]]:
    """A text without its marks, and the marks."""
    plain, marks, opened, i = "", [], list[tuple[int, str]](), 0
    while i < len(text):
        if text[i] == "[":
            numbers, _, _ = text[i + 1 :].partition(" ")
            opened.append((len(plain), numbers))
            i += len(numbers) + 2
            continue
        if text[i] == "]":
            start, numbers = opened.pop()
            marks.append(Mark(start, len(plain), frozenset(map(int, numbers.split("+")))))
        else:
            plain += text[i]
        i += 1
    return plain, tuple(marks)


def verdicts(nlp: "Language") -> tuple[Verdict, ...]:
    """What the pipeline and the rules make of every passage."""
    return tuple(judged(p, read(p, nlp)) for p in passages())


def read(passage: Passage, nlp: "Language") -> Reading:
    """The entities of a passage, pronouns resolved."""
    doc = annotate(Document(str(passage.number), passage.text), nlp)
    reading = read_entities(doc, load_gazetteer(), load_lexicon())
    resolve_pronouns(reading)
    join_roles_of_pronouns(reading)
    join_homelands(reading)
    return reading


def judged(passage: Passage, reading: Reading) -> Verdict:
    """The links that a reading lacks and those that it should not have."""
    found = [(mark, referents(reading, mark)) for mark in passage.marks]
    first: dict[int, int] = {}
    for mark, clusters in found:
        if len(mark.things) == 1 and len(clusters) == 1:
            first.setdefault(*mark.things, *clusters)
    often = [t for t in {t for m, _ in found for t in m.things} if t and times(t, found) > 1]
    missing = (
        said(passage, mark)
        for mark, clusters in found
        if mark.things & set(often) and clusters != {first.get(t) for t in mark.things}
    )
    wrong = (said(passage, m) for m, clusters in found if is_wrong(m, clusters, first))
    return Verdict(passage, tuple(missing), tuple(wrong))


def times(thing: int, found: list[tuple[Mark, set[int]]]) -> int:
    """How many marks refer to a thing."""
    return sum(thing in mark.things for mark, _ in found)


def is_wrong(mark: Mark, clusters: set[int], first: dict[int, int]) -> bool:
    """Whether marked words are taken for a thing with another number."""
    return any(first.get(t) in clusters for t in first if t not in mark.things)


def said(passage: Passage, mark: Mark) -> str:
    """Marked words with their numbers."""
    numbers = "+".join(map(str, sorted(mark.things)))
    return f"[{numbers} {passage.text[mark.start : mark.end]}]"


def referents(reading: Reading, mark: Mark) -> set[int]:
    """The `id()`s of the clusters that marked words stand for."""
    span = reading.doc.span_around(mark.start, mark.end)
    assert span is not None
    if (mark.start, mark.end) != (span.start_char, span.end_char):
        part = reading.parts.get(span.root.i)
        return {id(part)} if part else set()
    return next((found for token in heads(span) if (found := at(reading, token))), set())


def heads(span: "Span") -> Iterator["Token"]:
    """The head of some words, then the others from the last one on."""
    yield span.root
    yield from (t for t in reversed(list(span)) if t != span.root and t.pos_ in ("PROPN", "NOUN"))


def at(reading: Reading, token: "Token") -> set[int]:
    """The `id()`s of the clusters of a token."""
    if token.i in reading.several:
        return {id(reading.by_token[i]) for i in reading.several[token.i]}
    cluster = reading.by_token.get(token.i) or reading.adjectives.get(token.i)
    return {id(cluster)} if cluster else set()
