"""Graph files, read by igraph, networkx, graphology and d3."""

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.exports import to_gexf, to_graphml, to_node_link
from kg.exports.rows import holds
from kg.graph import load_graph, to_graph
from tests.corpora import small_corpus
from tests.hostile import CONTROLS, REPLACED, hostile_corpus
from tests.tools import read_by_node

GRAPHS = ("examples", "hostile")
KEPT = (
    "confidence",
    "date",
    "document",
    "holds",
    "modality",
    "place",
    "polarity",
    "published",
    "relation",
    "sentence",
    "title",
    "url",
)
"""What every edge of every file has to say."""
GEXF = "{http://www.gexf.net/1.2draft}"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.fixture(scope="module")
def by_node(exported: Path) -> dict[Path, Any]:
    """What graphology and d3 read, by file."""
    suffixes = (".gexf", ".json")
    return read_by_node(exported / f"{graph}{suffix}" for graph in GRAPHS for suffix in suffixes)


def graph_of(exported: Path, name: str) -> "nx.MultiDiGraph[str]":
    """The graph that the files are about."""
    return load_graph(exported / f"{name}.nq")


def edges_of(graph: "nx.MultiDiGraph[str]", *, xml: bool = False) -> dict[str, tuple[Any, ...]]:
    """Statement → its ends and what `KEPT` names; without control characters for XML."""
    found = {}
    for subject, object_, key, values in graph.edges(keys=True, data=True):
        kept = values | {"holds": holds(values)}
        found[key] = (subject, object_, *(_legal(kept[name], xml=xml) for name in KEPT))
    return found


def _legal(value: Any, *, xml: bool) -> Any:
    return value.replace(CONTROLS, REPLACED) if xml and isinstance(value, str) else value


@pytest.mark.parametrize("name", GRAPHS)
def test_igraph_reads_graphml(exported: Path, name: str) -> None:
    read = igraph.Graph.Read_GraphML(str(exported / f"{name}.graphml"))
    graph = graph_of(exported, name)
    assert read.is_directed()
    assert (read.vcount(), read.ecount()) == (graph.number_of_nodes(), graph.number_of_edges())
    names = read.vs["id"]
    assert dict(zip(names, read.vs["label"], strict=True)) == {
        node: _legal(values["label"], xml=True) for node, values in graph.nodes(data=True)
    }
    # To igraph, the id of an edge is something else than what the file calls so.
    found = {
        edge["statement"]: (names[edge.source], names[edge.target], *(edge[kept] for kept in KEPT))
        for edge in read.es
    }
    assert found == edges_of(graph, xml=True)


@pytest.mark.parametrize("name", GRAPHS)
def test_networkx_reads_graphml_and_gexf(exported: Path, name: str) -> None:
    graph = graph_of(exported, name)
    read = nx.read_graphml(exported / f"{name}.graphml", force_multigraph=True)
    assert {values["statement"]: values["holds"] for _, _, values in read.edges(data=True)} == {
        key: holds(values) for _, _, key, values in graph.edges(keys=True, data=True)
    }
    for found in (read, nx.read_gexf(exported / f"{name}.gexf")):
        assert found.number_of_nodes() == graph.number_of_nodes()
        assert found.number_of_edges() == graph.number_of_edges()


@pytest.mark.parametrize("name", GRAPHS)
def test_graphology_reads_gexf(exported: Path, by_node: dict[Path, Any], name: str) -> None:
    read, graph = by_node[exported / f"{name}.gexf"], graph_of(exported, name)
    assert {node["id"] for node in read["nodes"]} == set(graph)
    found = {
        edge["id"]: (edge["from"], edge["to"], *(edge[kept] for kept in KEPT))
        for edge in read["edges"]
    }
    assert found == edges_of(graph, xml=True)
    lines = {edge["shape"] for edge in read["edges"] if not edge["holds"]}
    assert lines <= {"dashed", "dotted"}
    assert {edge["shape"] for edge in read["edges"] if edge["holds"]} == {"solid"}


@pytest.mark.parametrize("name", GRAPHS)
def test_d3_places_what_node_link_json_names(
    exported: Path, by_node: dict[Path, Any], name: str
) -> None:
    read, graph = by_node[exported / f"{name}.json"], graph_of(exported, name)
    assert {node["id"]: node["placed"] for node in read["nodes"]} == dict.fromkeys(graph, True)
    assert {(edge["from"], edge["to"], edge["id"]) for edge in read["edges"]} == set(
        graph.edges(keys=True)
    )


