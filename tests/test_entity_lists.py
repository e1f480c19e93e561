"""Lists of the entities of a graph."""

from pathlib import Path

import pytest

from kg.decisions import DECISIONS, PROGRAM, decision_row
from kg.entity_lists import (
    ENTITIES,
    Filter,
    close_rows,
    decisions_in,
    entity_rows,
    identity_rows,
    mention_rows,
    named_entity,
    read_graph_entities,
)
from kg.model import Decision, Entity, InputError, Quote, Side, Verdict
from kg.outputs import entity_row, lines
from kg.rdf import serialize
from tests.corpora import BUND, MINISTERIN, NORDLAND, small_corpus

HERE = Path("graph")
FOUND = {e.id: e for e in small_corpus().entities}


def side(entity: Entity) -> Side:
    return Side(entity.name, entity.type, tuple(Quote(m.span, m.text) for m in entity.mentions[:1]))


def decision(verdict: Verdict, by: str = PROGRAM, *reasons: str) -> Decision:
    """On the minister and the federation, of all things."""
    score = 0.5 if by == PROGRAM else None
    return Decision((side(FOUND[MINISTERIN]), side(FOUND[BUND])), verdict, score, reasons, by)


def test_entities_come_back_from_their_table(tmp_path: Path) -> None:
    (tmp_path / ENTITIES).write_bytes(lines(map(entity_row, FOUND.values())))
    found = read_graph_entities(tmp_path)
    assert [e.id for e in found] == list(FOUND)
    assert [[m.span for m in e.mentions] for e in found] == [
        [m.span for m in e.mentions] for e in FOUND.values()
    ]


def test_entities_come_from_rdf_too(tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    path.write_bytes(serialize(small_corpus(), "nquads"))
    assert {e.id for e in read_graph_entities(path)} == set(FOUND)
    assert decisions_in(path) == []


def test_a_broken_table_is_told(tmp_path: Path) -> None:
    (tmp_path / ENTITIES).write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match="no table of entities"):
        read_graph_entities(tmp_path)


@pytest.mark.parametrize(
    "wanted",
    [Filter(type="person"), Filter(text="müller"), Filter(type="Person", text="ada", articles=1)],
)
def test_a_filter_finds_by_class_and_words(wanted: Filter) -> None:
    rows = list(entity_rows(FOUND.values(), wanted))
    assert [row[-1] for row in rows] == [MINISTERIN]


def test_those_in_most_articles_come_first() -> None:
    rows = list(entity_rows(FOUND.values(), Filter(articles=1)))
    assert [int(row[0]) for row in rows] == sorted((int(row[0]) for row in rows), reverse=True)
    assert not list(entity_rows(FOUND.values(), Filter(mentions=99)))


@pytest.mark.parametrize("wanted", [NORDLAND, "nordland", "Nordland"])
def test_an_entity_by_id_or_name(wanted: str) -> None:
    assert named_entity(FOUND.values(), wanted, HERE).id == NORDLAND


def test_a_name_of_none_and_of_several_is_told() -> None:
    with pytest.raises(InputError, match="has no entity"):
        named_entity(FOUND.values(), "Atlantis", HERE)
    two = [FOUND[NORDLAND], Entity("x", "Person", "Nordland", (), ())]
    with pytest.raises(InputError, match="names several entities"):
        named_entity(two, "Nordland", HERE)


def test_pairs_that_may_be_one() -> None:
    unsure = decision(Verdict.UNSURE, PROGRAM, "spelt alike")
    (row,) = close_rows(FOUND.values(), [unsure, decision(Verdict.SAME)], Filter())
    assert row == ("0.50", "Ada Müller", "Küstenbund", MINISTERIN, BUND, "spelt alike")
    assert not list(close_rows(FOUND.values(), [unsure], Filter(type="Place")))
    assert not list(close_rows(FOUND.values(), [decision(Verdict.UNSURE, "Otto")], Filter()))


def test_a_mention_by_its_place() -> None:
    rows = list(mention_rows(FOUND[BUND]))
    first = FOUND[BUND].mentions[0]
    assert rows[0] == (f"{first.span.document}:{first.span.start}", first.text)


def test_why_an_entity_is_one_or_two() -> None:
    ada = FOUND[MINISTERIN]
    decisions = [
        decision(Verdict.UNSURE, PROGRAM, "spelt alike"),
        decision(Verdict.DIFFERENT, "Otto", "I know her"),
    ]
    said = "Otto says Ada Müller (angriff 1) is not Küstenbund (angriff 1)"
    assert list(identity_rows(ada, decisions)) == [
        "angriff 1: unsure, kept apart from Küstenbund (0.50): spelt alike",
        f"angriff 1: {said}, by hand: I know her",
    ]
    assert list(identity_rows(FOUND[NORDLAND], decisions)) == []


def test_decisions_of_a_folder(tmp_path: Path) -> None:
    assert decisions_in(tmp_path) == []
    (tmp_path / DECISIONS).write_bytes(lines([decision_row(decision(Verdict.SAME))]))
    assert decisions_in(tmp_path) == [decision(Verdict.SAME)]
