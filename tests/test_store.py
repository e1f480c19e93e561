"""A store on disk: articles come and go, and nothing else changes."""

import fcntl
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.explain import explanation
from kg.graph import load_graph
from kg.model import Corpus, InputError, ValidationError
from kg.outputs import write_store
from kg.query import query, run_named
from kg.rdf import (
    FORMATS,
    Changes,
    at_least,
    check_store,
    corpus_quads,
    quads_of,
    remove_documents,
    replace_graphs,
    serialize,
)
from kg.rdf.store import is_store, reading
from kg.summary import statistics
from kg.validate import validate
from tests.console import kg
from tests.corpora import BASE, small_corpus

FIRST, SECOND = "angriff 1", "später"
GRAPH = BASE + "document/angriff%201"


def of_article(quads: list[ox.Quad], name: str) -> set[ox.Quad]:
    return {quad for quad in quads if quad.graph_name == ox.NamedNode(name)}


def only(corpus: Corpus, document: str) -> Corpus:
    """What the corpus holds of one article."""
    return Corpus(
        tuple(d for d in corpus.documents if d.id == document),
        tuple(
            replace(e, mentions=tuple(m for m in e.mentions if m.span.document == document))
            for e in corpus.entities
        ),
        tuple(s for s in corpus.statements if s.evidence.span.document == document),
    )


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store"
    assert replace_graphs(path, corpus_quads(small_corpus())) == Changes(added=2)
    return path


def test_a_graph_comes_back_as_it_was_written(store: Path) -> None:
    assert is_store(store)
    assert set(quads_of(store)) == set(corpus_quads(small_corpus()))
    for format_ in FORMATS:
        assert serialize(store, format_) == serialize(small_corpus(), format_)


def test_several_builds_add_to_a_store(tmp_path: Path) -> None:
    corpus, path = small_corpus(), tmp_path / "new" / "store"
    assert write_store(only(corpus, FIRST), path, base=BASE) == Changes(added=1)
    first = of_article(quads_of(path), GRAPH)
    assert write_store(only(corpus, SECOND), path, base=BASE) == Changes(added=1)
    assert of_article(quads_of(path), GRAPH) == first
    assert write_store(only(corpus, SECOND), path, base=BASE) == Changes(unchanged=1)
    assert len(query(path, "SELECT ?a { ?a a schema:NewsArticle }").rows) == 2


def test_an_article_is_replaced_and_the_others_stay(store: Path) -> None:
    corpus = small_corpus()
    others = set(quads_of(store)) - of_article(quads_of(store), GRAPH)
    kept = tuple(s for s in corpus.statements if s.id != "b1")
    fewer = replace(corpus, statements=kept)
    assert replace_graphs(store, corpus_quads(fewer)) == Changes(replaced=1, unchanged=1)
    assert set(quads_of(store)) - of_article(quads_of(store), GRAPH) == others
    assert set(quads_of(store)) == set(corpus_quads(fewer))
    assert replace_graphs(store, corpus_quads(corpus)) == Changes(replaced=1, unchanged=1)
    assert set(quads_of(store)) == set(corpus_quads(corpus))


def test_an_article_is_removed_and_the_others_stay(store: Path) -> None:
    before = quads_of(store)
    assert remove_documents(store, [FIRST]) == [GRAPH]
    assert set(quads_of(store)) == set(before) - of_article(before, GRAPH)
    assert query(store, "SELECT ?g { GRAPH ?g {} }").rows == ((BASE + "document/sp%C3%A4ter",),)


def test_the_union_is_that_of_the_graphs_whatever_came_and_went(store: Path) -> None:
    asked = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o"
    remove_documents(store, [FIRST])
    assert query(store, asked) == query(quads_of(store), asked)
    replace_graphs(store, corpus_quads(small_corpus()))
    assert query(store, asked) == query(small_corpus(), asked)


def test_removing_what_is_not_there_changes_nothing(store: Path, tmp_path: Path) -> None:
    before = quads_of(store)
    with pytest.raises(InputError, match="has no article: absent"):
        remove_documents(store, [SECOND, "absent"])
    assert quads_of(store) == before
    with pytest.raises(InputError, match="no store"):
        remove_documents(tmp_path, [FIRST])


def test_two_articles_of_one_name_under_two_bases(store: Path) -> None:
    replace_graphs(store, corpus_quads(small_corpus(), "https://example.org/"))
    with pytest.raises(InputError, match="more than one article"):
        remove_documents(store, [FIRST])
    assert remove_documents(store, [GRAPH]) == [GRAPH]
    assert remove_documents(store, [FIRST]) == ["https://example.org/document/angriff%201"]


def test_every_room_takes_a_store(store: Path) -> None:
    corpus = small_corpus()
    assert query(store, "ASK { ent:nordland kg:attacked ?o }").answer is True
    assert run_named(store, "denied") == run_named(corpus, "denied")
    assert validate(store).messages == ()
    assert statistics(store).startswith("2 articles\n6 entities\n")
    assert "Nordland" in explanation(store, "a1")
    edges = set(load_graph(corpus).edges(keys=True))
    assert set(load_graph(store).edges(keys=True)) == edges
    assert set(at_least(store, 0.9)) == set(at_least(corpus, 0.9))


