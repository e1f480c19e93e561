"""Quads as the words of their N-Quads lines, which sort and print many times faster than terms."""

import re
from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from kg.rdf.names import RDF

Row = tuple[str, str, str, str]
"""Graph ("" where it is the default one), subject, predicate and object, each as N-Quads has it."""

TYPE = f"<{RDF}type>"
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


def rows_of(quads: Iterable[ox.Quad]) -> list[Row]:
    """The rows of quads without repetition, by graph and subject, its types first.

    Blank nodes of other tools' files get names that depend on nothing but the graph (RDFC-1.0).
    """
    listed = list(quads)
    lines = _lines(listed)
    # Words of a text may look like a blank node, which costs time and changes nothing.
    if any(line[0] == "_" or " _:" in line for line in lines):
        dataset = ox.Dataset(listed)
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        lines = _lines(dataset)
    return _in_order(map(_row, dict.fromkeys(lines)))


def union(rows: Iterable[Row]) -> list[Row]:
    """The rows of all graphs as one graph without a name."""
    return _in_order(dict.fromkeys(("", *row[1:]) for row in rows))


def one_line(error: Exception) -> str:
    """The error's message on one line, without the file name that the system adds."""
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(text.split())


def unescaped(text: str) -> str:
    """What a string of N-Quads stands for, without its quotation marks."""
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def literal_parts(word: str) -> tuple[str, str, str]:
    """The string (with its escapes), the language and the datatype's IRI of a literal's word."""
    end = word.rindex('"')
    tail = word[end + 1 :]
    datatype = tail[3:-1] if tail.startswith("^^") else ""
    return word[1:end], tail[1:] if tail.startswith("@") else "", datatype


def _lines(quads: Iterable[ox.Quad]) -> list[str]:
    data = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    if data is None:  # Only where an output file is given.
        raise AssertionError(quads)
    return data.decode().split("\n")[:-1]


def _row(line: str) -> Row:
    subject, predicate, rest = line[:-2].split(" ", 2)
    object_, _, graph = rest.rpartition(" ")
    # Without a graph the last word is the object or its end; no name of a graph has a quote.
    if not object_ or '"' in graph or graph == ")>>":
        return "", subject, predicate, rest
    return graph, subject, predicate, object_


def _in_order(rows: Iterable[Row]) -> list[Row]:
    groups = defaultdict(list)
    for row in rows:
        groups[row[:2]].append(row)
    return [row for key in sorted(groups) for row in sorted(groups[key], key=_within)]


def _within(row: Row) -> tuple[bool, str, str]:
    """The order of what is said of one subject."""
    return row[2] != TYPE, row[2][1:-1], row[3]


def _character(match: re.Match[str]) -> str:
    digits = match[1] or match[2]
    return chr(int(digits, 16)) if digits else _ESCAPED.get(match[3], match[3])
