"""Text about a graph."""

from dataclasses import replace
from pathlib import Path

import pytest

from kg.model import InputError
from kg.rdf import serialize
from kg.summary import counted, explanation, find_entity, one_line, parts_in, statistics
from tests.corpora import BUND, HAFEN, MINISTERIN, SUEDLAND, small_corpus, statement

NAMES = {entity.id: entity.name for entity in small_corpus().entities}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    (folder / "graph.nq").write_bytes(serialize(small_corpus(), "nquads"))
    return folder


def rows(text: str) -> dict[str, str]:
    """The lines of a text by their first word."""
    pairs = (line.split(maxsplit=1) for line in text.splitlines())
    return dict(pairs)


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


@pytest.mark.parametrize("wanted", ["c1", "https://w3id.org/newskg/id/c1"])
def test_a_statement_is_explained(built: Path, wanted: str) -> None:
    found = rows(explanation(built, wanted))
    assert found["statement"] == "c1: Nordland – griff an – Soldaten"
    assert found["sentence"] == "Nordland habe keine Soldaten getötet, sagte sie."
    assert found["words"] == "Nordland | getötet | Soldaten"
    assert found["stance"] == "negative, reported"
    assert found["speaker"] == "Ada Müller"
    assert found["confidence"] == "0.83"
    assert found["article"] == "angriff 1, characters 154 to 202"
    assert found["headline"] == "Nordland greift Südland an"


def test_what_the_text_does_not_say_is_told(built: Path) -> None:
    found = rows(explanation(built, "e1"))
    assert found["speaker"] == "the article"
    assert found["date"] == found["place"] == "none in the text"
    assert "headline" not in rows(explanation(built, "f1"))


@pytest.mark.parametrize("wanted", [BUND, "küstenbund", "Küstenbund", "Coast League"])
def test_an_entity_is_explained(built: Path, wanted: str) -> None:
    text = explanation(built, wanted)
    assert text.startswith(f"Küstenbund (Organization)  {BUND}\n")
    assert "  label en: Coast League\n" in text
    assert "  because same name\n" in text
    assert "  in angriff 1: Küstenbund (2×)\n" in text
    assert "  a2  Nordland – griff an – Küstenbund\n" in text
    assert "  e1  Ada Müller – besuchte – Küstenbund\n" in text
    assert "  b2  " not in text


def test_an_entity_is_explained_by_what_it_says_and_where_it_happened(built: Path) -> None:
    """A place or speaker is told as such, unless it is an end of the statement as well."""
    place = explanation(built, "Hafen")
    assert "  a1  Nordland – griff an – Südland (place)\n" in place
    assert "  a2  Nordland – griff an – Küstenbund (place)\n" in place
    assert "  b1  " not in place
    speaker = explanation(built, "Ada Müller")
    assert "  c1  Nordland – griff an – Soldaten (speaker)\n" in speaker
    assert "  b2  Ada Müller – rief auf – Nordland\n" in speaker


@pytest.mark.parametrize(
    ("values", "parts"),
    [
        ({}, None),
        ({"place": HAFEN}, " (place)"),
        ({"source": HAFEN, "place": HAFEN}, " (speaker, place)"),
        ({"subject": HAFEN, "place": HAFEN}, ""),
        ({"object": HAFEN, "source": HAFEN}, ""),
        ({"object": HAFEN, "literal": True}, None),
    ],
)
def test_what_an_entity_is_in_a_statement(values: dict[str, object], parts: str | None) -> None:
    assert parts_in(HAFEN, statement("a", **values)) == parts


def test_what_is_not_there_is_named(built: Path) -> None:
    with pytest.raises(InputError, match="no statement and no entity 'Niemand'"):
        explanation(built, "Niemand")


def test_a_broken_graph_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text("<urn:a> <urn:p>", encoding="utf-8")
    with pytest.raises(InputError, match=r"broken\.ttl"):
        statistics(path)


@pytest.mark.parametrize("wanted", [SUEDLAND, "Q99999901", "Southland"])
def test_find_entity(wanted: str) -> None:
    found = find_entity(small_corpus(), wanted)
    assert found is not None
    assert found.id == SUEDLAND


def test_nothing_is_found_for_nothing() -> None:
    assert find_entity(small_corpus(), "") is None


def test_one_line() -> None:
    literal = replace(statement("a"), subject=MINISTERIN, object="32", literal=True)
    assert one_line(literal, NAMES) == "Ada Müller – griff an – 32"
    unknown = statement("b", subject="urn:x", object=HAFEN, relation="befriended")
    assert one_line(unknown, NAMES) == "urn:x – befriended – Hafen"
