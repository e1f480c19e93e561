"""Pushing to servers that are odd, busy or gone; a real one is in `test_virtuoso`."""

import threading
import time
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import InputError, PushError
from kg.push import Endpoint, _updates, push
from kg.rdf import corpus_quads
from tests.console import kg
from tests.corpora import small_corpus
from tests.hostile import hostile_corpus
from tests.virtuoso import free_port

QUADS = corpus_quads(small_corpus())
NODE = ox.NamedNode("http://x/a")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
PAGE = "<html><style>p { x }</style><h1>No</h1>\n<p>entry</p></html>"


@dataclass
class Server:
    """A server that answers as told, then 204, and remembers what it got."""

    url: str
    answers: list[tuple[int, dict[str, str], str]] = field(default_factory=list)
    got: list[tuple[str, str, dict[str, str], str]] = field(default_factory=list)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server on a free port; nobody waits between two tries."""
    monkeypatch.setattr(time, "sleep", lambda _: None)

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            told.got.append((self.command, self.path, dict(self.headers), body))
            status, headers, text = told.answers.pop(0) if told.answers else (204, {}, "")
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(text.encode())))
            self.end_headers()
            self.wfile.write(text.encode())

        do_POST = do_PUT = _answer  # noqa: N815 - the names that the library calls

        def log_message(self, *_: object) -> None:
            """Tests are quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        told = Server(f"http://127.0.0.1:{running.server_port}/update")
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield told
        running.shutdown()


def many(number: int) -> list[ox.Quad]:
    """Triples in two graphs."""
    graphs = ox.NamedNode("http://x/g"), ox.NamedNode("http://x/h")
    return [ox.Quad(NODE, NODE, ox.Literal(f"{i:06}"), graphs[i % 2]) for i in range(number)]


def test_a_busy_server_is_asked_again(server: Server) -> None:
    server.answers = [(503, {}, "busy"), (429, {"Retry-After": "3600"}, "slow down")]
    pushed = push(QUADS, Endpoint(server.url))
    assert (pushed.triples, pushed.graphs, pushed.requests) == (len(QUADS), 2, 1)
    assert [method for method, *_ in server.got] == ["POST"] * 3
    assert len({body for *_, body in server.got}) == 1


def test_a_server_that_stays_busy_is_an_error(server: Server) -> None:
    server.answers = [(503, {}, "busy\nreally")] * 9
    with pytest.raises(PushError, match=r"answers 503 .*: busy; 0 of \d+ triples were taken$"):
        push(QUADS, Endpoint(server.url))
    assert len(server.got) == 4


def test_what_was_taken_before_an_error_is_told(server: Server) -> None:
    server.answers = [(200, {}, ""), (200, {}, ""), (400, {}, "")]
    with pytest.raises(
        PushError, match=r"answers 400 Bad Request; 2000 of 2500 triples were taken"
    ):
        push(many(2500), Endpoint(server.url))


@pytest.mark.parametrize(
    ("status", "headers", "text", "told"),
    [
        (403, {"Content-Type": "text/html"}, PAGE, "answers 403 Forbidden: No entry;"),
        (301, {"Location": "http://there/"}, "", "has moved to http://there/: push there;"),
        (401, {"WWW-Authenticate": 'Basic realm="x"'}, "", "--user, --password-from and --basic;"),
        (401, {}, "", "asks for a user and the right password"),
        (500, {}, "\x1b[31m" + "long " * 1000, "answers 500"),
    ],
)
def test_a_refusal_is_one_line(
    server: Server, status: int, headers: dict[str, str], text: str, told: str
) -> None:
    server.answers = [(status, headers, text)]
    with pytest.raises(PushError) as raised:
        push(QUADS, Endpoint(server.url, user="me", password="secret"))  # noqa: S106 - a test
    message = str(raised.value)
    assert told in message
    assert "\n" not in message
    assert "\x1b" not in message
    assert "secret" not in message
    assert len(message) < 400


def test_a_server_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep", lambda _: None)
    url = f"http://127.0.0.1:{free_port()}/"
    with pytest.raises(PushError, match=f"^{url}: the server cannot be reached; 0 of"):
        push(QUADS, Endpoint(url))


