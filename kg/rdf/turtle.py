"""Turtle and TriG for people to read: types first, short names wherever they are plain."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

import pyoxigraph as ox

from kg.rdf.names import RDF, XSD

_LETTER = "(?:[A-Za-z0-9_À-ÖØ-öø-\u02ff]|%[0-9A-Fa-f]{2})"
# Narrower than the grammar's local names, so that none ever needs a backslash.
_PLAIN = re.compile(f"{_LETTER}(?:(?:{_LETTER}|[.-])*{_LETTER})?")
_BARE = {XSD + "decimal": re.compile(r"-?\d+\.\d+"), XSD + "integer": re.compile(r"-?\d+")}


def to_turtle(quads: Sequence[ox.Quad], names: Mapping[str, str]) -> str:
    """Write sorted quads as Turtle, without regard to their graphs."""
    return _head(names) + "".join(f"\n{block}" for block in _blocks(quads, names))


def to_trig(quads: Sequence[ox.Quad], names: Mapping[str, str]) -> str:
    """Write sorted quads as TriG, one block a graph."""
    parts = [_head(names)]
    for graph, members in groupby(quads, key=lambda quad: quad.graph_name):
        blocks = "\n".join(_blocks(list(members), names))
        if isinstance(graph, ox.DefaultGraph):
            parts.append(blocks)
        else:
            parts.append(f"{_term(graph, names)} {{\n{blocks}}}\n")
    return "\n".join(parts)


def _head(names: Mapping[str, str]) -> str:
    return "".join(f"@prefix {name}: <{space}> .\n" for name, space in sorted(names.items()))


def _blocks(quads: Iterable[ox.Quad], names: Mapping[str, str]) -> list[str]:
    groups = groupby(quads, key=lambda quad: quad.subject)
    return [_block(_term(subject, names), list(quads), names) for subject, quads in groups]


def _block(subject: str, quads: list[ox.Quad], names: Mapping[str, str]) -> str:
    lines = []
    for predicate, members in groupby(quads, key=lambda quad: quad.predicate):
        verb = "a" if predicate.value == RDF + "type" else _term(predicate, names)
        lines.append(f"{verb} {' , '.join(_term(quad.object, names) for quad in members)}")
    return f"{subject} " + " ;\n    ".join(lines) + " .\n"


def _term(term: object, names: Mapping[str, str]) -> str:
    if isinstance(term, ox.NamedNode):
        return _short(term, names)
    if isinstance(term, ox.Literal):
        return _literal(term, names)
    return str(term)


def _short(node: ox.NamedNode, names: Mapping[str, str]) -> str:
    """A namespace of ours ends in its only last / or #, so there is one way to cut an IRI."""
    iri = node.value
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    for name, space in names.items():
        if len(space) == cut and iri.startswith(space) and _PLAIN.fullmatch(iri, cut):
            return f"{name}:{iri[cut:]}"
    return str(node)


def _literal(literal: ox.Literal, names: Mapping[str, str]) -> str:
    datatype = literal.datatype.value
    bare = _BARE.get(datatype)
    if bare and bare.fullmatch(literal.value):
        return literal.value
    if literal.language or datatype == XSD + "string":
        return str(literal)
    return f"{ox.Literal(literal.value)}^^{_short(literal.datatype, names)}"
