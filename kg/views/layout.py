"""Positions of nodes, computed before the page is written.

Each component is drawn by stress majorization (Gansner, Koren, North 2004) from a classical
scaling of its distances (Brandes, Pich 2007), with a sample of pivots where it is large (Ortmann,
Klimenta, Brandes 2016). Overlapping boxes are pushed apart, and of several turns and starts of a
small component the most legible one is kept. Then components are packed. Same input, same
positions.
"""

from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from kg.views.box import Box
from kg.views.clutter import clutter

Point = tuple[float, float]
Rectangle = tuple[float, float]
Step = tuple[float, float, float]  # left, right and height of a part of the skyline
Points = NDArray[np.float64]
Indices = NDArray[np.intp]

GAP = 16.0
COMPONENT_GAP = 40.0
CROWD = 8
PIVOTS = 150
STARTS = 3
STRESS_ROUNDS = 200
STRIPS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.4, 1.6)
TRIED_NODES = 100
TURNS = (0, 12, -12, 25, -25, 40, -40, 60, -60, 90)
PUSH_ROUNDS = 150
ROOM = 2.2
SEED = 20230919


def positions(
    boxes: Mapping[str, Box],
    lengths: Mapping[tuple[str, str], float],
    aspects: Sequence[float],
) -> list[dict[str, tuple[int, int]]]:
    """Place every node, once for each shape of the drawing area.

    Args:
        boxes: Node → the box that it and its label cover.
        lengths: Pair of linked nodes → wanted distance of their centres in pixels.
        aspects: Width of the drawing area to its height.

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
    drawn = [_component(part, nodes, boxes, aspects) for part, nodes in parts]
    chosen = [[drawings[number] for drawings in drawn] for number in range(len(aspects))]
    return [
        _packed(components, points, boxes, aspect)
        for points, aspect in zip(chosen, aspects, strict=True)
    ]


def _component(
    graph: "nx.Graph[str]", nodes: Sequence[str], boxes: Mapping[str, Box], aspects: Sequence[float]
) -> list[Points]:
    """Draw a component, once for each aspect."""
    if len(nodes) == 1:
        return [np.zeros((1, 2)) for _ in aspects]
    own = [boxes[node] for node in nodes]
    pivots, distances = _distances(graph, nodes)
    links = _links(graph, nodes)
    small = len(nodes) <= TRIED_NODES
    starts, angles = (STARTS, TURNS) if small else (1, (0,))
    candidates = [
        _apart(turned, own)
        for seed in range(SEED, SEED + starts)
        for turned in _turns(_stress(_scaled(distances, seed), pivots, distances, links), angles)
    ]
    if len(candidates) == 1:
        return candidates * len(aspects)
    # min keeps the first of equals, so the choice is stable.
    return [min(candidates, key=lambda p: clutter(p, own, links[0], at)) for at in aspects]


def _distances(graph: "nx.Graph[str]", nodes: Sequence[str]) -> tuple[Indices, Points]:
    """Distances from every node to the pivots: all nodes, or a sample far from each other."""
    pivots = [max(range(len(nodes)), key=lambda i: (graph.degree(nodes[i]), -i))]
    columns: list[Points] = []
    nearest = np.full(len(nodes), np.inf)
    for _ in range(min(PIVOTS, len(nodes))):
        reached = nx.single_source_dijkstra_path_length(graph, nodes[pivots[-1]])
        columns.append(np.array([reached[node] for node in nodes], dtype=np.float64))
        nearest = np.minimum(nearest, columns[-1])
        pivots.append(int(np.argmax(nearest)))
    return np.array(pivots[:-1]), np.column_stack(columns)


def _scaled(distances: Points, seed: int) -> Points:
    """Pivot scaling: the first two principal axes of the doubly centred squared distances."""
    squares = distances**2
    centred = squares - squares.mean(axis=0) - squares.mean(axis=1, keepdims=True)
    centred = -0.5 * (centred + squares.mean())
    _, axes = np.linalg.eigh(centred.T @ centred)
    points: Points = centred @ axes[:, -2:] if axes.shape[1] > 1 else centred @ axes
    points *= distances.mean() / max(float(np.abs(points).max()), 1e-9)
    # Leaves of one hub fall together: a fixed disturbance gives each a direction of its own.
    noise = np.random.default_rng(seed).normal(size=points.shape)
    jittered: Points = points + 0.08 * distances.mean() * noise
    return jittered


def _links(graph: "nx.Graph[str]", nodes: Sequence[str]) -> tuple[Indices, Points]:
    index = {node: i for i, node in enumerate(nodes)}
    edges = sorted((index[a], index[b], link["weight"]) for a, b, link in graph.edges(data=True))
    both = [(a, b) for a, b, _ in edges] + [(b, a) for a, b, _ in edges]
    return np.array(both), np.array([weight for *_, weight in edges] * 2, dtype=np.float64)


def _stress(
    points: Points,
    pivots: Indices,
    distances: Points,
    links: tuple[Indices, Points],
) -> Points:
    """Move each node to where its wanted distances want it on average, damped, many times."""
    weights = np.where(distances > 0, 1 / np.maximum(distances, 1e-9) ** 2, 0.0)
    (ends, others), wanted = links[0].T, links[1]
    near = 1 / wanted**2
    total = weights.sum(axis=1)
    np.add.at(total, ends, near)
    for _ in range(STRESS_ROUNDS):
        pull = _pull(points[:, None] - points[pivots][None], points[pivots][None], distances)
        target = np.einsum("ij,ijk->ik", weights, pull)
        pull = _pull(points[ends] - points[others], points[others], wanted)
        np.add.at(target, ends, near[:, None] * pull)
        points = points + 0.7 * (target / total[:, None] - points)
    return points


def _pull(difference: Points, anchor: Points, wanted: Points) -> Points:
    """The point in direction `difference` from `anchor` at the wanted distance."""
    norm = np.maximum(np.linalg.norm(difference, axis=-1), 1e-9)
    pulled: Points = anchor + difference * (wanted / norm)[..., None]
    return pulled


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


def pack(sizes: Sequence[Rectangle], aspect: float) -> list[Point]:
    """Place rectangles side by side so that they can be shown as large as possible.

    Bottom-left placement on a skyline: each goes where its top comes to lie highest. Several
    widths of the strip are tried.

    Args:
        sizes: `(width, height)` of each, the largest first for a dense result.
        aspect: Width of the drawing area to its height.

    Returns:
        The upper left corner of each, without overlaps.
    """
    grown = [(width + COMPONENT_GAP, height + COMPONENT_GAP) for width, height in sizes]
    widest = max((width for width, _ in grown), default=0.0)
    fair = max(widest, (sum(width * height for width, height in grown) * aspect) ** 0.5)
    strips = sorted({widest, *(max(widest, fair * factor) for factor in STRIPS)})
    return min((_filled(grown, strip) for strip in strips), key=lambda c: _extent(c, grown, aspect))


def _extent(corners: Sequence[Point], sizes: Sequence[Rectangle], aspect: float) -> float:
    pairs = list(zip(corners, sizes, strict=True))
    width = max((x + w for (x, _), (w, _) in pairs), default=0.0)
    return max([width / aspect, *(y + h for (_, y), (_, h) in pairs)])


def _filled(sizes: Sequence[Rectangle], strip: float) -> list[Point]:
    skyline: list[Step] = [(0.0, strip, 0.0)]
    corners: list[Point] = []
    for width, height in sizes:
        x, y = _lowest(skyline, width, strip)
        corners.append((x, y))
        skyline = _raised(skyline, x, x + width, y + height)
    return corners


def _lowest(skyline: Sequence[Step], width: float, strip: float) -> Point:
    fitting = [i for i, (left, _, _) in enumerate(skyline) if left + width <= strip + 1e-6] or [0]
    y, i = min((_top(skyline, i, width), i) for i in fitting)
    return skyline[i][0], y


def _top(skyline: Sequence[Step], first: int, width: float) -> float:
    """The lowest point below a box that starts with a step; only steps under it are looked at."""
    right, highest = skyline[first][0] + width - 1e-6, skyline[first][2]
    for left, _, y in skyline[first + 1 :]:
        if left >= right:
            break
        highest = max(highest, y)
    return highest


def _raised(skyline: Sequence[Step], left: float, right: float, y: float) -> list[Step]:
    rest = [(a, min(b, left), h) for a, b, h in skyline if a < left]
    rest += [(max(a, right), b, h) for a, b, h in skyline if b > right]
    return sorted([*rest, (left, right, y)])
