"""The passages that statements rest on as W3C Web Annotations, for annotation tools.

Web Annotation Data Model and Vocabulary, W3C Recommendations of 2017-02-23. The body of an
annotation is the statement, its target a passage of the article by position and by quotation.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeGuard

import pyoxigraph as ox

from kg.rdf.names import KG, NIF, OA, RDF, typed

_PASSAGE = tuple(NIF + name for name in ("anchorOf", "beginIndex", "endIndex", "referenceContext"))
_Pair = tuple[ox.NamedNode, str, ox.NamedNode | ox.Literal | None]


def with_annotations(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """The quads and an annotation for each statement, in the statement's graph.

    Args:
        quads: A graph that `kg build` wrote. Offsets count Unicode code points from 0, the end
            excluded, which is also how a TextPositionSelector counts.
    """
    given = list(quads)
    passages: defaultdict[object, dict[str, object]] = defaultdict(dict)
    for quad in given:
        if quad.predicate.value in _PASSAGE:
            passages[quad.subject][quad.predicate.value] = quad.object
    resting = (quad for quad in given if quad.predicate.value == KG + "evidence")
    return given + [made for quad in resting for made in _annotation(quad, passages[quad.object])]


def _annotation(evidence: ox.Quad, passage: Mapping[str, object]) -> Iterator[ox.Quad]:
    """The annotation of the statement that has this evidence."""
    statement = ox.NamedNode(str(evidence.subject)[1:-1])
    iri = statement.value.replace("/statement/", "/annotation/")
    for subject, predicate, object_ in _described(iri, statement, passage):
        if object_ is not None:
            yield ox.Quad(subject, ox.NamedNode(predicate), object_, evidence.graph_name)


def _described(iri: str, statement: ox.NamedNode, passage: Mapping[str, object]) -> Iterator[_Pair]:
    parts = ("", "#target", "#position", "#quote")
    node, target, position, quotation = (ox.NamedNode(iri + part) for part in parts)
    words, begin, end, article = (passage.get(name) for name in _PASSAGE)
    yield node, RDF + "type", _oa("Annotation")
    yield node, OA + "motivatedBy", _oa("describing")
    yield node, OA + "hasBody", statement
    yield node, OA + "hasTarget", target
    yield target, RDF + "type", _oa("SpecificResource")
    yield target, OA + "hasSource", article if isinstance(article, ox.NamedNode) else None
    yield target, OA + "hasSelector", position
    yield target, OA + "hasSelector", quotation
    yield position, RDF + "type", _oa("TextPositionSelector")
    yield position, OA + "start", _offset(begin)
    yield position, OA + "end", _offset(end)
    yield quotation, RDF + "type", _oa("TextQuoteSelector")
    yield quotation, OA + "exact", ox.Literal(words.value) if _is_text(words) else None


def _oa(name: str) -> ox.NamedNode:
    return ox.NamedNode(OA + name)


def _is_text(term: object) -> TypeGuard[ox.Literal]:
    return isinstance(term, ox.Literal)


def _offset(term: object) -> ox.Literal | None:
    return typed(term.value, "nonNegativeInteger") if _is_text(term) else None
