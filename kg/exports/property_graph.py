"""A graph as the labelled nodes and typed relationships of a property graph, as Neo4j has them.

`(:Entity:Person)-[:ATTACKED]->(:Entity:Place)`. The type of a relationship says how it is meant:
only what holds is `ATTACKED`, the rest is `NOT_ATTACKED`, `PLANNED_ATTACKED`,
`REPORTED_NOT_ATTACKED`. So a plain pattern finds facts only; the property `relation` finds all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.exports.rows import Row
from kg.exports.tables import DOCUMENTS, ENTITIES, STATEMENTS, Tables
from kg.model import Modality, Polarity
from kg.rdf.names import document_node

VALUE = {"statement": str, "value": str}
ARTICLE = {"iri": str, "document": str} | {
    column: type_ for column, type_ in DOCUMENTS.items() if column not in ("id", "text")
}
STATEMENT = {
    "statement": str,
    **{
        column: type_
        for column, type_ in STATEMENTS.items()
        if column not in ("id", "subject", "subject_label", "object", "object_label", "value")
    },
}
MENTIONED_IN = {"mentions": int}
"""Property → type of its values."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node; `key` tells it from all other nodes."""

    key: str
    labels: tuple[str, ...]
    properties: Row


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship from the entity `start` to the node with the key `end`.

    `label` is the first label of that node.
    """

    start: str
    type: str
    end: str
    label: str
    properties: Row


def nodes_of(tables: Tables) -> Iterator[Node]:
    """Entities with their type as second label, articles, and a node for each literal."""
    for row in tables.entities:
        properties = {name: row[name] for name in ENTITIES}
        yield Node(str(row["iri"]), ("Entity", str(row["type"])), properties)
    for row in tables.documents:
        iri = document_node(str(row["id"]), tables.base).value
        named = {**row, "iri": iri, "document": row["id"]}
        yield Node(iri, ("Article",), {name: named[name] for name in ARTICLE})
    for row in tables.statements:
        if row["value"] is not None:
            values = {"statement": row["id"], "value": row["value"]}
            yield Node(str(row["id"]), ("Value",), values)


def relationships_of(tables: Tables) -> Iterator[Relationship]:
    """The statements, and which article mentions which entity how often."""
    for row in tables.statements:
        named = {**row, "statement": row["id"]}
        properties = {name: named[name] for name in STATEMENT}
        end, label = (row["id"], "Value") if row["object"] is None else (row["object"], "Entity")
        type_ = relationship_type(row)
        yield Relationship(str(row["subject"]), type_, str(end), label, properties)
    yield from _mentioned(tables)


def relationship_type(row: Row) -> str:
    """`ATTACKED` for what holds, else with how it is meant in front: `PLANNED_NOT_ATTACKED`."""
    words = re.sub(r"(?<=[^\W_A-Z])(?=[A-Z])", "_", str(row["relation"])).upper()
    modality = "" if row["modality"] == Modality.ASSERTED else f"{row['modality']}_".upper()
    negation = "NOT_" if row["polarity"] == Polarity.NEGATIVE else ""
    return f"{modality}{negation}{words}"


def _mentioned(tables: Tables) -> Iterator[Relationship]:
    counts: dict[tuple[str, str], int] = {}
    for row in tables.mentions:
        pair = str(row["entity"]), document_node(str(row["document"]), tables.base).value
        counts[pair] = counts.get(pair, 0) + 1
    for (entity, article), count in sorted(counts.items()):
        yield Relationship(entity, "MENTIONED_IN", article, "Article", {"mentions": count})
