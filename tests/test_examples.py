"""The whole way, on the example articles and on an article of our own.

`UPDATE_GOLDEN=1 pytest tests/test_examples.py` writes what is found as what is expected; look at
the difference before you commit it.
"""

import json
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import kg
from kg.build import read_corpus
from kg.documents import read_documents
from kg.explain import explanation
from kg.graph import load_graph
from kg.ontology import NAMESPACE
from kg.outputs import tables
from kg.rdf import quads_of
from kg.validate import validate

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).parent / "golden"
FILES = {
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
}
KARABAKH, COURT, GAS = "karabach-2023-09-20", "gerichtshof-2023-11-17", "gas-2023-12-19"
ASSERTED, REPORTED = ("positive", "asserted", None), ("positive", "reported")
READ = [
    (KARABAKH, "Aserbaidschan", "attacked", "Bergkarabach", *ASSERTED, "2023-09-19"),
    (KARABAKH, "Annalena Baerbock", "holdsPosition", "Außenministerin", *ASSERTED),
    (KARABAKH, "Annalena Baerbock", "calledOn", "Aserbaidschan", *ASSERTED),
    (KARABAKH, "Europäische Union", "calledOn", "Aserbaidschan", *ASSERTED),
    (KARABAKH, "Annalena Baerbock", "accused", "Aserbaidschan", *ASSERTED),
    (KARABAKH, "Annalena Baerbock", "calledOn", "Ilham Alijew", *ASSERTED),
    (KARABAKH, ..., "killedCount", "32", *REPORTED, ...),
    (KARABAKH, "Deutschland", "supported", "Europäische Union", *REPORTED, ...),
    (KARABAKH, ..., "supported", "Aserbaidschan", *REPORTED, "Recep Tayyip Erdoğan"),
    (KARABAKH, "Nikol Paschinjan", "leads", "Armenien", *ASSERTED),
    (KARABAKH, "Nikol Paschinjan", "accused", "russische Friedenstruppen", *ASSERTED),
    (KARABAKH, ..., "protestedAgainst", "Nikol Paschinjan", *ASSERTED, None, "Jerewan"),
    (KARABAKH, "Charles Michel", "metWith", "Ilham Alijew", *ASSERTED),
    (KARABAKH, "Charles Michel", "metWith", "Nikol Paschinjan", *ASSERTED),
    (KARABAKH, "Jewlach", "locatedIn", "Aserbaidschan", *ASSERTED),
    (COURT, "Annalena Baerbock", "visited", "Baku", *ASSERTED, "2023-11"),
    (COURT, "Aserbaidschan", "accused", "USA", *ASSERTED, "2023-11-16"),
    (COURT, "Aserbaidschan", "threatened", "Frankreich", *ASSERTED),
    (GAS, "Gazprom", "owns", "SEFE", *ASSERTED),
    (GAS, "Ursula von der Leyen", "agreedWith", "Ilham Alijew", *ASSERTED, "2022-07"),
]
# Relation, and a word of the sentence that denies it, asks for it or only claims it.
DENIED = [
    (KARABAKH, "attacked", "Wohngebiete"),
    (KARABAKH, "agreedWith", "mitgewirkt"),
    (KARABAKH, "supported", "unterstütze"),
    (KARABAKH, "aided", "geschützt"),
    (KARABAKH, "coerced", "behindern"),
    (COURT, "coerced", "gezwungen"),
    (COURT, "coerced", "festnehmen"),
    (COURT, "aided", "Radargeräte"),
    (GAS, "agreedWith", "verlangten Abgeordnete"),
]

pytestmark = pytest.mark.pipeline


@cache
def read_rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@cache
def text_of(document: str) -> str:
    (found,), _ = read_documents([ROOT / "examples" / f"{document}.txt"], sys.stdin)
    return found.text


def fits(found: tuple[str | None, ...], wanted: list[object]) -> bool:
    """Whether a fact has what is wanted; `...` stands for anything but None."""
    pairs = zip(found, wanted, strict=False)
    return all(value is not None if want is ... else value == want for value, want in pairs)


def facts_of(folder: Path, document: str) -> list[tuple[str | None, ...]]:
    return [fact(row) for row in read_rows(folder / "statements.jsonl") if row["doc"] == document]


def fact(row: dict[str, Any]) -> tuple[str | None, ...]:
    """What a statement says: ends, relation, stance, speaker, date and place."""
    object_ = row["object"].get("name") or row["object"]["value"]
    source, place = ((row[key] or {}).get("name") for key in ("source", "place"))
    ends = row["subject"]["name"], row["relation"], object_
    return *ends, row["polarity"], row["modality"], source, row["date"], place


def test_all_files_are_there(examples: Path) -> None:
    assert {path.name for path in examples.iterdir()} == FILES
    assert all(path.stat().st_size for path in examples.iterdir())


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_same_input_gives_the_same_bytes(builds: dict[str, Path], name: str) -> None:
    assert (builds["first"] / name).read_bytes() == (builds["second"] / name).read_bytes()


@pytest.mark.parametrize("name", ["graph.ttl", "graph.nq"])
def test_the_graph_conforms(examples: Path, name: str) -> None:
    assert validate(examples / name).messages == ()


