import dataclasses
import re
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.model import Corpus, Document, Entity, InputError, Mention, Span
from kg.ontology import data_path
from kg.rdf import corpus_quads, serialize, to_dataset
from kg.rdf.events import events_of
from kg.rdf.names import KG, NIF, PROV, RDF, RDFS, SCHEMA, SEM, XSD
from kg.validate import validate
from tests.corpora import BUND, HAFEN, MINISTERIN, NORDLAND, SOLDATEN, small_corpus, statement

ST = "https://w3id.org/newskg/id/statement/"
EVENTS = events_of(small_corpus())
ATTACK, CALL = (f"https://w3id.org/newskg/id/event/{EVENTS[id_].id}" for id_ in ("a1", "b2"))
Quads = list[ox.Quad]


def node(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


def without(subject: str, predicate: str) -> Callable[[Quads], Quads]:
    def change(quads: Quads) -> Quads:
        cut = (node(subject), node(predicate))
        return [quad for quad in quads if (quad.subject, quad.predicate) != cut]

    return change


def with_(
    subject: str, predicate: str, object_: ox.NamedNode | ox.Literal
) -> Callable[[Quads], Quads]:
    def change(quads: Quads) -> Quads:
        return [*quads, ox.Quad(node(subject), node(predicate), object_, ox.DefaultGraph())]

    return change


def instead(
    subject: str, predicate: str, object_: ox.NamedNode | ox.Literal
) -> Callable[[Quads], Quads]:
    return lambda quads: with_(subject, predicate, object_)(without(subject, predicate)(quads))


PHRASE = "https://w3id.org/newskg/id/document/angriff%201#char=28,95"
DOCUMENT = "https://w3id.org/newskg/id/document/angriff%201"


def number(text: str, type_: str = "nonNegativeInteger") -> ox.Literal:
    return ox.Literal(text, datatype=node(XSD + type_))


FAULTS = {
    "no subject": (without(ST + "a1", RDF + "subject"), "one subject"),
    "two subjects": (with_(ST + "a1", RDF + "subject", node(HAFEN)), "one subject"),
    "no relation": (without(ST + "a1", RDF + "predicate"), "one relation"),
    "unknown relation": (instead(ST + "a1", RDF + "predicate", node(KG + "x")), "the ontology's"),
    "no object": (without(ST + "a1", RDF + "object"), "one object"),
    "no polarity": (without(ST + "a1", KG + "polarity"), "one polarity"),
    "wrong polarity": (instead(ST + "a1", KG + "polarity", node(KG + "asserted")), "one polarity"),
    "no modality": (without(ST + "a1", KG + "modality"), "one modality"),
    "confidence of 2": (instead(ST + "a1", KG + "confidence", number("2.0", "decimal")), "to 1"),
    "no evidence": (without(ST + "a1", KG + "evidence"), "its evidence"),
    "evidence that is none": (instead(ST + "a1", KG + "evidence", node(HAFEN)), "its evidence"),
    "no article": (without(ST + "a1", PROV + "wasDerivedFrom"), "one article"),
    "date in words": (instead(ST + "a1", KG + "date", ox.Literal("gestern")), "day, month or year"),
    "event of a denial": (
        instead(ST + "a1", KG + "polarity", node(KG + "negative")),
        "positive statement tells of an event",
    ),
    "event of a claim": (
        instead(ST + "a1", KG + "modality", node(KG + "reported")),
        "asserted statement tells of an event",
    ),
    "plain triple without a statement": (
        with_(NORDLAND, KG + "attacked", node(HAFEN)),
        "plain triple",
    ),
    "plain triple of a denial": (
        with_(NORDLAND, KG + "attacked", node(SOLDATEN)),
        "plain triple",
    ),
    "entity without label": (without(HAFEN, RDFS + "label"), "has a label"),
    "entity with two German labels": (
        with_(HAFEN, RDFS + "label", ox.Literal("Port", language="de")),
        "one in each language",
    ),
    "entity without type": (without(NORDLAND, RDF + "type"), "with a type"),
    "source without type": (without(MINISTERIN, RDF + "type"), "with a type"),
    "place without type": (without(HAFEN, RDF + "type"), "with a type"),
    "entity of two types": (with_(HAFEN, RDF + "type", node(KG + "Group")), "has one type"),
    "passage before its start": (instead(PHRASE, NIF + "endIndex", number("3")), "before its end"),
    "passage too long for its words": (
        instead(PHRASE, NIF + "endIndex", number("96")),
        "fit its words",
    ),
    "passage beyond its article": (
        instead(DOCUMENT, NIF + "endIndex", number("90")),
        "length of its article",
    ),
    "passage without article": (without(PHRASE, NIF + "referenceContext"), "lies in one article"),
    "passage without words": (without(PHRASE, NIF + "anchorOf"), "has its words"),
    "passage without end": (without(PHRASE, NIF + "endIndex"), "ends at one offset"),
    "passage without start": (without(PHRASE, NIF + "beginIndex"), "begins at one offset"),
    "article without length": (without(DOCUMENT, NIF + "endIndex"), "has one length"),
    "entity that is a text": (with_(ST + "a1", KG + "source", ox.Literal("x")), "is an IRI"),
    "two events": (with_(ST + "a1", KG + "event", node(CALL)), "tells of one event"),
    "event without type": (without(ATTACK, SEM + "eventType"), "An event has a type"),
    "event without actors": (without(ATTACK, SEM + "hasActor"), "An event has an actor"),
    "role of nobody": (with_(ATTACK, KG + "actor", node(ST + "a1")), "a role in an event"),
    "article without identifier": (without(DOCUMENT, SCHEMA + "identifier"), "one identifier"),
}


def test_a_sound_graph_conforms(tmp_path: Path) -> None:
    for source in (small_corpus(), to_dataset(small_corpus()), corpus_quads(small_corpus())):
        assert validate(source).messages == ()
    (tmp_path / "graph.ttl").write_bytes(serialize(small_corpus(), "turtle"))
    assert validate(tmp_path).conforms
    assert validate(Corpus()).conforms


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str) -> None:
    change, message = FAULTS[fault]
    report = validate(change(corpus_quads(small_corpus())))
    assert not report.conforms
    assert any(message in line for line in report.messages), report.messages
    assert list(report.messages) == sorted(report.messages)


