"""The service with workers that open the graph by its path, as where no system can fork."""

import asyncio
import io
import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import pytest

from kg.model import InputError
from kg.rdf import corpus_quads, replace_graphs
from kg.serve.app import Options
from kg.serve.limits import Limits, ended
from kg.serve.pool import pooling
from kg.serve.service import running
from kg.serve.sparql import Question, answer_query
from kg.serve.worker import receive, send
from tests.corpora import small_corpus
from tests.serving import ask, post, query, write_graph
from tests.test_serve_http import ATTACKED, BROWSER, DEEP, GREEDY, SLOW, is_alive

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
LIMITS = Limits(seconds=1, memory=256 * 2**20, result=2**20)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_graph(tmp_path_factory.mktemp("spawned"))


@pytest.fixture(scope="module")
def spawned(graph: Path) -> Iterator[str]:
    with running(graph, Options(limits=LIMITS, start="spawn")) as address:
        yield address


def test_both_ways_to_start_answer_alike(graph: Path, spawned: str) -> None:
    pages = [
        "/sparql?" + urlencode({"query": ATTACKED}),
        "/id/nordland",
        "/entities",
        "/articles",
        "/view",
        "/id/nix",
        "/?" + urlencode({"query": ATTACKED}),
    ]
    with running(graph, Options(limits=LIMITS, start="fork")) as forked:
        for page in pages:
            one, other = (ask(address, page, accept=BROWSER) for address in (spawned, forked))
            assert (one.status, one.type) == (other.status, other.type), page
            assert one.body == other.body, page


def test_deep_nesting_is_refused(spawned: str) -> None:
    reply = post(spawned, query=DEEP["groups"])
    assert (reply.status, reply.text) == (400, "nests too deeply to be read\n")
    assert is_alive(spawned)


@pytest.mark.parametrize("name", ["product", "count"])
def test_what_takes_too_much_is_stopped(spawned: str, name: str) -> None:
    sparql, reason = GREEDY[name]
    reply = post(spawned, query=sparql)
    assert (reply.status, reply.text.count("\n")) == (503, 1)
    assert re.search(reason, reply.text)
    assert is_alive(spawned)


def test_what_takes_too_much_memory_is_stopped(graph: Path) -> None:
    limits = Limits(seconds=20, memory=64 * 2**20)
    with running(graph, Options(limits=limits, start="spawn")) as address:
        reply = post(address, query=GREEDY["text"][0])
        assert (reply.status, "64 MiB of memory" in reply.text) == (503, True)
        assert is_alive(address)


def test_others_are_answered_meanwhile(spawned: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        slow = pool.submit(post, spawned, query=SLOW)
        quick = [pool.submit(query, spawned, "ASK {}") for _ in range(3)]
        assert {reply.result().status for reply in quick} == {200}
        assert slow.result().status == 503


def test_what_is_not_allowed_is_refused(spawned: str) -> None:
    assert query(spawned, "SELECT * { SERVICE <http://127.0.0.1:1/> { ?a ?b ?c } }").status == 403
    assert post(spawned, update="CLEAR ALL").status == 403
    assert query(spawned, "SELECT").status == 400
    assert is_alive(spawned)


def test_changes_outlive_the_worker_that_made_them(graph: Path) -> None:
    options = Options(update=True, limits=LIMITS, start="spawn")
    with running(graph, options) as address:
        assert post(address, update="INSERT DATA { ent:neu kg:attacked ent:alt }").status == 204
        assert post(address, update="INSERT").status == 400
        before = query(address, COUNT).body
        grown = "INSERT { ?a ?e ?i } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
        assert post(address, update=grown).status == 503
        assert query(address, COUNT).body == before
        asked = "ASK { ent:neu kg:attacked ent:alt }"
        assert json.loads(query(address, asked).body)["boolean"] is True


def test_a_store_is_served_as_it_is_now(tmp_path: Path) -> None:
    path = tmp_path / "store"
    replace_graphs(path, corpus_quads(small_corpus(), "https://example.org/"))
    with running(path, Options(start="spawn")) as address:
        before = query(address, COUNT).body
        replace_graphs(path, corpus_quads(small_corpus()))
        assert query(address, COUNT).body != before


def test_a_graph_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text("nonsense", encoding="utf-8")
    options = Options(start="spawn")
    with pytest.raises(InputError, match=r"x\.ttl: "), running(tmp_path / "x.ttl", options):
        pass


def test_a_graph_that_is_gone_is_told(tmp_path: Path) -> None:
    path = write_graph(tmp_path)
    deep = partial(answer_query, question=Question(DEEP["groups"]), accept="", most=9)
    fine = partial(answer_query, question=Question("ASK {}"), accept="", most=999)

    async def asked() -> list[int]:
        answers = [await pool.ask(fine), await pool.ask(deep)]
        answers += [await pool.ask(fine), await pool.ask(fine)]
        return [answer.status for answer in answers]

    with pooling(path, LIMITS, 1) as pool, ThreadPoolExecutor(1) as apart:
        path.rename(tmp_path / "gone")
        assert apart.submit(lambda: asyncio.run(asked())).result() == [200, 400, 500, 500]


def test_messages_have_their_length() -> None:
    line = io.BytesIO()
    for message in (b"a\n", bytes(3)):
        send(line, message)
    line.seek(0)
    assert [receive(line), receive(line), receive(line)] == [b"a\n", bytes(3), b""]
    assert receive(io.BytesIO(line.getvalue()[:9])) == b""


def test_windows_tells_in_its_way_that_a_query_nests_too_deeply() -> None:
    assert ended(0xC00000FD, LIMITS).status == 400
    assert ended(1, LIMITS).status == 500