def test_a_store_that_is_open_is_asked_where_it_lies(store: Path) -> None:
    with reading(store) as opened:
        assert query(opened, "ASK { ?s a kg:Statement }").answer is True
        assert quads_of(opened) == quads_of(store)


def test_readers_share_a_store_and_a_writer_does_not(store: Path) -> None:
    before = quads_of(store)
    with reading(store), reading(store):
        for write in (
            lambda: replace_graphs(store, []),
            lambda: remove_documents(store, [FIRST]),
            lambda: check_store(store),
        ):
            with pytest.raises(InputError, match="in use by another process"):
                write()
    with (store / "kg.lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(InputError, match="in use by another process"):
            quads_of(store)
    assert quads_of(store) == before


def test_a_store_that_another_tool_holds(store: Path) -> None:
    held = ox.Store(str(store))
    with pytest.raises(InputError, match=r"cannot be written: IO error.*LOCK") as caught:
        remove_documents(store, [FIRST])
    assert "\n" not in str(caught.value)
    assert len(held) > 0


@pytest.mark.parametrize("name", ["file", "folder"])
def test_a_store_in_the_place_of_something_else(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "graph.nq").write_text("")
    with pytest.raises(InputError, match="neither a store nor an empty folder"):
        replace_graphs(tmp_path / name, corpus_quads(small_corpus()))
    assert not (tmp_path / "folder" / "kg.lock").exists()


def test_a_damaged_store_is_one_line(store: Path) -> None:
    (store / "CURRENT").write_text("nonsense")
    with pytest.raises(InputError, match="cannot be read") as caught:
        quads_of(store)
    assert "\n" not in str(caught.value)


def test_an_unsound_build_does_not_touch_a_store(store: Path) -> None:
    corpus, before = small_corpus(), quads_of(store)
    wrong = replace(corpus, statements=(replace(corpus.statements[0], confidence=7.0),))
    with pytest.raises(ValidationError):
        write_store(wrong, store, base=BASE)
    assert quads_of(store) == before


WRITER = """
import sys
from pathlib import Path
from kg.rdf import corpus_quads, replace_graphs
from tests.corpora import small_corpus
for number in range(10_000):
    replace_graphs(Path(sys.argv[1]), corpus_quads(small_corpus(), f"https://e.org/{number}/"))
    print(number, flush=True)
"""


def test_a_writer_that_is_killed_leaves_whole_articles(tmp_path: Path) -> None:
    path = tmp_path / "store"
    root = Path(__file__).parent.parent
    command = [sys.executable, "-c", WRITER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as writer:
        assert writer.stdout is not None
        for line in writer.stdout:
            if line.strip() == "3":
                writer.send_signal(signal.SIGKILL)
    quads = quads_of(path)
    bases = sorted({str(q.graph_name).partition("/document/")[0][1:] + "/" for q in quads})
    assert len(bases) >= 4
    for base in bases[:-1]:
        assert set(corpus_quads(small_corpus(), base)) <= set(quads)
    for graph in {quad.graph_name for quad in quads}:
        base = str(graph).partition("/document/")[0][1:] + "/"
        whole = {q for q in corpus_quads(small_corpus(), base) if q.graph_name == graph}
        assert {quad for quad in quads if quad.graph_name == graph} == whole
    assert replace_graphs(path, corpus_quads(small_corpus())) == Changes(added=2)


def test_on_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kg.build.read_corpus", lambda *_, **__: small_corpus())
    Path("a.txt").write_text("Nordland griff Südland an.", encoding="utf-8")
    built = kg("build", "a.txt", "--store", "store")
    assert built.status == 0
    assert built.out.endswith("\n  store: 2 added, 0 replaced, 0 unchanged\n")
    assert not Path("output").exists()
    both = kg("build", "a.txt", "--store", "store", "-o", "folder")
    assert "  folder/graph.ttl\n" in both.out
    assert both.out.endswith("\n  store: 0 added, 0 replaced, 2 unchanged\n")
    for command in ("validate", "stats"):
        assert kg(command, "store").status == 0
    assert kg("query", "store", "ASK { ?s a kg:Statement }").out.split()[-1] == "true"
    assert kg("export", "store", "-o", "a.ttl").status == 0
    assert Path("a.ttl").read_bytes() == Path("folder/graph.ttl").read_bytes()
    assert kg("view", "store", "-o", "a.html").status == 0
    assert kg("explain", "store", "a1").status == 0
    assert kg("remove", "store", FIRST).out == f"removed {GRAPH}\n"
    gone = kg("remove", "store", FIRST)
    assert (gone.status, gone.err) == (2, f"kg: store: has no article: {FIRST}\n")
    other = kg("build", "a.txt", "--store", "folder")
    assert (other.status, other.err) == (2, "kg: folder: is neither a store nor an empty folder\n")
