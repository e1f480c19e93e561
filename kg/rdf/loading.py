"""A graph as an Oxigraph store to ask, wherever it comes from."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.model import InputError
from kg.rdf.formats import format_of, read_quads
from kg.rdf.rows import one_line
from kg.rdf.source import Source, file_of, quads_of
from kg.rdf.store import is_store, reading

_COPY = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"
_BLANK = "ASK { ?s ?p ?o FILTER ( isBLANK(?s) || isBLANK(?o) ) }"


@contextmanager
def loaded(source: Source, *, graphs: bool = True) -> Iterator[ox.Store]:
    """Open a graph to ask: its default graph is the union of all, each triple once.

    Args:
        source: A store is asked where it lies, anything else is loaded into memory.
        graphs: Whether the named graphs are asked for. Without them a folder of a build is loaded
            in less time and answers in half of it, as Oxigraph has half as much to walk through.

    Raises:
        InputError: The path is no graph, or a store that is being written.
    """
    if isinstance(source, ox.Store):
        yield source
    elif not isinstance(source, str | Path):
        yield memory_store(quads_of(source))
    elif is_store(Path(source)):
        with reading(Path(source)) as store:
            yield store
    else:
        yield _file_store(file_of(Path(source), graphs=graphs))


def memory_store(quads: Iterable[ox.Quad]) -> ox.Store:
    """Load quads, and the union of all graphs as the default one."""
    store = ox.Store()
    store.bulk_extend(quads)
    return _united(store)


def _file_store(path: Path) -> ox.Store:
    """Load a file without a look at its triples, unless blank nodes need steady names."""
    format_, store = format_of(path), ox.Store()
    try:
        store.bulk_load(path=path, format=format_, base_iri=path.absolute().as_uri())
    except (OSError, SyntaxError, ValueError) as error:
        raise InputError(f"{path}: {one_line(error)}") from error
    blank = any(isinstance(graph, ox.BlankNode) for graph in store.named_graphs())
    if blank or store.query(_BLANK, use_default_graph_as_union=True):
        return memory_store(read_quads(path))
    return _united(store)


def _united(store: ox.Store) -> ox.Store:
    """Copy the named graphs into the default one.

    Oxigraph's own view of them as one counts a triple as often as graphs hold it.
    """
    if next(iter(store.named_graphs()), None) is not None:
        store.update(_COPY)
    return store
