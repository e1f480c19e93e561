"""Passages as Web Annotations, statements as triple terms."""

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.model import InputError
from kg.query import query
from kg.rdf import (
    corpus_of,
    corpus_quads,
    quads_of,
    read_quads,
    serialize,
    with_annotations,
    with_triple_terms,
)
from kg.rdf.names import RDF
from kg.validate import validate
from tests.console import kg
from tests.corpora import SENTENCES, TEXT, small_corpus

ANNOTATIONS = """
    SELECT ?body ?source ?start ?end ?exact WHERE {
      ?annotation a oa:Annotation ; oa:motivatedBy oa:describing ; oa:hasBody ?body ;
        oa:hasTarget ?target .
      ?target a oa:SpecificResource ; oa:hasSource ?source ;
        oa:hasSelector ?position , ?quote .
      ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
      ?quote a oa:TextQuoteSelector ; oa:exact ?exact .
    } ORDER BY ?body"""


def test_an_annotation_for_each_statement() -> None:
    quads = with_annotations(corpus_quads(small_corpus()))
    rows = query(quads, ANNOTATIONS).rows
    assert len(rows) == len(small_corpus().statements)
    base = "https://w3id.org/newskg/id/"
    first = (base + "statement/a1", base + "document/angriff%201", "28", "95", SENTENCES[0])
    assert rows[0] == first
    assert TEXT[28:95] == SENTENCES[0]
    assert set(corpus_quads(small_corpus())) < set(quads)
    assert validate(quads).messages == ()
    assert corpus_of(quads) == corpus_of(corpus_quads(small_corpus()))


def test_other_graphs_have_none() -> None:
    foreign = [ox.Quad(ox.NamedNode("a:a"), ox.NamedNode("a:b"), ox.Literal("x"))]
    assert with_annotations(foreign) == foreign
    assert with_triple_terms(foreign) == foreign


def test_a_statement_reifies_its_triple() -> None:
    quads = with_triple_terms(corpus_quads(small_corpus()))
    asked = "SELECT ?statement { ?statement rdf:reifies <<( ent:nordland kg:attacked ?o )>> }"
    assert len(query(quads, asked).rows) == 4
    # Neither what is denied nor what is planned is asserted by it.
    assert query(quads, "ASK { ent:nordland kg:attacked ent:soldaten }").answer is False
    assert corpus_of(quads) == corpus_of(corpus_quads(small_corpus()))


@pytest.mark.parametrize("suffix", [".ttl", ".nt", ".nq", ".trig", ".rdf"])
def test_triple_terms_are_written_and_read(tmp_path: Path, suffix: str) -> None:
    (tmp_path / "graph.nq").write_bytes(serialize(small_corpus(), "nquads"))
    path = tmp_path / f"terms{suffix}"
    assert kg("export", tmp_path, "-o", path, "--triple-terms").status == 0
    back = [q for q in read_quads(path) if q.predicate.value == RDF + "reifies"]
    assert len(back) == len(small_corpus().statements)
    assert all(isinstance(quad.object, ox.Triple) for quad in back)
    again = serialize(read_quads(path), {".ttl": "turtle", ".nt": "ntriples"}.get(suffix, "nquads"))
    assert suffix not in (".ttl", ".nt", ".nq") or again == path.read_bytes()


def test_json_ld_has_no_triple_terms(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="triple term"):
        serialize(with_triple_terms(corpus_quads(small_corpus())), "jsonld")
    (tmp_path / "graph.nq").write_bytes(serialize(small_corpus(), "nquads"))
    refused = kg("export", tmp_path, "-o", tmp_path / "x.jsonld", "--triple-terms")
    assert refused.status == 2
    assert refused.err.count("\n") == 1


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_rdflib_reads_the_annotations(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_bytes(serialize(small_corpus(), "nquads"))
    path = tmp_path / "annotated.jsonld"
    assert kg("export", tmp_path, "-o", path, "--annotations").status == 0
    dataset = rdflib.Dataset(default_union=True).parse(path, format="json-ld")
    wanted = rdflib.URIRef("http://www.w3.org/ns/oa#Annotation")
    found = set(dataset.subjects(rdflib.RDF.type, wanted))
    assert len(found) == len(small_corpus().statements)
    assert len(quads_of(path)) > len(quads_of(tmp_path))
