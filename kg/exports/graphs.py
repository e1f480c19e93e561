"""GraphML, GEXF, node-link JSON and a list of edges, from the networkx graph."""

import io
import json
import re
from itertools import chain
from typing import Any, Union

import networkx as nx

from kg.exports.rows import edge_label, holds, statement_rows
from kg.exports.separated import to_separated
from kg.graph import load_graph
from kg.model import Polarity
from kg.rdf import Source

GraphSource = Union[Source, "nx.MultiDiGraph[str]"]

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("[\r\x85\u2028]")
_COLUMNS = (
    "subject",
    "subject_label",
    "relation",
    "object",
    "object_label",
    "holds",
    "polarity",
    "modality",
    "source",
    "source_name",
    "date",
    "place",
    "place_name",
    "document",
    "title",
    "published",
    "url",
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


def to_graphml(source: GraphSource) -> bytes:
    """GraphML that igraph, Gephi, yEd and networkx open.

    `holds` is true where the article itself says that it is so; elsewhere `label` says how it is
    meant, too. Facts are JSON in an attribute. Who says it is in `source_id`, as `source` is where
    an edge begins.
    """
    file = io.BytesIO()
    nx.write_graphml_xml(_flat(source), file)
    return _with_line_ends(file.getvalue())


def to_gexf(source: GraphSource) -> bytes:
    """GEXF for Gephi, with the attributes of `to_graphml`; what does not hold is drawn dashed."""
    graph = _flat(source)
    for _, _, key, values in graph.edges(keys=True, data=True):
        # To GEXF, start and end are times at which an edge appears and goes.
        values["start_char"], values["end_char"] = values.pop("start"), values.pop("end")
        values["id"] = key
        values["viz"] = {"shape": _line(values)}
    file = io.BytesIO()
    nx.write_gexf(graph, file)
    # networkx writes today's date.
    return _with_line_ends(re.sub(rb' lastmodifieddate="[^"]*"', b"", file.getvalue()))


def to_node_link(source: GraphSource) -> bytes:
    """The node-link JSON that `networkx.node_link_graph` reads, attributes as in `to_graphml`."""
    data = nx.node_link_data(_renamed(load_graph(source)))
    return json.dumps(data, ensure_ascii=False, indent=1).encode() + b"\n"


def to_csv(source: GraphSource) -> bytes:
    """A list of edges and facts, one a line, with a line of column names."""
    rows = statement_rows(load_graph(source))
    return to_separated(chain([_COLUMNS], ([row[name] for name in _COLUMNS] for row in rows)))


def _renamed(graph: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """A copy whose edges say whether they hold, and keep `source` as `source_id`.

    `source` is what formats call the node where an edge begins.
    """
    copy: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    copy.add_nodes_from(graph.nodes(data=True))
    for subject, object_, key, values in graph.edges(keys=True, data=True):
        named = values | {"source_id": values["source"], "holds": holds(values)}
        del named["source"]
        copy.add_edge(subject, object_, key=key, **named)
    return copy


def _flat(source: GraphSource) -> "nx.MultiDiGraph[str]":
    """A copy whose attributes are plain strings and numbers that XML can hold."""
    graph = _renamed(load_graph(source))
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, values in graph.nodes(data=True):
        facts = [fact | {"holds": holds(fact)} for fact in values["facts"]]
        text = json.dumps(facts, ensure_ascii=False, sort_keys=True) if facts else ""
        flat.add_node(_xml(node), **_plain(values | {"facts": text}))
    for subject, object_, key, values in graph.edges(keys=True, data=True):
        named = _plain(values | {"label": edge_label(values), "statement": key})
        flat.add_edge(_xml(subject), _xml(object_), key=_xml(key), **named)
    return flat


def _plain(values: dict[str, Any]) -> dict[str, str | int | float]:
    return {k: _xml(v) if isinstance(v, str) else v for k, v in sorted(values.items())}


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _with_line_ends(xml: bytes) -> bytes:
    """Readers of XML make any line end a line feed, unless it is written as its number."""
    return _LINE_ENDS.sub(lambda sign: f"&#{ord(sign[0])};", xml.decode()).encode() + b"\n"


def _line(edge: dict[str, Any]) -> str:
    if edge["holds"]:
        return "solid"
    return "dotted" if edge["polarity"] == Polarity.NEGATIVE else "dashed"
