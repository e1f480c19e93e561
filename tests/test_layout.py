"""Where the nodes stand."""

import networkx as nx

from kg.views.box import Box
from kg.views.communities import communities
from kg.views.layout import positions
from kg.views.packing import pack

Places = dict[str, tuple[int, int]]


def overlaps(places: Places, width: int, height: int) -> int:
    spots = sorted(places.values())
    return sum(
        abs(x - other_x) < width and abs(y - other_y) < height
        for number, (x, y) in enumerate(spots)
        for other_x, other_y in spots[number + 1 :]
    )


def test_boxes_of_a_layout_do_not_overlap() -> None:
    star = nx.star_graph(40)
    boxes = {str(node): Box(110, 15, 35) for node in range(45)}
    lengths = {(str(a), str(b)): 180.0 for a, b in star.edges}
    (places,) = positions(boxes, lengths, [1.4], {})
    assert overlaps(places, 110, 50) == 0


def caves() -> "nx.Graph[int]":
    graph: nx.Graph[int] = nx.connected_caveman_graph(12, 16)
    return graph


def test_communities_of_a_large_graph_stand_apart() -> None:
    graph = caves()
    boxes = {str(node): Box(100, 12, 30) for node in graph}
    lengths = {(str(a), str(b)): 160.0 for a, b in graph.edges}
    groups = communities(boxes, dict.fromkeys(lengths, 1.0))
    (places,) = positions(boxes, lengths, [1.4], groups)
    assert overlaps(places, 100, 42) == 0
    for number in set(groups.values()):
        own = [places[node] for node in groups if groups[node] == number]
        (left, right), (top, bottom) = ((min(c), max(c)) for c in zip(*own, strict=True))
        others = [places[node] for node in groups if groups[node] != number]
        assert not any(left <= x <= right and top <= y <= bottom for x, y in others)


def test_communities_are_those_that_one_sees_the_largest_first() -> None:
    graph = caves()
    lonely = [str(node) for node in (*graph, "einsam", "zu zweit", "zu zweit 2")]
    weights = {(str(a), str(b)): 1.0 for a, b in graph.edges} | {("zu zweit", "zu zweit 2"): 1.0}
    found = communities(lonely, weights)
    assert set(found) == {str(node) for node in graph}
    assert set(found.values()) == set(range(12))
    assert found == communities(reversed(lonely), dict(reversed(weights.items())))


def test_pack_keeps_rectangles_apart() -> None:
    sizes = [(400.0, 300.0), (100.0, 80.0), (90.0, 200.0), (50.0, 50.0), (50.0, 50.0)]
    placed = list(zip(pack(sizes, 1.4), sizes, strict=True))
    for number, ((x, y), (width, height)) in enumerate(placed):
        for (left, top), (wide, high) in placed[number + 1 :]:
            assert x + width <= left or left + wide <= x or y + height <= top or top + high <= y
