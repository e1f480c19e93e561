"""Where a graph may come from: a folder of `kg build`, a store, an RDF file, a value in memory."""

from pathlib import Path
from typing import TYPE_CHECKING, Union

import pyoxigraph as ox

from kg.model import Corpus, InputError
from kg.ontology import DEFAULT_BASE
from kg.rdf.dataset import dataset_of, from_rdflib
from kg.rdf.formats import base_of, read_quads, write_quads
from kg.rdf.store import is_store, reading, stored_quads
from kg.rdf.write import corpus_quads

if TYPE_CHECKING:
    import rdflib

Source = Union[str, Path, Corpus, "rdflib.Graph", list[ox.Quad], ox.Store]
"""A path, a corpus, an rdflib dataset or graph, quads, or a store that is open."""

_BUILT = ("graph.nq", "graph.ttl")


def quads_of(source: Source) -> list[ox.Quad]:
    """The quads of a graph, wherever it is.

    Raises:
        InputError: The path is neither a folder of `kg build` nor a store nor a readable RDF file.
    """
    if isinstance(source, str | Path):
        return _quads_at(Path(source))
    if isinstance(source, ox.Store):
        return sorted(stored_quads(source), key=str)
    if isinstance(source, Corpus):
        return corpus_quads(source)
    if isinstance(source, list):
        return source
    return from_rdflib(source)


def to_dataset(source: Source, base: str = DEFAULT_BASE) -> "rdflib.Dataset":
    """Describe a graph as an rdflib dataset, each document in the graph that bears its IRI.

    Of a corpus, only positive asserted statements also give a plain triple and an event, there are
    no blank nodes, and the open facts are left out.

    Args:
        source: The graph, wherever it is.
        base: IRI under which documents, statements and events of a corpus are named; entities, and
            everything that is RDF already, keep their names.

    Raises:
        InputError: The path is no graph.
    """
    if isinstance(source, Corpus):
        return dataset_of(corpus_quads(source, base), base)
    quads = quads_of(source)
    return dataset_of(quads, base_of(quads))


def serialize(source: Source, format_: str) -> bytes:
    """Write a graph, the same bytes for the same content.

    Args:
        source: The graph, wherever it is.
        format_: `turtle`, `nquads`, `ntriples`, `trig`, `jsonld` or `rdfxml`. Formats without
            named graphs get the union of all.

    Raises:
        InputError: The format is none of these, or the path is no graph.
    """
    return write_quads(quads_of(source), format_)


def file_of(path: Path, *, graphs: bool = True) -> Path:
    """The file of a graph: that of a build's folder, or the file itself.

    Args:
        path: The folder or file.
        graphs: Whether the named graphs of a folder are wanted, or their union alone.

    Raises:
        InputError: The folder has no graph.
    """
    if not path.is_dir():
        return path
    for name in _BUILT if graphs else reversed(_BUILT):
        if (path / name).is_file():
            return path / name
    raise InputError(f"{path}: is no store, and neither {' nor '.join(_BUILT)} is in this folder")


def _quads_at(path: Path) -> list[ox.Quad]:
    if not is_store(path):
        return read_quads(file_of(path))
    with reading(path) as store:
        return quads_of(store)
