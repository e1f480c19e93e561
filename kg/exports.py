"""Writes a graph in the format that the file's suffix names."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Union

import networkx as nx

from kg.files import write_whole
from kg.graph import load_graph
from kg.model import InputError
from kg.rdf import Source, serialize

GraphSource = Union[Source, "nx.MultiDiGraph[str]"]

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_COLUMNS = (
    "subject",
    "subject_label",
    "relation",
    "object",
    "object_label",
    "polarity",
    "modality",
    "source",
    "source_name",
    "date",
    "place",
    "place_name",
    "document",
    "sentence",
    "start",
    "end",
    "predicate",
    "subject_text",
    "object_text",
    "confidence",
    "rule",
    "id",
)


def export(source: Source, path: Path) -> None:
    """Write a graph to a file, whole or not at all.

    Args:
        source: What `kg.rdf.quads_of` takes.
        path: The file; its suffix is one of `SUFFIXES`.

    Raises:
        InputError: The suffix is unknown, the source unreadable or the file cannot be written.
    """
    write = SUFFIXES.get(path.suffix.lower())
    if write is None:
        known = ", ".join(SUFFIXES)
        raise InputError(f"{path}: unknown suffix {path.suffix!r}; known are {known}")
    write_whole(path, write(source))


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


def to_graphml(source: GraphSource) -> bytes:
    """GraphML that igraph, Gephi, yEd and networkx open.

    Facts are JSON in an attribute. Who says it is in `source_id`, as `source` is where an edge
    begins.
    """
    return "\n".join(nx.generate_graphml(_flat(source))).encode() + b"\n"


def to_gexf(source: GraphSource) -> bytes:
    """GEXF for Gephi, with the attributes of `to_graphml`."""
    graph = _flat(source)
    for _, _, values in graph.edges(data=True):
        # To GEXF, start and end are times at which an edge appears and goes.
        values["offset_start"], values["offset_end"] = values.pop("start"), values.pop("end")
    text = "\n".join(nx.generate_gexf(graph))
    # networkx writes today's date.
    return re.sub(r' lastmodifieddate="[^"]*"', "", text).encode() + b"\n"


def to_node_link(source: GraphSource) -> bytes:
    """The node-link JSON that `networkx.node_link_graph` reads, `source_id` as in `to_graphml`."""
    data = nx.node_link_data(_renamed(load_graph(source)))
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"


def to_csv(source: GraphSource) -> bytes:
    """A list of edges and facts, one a line, with a line of column names."""
    text = io.StringIO()
    writer = csv.DictWriter(text, _COLUMNS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(load_graph(source)))
    return text.getvalue().encode()


def _rows(graph: "nx.MultiDiGraph[str]") -> Iterator[dict[str, Any]]:
    for subject, object_, key, edge in graph.edges(keys=True, data=True):
        ends = {"subject": subject, "object": object_, "id": key}
        ends["subject_label"] = graph.nodes[subject]["label"]
        ends["object_label"] = graph.nodes[object_]["label"]
        yield edge | ends
    for subject, node in graph.nodes(data=True):
        for fact in node["facts"]:
            ends = {"subject": subject, "subject_label": node["label"]}
            yield fact | ends | {"object": fact["value"], "object_label": fact["value"]}


def _renamed(graph: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """A copy whose edges keep `source`, which formats use for an end, as `source_id`."""
    copy = graph.copy()
    for _, _, values in copy.edges(data=True):
        values["source_id"] = values.pop("source")
    return copy


def _flat(source: GraphSource) -> "nx.MultiDiGraph[str]":
    """A copy whose attributes are plain strings and numbers that XML can hold."""
    graph = _renamed(load_graph(source))
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, values in graph.nodes(data=True):
        facts = json.dumps(values["facts"], ensure_ascii=False, sort_keys=True)
        flat.add_node(_xml(node), **_plain(values | {"facts": facts if values["facts"] else ""}))
    for subject, object_, key, values in graph.edges(keys=True, data=True):
        named = _plain(values | {"label": values["label_de"]})
        flat.add_edge(_xml(subject), _xml(object_), key=_xml(key), **named)
    return flat


def _plain(values: dict[str, Any]) -> dict[str, str | int | float]:
    return {k: _xml(v) if isinstance(v, str) else v for k, v in sorted(values.items())}


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


SUFFIXES: dict[str, Callable[[Source], bytes]] = {
    ".csv": to_csv,
    ".gexf": to_gexf,
    ".graphml": to_graphml,
    ".json": to_node_link,
    ".jsonld": to_jsonld,
    ".nq": to_nquads,
    ".nt": to_ntriples,
    ".rdf": to_rdfxml,
    ".trig": to_trig,
    ".ttl": to_turtle,
}
"""Suffix → the function that writes the format."""
