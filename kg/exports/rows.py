"""Statements as flat rows, whatever a graph came from."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kg.model import Modality, Polarity
from kg.ontology import term_label

if TYPE_CHECKING:
    import networkx as nx

Row = dict[str, Any]
"""Column → text, number or truth value; what is unknown is "" or None."""


def statement_rows(graph: "nx.MultiDiGraph[str]") -> Iterator[Row]:
    """All statements of a graph, edges first, then those with a literal.

    Yields:
        The attributes that `kg.graph.to_graph` gives an edge, and `id`, `subject`,
        `subject_label`, `object`, `object_label`, `value` (None where the object is an entity)
        and `holds`. A literal stands in `object` too.
    """
    for subject, object_, key, edge in graph.edges(keys=True, data=True):
        ends = {"object": object_, "object_label": graph.nodes[object_]["label"], "value": None}
        yield _row(edge, {"id": key} | _subject(graph, subject) | ends)
    for subject, node in graph.nodes(data=True):
        for fact in node["facts"]:
            ends = {"object": fact["value"], "object_label": fact["value"]}
            yield _row(fact, _subject(graph, subject) | ends)


def holds(edge: Mapping[str, Any]) -> bool:
    """Whether the article itself says that it is so, as `kg.rdf.events.holds` of a statement."""
    return (edge["polarity"], edge["modality"]) == (Polarity.POSITIVE, Modality.ASSERTED)


def edge_label(edge: Mapping[str, Any]) -> str:
    """The relation in German, with how it is meant unless it holds: `griff an (verneint)`."""
    stances = []
    if edge["modality"] != Modality.ASSERTED:
        stances.append(term_label(edge["modality"], "de"))
    if edge["polarity"] != Polarity.POSITIVE:
        stances.append(term_label(edge["polarity"], "de"))
    return f"{edge['label_de']} ({', '.join(stances)})" if stances else str(edge["label_de"])


def _subject(graph: "nx.MultiDiGraph[str]", subject: str) -> Row:
    return {"subject": subject, "subject_label": graph.nodes[subject]["label"]}


def _row(edge: Mapping[str, Any], ends: Row) -> Row:
    return {**edge, **ends, "holds": holds(edge)}
