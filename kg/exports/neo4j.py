"""Tables that `neo4j-admin database import` reads."""

from collections.abc import Iterable, Mapping
from itertools import chain

from kg.exports.property_graph import (
    ARTICLE,
    MENTIONED_IN,
    STATEMENT,
    VALUE,
    nodes_of,
    relationships_of,
)
from kg.exports.rows import Row
from kg.exports.separated import to_separated
from kg.exports.tables import ENTITIES, tables_of
from kg.rdf import Source

_TYPES = {str: "", int: ":int", float: ":double", bool: ":boolean"}


def to_neo4j(source: Source) -> dict[str, bytes]:
    """The tables `nodes.csv` and `relationships.csv` with Neo4j's column names.

    Labels and types are those of `kg.exports.property_graph`. An empty field is a property that
    the node or relationship does not have.

    Returns:
        Name of the file → its bytes.
    """
    tables = tables_of(source)
    nodes = (
        {":ID": node.key, ":LABEL": ";".join(node.labels)} | node.properties
        for node in nodes_of(tables)
    )
    relationships = (
        {":START_ID": r.start, ":TYPE": r.type, ":END_ID": r.end} | r.properties
        for r in relationships_of(tables)
    )
    return {
        "nodes.csv": _table((":ID", ":LABEL"), ENTITIES | ARTICLE | VALUE, nodes),
        "relationships.csv": _table(
            (":START_ID", ":TYPE", ":END_ID"), STATEMENT | MENTIONED_IN, relationships
        ),
    }


def _table(ends: tuple[str, ...], properties: Mapping[str, type], rows: Iterable[Row]) -> bytes:
    names = [*ends, *(name + _TYPES[type_] for name, type_ in properties.items())]
    fields = ([row.get(name) for name in (*ends, *properties)] for row in rows)
    return to_separated(chain([names], fields))
