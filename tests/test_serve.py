"""The parts of the service, each alone."""

import asyncio
import os
import signal
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.query import list_queries, named_query
from kg.rdf import corpus_quads, memory_store, serialize
from kg.rdf.names import NIF, document_node
from kg.serve.answer import Answer, Capped, RefusedError, unpacked
from kg.serve.asking import show_query
from kg.serve.backend import Backend
from kg.serve.cards import parts
from kg.serve.facts import Passage, mentions, name_of, passages
from kg.serve.graph import Graph, keep_graph
from kg.serve.limits import Limits, bounded, no_new_files
from kg.serve.negotiation import preferred
from kg.serve.pages import Reader, local, texts
from kg.serve.protocol import read_operation
from kg.serve.sparql import Question
from kg.sparql_words import asks_service, loads_file
from tests.corpora import BASE, NORDLAND, SENTENCES, TEXT, TITLE, small_corpus

OFFERS = ["a/json", "a/xml", "b/csv"]
FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "a/json"),
        ("*/*", "a/json"),
        ("b/*", "b/csv"),
        ("a/xml", "a/xml"),
        ("a/json;q=0.5, A/XML;q=0.9", "a/xml"),
        ("*/*;q=0.1, b/csv", "b/csv"),
        ("a/*;q=0.3, a/json;q=0, */*;q=0.2", "a/xml"),
        ("text/html, b/csv;q=0.001", "b/csv"),
        ("a/xml;charset=utf-8", "a/xml"),
    ],
)
def test_the_best_media_type_is_given(accept: str, expected: str) -> None:
    assert preferred(accept, OFFERS) == expected


@pytest.mark.parametrize("accept", ["text/html", "a/json;q=0", "a/json;q=x", ","])
def test_nothing_that_is_wanted_is_refused(accept: str) -> None:
    with pytest.raises(RefusedError) as refused:
        preferred(accept, ["a/json"])
    assert refused.value.status == 406


def test_a_query_may_stand_in_address_form_or_body() -> None:
    ways = [
        read_operation("GET", "query=ASK%7B%7D&default-graph-uri=a&default-graph-uri=b", b"",
                       accept="x"),
        read_operation("POST", "", b"query=ASK%7B%7D&default-graph-uri=a&default-graph-uri=b",
                       content_type=FORM + "; charset=UTF-8", accept="x"),
        read_operation("POST", "default-graph-uri=a&default-graph-uri=b", b"ASK{}",
                       content_type="application/sparql-query", accept="x"),
    ]  # fmt: skip
    assert [(w.kind, w.text, w.default_graphs, w.accept) for w in ways] == 3 * [
        ("query", "ASK{}", ("a", "b"), "x")
    ]


def test_an_update_comes_by_post_and_no_query_asks_for_the_description() -> None:
    update = read_operation(
        "POST", "", b"CLEAR ALL", content_type="application/sparql-update", accept=""
    )
    assert (update.kind, update.text) == ("update", "CLEAR ALL")
    assert read_operation("GET", "", b"", accept="").kind == "description"


@pytest.mark.parametrize(
    ("method", "address", "body", "kind", "status"),
    [
        ("GET", "update=CLEAR%20ALL", b"", "", 405),
        ("GET", "query=a&query=b", b"", "", 400),
        ("GET", "query=%FF", b"", "", 400),
        ("GET", "&".join(f"a{n}=" for n in range(2000)), b"", "", 400),
        ("POST", "", b"query=a&update=b", FORM, 400),
        ("POST", "query=a", b"b", "application/sparql-query", 400),
        ("POST", "", b"update=a&using-graph-uri=b", FORM, 400),
        ("POST", "", b"\xff", "application/sparql-query", 400),
        ("POST", "", b"ASK{}", "text/plain", 415),
        ("POST", "", b"ASK{}", "", 415),
    ],
)
def test_what_is_not_of_the_protocol_is_refused(
    method: str, address: str, body: bytes, kind: str, status: int
) -> None:
    with pytest.raises(RefusedError) as refused:
        read_operation(method, address, body, content_type=kind, accept="")
    assert refused.value.status == status


