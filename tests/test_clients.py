"""Other people's SPARQL clients against a running service."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore
from SPARQLWrapper import CSV, JSON, JSONLD, N3, POST, RDFXML, TSV, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from kg.rdf import corpus_quads, memory_store
from kg.rdf.names import KG, document_node
from kg.serve.app import Options
from kg.serve.service import running
from tests.corpora import BASE
from tests.serving import evil_corpus, write_graph

ROOT = Path(__file__).resolve().parent.parent
COMUNICA = ROOT / ".venv" / "node" / "node_modules"
ATTACKED = rdflib.URIRef(KG + "attacked")
SELECT = f"SELECT ?who ?whom {{ ?who <{KG}attacked> ?whom }} ORDER BY ?who ?whom"
ASK = f"ASK {{ ?who <{KG}attacked> ?whom }}"
CONSTRUCT = f"CONSTRUCT {{ ?whom <{KG}by> ?who }} WHERE {{ ?who <{KG}attacked> ?whom }}"


def expected() -> list[tuple[str, str]]:
    """Who attacked whom, as plain pyoxigraph finds it in the same graph."""
    found: Any = memory_store(corpus_quads(evil_corpus())).query(SELECT)
    return [(row["who"].value, row["whom"].value) for row in found]


# SPARQLWrapper


def converted(wrapper: SPARQLWrapper) -> Any:
    """What SPARQLWrapper makes of the answer, which may be anything."""
    return wrapper.queryAndConvert()


@pytest.fixture
def wrapper(service: str) -> SPARQLWrapper:
    return SPARQLWrapper(f"{service}/sparql")


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper_reads_rows(wrapper: SPARQLWrapper, method: str) -> None:
    wrapper.setMethod(method)
    wrapper.setReturnFormat(JSON)
    wrapper.setQuery(SELECT)
    found = converted(wrapper)["results"]["bindings"]
    assert [(row["who"]["value"], row["whom"]["value"]) for row in found] == expected()


@pytest.mark.parametrize("format_", [XML, CSV, TSV])
def test_sparqlwrapper_reads_other_tables(wrapper: SPARQLWrapper, format_: str) -> None:
    wrapper.setReturnFormat(format_)
    wrapper.setQuery(SELECT)
    found = converted(wrapper)
    text = found.toxml() if format_ == XML else found.decode()
    assert all(who in text and whom in text for who, whom in expected())


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
@pytest.mark.parametrize("format_", [TURTLE, N3, RDFXML, JSONLD])
def test_sparqlwrapper_reads_graphs(wrapper: SPARQLWrapper, format_: str) -> None:
    wrapper.setReturnFormat(format_)
    wrapper.setQuery(CONSTRUCT)
    found = converted(wrapper)
    graph = found if isinstance(found, rdflib.Graph) else rdflib.Graph().parse(data=found)
    assert sorted((str(s), str(o)) for o, _, s in graph) == sorted(expected())


def test_sparqlwrapper_understands_errors(wrapper: SPARQLWrapper) -> None:
    wrapper.setReturnFormat(JSON)
    wrapper.setQuery("SELECT x")
    with pytest.raises(QueryBadFormed, match="this is not SPARQL from here on"):
        wrapper.query()
    wrapper.setQuery("SELECT * { SERVICE <http://example.org/> { ?a ?b ?c } }")
    with pytest.raises(HTTPError, match="403"):
        wrapper.query()


# rdflib


def test_rdflib_reads_the_endpoint_as_a_store(service: str) -> None:
    graph = rdflib.Graph(SPARQLStore(f"{service}/sparql"))
    rows = [tuple(map(str, row)) for row in graph.query(SELECT) if isinstance(row, tuple)]
    assert rows == expected()
    assert sorted((str(s), str(o)) for s, _, o in graph.triples((None, ATTACKED, None))) == sorted(
        expected()
    )
    triples = {quad.triple for quad in corpus_quads(evil_corpus())}
    assert len(graph) == len(triples)
    assert bool(graph.query(ASK).askAnswer)


def test_rdflib_reads_the_graph_of_one_article(service: str) -> None:
    name = document_node("später", BASE)
    store = SPARQLStore(f"{service}/sparql", context_aware=True)
    quads = [quad for quad in corpus_quads(evil_corpus()) if quad.graph_name == name]
    assert len(rdflib.Graph(store, identifier=rdflib.URIRef(name.value))) == len(quads)


def test_rdflib_writes_where_updates_are_allowed(tmp_path: Path) -> None:
    triple = (rdflib.URIRef("http://example.org/a"), ATTACKED, rdflib.Literal("ä\n\"'", lang="de"))
    with running(write_graph(tmp_path), Options(update=True)) as address:
        store = SPARQLUpdateStore(f"{address}/sparql", f"{address}/sparql")
        graph = rdflib.Graph(store, identifier=rdflib.URIRef("http://example.org/g"))
        graph.add(triple)
        assert list(graph) == [triple]
        graph.remove(triple)
        assert not list(graph)


# Comunica


def node() -> str:
    """The program; without Comunica the test is skipped, under continuous integration it fails."""
    found = shutil.which("node") or shutil.which("nodejs")
    if found and (COMUNICA / "@comunica" / "query-sparql").is_dir():
        return found
    reason = "Comunica is not installed: .ci/system node"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def test_comunica_finds_and_asks_the_endpoint(service: str) -> None:
    run = subprocess.run(
        [node(), ROOT / "tests" / "node" / "ask.cjs", f"{service}/sparql", SELECT, ASK, CONSTRUCT],
        env=os.environ | {"NODE_PATH": str(COMUNICA)},
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stderr.decode()) == (0, "")
    found = json.loads(run.stdout)
    assert [tuple(row) for row in found["rows"]] == expected()
    assert found["answer"] is True
    assert sorted((s, o) for o, _, s in found["triples"]) == sorted(expected())
