"""Rectangles side by side, as large as a screen can show them."""

from collections.abc import Sequence

Point = tuple[float, float]
Rectangle = tuple[float, float]
Step = tuple[float, float, float]  # left, right and height of a part of the skyline

COMPONENT_GAP = 40.0
STRIPS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.4, 1.6)


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
