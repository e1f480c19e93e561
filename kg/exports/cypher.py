"""A script in openCypher that makes the graph in a running database."""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from kg.exports.property_graph import Node, Relationship, nodes_of, relationships_of
from kg.exports.rows import Row
from kg.exports.tables import tables_of
from kg.rdf import Source

_Item = TypeVar("_Item")

_ROWS = 500
"""How many rows a command carries, so that its transaction fits into memory."""
_KEYS = {"Article": "iri", "Entity": "iri", "Value": "statement"}
"""First label of a node → the property that tells it from others with this label."""
_STATEMENT = "statement"
"""The property that tells a relationship from others, but for mentions in an article."""
_HEAD = """\
// Written by kg. Running it again changes nothing: cypher-shell -f graph.cypher
// What is denied, reported, planned, demanded or only possible has a type of its own.
"""


def to_cypher(source: Source) -> bytes:
    """A script that merges the graph into Neo4j, or another database that reads openCypher.

    Labels and types are those of `kg.exports.property_graph`. A line ends with a semicolon where a
    command does, and nowhere else.
    """
    tables = tables_of(source)
    commands = [
        *map(_constraint, _KEYS),
        *_nodes(sorted(nodes_of(tables), key=lambda n: (n.labels, n.key))),
        *_relationships(
            sorted(relationships_of(tables), key=lambda r: (r.type, r.label, r.start, r.end))
        ),
    ]
    return (_HEAD + "".join(f"{command};\n" for command in commands)).encode()


def _constraint(label: str) -> str:
    key = _KEYS[label]
    name = f"newskg_{label}_{key}".lower()
    return f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{key} IS UNIQUE"


def _nodes(nodes: list[Node]) -> Iterator[str]:
    for (label, *others), group in groupby(nodes, key=lambda node: node.labels):
        key = _KEYS[label]
        labels = [f"n:{_name(other)}" for other in others]
        for batch in _batches(list(group)):
            values = [f"n.{name} = row.{name}" for name in batch[0].properties if name != key]
            yield _command(
                [node.properties for node in batch],
                f"MERGE (n:{label} {{{key}: row.{key}}})",
                f"SET {', '.join(labels + values)}",
            )


def _relationships(relationships: list[Relationship]) -> Iterator[str]:
    for (type_, label), group in groupby(relationships, key=lambda r: (r.type, r.label)):
        for batch in _batches(list(group)):
            names = [name for name in batch[0].properties if name != _STATEMENT]
            key = f" {{{_STATEMENT}: row.{_STATEMENT}}}" if label != "Article" else ""
            end = f"(b:{label} {{{_KEYS[label]}: row.to_key}})"
            yield _command(
                [{"from_key": r.start, "to_key": r.end} | r.properties for r in batch],
                f"MATCH (a:Entity {{iri: row.from_key}}), {end}",
                f"MERGE (a)-[r:{_name(type_)}{key}]->(b)",
                f"SET {', '.join(f'r.{name} = row.{name}' for name in names)}",
            )


def _batches(items: list[_Item]) -> Iterator[list[_Item]]:
    return (items[start : start + _ROWS] for start in range(0, len(items), _ROWS))


def _command(rows: Sequence[Row], *clauses: str) -> str:
    lines = ",\n".join("  " + _map(row) for row in rows)
    return "\n".join([f"UNWIND [\n{lines}\n] AS row", *clauses])


def _map(row: Row) -> str:
    return "{" + ", ".join(f"{name}: {_literal(value)}" for name, value in row.items()) + "}"


def _literal(value: object) -> str:
    r"""A Cypher literal: JSON, but for an escaped backslash before a u.

    Neo4j takes `\u` for the start of a code point wherever it stands, even after a backslash.
    """
    text = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, str):
        return text
    return re.sub(r"\\\\(?=[uU])|\\.", _apart, text)


def _apart(match: re.Match[str]) -> str:
    return '\\\\" + "' if match[0] == "\\\\" and match.string[match.end()] in "uU" else match[0]


def _name(text: str) -> str:
    return text if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", text) else f"`{text.replace('`', '``')}`"
