"""Tables, read by DuckDB and by the command line of SQLite."""

import csv
import io
import json
import sqlite3
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.exports import to_csv, to_parquet, to_sqlite
from kg.exports.rows import Row
from kg.exports.tables import DOCUMENTS, ENTITIES, MENTIONS, STATEMENTS, Tables, tables_of
from kg.model import Corpus, MissingLibraryError
from tests.corpora import MINISTERIN, NORDLAND, SOLDATEN, small_corpus, statement
from tests.hostile import hostile_corpus
from tests.tools import output, program

GRAPHS = ("examples", "hostile")
TABLES = ("documents", "entities", "mentions", "statements")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
FOREIGN = """
<http://x/a> a <http://xmlns.com/foaf/0.1/Person> ; <http://xmlns.com/foaf/0.1/name> "Ada" ;
  <http://x/knows> <http://x/b> ; <http://x/age> 36 .
"""


def tables_in(exported: Path, graph: str) -> Tables:
    """The tables that the files are about."""
    return tables_of(exported / f"{graph}.nq")


def values(rows: Iterable[Row]) -> list[tuple[Any, ...]]:
    """Rows as DuckDB gives them."""
    return [tuple(row.values()) for row in rows]


def ask(database: bytes, query: str) -> list[tuple[Any, ...]]:
    """What an SQLite database answers."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(database)
        return connection.execute(query).fetchall()


@pytest.mark.parametrize("graph", GRAPHS)
@pytest.mark.parametrize("table", TABLES)
def test_duckdb_reads_parquet(exported: Path, graph: str, table: str) -> None:
    file = exported / f"{graph}.parquet" / f"{table}.parquet"
    found = duckdb.read_parquet(str(file))
    expected = getattr(tables_in(exported, graph), table)
    assert found.columns == list(expected[0])
    assert found.fetchall() == values(expected)


@pytest.mark.parametrize("graph", GRAPHS)
def test_duckdb_reads_csv(exported: Path, graph: str) -> None:
    texts = dict.fromkeys(("object", "sentence"), "VARCHAR")
    read = duckdb.read_csv(str(exported / f"{graph}.csv"), dtype=texts, na_values="")
    found = read.project("id, subject_label, object, sentence, holds")
    assert found.types[-1] == "BOOLEAN"
    expected = {
        (row["id"], row["subject_label"], row["object"] or row["value"], row["sentence"])
        for row in tables_in(exported, graph).statements
    }
    assert {row[:-1] for row in found.fetchall()} == expected


@pytest.mark.parametrize("graph", GRAPHS)
def test_the_sqlite_shell_reads_sqlite(exported: Path, graph: str) -> None:
    file = exported / f"{graph}.sqlite"

    def query(sql: str) -> list[Any]:
        found: list[Any] = json.loads(
            output(program("sqlite3"), "-readonly", "-json", file, sql) or "[]"
        )
        return found

    assert query("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    assert query("PRAGMA foreign_key_check") == []
    tables = tables_in(exported, graph)
    for name in TABLES:
        (counted,) = query(f"SELECT count(*) AS n FROM {name}")  # noqa: S608 - our own names
        assert counted["n"] == len(getattr(tables, name)) > 0
    assert query("SELECT * FROM entities ORDER BY iri") == tables.entities
    held = {row["id"]: row["sentence"] for row in tables.statements if row["holds"]}
    assert {row["id"]: row["sentence"] for row in query("SELECT * FROM edges")} == held


def test_the_view_of_all_statements_names_what_they_are_about() -> None:
    database = to_sqlite(small_corpus())
    columns = "subject, relation, object, holds, polarity, modality, source, title"
    (denied,) = ask(database, f"SELECT {columns} FROM named_statements WHERE id = 'c1'")  # noqa: S608
    assert denied == (
        *("Nordland", "attacked", "Soldaten", 0, "negative", "reported", "Ada Müller"),
        "Nordland greift Südland an",
    )
    (count,) = ask(database, "SELECT subject, object, holds FROM named_statements WHERE id = 'd1'")
    assert count == ("Soldaten", "32", 1)
    assert "c1" not in {id_ for (id_,) in ask(database, "SELECT id FROM edges")}


def test_a_database_keeps_faults_out() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(to_sqlite(small_corpus()))
        for fault in ("holds = 1 - holds", "object = 'x', value = 'y'"):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(f"UPDATE statements SET {fault}")  # noqa: S608


def test_what_a_statement_refers_to_has_a_row() -> None:
    lonely = statement(
        "x", subject=NORDLAND, object="http://x/o", source=MINISTERIN, place=SOLDATEN
    )
    tables = tables_of(Corpus(statements=(lonely,)))
    assert {row["iri"] for row in tables.entities} == {NORDLAND, "http://x/o", MINISTERIN, SOLDATEN}
    assert [row["id"] for row in tables.documents] == ["angriff 1"]
    assert ask(to_sqlite(Corpus(statements=(lonely,))), "PRAGMA foreign_key_check") == []


def test_columns_and_rows_agree() -> None:
    tables = tables_of(small_corpus())
    every: tuple[dict[str, Any], ...] = (DOCUMENTS, ENTITIES, MENTIONS, STATEMENTS)
    for name, columns in zip(TABLES, every, strict=True):
        for row in getattr(tables, name):
            assert list(row) == list(columns)
            for column, value in row.items():
                assert value is None or type(value) is columns[column], column


def test_foreign_rdf_has_tables_too(tmp_path: Path) -> None:
    file = tmp_path / "foreign.ttl"
    file.write_text(FOREIGN, encoding="utf-8")
    database = to_sqlite(file)
    found = ask(
        database, "SELECT subject, relation, object, holds FROM named_statements ORDER BY 2"
    )
    assert found == [("Ada", "age", "36", 1), ("Ada", "knows", "b", 1)]
    assert ask(database, "SELECT count(*) FROM documents") == [(0,)]


def test_the_same_bytes_for_the_same_graph() -> None:
    other = Corpus(
        small_corpus().documents[::-1],
        small_corpus().entities[::-1],
        small_corpus().statements[::-1],
    )
    assert to_sqlite(small_corpus()) == to_sqlite(other)
    assert to_parquet(small_corpus()) == to_parquet(other)


def test_parquet_without_its_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingLibraryError, match="pip install pyarrow"):
        to_parquet(small_corpus())


@settings(deadline=None, max_examples=30)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_any_text_comes_back_from_tables(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    corpus = hostile_corpus(tuple(names))
    expected = [name or None for name in names]
    order = "SELECT name FROM entities ORDER BY iri"
    assert [name for (name,) in ask(to_sqlite(corpus), order)] == expected
    file = tmp_path_factory.getbasetemp() / "any.parquet"
    file.write_bytes(to_parquet(corpus)["entities.parquet"])
    found = duckdb.read_parquet(str(file)).project("name").fetchall()
    assert [name for (name,) in found] == expected
    rows = csv.DictReader(io.StringIO(to_csv(corpus).decode(), newline=""))
    assert [row["subject_label"] for row in rows if row["id"].startswith("v")] == names