def test_the_field_format_stands_for_accept() -> None:
    assert read_operation("GET", "query=a&format=csv", b"", accept="x").accept == "text/csv"
    assert read_operation("GET", "query=a&format=turtle", b"", accept="x").accept == "x"


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * { SERVICE <a:b> {} }",
        "select*{service<a:b>{}}",
        "SELECT * { FILTER(1=1SERVICE:x) }",
        r"SELECT * { S\u0045RVICE <a:b> {} }",
        r"SELECT * { \U00000053ERVICE <a:b> {} }",
        "SELECT * { #x\nSERVICE <a:b> {} }",
    ],
)
def test_a_call_of_another_endpoint_is_seen_through(text: str) -> None:
    assert asks_service(text)


@pytest.mark.parametrize(
    "text",
    [
        "LOAD <a:b>",
        "CLEAR ALL;load<a:b>",
        "LOADSILENT<a:b>",
        "PREFIX x:<a:>LOADx:y",
        r"L\u004FAD <a:b>",
    ],
)
def test_a_load_is_seen_through(text: str) -> None:
    assert loads_file(text)


@pytest.mark.parametrize(
    "text",
    ["SELECT ?service ?load { ?a <http://service/LOAD> 'SERVICE LOAD' } # SERVICE LOAD", "ASK {}"],
)
def test_words_in_strings_names_and_comments_are_no_calls(text: str) -> None:
    assert not asks_service(text)
    assert not loads_file(text)


def _answered(_: Graph) -> Answer:
    return Answer(b"fine", "text/plain")


