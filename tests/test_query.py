import csv
import io
import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from kg.model import InputError, QueryError
from kg.query import format_rows, list_queries, named_query, query, run_named
from kg.rdf import serialize, to_dataset
from kg.rdf.source import file_of
from kg.sparql_words import names_graphs
from tests.corpora import NORDLAND, SOLDATEN, SUEDLAND, small_corpus

ATTACKED = "SELECT ?s ?o { ?s kg:attacked ?o } ORDER BY ?s ?o"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    (folder / "graph.nq").write_bytes(serialize(small_corpus(), "nquads"))
    return folder


def test_select_over_the_union_of_all_graphs(built: Path) -> None:
    result = query(built, ATTACKED)
    assert result.columns == ("s", "o")
    assert (NORDLAND, SUEDLAND) in result.rows
    assert (NORDLAND, SOLDATEN) not in result.rows
    assert query(to_dataset(small_corpus()), ATTACKED) == result


def test_a_triple_of_two_graphs_counts_once(built: Path) -> None:
    asked = "SELECT ?s ?o { ?s kg:attacked ?o }"
    assert len(query(built, asked).rows) == 2
    graphs = "SELECT ?g { GRAPH ?g { ent:nordland kg:attacked ?o } }"
    assert len(query(built, graphs).rows) == 3


def test_a_graph_by_its_name(built: Path) -> None:
    named = "SELECT (COUNT(*) AS ?n) { GRAPH <https://w3id.org/newskg/id/document/sp%C3%A4ter> "
    assert query(built, named + "{ ?s a kg:Statement } }").rows == (("2",),)
    chosen = "SELECT (COUNT(*) AS ?n) FROM doc:sp%C3%A4ter { ?s a kg:Statement }"
    assert query(built, chosen).rows == (("2",),)
    assert query(built, "SELECT (COUNT(*) AS ?n) { ?s a kg:Statement }").rows == (("10",),)


def test_a_folder_is_read_as_far_as_it_is_asked(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").write_bytes(serialize(small_corpus(), "nquads"))
    (tmp_path / "graph.ttl").write_bytes(serialize(small_corpus(), "turtle"))
    count = "SELECT (COUNT(*) AS ?n) WHERE {{ {0} }}"
    everything, by_graph = count.format("?s ?p ?o"), count.format("GRAPH ?g { ?s ?p ?o }")
    assert query(tmp_path, everything).rows == query(tmp_path / "graph.nq", everything).rows
    assert query(tmp_path, by_graph).rows == query(tmp_path / "graph.nq", by_graph).rows
    assert query(tmp_path / "graph.ttl", by_graph).rows == (("0",),)
    assert file_of(tmp_path, graphs=False).name == "graph.ttl"


@pytest.mark.parametrize(
    ("sparql", "named"),
    [
        ("SELECT * WHERE { graph ?g { ?s ?p ?o } }", True),
        ("SELECT * from <http://example.org/a> WHERE { ?s ?p ?o }", True),
        (r"SELECT * WHERE { \u0047RAPH ?g { ?s ?p ?o } }", True),
        ("SELECT * WHERE { ?s kg:attacked ?o }", False),
    ],
)
def test_whether_a_query_names_graphs(sparql: str, named: bool) -> None:
    assert names_graphs(sparql) is named


def test_own_prefixes_win(built: Path) -> None:
    asked = "PREFIX kg: <http://example.org/> ASK { ?s a kg:Statement }"
    assert query(built, asked).answer is False


def test_ask_and_construct(built: Path) -> None:
    assert query(built, "ASK { ent:nordland kg:attacked ?o }").answer is True
    made = query(built, "CONSTRUCT { ?o kg:attackedBy ?s } WHERE { ?s kg:attacked ?o }")
    assert made.columns == ("subject", "predicate", "object")
    assert (SUEDLAND, "https://w3id.org/newskg/ontology#attackedBy", NORDLAND) in made.rows


@pytest.mark.parametrize(
    "sparql",
    ["", "SELECT", "SELECT * { ?s ?p", "ASK { ?s foo:x ?y }", "DELETE WHERE { ?s ?p ?o }"],
)
def test_malformed_queries(built: Path, sparql: str) -> None:
    with pytest.raises(QueryError) as caught:
        query(built, sparql)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) <= 200


