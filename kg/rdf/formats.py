"""RDF files: reading any, and writing the same bytes for the same quads."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.model import InputError
from kg.ontology import DEFAULT_BASE
from kg.rdf.jsonld import to_jsonld
from kg.rdf.names import RDF, XSD, prefixes
from kg.rdf.rows import Row, literal_parts, one_line, rows_of, union
from kg.rdf.turtle import to_trig, to_turtle

_READABLE = {
    ".json": ox.RdfFormat.JSON_LD,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".n3": ox.RdfFormat.N3,
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".owl": ox.RdfFormat.RDF_XML,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".trig": ox.RdfFormat.TRIG,
    ".ttl": ox.RdfFormat.TURTLE,
    ".xml": ox.RdfFormat.RDF_XML,
}
# XML 1.0 has no way to write these characters.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def read_quads(path: Path) -> list[ox.Quad]:
    """Read an RDF file; relative IRIs in it count from the file itself.

    Returns:
        Its quads, sorted; blank nodes have the same names at every reading.

    Raises:
        InputError: The file is missing, its suffix is no RDF suffix, or it is malformed.
    """
    format_ = format_of(path)
    try:
        quads = list(ox.parse(path=path, format=format_, base_iri=path.absolute().as_uri()))
    except (OSError, SyntaxError, ValueError) as error:
        raise InputError(f"{path}: {one_line(error)}") from error
    return _named_blanks(quads)


def _named_blanks(quads: list[ox.Quad]) -> list[ox.Quad]:
    """Sort quads and give blank nodes of other tools' files names that depend on nothing else."""
    if any(isinstance(term, ox.BlankNode) for quad in quads for term in quad):
        dataset = ox.Dataset(quads)
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        quads = list(dataset)
    return sorted(set(quads), key=str)


def format_of(path: Path) -> ox.RdfFormat:
    """The format that a file's suffix names.

    Raises:
        InputError: The file is missing, or its suffix is no RDF suffix.
    """
    if not path.exists():
        raise InputError(f"{path}: does not exist")
    format_ = _READABLE.get(path.suffix.lower())
    if format_ is None:
        known = ", ".join(_READABLE)
        raise InputError(f"{path}: unknown suffix {path.suffix!r}; an RDF file ends in {known}")
    return format_


def write_quads(quads: Iterable[ox.Quad], format_: str) -> bytes:
    """Write quads, the same bytes whatever their order.

    Args:
        quads: What to write. Formats without graphs get the union of all graphs.
        format_: `turtle`, `nquads`, `ntriples`, `trig`, `jsonld` or `rdfxml`.

    Raises:
        InputError: The format is none of these, or cannot hold what there is to write.
    """
    return serialize_all(quads, [format_])[format_]


def serialize_all(quads: Iterable[ox.Quad], formats: Iterable[str]) -> dict[str, bytes]:
    """Write quads in several formats, in the time of sorting them once; see `write_quads`."""
    writers = {format_: _writer(format_) for format_ in formats}
    rows = rows_of(quads)
    names = _used(rows, prefixes(_base_of_rows(rows)))
    return {format_: write(rows, names) for format_, write in writers.items()}


def _writer(format_: str) -> Callable[[list[Row], dict[str, str]], bytes]:
    if format_ not in FORMATS:
        raise InputError(f"unknown RDF format {format_!r}; known are {', '.join(FORMATS)}")
    return FORMATS[format_]


def base_of(quads: Iterable[ox.Quad]) -> str:
    """The base IRI under which a graph's statements are named, else the default one."""
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode):
            base, folder, _ = quad.subject.value.rpartition("/statement/")
            if folder:
                return base + "/"
    return DEFAULT_BASE


def _base_of_rows(rows: Iterable[Row]) -> str:
    bases = (subject[1:].rpartition("/statement/") for _, subject, _, _ in rows)
    return next((base + "/" for base, folder, _ in bases if folder), DEFAULT_BASE)


def _used(rows: Iterable[Row], known: dict[str, str]) -> dict[str, str]:
    """The prefixes that occur, so that foreign files carry none of ours in vain."""
    iris = {_iri(word) for row in rows for word in row if word}
    spaces = {iri[: max(iri.rfind("/"), iri.rfind("#")) + 1] for iri in iris}
    return {name: space for name, space in known.items() if space in spaces}


def _iri(word: str) -> str:
    """The IRI in a word of N-Quads, that of the datatype for a literal."""
    if word[0] != '"':
        return word[1:-1]
    _, language, datatype = literal_parts(word)
    return datatype or (RDF + "langString" if language else XSD + "string")


def _turtle(rows: list[Row], names: dict[str, str]) -> bytes:
    return to_turtle(union(rows), names).encode()


def _trig(rows: list[Row], names: dict[str, str]) -> bytes:
    return to_trig(rows, names).encode()


def _nquads(rows: list[Row], _: dict[str, str]) -> bytes:
    return "".join([f"{s} {p} {o}{g and ' ' + g} .\n" for g, s, p, o in rows]).encode()


def _ntriples(rows: list[Row], _: dict[str, str]) -> bytes:
    return _nquads(union(rows), {})


def _jsonld(rows: list[Row], names: dict[str, str]) -> bytes:
    return to_jsonld(rows, names).encode()


def _rdfxml(rows: list[Row], names: dict[str, str]) -> bytes:
    triples = ox.parse(_ntriples(rows, names), format=ox.RdfFormat.N_TRIPLES)
    data = ox.serialize((t.triple for t in triples), format=ox.RdfFormat.RDF_XML, prefixes=names)
    if data is None:  # Only where an output file is given.
        raise AssertionError(names)
    text = _NOT_XML.sub("\ufffd", data.decode())
    opening = re.compile(r"<rdf:RDF((?: xmlns:\w+=\"[^\"]*\")*)>")
    # XML readers make a bare carriage return a line feed.
    return opening.sub(_sorted_namespaces, text, count=1).replace("\r", "&#13;").encode()


def _sorted_namespaces(match: re.Match[str]) -> str:
    return f"<rdf:RDF {' '.join(sorted(match[1].split()))}>"


FORMATS: dict[str, Callable[[list[Row], dict[str, str]], bytes]] = {
    "jsonld": _jsonld,
    "nquads": _nquads,
    "ntriples": _ntriples,
    "rdfxml": _rdfxml,
    "trig": _trig,
    "turtle": _turtle,
}
"""Name of each RDF format → the function that writes it."""
