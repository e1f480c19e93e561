"""The networkx graph: entities as nodes, statements as edges keyed by their ids."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import networkx as nx

from kg.foreign import plain_graph
from kg.model import Corpus, Document, Entity, Statement
from kg.ontology import DEFAULT_BASE, relation_label
from kg.rdf import Source, base_of, corpus_of, quads_of


def load_graph(source: "Source | nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """Load a graph: see `to_graph` for its attributes.

    Args:
        source: A folder that `kg build` wrote, any RDF file, an rdflib dataset, a corpus, or a
            graph, which is returned as it is. RDF without our statements gives an edge for each
            triple between two resources.

    Raises:
        InputError: The path is neither a folder of `kg build` nor a readable RDF file.
    """
    if isinstance(source, nx.MultiDiGraph):
        return source
    if isinstance(source, Corpus):
        return to_graph(source)
    quads = quads_of(source)
    corpus = corpus_of(quads)
    if corpus.statements or corpus.documents:
        return to_graph(corpus, base_of(quads))
    return plain_graph(quads)


def to_graph(corpus: Corpus, base: str = DEFAULT_BASE) -> "nx.MultiDiGraph[str]":
    """Draw up a corpus as a graph.

    Args:
        corpus: What a build found.
        base: IRI under which documents and statements are named in RDF.

    Returns:
        Nodes are the entities' IRIs with `label`, `label_de`, `label_en`, `type`, `wikidata`,
        `mentions` (how many) and `facts`, a list of the statements with a literal. Edges are the
        other statements, keyed by their ids, with `relation`, `label_de`, `label_en`, `polarity`,
        `modality`, `source`, `source_name`, `date`, `place`, `place_name`, `sentence`,
        `document`, `title`, `published`, `url`, `start`, `end`, `predicate`, `subject_text`,
        `object_text`, `confidence` and `rule`; a fact has these too, and `id` and `value`.
        Texts that are unknown are "". The graph's own attributes are `base` and `documents`: for
        each its `id`, `title`, `published`, `url`, `source`, `language`, `text`, and as `mentions`
        the start, end, kind and entity of each mention in it, in reading order.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(base=base, documents=_documents(corpus))
    names = {entity.id: entity.name for entity in corpus.entities}
    documents = {document.id: document for document in corpus.documents}
    for entity in sorted(corpus.entities, key=lambda e: e.id):
        graph.add_node(entity.id, **_node(entity))
    for statement in sorted(corpus.statements, key=lambda s: s.id):
        _add(graph, statement, _edge(statement, names, documents))
    return graph


def _documents(corpus: Corpus) -> list[dict[str, Any]]:
    mentions = defaultdict(list)
    for entity in corpus.entities:
        for mention in entity.mentions:
            place = [mention.span.start, mention.span.end, mention.kind, entity.id]
            mentions[mention.span.document].append(place)
    return [
        asdict(document) | {"mentions": sorted(mentions[document.id])}
        for document in sorted(corpus.documents, key=lambda d: d.id)
    ]


def _node(entity: Entity) -> dict[str, Any]:
    labels = dict(entity.labels)
    return {
        "label": entity.name,
        "label_de": labels.get("de", entity.name),
        "label_en": labels.get("en", entity.name),
        "type": entity.type,
        "wikidata": entity.wikidata or "",
        "mentions": len(entity.mentions),
        "facts": [],
    }


def _add(graph: "nx.MultiDiGraph[str]", statement: Statement, edge: dict[str, Any]) -> None:
    subject, object_ = statement.subject, statement.object
    for end in (subject,) if statement.literal else (subject, object_):
        if end not in graph:
            graph.add_node(end, **_node(Entity(end, "Other", end, (), ())))
    if statement.literal:
        graph.nodes[subject]["facts"].append({"id": statement.id, "value": object_} | edge)
    else:
        graph.add_edge(subject, object_, key=statement.id, **edge)


def _edge(
    statement: Statement, names: Mapping[str, str], documents: Mapping[str, Document]
) -> dict[str, Any]:
    source, place = statement.source or "", statement.place or ""
    return {
        "relation": statement.relation,
        "label_de": relation_label(statement.relation, "de"),
        "label_en": relation_label(statement.relation, "en"),
        "polarity": str(statement.polarity),
        "modality": str(statement.modality),
        "source": source,
        "source_name": names.get(source, source),
        "date": statement.date or "",
        "place": place,
        "place_name": names.get(place, place),
        "subject_text": statement.subject_text,
        "object_text": statement.object_text,
        "confidence": statement.confidence,
        "rule": statement.rule,
    } | _evidence(statement, documents)


def _evidence(statement: Statement, documents: Mapping[str, Document]) -> dict[str, Any]:
    evidence = statement.evidence
    id_ = evidence.span.document
    document = documents.get(id_, Document(id=id_, text=""))
    return {
        "predicate": evidence.predicate,
        "sentence": evidence.sentence,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "document": id_,
        "title": document.title,
        "published": document.published,
        "url": document.url,
    }
