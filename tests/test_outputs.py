"""The files of a build: their rows, and that all are written or none."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.model import Corpus, Document, InputError, Modality, ValidationError
from kg.outputs import build_files, check_folder, lines, tables, title, write_build
from tests.corpora import BASE, small_corpus

FILES = [
    "graph.html",
    "graph.ttl",
    "graph.nq",
    "graph.jsonld",
    "graph.graphml",
    "statements.jsonl",
    "entities.jsonl",
    "propositions.jsonl",
    "explanations.jsonl",
    "decisions.jsonl",
]
STATEMENT_KEYS = (
    "id doc subject relation predicate_text object polarity modality source date place sentence "
    "start end confidence rule"
).split()


def write(folder: Path, corpus: Corpus | None = None) -> tuple[str, ...]:
    return write_build(corpus or small_corpus(), folder, base=BASE, language="de").files


def rows(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.decode().splitlines()]


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_build_writes_every_file(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    assert list(write(folder)) == FILES
    assert content(folder) == build_files(small_corpus(), BASE, "de")


def test_rows_of_statements() -> None:
    found = rows(tables(small_corpus())["statements.jsonl"])
    assert len(found) == len(small_corpus().statements)
    for row in found:
        assert list(row) == STATEMENT_KEYS
        assert row["subject"].keys() == {"id", "name", "type", "text"}
        assert row["object"].keys() in ({"id", "name", "type", "text"}, {"value"})
        assert row["source"] is None or row["source"].keys() == {"id", "name"}
        assert row["place"] is None or row["place"].keys() == {"id", "name"}


def test_literals_are_values() -> None:
    objects = [row["object"] for row in rows(tables(small_corpus())["statements.jsonl"])]
    assert {"value": "32"} in objects


def test_rows_of_entities() -> None:
    row = rows(tables(small_corpus())["entities.jsonl"])[0]
    assert list(row) == ["id", "name", "type", "labels", "wikidata", "mentions", "reasons"]
    assert all(m.keys() == {"doc", "start", "end", "text"} for m in row["mentions"])


def test_rows_of_open_facts() -> None:
    row = rows(tables(small_corpus())["propositions.jsonl"])[0]
    keys = "doc sentence_index subject relation object polarity modality start end"
    assert list(row) == keys.split()


def test_lines_are_readable_and_never_broken() -> None:
    data = lines([{"text": "Größe\nzwei\u2028drei"}, {"text": ""}])
    assert data.count(b"\n") == 2
    assert "Größe" in data.decode()


@pytest.mark.parametrize(
    ("documents", "language", "expected"),
    [
        ((Document(id="a", text="", title="Schlagzeile"),), "de", "Schlagzeile"),
        ((Document(id="a", text=""),), "de", "a"),
        ((Document(id="a", text=""), Document(id="b", text="")), "de", "2 Artikel"),
        ((Document(id="a", text=""), Document(id="b", text="")), "en", "2 articles"),
    ],
)
def test_title(documents: tuple[Document, ...], language: str, expected: str) -> None:
    assert title(Corpus(documents), language) == expected


def test_an_empty_corpus_is_written(tmp_path: Path) -> None:
    assert list(write(tmp_path, Corpus())) == FILES


def test_an_older_build_is_replaced_and_other_files_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("mine", encoding="utf-8")
    write(tmp_path, Corpus())
    write(tmp_path)
    assert content(tmp_path).keys() == {*FILES, "notes.md"}
    assert b"Nordland" in (tmp_path / "graph.ttl").read_bytes()


def test_a_full_disk_leaves_the_older_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, Corpus())
    before = content(tmp_path)

    def fill(path: Path, data: bytes) -> int:
        if path.name == "graph.nq":
            raise OSError(28, "No space left on device")
        with path.open("wb") as file:
            return file.write(data)

    monkeypatch.setattr(Path, "write_bytes", fill)
    with pytest.raises(InputError, match="cannot be written: No space left on device"):
        write(tmp_path)
    assert content(tmp_path) == before
    assert {path.name for path in tmp_path.iterdir()} == set(FILES)


def test_a_folder_in_a_file_s_place_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").mkdir()
    with pytest.raises(InputError, match=r"graph\.ttl: cannot be written: is a folder"):
        write(tmp_path)
    assert content(tmp_path) == {}


def test_a_graph_that_breaks_the_shapes_is_not_written(tmp_path: Path) -> None:
    corpus = small_corpus()
    broken = replace(corpus.statements[0], confidence=7.0)
    with pytest.raises(ValidationError, match=r"breaks the shapes.*confidence"):
        write(tmp_path / "new", replace(corpus, statements=(broken,)))
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("below", ["", "folder", "folder/deeper"])
def test_an_output_that_is_a_file_is_an_error(tmp_path: Path, below: str) -> None:
    file = tmp_path / "file"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="is a file, not a folder"):
        check_folder(file / below)
    assert file.read_text(encoding="utf-8") == "mine"


def test_a_folder_that_is_there_or_can_be_made_is_fine(tmp_path: Path) -> None:
    check_folder(tmp_path)
    check_folder(tmp_path / "new" / "folder")
    check_folder(Path("new"))
    assert list(tmp_path.iterdir()) == []


def test_modalities_are_plain_words() -> None:
    modalities = {row["modality"] for row in rows(tables(small_corpus())["statements.jsonl"])}
    assert modalities <= {modality.value for modality in Modality}
