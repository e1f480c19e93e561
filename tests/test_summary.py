"""Counts of what is in a graph."""

from pathlib import Path

import pytest

from kg.model import InputError
from kg.rdf import serialize
from kg.summary import counted, statistics
from tests.corpora import small_corpus


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    (folder / "graph.nq").write_bytes(serialize(small_corpus(), "nquads"))
    return folder


def test_statistics(built: Path) -> None:
    lines = [line.split() for line in statistics(built).splitlines() if line]
    assert lines[:3] == [["2", "articles"], ["6", "entities"], ["10", "statements"]]
    for count, value in [
        ("3", "Place"),
        ("1", "Group"),
        ("1", "yes"),
        ("5", "no"),
        ("4", "attacked"),
        ("1", "killedCount"),
        ("8", "asserted"),
        ("1", "reported"),
        ("9", "positive"),
        ("1", "negative"),
    ]:
        assert [count, value] in lines


def test_statistics_of_a_graph_of_others(tmp_path: Path) -> None:
    path = tmp_path / "other.ttl"
    path.write_text("<urn:a> <urn:p> <urn:b>, <urn:c> .", encoding="utf-8")
    assert statistics(path).startswith("0 statements\n2 triples\n1 subjects\n")
    assert "2  urn:p" in statistics(path)


def test_the_commonest_comes_first_then_the_alphabet() -> None:
    assert counted("letters", "bcabab") == "\nletters\n       3  b\n       2  a\n       1  c"
    assert counted("none", []) == "\nnone"


def test_a_broken_graph_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text("<urn:a> <urn:p>", encoding="utf-8")
    with pytest.raises(InputError, match=r"broken\.ttl"):
        statistics(path)