def _apart(work: Callable[[], Answer]) -> Answer:
    """Do some work in a thread of its own, as Playwright has an event loop in ours."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def _forever() -> Answer:
    while True:
        time.sleep(1)


def _hungry() -> Answer:
    return Answer(bytes(2**29), "text/plain")


def _dying(number: int) -> Callable[[], Answer]:
    def die() -> Answer:
        os.kill(os.getpid(), number)
        return _forever()

    return die


def _opening() -> Answer:
    with no_new_files():
        try:
            with open(os.devnull):  # noqa: PTH123
                return Answer(b"open", "text/plain")
        except OSError:
            return Answer(b"closed", "text/plain")


# JAX, which tests of the training load, warns of any fork; the job does not use it.
@pytest.mark.filterwarnings(r"ignore:os\.fork\(\) was called:RuntimeWarning")
@pytest.mark.parametrize(
    ("job", "status", "words"),
    [
        (lambda: Answer(b"fine", "text/plain"), 200, "fine"),
        (_opening, 200, "closed"),
        (_forever, 503, "longer than 0.2 seconds"),
        (_hungry, 503, "more than 128 MiB of memory"),
        (_dying(signal.SIGABRT), 503, "of memory"),
        (_dying(signal.SIGSEGV), 400, "nests too deeply"),
        (_dying(signal.SIGKILL), 500, "could not be answered"),
    ],
)
def test_a_job_that_goes_too_far_ends_alone(
    job: Callable[[], Answer], status: int, words: str
) -> None:
    limits = Limits(seconds=0.2, memory=128 * 2**20)
    answer = _apart(lambda: bounded(job, limits))
    assert answer.status == status
    assert words in answer.body.decode()


def test_answers_pass_between_processes_unchanged() -> None:
    answer = Answer(b"a\nb\n\x00", "text/html", 404, drawn=True)
    assert unpacked(answer.packed()) == answer


def test_a_graph_that_is_gone_is_told() -> None:
    here, there = socket.socketpair()
    there.close()
    with here:
        answer = _apart(lambda: asyncio.run(Backend(here).ask(_answered)))
    assert (answer.status, b"the graph is gone" in answer.body) == (500, True)


def test_a_full_buffer_refuses_more() -> None:
    buffer = Capped(2**20)
    assert buffer.write(bytes(2**20)) == 2**20
    with pytest.raises(RefusedError, match="larger than 1 MiB") as refused:
        buffer.write(b"x")
    assert refused.value.status == 503


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph("küste", memory_store(corpus_quads(small_corpus())), ox.Store(), BASE)


def test_a_name_is_in_the_language_that_is_asked_for(graph: Graph) -> None:
    node = ox.NamedNode(NORDLAND)
    assert [name_of(graph, node, language) for language in ("de", "en")] == [
        "Nordland",
        "Northland",
    ]
    assert name_of(graph, ox.NamedNode("https://example.org/x#y%20z"), "de") == "y z"


def test_the_sentences_of_an_article_are_read_in_order(graph: Graph) -> None:
    found = passages(graph, document_node("angriff 1", BASE))
    texts = [passage.text for passage in found]
    assert [text for text in texts if text in SENTENCES] == list(SENTENCES)
    assert all(TEXT[p.start : p.end] == p.text for p in found)


def test_the_whole_text_is_read_where_the_graph_has_it() -> None:
    document = document_node("angriff 1", BASE)
    whole = ox.NamedNode(NIF + "isString")
    quads = [quad for quad in corpus_quads(small_corpus()) if quad.predicate != whole]
    quads.append(ox.Quad(document, whole, ox.Literal(TEXT + "\n\nEnde."), document))
    found = passages(Graph("k", memory_store(quads), ox.Store(), BASE), document)
    assert [passage.text for passage in found] == [TITLE, *SENTENCES, "Ende."]


def test_the_words_of_an_article_lead_to_entities(graph: Graph) -> None:
    found = mentions(graph, document_node("angriff 1", BASE))
    assert all(TEXT[words.start : words.end] == words.text for words, _ in found)
    assert NORDLAND in {node.value for _, node in found}


def test_a_passage_is_cut_where_roles_and_entities_begin() -> None:
    passage = Passage(10, "Nordland griff an.")
    words = [
        (Passage(10, "Nordland"), ox.NamedNode("a:n")),
        (Passage(14, "land"), ox.NamedNode("a:l")),
    ]
    assert parts(passage, [(10, 18, "subject"), (19, 24, "predicate")], words) == (
        ("Nordland", "subject", "a:n"),
        (" ", "", ""),
        ("griff", "predicate", ""),
        (" an.", "", ""),
    )


@pytest.mark.parametrize("name", [query.name for query in list_queries()])
def test_every_ready_made_query_runs_with_empty_fields(graph: Graph, name: str) -> None:
    (query,) = [query for query in list_queries() if query.name == name]
    answer = show_query(
        graph,
        question=Question(named_query(name)),
        name=name,
        parameters={parameter: "" for parameter, _ in query.parameters},
        reader=Reader("de"),
    )
    assert answer.status == 200
    assert all(f'name="p.{parameter}"' in answer.body.decode() for parameter, _ in query.parameters)


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (BASE + "ada-müller", "/id/ada-m%C3%BCller"),
        (BASE + "document/angriff%201", "/id/document/angriff%25201"),
        (BASE + "../etc", "/resource?iri=https%3A%2F%2Fw3id.org%2Fnewskg%2Fid%2F..%2Fetc"),
        (BASE + "a//b", "/resource?iri=https%3A%2F%2Fw3id.org%2Fnewskg%2Fid%2Fa%2F%2Fb"),
        (BASE, "/resource?iri=https%3A%2F%2Fw3id.org%2Fnewskg%2Fid%2F"),
        ("http://example.org/a?b#c", "/resource?iri=http%3A%2F%2Fexample.org%2Fa%3Fb%23c"),
        ("javascript:alert(1)", "/resource?iri=javascript%3Aalert%281%29"),
    ],
)
def test_every_link_stays_on_the_service(iri: str, expected: str) -> None:
    assert local(iri, BASE, Reader("de")) == expected


def test_a_chosen_language_goes_along() -> None:
    assert local(BASE + "a", BASE, Reader("en", chosen=True)) == "/id/a?lang=en"


def test_both_languages_have_the_same_words() -> None:
    german, english = texts()["de"], texts()["en"]
    assert german.keys() == english.keys()
    assert german["modalities"].keys() == english["modalities"].keys()


def test_the_base_is_that_of_the_graph(tmp_path: Path) -> None:
    path = tmp_path / "g.nq"
    other = "https://example.org/n/"
    path.write_bytes(serialize(corpus_quads(small_corpus(), other), "nquads"))
    with keep_graph(path).opened() as graph:
        assert (graph.base, graph.name) == (other, "g")
