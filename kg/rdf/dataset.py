"""The way to rdflib and from it: all of rdflib that this program needs, and only on demand."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.ontology import DEFAULT_BASE
from kg.rdf.names import XSD, prefixes

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Identifier, Node


def dataset_of(quads: Iterable[ox.Quad], base: str = DEFAULT_BASE) -> "rdflib.Dataset":
    """The quads as an rdflib dataset, with the prefixes of our files.

    Args:
        quads: What it holds.
        base: IRI that the prefixes of documents, statements and events begin with.
    """
    import rdflib

    dataset = rdflib.Dataset()
    for name, space in prefixes(base).items():
        dataset.bind(name, space)
    for quad in quads:
        node = None if isinstance(quad.graph_name, ox.DefaultGraph) else _term(quad.graph_name)
        graph = dataset.graph(node) if node else dataset.default_graph
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return dataset


def to_rdflib_graph(quads: Iterable[ox.Quad]) -> "rdflib.Graph":
    """The union of all graphs as one rdflib graph."""
    import rdflib

    graph = rdflib.Graph()
    for quad in quads:
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def from_rdflib(source: "rdflib.Dataset | rdflib.Graph") -> list[ox.Quad]:
    """The quads of an rdflib dataset or graph."""
    import rdflib

    if isinstance(source, rdflib.Dataset):
        found = list(source.quads())
    else:
        found = [(*triple, None) for triple in source]
    return [
        ox.Quad(_node(s), ox.NamedNode(str(p)), _object(o), _node(g) if g else ox.DefaultGraph())
        for s, p, o, g in found
    ]


def _node(term: "Node") -> ox.NamedNode | ox.BlankNode:
    import rdflib

    return ox.BlankNode(str(term)) if isinstance(term, rdflib.BNode) else ox.NamedNode(str(term))


def _object(term: "Node") -> ox.NamedNode | ox.BlankNode | ox.Literal:
    import rdflib

    if not isinstance(term, rdflib.Literal):
        return _node(term)
    if term.language:
        return ox.Literal(str(term), language=term.language)
    return ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype or XSD + "string")))


def _term(term: object) -> "Identifier":
    import rdflib

    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if not isinstance(term, ox.Literal):
        raise TypeError(term)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    if term.datatype.value == XSD + "string":
        return rdflib.Literal(term.value)
    # Normalizing would make "01" of the text into "1".
    datatype = rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, datatype=datatype, normalize=False)