def test_a_password_goes_readable_only_when_asked(server: Server, tmp_path: Path) -> None:
    file = tmp_path / "graph.nq"
    file.write_text("<http://x/a> <http://x/b> <http://x/c> .", encoding="utf-8")
    words = "push", file, "--endpoint", server.url, "--user", "me", "--password-from", "-"
    assert kg(*words, stdin=b"pass word\n").status == 0
    assert kg(*words, "--basic", stdin=b"pass word\r\nmore").status == 0
    first, second = (headers.get("Authorization") for _, _, headers, _ in server.got)
    assert (first, second) == (None, "Basic " + b64encode(b"me:pass word").decode())


def test_a_graph_store_takes_a_request_for_each_graph(server: Server) -> None:
    quads = [*many(4), ox.Quad(NODE, NODE, NODE)]
    pushed = push(quads, Endpoint(server.url, graph_store=True))
    assert (pushed.triples, pushed.graphs, pushed.requests) == (5, 3, 3)
    assert sorted((method, path) for method, path, *_ in server.got) == [
        ("POST", "/update?default"),
        ("POST", "/update?graph=http%3A%2F%2Fx%2Fg"),
        ("POST", "/update?graph=http%3A%2F%2Fx%2Fh"),
    ]
    push(many(2), Endpoint(server.url, graph_store=True), replace=True)
    assert [method for method, *_ in server.got[3:]] == ["PUT", "PUT"]


def test_updates_are_small_and_say_it_all() -> None:
    long = ox.Literal("ä" * 600_000)
    quads = [*many(2500), *(ox.Quad(q.subject, q.predicate, long, q.graph_name) for q in many(2))]
    old = ox.Quad(NODE, NODE, NODE, ox.NamedNode("http://x/old"))
    for replace, left in ((False, [*many(9999), old]), (True, [old])):
        store = ox.Store()
        store.extend([*many(9999), old])
        updates = list(_updates(sorted(quads, key=str), replace=replace))
        for update in updates:
            assert update.triples <= 1000
            assert len(update.body) < 1_100_000
            store.update(update.body)
        assert set(store) == {*quads, *left}
        assert sum(update.triples for update in updates) == len(quads)


@settings(deadline=None, max_examples=30)
@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_any_text_survives_an_update(names: list[str]) -> None:
    quads = corpus_quads(hostile_corpus(tuple(names)))
    store = ox.Store()
    for update in _updates(quads, replace=True):
        store.update(update.body)
    # Oxigraph makes an integer of any kind an `xsd:integer`.
    found, expected = (
        {(q.subject, q.predicate, _value(q)) for q in some} for some in (store, quads)
    )
    assert found == expected


def _value(quad: ox.Quad) -> str:
    assert isinstance(quad.object, ox.Literal | ox.NamedNode)
    return quad.object.value


@pytest.mark.parametrize(
    ("quad", "replace", "told"),
    [
        (ox.Quad(ox.BlankNode(), NODE, NODE), False, "blank nodes .* use --graph-store"),
        (ox.Quad(NODE, NODE, NODE), True, "name one with --graph IRI"),
    ],
)
def test_what_cannot_be_sent_is_not(
    server: Server, quad: ox.Quad, told: str, *, replace: bool
) -> None:
    with pytest.raises(InputError, match=told):
        push([quad], Endpoint(server.url), replace=replace)
    assert server.got == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--endpoint", "localhost:8890/sparql"], "is no address of a server"),
        (["--endpoint", "http://me:secret@localhost/"], "the user goes into --user"),
        (["--endpoint", "http://localhost/", "--user", "me"], "--password-from go together"),
        (["--endpoint", "http://localhost/", "--graph", "a b"], "a b: is no IRI"),
        (
            ["--endpoint", "http://localhost/", "--user", "me", "--password-from", "nowhere"],
            "nowhere: no password can be read there",
        ),
    ],
)
def test_a_command_that_cannot_be_is_one_line(tmp_path: Path, words: list[str], told: str) -> None:
    file = tmp_path / "graph.nt"
    file.write_text("<http://x/a> <http://x/b> <http://x/c> .", encoding="utf-8")
    outcome = kg("push", file, *words)
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert told in outcome.err
    assert "secret" not in outcome.err
