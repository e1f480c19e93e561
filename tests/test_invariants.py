"""What the invariants let pass conforms to the shapes; each fault of a corpus is found."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.invariants import broken
from kg.model import Corpus, Document, Entity, Evidence, Mention, Modality, Polarity, Span
from kg.ontology import fits, load_relations
from kg.validate import validate
from tests.corpora import BUND, HAFEN, MINISTERIN, SOLDATEN, small_corpus, statement

Change = Callable[[Corpus], Corpus]
TYPES = ("Person", "Organization", "Place", "Group", "Event", "Product", "Other")


def statement_with(**values: Any) -> Change:
    def change(corpus: Corpus) -> Corpus:
        return replace(corpus, statements=(*corpus.statements, statement("w", **values)))

    return change


def entity_with(**values: Any) -> Change:
    def change(corpus: Corpus) -> Corpus:
        first, *rest = corpus.entities
        return replace(corpus, entities=(replace(first, **values), *rest))

    return change


def elsewhere(start: int, end: int, document: str = "angriff 1") -> Evidence:
    return Evidence(Span(document, start, end), "Nordland", "griff an")


FAULTS: dict[str, tuple[Change, str]] = {
    "unknown relation": (statement_with(relation="x"), "no relation 'x'"),
    "unknown subject": (statement_with(subject="https://e.org/x"), "its subject https://e.org/x"),
    "unknown object": (statement_with(object="https://e.org/x"), "its object https://e.org/x"),
    "unknown source": (statement_with(source="https://e.org/x"), "its source https://e.org/x"),
    "unknown place": (statement_with(place="https://e.org/x"), "its place https://e.org/x"),
    "confidence of 7": (statement_with(confidence=7.0), "a confidence goes from 0 to 1"),
    "date in words": (statement_with(date="gestern"), "a date is a day, month or year"),
    "no such day": (statement_with(date="2023-02-30"), "a date is a day, month or year"),
    "subject out of domain": (
        statement_with(relation="positionIn", subject=BUND),
        "kg:Person, not Organization",
    ),
    "object out of range": (
        statement_with(relation="bornIn", subject=MINISTERIN, object=SOLDATEN),
        "kg:Place, not Group",
    ),
    "entity for a literal": (
        statement_with(relation="killedCount", object=HAFEN),
        "the object of killedCount is a literal",
    ),
    "literal for an entity": (
        statement_with(object="32", literal=True),
        "the object of attacked is an entity",
    ),
    "passage elsewhere": (statement_with(evidence=elsewhere(1, 9)), "has other words than"),
    "empty passage": (statement_with(evidence=elsewhere(9, 9)), "lies within its article"),
    "passage beyond": (statement_with(evidence=elsewhere(0, 9999)), "lies within its article"),
    "passage nowhere": (statement_with(evidence=elsewhere(0, 8, "x")), "article of the corpus"),
    "unknown type": (entity_with(type="Thing"), "a type from the ontology"),
    "no IRI": (entity_with(id="Nordland"), "an entity is an IRI"),
    "empty label": (entity_with(labels=(("de", ""),)), "a label that is not empty"),
    "no label at all": (entity_with(labels=(), name=""), "a label that is not empty"),
    "two labels": (entity_with(labels=(("de", "A"), ("de", "B"))), "one label in each language"),
    "mention elsewhere": (
        entity_with(mentions=(Mention(Span("angriff 1", 1, 9), "Nordland", "name"),)),
        "has other words than",
    ),
    "two statements of one id": (
        lambda corpus: replace(corpus, statements=(*corpus.statements, statement("a1"))),
        "a1: more than one statement",
    ),
    "two entities of one id": (
        lambda corpus: replace(corpus, entities=(*corpus.entities, corpus.entities[0])),
        "more than one entity",
    ),
    "two articles of one id": (
        lambda corpus: replace(corpus, documents=(*corpus.documents, corpus.documents[0])),
        "more than one article",
    ),
}


def test_a_sound_corpus_breaks_nothing() -> None:
    assert broken(small_corpus()) == ()
    assert broken(Corpus()) == ()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str) -> None:
    change, message = FAULTS[fault]
    found = broken(change(small_corpus()))
    assert any(message in line for line in found), found
    assert list(found) == sorted(found)


words = st.text(min_size=1, max_size=8)
TEXT = "Nordland griff Südland an. „Ä“ \U0001f642 Ende"


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """Corpora that hold by the invariants, of everything that a statement may be."""
    entities = [
        Entity(f"https://example.org/{type_}", type_, draw(words), (("de", draw(words)),), ())
        for type_ in TYPES
    ]
    ids = st.sampled_from([entity.id for entity in entities])
    said = []
    for number in range(draw(st.integers(0, 4))):
        relation = load_relations()[draw(st.sampled_from(sorted(load_relations())))]
        start, end = sorted(draw(st.sets(st.integers(0, len(TEXT)), min_size=2, max_size=2)))
        subjects = [e.id for e in entities if fits(e.type, relation.domain)]
        objects = [e.id for e in entities if fits(e.type, relation.range)]
        said.append(
            statement(
                f"s{number}",
                relation=relation.name,
                subject=draw(st.sampled_from(subjects)),
                object=draw(words if relation.literal else st.sampled_from(objects)),
                literal=relation.literal,
                polarity=draw(st.sampled_from(Polarity)),
                modality=draw(st.sampled_from(Modality)),
                source=draw(st.none() | ids),
                place=draw(st.none() | ids),
                date=draw(st.none() | st.dates().map(str) | st.just("2023-09") | st.just("1999")),
                evidence=Evidence(Span("d", start, end), TEXT[start:end], draw(words)),
                confidence=draw(st.floats(0, 1)),
            )
        )
    return Corpus((Document("d", TEXT, "Titel"),), tuple(entities), tuple(said))


@settings(max_examples=12, deadline=None)
@given(corpora())
def test_what_the_invariants_let_pass_conforms_to_the_shapes(corpus: Corpus) -> None:
    assert broken(corpus) == ()
    assert validate(corpus).messages == ()
