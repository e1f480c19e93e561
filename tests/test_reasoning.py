"""The ontology under an OWL 2 RL reasoner: consistent with what is written, and not toothless."""

import re
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import OWL, RDF, RDFS

from kg.ontology import data_path, load_relations
from kg.rdf import corpus_quads, quads_of, to_rdflib_graph
from kg.rdf.names import KG, SCHEMA, SEM
from tests.corpora import BUND, MINISTERIN, NORDLAND, SOLDATEN, SUEDLAND, small_corpus

ERROR = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
TOLD = {KG + name for name in ("polarity", "modality", "source", "place", "event", "evidence")}


def reasoned(quads: list[ox.Quad]) -> rdflib.Graph:
    """All that follows from the quads and the ontology."""
    graph = to_rdflib_graph(quads + quads_of(data_path("kg.ttl")))
    DeductiveClosure(OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
    return graph


def inconsistencies(graph: rdflib.Graph) -> list[str]:
    return sorted(str(message) for message in graph.objects(None, ERROR)) + sorted(
        f"{thing} is in no class" for thing in graph.subjects(RDF.type, OWL.Nothing)
    )


def core(quads: list[ox.Quad]) -> list[ox.Quad]:
    """What classes, domains and ranges bear on; passages only take the reasoner's time."""
    relations = {KG + name for name in load_relations()}
    wanted = {str(RDF.type), SEM + "hasActor", SEM + "hasPlace", *TOLD, *relations}
    return [q for q in quads if q.predicate.value in wanted and "#char=" not in str(q)]


@pytest.fixture(scope="module")
def small() -> rdflib.Graph:
    return reasoned(core(corpus_quads(small_corpus())))


def test_the_small_corpus_is_consistent(small: rdflib.Graph) -> None:
    assert inconsistencies(small) == []


def test_the_examples_are_consistent(examples: Path) -> None:
    assert inconsistencies(reasoned(core(quads_of(examples)))) == []


def test_what_follows(small: rdflib.Graph) -> None:
    def follows(subject: str, predicate: str, object_: str) -> bool:
        nodes = (rdflib.URIRef(subject), rdflib.URIRef(predicate), rdflib.URIRef(object_))
        return nodes in small

    assert follows(SUEDLAND, KG + "attackedBy", NORDLAND)
    assert follows(SUEDLAND, KG + "metWith", NORDLAND)
    assert follows(MINISTERIN, str(RDF.type), SCHEMA + "Person")
    assert follows(BUND, str(RDF.type), KG + "Agent")
    assert not follows(SUEDLAND, KG + "attacked", NORDLAND)


def test_contradictions_are_found() -> None:
    """All at once, as the reasoner takes seconds."""
    statement = "https://w3id.org/newskg/id/statement/"
    planted = [
        (BUND, KG + "positionIn", NORDLAND),
        (MINISTERIN, KG + "bornIn", SOLDATEN),
        (statement + "a1", str(RDF.type), KG + "Place"),
        (statement + "a2", KG + "polarity", KG + "negative"),
        (statement + "b1", KG + "modality", KG + "possible"),
    ]
    wrong = [ox.Quad(*map(ox.NamedNode, triple)) for triple in planted]
    found = "\n".join(inconsistencies(reasoned([*core(corpus_quads(small_corpus())), *wrong])))
    for pattern in (
        "Disjoint classes .*#Organization.*küstenbund|Disjoint classes .*#Person.*küstenbund",
        "Disjoint classes .*soldaten",
        "Disjoint classes .*statement/a1",
        "#(positive|negative).*#(positive|negative)",
        "#(asserted|possible).*#(asserted|possible)",
    ):
        assert re.search(pattern, found), (pattern, found)


def ontology() -> rdflib.Graph:
    return to_rdflib_graph(quads_of(data_path("kg.ttl")))


def test_every_property_has_a_domain_and_a_range() -> None:
    graph = ontology()
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    properties = {p for kind in kinds for p in graph.subjects(RDF.type, kind)}
    assert {p for p in properties if graph.value(p, RDFS.domain) is None} == set()
    assert {p for p in properties if graph.value(p, RDFS.range) is None} == set()


def test_inverses_turn_domain_and_range_round() -> None:
    graph = ontology()
    pairs = list(graph.subject_objects(OWL.inverseOf))
    assert len(pairs) > 30
    for one, other in pairs:
        assert graph.value(one, RDFS.domain) == graph.value(other, RDFS.range), one
        assert graph.value(one, RDFS.range) == graph.value(other, RDFS.domain), one
    turned = {str(one).rpartition("#")[2] for one, _ in pairs}
    relations = load_relations().values()
    assert {r.name for r in relations if not r.symmetric and not r.literal} - turned == {
        "relatedTo"  # what it means, and which way, is in kg:predicateText
    }


@pytest.mark.parametrize(
    "space",
    [
        "https://schema.org/",
        "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "http://www.w3.org/ns/prov#",
        "http://xmlns.com/foaf/0.1/",
        "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
        "http://www.opengis.net/ont/geosparql#",
        "http://www.w3.org/2006/time#",
        "https://w3id.org/newskg/plover#",
    ],
)
def test_the_ontology_is_aligned(space: str) -> None:
    assert any(str(node).startswith(space) for node in ontology().objects())
