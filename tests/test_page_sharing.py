"""What the page saves: pictures, and the statements that are shown."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pyoxigraph as ox
import pytest

from kg.exports import to_csv
from kg.graph import load_graph, to_graph
from kg.rdf import corpus_quads
from tests.browsing import Visit, page_of
from tests.corpora import MINISTERIN, NORDLAND, SUEDLAND, small_corpus


@pytest.fixture(scope="module")
def opened_page(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    html = page_of(to_graph(small_corpus()))
    opened = Visit(browser, tmp_path_factory.mktemp("page"), html)
    yield opened
    opened.close()


def triples(turtle: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE)}


def test_saved_turtle_is_what_the_build_writes_of_it(visit: Visit, tmp_path: Path) -> None:
    whole = visit.content("ttl")
    ours = {quad.triple for quad in corpus_quads(small_corpus())}
    assert triples(whole) <= ours
    missing = {
        triple.predicate.value.replace("/", "#").rpartition("#")[2]
        for triple in ours - triples(whole)
    }
    assert missing <= {
        "actor",
        "event",
        "reasons",
        "recipient",
        "type",
        "eventType",
        "hasActor",
        "hasPlace",
        "hasTimeStamp",
    }
    file = tmp_path / "saved.ttl"
    file.write_text(whole, encoding="utf-8")
    back, built = load_graph(file), to_graph(small_corpus())
    assert dict(back.edges) == dict(built.edges)
    assert {n: back.nodes[n]["facts"] for n in back} == {
        n: built.nodes[n]["facts"] for n in built if n in back
    }
    texts = {d["id"]: d["text"] for d in back.graph["documents"]}
    assert texts == {d["id"]: d["text"] for d in built.graph["documents"]}


def test_rdf_of_one_statement_is_copied(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.select(SUEDLAND)
    visit.page.get_by_text("RDF kopieren").first.click()
    visit.page.wait_for_selector("text=Kopiert")
    copied = triples(visit.run("navigator.clipboard.readText()"))
    assert copied < {quad.triple for quad in corpus_quads(small_corpus())}
    assert sum("Statement" in str(triple.object) for triple in copied) == 1


def test_saved_tables_are_those_of_the_command_line(visit: Visit) -> None:
    saved = list(csv.DictReader(io.StringIO(visit.content("csv"))))
    written = list(csv.DictReader(io.StringIO(to_csv(to_graph(small_corpus())).decode())))
    by_id = {row["id"]: row for row in written}
    assert {row["id"] for row in saved} == set(by_id)
    for row in saved:
        assert float(row.pop("confidence")) == float(by_id[row["id"]].pop("confidence"))
        assert row == by_id[row["id"]]


def test_saved_graphml_is_read_by_networkx(visit: Visit) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(nx.parse_graphml(visit.content("graphml")))
    built = to_graph(small_corpus())
    assert {key for *_, key in graph.edges} == {k for *_, k in built.edges(keys=True)}
    assert graph.nodes[SUEDLAND]["label_en"] == "Southland"
    edge = next(
        values for *_, values in graph.edges(data=True) if values.get("source_id") == MINISTERIN
    )
    assert edge["modality"] == "reported"


def test_what_filters_hide_is_not_saved(visit: Visit) -> None:
    visit.run("newskg.setModality('asserted', false)")
    rows = list(csv.DictReader(io.StringIO(visit.content("csv"))))
    assert rows
    assert "asserted" not in {row["modality"] for row in rows}
    assert len(nx.parse_graphml(visit.content("graphml")).edges) <= len(rows)


def test_the_picture_is_whole_and_stands_alone(visit: Visit) -> None:
    picture = visit.content("svg")
    root = ET.fromstring(picture)  # noqa: S314
    assert root.get("viewBox")
    words = " ".join(root.itertext())
    assert "Südland" in words
    assert "griff an" in words
    assert "var(" not in picture
    assert "href" not in picture


def test_files_are_saved_from_the_menu(visit: Visit) -> None:
    for kind, begin in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("ttl", b"@prefix")):
        visit.page.click("#share")
        with visit.page.expect_download() as waiting:
            visit.page.click(f"#share-menu [data-save={kind}]")
        assert waiting.value.suggested_filename == f"graph.{kind}"
        assert Path(waiting.value.path()).read_bytes().startswith(begin)
    visit.page.click("#share")
    visit.page.keyboard.press("Escape")
    assert visit.page.is_hidden("#share-menu")
    assert visit.run("document.activeElement.id") == "share"


def test_on_paper_the_drawing_is_a_picture_in_dark_ink(visit: Visit) -> None:
    visit.page.emulate_media(media="print", color_scheme="dark")
    visit.run("window.dispatchEvent(new Event('beforeprint'))")
    assert visit.page.locator("#print svg").is_visible()
    assert visit.page.is_hidden("#graph")
    assert visit.run("getComputedStyle(document.body).color") == "rgb(27, 34, 44)"
    visit.run("window.dispatchEvent(new Event('afterprint'))")
    assert visit.page.locator("#print svg").count() == 0
    visit.page.emulate_media(media="screen", color_scheme="light")


def test_statements_of_the_corpus_are_there(visit: Visit) -> None:
    assert visit.visible(NORDLAND)
