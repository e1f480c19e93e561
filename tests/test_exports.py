import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest

from kg.exports import FOLDERS, SUFFIXES, export, to_csv, to_gexf, to_graphml, to_node_link
from kg.files import write_whole
from kg.graph import to_graph
from kg.model import Corpus, InputError
from kg.rdf import corpus_of, read_quads
from tests.console import kg
from tests.corpora import MINISTERIN, NORDLAND, SOLDATEN, SUEDLAND, small_corpus, statement

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_suffix_is_written(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / "new" / f"graph{suffix.upper()}"
    export(small_corpus(), path)
    assert path.stat().st_size > 1000
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("suffix", FOLDERS)
def test_every_folder_is_written(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / "new" / f"graph{suffix.upper()}"
    written = export(small_corpus(), path)
    assert sorted(written) == sorted(path.iterdir())
    assert all(file.stat().st_size > 100 for file in written)


@pytest.mark.parametrize("format_", [suffix[1:] for suffix in (*SUFFIXES, *FOLDERS)])
def test_a_format_may_be_named(tmp_path: Path, format_: str) -> None:
    named = export(small_corpus(), tmp_path / "graph", format_)
    by_suffix = export(small_corpus(), tmp_path / f"other.{format_}")
    assert [file.read_bytes() for file in named] == [file.read_bytes() for file in by_suffix]


def test_a_folder_is_replaced_whole_and_other_files_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "graph.neo4j"
    folder.mkdir()
    (folder / "notes.md").write_bytes(b"mine")
    export(small_corpus(), folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def fails(*_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fails)
    with pytest.raises(InputError, match=r"graph\.neo4j: cannot be written: No space left"):
        export(Corpus(), folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_the_command_line_names_what_it_wrote(tmp_path: Path) -> None:
    graph = tmp_path / "graph.nq"
    export(small_corpus(), graph)
    outcome = kg("export", graph, "-o", tmp_path / "load", "--format", "neo4j")
    names = ("nodes.csv", "relationships.csv")
    assert outcome.out.splitlines() == [str(tmp_path / "load" / name) for name in names]
    unknown = kg("export", graph, "-o", tmp_path / "load", "--format", "docx")
    assert (unknown.status, unknown.err.count("\n")) == (2, 1)
    assert "unknown format 'docx'; known are .csv, .cypher" in unknown.err


@pytest.mark.parametrize("suffix", [".ttl", ".nq", ".nt", ".trig", ".jsonld", ".rdf"])
def test_rdf_comes_back(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"graph{suffix}"
    export(small_corpus(), path)
    assert set(corpus_of(read_quads(path)).statements) == set(small_corpus().statements)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_empty_corpus(tmp_path: Path, suffix: str) -> None:
    export(Corpus(), tmp_path / f"graph{suffix}")


@pytest.mark.parametrize("suffix", FOLDERS)
def test_folders_of_the_empty_corpus(tmp_path: Path, suffix: str) -> None:
    assert export(Corpus(), tmp_path / f"graph{suffix}")


def test_graphml_opens_in_networkx() -> None:
    graph = nx.read_graphml(io.BytesIO(to_graphml(small_corpus())), force_multigraph=True)
    assert graph.number_of_nodes() == 6
    edge = graph.get_edge_data(NORDLAND, SOLDATEN)["c1"]
    assert (edge["polarity"], edge["modality"]) == ("negative", "reported")
    assert edge["source_id"] == MINISTERIN
    facts = json.loads(graph.nodes[SOLDATEN]["facts"])
    assert [fact["value"] for fact in facts] == ["32", "sechs"]


def test_a_graph_is_not_changed_by_writing_it() -> None:
    graph = to_graph(small_corpus())
    for write in (to_csv, to_gexf, to_graphml, to_node_link):
        assert write(graph) == write(small_corpus())
    assert nx.utils.graphs_equal(graph, to_graph(small_corpus()))


def test_gexf_opens_in_networkx_and_carries_no_clock() -> None:
    data = to_gexf(small_corpus())
    assert b"lastmodified" not in data
    graph = nx.read_gexf(io.BytesIO(data))
    assert graph.number_of_edges() == 7
    assert graph.nodes[NORDLAND]["label"] == "Nordland"


def test_control_characters_do_not_break_xml() -> None:
    corpus = Corpus(statements=(statement("x", object_text="\x00\x0b\x1b\uffff <&>"),))
    for data in (to_graphml(corpus), to_gexf(corpus)):
        assert b"\xef\xbf\xbd" in data or b"&#65533;" in data
    assert nx.read_graphml(io.BytesIO(to_graphml(corpus))).number_of_edges() == 1


def test_node_link_is_what_networkx_reads() -> None:
    graph = nx.node_link_graph(json.loads(to_node_link(small_corpus())))
    assert graph.get_edge_data(NORDLAND, SOLDATEN)["c1"]["source_id"] == MINISTERIN
    expected = to_graph(small_corpus())
    expected.graph.clear()  # Only nodes and edges are written.
    for _, _, key, values in expected.edges(keys=True, data=True):
        values["source_id"] = values.pop("source")
        values["holds"] = key not in ("c1", "e1")
    assert nx.utils.graphs_equal(graph, expected)


def test_csv_has_a_line_for_each_statement() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(small_corpus()).decode())))
    assert sorted(row["id"] for row in rows) == sorted(s.id for s in small_corpus().statements)
    (denied,) = (row for row in rows if row["id"] == "c1")
    assert (denied["subject_label"], denied["object_label"]) == ("Nordland", "Soldaten")
    assert (denied["polarity"], denied["source"]) == ("negative", MINISTERIN)
    (count,) = (row for row in rows if row["id"] == "d1")
    assert (count["object"], count["relation"]) == ("32", "killedCount")
    assert {row["object"] for row in rows} >= {SUEDLAND, "sechs", "Außenministerin"}


def test_unknown_suffix_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"'\.docx'.*\.csv, \.cypher, \.db, \.gexf"):
        export(small_corpus(), tmp_path / "graph.docx")
    assert list(tmp_path.iterdir()) == []


def test_the_page_about_exports_has_every_suffix() -> None:
    page = (ROOT / "docs" / "export.md").read_text("utf-8")
    assert [suffix for suffix in (*SUFFIXES, *FOLDERS) if f"`{suffix}`" not in page] == []


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "graph.ttl"
    write_whole(path, b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)

    def fails(*_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(InputError, match="No space left"):
        write_whole(path, b"half")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputError, match="file"):
        export(small_corpus(), tmp_path / "file" / "graph.ttl")
