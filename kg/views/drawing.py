"""Nodes and edges as they are drawn: sizes, wrapped labels, bundles and their curves."""

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import hypot, pi, sqrt
from typing import Any

import networkx as nx

from kg.model import Modality, Polarity
from kg.views.box import Box
from kg.views.communities import communities
from kg.views.layout import positions

LABEL_WIDTH = 24
LABEL_LINES = 3
LONGEST_WORD = 36
LETTER = 0.56
"""Mean width of a letter of the page's font, in ems."""

WIDE, TALL = 1.2, 0.6
"""Width to height of the drawing area on a desk and on a phone."""

EDGE_FONT = 13
STRANDS = 6
"""Most curves between two nodes; what is rarer is drawn as one."""

STRAND_GAP = 32.0
CROWD = 40
APART = 1.5
"""How much longer edges between communities are, in a graph with more nodes than `CROWD`."""

SHAPES = {
    "Person": "dot",
    "Organization": "square",
    "Place": "triangleDown",
    "Group": "hexagon",
    "Event": "star",
    "Product": "diamond",
    "Other": "triangle",
}
DASHES: dict[str, list[int]] = {
    Modality.ASSERTED: [],
    Modality.REPORTED: [8, 5],
    Modality.PLANNED: [14, 5],
    Modality.DEMANDED: [12, 4, 2, 4],
    Modality.POSSIBLE: [2, 5],
}

Names = Mapping[str, Mapping[str, str]]
"""Node → language → name."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Strand:
    """One drawn edge: statements of one relation, polarity and modality, or the rarer rest.

    Attributes:
        ends: Subject and object.
        statements: Ids of the statements, sorted.
        relation: The relation, "" for the rest of a crowded pair.
        words: Letters of the relation's longest label.
    """

    ends: Pair
    statements: tuple[str, ...]
    relation: str
    polarity: str
    modality: str
    words: int


def drawn(
    graph: "nx.MultiDiGraph[str]", names: Names
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Decide how every node and edge looks and where it stands.

    Args:
        graph: The graph of statements.
        names: Node → language → name to show.

    Returns:
        vis-network nodes and edges, sorted, with fixed coordinates and without colours. A node's
        `upright` is its place on an upright screen, `box` what it covers to each side, above and
        below, `community` the number of its community or -1. An edge's `curve` is the roundness
        of its bow in vis-network's sense, negative where it bends the other way.
    """
    pairs = _pairs(_strands(graph))
    degrees = {node: int(graph.degree(node)) for node in sorted(graph)}
    groups = communities(graph, {pair: _weight(strands) for pair, strands in pairs.items()})
    nodes = [_node(graph, node, names[node], degrees[node]) for node in degrees]
    boxes = {node["id"]: _box(node) for node in nodes}
    lengths = {pair: _length(pair, pairs[pair], boxes, degrees) for pair in pairs}
    places, upright = positions(boxes, _loosened(lengths, groups), (WIDE, TALL), groups)
    for node in nodes:
        id_, box = node["id"], boxes[node["id"]]
        node["x"], node["y"] = places[id_]
        node["box"] = [round(box.width / 2), round(box.above), round(box.below)]
        node["upright"] = upright[id_]
        node["community"] = groups.get(id_, -1)
    edges = [edge for pair in sorted(pairs) for edge in _fan(pair, pairs[pair], places)]
    return nodes, [{"id": f"e{number}"} | edge for number, edge in enumerate(edges)]


def wrapped(name: str) -> str:
    """Break a name into at most three short lines, cut with an ellipsis."""
    lines = textwrap.wrap(
        name, LABEL_WIDTH, max_lines=LABEL_LINES, placeholder=" …", break_long_words=False
    )
    cut = [line if len(line) <= LONGEST_WORD else line[: LONGEST_WORD - 1] + "…" for line in lines]
    return "\n".join(cut) or "–"


def _strands(graph: "nx.MultiDiGraph[str]") -> list[Strand]:
    bundles: dict[tuple[str, str, str, str, str], list[str]] = defaultdict(list)
    words: dict[str, int] = {"": 0}
    for subject, object_, key, edge in graph.edges(keys=True, data=True):
        relation = str(edge.get("relation") or "")
        labels = (str(edge.get(f"label_{language}") or relation) for language in ("de", "en"))
        words[relation] = max(map(len, labels))
        status = (str(edge["polarity"]), str(edge["modality"]))
        bundles[subject, object_, relation, *status].append(str(key))
    return [
        Strand(
            (subject, object_), tuple(sorted(ids)), relation, polarity, modality, words[relation]
        )
        for (subject, object_, relation, polarity, modality), ids in sorted(bundles.items())
    ]


