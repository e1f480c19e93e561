"""What the endpoint says of itself (SPARQL 1.1 Service Description)."""

import pyoxigraph as ox

from kg.rdf.names import RDF
from kg.serve.answer import Answer
from kg.serve.graph import Graph
from kg.serve.negotiation import preferred
from kg.serve.sparql import GRAPHS, written

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = {
    "application/sparql-results+json": "SPARQL_Results_JSON",
    "application/sparql-results+xml": "SPARQL_Results_XML",
    "text/csv": "SPARQL_Results_CSV",
    "text/tab-separated-values": "SPARQL_Results_TSV",
    "text/turtle": "Turtle",
    "application/n-triples": "N-Triples",
    "application/ld+json": "JSON-LD",
    "application/rdf+xml": "RDF_XML",
}


def describe_service(
    graph: Graph, *, address: str, update: bool, service: bool, accept: str, most: int
) -> Answer:
    """Describe the endpoint in RDF.

    Args:
        graph: The graph that it serves.
        address: IRI of the endpoint.
        update: Whether it takes updates.
        service: Whether queries may call other endpoints.
        accept: What the client takes.
        most: Bytes that the answer may have.

    Raises:
        RefusedError: The client takes none of our formats.
    """
    media_type = preferred(accept, list(GRAPHS))
    triples = _triples(graph, address, update=update, service=service)
    names = {"sd": SD, "void": VOID, "formats": _FORMATS}
    return Answer(written(triples, media_type, names, most), media_type)


def _triples(graph: Graph, address: str, *, update: bool, service: bool) -> list[ox.Triple]:
    endpoint = ox.NamedNode(address)
    dataset, default = ox.NamedNode(address + "#dataset"), ox.NamedNode(address + "#default")
    features = ["BasicFederatedQuery"] if service else []
    languages = ["SPARQL11Query", *(["SPARQL11Update"] if update else [])]
    size = sum(1 for _ in graph.store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    return [
        _link(endpoint, RDF + "type", SD + "Service"),
        _link(endpoint, SD + "endpoint", address),
        *(_link(endpoint, SD + "supportedLanguage", SD + name) for name in languages),
        *(_link(endpoint, SD + "feature", SD + name) for name in features),
        *(_link(endpoint, SD + "resultFormat", _FORMATS + name) for name in _RESULTS.values()),
        _link(endpoint, SD + "defaultDataset", dataset.value),
        _link(dataset, RDF + "type", SD + "Dataset"),
        _link(dataset, SD + "defaultGraph", default.value),
        _link(default, RDF + "type", SD + "Graph"),
        ox.Triple(default, ox.NamedNode(VOID + "triples"), ox.Literal(size)),
    ]


def _link(subject: ox.NamedNode, predicate: str, object_: str) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(predicate), ox.NamedNode(object_))
