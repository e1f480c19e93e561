"""Groups of entities that have more to do with each other than with the rest."""

from collections.abc import Iterable, Mapping

import networkx as nx

SMALLEST = 3
SEED = 20230919


def communities(nodes: Iterable[str], weights: Mapping[tuple[str, str], float]) -> dict[str, int]:
    """Find communities by the Louvain method (Blondel and others 2008).

    Args:
        nodes: All nodes.
        weights: Pair of linked nodes → strength of the link.

    Returns:
        Node → number of its community, the largest being 0. Nodes of communities below three
        have none.
    """
    names = sorted(nodes)
    index = {name: i for i, name in enumerate(names)}
    # The order of a set of numbers, unlike that of strings, is the same in every process.
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(names)))
    for (one, other), weight in sorted(weights.items()):
        if one != other:
            graph.add_edge(index[one], index[other], weight=weight)
    found = [sorted(group) for group in nx.community.louvain_communities(graph, seed=SEED)]
    kept = sorted((g for g in found if len(g) >= SMALLEST), key=lambda g: (-len(g), g))
    return {names[i]: number for number, group in enumerate(kept) for i in group}
