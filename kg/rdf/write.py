"""Writes a corpus as quads: one named graph a document, no blank nodes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from kg.model import Corpus, Document, Entity, Mention, Span, Statement
from kg.ontology import DEFAULT_BASE, PLOVER, load_relations
from kg.rdf.events import Event, events_of, holds
from kg.rdf.names import (
    DC,
    ITSRDF,
    KG,
    NIF,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SEM,
    SKOS,
    WIKIDATA,
    count_literal,
    decimal_literal,
    document_node,
    entity_node,
    event_node,
    phrase_node,
    statement_node,
    text_literal,
    time_literal,
    typed,
)

_Term = ox.NamedNode | ox.Literal
_Pairs = Iterator[tuple[str, _Term]]
_Triples = Iterator[tuple[ox.NamedNode, str, _Term]]


@dataclass(frozen=True, slots=True)
class _Page:
    """What one document's graph is written from."""

    node: ox.NamedNode
    base: str
    language: str


def corpus_quads(
    corpus: Corpus, base: str = DEFAULT_BASE, events: Mapping[str, Event] | None = None
) -> list[ox.Quad]:
    """Describe a corpus in RDF, each document in the graph that bears its IRI.

    Only positive asserted statements also give a plain triple and an event.

    Args:
        corpus: What a build found.
        base: IRI under which documents, statements and events are named; entities keep theirs.
        events: Id of each statement that tells of an event → the event; by default those that
            `events_of` finds.

    Returns:
        Quads without repetition, sorted.
    """
    languages = {document.id: document.language for document in corpus.documents}
    statements = _by_document(corpus.statements)
    entities = _entities_by_document(corpus)
    happened = events_of(corpus) if events is None else events
    documents = {document.id: document for document in corpus.documents}
    quads: set[ox.Quad] = set()
    for id_ in documents.keys() | statements.keys() | entities.keys():
        page = _Page(document_node(id_, base), base, languages.get(id_, "de"))
        triples = [
            *(_document(documents[id_], page) if id_ in documents else ()),
            *(t for entity in entities[id_] for t in _entity(entity, id_, page)),
            *(t for s in statements[id_] for t in _statement(s, happened, page)),
        ]
        quads.update(ox.Quad(s, _property(p), o, page.node) for s, p, o in triples)
    return sorted(quads, key=str)


@cache
def _property(iri: str) -> ox.NamedNode:
    """Properties are few and each checked as an IRI once."""
    return ox.NamedNode(iri)


def _by_document(statements: Iterable[Statement]) -> defaultdict[str, list[Statement]]:
    grouped = defaultdict(list)
    for statement in statements:
        grouped[statement.evidence.span.document].append(statement)
    return grouped


