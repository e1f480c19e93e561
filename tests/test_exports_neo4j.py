"""Property graphs: the script in Ladybug, an embedded openCypher database, the tables in DuckDB."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb
import ladybug
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.exports import to_cypher, to_neo4j
from kg.exports.property_graph import (
    ARTICLE,
    MENTIONED_IN,
    STATEMENT,
    VALUE,
    nodes_of,
    relationship_type,
    relationships_of,
)
from kg.exports.tables import ENTITIES, Tables, tables_of
from tests.corpora import MINISTERIN, small_corpus
from tests.hostile import hostile_corpus

GRAPHS = ("examples", "hostile")
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
KEPT = (
    *("statement", "holds", "polarity", "modality", "source", "date", "place"),
    *("confidence", "sentence", "document", "published"),
)
TYPES = {str: "STRING", int: "INT64", float: "DOUBLE", bool: "BOOL"}


def tables_in(exported: Path, graph: str) -> Tables:
    """The tables that the files are about."""
    return tables_of(exported / f"{graph}.nq")


def database_for(tables: Tables) -> ladybug.Connection:
    """An empty database with the tables that Ladybug wants beforehand."""
    connection = ladybug.Connection(ladybug.Database(buffer_pool_size=2**27, max_db_size=2**28))
    for label, properties, key in (
        ("Entity", ENTITIES, "iri"),
        ("Article", ARTICLE, "iri"),
        ("Value", VALUE, "statement"),
    ):
        columns = f"{_columns(properties)}, PRIMARY KEY ({key})"
        connection.execute(f"CREATE NODE TABLE {label} ({columns})")
    ends = "FROM Entity TO Entity, FROM Entity TO Value"
    for type_ in sorted({relationship_type(row) for row in tables.statements}):
        connection.execute(f"CREATE REL TABLE {type_} ({ends}, {_columns(STATEMENT)})")
    columns = _columns(MENTIONED_IN)
    connection.execute(f"CREATE REL TABLE MENTIONED_IN (FROM Entity TO Article, {columns})")
    return connection


def _columns(properties: Mapping[str, type]) -> str:
    return ", ".join(f"`{name}` {TYPES[type_]}" for name, type_ in properties.items())


def commands(script: str) -> Iterator[str]:
    """The commands of a script, as Ladybug takes them.

    Its primary keys stand for the constraints, and its nodes have one label.
    """
    for command in script.split(";\n"):
        lines = [line for line in command.split("\n") if not line.startswith("//")]
        if lines[0] and not lines[0].startswith("CREATE CONSTRAINT"):
            yield re.sub(r"\nSET n:\w+, ", "\nSET ", "\n".join(lines))


def run(connection: ladybug.Connection, script: str) -> None:
    """Run a script."""
    for command in commands(script):
        connection.execute(command)


def ask(connection: ladybug.Connection, query: str) -> list[tuple[Any, ...]]:
    """The rows that a query gives."""
    result = connection.execute(query)
    assert not isinstance(result, list)
    return [tuple(row) for row in result.get_all()]


@pytest.mark.parametrize("graph", GRAPHS)
def test_ladybug_runs_the_script(exported: Path, graph: str) -> None:
    tables = tables_in(exported, graph)
    database = database_for(tables)
    run(database, (exported / f"{graph}.cypher").read_text("utf-8"))
    assert dict(ask(database, "MATCH (n) RETURN label(n), count(*)")) == Counter(
        node.labels[0] for node in nodes_of(tables)
    )
    assert dict(ask(database, "MATCH ()-[r]->() RETURN label(r), count(*)")) == Counter(
        relationship.type for relationship in relationships_of(tables)
    )
    assert dict(ask(database, "MATCH (n:Entity) RETURN n.iri, n.name")) == {
        row["iri"]: row["name"] for row in tables.entities
    }
    properties = ", ".join(f"r.{name}" for name in KEPT)
    found = ask(database, f"MATCH (:Entity)-[r]->() WHERE r.relation <> '' RETURN {properties}")
    expected = [tuple(row[name] for name in ("id", *KEPT[1:])) for row in tables.statements]
    assert sorted(found) == sorted(expected)


def test_a_script_that_runs_twice_changes_nothing() -> None:
    tables = tables_of(small_corpus())
    database = database_for(tables)
    for _ in range(2):
        run(database, to_cypher(small_corpus()).decode())
    assert ask(database, "MATCH (n) RETURN count(*)") == [(len(list(nodes_of(tables))),)]
    assert ask(database, "MATCH ()-[r]->() RETURN count(*)") == [
        (len(list(relationships_of(tables))),)
    ]


def test_a_plain_pattern_finds_only_what_holds() -> None:
    database = database_for(tables_of(small_corpus()))
    run(database, to_cypher(small_corpus()).decode())
    attacks = ask(database, "MATCH (a)-[r:ATTACKED]->(b) RETURN a.name, b.name, r.holds")
    assert sorted(attacks) == [
        ("Nordland", "Küstenbund", True),
        ("Nordland", "Südland", True),
        ("Nordland", "Südland", True),
    ]
    assert ask(
        database,
        "MATCH (a)-[r]->(b) WHERE r.relation = 'attacked' AND NOT r.holds "
        "RETURN a.name, label(r), b.name, r.source",
    ) == [("Nordland", "REPORTED_NOT_ATTACKED", "Soldaten", MINISTERIN)]


@pytest.mark.parametrize(
    ("relation", "polarity", "modality", "expected"),
    [
        ("attacked", "positive", "asserted", "ATTACKED"),
        ("calledOn", "negative", "asserted", "NOT_CALLED_ON"),
        ("calledOn", "positive", "planned", "PLANNED_CALLED_ON"),
        ("citizenOf", "negative", "reported", "REPORTED_NOT_CITIZEN_OF"),
        ("ähnlichWie", "positive", "asserted", "ÄHNLICH_WIE"),
        ("hasURL", "positive", "asserted", "HAS_URL"),
    ],
)
def test_a_type_says_how_it_is_meant(
    relation: str, polarity: str, modality: str, expected: str
) -> None:
    row = {"relation": relation, "polarity": polarity, "modality": modality}
    assert relationship_type(row) == expected


@pytest.mark.parametrize("graph", GRAPHS)
def test_the_tables_fit_together(exported: Path, graph: str) -> None:
    """What `neo4j-admin database import` checks: unique ids, and ends that exist."""
    tables = tables_in(exported, graph)
    folder = exported / f"{graph}.neo4j"
    nodes, relationships = (
        duckdb.read_csv(str(folder / f"{name}.csv"), all_varchar=True, na_values="")
        for name in ("nodes", "relationships")
    )
    found = nodes.project('":ID", ":LABEL", name, value').fetchall()
    assert sorted(found, key=str) == sorted(
        (
            (node.key, ";".join(node.labels), *(node.properties.get(n) for n in ("name", "value")))
            for node in nodes_of(tables)
        ),
        key=str,
    )
    assert len({row[0] for row in found}) == len(found)
    columns = '":START_ID", ":TYPE", ":END_ID", sentence, "holds:boolean"'
    found = relationships.project(columns).fetchall()
    assert sorted(found, key=str) == sorted(
        (
            (r.start, r.type, r.end, r.properties.get("sentence"), _written(r.properties))
            for r in relationships_of(tables)
        ),
        key=str,
    )


def _written(properties: Mapping[str, Any]) -> str | None:
    return str(properties["holds"]).lower() if "holds" in properties else None


@settings(deadline=None, max_examples=30)
@given(st.lists(TEXTS.filter(bool), min_size=1, max_size=3))
def test_any_text_comes_back_from_the_tables(names: list[str]) -> None:
    nodes = to_neo4j(hostile_corpus(tuple(names)))["nodes.csv"].decode()
    rows = list(csv.DictReader(io.StringIO(nodes, newline="")))
    assert [row["name"] for row in rows if row[":LABEL"] == "Entity;Person"] == names


def test_any_text_comes_back_from_the_script() -> None:
    corpus = hostile_corpus(("a",))
    database = database_for(tables_of(corpus))

    @settings(deadline=None, max_examples=30)
    @given(TEXTS.filter(bool))
    def check(name: str) -> None:
        run(database, to_cypher(hostile_corpus((name,))).decode())
        assert ask(database, "MATCH (n:Entity) RETURN n.name") == [(name,)]

    check()
