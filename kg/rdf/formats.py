"""RDF files: reading any, and writing the same bytes for the same quads."""

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.model import InputError
from kg.ontology import DEFAULT_BASE
from kg.rdf.names import RDF, prefixes
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
    if not path.exists():
        raise InputError(f"{path}: does not exist")
    format_ = _READABLE.get(path.suffix.lower())
    if format_ is None:
        known = ", ".join(_READABLE)
        raise InputError(f"{path}: unknown suffix {path.suffix!r}; an RDF file ends in {known}")
    try:
        quads = list(ox.parse(path=path, format=format_, base_iri=path.absolute().as_uri()))
    except (OSError, SyntaxError, ValueError) as error:
        raise InputError(f"{path}: {one_line(error)}") from error
    return _named_blanks(quads)


def one_line(error: Exception) -> str:
    """The error's message on one line, without the file name that the system adds."""
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(text.split())


def write_quads(quads: Iterable[ox.Quad], format_: str) -> bytes:
    """Write quads, the same bytes whatever their order.

    Args:
        quads: What to write. Formats without graphs get the union of all graphs.
        format_: `turtle`, `nquads`, `ntriples`, `trig`, `jsonld` or `rdfxml`.

    Raises:
        InputError: The format is none of these.
    """
    if format_ not in FORMATS:
        raise InputError(f"unknown RDF format {format_!r}; known are {', '.join(FORMATS)}")
    unique = _named_blanks(quads)
    return FORMATS[format_](unique, _used(unique, prefixes(base_of(unique))))


def _named_blanks(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """Sort quads and give blank nodes of other tools' files names that depend on nothing else."""
    dataset = ox.Dataset(quads)
    if any(isinstance(term, ox.BlankNode) for quad in dataset for term in quad):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(dataset, key=_order)


def _order(quad: ox.Quad) -> tuple[str, str, bool, str, str]:
    """By graph and subject, its types first."""
    predicate = quad.predicate.value
    graph = "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
    return graph, str(quad.subject), predicate != RDF + "type", predicate, str(quad.object)


def base_of(quads: Iterable[ox.Quad]) -> str:
    """The base IRI under which a graph's statements are named, else the default one."""
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode):
            base, folder, _ = quad.subject.value.rpartition("/statement/")
            if folder:
                return base + "/"
    return DEFAULT_BASE


def _used(quads: list[ox.Quad], known: dict[str, str]) -> dict[str, str]:
    """The prefixes that occur, so that foreign files carry none of ours in vain."""
    iris = {node.value for quad in quads for node in quad if isinstance(node, ox.NamedNode)}
    types = {q.object.datatype.value for q in quads if isinstance(q.object, ox.Literal)}
    spaces = {re.sub(r"[^/#]*$", "", iri) for iri in iris | types}
    return {name: space for name, space in known.items() if space in spaces}


def _triples(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    union = {ox.Quad(q.subject, q.predicate, q.object, ox.DefaultGraph()) for q in quads}
    return sorted(union, key=_order)


def _turtle(quads: list[ox.Quad], names: dict[str, str]) -> bytes:
    return to_turtle(_triples(quads), names).encode()


def _trig(quads: list[ox.Quad], names: dict[str, str]) -> bytes:
    return to_trig(quads, names).encode()


def _nquads(quads: list[ox.Quad], _: dict[str, str]) -> bytes:
    return _written(quads, ox.RdfFormat.N_QUADS)


def _ntriples(quads: list[ox.Quad], _: dict[str, str]) -> bytes:
    return _written([quad.triple for quad in _triples(quads)], ox.RdfFormat.N_TRIPLES)


def _written(
    items: Iterable[ox.Quad] | Iterable[ox.Triple],
    format_: ox.RdfFormat,
    names: dict[str, str] | None = None,
) -> bytes:
    data = ox.serialize(items, format=format_, prefixes=names)
    if data is None:  # Only where an output file is given.
        raise AssertionError(format_)
    return data


def _rdfxml(quads: list[ox.Quad], names: dict[str, str]) -> bytes:
    triples = [quad.triple for quad in _triples(quads)]
    text = _NOT_XML.sub("\ufffd", _written(triples, ox.RdfFormat.RDF_XML, names).decode())
    opening = re.compile(r"<rdf:RDF((?: xmlns:\w+=\"[^\"]*\")*)>")
    # XML readers make a bare carriage return a line feed.
    return opening.sub(_sorted_namespaces, text, count=1).replace("\r", "&#13;").encode()


def _sorted_namespaces(match: re.Match[str]) -> str:
    return f"<rdf:RDF {' '.join(sorted(match[1].split()))}>"


def _jsonld(quads: list[ox.Quad], names: dict[str, str]) -> bytes:
    graphs = json.loads(_written(quads, ox.RdfFormat.JSON_LD))
    content = {"@context": names, "@graph": [_compact(node, names) for node in graphs]}
    return json.dumps(content, ensure_ascii=False, indent=1).encode() + b"\n"


def _compact(value: Any, names: dict[str, str]) -> Any:
    """Shorten the IRIs of expanded JSON-LD, and lists of one value to that value."""
    if isinstance(value, list):
        items = [_compact(item, names) for item in value]
        return items[0] if len(items) == 1 else items
    if not isinstance(value, dict):
        return value
    if value.keys() == {"@value"}:
        return value["@value"]
    return dict(_compact_entry(key, item, names) for key, item in value.items())


def _compact_entry(key: str, value: Any, names: dict[str, str]) -> tuple[str, Any]:
    if key in ("@id", "@type") and isinstance(value, str):
        return key, _short(value, names)
    if key in ("@value", "@language"):
        return key, value
    if key == "@graph":
        return key, [_compact(item, names) for item in value]
    if key == RDF + "type" and all(item.keys() == {"@id"} for item in value):
        return "@type", [_short(item["@id"], names) for item in value]
    return _short(key, names), _compact(value, names)


def _short(iri: str, names: dict[str, str]) -> str:
    for name, space in sorted(names.items(), key=lambda item: -len(item[1])):
        if iri.startswith(space) and not iri[len(space) :].startswith("//"):
            return f"{name}:{iri[len(space) :]}"
    return iri


FORMATS: dict[str, Callable[[list[ox.Quad], dict[str, str]], bytes]] = {
    "jsonld": _jsonld,
    "nquads": _nquads,
    "ntriples": _ntriples,
    "rdfxml": _rdfxml,
    "trig": _trig,
    "turtle": _turtle,
}
"""Name of each RDF format → the function that writes it."""
