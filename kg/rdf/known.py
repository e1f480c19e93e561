"""Makes a build say of a thing what a store already says of it: a thing has one type and name.

Two builds may take one name for things of different types. What the later one says of its thing
decides: where that may be said of the stored type, it is the same thing; where it may not, it is
another thing of that name, and its IRI gets a number, as within a build.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pyoxigraph as ox

from kg.model import Corpus, Entity, Statement
from kg.ontology import fits, load_relations
from kg.rdf.names import RDF, WIKIDATA, document_node, entity_node
from kg.rdf.read import corpus_of
from kg.rdf.store import is_store, reading

_TYPE = ox.NamedNode(RDF + "type")
_Lookup = Callable[[str], Entity | None]
_FIRST_NUMBER = 2


def as_stored(corpus: Corpus, path: Path, base: str) -> Corpus:
    """A corpus whose entities have the types, names and labels that a store gives them.

    What the store has from the articles of the corpus itself does not count: it is replaced.

    Args:
        corpus: What a build found.
        path: Folder of the store, which may be missing.
        base: IRI that the build names its resources under.

    Raises:
        InputError: The store cannot be read.
    """
    if not is_store(path):
        return corpus
    replaced = {document_node(document.id, base) for document in corpus.documents}
    with reading(path) as store:
        settled = _settled(corpus, lambda id_: _stored(store, id_, replaced))
    ids = {old: entity.id for old, entity in settled.items()}
    statements = tuple(_renamed(statement, ids) for statement in corpus.statements)
    return replace(corpus, entities=tuple(settled.values()), statements=statements)


def _stored(store: ox.Store, id_: str, replaced: set[ox.NamedNode]) -> Entity | None:
    """An entity as the first other article of a store describes it."""
    node, none = entity_node(id_), {ox.DefaultGraph(), *replaced}
    types = store.quads_for_pattern(node, _TYPE, None, None)
    graphs = [quad.graph_name for quad in types if quad.graph_name not in none]
    if not graphs:
        return None
    described = corpus_of(store.quads_for_pattern(node, None, None, min(graphs, key=str)))
    return next(iter(described.entities), None)


def _settled(corpus: Corpus, stored: _Lookup) -> dict[str, Entity]:
    """Id of each entity → what it is to be in the store."""
    known = {entity.id: stored(entity.id) for entity in corpus.entities}
    agreed = {e.id for e in corpus.entities if not (k := known[e.id]) or k.type == e.type}
    taken, found = set(agreed), {}
    for entity in corpus.entities:
        id_ = entity.id if entity.id in agreed else _place(entity, corpus, stored, taken)
        taken.add(id_)
        found[entity.id] = _described(replace(entity, id=id_), stored(id_))
    return found


def _place(entity: Entity, corpus: Corpus, stored: _Lookup, taken: set[str]) -> str:
    """The IRI for an entity whose own IRI has another type in the store."""
    for id_ in _namesakes(entity.id, corpus):
        other = stored(id_)
        if id_ not in taken and (other is None or other.type == entity.type):
            free, found = id_, other is not None
            break
    known = stored(entity.id)
    same = known is None or _may_be(entity, known.type, corpus)
    keeps = entity.id.startswith(WIKIDATA) or (same and not found and entity.id not in taken)
    return entity.id if keeps else free


def _namesakes(id_: str, corpus: Corpus) -> Iterator[str]:
    """The IRIs of things of one name: that of the first, and those with numbers, without end."""
    first = re.sub(r"-\d+$", "", id_)
    # Not every number was put behind a name: *A 4*.
    first = first if any(entity.id == first for entity in corpus.entities) else id_
    yield first
    yield from (f"{first}-{n}" for n in count(_FIRST_NUMBER))


def _may_be(entity: Entity, type_: str, corpus: Corpus) -> bool:
    """Whether everything that is said of an entity may be said of one of another type."""
    relations = load_relations()
    return all(
        fits(type_, asked)
        for statement in corpus.statements
        for end, asked in (
            (statement.subject, relations[statement.relation].domain),
            ("" if statement.literal else statement.object, relations[statement.relation].range),
        )
        if end == entity.id
    )


def _described(entity: Entity, known: Entity | None) -> Entity:
    if known is None:
        return entity
    labels = tuple(sorted((dict(entity.labels) | dict(known.labels)).items()))
    return replace(entity, type=known.type, name=known.name, labels=labels)


def _renamed(statement: Statement, ids: dict[str, str]) -> Statement:
    def now(id_: str | None) -> str | None:
        return ids.get(id_, id_) if id_ else None

    return replace(
        statement,
        subject=ids.get(statement.subject, statement.subject),
        object=statement.object
        if statement.literal
        else ids.get(statement.object, statement.object),
        source=now(statement.source),
        place=now(statement.place),
    )
