"""Nodes and edges as they are drawn: sizes, wrapped labels, bundles and their curves."""

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import pi, sqrt
from typing import Any

import networkx as nx

from kg.model import Modality, Polarity
from kg.views.box import Box
from kg.views.layout import positions

LABEL_WIDTH = 24
LABEL_LINES = 3
LONGEST_WORD = 36
LETTER = 0.56
"""Mean width of a letter of the page's font, in ems."""

WIDE, TALL = 1.45, 0.6
"""Width to height of the drawing area on a desk and on a phone."""

EDGE_FONT = 13
STRANDS = 6
"""Most curves between two nodes; what is rarer is drawn as one."""

STRAND_GAP = 23.0
SHAPES = {
    "Person": "dot",
    "Organization": "square",
    "Place": "triangleDown",
    "Group": "hexagon",
    "Event": "star",
    "Product": "diamond",
    "Other": "triangle",
}
DASHES: dict[str, bool | list[int]] = {
    Modality.ASSERTED: False,
    Modality.REPORTED: [8, 5],
    Modality.PLANNED: [14, 5],
    Modality.DEMANDED: [12, 4, 2, 4],
    Modality.POSSIBLE: [2, 5],
}
DENIED = [5, 4]


@dataclass(frozen=True, slots=True)
class Strand:
    """One drawn edge: statements of one relation, polarity and modality, or the rarer rest.

    Attributes:
        ends: Subject and object.
        statements: Ids of the statements, sorted.
        relation: Relation's label, "" for the rest of a crowded pair.
    """

    ends: tuple[str, str]
    statements: tuple[str, ...]
    relation: str
    polarity: str
    modality: str


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of the page that labels need."""

    negation: str
    more: str
    quotes: tuple[str, str]


def drawn(
    graph: "nx.MultiDiGraph[str]", names: Mapping[str, str], wording: Wording, language: str
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Decide how every node and edge looks and where it stands.

    Args:
        graph: The graph of statements.
        names: Node → name to show.
        wording: Words for labels.
        language: Language of the relations' labels.

    Returns:
        vis-network nodes and edges, sorted, with fixed coordinates and without colours; a node's
        `upright` is its place on an upright screen, `box` what it covers to each side, above and
        below.
    """
    pairs = _pairs(_strands(graph, language))
    degrees = {node: int(graph.degree(node)) for node in sorted(graph)}
    nodes = [_node(graph, node, names[node], degrees[node]) for node in degrees]
    boxes = {node["id"]: _box(node) for node in nodes}
    lengths = {pair: _length(pair, pairs[pair], boxes, degrees, wording) for pair in pairs}
    places, upright = positions(boxes, lengths, (WIDE, TALL))
    for node in nodes:
        node["x"], node["y"] = places[node["id"]]
        box = boxes[node["id"]]
        node["box"] = [round(box.width / 2), round(box.above), round(box.below)]
        node["upright"] = upright[node["id"]]
    edges = [edge for pair in sorted(pairs) for edge in _fan(pair, pairs[pair], places, wording)]
    return nodes, [{"id": f"e{number}"} | edge for number, edge in enumerate(edges)]


def shape(type_: str) -> str:
    """Return the vis-network shape of an entity type."""
    return SHAPES.get(type_, SHAPES["Other"])


def wrapped(name: str) -> str:
    """Break a name into at most three short lines, cut with an ellipsis."""
    lines = textwrap.wrap(
        name, LABEL_WIDTH, max_lines=LABEL_LINES, placeholder=" …", break_long_words=False
    )
    cut = [line if len(line) <= LONGEST_WORD else line[: LONGEST_WORD - 1] + "…" for line in lines]
    return "\n".join(cut) or "–"


def label(strand: Strand, wording: Wording) -> str:
    """Write a strand's label; its punctuation tells the modality apart without colour.

    Reported statements stand in quotation marks, demanded ones end in `!`, possible ones in `?`,
    planned ones in `…`; negative ones begin with the word for not.
    """
    count = len(strand.statements)
    if not strand.relation:
        return f"+ {count} {wording.more}"
    negative = strand.polarity == Polarity.NEGATIVE
    words = f"{wording.negation}: {strand.relation}" if negative else strand.relation
    opening, closing = wording.quotes
    marks: dict[str, str] = {
        Modality.REPORTED: f"{opening}{words}{closing}",
        Modality.PLANNED: f"{words} …",
        Modality.DEMANDED: f"{words}!",
        Modality.POSSIBLE: f"{words}?",
    }
    marked = marks.get(strand.modality, words)
    return f"{marked} ×{count}" if count > 1 else marked


