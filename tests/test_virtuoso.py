"""A running Virtuoso 7, loaded by `kg push` and asked what it holds."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.model import PushError
from kg.push import Endpoint, push
from kg.rdf import corpus_quads, quads_of
from tests.console import kg
from tests.hostile import NAMES, hostile_corpus
from tests.virtuoso import select, virtuoso

WAYS = {"/sparql-auth": False, "/sparql-graph-crud-auth": True}
"""Virtuoso's addresses that want a password → whether it is a graph store."""
OTHER = "http://example.org/other"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Virtuoso's address."""
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as address:
        yield address


@pytest.fixture(params=WAYS)
def endpoint(server: str, request: pytest.FixtureRequest) -> Endpoint:
    """Either way in."""
    return Endpoint(server + request.param, WAYS[request.param], "dba", "dba")


def counts(server: str, quads: list[ox.Quad]) -> dict[str, int]:
    """Each graph of these quads → how many triples Virtuoso holds in it."""
    rows = select(server, "SELECT ?g (count(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    return {graph: int(count) for graph, count in rows if graph in expected(quads)}


def expected(quads: list[ox.Quad]) -> dict[str, int]:
    """Graph → how many triples there should be."""
    return Counter(q.graph_name.value for q in quads if isinstance(q.graph_name, ox.NamedNode))


def moved(quads: list[ox.Quad], graph: str) -> list[ox.Quad]:
    """The same triples in another graph."""
    return [ox.Quad(q.subject, q.predicate, q.object, ox.NamedNode(graph)) for q in quads]


@pytest.mark.parametrize("way", WAYS)
def test_the_examples_are_there(server: str, examples: Path, tmp_path: Path, way: str) -> None:
    (tmp_path / "password").write_text("dba\n", encoding="utf-8")
    words: list[str | Path] = ["push", examples, "--endpoint", server + way, "--user", "dba"]
    words += ["--password-from", tmp_path / "password", *(["--graph-store"] if WAYS[way] else [])]
    quads = quads_of(examples)
    for option in ([], ["--replace"], []):
        outcome = kg(*words, *option)
        told = f"{server}{way}: {len(quads)} triples in 3 graphs taken\n"
        assert (outcome.status, outcome.out, outcome.err) == (0, told, "")
        assert counts(server, quads) == expected(quads)


def test_texts_arrive_as_they_are(server: str, endpoint: Endpoint) -> None:
    graph = f"http://example.org/hostile/{endpoint.graph_store}"
    quads = moved(corpus_quads(hostile_corpus()), graph)
    push(quads, endpoint)
    assert counts(server, quads) == expected(quads)
    name = "<https://schema.org/name>"
    found = select(server, f"SELECT ?name {{ GRAPH <{graph}> {{ ?entity {name} ?name }} }}")
    assert {row[0] for row in found} >= set(NAMES)


def test_replacing_empties_these_graphs_only(server: str, endpoint: Endpoint) -> None:
    graph = f"http://example.org/replaced/{endpoint.graph_store}"
    quads = moved(corpus_quads(hostile_corpus(("a", "b"))), graph)
    others = moved(quads, OTHER)
    push([*quads, *others], endpoint)
    push(quads[:10], endpoint, replace=True)
    assert counts(server, quads) == {graph: 10}
    push(quads[10:], endpoint)
    assert counts(server, [*quads, *others]) == expected([*quads, *others])


def test_triples_of_no_graph_go_where_one_says(server: str, endpoint: Endpoint) -> None:
    graph = f"http://example.org/into/{endpoint.graph_store}"
    quads = moved(corpus_quads(hostile_corpus(("a",))), graph)
    push([ox.Quad(*quad.triple) for quad in quads], endpoint, graph=graph)
    assert counts(server, quads) == expected(quads)


def test_blank_nodes_go_to_a_graph_store(server: str) -> None:
    graph = "http://example.org/blank"
    address, node = f"{server}/sparql-graph-crud-auth", ox.BlankNode()
    name = ox.NamedNode("http://example.org/name")
    quads = [ox.Quad(node, name, ox.Literal(text), ox.NamedNode(graph)) for text in "ab"]
    push(quads, Endpoint(address, True, "dba", "dba"))
    rows = f"SELECT ?s {{ GRAPH <{graph}> {{ ?s ?p 'a' . ?s ?p 'b' }} }}"
    assert len(select(server, rows)) == 1


@pytest.mark.parametrize(("user", "password"), [("", ""), ("dba", "wrong")])
def test_a_refusal_is_told(endpoint: Endpoint, user: str, password: str) -> None:
    refused = Endpoint(endpoint.url, endpoint.graph_store, user, password)
    with pytest.raises(PushError, match="asks for a user and the right password"):
        push(corpus_quads(hostile_corpus(("a",))), refused)


def test_a_service_that_only_answers_says_so(server: str) -> None:
    with pytest.raises(PushError, match=r"answers 500 .*No permission to execute"):
        push(corpus_quads(hostile_corpus(("a",))), Endpoint(f"{server}/sparql"))