def test_no_graph() -> None:
    with pytest.raises(InputError):
        query(Path("absent.nq"), ATTACKED)


@pytest.mark.parametrize(
    "call",
    [
        "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
        "SELECT * { service silent <%s> { ?s ?p ?o } }",
        "PREFIX x: <%s> SELECT * { SERVICE x:y { ?s ?p ?o } }",
        "PREFIX : <%s> SELECT * { SERVICE:y { ?s ?p ?o } }",
        "PREFIX : <%s> SELECT * { ?s ?p 1SERVICE:y { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <%s> { ?s ?p ?o } }",
        "SELECT * { BIND('#' AS ?x) SERVICE <%s> { ?s ?p ?o } }",
        'SELECT * { BIND(""""\'""" AS ?x) SERVICE <%s> { ?s ?p ?o } }',
        "SELECT * { FILTER(1<2) SERVICE <%s> { ?s ?p ?o } }",
        "SELECT * { BIND(<%s> AS ?x) SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { # comment\n SERVICE <%s> { ?s ?p ?o } }",
    ],
)
def test_the_network_is_never_asked(built: Path, call: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/"
        with pytest.raises(QueryError, match="network"):
            query(built, call % address)
        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT ?service { ?service kg:service "SERVICE" , <http://example.org/SERVICE> }',
        "SELECT * { ?s ?p 'it''s a SERVICE' } # SERVICE <http://example.org/>".replace("''", "\\'"),
    ],
)
def test_the_word_service_elsewhere(built: Path, sparql: str) -> None:
    assert query(built, sparql).rows == ()


def test_named_queries_are_listed_by_name() -> None:
    names = [described.name for described in list_queries()]
    assert names == sorted(names)
    assert {"about-entity", "denied", "timeline"} <= set(names)


@pytest.mark.parametrize(
    ("name", "parameters", "rows"),
    [
        ("about-entity", {"entity": "Küstenbund"}, 2),
        ("about-entity", {"entity": "coast league"}, 2),
        ("about-entity", {"entity": "niemand"}, 0),
        ("called-on", {"caller": "müller"}, 1),
        ("called-on", {"caller": "Nordland"}, 0),
        ("by-date", {"date": "2023-09-19"}, 3),
        ("by-date", {"date": "2023"}, 4),
        ("claims-by-speaker", {"speaker": "Ada"}, 1),
        ("timeline", {"type": "assault"}, 1),
    ],
)
def test_parameters(built: Path, name: str, parameters: dict[str, str], rows: int) -> None:
    result = query(built, named_query(name), parameters)
    assert len(result.rows) == rows
    assert not set(result.columns) & set(parameters)
    assert set(parameters) | {"min_confidence"} >= {
        parameter
        for described in list_queries()
        if described.name == name
        for parameter, _ in described.parameters
    }


@pytest.mark.parametrize(
    "value", ['" } SERVICE <http://x/> {', "' \\", "} UNDEF {", "\n# \\u0022", "\\1 \\g<0>"]
)
def test_a_parameter_is_never_syntax(built: Path, value: str) -> None:
    assert query(built, named_query("about-entity"), {"entity": value}).rows == ()


def test_parameters_of_own_queries(built: Path) -> None:
    assert query(built, ATTACKED, {"o": SUEDLAND}).rows == ((NORDLAND, SUEDLAND),)
    with pytest.raises(QueryError, match="other"):
        query(built, ATTACKED, {"other": "x"})
    with pytest.raises(QueryError):
        query(built, ATTACKED, {"not a name": "x"})


def test_named_queries_with_assignments(built: Path) -> None:
    assert len(run_named(built, "by-date", ["date=2023-09-19"]).rows) == 3
    assert run_named(built, "about-entity", ["entity=a=b"]).rows == ()
    assert run_named(built, "denied") == query(built, named_query("denied"))
    with pytest.raises(QueryError, match="no parameter 'day'; its parameters are date"):
        run_named(built, "by-date", ["day=1"])
    with pytest.raises(QueryError, match="name=value"):
        run_named(built, "by-date", ["2023"])


