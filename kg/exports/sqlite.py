"""A graph as an SQLite database, with keys, indexes and a view of what holds."""

import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing

from kg.exports.rows import Row
from kg.exports.tables import DOCUMENTS, ENTITIES, MENTIONS, STATEMENTS, tables_of
from kg.rdf import Source

# A join finds these; the view `named_statements` has them.
_JOINED = {
    "subject_label",
    "object_label",
    "source_name",
    "place_name",
    "title",
    "published",
    "url",
}
_SCHEMA = """
CREATE TABLE documents (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT,
  published TEXT,
  url TEXT,
  publisher TEXT,
  language TEXT,
  text TEXT
);
CREATE TABLE entities (
  iri TEXT PRIMARY KEY NOT NULL,
  name TEXT,
  label_de TEXT,
  label_en TEXT,
  type TEXT NOT NULL,
  wikidata TEXT,
  mentions INTEGER NOT NULL
);
CREATE TABLE mentions (
  entity TEXT NOT NULL REFERENCES entities (iri),
  document TEXT NOT NULL REFERENCES documents (id),
  start_char INTEGER NOT NULL,
  end_char INTEGER NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL
);
CREATE TABLE statements (
  id TEXT PRIMARY KEY NOT NULL,
  subject TEXT NOT NULL REFERENCES entities (iri),
  relation TEXT NOT NULL,
  relation_de TEXT,
  relation_en TEXT,
  object TEXT REFERENCES entities (iri),
  value TEXT,
  holds INTEGER NOT NULL CHECK (holds = (polarity = 'positive' AND modality = 'asserted')),
  polarity TEXT NOT NULL,
  modality TEXT NOT NULL,
  source TEXT REFERENCES entities (iri),
  date TEXT,
  place TEXT REFERENCES entities (iri),
  document TEXT REFERENCES documents (id),
  sentence TEXT,
  start_char INTEGER,
  end_char INTEGER,
  predicate TEXT,
  subject_text TEXT,
  object_text TEXT,
  confidence REAL NOT NULL,
  rule TEXT,
  CHECK ((object IS NULL) <> (value IS NULL))
);
CREATE INDEX entities_name ON entities (name);
CREATE INDEX mentions_entity ON mentions (entity);
CREATE INDEX mentions_document ON mentions (document);
CREATE INDEX statements_subject ON statements (subject, relation);
CREATE INDEX statements_object ON statements (object, relation);
CREATE INDEX statements_relation ON statements (relation);
CREATE INDEX statements_source ON statements (source);
CREATE INDEX statements_place ON statements (place);
CREATE INDEX statements_document ON statements (document);
CREATE INDEX statements_date ON statements (date);
CREATE VIEW named_statements AS
  SELECT s.id, subject.name AS subject, s.relation,
    coalesce(object.name, s.value) AS object,
    s.holds, s.polarity, s.modality, source.name AS source, s.date, place.name AS place,
    s.sentence, s.document, documents.title, documents.published, documents.url, s.confidence
  FROM statements AS s
  JOIN entities AS subject ON subject.iri = s.subject
  LEFT JOIN entities AS object ON object.iri = s.object
  LEFT JOIN entities AS source ON source.iri = s.source
  LEFT JOIN entities AS place ON place.iri = s.place
  LEFT JOIN documents ON documents.id = s.document;
CREATE VIEW edges AS
  SELECT id, subject, relation, object, date, place, sentence, document, confidence
  FROM named_statements WHERE holds;
"""


def to_sqlite(source: Source) -> bytes:
    """An SQLite database: tables of documents, entities, mentions and statements.

    The view `named_statements` has the names of what statements are about, the view `edges` has
    only those that hold: positive and asserted by the article itself. The same graph gives the
    same bytes with the same version of SQLite.
    """
    tables = tables_of(source)
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(f"PRAGMA foreign_keys = ON;{_SCHEMA}")
        _insert(database, "documents", DOCUMENTS, tables.documents)
        _insert(database, "entities", ENTITIES, tables.entities)
        _insert(database, "mentions", MENTIONS, tables.mentions)
        own = [column for column in STATEMENTS if column not in _JOINED]
        _insert(database, "statements", own, tables.statements)
        database.commit()
        return database.serialize()


def _insert(
    database: sqlite3.Connection, table: str, columns: Collection[str], rows: Iterable[Row]
) -> None:
    names, places = ", ".join(columns), ", ".join("?" * len(columns))
    values = ([row[column] for column in columns] for row in rows)
    # The names are ours; only values come from a graph.
    database.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", values)  # noqa: S608