def _entities_by_document(corpus: Corpus) -> defaultdict[str, list[Entity]]:
    """The entities that a document mentions or says something of."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for statement in corpus.statements:
        for id_ in (statement.subject, statement.object, statement.source, statement.place):
            places[id_ or ""].add(statement.evidence.span.document)
    grouped = defaultdict(list)
    for entity in corpus.entities:
        for document in places[entity.id] | {m.span.document for m in entity.mentions}:
            grouped[document].append(entity)
    return grouped


def _described(node: ox.NamedNode, pairs: _Pairs) -> _Triples:
    return ((node, predicate, object_) for predicate, object_ in pairs)


def _document(document: Document, page: _Page) -> _Triples:
    return _described(page.node, _document_pairs(document))


def _document_pairs(document: Document) -> _Pairs:
    yield RDF + "type", ox.NamedNode(SCHEMA + "NewsArticle")
    yield RDF + "type", ox.NamedNode(NIF + "Context")
    yield SCHEMA + "identifier", ox.Literal(document.id)
    yield NIF + "beginIndex", typed("0", "nonNegativeInteger")
    yield NIF + "endIndex", typed(str(len(document.text)), "nonNegativeInteger")
    if document.text:
        yield NIF + "isString", ox.Literal(document.text)
    if document.title:
        yield SCHEMA + "headline", text_literal(document.title, document.language)
    if document.published:
        yield SCHEMA + "datePublished", time_literal(document.published)
    if document.url:
        yield SCHEMA + "url", typed(document.url, "anyURI")
    if document.source:
        yield DC + "publisher", ox.Literal(document.source)
    if document.language:
        yield SCHEMA + "inLanguage", ox.Literal(document.language)


def _entity(entity: Entity, document: str, page: _Page) -> _Triples:
    node = entity_node(entity.id)
    yield from _described(node, _entity_pairs(entity))
    for mention in entity.mentions:
        if mention.span.document == document:
            yield from _mention(mention, node, page)


def _entity_pairs(entity: Entity) -> _Pairs:
    yield RDF + "type", ox.NamedNode(KG + entity.type)
    yield SCHEMA + "name", ox.Literal(entity.name)
    for language, label in entity.labels:
        yield RDFS + "label", text_literal(label, language)
    if not entity.labels:
        yield RDFS + "label", ox.Literal(entity.name)
    if entity.wikidata and entity.id != WIKIDATA + entity.wikidata:
        yield SCHEMA + "sameAs", entity_node(WIKIDATA + entity.wikidata)
    if entity.close:
        yield SKOS + "closeMatch", entity_node(entity.close)
    if entity.reasons:
        reasons = (" ".join(reason.split()) for reason in entity.reasons)
        yield KG + "reasons", ox.Literal("\n".join(reasons))


def _mention(mention: Mention, entity: ox.NamedNode, page: _Page) -> _Triples:
    node = phrase_node(mention.span, page.base)
    yield from _phrase(mention.span, mention.text, page)
    yield node, ITSRDF + "taIdentRef", entity
    yield node, KG + "mentionKind", ox.Literal(mention.kind)


def _phrase(span: Span, text: str, page: _Page) -> _Triples:
    node = phrase_node(span, page.base)
    yield node, RDF + "type", ox.NamedNode(NIF + "Phrase")
    yield node, NIF + "referenceContext", page.node
    yield node, NIF + "anchorOf", text_literal(text, page.language)
    yield node, NIF + "beginIndex", typed(str(span.start), "nonNegativeInteger")
    yield node, NIF + "endIndex", typed(str(span.end), "nonNegativeInteger")


def _statement(statement: Statement, events: Mapping[str, Event], page: _Page) -> _Triples:
    node = statement_node(statement.id, page.base)
    subject, object_ = entity_node(statement.subject), _object(statement)
    yield from _described(node, _core(statement, subject, object_))
    yield from _described(node, _circumstances(statement))
    yield from _described(node, _provenance(statement, page))
    yield from _phrase(statement.evidence.span, statement.evidence.sentence, page)
    if holds(statement):
        yield subject, KG + statement.relation, object_
    if statement.id in events:
        event = events[statement.id]
        event_iri = event_node(event.id, page.base)
        yield node, KG + "event", event_iri
        yield from _described(event_iri, _event(statement, subject, object_, event.date))


def _object(statement: Statement) -> _Term:
    if not statement.literal:
        return entity_node(statement.object)
    relation = load_relations().get(statement.relation)
    if relation and relation.group == "count":
        return count_literal(statement.object)
    return ox.Literal(statement.object)


def _core(statement: Statement, subject: ox.NamedNode, object_: _Term) -> _Pairs:
    yield RDF + "type", ox.NamedNode(KG + "Statement")
    yield RDF + "subject", subject
    yield RDF + "predicate", ox.NamedNode(KG + statement.relation)
    yield RDF + "object", object_
    yield KG + "polarity", ox.NamedNode(KG + statement.polarity)
    yield KG + "modality", ox.NamedNode(KG + statement.modality)


def _circumstances(statement: Statement) -> _Pairs:
    if statement.source:
        yield KG + "source", entity_node(statement.source)
    if statement.place:
        yield KG + "place", entity_node(statement.place)
    if statement.date:
        yield KG + "date", time_literal(statement.date)


def _provenance(statement: Statement, page: _Page) -> _Pairs:
    yield KG + "confidence", decimal_literal(statement.confidence)
    yield KG + "rule", ox.Literal(statement.rule)
    yield KG + "evidence", phrase_node(statement.evidence.span, page.base)
    yield PROV + "wasDerivedFrom", page.node
    yield KG + "predicateText", text_literal(statement.evidence.predicate, page.language)
    yield KG + "subjectText", text_literal(statement.subject_text, page.language)
    yield KG + "objectText", text_literal(statement.object_text, page.language)


def _event(statement: Statement, subject: ox.NamedNode, object_: _Term, date: str | None) -> _Pairs:
    relation = load_relations()[statement.relation]
    yield RDF + "type", ox.NamedNode(SEM + "Event")
    yield SEM + "eventType", ox.NamedNode(f"{PLOVER}{relation.plover}")
    yield SEM + "hasActor", subject
    yield SEM + "hasActor", object_
    if not relation.symmetric:
        yield KG + "actor", subject
        yield KG + "recipient", object_
    if statement.place:
        yield SEM + "hasPlace", entity_node(statement.place)
    # A vaguer date of the same event stands at the statement only.
    if statement.date and statement.date == date:
        yield SEM + "hasTimeStamp", time_literal(date)
