"""Statements as reifiers of RDF 1.2 triple terms, for stores that know them."""

from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from kg.rdf.names import KG, RDF

_PARTS = tuple(RDF + name for name in ("subject", "predicate", "object"))
_REIFIES = ox.NamedNode(RDF + "reifies")


def with_triple_terms(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """The quads, and for each statement the triple that it is about: `st:… rdf:reifies <<( … )>>`.

    A triple term asserts nothing (RDF 1.2 Concepts, section 1.5), so a denied or planned statement
    may have one too. The older `rdf:subject`, `rdf:predicate` and `rdf:object` stay.

    Args:
        quads: A graph that `kg build` wrote.
    """
    given = list(quads)
    statement = ox.NamedNode(KG + "Statement")
    ours = {q.subject for q in given if q.object == statement and q.predicate.value == RDF + "type"}
    parts: defaultdict[tuple[object, object], dict[str, object]] = defaultdict(dict)
    for quad in given:
        if quad.predicate.value in _PARTS and quad.subject in ours:
            parts[quad.subject, quad.graph_name][quad.predicate.value] = quad.object
    return given + [_reified(*key, found) for key, found in parts.items() if len(found) == 3]


def _reified(reifier: object, graph: object, parts: dict[str, object]) -> ox.Quad:
    term = ox.Triple(*(parts[name] for name in _PARTS))  # type: ignore[arg-type]
    return ox.Quad(reifier, _REIFIES, term, graph)  # type: ignore[arg-type]
