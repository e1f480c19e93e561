"""The graph that is served, with what is needed to read it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from kg.model import InputError
from kg.ontology import NAMESPACE, PLOVER, data_path
from kg.rdf import base_of, loaded, prefixes
from kg.rdf.names import KG, RDF
from kg.rdf.store import is_store
from kg.serve.answer import TEXT, Answer, RefusedError

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


@dataclass(frozen=True, slots=True)
class Kept:
    """A graph that is ready to be opened again and again.

    Attributes:
        path: Where it lies.
        ontology: The ontology.
        store: The triples, None where they stay in a store on disk.
    """

    path: Path
    ontology: ox.Store
    store: ox.Store | None

    @contextmanager
    def opened(self) -> Iterator[Graph]:
        """Open the graph; a store on disk as it is now, and nobody changes it meanwhile.

        Raises:
            InputError: A store on disk is being written.
        """
        with loaded(self.path if self.store is None else self.store) as store:
            path = self.path.resolve()
            name = path.name if path.is_dir() else path.stem
            yield Graph(name, store, self.ontology, _base(store))

    def answer(self, job: "Job") -> Answer:
        """Open the graph and do a job.

        Raises:
            RefusedError: The job says so, or a store on disk is being written.
        """
        try:
            with self.opened() as graph:
                return job(graph)
        except InputError as error:
            raise RefusedError(503, str(error)) from error


Job = Callable[[Graph], Answer]
"""What a worker does. It is sent to another process, so it can be pickled: often a partial."""


def do_nothing(_: Graph) -> Answer:
    """The job that shows that a graph can be opened."""
    return Answer(b"", TEXT)


def keep_graph(path: Path) -> Kept:
    """Load a graph, unless it is a store on disk, and the ontology.

    A store is not opened yet: that starts threads, which would not live on in a fork.

    Args:
        path: A folder that `kg build` wrote, a store, or an RDF file.

    Raises:
        InputError: The path is no graph.
    """
    ontology = ox.Store()
    for name in ("kg.ttl", "plover.ttl"):
        ontology.bulk_load(path=data_path(name), format=ox.RdfFormat.TURTLE)
    if is_store(path):
        return Kept(path, ontology, None)
    with loaded(path) as store:
        return Kept(path, ontology, store)


def is_term(iri: str) -> bool:
    """Whether an IRI is a term of our ontology."""
    return iri.startswith((NAMESPACE, PLOVER))


def _base(store: ox.Store) -> str:
    kinds = ox.NamedNode(RDF + "type"), ox.NamedNode(KG + "Statement")
    return base_of(islice(store.quads_for_pattern(None, *kinds), 1))
