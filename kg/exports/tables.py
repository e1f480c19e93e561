"""A graph as four tables: documents, entities, mentions and statements."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from kg.exports.rows import Row, statement_rows
from kg.foreign import plain_graph
from kg.graph import to_graph
from kg.model import Corpus, Document
from kg.rdf import Source, base_of, corpus_of, quads_of

if TYPE_CHECKING:
    import networkx as nx

DOCUMENTS = {
    "id": str,
    "title": str,
    "published": str,
    "url": str,
    "publisher": str,
    "language": str,
    "text": str,
}
ENTITIES = {
    "iri": str,
    "name": str,
    "label_de": str,
    "label_en": str,
    "type": str,
    "wikidata": str,
    "mentions": int,
}
MENTIONS = {
    "entity": str,
    "document": str,
    "start_char": int,
    "end_char": int,
    "text": str,
    "kind": str,
}
STATEMENTS = {
    "id": str,
    "subject": str,
    "subject_label": str,
    "relation": str,
    "relation_de": str,
    "relation_en": str,
    "object": str,
    "object_label": str,
    "value": str,
    "holds": bool,
    "polarity": str,
    "modality": str,
    "source": str,
    "source_name": str,
    "date": str,
    "place": str,
    "place_name": str,
    "document": str,
    "title": str,
    "published": str,
    "url": str,
    "sentence": str,
    "start_char": int,
    "end_char": int,
    "predicate": str,
    "subject_text": str,
    "object_text": str,
    "confidence": float,
    "rule": str,
}
"""Column → type of its values. A statement has either an `object`, an entity, or a `value`."""
_RENAMED = {
    "label_de": "relation_de",
    "label_en": "relation_en",
    "start": "start_char",
    "end": "end_char",
}


@dataclass(frozen=True, slots=True)
class Tables:
    """Rows with the columns named above; what is unknown is None.

    Every entity and document that a row refers to has a row of its own. `base` is the IRI that
    documents are named under in RDF.
    """

    documents: list[Row]
    entities: list[Row]
    mentions: list[Row]
    statements: list[Row]
    base: str


def tables_of(source: Source) -> Tables:
    """Lay out a graph as tables, each sorted by its key.

    Raises:
        InputError: The source is no graph.
    """
    quads = [] if isinstance(source, Corpus) else quads_of(source)
    corpus = source if isinstance(source, Corpus) else corpus_of(quads)
    foreign = bool(quads) and not (corpus.statements or corpus.documents)
    graph = plain_graph(quads) if foreign else to_graph(corpus)
    statements = sorted(map(_statement, statement_rows(graph)), key=lambda row: str(row["id"]))
    return Tables(
        documents=_documents(corpus, statements),
        entities=_entities(graph, statements),
        mentions=_mentions(corpus),
        statements=statements,
        base=base_of(quads),
    )


def _statement(row: Row) -> Row:
    named = {_RENAMED.get(column, column): value for column, value in row.items()}
    if named["value"] is not None:
        named["object"] = None
    return {column: _known(named[column]) for column in STATEMENTS} | {"value": named["value"]}


def _known(value: object) -> object:
    return None if value == "" else value


def _documents(corpus: Corpus, statements: Iterable[Row]) -> list[Row]:
    named = {str(row["document"]) for row in statements if row["document"]}
    named |= {m.span.document for entity in corpus.entities for m in entity.mentions}
    documents = {id_: Document(id_, "", language="") for id_ in named}
    documents |= {document.id: document for document in corpus.documents}
    return [_document(documents[id_]) for id_ in sorted(documents)]


def _document(document: Document) -> Row:
    values = {field.name: getattr(document, field.name) for field in fields(document)}
    values["publisher"] = values.pop("source")
    return {column: _known(values[column]) for column in DOCUMENTS}


def _entities(graph: "nx.MultiDiGraph[str]", statements: Iterable[Row]) -> list[Row]:
    found = {iri: {**node, "iri": iri, "name": node["label"]} for iri, node in graph.nodes.items()}
    for row in statements:
        for iri, name in ((row["source"], row["source_name"]), (row["place"], row["place_name"])):
            if iri and iri not in found:
                found[iri] = {"iri": iri, "name": name, "type": "Other", "mentions": 0}
    return [
        {column: _known(found[iri].get(column)) for column in ENTITIES} for iri in sorted(found)
    ]


def _mentions(corpus: Corpus) -> list[Row]:
    rows = [
        (entity.id, m.span.document, m.span.start, m.span.end, m.text, m.kind)
        for entity in corpus.entities
        for m in entity.mentions
    ]
    return [dict(zip(MENTIONS, row, strict=True)) for row in sorted(rows)]
