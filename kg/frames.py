"""Tables of a graph for pandas."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal, Union

import networkx as nx

from kg.graph import load_graph
from kg.model import MissingLibraryError
from kg.rdf import Source

if TYPE_CHECKING:
    import pandas as pd

GraphSource = Union[Source, "nx.MultiDiGraph[str]"]

_FIRST = ("subject", "subject_label", "relation", "object", "object_label", "literal")
_CATEGORIES = ("type", "relation", "polarity", "modality")


def to_dataframe(
    source: GraphSource, rows: Literal["statements", "entities"] = "statements"
) -> "pd.DataFrame":
    """Draw up the statements or the entities of a graph as a table.

    Args:
        source: What `kg.load_graph` takes.
        rows: `statements`, with the attributes of the graph's edges, literals included; or
            `entities`, with the attributes of its nodes.

    Returns:
        A table with the ids as its index, sorted by them. What is unknown is missing (`pd.NA`);
        type, relation, polarity and modality are categories; dates stay text, as some are months
        or years.

    Raises:
        MissingLibraryError: pandas is not installed.
        InputError: The source is no graph.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingLibraryError(
            "a table needs pandas, which is not installed: pip install 'newskg[pandas]'"
        ) from error
    graph = load_graph(source)
    records = sorted(_entities(graph) if rows == "entities" else _statements(graph), key=_id)
    frame = pd.DataFrame(records, columns=None if records else ["id"]).set_index("id")
    frame = frame.replace({"": pd.NA})
    return frame.astype({name: "category" for name in _CATEGORIES if name in frame})


def _id(record: dict[str, Any]) -> str:
    return str(record["id"])


def _entities(graph: "nx.MultiDiGraph[str]") -> Iterator[dict[str, Any]]:
    for node, values in graph.nodes(data=True):
        yield {"id": node} | _plain(values)


def _statements(graph: "nx.MultiDiGraph[str]") -> Iterator[dict[str, Any]]:
    for subject, object_, key, edge in graph.edges(keys=True, data=True):
        ends = {"object": object_, "object_label": graph.nodes[object_]["label"], "literal": False}
        yield _row(graph, subject, edge | ends | {"id": key})
    for subject, node in graph.nodes(data=True):
        for fact in node["facts"]:
            value = {"object": fact["value"], "object_label": fact["value"], "literal": True}
            yield _row(graph, subject, fact | value)


def _row(graph: "nx.MultiDiGraph[str]", subject: str, values: dict[str, Any]) -> dict[str, Any]:
    known = values | {"subject": subject, "subject_label": graph.nodes[subject]["label"]}
    ordered = {name: known[name] for name in ("id", *_FIRST)}
    return ordered | {k: v for k, v in _plain(known).items() if k not in (*ordered, "value")}


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """What fits into one cell."""
    return {k: v for k, v in values.items() if isinstance(v, str | int | float | bool)}
