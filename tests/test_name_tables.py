"""The tables of names, one thing a line."""

from pathlib import Path

import pytest

from kg import name_tables
from kg.model import LexiconError
from kg.name_tables import read_table


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that tables are read from."""
    monkeypatch.setattr(name_tables, "data_path", lambda _, name: tmp_path / name)
    read_table.cache_clear()
    return tmp_path


def test_a_row_has_the_columns_of_the_first_line(folder: Path) -> None:
    text = "# A comment.\n\nname\tname_en\taliases\twikidata\nHafen\tHarbour\tPort | Haven\tQ1\n"
    (folder / "a.tsv").write_text(text, encoding="utf-8")
    row = {"name": "Hafen", "name_en": "Harbour", "aliases": ["Port", "Haven"], "wikidata": "Q1"}
    assert read_table("a.tsv") == (row,)


def test_empty_cells(folder: Path) -> None:
    (folder / "b.tsv").write_text("name\tname_en\taliases\nHafen\t\t\n", encoding="utf-8")
    assert read_table("b.tsv") == ({"name": "Hafen", "name_en": "Hafen", "aliases": []},)


def test_a_line_with_too_few_cells_is_named(folder: Path) -> None:
    (folder / "c.tsv").write_text("name\tname_en\nHafen\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"c.tsv: Hafen: 1 cells instead of 2"):
        read_table("c.tsv")


def test_a_missing_table() -> None:
    with pytest.raises(LexiconError, match="nowhere"):
        read_table("nowhere.tsv")
