import json
from pathlib import Path

import networkx as nx
import pytest

from kg.graph import load_graph, to_graph
from kg.model import Corpus, InputError
from kg.rdf import serialize, to_dataset
from tests.corpora import (
    BUND,
    HAFEN,
    MINISTERIN,
    NORDLAND,
    SENTENCES,
    SOLDATEN,
    SUEDLAND,
    small_corpus,
    statement,
)

FOREIGN = """
@prefix ex: <http://example.org/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ex:ada a foaf:Person ; rdfs:label "Ada"@de , "Ada L."@en ; foaf:knows ex:bob , [ foaf:name "X" ] ;
    foaf:age 36 .
ex:bob a ex:Unknown ; <https://w3id.org/newskg/ontology#leads> <http://www.wikidata.org/entity/Q1> .
"""


def content(graph: "nx.MultiDiGraph[str]") -> str:
    return json.dumps(nx.node_link_data(graph), sort_keys=True)


def test_nodes_are_the_entities() -> None:
    graph = to_graph(small_corpus())
    assert set(graph) == {NORDLAND, SUEDLAND, MINISTERIN, HAFEN, SOLDATEN, BUND}
    node = graph.nodes[SUEDLAND]
    assert {key: value for key, value in node.items() if key != "facts"} == {
        "label": "Südland",
        "label_de": "Südland",
        "label_en": "Southland",
        "type": "Place",
        "wikidata": "Q99999901",
        "mentions": 4,
    }


def test_edges_are_the_statements() -> None:
    graph = to_graph(small_corpus())
    assert {key for *_, key in graph.edges(keys=True)} == {"a1", "a2", "b2", "c1", "e1", "f1", "f2"}
    edge = graph.edges[NORDLAND, SOLDATEN, "c1"]
    assert (edge["relation"], edge["label_de"], edge["label_en"]) == (
        "attacked",
        "griff an",
        "attacked",
    )
    assert (edge["polarity"], edge["modality"]) == ("negative", "reported")
    assert (edge["source"], edge["source_name"]) == (MINISTERIN, "Ada Müller")
    assert (edge["date"], edge["place"], edge["place_name"]) == ("", "", "")
    assert (edge["sentence"], edge["predicate"]) == (SENTENCES[2], "getötet")
    assert edge["published"] == "2023-09-20"


def test_literals_are_facts_of_their_subject() -> None:
    facts = to_graph(small_corpus()).nodes[SOLDATEN]["facts"]
    assert [(f["id"], f["relation"], f["value"]) for f in facts] == [
        ("d1", "killedCount", "32"),
        ("d2", "injuredCount", "sechs"),
    ]
    assert facts[0]["sentence"] == SENTENCES[3]


@pytest.mark.parametrize(
    ("suffix", "format_"), [(".nq", "nquads"), (".ttl", "turtle"), (".jsonld", "jsonld")]
)
def test_a_file_gives_the_same_graph(tmp_path: Path, suffix: str, format_: str) -> None:
    path = tmp_path / f"graph{suffix}"
    path.write_bytes(serialize(small_corpus(), format_))
    assert content(load_graph(path)) == content(to_graph(small_corpus()))


def test_other_sources() -> None:
    expected = content(to_graph(small_corpus()))
    assert content(load_graph(small_corpus())) == expected
    assert content(load_graph(to_dataset(small_corpus()))) == expected


def test_an_end_that_is_no_known_entity_is_still_a_node() -> None:
    graph = to_graph(Corpus(statements=(statement("a1"),)))
    assert graph.nodes[NORDLAND]["type"] == "Other"
    assert graph.nodes[NORDLAND]["label"] == NORDLAND


def test_the_empty_corpus() -> None:
    assert not to_graph(Corpus())
    assert not load_graph(Corpus())


def test_rdf_of_another_tool(tmp_path: Path) -> None:
    path = tmp_path / "foreign.ttl"
    path.write_text(FOREIGN, encoding="utf-8")
    graph = load_graph(path)
    ada, bob = "http://example.org/ada", "http://example.org/bob"
    assert graph.nodes[ada]["label_de"] == "Ada"
    assert graph.nodes[ada]["label_en"] == "Ada L."
    assert graph.nodes[ada]["type"] == "Person"
    assert [(f["relation"], f["value"]) for f in graph.nodes[ada]["facts"]] == [("age", "36")]
    assert (graph.nodes[bob]["label"], graph.nodes[bob]["type"]) == ("bob", "Other")
    (leads,) = graph.get_edge_data(bob, "http://www.wikidata.org/entity/Q1").values()
    assert (leads["label_de"], leads["polarity"], leads["modality"]) == (
        "leitet",
        "positive",
        "asserted",
    )
    assert graph.nodes["http://www.wikidata.org/entity/Q1"]["wikidata"] == "Q1"
    assert graph.out_degree(ada) == 2
    assert content(graph) == content(load_graph(path))
    keys = {frozenset(data) for *_, data in graph.edges(data=True)}
    ours = {frozenset(data) for *_, data in to_graph(small_corpus()).edges(data=True)}
    assert keys == ours


def test_no_graph() -> None:
    with pytest.raises(InputError, match="absent"):
        load_graph(Path("absent.ttl"))
