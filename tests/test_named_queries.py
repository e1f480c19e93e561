"""Each query that comes with the program, on a small world."""

import re
import shlex
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.model import Corpus, Modality, Polarity
from kg.query import list_queries, named_query, run_named
from kg.rdf import loaded, serialize
from tests.console import kg
from tests.corpora import BUND, HAFEN, MINISTERIN, NORDLAND, SOLDATEN, SUEDLAND, small_corpus
from tests.corpora import statement as said

HOSTILE = ['" } SERVICE <http://x/> {', "' \\", "} UNDEF {", "\n# \\u0022", "\\1 \\g<0>", ""]
PARAMETERS = [(query.name, name) for query in list_queries() for name, _ in query.parameters]


def world() -> Corpus:
    """The small corpus and what its queries lack there."""
    corpus = small_corpus()
    more = (
        said("l1", subject=MINISTERIN, relation="leads", object=BUND),
        said("m1", subject=MINISTERIN, relation="memberOf", object=BUND, confidence=0.4),
        said("p1", subject=MINISTERIN, relation="positionIn", object=NORDLAND),
        said("n1", polarity=Polarity.NEGATIVE, modality=Modality.REPORTED, source=MINISTERIN),
        said("w1", relation="aided", modality=Modality.DEMANDED, source=MINISTERIN),
        said(
            "k1",
            subject=SOLDATEN,
            relation="killedCount",
            object="9",
            literal=True,
            date="2023-09-19",
            place=HAFEN,
        ),
        said("s1", subject=SOLDATEN, relation="locatedIn", object=HAFEN),
        said("s2", subject=HAFEN, relation="locatedIn", object=SUEDLAND),
    )
    return replace(corpus, statements=(*corpus.statements, *more))


@pytest.fixture(scope="module")
def store() -> ox.Store:
    with loaded(world()) as opened:
        return opened


def test_there_are_more_than_twenty_and_each_is_described(store: ox.Store) -> None:
    assert len(list_queries()) >= 20
    assert all(query.description for query in list_queries())
    assert all(meaning for query in list_queries() for _, meaning in query.parameters)
    text = Path("docs/query.md").read_text(encoding="utf-8")
    assert [q.name for q in list_queries() if f"| `{q.name}` |" not in text] == []
    missing = [(q, p) for q, p in PARAMETERS if p != "min_confidence" and f"`{p}`" not in text]
    assert missing == []
    assert store.query("ASK { ?s ?p ?o }")


