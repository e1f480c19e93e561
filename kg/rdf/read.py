"""Reads back what `kg.rdf.write` wrote."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.model import (
    Corpus,
    Document,
    Entity,
    Evidence,
    InputError,
    Mention,
    Modality,
    Polarity,
    Span,
    Statement,
)
from kg.ontology import ancestors
from kg.rdf.names import DC, ITSRDF, KG, NIF, RDF, RDFS, SCHEMA, SKOS, WIKIDATA, local_id

if TYPE_CHECKING:
    from rdflib import Dataset

_Values = dict[str, list[ox.NamedNode | ox.Literal]]
_Index = dict[str, _Values]


def from_dataset(dataset: "Dataset") -> Corpus:
    """Gather documents, entities and statements from a dataset that `to_dataset` made.

    The documents' texts and the open facts are not in RDF and come back empty.

    Raises:
        InputError: A statement lacks something that every statement has.
    """
    from kg.rdf.dataset import from_rdflib

    return corpus_of(from_rdflib(dataset))


def corpus_of(quads: Iterable[ox.Quad]) -> Corpus:
    """Gather documents, entities and statements from quads, as `from_dataset` does."""
    index = _indexed(quads)
    documents = _of_type(index, SCHEMA + "NewsArticle")
    statements = [_statement(iri, index) for iri in _of_type(index, KG + "Statement")]
    mentions = _mentions(index)
    entities = [
        _entity(iri, values, mentions.get(iri, []))
        for iri, values in index.items()
        if _entity_type(values)
    ]
    return Corpus(
        documents=tuple(_document(iri, index[iri]) for iri in documents),
        entities=tuple(sorted(entities, key=_reading_order)),
        statements=tuple(sorted(statements, key=lambda s: (s.evidence.span, s.id))),
    )


def _indexed(quads: Iterable[ox.Quad]) -> _Index:
    index: defaultdict[str, defaultdict[str, set[ox.NamedNode | ox.Literal]]]
    index = defaultdict(lambda: defaultdict(set))
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and isinstance(
            quad.object, ox.NamedNode | ox.Literal
        ):
            index[quad.subject.value][quad.predicate.value].add(quad.object)
    return {
        subject: {predicate: sorted(values, key=str) for predicate, values in found.items()}
        for subject, found in sorted(index.items())
    }


def _of_type(index: _Index, type_: str) -> list[str]:
    wanted = ox.NamedNode(type_)
    return [iri for iri, values in index.items() if wanted in values.get(RDF + "type", [])]


def _reading_order(entity: Entity) -> tuple[bool, list[Span], str]:
    spans = [mention.span for mention in entity.mentions[:1]]
    return not spans, spans, entity.id


def _value(values: _Values, predicate: str, default: str | None = None) -> str | None:
    found = values.get(predicate)
    return found[0].value if found else default


def _text(values: _Values, predicate: str) -> str:
    return _value(values, predicate) or ""


def _document(iri: str, values: _Values) -> Document:
    return Document(
        id=_value(values, SCHEMA + "identifier") or local_id(iri, "document"),
        text="",
        title=_text(values, SCHEMA + "headline"),
        url=_text(values, SCHEMA + "url"),
        published=_text(values, SCHEMA + "datePublished"),
        source=_text(values, DC + "publisher"),
        language=_text(values, SCHEMA + "inLanguage"),
    )


def _entity_type(values: _Values) -> str | None:
    """Local name of the first class among the types that is a kind of entity."""
    names = (type_.value.removeprefix(KG) for type_ in values.get(RDF + "type", []))
    return next((name for name in names if "Entity" in ancestors(name)), None)


def _entity(iri: str, values: _Values, mentions: list[Mention]) -> Entity:
    labels = [v for v in values.get(RDFS + "label", []) if isinstance(v, ox.Literal)]
    tagged = {label.language or "": label.value for label in reversed(labels)}
    same = iri if iri.startswith(WIKIDATA) else _text(values, SCHEMA + "sameAs")
    name = _text(values, SCHEMA + "name") or next((v.value for v in labels), "")
    return Entity(
        id=iri,
        type=_entity_type(values) or "Other",
        name=name,
        labels=tuple(sorted((language, label) for language, label in tagged.items() if language)),
        mentions=tuple(mentions),
        wikidata=same.removeprefix(WIKIDATA) if same.startswith(WIKIDATA) else None,
        reasons=tuple(filter(None, _text(values, KG + "reasons").split("\n"))),
        close=_text(values, SKOS + "closeMatch") or None,
    )


def _mentions(index: _Index) -> dict[str, list[Mention]]:
    """Entity's IRI → its mentions in reading order."""
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for iri, values in index.items():
        for entity in values.get(ITSRDF + "taIdentRef", []):
            kind = _value(values, KG + "mentionKind") or "name"
            mention = Mention(_span(iri, index), _text(values, NIF + "anchorOf"), kind)
            found[entity.value].append(mention)
    return {entity: sorted(mentions, key=lambda m: m.span) for entity, mentions in found.items()}


def _span(iri: str, index: _Index) -> Span:
    values = index.get(iri, {})
    document = _text(values, NIF + "referenceContext")
    named = _value(index.get(document, {}), SCHEMA + "identifier")
    start, end = (_text(values, NIF + name) for name in ("beginIndex", "endIndex"))
    try:
        return Span(named or local_id(document, "document"), int(start), int(end))
    except ValueError as error:
        raise InputError(f"<{iri}> has no offsets that are numbers") from error


def _statement(iri: str, index: _Index) -> Statement:
    values = index[iri]
    try:
        return _read_statement(iri, values, index)
    except (KeyError, ValueError) as error:
        raise InputError(f"<{iri}> is no complete statement: {error}") from error


def _read_statement(iri: str, values: _Values, index: _Index) -> Statement:
    object_ = values[RDF + "object"][0]
    return Statement(
        id=local_id(iri, "statement"),
        subject=values[RDF + "subject"][0].value,
        subject_text=_text(values, KG + "subjectText"),
        relation=values[RDF + "predicate"][0].value.removeprefix(KG),
        object=object_.value,
        object_text=_text(values, KG + "objectText"),
        literal=isinstance(object_, ox.Literal),
        polarity=Polarity(values[KG + "polarity"][0].value.removeprefix(KG)),
        modality=Modality(values[KG + "modality"][0].value.removeprefix(KG)),
        source=_value(values, KG + "source"),
        date=_value(values, KG + "date"),
        place=_value(values, KG + "place"),
        evidence=_evidence(values, index),
        confidence=float(_text(values, KG + "confidence") or 0),
        rule=_text(values, KG + "rule"),
    )


def _evidence(values: _Values, index: _Index) -> Evidence:
    iri = values[KG + "evidence"][0].value
    return Evidence(
        span=_span(iri, index),
        sentence=_text(index.get(iri, {}), NIF + "anchorOf"),
        predicate=_text(values, KG + "predicateText"),
    )
