"""A graph without what is not sure enough."""

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.model import Document, Evidence, Span
from kg.rdf import at_least, corpus_of, corpus_quads, quads_of, replace_graphs
from kg.rdf.names import SEM
from kg.validate import validate
from tests.corpora import NORDLAND, SUEDLAND, small_corpus, statement

KG = "https://w3id.org/newskg/ontology#"


def confidences(quads: list[ox.Quad]) -> set[float]:
    return {statement.confidence for statement in corpus_of(quads).statements}


def test_statements_below_go_and_the_others_stay() -> None:
    corpus = small_corpus()
    quads = at_least(corpus, 0.8)
    assert min(confidences(quads)) >= 0.8 > min(confidences(corpus_quads(corpus)))
    kept = {s.id for s in corpus.statements if s.confidence >= 0.8}
    assert {s.id for s in corpus_of(quads).statements} == kept
    assert len(corpus_of(quads).entities) == len(corpus.entities)


def test_a_plain_triple_stays_while_one_statement_says_so() -> None:
    triple = (ox.NamedNode(NORDLAND), ox.NamedNode(KG + "attacked"), ox.NamedNode(SUEDLAND))

    def said(confidence: float) -> bool:
        quads = at_least(small_corpus(), confidence)
        return any((q.subject, q.predicate, q.object) == triple for q in quads)

    assert said(0.8)
    assert not said(0.9)


@pytest.mark.parametrize("confidence", [0.0, 0.6, 0.9, 1.0])
def test_what_is_left_is_a_sound_graph(confidence: float) -> None:
    assert validate(at_least(small_corpus(), confidence)).conforms


def test_nothing_is_lost_where_all_is_sure() -> None:
    quads = sorted(quads_of(small_corpus()), key=str)
    assert at_least(quads, 0.0) == quads


def test_other_graphs_stay_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "other.nt"
    file.write_text("<http://a> <http://b> <http://c> .\n", encoding="utf-8")
    assert at_least(file, 0.9) == quads_of(file)


def test_events_of_several_builds_keep_their_names(tmp_path: Path) -> None:
    """Read as one corpus, the two vague accounts would join the day and bear its name."""
    corpus, store = small_corpus(), tmp_path / "store"
    for id_, date, confidence in (
        ("1", "2023-09-19", 0.9),
        ("2", "2023-09", 0.9),
        ("3", "2023-09", 0.5),
    ):
        evidence = Evidence(Span(id_, 0, 1), "x", "griff an")
        said = statement(id_, date=date, evidence=evidence, confidence=confidence)
        replace_graphs(
            store,
            corpus_quads(replace(corpus, documents=(Document(id_, "x"),), statements=(said,))),
        )
    quads = at_least(store, 0.8)
    events = {q.object for q in quads if q.predicate.value == KG + "event"}
    assert {q.subject for q in quads if q.object == ox.NamedNode(SEM + "Event")} == events
    assert len(events) == 2