def _strands(graph: "nx.MultiDiGraph[str]", language: str) -> list[Strand]:
    bundles: dict[tuple[str, str, str, str, str], list[str]] = defaultdict(list)
    for subject, object_, key, edge in graph.edges(keys=True, data=True):
        relation = edge.get(f"label_{language}") or edge.get("relation") or "–"
        status = (str(edge["polarity"]), str(edge["modality"]))
        bundles[subject, object_, " ".join(relation.split()), *status].append(str(key))
    return [
        Strand((subject, object_), tuple(sorted(bundles[key])), *rest)
        for key in sorted(bundles)
        for subject, object_, *rest in [key]
    ]


def _pairs(strands: Iterable[Strand]) -> dict[tuple[str, str], list[Strand]]:
    """Group strands by their two nodes, whatever the direction, and merge the rarest."""

    def pair(strand: Strand) -> tuple[str, str]:
        first, second = sorted(strand.ends)
        return first, second

    grouped = groupby(sorted(strands, key=pair), key=pair)
    return {ends: _merged(ends, list(group)) for ends, group in grouped}


def _merged(ends: tuple[str, str], strands: list[Strand]) -> list[Strand]:
    if len(strands) <= STRANDS:
        return strands
    ranked = sorted(strands, key=lambda strand: -len(strand.statements))
    kept, rest = ranked[: STRANDS - 1], ranked[STRANDS - 1 :]
    ids = sorted(key for strand in rest for key in strand.statements)
    return [*kept, Strand(ends, tuple(ids), "", Polarity.POSITIVE, Modality.ASSERTED)]


def _node(graph: "nx.MultiDiGraph[str]", node: str, name: str, degree: int) -> dict[str, Any]:
    type_ = str(graph.nodes[node].get("type") or "Other")
    growth = sqrt(degree)
    return {
        "id": node,
        "label": wrapped(name),
        "group": type_ if type_ in SHAPES else "Other",
        "shape": shape(type_),
        "size": round(min(10 + 3.6 * growth, 34), 1),
        "font": round(min(14 + 1.6 * growth, 24)),
        "degree": degree,
    }


def _box(node: Mapping[str, Any]) -> Box:
    lines = node["label"].split("\n")
    text = max(len(line) for line in lines) * node["font"] * LETTER
    below = node["size"] + 6 + len(lines) * node["font"] * 1.2
    return Box(max(text, 2 * node["size"]), node["size"], below)


def _length(
    pair: tuple[str, str],
    strands: Sequence[Strand],
    boxes: Mapping[str, Box],
    degrees: Mapping[str, int],
    wording: Wording,
) -> float:
    """Leave room for the longest label, and for all the spokes of a hub around it."""
    text = max(len(label(strand, wording)) for strand in strands) * EDGE_FONT * LETTER
    ends = [boxes[end] for end in pair]
    room = sum(max((box.above + box.below) / 2, 0.42 * box.width) for box in ends)
    spokes = 70 * max(degrees[end] for end in pair) / (2 * pi)
    return max(room + text + 30, min(spokes, 420))


def _fan(
    pair: tuple[str, str],
    strands: Sequence[Strand],
    places: Mapping[str, tuple[int, int]],
    wording: Wording,
) -> list[dict[str, Any]]:
    (ax, ay), (bx, by) = (places[end] for end in pair)
    distance = max(sqrt((ax - bx) ** 2 + (ay - by) ** 2), 1)
    middle = (len(strands) - 1) / 2
    fanned = []
    for slot, strand in enumerate(strands):
        offset = (slot - middle) * STRAND_GAP * (1 if strand.ends == pair else -1)
        curve = _loop(slot) if pair[0] == pair[1] else _curve(offset / distance)
        fanned.append(_edge(strand, wording) | curve)
    return fanned


def _curve(bend: float) -> dict[str, Any]:
    """Bend an edge so that its middle lies `bend` times its length beside the straight line.

    A vis-network curve of roundness r has its middle about 0.39 r lengths aside.
    """
    if abs(bend) < 1e-6:
        return {"smooth": False}
    kind = "curvedCW" if bend > 0 else "curvedCCW"
    return {"smooth": {"type": kind, "roundness": round(min(abs(bend) / 0.39, 0.9), 3)}}


def _loop(slot: int) -> dict[str, Any]:
    return {"smooth": False, "selfReference": {"size": 22 + 10 * slot, "angle": 0.8}}


def _edge(strand: Strand, wording: Wording) -> dict[str, Any]:
    negative = strand.polarity == Polarity.NEGATIVE
    dashes = DASHES.get(strand.modality, False) or (DENIED if negative else False)
    return {
        "from": strand.ends[0],
        "to": strand.ends[1],
        "label": label(strand, wording),
        "negative": negative,
        "modality": strand.modality,
        "dashes": dashes,
        "statements": list(strand.statements),
    }