def test_a_query_without_parameters_takes_none(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.query.named_query", lambda _: "SELECT ?s { ?s ?p ?o }")
    with pytest.raises(QueryError, match="it has none"):
        run_named(built, "denied", ["x=1"])


def test_statements_that_are_sure_enough(built: Path) -> None:
    asked = """
        SELECT ?subject ?relation ?confidence {
          ?statement rdf:subject/schema:name ?subject ; rdf:predicate ?relation ;
            kg:confidence ?confidence .
          FILTER ( ?confidence >= 0.9 )
        }
    """
    called = ("Ada Müller", "https://w3id.org/newskg/ontology#calledOn", "1")
    assert query(built, asked).rows == (called,)


def test_named_queries_filter_by_confidence(built: Path) -> None:
    def rows(name: str, least: str) -> int:
        return len(run_named(built, name, [f"min_confidence={least}"]).rows)

    for name in ("about-entity", "by-date", "called-on", "claims-by-speaker", "denied"):
        assert rows(name, "0") == len(run_named(built, name).rows)
        assert rows(name, "1.01") == 0
    assert rows("called-on", "0.9") == 1
    assert 0 < rows("about-entity", "0.9") < rows("about-entity", "0.6") < rows("about-entity", "0")


def test_the_event_of_the_timeline(built: Path) -> None:
    assert query(built, named_query("timeline")).rows == (
        ("2023", "CONSULT", "Nordland, Südland", ""),
        ("2023-09-19", "ASSAULT", "Küstenbund, Nordland, Südland", "Hafen"),
    )


def test_unknown_names(built: Path) -> None:
    with pytest.raises(QueryError, match=r"known are about-entity, articles-about"):
        named_query("../model")
    with pytest.raises(QueryError, match="table, csv, json"):
        format_rows(query(built, ATTACKED), "xml")


def test_table(built: Path) -> None:
    lines = format_rows(query(built, ATTACKED), "table").splitlines()
    assert lines[0].split() == ["s", "o"]
    assert lines[2].split() == ["ent:nordland", "wd:Q99999901"]


def test_csv(built: Path) -> None:
    text = format_rows(query(built, named_query("denied")), "csv")
    (row,) = csv.DictReader(io.StringIO(text))
    assert (row["subject"], row["date"]) == ("Nordland", "")
    assert row["sentence"] == "Nordland habe keine Soldaten getötet, sagte sie."


def test_json(built: Path) -> None:
    asked = (
        "SELECT ?c ?l ?e ?n { ent:soldaten kg:killedCount ?c ; rdfs:label ?l . BIND(ent:x AS ?e) }"
    )
    content = json.loads(format_rows(query(built, asked + " ORDER BY ?l"), "json"))
    assert content["head"] == {"vars": ["c", "l", "e", "n"]}
    assert content["results"]["bindings"][0] == {
        "c": {
            "type": "literal",
            "value": "32",
            "datatype": "http://www.w3.org/2001/XMLSchema#integer",
        },
        "l": {"type": "literal", "value": "Soldaten", "xml:lang": "de"},
        "e": {"type": "uri", "value": "https://w3id.org/newskg/id/x"},
    }
    answer = format_rows(query(built, "ASK { ?s ?p ?o }"), "json")
    assert json.loads(answer) == {"head": {}, "boolean": True}


def test_blank_nodes(tmp_path: Path) -> None:
    path = tmp_path / "other.ttl"
    path.write_text("<a:a> <a:b> [ <a:c> 1 ] .", encoding="utf-8")
    result = query(path, "SELECT ?o { <a:a> ?p ?o }")
    assert result.rows[0][0] is not None
    assert result.rows[0][0].startswith("_:")
    assert '"type": "bnode"' in format_rows(result, "json")
    assert format_rows(result, "table") == format_rows(
        query(path, "SELECT ?o { <a:a> ?p ?o }"), "table"
    )


def test_asking_needs_neither_rdflib_nor_spacy() -> None:
    code = "import sys, kg.query; print(sorted({'rdflib', 'spacy', 'networkx'} & set(sys.modules)))"
    root = Path(__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
