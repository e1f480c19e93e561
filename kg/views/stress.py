"""Stress majorization: points whose distances are as near as possible to those in the graph.

After Gansner, Koren, North (2004), from a classical scaling of the distances (Brandes, Pich 2007),
with a sample of pivots where the graph is large (Ortmann, Klimenta, Brandes 2016).
"""

from collections.abc import Sequence
from heapq import heappop, heappush

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Indices = NDArray[np.intp]
Links = tuple[Indices, Points]
"""Pairs of indices in both directions, and the wanted length of each."""

PIVOTS = 150
FEWEST_PIVOTS = 40
PIVOT_ROOM = 120_000
"""Most distances that are kept before a large graph gets fewer pivots."""

ROUNDS = 200
STILL = 0.002
"""A round that moves the nodes by less, in mean distances of the graph, is the last."""


def links_of(graph: "nx.Graph[str]", nodes: Sequence[str]) -> Links:
    """The edges of a graph between the indices of its nodes, with their weights as lengths."""
    index = {node: i for i, node in enumerate(nodes)}
    edges = sorted((index[a], index[b], link["weight"]) for a, b, link in graph.edges(data=True))
    both = [(a, b) for a, b, _ in edges] + [(b, a) for a, b, _ in edges]
    return np.array(both), np.array([weight for *_, weight in edges] * 2, dtype=np.float64)


def distances_to_pivots(links: Links, count: int) -> tuple[Indices, Points]:
    """Distances in a connected graph from every node to some that lie far from each other.

    Args:
        links: The edges.
        count: Number of nodes.

    Returns:
        The pivots: all nodes of a small graph, beginning with the best connected; and node ×
        pivot the length of the shortest path.
    """
    neighbours: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    for (a, b), length in zip(links[0].tolist(), links[1].tolist(), strict=True):
        neighbours[a].append((b, length))
    pivots = [max(range(count), key=lambda i: (len(neighbours[i]), -i))]
    columns: list[Points] = []
    nearest = np.full(count, np.inf)
    for _ in range(min(count, max(FEWEST_PIVOTS, min(PIVOTS, PIVOT_ROOM // count)))):
        columns.append(_reach(neighbours, pivots[-1]))
        nearest = np.minimum(nearest, columns[-1])
        pivots.append(int(np.argmax(nearest)))
    return np.array(pivots[:-1]), np.column_stack(columns)


def _reach(neighbours: Sequence[Sequence[tuple[int, float]]], start: int) -> Points:
    """Dijkstra's shortest paths; networkx's own, for any graph, takes four times as long."""
    found = [np.inf] * len(neighbours)
    found[start] = 0.0
    queue = [(0.0, start)]
    while queue:
        distance, node = heappop(queue)
        if distance > found[node]:
            continue
        for other, length in neighbours[node]:
            if distance + length < found[other]:
                found[other] = distance + length
                heappush(queue, (found[other], other))
    return np.array(found, dtype=np.float64)


def scaled(distances: Points) -> Points:
    """Pivot scaling: the first two principal axes of the doubly centred squared distances."""
    squares = distances**2
    centred = squares - squares.mean(axis=0) - squares.mean(axis=1, keepdims=True)
    centred = -0.5 * (centred + squares.mean())
    _, axes = np.linalg.eigh(centred.T @ centred)
    points: Points = centred @ axes[:, -2:] if axes.shape[1] > 1 else centred @ axes
    points *= distances.mean() / max(float(np.abs(points).max()), 1e-9)
    return points


def shaken(points: Points, distances: Points, seed: int) -> Points:
    """Give the leaves of one hub, which scaling lets fall together, directions of their own."""
    noise = np.random.default_rng(seed).normal(size=points.shape)
    moved: Points = points + 0.08 * distances.mean() * noise
    return moved


def majorized(points: Points, pivots: Indices, distances: Points, links: Links) -> Points:
    """Move each node to where its wanted distances want it on average, damped, many times."""
    weights = np.where(distances > 0, 1 / np.maximum(distances, 1e-9) ** 2, 0.0)
    (ends, others), wanted = links[0].T, links[1]
    near = 1 / wanted**2
    total = weights.sum(axis=1) + np.bincount(ends, near, len(points))
    still = STILL * float(distances.mean())
    for _ in range(ROUNDS):
        anchors = points[pivots]
        # Where a node should be by one pivot is pivot + difference * wanted / actual distance.
        pull = weights * distances / _far(points[:, None] - anchors[None])
        target = (weights - pull) @ anchors + points * pull.sum(axis=1)[:, None]
        way = points[ends] - points[others]
        by = near[:, None] * (points[others] + way * (wanted / _far(way))[:, None])
        target += np.column_stack([np.bincount(ends, by[:, i], len(points)) for i in (0, 1)])
        step = 0.7 * (target / total[:, None] - points)
        points = points + step
        if float(np.abs(step).mean()) < still:
            break
    return points


def _far(way: Points) -> Points:
    length: Points = np.sqrt(way[..., 0] ** 2 + way[..., 1] ** 2)
    return np.maximum(length, 1e-9)
