"""Positions of nodes, computed before the page is written.

Each component is drawn by stress majorization. Overlapping boxes are pushed apart, and of several
turns and starts of a small component the most legible one is kept. Of a large component each
community is drawn on its own, and the communities are then laid out like nodes. Last, components
are packed. Same input, same positions.
"""

from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

from kg.views.box import Box
from kg.views.clutter import clutter
from kg.views.packing import pack
from kg.views.stress import distances_to_pivots, links_of, majorized, scaled, shaken

Points = NDArray[np.float64]
Indices = NDArray[np.intp]

GAP = 16.0
CROWD = 8
STARTS = 3
TRIED_NODES = range(5, 101)
"""Sizes of components of which several drawings are tried: fewer nodes leave little to choose."""

CLUSTERED = 150
CLUSTER_GAP = 60.0
TURNS = (0, 12, -12, 25, -25, 40, -40, 60, -60, 90)
PUSH_ROUNDS = 150
ROOM = 2.2
SEED = 20230919


def positions(
    boxes: Mapping[str, Box],
    lengths: Mapping[tuple[str, str], float],
    aspects: Sequence[float],
    groups: Mapping[str, int],
) -> list[dict[str, tuple[int, int]]]:
    """Place every node, once for each shape of the drawing area.

    Args:
        boxes: Node → the box that it and its label cover.
        lengths: Pair of linked nodes → wanted distance of their centres in pixels.
        aspects: Width of the drawing area to its height.
        groups: Node → its community; nodes may be missing.

    Returns:
        For each aspect, node → centre in whole pixels, y downwards; boxes do not overlap within
        a component unless it is extremely dense, and never between components.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(boxes))
    graph.add_weighted_edges_from((a, b, lengths[a, b]) for a, b in sorted(lengths) if a != b)
    components = [sorted(component) for component in nx.connected_components(graph)]
    components.sort(key=lambda component: (-len(component), component))
    parts = [(graph.subgraph(nodes).copy(), nodes) for nodes in components]
    # On one thread: the others would wait for each other, and sums would depend on their number.
    with threadpool_limits(limits=1, user_api="blas"):
        drawn = [_component(part, nodes, boxes, aspects, groups) for part, nodes in parts]
    chosen = [[drawings[number] for drawings in drawn] for number in range(len(aspects))]
    return [
        _packed(components, points, boxes, aspect)
        for points, aspect in zip(chosen, aspects, strict=True)
    ]


def _component(
    graph: "nx.Graph[str]",
    nodes: Sequence[str],
    boxes: Mapping[str, Box],
    aspects: Sequence[float],
    groups: Mapping[str, int],
) -> list[Points]:
    """Draw a component, once for each aspect."""
    if len(nodes) > CLUSTERED:
        return [_clustered(graph, nodes, boxes, groups)] * len(aspects)
    tried = (STARTS, TURNS) if len(nodes) in TRIED_NODES else (1, (0,))
    candidates = _drawings(graph, nodes, boxes, *tried)
    if len(candidates) == 1:
        return candidates * len(aspects)
    own, links = [boxes[node] for node in nodes], links_of(graph, nodes)[0]
    # min keeps the first of equals, so the choice is stable.
    return [min(candidates, key=lambda p: clutter(p, own, links, at)) for at in aspects]


def _drawings(
    graph: "nx.Graph[str]",
    nodes: Sequence[str],
    boxes: Mapping[str, Box],
    starts: int,
    angles: Sequence[float],
) -> list[Points]:
    """Draw a connected graph from several starts, each drawing turned by several angles."""
    if len(nodes) == 1:
        return [np.zeros((1, 2))]
    own = [boxes[node] for node in nodes]
    links = links_of(graph, nodes)
    pivots, distances = distances_to_pivots(links, len(nodes))
    start = scaled(distances)
    return [
        _apart(turned, own)
        for seed in range(SEED, SEED + starts)
        for turned in _turns(
            majorized(shaken(start, distances, seed), pivots, distances, links), angles
        )
    ]


def _clustered(
    graph: "nx.Graph[str]",
    nodes: Sequence[str],
    boxes: Mapping[str, Box],
    groups: Mapping[str, int],
) -> Points:
    """Draw each community on its own, then lay out the communities as if they were nodes."""
    parts = _parts(graph, groups)
    drawn = [_drawings(graph.subgraph(p), p, boxes, 1, (0,))[0] for p in parts]
    framed = [_frame(q, [boxes[n] for n in p]) for q, p in zip(drawn, parts, strict=True)]
    whole = {f"{i:06}": _around(frame) for i, frame in enumerate(framed)}
    names = list(whole)
    centres = _drawings(_joined(graph, parts, whole), names, whole, 1, (0,))[0]
    placed = {
        node: point - np.array([(left + right) / 2, (top + bottom) / 2]) + centre
        for part, points, (left, top, right, bottom), centre in zip(
            parts, drawn, framed, centres, strict=True
        )
        for node, point in zip(part, points, strict=True)
    }
    return np.array([placed[node] for node in nodes])


def _parts(graph: "nx.Graph[str]", groups: Mapping[str, int]) -> list[list[str]]:
    """The connected parts of communities, each sorted; nodes without a community together."""
    inner = graph.edge_subgraph(
        (a, b) for a, b in graph.edges if groups.get(a, -1) == groups.get(b, -1)
    )
    found = [sorted(part) for part in nx.connected_components(inner)]
    return sorted([*found, *([node] for node in graph if node not in inner)])


def _around(frame: tuple[float, float, float, float]) -> Box:
    left, top, right, bottom = frame
    high = (bottom - top + CLUSTER_GAP) / 2
    return Box(right - left + CLUSTER_GAP, high, high)


def _joined(
    graph: "nx.Graph[str]", parts: Sequence[Sequence[str]], whole: Mapping[str, Box]
) -> "nx.Graph[str]":
    """The graph of the parts, each a node, with lengths that keep neighbours side by side."""
    name = {node: f"{i:06}" for i, part in enumerate(parts) for node in part}
    joined: nx.Graph[str] = nx.Graph()
    joined.add_nodes_from(whole)
    for a, b in graph.edges:
        one, two = whole[name[a]], whole[name[b]]
        if name[a] != name[b]:
            apart = (np.hypot(one.width, 2 * one.above) + np.hypot(two.width, 2 * two.above)) / 2.6
            joined.add_edge(name[a], name[b], weight=float(apart))
    return joined


def _turns(points: Points, angles: Sequence[float]) -> list[Points]:
    """Turn the longest axis to the horizontal, as screens and labels are wide, or near to it."""
    centred = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    turned: Points = centred @ axes[:, ::-1]
    # An eigenvector's sign is arbitrary: let the first node be at the upper left.
    turned = turned * np.where(turned[0] > 0, -1.0, 1.0)
    return [_rotated(turned, angle) for angle in angles]


def _rotated(points: Points, degrees: float) -> Points:
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    rotated: Points = points @ np.array([[cosine, -sine], [sine, cosine]])
    return rotated


def _apart(points: Points, boxes: Sequence[Box]) -> Points:
    """Push overlapping boxes apart along the axis that needs less, until none overlap."""
    half: Points = np.array([[box.width + GAP, box.above + box.below + GAP] for box in boxes]) / 2
    shift: Points = np.array([[0.0, (box.below - box.above) / 2] for box in boxes])
    centres: Points = _roomy(points, half) + shift
    for number in range(PUSH_ROUNDS):
        one, two = _overlapping(centres, half)
        if not len(one):
            break
        _push(centres, half, one, two)
        # A crowd that pushing does not loosen gets more room.
        centres *= 1.02 if number > PUSH_ROUNDS // 3 else 1
    return np.subtract(centres, shift)


def _roomy(points: Points, half: Points) -> Points:
    """Enlarge a crowded drawing, so that pushing need not destroy its shape."""
    if len(points) < CROWD:
        return points
    needed = ROOM * float((4 * half[:, 0] * half[:, 1]).sum())
    given = float(np.prod(np.ptp(points, axis=0) + half.mean(axis=0)))
    roomy: Points = points * max(1.0, (needed / given) ** 0.5)
    return roomy


def _overlapping(centres: Points, half: Points) -> tuple[Indices, Indices]:
    """Find the pairs of overlapping boxes by comparing neighbours in the order of left sides."""
    order = np.argsort(centres[:, 0] - half[:, 0], kind="stable")
    low, high = (centres - half)[order] + 0.5, (centres + half)[order]
    pairs: list[tuple[Indices, Indices]] = []
    for step in range(1, len(order)):
        meet = low[step:, 0] < high[:-step, 0]
        if not meet.any():
            break
        meet &= (low[step:, 1] < high[:-step, 1]) & (low[:-step, 1] < high[step:, 1])
        found = np.nonzero(meet)[0]
        pairs.append((order[found], order[found + step]))
    ones, twos = zip(*pairs, strict=True) if pairs else ((), ())
    none = [np.zeros(0, dtype=np.intp)]
    return np.concatenate([*ones, *none]), np.concatenate([*twos, *none])


def _push(centres: Points, half: Points, one: Indices, two: Indices) -> None:
    """Move each box of the pairs by half of what they overlap."""
    way = centres[two] - centres[one]
    overlap = half[one] + half[two] - np.abs(way)
    axis = np.argmin(overlap, axis=1)
    rows = np.arange(len(one))
    push = np.where(way[rows, axis] >= 0, 0.5, -0.5) * (overlap[rows, axis] + 0.1)
    np.add.at(centres, (two, axis), push)
    np.add.at(centres, (one, axis), -push)


def _packed(
    components: Sequence[Sequence[str]],
    drawn: Sequence[Points],
    boxes: Mapping[str, Box],
    aspect: float,
) -> dict[str, tuple[int, int]]:
    frames = [_frame(p, [boxes[n] for n in c]) for c, p in zip(components, drawn, strict=True)]
    sizes = [(right - left, bottom - top) for left, top, right, bottom in frames]
    placed: dict[str, tuple[int, int]] = {}
    corners = pack(sizes, aspect)
    for nodes, points, frame, corner in zip(components, drawn, frames, corners, strict=True):
        moved = points - np.array(frame[:2]) + np.array(corner)
        placed |= {node: (round(x), round(y)) for node, (x, y) in zip(nodes, moved, strict=True)}
    return placed


def _frame(points: Points, boxes: Sequence[Box]) -> tuple[float, float, float, float]:
    pairs = list(zip(points.tolist(), boxes, strict=True))
    return (
        min(x - box.width / 2 for (x, _), box in pairs),
        min(y - box.above for (_, y), box in pairs),
        max(x + box.width / 2 for (x, _), box in pairs),
        max(y + box.below for (_, y), box in pairs),
    )
