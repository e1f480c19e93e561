"""An Oxigraph store on disk: a named graph for each article, and their union as the default graph.

The union is kept as triples of its own, because Oxigraph's view of all graphs as one counts a
triple as often as graphs hold it. An article is replaced or removed in one transaction, so that a
crash leaves it as it was or as it is to be.

Oxigraph's own lock keeps a second writer out but no reader; a file that is locked beside the data
(`flock(2)`) makes writers wait for readers too. Windows has Oxigraph's lock alone.
"""

import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.model import InputError
from kg.rdf.names import NIF, XSD, local_id, typed
from kg.rdf.rows import one_line

_LOCK = "kg.lock"
_MADE_BY_ROCKSDB = "CURRENT"
_DEFAULT = ox.DefaultGraph()
_OFFSETS = frozenset({NIF + "beginIndex", NIF + "endIndex"})


@dataclass(frozen=True, slots=True)
class Changes:
    """How many articles a build added to a store, replaced in it, and found there as they are."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0

    def __str__(self) -> str:
        """As a line for people."""
        return f"{self.added} added, {self.replaced} replaced, {self.unchanged} unchanged"


def is_store(path: Path) -> bool:
    """Whether a folder is an Oxigraph store."""
    return (path / _MADE_BY_ROCKSDB).is_file()


def check_store(path: Path) -> None:
    """Tell early, before hours of reading, that a store cannot be written.

    Raises:
        InputError: It is a file, another folder that is not empty, or in use.
    """
    if path.exists() and not is_store(path) and (not path.is_dir() or any(path.iterdir())):
        raise InputError(f"{path}: is neither a store nor an empty folder")
    if is_store(path):
        with _held(path, alone=True):
            return


@contextmanager
def reading(path: Path) -> Iterator[ox.Store]:
    """Open a store to read; others may read it meanwhile, but nobody writes it.

    Raises:
        InputError: It is being written, or cannot be read.
    """
    with _held(path, alone=False):
        try:
            store = ox.Store.read_only(str(path))
        except (OSError, RuntimeError, ValueError) as error:
            raise InputError(f"{path}: cannot be read: {one_line(error)}") from error
        yield store


def stored_quads(store: ox.Store) -> list[ox.Quad]:
    """The quads of a store without the union's copies, their literals as they were written."""
    quads = [_as_written(quad) for quad in store]
    named = [quad for quad in quads if quad.graph_name != _DEFAULT]
    copies = {quad.triple for quad in named}
    return named + [q for q in quads if q.graph_name == _DEFAULT and q.triple not in copies]


def replace_graphs(path: Path, quads: Iterable[ox.Quad]) -> Changes:
    """Put named graphs into a store, each in place of the graph of its name.

    Args:
        path: Folder of the store; made when missing.
        quads: The graphs, none of them the default one.

    Raises:
        InputError: The store is in use or cannot be written. Each graph is then as it was or as it
            is to be.
    """
    check_store(path)
    graphs: defaultdict[str, set[ox.Quad]] = defaultdict(set)
    for quad in quads:
        graphs[str(quad.graph_name)[1:-1]].add(quad)
    with _writing(path) as store:
        done = Counter(_replace(store, ox.NamedNode(g), graphs[g]) for g in sorted(graphs))
    return Changes(done["added"], done["replaced"], done["unchanged"])


def remove_documents(path: Path, wanted: Iterable[str]) -> list[str]:
    """Take articles out of a store.

    Args:
        path: Folder of the store.
        wanted: Id or IRI of each article.

    Returns:
        The IRIs of their graphs.

    Raises:
        InputError: An article is not there, and nothing is changed; or the store is none, is in
            use or cannot be written.
    """
    if not is_store(path):
        raise InputError(f"{path}: is no store that kg build --store made")
    with _writing(path) as store:
        graphs = [_named(store, path, document) for document in wanted]
        for graph in graphs:
            _replace(store, graph, set())
            store.remove_graph(graph)
    return [graph.value for graph in graphs]


def _named(store: ox.Store, path: Path, document: str) -> ox.NamedNode:
    graphs = [graph for graph in store.named_graphs() if isinstance(graph, ox.NamedNode)]
    found = [g for g in graphs if document in (g.value, local_id(g.value, "document"))]
    if len(found) != 1:
        what = "no article" if not found else "more than one article, give the IRI of one"
        raise InputError(f"{path}: has {what}: {document}")
    return found[0]


def _replace(store: ox.Store, graph: ox.NamedNode, new: set[ox.Quad]) -> str:
    """Write only the difference, in one transaction, and say what it was."""
    old = {_as_written(quad) for quad in store.quads_for_pattern(None, None, None, graph)}
    gone, fresh = old - new, new - old
    if not (gone or fresh):
        return "unchanged"
    alone = [quad for quad in gone if not _elsewhere(store, quad)]
    steps = [_data("DELETE", graph, alone, gone)] if gone else []
    store.update(";".join([*steps, _data("INSERT", graph, fresh, fresh)]))
    return "replaced" if old else "added"


def _data(
    verb: str, graph: ox.NamedNode, in_union: Iterable[ox.Quad], in_graph: Iterable[ox.Quad]
) -> str:
    """A step of a SPARQL update."""
    return f"{verb} DATA {{ {_triples(in_union)} GRAPH {graph} {{ {_triples(in_graph)} }} }}"


def _elsewhere(store: ox.Store, quad: ox.Quad) -> bool:
    """Whether another article says the same."""
    same = store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
    return any(other.graph_name not in (quad.graph_name, _DEFAULT) for other in same)


def _triples(quads: Iterable[ox.Quad]) -> str:
    data = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    return (data or b"").decode()


def _as_written(quad: ox.Quad) -> ox.Quad:
    """Oxigraph keeps numbers by their value: 1.0 comes back as 1, and any integer as xsd:integer.

    The offsets of NIF are non-negative integers, and our decimals have a point.
    """
    object_ = quad.object
    if not isinstance(object_, ox.Literal):
        return quad
    type_ = object_.datatype.value
    if type_ == XSD + "integer" and quad.predicate.value in _OFFSETS:
        object_ = typed(object_.value, "nonNegativeInteger")
    elif type_ == XSD + "decimal" and "." not in object_.value:
        object_ = typed(f"{object_.value}.0", "decimal")
    else:
        return quad
    return ox.Quad(quad.subject, quad.predicate, object_, quad.graph_name)


@contextmanager
def _writing(path: Path) -> Iterator[ox.Store]:
    try:
        path.mkdir(parents=True, exist_ok=True)
        with _held(path, alone=True):
            store = ox.Store(str(path))
            yield store
            store.flush()
    except (OSError, RuntimeError, ValueError) as error:
        raise InputError(f"{path}: cannot be written: {one_line(error)}") from error


@contextmanager
def _held(path: Path, *, alone: bool) -> Iterator[None]:
    if sys.platform == "win32":
        yield
        return
    import fcntl

    try:
        descriptor = os.open(path / _LOCK, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise InputError(f"{path}: cannot be opened: {error.strerror}") from error
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise InputError(f"{path}: is in use by another process; try again later") from error
    finally:
        os.close(descriptor)
