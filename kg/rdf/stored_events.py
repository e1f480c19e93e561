"""Events of a build that a store knows already: what joins an event in the store bears its name."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.model import (
    Corpus,
    Document,
    Entity,
    Evidence,
    Mention,
    Modality,
    Polarity,
    Span,
    Statement,
)
from kg.rdf.actors import acts_for, event_type
from kg.rdf.events import Event, events_of, holds
from kg.rdf.names import KG, document_node, entity_node, local_id, prefixes
from kg.rdf.store import is_store, reading

_Row = dict[str, str]

_TOLD = """
SELECT DISTINCT ?statement ?event ?subject ?relation ?object ?date ?place ?article ?published
WHERE {
  VALUES ?shared { %s }
  { ?statement rdf:object ?shared } UNION { ?statement rdf:subject ?shared }
  ?statement kg:event ?event ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ;
    prov:wasDerivedFrom ?article .
  OPTIONAL { ?statement kg:date ?date }
  OPTIONAL { ?statement kg:place ?place }
  OPTIONAL { ?article schema:datePublished ?published }
}"""
_ENDS = """
SELECT DISTINCT ?entity ?type ?named WHERE {
  VALUES ?entity { %s }
  ?entity a ?type .
  BIND ( EXISTS { ?mention itsrdf:taIdentRef ?entity ; kg:mentionKind ?kind .
                  FILTER ( ?kind NOT IN ("nominal", "pronoun") ) } AS ?named )
}"""
_SERVANTS = """
SELECT DISTINCT ?statement ?subject ?relation ?object WHERE {
  VALUES ?subject { %s }
  VALUES ?relation { %s }
  ?statement rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object .
}"""


def events_beside(corpus: Corpus, path: Path, base: str) -> dict[str, Event]:
    """Id of each statement of a build that tells of an event → the event.

    Where a statement tells of an event that other articles of a store tell of, it is that one. What
    the store has from the articles of the build itself does not count: it is replaced.

    Args:
        corpus: What a build found.
        path: Folder of the store, which may be missing.
        base: IRI that the build names its resources under.

    Raises:
        InputError: The store cannot be read.
    """
    told = [s for s in corpus.statements if holds(s) and event_type(s)]
    if not is_store(path) or not told:
        return events_of(corpus)
    replaced = {document_node(document.id, base).value for document in corpus.documents}
    with reading(path) as store:
        stored = _Stored(store, base)
        rows = [row for row in stored.told(told) if row["article"] not in replaced]
        beside = stored.corpus(rows)
    named = {row["statement"]: local_id(row["event"], "event") for row in rows}
    found = events_of(_joined(corpus, beside), named)
    return {statement.id: found[statement.id] for statement in told}


def _joined(corpus: Corpus, beside: Corpus) -> Corpus:
    here = {entity.id for entity in corpus.entities}
    return Corpus(
        corpus.documents + beside.documents,
        corpus.entities + tuple(e for e in beside.entities if e.id not in here),
        corpus.statements + beside.statements,
    )


@dataclass(frozen=True, slots=True)
class _Stored:
    """A store that is asked for what events need."""

    store: ox.Store
    base: str

    def told(self, statements: Iterable[Statement]) -> list[_Row]:
        """The stored statements of events that share an end with others."""
        ends = {end for s in statements for end in (s.subject, s.object)}
        events = f"{self.base}event/"
        return [row for row in self._rows(_TOLD % _iris(ends)) if row["event"].startswith(events)]

    def corpus(self, rows: Iterable[_Row]) -> Corpus:
        """As much of the store as tells which events its statements tell of."""
        told = [_statement(row) for row in rows]
        articles = {row["article"]: row.get("published", "") for row in rows}
        ends = _iris({end for s in told for end in (s.subject, s.object)})
        relations = " ".join(f"kg:{relation}" for relation in sorted(acts_for()))
        servants = self._rows(_SERVANTS % (ends, relations))
        return Corpus(
            tuple(Document(id_, "", published=day) for id_, day in sorted(articles.items())),
            tuple(_entity(row) for row in self._rows(_ENDS % ends)),
            (*told, *map(_statement, servants)),
        )

    def _rows(self, sparql: str) -> list[_Row]:
        found = self.store.query(sparql, prefixes=prefixes(self.base))
        if not isinstance(found, ox.QuerySolutions):
            raise TypeError(sparql)
        names = [variable.value for variable in found.variables]
        solutions = ({n: row[n] for n in names if row[n] is not None} for row in found)
        return [{name: term.value for name, term in row.items()} for row in solutions]


def _iris(ids: Iterable[str]) -> str:
    return " ".join(sorted(str(entity_node(id_)) for id_ in ids))


def _statement(row: _Row) -> Statement:
    """A stored statement with all that matters of it to events; its IRI stands for its words."""
    iri = row["statement"]
    return Statement(
        id=iri,
        subject=row["subject"],
        subject_text="",
        relation=row["relation"].removeprefix(KG),
        object=row["object"],
        object_text="",
        literal=False,
        polarity=Polarity.POSITIVE,
        modality=Modality.ASSERTED,
        source=None,
        date=row.get("date"),
        place=row.get("place"),
        evidence=Evidence(Span(row.get("article", ""), 0, 0), "", iri),
        confidence=1,
        rule="",
    )


def _entity(row: _Row) -> Entity:
    kind = "name" if row["named"] == "true" else "nominal"
    mention = Mention(Span("", 0, 0), "", kind)
    return Entity(row["entity"], row["type"].removeprefix(KG), "", (), (mention,))