def _pairs(strands: Iterable[Strand]) -> dict[Pair, list[Strand]]:
    """Group strands by their two nodes, whatever the direction, and merge the rarest."""

    def pair(strand: Strand) -> Pair:
        first, second = sorted(strand.ends)
        return first, second

    grouped = groupby(sorted(strands, key=pair), key=pair)
    return {ends: _merged(ends, list(group)) for ends, group in grouped}


def _merged(ends: Pair, strands: list[Strand]) -> list[Strand]:
    if len(strands) <= STRANDS:
        return strands
    ranked = sorted(strands, key=lambda strand: -len(strand.statements))
    kept, rest = ranked[: STRANDS - 1], ranked[STRANDS - 1 :]
    ids = sorted(key for strand in rest for key in strand.statements)
    return [*kept, Strand(ends, tuple(ids), "", Polarity.POSITIVE, Modality.ASSERTED, 9)]


def _weight(strands: Iterable[Strand]) -> float:
    return sqrt(sum(len(strand.statements) for strand in strands))


def _node(
    graph: "nx.MultiDiGraph[str]", node: str, names: Mapping[str, str], degree: int
) -> dict[str, Any]:
    type_ = str(graph.nodes[node].get("type") or "Other")
    growth = sqrt(degree)
    return {
        "id": node,
        "label": {language: wrapped(name) for language, name in names.items()},
        "group": type_ if type_ in SHAPES else "Other",
        "size": round(min(10 + 3.6 * growth, 34), 1),
        "font": round(min(14 + 1.6 * growth, 24)),
        "degree": degree,
    }


def _box(node: Mapping[str, Any]) -> Box:
    labels = [label.split("\n") for label in node["label"].values()]
    text = max(len(line) for lines in labels for line in lines) * node["font"] * LETTER
    below = node["size"] + 6 + max(map(len, labels)) * node["font"] * 1.2
    return Box(max(text, 2 * node["size"]), node["size"], below)


def _length(
    pair: Pair, strands: Sequence[Strand], boxes: Mapping[str, Box], degrees: Mapping[str, int]
) -> float:
    """Leave room for the longest label, and for all the spokes of a hub around it."""
    text = (max(strand.words for strand in strands) + 3) * EDGE_FONT * LETTER
    ends = [boxes[end] for end in pair]
    room = sum(max((box.above + box.below) / 2, 0.42 * box.width) for box in ends)
    spokes = 70 * max(degrees[end] for end in pair) / (2 * pi)
    return max(room + text + 30, min(spokes, 420))


def _loosened(lengths: Mapping[Pair, float], groups: Mapping[str, int]) -> dict[Pair, float]:
    """Lengthen what joins different communities, so that they stand apart."""
    if len(groups) < CROWD:
        return dict(lengths)
    return {
        (a, b): length * (1 if groups.get(a) == groups.get(b) else APART)
        for (a, b), length in lengths.items()
    }


def _fan(
    pair: Pair, strands: Sequence[Strand], places: Mapping[str, tuple[int, int]]
) -> list[dict[str, Any]]:
    (ax, ay), (bx, by) = (places[end] for end in pair)
    distance = max(hypot(ax - bx, ay - by), 1)
    middle = (len(strands) - 1) / 2
    fanned = []
    for slot, strand in enumerate(strands):
        offset = (slot - middle) * STRAND_GAP * (1 if strand.ends == pair else -1)
        loop = pair[0] == pair[1]
        fanned.append(_edge(strand) | ({"loop": slot} if loop else _curve(offset / distance)))
    return fanned


def _curve(bend: float) -> dict[str, float]:
    """Bend an edge so that its middle lies `bend` times its length beside the straight line.

    A vis-network curve of roundness r has its middle about 0.39 r lengths aside.
    """
    if abs(bend) < 1e-6:
        return {}
    return {"curve": round(max(min(bend / 0.39, 0.9), -0.9), 3)}


def _edge(strand: Strand) -> dict[str, Any]:
    return {
        "from": strand.ends[0],
        "to": strand.ends[1],
        "relation": strand.relation,
        "negative": strand.polarity == Polarity.NEGATIVE,
        "modality": strand.modality,
        "statements": list(strand.statements),
    }
