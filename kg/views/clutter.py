"""How hard a drawing is to read."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kg.views.box import Box

Points = NDArray[np.float64]

THROUGH_NODE = 4.0
THROUGH_OWN_LABEL = 1.0
CROSSING = 1.0
MISFIT = 4.0
SHAPELESS = 6


def clutter(points: Points, boxes: Sequence[Box], links: NDArray[np.intp], aspect: float) -> float:
    """Rate a drawing: the lower, the easier to read.

    Args:
        points: Centres of the nodes.
        boxes: What each node and its label cover.
        links: Pairs of indices; a pair may stand in both directions.
        aspect: Width of the drawing area to its height.

    Returns:
        Weighted number of edges that cross each other, run through another node or its label,
        or leave through the label of their own node, plus how badly a screen is filled.
    """
    pairs = links[links[:, 0] < links[:, 1]]
    start, end = points[pairs[:, 0]], points[pairs[:, 1]]
    hits = _hits(start, end, points, boxes)
    rows = np.arange(len(pairs))
    own = hits[rows, pairs[:, 0]].sum() + hits[rows, pairs[:, 1]].sum()
    others = hits.sum() - own
    labels = _labels_hit(start, end, pairs, points, boxes)
    crossings = _crossings(start, end, pairs)
    cost = THROUGH_NODE * others + THROUGH_OWN_LABEL * labels + CROSSING * crossings
    return float(cost + _misfit(points, boxes, aspect))


def _hits(start: Points, end: Points, points: Points, boxes: Sequence[Box]) -> NDArray[np.bool_]:
    """Segment × box: whether they meet (slab method)."""
    low, high = points - _corner(boxes, "above"), points + _corner(boxes, "below")
    return _meet(start[:, None], end[:, None], low[None], high[None])


def _corner(boxes: Sequence[Box], side: str) -> Points:
    return np.array([[box.width / 2, getattr(box, side)] for box in boxes])


def _meet(start: Points, end: Points, low: Points, high: Points) -> NDArray[np.bool_]:
    way = end - start
    way = np.where(np.abs(way) < 1e-9, 1e-9, way)
    one, two = (low - start) / way, (high - start) / way
    enter = np.minimum(one, two).max(axis=-1)
    leave = np.maximum(one, two).min(axis=-1)
    met: NDArray[np.bool_] = (enter < leave) & (leave > 0) & (enter < 1)
    return met


def _labels_hit(
    start: Points,
    end: Points,
    pairs: NDArray[np.intp],
    points: Points,
    boxes: Sequence[Box],
) -> int:
    """Count edges that leave one of their own ends through its label."""
    high = points + _corner(boxes, "below")
    low = points + _corner(boxes, "above") * [-1, 1]
    sides = (pairs[:, 0], pairs[:, 1])
    return sum(int(_meet(start, end, low[side], high[side]).sum()) for side in sides)


def _crossings(start: Points, end: Points, pairs: NDArray[np.intp]) -> int:
    def side(a: Points, b: Points, c: Points) -> Points:
        (abx, aby), (acx, acy) = np.moveaxis(b - a, -1, 0), np.moveaxis(c - a, -1, 0)
        turned: Points = abx * acy - aby * acx
        return turned

    a, b, c, d = start[:, None], end[:, None], start[None], end[None]
    cross = (side(a, b, c) * side(a, b, d) < 0) & (side(c, d, a) * side(c, d, b) < 0)
    shared = (pairs[:, None, :, None] == pairs[None, :, None, :]).any(axis=(2, 3))
    return int((cross & ~shared).sum()) // 2


def _misfit(points: Points, boxes: Sequence[Box], aspect: float) -> float:
    """How far the drawing is from the shape of its area; a handful of nodes has no shape."""
    if len(points) < SHAPELESS:
        return 0.0
    width, height = np.ptp(points, axis=0) + 2 * _corner(boxes, "below").mean(axis=0)
    return MISFIT * float(abs(np.log(width / height / aspect)))