@pytest.mark.parametrize(
    ("name", "assignments", "rows", "first"),
    [
        ("about-entity", ["entity=küstenbund"], 4, ("Ada Müller", "leads", "Küstenbund")),
        ("about-entity", [f"entity={HAFEN}"], 5, ("Hafen", "locatedIn", "Südland")),
        ("articles-about", ["entity=southland"], 2, ("angriff 1",)),
        ("articles-about", ["entity=Südland", "from=2023-10"], 1, ("später", "", "2023-10", "")),
        ("articles-about", ["entity=Südland", "to=2023-09"], 1, ("angriff 1",)),
        ("between-dates", ["from=2023-09-19", "to=2023-09"], 4, ("2023-09-19", "Nordland")),
        ("between-dates", ["from=2024"], 0, ()),
        ("between-entities", ["one=süd", "other=northland"], 5, ("Nordland", "aided", "Südland")),
        ("between-entities", [f"one={NORDLAND}", f"other={SUEDLAND}"], 5, ("Nordland",)),
        ("between-entities", ["one=Hafen", "other=Küstenbund"], 0, ()),
        ("by-date", ["date=2023-09"], 4, ("2023-09-19", "Nordland", "attacked")),
        ("called-on", ["caller=MÜLLER"], 1, ("Ada Müller", "Nordland")),
        ("casualties", [], 3, ("Soldaten", "injured", "sechs", "", "", "asserted")),
        ("casualties", ["kind=Killed"], 2, ("Soldaten", "killed", "32", "", "")),
        ("casualties", ["place=haf", "date=2023"], 1, ("Soldaten", "killed", "9")),
        ("casualties", ["place=Nirgends"], 0, ()),
        ("claims-by-speaker", ["speaker=ada"], 3, ("Ada Müller", "Nordland", "aided")),
        ("co-occurring", ["entity=Hafen"], 5, ("Hafen", "Ada Müller", "Person", "1", "angriff 1")),
        (
            "co-occurring",
            ["entity=Nordland", "type=place"],
            2,
            ("Nordland", "Südland", "Place", "2"),
        ),
        ("contradictions", [], 2, ("Nordland", "attacked", "Südland", "angriff 1")),
        ("contradictions", ["entity=südland"], 2, ("Nordland",)),
        ("contradictions", ["entity=Hafen"], 0, ()),
        ("demands", ["entity=nordland"], 1, ("Nordland", "aided", "Südland", "positive")),
        ("denied", [], 2, ("Nordland", "attacked", "Soldaten")),
        ("events-by-place", ["place=harbour"], 1, ("Hafen", "2023-09", "ASSAULT", "1")),
        ("events-by-place", ["date=2024"], 0, ()),
        ("events-by-type", ["type=assault"], 1, ("ASSAULT", "2023-09-19")),
        ("events-by-type", ["actor=niemand"], 0, ()),
        ("leaders", ["entity=küsten"], 1, ("Ada Müller", "Küstenbund", "positive", "asserted")),
        ("members", ["entity=ada"], 1, ("Ada Müller", "Küstenbund", "positive", "asserted")),
        ("members", ["min_confidence=0.5"], 0, ()),
        ("most-connected", [], 6, ("Nordland", "Place", "4")),
        ("most-connected", ["type=group"], 1, ("Soldaten", "Group", "2")),
        ("paths", ["from=Soldaten", "to=Hafen"], 1, ("1", "Soldaten → locatedIn Hafen")),
        (
            "paths",
            ["from=Soldaten", "to=Südland"],
            1,
            ("2", "Soldaten → locatedIn Hafen → locatedIn Südland"),
        ),
        (
            "paths",
            [f"from={HAFEN}", f"to={BUND}"],
            2,
            ("3", "Hafen → locatedIn Südland ← attacked Nordland → attacked Küstenbund"),
        ),
        ("paths", ["from=Nordland", "to=Nordland"], 0, ()),
        ("planned", ["entity=müller"], 1, ("Ada Müller", "visited", "Küstenbund")),
        ("positions", ["person=ada"], 2, ("Ada Müller", "Außenministerin", "2023-09-20")),
        ("sentences", ["words=rückzug"], 2, (..., "angriff 1")),
        ("sentences", ["statement=a"], 2, ()),
        ("sources-of-article", ["article=angriff"], 1, ("angriff 1", ..., "Ada Müller", "Person")),
        ("sources-of-article", ["article=später"], 0, ()),
        ("timeline", ["type=ASSAULT"], 1, ("2023-09-19", "ASSAULT")),
        ("wikidata", ["entity=south"], 1, ("Südland", "Place", SUEDLAND)),
        ("wikidata", ["type=Person"], 0, ()),
    ],
)
def test_a_query_answers(
    store: ox.Store, name: str, assignments: list[str], rows: int, first: tuple[object, ...]
) -> None:
    result = run_named(store, name, assignments)
    assert len(result.rows) == rows, result.rows
    shown = result.rows[0] if result.rows else ()
    assert all(w in (..., v) for v, w in zip(shown, first, strict=False)), result.rows
    assert len(set(result.rows)) == len(result.rows)
    assert list(result.columns) == [c for c in result.columns if not c.startswith("_")]


def test_the_commands_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = Path("docs/query.md").read_text(encoding="utf-8")
    commands = re.findall(r"^ +\$ kg ((?:query|export) output .*)$", text, re.MULTILINE)
    assert len(commands) >= 6
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "graph.nq").write_bytes(serialize(world(), "nquads"))
    monkeypatch.chdir(tmp_path)
    for command in commands:
        done = kg(*shlex.split(command))
        assert (done.status, done.err) == (0, ""), command


@pytest.mark.parametrize("query", [query.name for query in list_queries()])
def test_every_parameter_has_its_place(query: str) -> None:
    text = named_query(query)
    for name, _ in next(q.parameters for q in list_queries() if q.name == query):
        assert f"VALUES ?{name} {{ UNDEF }}" in text


@pytest.mark.parametrize(("query", "parameter"), PARAMETERS)
def test_a_parameter_is_never_syntax(store: ox.Store, query: str, parameter: str) -> None:
    for value in HOSTILE:
        result = run_named(store, query, [f"{parameter}={value}"])
        assert value == "" or not result.rows or parameter in ("to", "from"), result.rows