def test_every_shape_has_a_planted_fault() -> None:
    shapes = data_path("shapes.ttl").read_text(encoding="utf-8")
    messages = re.findall(r'sh:message "(.*?)"', shapes)
    planted = [message for _, message in FAULTS.values()]
    ends = re.compile(r"(domain|range) (kg:\w+|xsd:string|rdfs:Literal) is")
    assert len(messages) > 30
    assert [m for m in messages if not ends.search(m) and not any(p in m for p in planted)] == []


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"relation": "leads", "subject": "E"}, "domain kg:Agent"),
        ({"relation": "bornIn", "object": "E"}, "range kg:Place"),
        ({"relation": "memberOf", "object": "E"}, "range kg:Agent"),
        ({"relation": "positionIn", "subject": BUND}, "domain kg:Person"),
        ({"relation": "killedCount", "object": HAFEN}, "range rdfs:Literal"),
        ({"relation": "attacked", "object": "32", "literal": True}, "range kg:Entity"),
        (
            {"relation": "holdsPosition", "subject": MINISTERIN, "object": HAFEN},
            "range xsd:string",
        ),
    ],
)
def test_ends_that_do_not_fit(values: dict[str, object], message: str) -> None:
    event = "https://w3id.org/newskg/id/gipfel"
    values = {key: event if value == "E" else value for key, value in values.items()}
    corpus = small_corpus()
    entity = Entity(event, "Event", "Gipfel", (), ())
    wrong = statement("w1", **values)
    report = validate(
        dataclasses.replace(
            corpus,
            entities=(*corpus.entities, entity),
            statements=(*corpus.statements, wrong),
        )
    )
    assert any(message in line for line in report.messages), report.messages


def test_a_mention_of_nothing() -> None:
    document = Document("d", "Hafen")
    mention = Mention(Span("d", 0, 5), "Hafen!", "name")
    entity = Entity(HAFEN, "Place", "Hafen", (), (mention,))
    report = validate(Corpus((document,), (entity,)))
    assert any("fit its words" in line for line in report.messages)


def test_no_graph() -> None:
    with pytest.raises(InputError):
        validate(Path("absent.ttl"))