@pytest.mark.parametrize("name", GRAPHS)
def test_networkx_reads_node_link_json(exported: Path, name: str) -> None:
    read = edges_of_read((exported / f"{name}.json").read_bytes())
    assert read == edges_of(graph_of(exported, name))


def edges_of_read(text: bytes) -> dict[str, tuple[Any, ...]]:
    """As `edges_of`, from node-link JSON that networkx reads."""
    graph = nx.node_link_graph(json.loads(text))
    assert isinstance(graph, nx.MultiDiGraph)
    return {
        key: (subject, object_, *(values[name] for name in KEPT))
        for subject, object_, key, values in graph.edges(keys=True, data=True)
    }


@pytest.mark.parametrize("name", GRAPHS)
def test_gexf_is_laid_out_as_its_primer_says(exported: Path, name: str) -> None:
    """What the schema of GEXF 1.2 demands of what we write; no package brings the schema itself."""
    root = ET.parse(exported / f"{name}.gexf").getroot()  # noqa: S314 - we wrote it ourselves
    assert (root.tag, root.get("version")) == (f"{GEXF}gexf", "1.2")
    (graph,) = root.findall(f"{GEXF}graph")
    assert graph.get("defaultedgetype") == "directed"
    assert [child.tag.removeprefix(GEXF) for child in graph] == [
        "attributes",
        "attributes",
        "nodes",
        "edges",
    ]
    declared = {
        list_.get("class"): _declared(list_) for list_ in graph.findall(f"{GEXF}attributes")
    }
    nodes = graph.findall(f"{GEXF}nodes/{GEXF}node")
    edges = graph.findall(f"{GEXF}edges/{GEXF}edge")
    ids = [node.get("id") for node in nodes]
    assert len(set(ids)) == len(ids)
    assert len({edge.get("id") for edge in edges}) == len(edges)
    assert {edge.get(end) for edge in edges for end in ("source", "target")} <= set(ids)
    for kind, elements in (("node", nodes), ("edge", edges)):
        for element in elements:
            _check_values(element, declared[kind])


def _declared(attributes: ET.Element) -> dict[str | None, str | None]:
    return {attribute.get("id"): attribute.get("type") for attribute in attributes}


def _check_values(element: ET.Element, declared: dict[str | None, str | None]) -> None:
    patterns = {
        "boolean": "true|false",
        "integer": r"-?\d+",
        "long": r"-?\d+",
        "double": r"-?\d+(\.\d+)?",
        "string": r"(?s:.*)",
    }
    for value in element.findall(f"{GEXF}attvalues/{GEXF}attvalue"):
        type_ = declared[value.get("for")]
        assert re.fullmatch(patterns[type_ or ""], value.get("value") or ""), (type_, value.attrib)


@settings(deadline=None, max_examples=30)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_any_text_comes_back_from_graph_files(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    corpus = hostile_corpus(tuple(names))
    graph = to_graph(corpus)
    assert edges_of_read(to_node_link(corpus)) == edges_of(graph)
    legal = [re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", name) for name in names]
    path = tmp_path_factory.getbasetemp() / "any.graphml"
    path.write_bytes(to_graphml(corpus))
    assert igraph.Graph.Read_GraphML(str(path)).vs["label"] == legal
    path.write_bytes(to_gexf(corpus))
    read = nx.read_gexf(path)
    assert [read.nodes[node]["label"] for node in sorted(read)] == legal


def test_a_drawn_label_says_how_it_is_meant() -> None:
    graph = nx.parse_graphml(to_graphml(small_corpus()).decode(), force_multigraph=True)
    labels = {values["statement"]: values["label"] for _, _, values in graph.edges(data=True)}
    assert labels["a1"] == "griff an"
    assert labels["c1"] == "griff an (berichtet, verneint)"
    assert labels["e1"] == "besuchte (geplant)"


def test_facts_say_whether_they_hold() -> None:
    graph = nx.parse_graphml(to_graphml(hostile_corpus(("a", "b"))).decode())
    texts = [values["facts"] for _, values in graph.nodes(data=True)]
    facts = [fact for text in texts for fact in json.loads(text)]
    assert [fact["holds"] for fact in facts] == [fact["polarity"] == "positive" for fact in facts]
    assert facts
