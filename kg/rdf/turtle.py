"""Turtle and TriG for people to read: types first, short names wherever they are plain."""

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter

from kg.rdf.names import XSD
from kg.rdf.rows import TYPE, Row, literal_parts

_LETTER = "(?:[A-Za-z0-9_À-ÖØ-öø-\u02ff]|%[0-9A-Fa-f]{2})"
# Narrower than the grammar's local names, so that none ever needs a backslash.
_PLAIN = re.compile(f"{_LETTER}(?:(?:{_LETTER}|[.-])*{_LETTER})?")
_BARE = {XSD + "decimal": re.compile(r"-?\d+\.\d+"), XSD + "integer": re.compile(r"-?\d+")}


class _Words(dict[str, str]):
    """The word of N-Quads → the word of Turtle, worked out once each."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self.prefixes = {space: name for name, space in names.items()}

    def __missing__(self, word: str) -> str:
        if word[0] == '"':
            return _literal(word, self.prefixes)
        self[word] = short = word if word[:2] in ("_:", "<<") else _short(word, self.prefixes)
        return short


def to_turtle(rows: Iterable[Row], names: Mapping[str, str]) -> str:
    """Write sorted rows as Turtle, without regard to their graphs."""
    return _head(names) + "".join(f"\n{block}" for block in _blocks(rows, _Words(names)))


def to_trig(rows: Iterable[Row], names: Mapping[str, str]) -> str:
    """Write sorted rows as TriG, one block a graph."""
    parts, words = [_head(names)], _Words(names)
    for graph, members in groupby(rows, key=itemgetter(0)):
        blocks = "\n".join(_blocks(members, words))
        parts.append(f"{words[graph]} {{\n{blocks}}}\n" if graph else blocks)
    return "\n".join(parts)


def _head(names: Mapping[str, str]) -> str:
    return "".join(f"@prefix {name}: <{space}> .\n" for name, space in sorted(names.items()))


def _blocks(rows: Iterable[Row], words: _Words) -> list[str]:
    groups = groupby(rows, key=itemgetter(1))
    return [_block(words[subject], members, words) for subject, members in groups]


def _block(subject: str, rows: Iterable[Row], words: _Words) -> str:
    lines = []
    for predicate, members in groupby(rows, key=itemgetter(2)):
        verb = "a" if predicate == TYPE else words[predicate]
        lines.append(f"{verb} {' , '.join([words[row[3]] for row in members])}")
    return f"{subject} " + " ;\n    ".join(lines) + " .\n"


def _short(word: str, prefixes: Mapping[str, str]) -> str:
    """A namespace of ours ends in its only last / or #, so there is one way to cut an IRI."""
    iri = word[1:-1]
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    name = prefixes.get(iri[:cut])
    return word if name is None or not _PLAIN.fullmatch(iri, cut) else f"{name}:{iri[cut:]}"


def _literal(word: str, prefixes: Mapping[str, str]) -> str:
    if word[-1] != ">":
        return word
    text, _, datatype = literal_parts(word)
    bare = _BARE.get(datatype)
    if bare and bare.fullmatch(text):
        return text
    return f'"{text}"^^{_short(f"<{datatype}>", prefixes)}'