def test_files_hold_the_same_graph(examples: Path) -> None:
    plain = {quad.triple for quad in quads_of(examples / "graph.ttl")}
    for name in ("graph.nq", "graph.jsonld"):
        assert {quad.triple for quad in quads_of(examples / name)} == plain


def test_python_loads_the_graph(examples: Path) -> None:
    graph = kg.load_graph(examples)
    assert isinstance(graph, nx.MultiDiGraph)
    rows = read_rows(examples / "statements.jsonl")
    assert {key for _, _, key in graph.edges(keys=True)} == {
        row["id"] for row in rows if "id" in row["object"]
    }
    assert set(graph) == {row["id"] for row in read_rows(examples / "entities.jsonl")}


def test_graphml_is_the_same_graph(examples: Path) -> None:
    read = nx.read_graphml(examples / "graph.graphml", force_multigraph=True)
    graph = load_graph(examples)
    assert set(read) == set(graph)
    assert isinstance(read, nx.MultiDiGraph)
    assert set(read.edges(keys=True)) == set(graph.edges(keys=True))


def test_offsets_of_statements_fit(examples: Path) -> None:
    for row in read_rows(examples / "statements.jsonl"):
        assert text_of(row["doc"])[row["start"] : row["end"]] == row["sentence"]
        assert row["predicate_text"]
        assert 0 < row["confidence"] <= 1


def test_offsets_of_mentions_fit(examples: Path) -> None:
    for row in read_rows(examples / "entities.jsonl"):
        assert row["mentions"]
        for mention in row["mentions"]:
            words = text_of(mention["doc"])[mention["start"] : mention["end"]]
            assert words == mention["text"]


def test_ends_are_entities(examples: Path) -> None:
    known = {row["id"]: row["name"] for row in read_rows(examples / "entities.jsonl")}
    for row in read_rows(examples / "statements.jsonl"):
        ends = [row["subject"], row["object"], row["source"], row["place"]]
        for end in ends:
            if end and "id" in end:
                assert known[end["id"]] == end["name"]


def test_open_facts_lie_in_their_sentences(examples: Path) -> None:
    rows = read_rows(examples / "propositions.jsonl")
    assert {row["doc"] for row in rows} == {p.stem for p in (ROOT / "examples").glob("*.txt")}
    for row in rows:
        sentence = text_of(row["doc"])[row["start"] : row["end"]].split()
        assert sentence
        assert row["subject"]
        assert row["relation"]
        assert row["object"]


@pytest.mark.parametrize("expected", READ)
def test_what_a_careful_reader_finds(examples: Path, expected: tuple[object, ...]) -> None:
    document, *fields = expected
    assert any(fits(fact, fields) for fact in facts_of(examples, str(document)))


@pytest.mark.parametrize(("document", "relation", "word"), DENIED)
def test_what_is_denied_is_not_asserted(
    examples: Path, document: str, relation: str, word: str
) -> None:
    rows = read_rows(examples / "statements.jsonl")
    about = [
        row
        for row in rows
        if (row["doc"], row["relation"]) == (document, relation) and word in row["sentence"]
    ]
    assert all((row["polarity"], row["modality"]) != ("positive", "asserted") for row in about)


def test_only_what_is_so_is_a_plain_triple(examples: Path) -> None:
    rows = [r for r in read_rows(examples / "statements.jsonl") if "id" in r["object"]]
    plain = {
        (row["subject"]["id"], row["relation"], row["object"]["id"])
        for row in rows
        if (row["polarity"], row["modality"]) == ("positive", "asserted")
    }
    written = {tuple(map(str, quad.triple)) for quad in quads_of(examples / "graph.ttl")}
    for row in rows:
        subject, relation, object_ = row["subject"]["id"], row["relation"], row["object"]["id"]
        triple = f"<{subject}>", f"<{NAMESPACE}{relation}>", f"<{object_}>"
        assert (triple in written) is ((subject, relation, object_) in plain), fact(row)


def test_golden_explanation(examples: Path) -> None:
    rows = read_rows(examples / "statements.jsonl")
    ends = ("Annalena Baerbock", "calledOn", "Ilham Alijew")
    (id_,) = [row["id"] for row in rows if fact(row)[:3] == ends]
    expected, found = GOLDEN / "explanation.txt", explanation(examples, id_)
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_every_statement_is_explained(examples: Path) -> None:
    explained = read_rows(examples / "explanations.jsonl")
    statements = read_rows(examples / "statements.jsonl")
    assert [row["id"] for row in explained] == [row["id"] for row in statements]
    for row, statement in zip(explained, statements, strict=True):
        assert row["path"]
        assert ("speaker" in row) is (statement["source"] is not None)
        assert ("place" in row) is (statement["place"] is not None)
        assert ("time" in row) is (statement["date"] is not None)
        plain = (statement["polarity"], statement["modality"]) == ("positive", "asserted")
        assert plain or row["stance"], statement


def test_golden_article() -> None:
    article, expected = (GOLDEN / f"tallinn-2024-03-12.{suffix}" for suffix in ("txt", "tsv"))
    documents, _ = read_documents([article], sys.stdin)
    data = tables(read_corpus(documents))["statements.jsonl"].decode()
    facts = (fact(json.loads(line)) for line in data.splitlines())
    found = "".join("\t".join(value or "-" for value in row) + "\n" for row in facts)
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
