"""Write what a build found: the files that DESIGN's command-line contract names."""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.decisions import DECISIONS, decision_row
from kg.explanations import (
    EXPLANATIONS,
    derivation_row,
    drop_derivations,
    keep_derivations,
)
from kg.files import write_together
from kg.model import Corpus, Derivation, Entity, InputError, OpenFact, Statement, ValidationError

if TYPE_CHECKING:
    from kg.rdf import Changes


@dataclass(frozen=True, slots=True)
class Written:
    """Where the files of a build lie and what is in them."""

    folder: Path
    files: tuple[str, ...]


def write_build(corpus: Corpus, folder: Path, *, base: str, language: str) -> Written:
    """Write all files of a build, all of them or none.

    Args:
        corpus: What was found.
        folder: Where to write; made when missing.
        base: IRI that resources are named under.
        language: Language of the labels in the view, `de` or `en`.

    Raises:
        ValidationError: If what was found breaks what the SHACL shapes ask for.
        InputError: If the folder cannot be written.
    """
    check_folder(folder)
    files = build_files(corpus, base, language)
    write_together(folder, files)
    return Written(folder, tuple(files))


def write_store(corpus: Corpus, store: Path, *, base: str) -> "Changes":
    """Put the articles of a build into a store, each in place of an earlier one of its id.

    What led to their statements is kept beside the database.

    Args:
        corpus: What was found.
        store: Folder of the store; made when missing.
        base: IRI that resources are named under.

    Raises:
        ValidationError: If what was found breaks what the SHACL shapes ask for.
        InputError: If the store cannot be written, or is in use.
    """
    from kg.rdf import as_stored, corpus_quads, events_beside, replace_graphs

    _check(corpus)
    known = as_stored(corpus, store, base)
    events = events_beside(known, store, base)
    changes = replace_graphs(store, corpus_quads(known, base, events))
    for article, derivations in _by_article(known, base).items():
        keep_derivations(store, article, derivations)
    return changes


def remove_from_store(store: Path, documents: Iterable[str]) -> list[str]:
    """Take articles out of a store, with what led to their statements.

    Args:
        store: Folder of the store.
        documents: Id or IRI of each article.

    Returns:
        The IRIs of the articles.

    Raises:
        InputError: If an article is not there, and nothing is changed; or if the store is none, is
            in use or cannot be written.
    """
    from kg.rdf import remove_documents

    removed = remove_documents(store, documents)
    for article in removed:
        drop_derivations(store, article)
    return removed


def _by_article(corpus: Corpus, base: str) -> dict[str, list[Derivation]]:
    """IRI of each article → what led to its statements."""
    from kg.rdf.names import document_node

    articles = {d.id: document_node(d.id, base).value for d in corpus.documents}
    homes = {s.id: articles[s.evidence.span.document] for s in corpus.statements}
    found: dict[str, list[Derivation]] = {article: [] for article in articles.values()}
    for derivation in corpus.derivations:
        found[homes[derivation.statement]].append(derivation)
    return found


def check_folder(folder: Path) -> None:
    """Tell early, before hours of reading, that a folder cannot be written.

    Raises:
        InputError: If it is a file, lies in one, or may not be written.
    """
    try:
        there = next(path for path in (folder, *folder.parents) if path.exists())
    except OSError as error:
        raise InputError(f"{folder}: cannot be written: {error.strerror}") from error
    if not there.is_dir():
        raise InputError(f"{folder}: cannot be written: {there} is a file, not a folder")
    if not os.access(there, os.W_OK | os.X_OK):
        raise InputError(f"{folder}: cannot be written: {there} is write-protected")


def build_files(corpus: Corpus, base: str, language: str) -> dict[str, bytes]:
    """The content of every file, by name."""
    from kg.exports import to_graphml
    from kg.graph import to_graph
    from kg.rdf import corpus_quads, serialize_all
    from kg.views import render

    _check(corpus)
    rdf = serialize_all(corpus_quads(corpus, base), ("turtle", "nquads", "jsonld"))
    graph = to_graph(corpus, base)
    return {
        "graph.html": render(graph, title=title(corpus, language), language=language).encode(),
        "graph.ttl": rdf["turtle"],
        "graph.nq": rdf["nquads"],
        "graph.jsonld": rdf["jsonld"],
        "graph.graphml": to_graphml(graph),
        **tables(corpus),
    }


def _check(corpus: Corpus) -> None:
    from kg.invariants import broken

    if faults := broken(corpus):
        raise ValidationError(f"the graph breaks the shapes: {'; '.join(faults[:3])}")


def tables(corpus: Corpus) -> dict[str, bytes]:
    """The tables, one JSON object a line."""
    entities = {e.id: e for e in corpus.entities}
    return {
        "statements.jsonl": lines(statement_row(s, entities) for s in corpus.statements),
        "entities.jsonl": lines(entity_row(e) for e in corpus.entities),
        "propositions.jsonl": lines(open_fact_row(f) for f in corpus.open_facts),
        EXPLANATIONS: lines(derivation_row(d) for d in corpus.derivations),
        DECISIONS: lines(decision_row(d) for d in corpus.decisions),
    }


def title(corpus: Corpus, language: str) -> str:
    """The headline of a single article, else how many there are."""
    if len(corpus.documents) == 1:
        return corpus.documents[0].title or corpus.documents[0].id
    return f"{len(corpus.documents)} {'Artikel' if language == 'de' else 'articles'}"


def lines(rows: Iterable[dict[str, Any]]) -> bytes:
    """JSON lines in UTF-8."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def statement_row(statement: Statement, entities: dict[str, Entity]) -> dict[str, Any]:
    """A line of `statements.jsonl`."""
    literal = {"value": statement.object}
    span = statement.evidence.span
    return {
        "id": statement.id,
        "doc": span.document,
        "subject": end_row(entities[statement.subject], statement.subject_text),
        "relation": statement.relation,
        "predicate_text": statement.evidence.predicate,
        "object": literal
        if statement.literal
        else end_row(entities[statement.object], statement.object_text),
        "polarity": statement.polarity,
        "modality": statement.modality,
        "source": reference(statement.source, entities),
        "date": statement.date,
        "place": reference(statement.place, entities),
        "sentence": statement.evidence.sentence,
        "start": span.start,
        "end": span.end,
        "confidence": statement.confidence,
        "rule": statement.rule,
    }


def end_row(entity: Entity, text: str) -> dict[str, Any]:
    """One end of a statement."""
    return {"id": entity.id, "name": entity.name, "type": entity.type, "text": text}


def reference(entity: str | None, entities: dict[str, Entity]) -> dict[str, str] | None:
    """An entity that is only referred to."""
    return {"id": entity, "name": entities[entity].name} if entity else None


def entity_row(entity: Entity) -> dict[str, Any]:
    """A line of `entities.jsonl`."""
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "labels": dict(entity.labels),
        "wikidata": entity.wikidata,
        "mentions": [
            {"doc": m.span.document, "start": m.span.start, "end": m.span.end, "text": m.text}
            for m in entity.mentions
        ],
        "reasons": list(entity.reasons),
    }


def open_fact_row(fact: OpenFact) -> dict[str, Any]:
    """A line of `propositions.jsonl`."""
    return {
        "doc": fact.document,
        "sentence_index": fact.sentence_index,
        "subject": fact.subject,
        "relation": fact.relation,
        "object": fact.object,
        "polarity": fact.polarity,
        "modality": fact.modality,
        "start": fact.span.start,
        "end": fact.span.end,
    }
