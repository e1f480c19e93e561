"""RDF that other tools wrote, as the same kind of graph as ours."""

from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from typing import Any
from urllib.parse import unquote

import networkx as nx
import pyoxigraph as ox

from kg.model import Modality, Polarity
from kg.ontology import ancestors, relation_label
from kg.rdf.names import RDF, RDFS, SCHEMA, WIKIDATA

_NAMES = (
    "http://www.w3.org/2004/02/skos/core#prefLabel",
    RDFS + "label",
    SCHEMA + "name",
    "http://schema.org/name",
    "http://xmlns.com/foaf/0.1/name",
    "http://purl.org/dc/terms/title",
    "http://purl.org/dc/elements/1.1/title",
)
_UNKNOWN = (
    "source",
    "source_name",
    "date",
    "place",
    "place_name",
    "subject_text",
    "object_text",
    "predicate",
    "sentence",
    "document",
    "title",
    "published",
    "url",
    "rule",
)
_TYPE = RDF + "type"
_Node = ox.NamedNode | ox.BlankNode
_Values = dict[str, list[ox.Literal]]


def plain_graph(quads: Iterable[ox.Quad]) -> "nx.MultiDiGraph[str]":
    """Draw up any RDF as a graph.

    Returns:
        A graph with the attributes that `kg.graph.to_graph` names: an edge for each triple between
        two resources, taken as asserted, and a fact for each other literal than a name.
    """
    triples = sorted({quad.triple for quad in quads}, key=str)
    texts = _texts(triples)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted(_resources(triples)):
        graph.add_node(node, **_attributes(node, texts[node]))
    for triple in triples:
        _add(graph, triple)
    return graph


def _texts(triples: Iterable[ox.Triple]) -> defaultdict[str, _Values]:
    """Node → predicate IRI → its literals."""
    found: defaultdict[str, _Values] = defaultdict(dict)
    for triple in triples:
        if isinstance(triple.object, ox.Literal):
            literals = found[_key(triple.subject)].setdefault(triple.predicate.value, [])
            literals.append(triple.object)
    return found


def _key(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _resources(triples: Iterable[ox.Triple]) -> set[str]:
    nodes = set()
    for triple in triples:
        nodes.add(_key(triple.subject))
        if isinstance(triple.object, _Node) and triple.predicate.value != _TYPE:
            nodes.add(_key(triple.object))
    return nodes


def _attributes(node: str, texts: _Values) -> dict[str, Any]:
    name = local_name(node)
    wikidata = node.removeprefix(WIKIDATA) if node.startswith(WIKIDATA) else ""
    return {
        "label": _label(texts, "") or _label(texts, "de") or _label(texts, "en") or name,
        "label_de": _label(texts, "de") or _label(texts, "") or _label(texts, "en") or name,
        "label_en": _label(texts, "en") or _label(texts, "") or _label(texts, "de") or name,
        "type": "Other",
        "wikidata": wikidata,
        "mentions": 0,
        "facts": [],
    }


def _label(texts: _Values, language: str) -> str:
    for predicate in _NAMES:
        for literal in texts.get(predicate, []):
            if (literal.language or "").split("-")[0] == language:
                return literal.value
    return ""


def local_name(iri: str) -> str:
    """The last part of an IRI, the whole where it has no parts."""
    return unquote(iri.rstrip("/#").rpartition("#")[2].rpartition("/")[2]) or iri


def _add(graph: "nx.MultiDiGraph[str]", triple: ox.Triple) -> None:
    subject, predicate = _key(triple.subject), triple.predicate.value
    if predicate == _TYPE:
        graph.nodes[subject]["type"] = _type(graph.nodes[subject]["type"], _key(triple.object))
    elif isinstance(triple.object, _Node):
        key = sha256(str(triple).encode()).hexdigest()[:16]
        graph.add_edge(subject, _key(triple.object), key=key, **_edge(predicate))
    elif predicate not in _NAMES and isinstance(triple.object, ox.Literal):
        key = sha256(str(triple).encode()).hexdigest()[:16]
        fact = {"id": key, "value": triple.object.value} | _edge(predicate)
        graph.nodes[subject]["facts"].append(fact)


def _type(known: str, iri: str) -> str:
    """A class of the ontology by its name, whatever the namespace: `foaf:Person`."""
    name = local_name(iri)
    return name if known == "Other" and "Entity" in ancestors(name) else known


def _edge(predicate: str) -> dict[str, Any]:
    name = local_name(predicate)
    return dict.fromkeys(_UNKNOWN, "") | {
        "relation": name,
        "label_de": relation_label(name, "de"),
        "label_en": relation_label(name, "en"),
        "polarity": str(Polarity.POSITIVE),
        "modality": str(Modality.ASSERTED),
        "confidence": 1.0,
        "start": 0,
        "end": 0,
    }
