"""Writes a graph in the format that the file's suffix names, one function a format."""

from collections.abc import Callable
from pathlib import Path

from kg.exports.cypher import to_cypher
from kg.exports.graphs import to_csv, to_gexf, to_graphml, to_node_link
from kg.exports.neo4j import to_neo4j
from kg.exports.parquet import to_parquet
from kg.exports.sqlite import to_sqlite
from kg.files import write_together, write_whole
from kg.model import InputError
from kg.rdf import Source, serialize

__all__ = [
    "FOLDERS",
    "SUFFIXES",
    "export",
    "to_csv",
    "to_cypher",
    "to_gexf",
    "to_graphml",
    "to_jsonld",
    "to_neo4j",
    "to_node_link",
    "to_nquads",
    "to_ntriples",
    "to_parquet",
    "to_rdfxml",
    "to_sqlite",
    "to_trig",
    "to_turtle",
]


def export(source: Source, path: Path, format_: str = "") -> list[Path]:
    """Write a graph to a file or a folder of files, whole or not at all.

    Args:
        source: What `kg.rdf.quads_of` takes.
        path: The file, or the folder for the formats of `FOLDERS`.
        format_: A suffix of `SUFFIXES` or `FOLDERS` without its dot; "" for the path's own.

    Returns:
        The files that were written.

    Raises:
        InputError: The format is unknown, the source unreadable or the path cannot be written.
        MissingLibraryError: The format needs a library that is not installed.
    """
    suffix = f".{format_}" if format_ else path.suffix.lower()
    if suffix in FOLDERS:
        files = FOLDERS[suffix](source)
        write_together(path, files)
        return [path / name for name in files]
    if suffix not in SUFFIXES:
        known = ", ".join(sorted([*SUFFIXES, *FOLDERS]))
        what = f"unknown format {format_!r}" if format_ else f"unknown suffix {path.suffix!r}"
        raise InputError(f"{path}: {what}; known are {known}")
    write_whole(path, SUFFIXES[suffix](source))
    return [path]


def to_turtle(source: Source) -> bytes:
    """Turtle: the union of all documents' graphs."""
    return serialize(source, "turtle")


def to_nquads(source: Source) -> bytes:
    """N-Quads, with the documents' graphs."""
    return serialize(source, "nquads")


def to_ntriples(source: Source) -> bytes:
    """N-Triples: the union of all documents' graphs."""
    return serialize(source, "ntriples")


def to_trig(source: Source) -> bytes:
    """TriG, with the documents' graphs."""
    return serialize(source, "trig")


def to_jsonld(source: Source) -> bytes:
    """JSON-LD, with the documents' graphs."""
    return serialize(source, "jsonld")


def to_rdfxml(source: Source) -> bytes:
    """RDF/XML: the union of all documents' graphs."""
    return serialize(source, "rdfxml")


SUFFIXES: dict[str, Callable[[Source], bytes]] = {
    ".csv": to_csv,
    ".cypher": to_cypher,
    ".db": to_sqlite,
    ".gexf": to_gexf,
    ".graphml": to_graphml,
    ".json": to_node_link,
    ".jsonld": to_jsonld,
    ".nq": to_nquads,
    ".nt": to_ntriples,
    ".rdf": to_rdfxml,
    ".sqlite": to_sqlite,
    ".trig": to_trig,
    ".ttl": to_turtle,
}
"""Suffix → the function that writes the format."""
FOLDERS: dict[str, Callable[[Source], dict[str, bytes]]] = {
    ".neo4j": to_neo4j,
    ".parquet": to_parquet,
}
"""Suffix of a folder → the function that gives its files by name."""
