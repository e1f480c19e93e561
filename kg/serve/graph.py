"""The graph that is served, with what is needed to read it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from kg.ontology import NAMESPACE, PLOVER, data_path
from kg.rdf import base_of, loaded, prefixes
from kg.rdf.names import KG, RDF

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph and the ontology beside it.

    Attributes:
        name: What the pages call it.
        store: The triples; the default graph holds those of all named graphs.
        ontology: The terms that the triples are made of.
        base: IRI under which its resources are named.
    """

    name: str
    store: ox.Store
    ontology: ox.Store
    base: str

    @property
    def prefixes(self) -> dict[str, str]:
        """Prefixes that a query need not declare."""
        return prefixes(self.base)

    def triples(
        self,
        subject: ox.NamedNode | ox.BlankNode | None = None,
        predicate: ox.NamedNode | None = None,
        object_: Term | None = None,
        most: int | None = None,
    ) -> list[ox.Triple]:
        """Triples of a pattern, None standing for anything; the ontology's after the graph's."""
        return list(islice(self._found(subject, predicate, object_), most))

    def _found(
        self,
        subject: ox.NamedNode | ox.BlankNode | None,
        predicate: ox.NamedNode | None,
        object_: Term | None,
    ) -> Iterator[ox.Triple]:
        for store in (self.store, self.ontology):
            pattern = (subject, predicate, object_, ox.DefaultGraph())
            for quad in store.quads_for_pattern(*pattern):
                yield quad.triple


@contextmanager
def open_graph(path: Path) -> Iterator[Graph]:
    """Load a graph, or open it where it lies if it is a store, and load the ontology.

    Args:
        path: A folder that `kg build` wrote, a store, or an RDF file.

    Raises:
        InputError: The path is no graph, or a store that is being written.
    """
    ontology = ox.Store()
    for name in ("kg.ttl", "plover.ttl"):
        ontology.bulk_load(path=data_path(name), format=ox.RdfFormat.TURTLE)
    name = path.resolve().name if path.is_dir() else path.stem
    with loaded(path) as store:
        yield Graph(name, store, ontology, _base(store))


def is_term(iri: str) -> bool:
    """Whether an IRI is a term of our ontology."""
    return iri.startswith((NAMESPACE, PLOVER))


def _base(store: ox.Store) -> str:
    kinds = ox.NamedNode(RDF + "type"), ox.NamedNode(KG + "Statement")
    return base_of(islice(store.quads_for_pattern(None, *kinds), 1))
