import dataclasses
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import (
    Corpus,
    Document,
    Entity,
    Evidence,
    InputError,
    Mention,
    Modality,
    Polarity,
    Span,
    Statement,
)
from kg.ontology import load_relations
from kg.rdf import (
    FORMATS,
    corpus_of,
    corpus_quads,
    from_dataset,
    prefixes,
    quads_of,
    read_quads,
    serialize,
    to_dataset,
)
from kg.rdf.events import events_of
from kg.rdf.names import KG, RDF, SCHEMA, SEM, XSD, time_literal
from tests.corpora import BUND, NORDLAND, SOLDATEN, SUEDLAND, small_corpus, statement

SUFFIXES = {
    "jsonld": ".jsonld",
    "nquads": ".nq",
    "ntriples": ".nt",
    "rdfxml": ".rdf",
    "trig": ".trig",
    "turtle": ".ttl",
}
DOCUMENT = "https://w3id.org/newskg/id/document/"


def rdflib_triples(data: bytes, format_: str) -> set[tuple[str, ...]]:
    names = {"rdfxml": "xml", "jsonld": "json-ld", "ntriples": "nt"}
    dataset = rdflib.Dataset().parse(data=data, format=names.get(format_, format_))
    triples = {(s, p, o) for s, p, o, _ in dataset.quads()}
    return {tuple(term.n3() for term in triple) for triple in triples}


def test_each_document_is_a_graph_and_nothing_is_blank() -> None:
    quads = corpus_quads(small_corpus())
    assert {q.graph_name for q in quads} == {
        ox.NamedNode(DOCUMENT + "angriff%201"),
        ox.NamedNode(DOCUMENT + "sp%C3%A4ter"),
    }
    assert not any(isinstance(term, ox.BlankNode) for quad in quads for term in quad)


def test_only_what_is_asserted_and_positive_is_a_plain_triple() -> None:
    dataset = to_dataset(small_corpus())
    plain = {
        (str(s), str(p).removeprefix(KG), str(o))
        for s, p, o, _ in dataset.quads()
        if str(p).removeprefix(KG) in load_relations()
    }
    assert (NORDLAND, "attacked", SUEDLAND) in plain
    assert (NORDLAND, "attacked", BUND) in plain
    assert (NORDLAND, "attacked", SOLDATEN) not in plain
    assert not any(relation == "visited" for _, relation, _ in plain)
    assert (SOLDATEN, "killedCount", "32") in plain


@pytest.mark.parametrize("modality", list(Modality))
@pytest.mark.parametrize("polarity", list(Polarity))
def test_truth_of_a_statement(polarity: Polarity, modality: Modality) -> None:
    said = statement("x", polarity=polarity, modality=modality)
    quads = corpus_quads(Corpus(statements=(said,)))
    holds = (polarity, modality) == ("positive", "asserted")
    predicates = {quad.predicate.value for quad in quads}
    assert (KG + "attacked" in predicates) is holds
    assert (SEM + "eventType" in predicates) is holds
    assert corpus_of(quads).statements == (said,)


def test_literals() -> None:
    values = {
        str(o): o.datatype
        for s, p, o, _ in to_dataset(small_corpus()).quads()
        if p == rdflib.RDF.object and isinstance(o, rdflib.Literal)
    }
    assert values == {"32": rdflib.XSD.integer, "sechs": None, "Außenministerin": None}


@pytest.mark.parametrize(
    ("text", "datatype"),
    [
        ("2023-09-20", "date"),
        ("2023-09", "gYearMonth"),
        ("2023", "gYear"),
        ("2023-02-30", "string"),
        ("2023-13", "string"),
        ("gestern", "string"),
    ],
)
def test_dates(text: str, datatype: str) -> None:
    assert time_literal(text).datatype.value == XSD + datatype


def test_statements_meet_in_an_event() -> None:
    quads = corpus_quads(small_corpus())
    events = {
        q.subject.value.rpartition("/")[2]: q.object.value.rpartition("/")[2]
        for q in quads
        if isinstance(q.subject, ox.NamedNode)
        and isinstance(q.object, ox.NamedNode)
        and q.predicate.value == KG + "event"
    }
    assert events == {id_: event.id for id_, event in events_of(small_corpus()).items()}
    assert events.keys() == {"a1", "a2", "b2", "f1", "f2"}
    assert len(set(events.values())) == 3
    assert events["a1"] == events["a2"] == events["f1"]


def test_an_event_has_its_most_exact_date_alone() -> None:
    later = {"date": "2023-09", "evidence": Evidence(Span("b", 0, 1), "x", "griff an")}
    quads = corpus_quads(
        Corpus(statements=(statement("1", date="2023-09-19"), statement("2", **later)))
    )
    stamps = {str(quad.object) for quad in quads if quad.predicate.value == SEM + "hasTimeStamp"}
    assert stamps == {str(time_literal("2023-09-19"))}
    dates = {str(quad.object) for quad in quads if quad.predicate.value == KG + "date"}
    assert dates == {str(time_literal("2023-09-19")), str(time_literal("2023-09"))}


def test_two_clauses_of_a_sentence_are_two_events() -> None:
    other = statement("a2", subject=BUND, object=SOLDATEN)
    quads = corpus_quads(Corpus(statements=(statement("a1"), other)))
    events = {q.subject for q in quads if q.object == ox.NamedNode(SEM + "Event")}
    assert len(events) == 2


def test_symmetric_relations_meet_in_either_direction() -> None:
    day = {"relation": "metWith", "date": "2023-09-19"}
    turned = statement("a2", subject=SUEDLAND, object=NORDLAND, **day)
    apart = dataclasses.replace(turned, evidence=Evidence(Span("b", 0, 1), "x", "traf"))
    quads = corpus_quads(Corpus(statements=(statement("a1", **day), apart)))
    assert len({q.subject for q in quads if q.object == ox.NamedNode(SEM + "Event")}) == 1


def test_the_corpus_comes_back() -> None:
    corpus = small_corpus()
    back = from_dataset(to_dataset(corpus))
    assert back.documents == corpus.documents
    assert set(back.entities) == set(corpus.entities)
    assert set(back.statements) == set(corpus.statements)
    assert list(back.statements) == sorted(back.statements, key=lambda s: (s.evidence.span, s.id))


def test_another_base() -> None:
    quads = corpus_quads(small_corpus(), base="https://example.org/kg/")
    assert any(
        isinstance(q.subject, ox.NamedNode)
        and q.subject.value == "https://example.org/kg/statement/a1"
        for q in quads
    )
    assert b"@prefix st: <https://example.org/kg/statement/> ." in serialize(quads, "turtle")
    assert corpus_of(quads).statements == corpus_of(corpus_quads(small_corpus())).statements


def test_an_entity_of_wikidata_is_its_wikidata_iri() -> None:
    entity = Entity("https://example.org/x", "Place", "X", (), (), "Q1")
    corpus = Corpus(documents=(Document("d", ""),), entities=(entity,))
    mention = Mention(Span("d", 0, 1), "X", "name")
    mentioned = dataclasses.replace(entity, mentions=(mention,))
    quads = corpus_quads(dataclasses.replace(corpus, entities=(mentioned,)))
    assert any(q.predicate.value == SCHEMA + "sameAs" for q in quads)
    assert corpus_of(quads).entities == (mentioned,)
    assert not any(q.predicate.value == SCHEMA + "sameAs" for q in corpus_quads(small_corpus()))


def test_what_an_entity_most_likely_is_comes_back() -> None:
    mention = Mention(Span("d", 0, 1), "X", "name")
    entity = Entity("https://example.org/x", "Place", "X", (), (mention,), close="https://x.org/1/")
    quads = corpus_quads(Corpus(documents=(Document("d", ""),), entities=(entity,)))
    close = [str(q.object) for q in quads if q.predicate.value.endswith("closeMatch")]
    assert close == ["<https://x.org/1/>"]
    assert corpus_of(quads).entities == (entity,)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
@pytest.mark.parametrize("format_", FORMATS)
def test_formats_give_back_the_same_graph(format_: str, tmp_path: Path) -> None:
    data = serialize(small_corpus(), format_)
    path = tmp_path / f"graph{SUFFIXES[format_]}"
    path.write_bytes(data)
    expected = rdflib_triples(serialize(small_corpus(), "nquads"), "nquads")
    assert rdflib_triples(data, format_) == expected
    assert set(corpus_of(read_quads(path)).statements) == set(small_corpus().statements)
    assert serialize(read_quads(path), format_) == data


@pytest.mark.parametrize("format_", ["jsonld", "nquads", "trig"])
def test_formats_with_graphs_keep_them(format_: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph{SUFFIXES[format_]}"
    path.write_bytes(serialize(small_corpus(), format_))
    assert set(read_quads(path)) == set(corpus_quads(small_corpus()))


def test_the_order_of_quads_does_not_matter() -> None:
    quads = corpus_quads(small_corpus())
    for format_ in FORMATS:
        assert serialize(quads[::-1], format_) == serialize(to_dataset(small_corpus()), format_)


SCRIPT = """
from hashlib import sha256
from kg.exports import FOLDERS, SUFFIXES
from tests.corpora import small_corpus
for suffix, write in SUFFIXES.items():
    print(suffix, sha256(write(small_corpus())).hexdigest())
for suffix, write in FOLDERS.items():
    for name, data in write(small_corpus()).items():
        print(suffix, name, sha256(data).hexdigest())
"""


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    root = Path(__file__).parent.parent
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
            cwd=root,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_turtle_reads_well() -> None:
    text = serialize(small_corpus(), "turtle").decode()
    assert "\nst:a1 a kg:Statement ;\n" in text
    assert '    kg:date "2023-09-19"^^xsd:date ;\n' in text
    assert "    kg:confidence 0.83 ;\n" in text
    assert "ent:ada-müller a kg:Person ;\n" in text
    assert "    kg:killedCount 32 " in text


def test_ids_are_percent_encoded() -> None:
    said = statement("a b/ü#?", evidence=Evidence(Span("a b/ü#?%", 0, 1), "x", "y"))
    quads = corpus_quads(Corpus((Document("a b/ü#?%", "x"),), statements=(said,)))
    graphs = {q.graph_name for q in quads}
    assert graphs == {ox.NamedNode(DOCUMENT + "a%20b%2F%C3%BC%23%3F%25")}
    assert corpus_of(quads).statements == (said,)


def test_language_that_is_none() -> None:
    document = Document("d", "", title="Titel", language="kein Deutsch")
    quads = corpus_quads(Corpus((document,)))
    assert corpus_of(quads).documents == (document,)


def test_blank_nodes_of_others_have_steady_names(tmp_path: Path) -> None:
    path = tmp_path / "other.ttl"
    path.write_text("<a:a> <a:b> [ <a:c> [ <a:d> 1 ] ] .", encoding="utf-8")
    assert serialize(path, "nquads") == serialize(path, "nquads")


def test_other_statements_are_not_taken_for_ours(tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_text(f"<a:a> a <{KG}Statement> .", encoding="utf-8")
    with pytest.raises(InputError, match=r"a:a.* is no complete statement"):
        corpus_of(read_quads(path))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("graph.txt", "", "unknown suffix"),
        ("graph.ttl", "nonsense", "nonsense"),
        ("graph.nq", None, "does not exist"),
        ("graph.jsonld", "{", "graph.jsonld"),
        ("graph.rdf", "<rdf", "graph.rdf"),
        ("graph.nt", b"\xff\xfe", "graph.nt"),
    ],
)
def test_files_that_are_no_rdf(
    tmp_path: Path, name: str, content: str | bytes | None, message: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InputError, match=message) as caught:
        quads_of(path)
    assert "\n" not in str(caught.value)


def test_folder_of_a_build(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="neither"):
        quads_of(tmp_path)
    (tmp_path / "graph.ttl").write_bytes(serialize(small_corpus(), "turtle"))
    assert all(isinstance(q.graph_name, ox.DefaultGraph) for q in quads_of(tmp_path))
    (tmp_path / "graph.nq").write_bytes(serialize(small_corpus(), "nquads"))
    assert set(quads_of(str(tmp_path))) == set(corpus_quads(small_corpus()))


def test_unknown_format() -> None:
    with pytest.raises(InputError, match="'word'"):
        serialize(small_corpus(), "word")


def test_prefixes_end_in_a_separator() -> None:
    assert all(space[-1] in "#/" for space in prefixes().values())


words = st.text(min_size=1, max_size=12)
ids = st.from_regex(r"https://example\.org/[a-zäß0-9A-Z-]{1,8}", fullmatch=True)
spans = st.builds(
    lambda document, start, length: Span(document, start, start + length),
    st.sampled_from(["a", "ö/b c"]),
    st.integers(0, 500),
    st.integers(1, 500),
)
dates = st.none() | st.dates().map(str) | st.sampled_from(["2023-09", "0999", "gestern"])
literal_relations = st.sampled_from([r.name for r in load_relations().values() if r.literal])
relations = st.sampled_from([r.name for r in load_relations().values() if not r.literal])


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    literal = draw(st.booleans())
    span = draw(spans)
    return Statement(
        id=draw(words),
        subject=draw(ids),
        subject_text=draw(words),
        relation=draw(literal_relations if literal else relations),
        object=draw(words if literal else ids),
        object_text=draw(words),
        literal=literal,
        polarity=draw(st.sampled_from(Polarity)),
        modality=draw(st.sampled_from(Modality)),
        source=draw(st.none() | ids),
        date=draw(dates),
        place=draw(st.none() | ids),
        # One passage has one text.
        evidence=Evidence(span, sha256(repr(span).encode()).hexdigest(), draw(words)),
        confidence=draw(st.floats(0, 1)),
        rule=draw(words),
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(statements(), max_size=3, unique_by=lambda s: s.id), st.sampled_from(list(FORMATS)))
def test_any_statement_comes_back(drawn: list[Statement], format_: str) -> None:
    documents = (Document("a", "", "Titel"), Document("ö/b c", ""))
    corpus = Corpus(documents, (), tuple(drawn))
    quads = corpus_quads(corpus)
    assert set(corpus_of(quads).statements) == set(drawn)
    if format_ != "rdfxml":  # XML has no control characters.
        data = serialize(quads, format_)
        kind = {"turtle": ox.RdfFormat.TURTLE, "trig": ox.RdfFormat.TRIG}.get(
            format_, ox.RdfFormat.from_extension(SUFFIXES[format_][1:])
        )
        back = {quad.triple for quad in ox.parse(data, format=kind)}
        assert back == {quad.triple for quad in quads}


@settings(max_examples=15, deadline=None)
@given(st.lists(statements(), max_size=2, unique_by=lambda s: s.id))
def test_rdflib_reads_the_same(drawn: list[Statement]) -> None:
    dataset = to_dataset(Corpus((Document("a", ""), Document("ö/b c", "")), (), tuple(drawn)))
    data = serialize(dataset, "nquads")
    back = rdflib.Dataset().parse(data=data, format="nquads")
    assert set(back.quads()) == set(dataset.quads())
    assert set(from_dataset(back).statements) == set(drawn)


def test_an_entity_has_one_type() -> None:
    quads = corpus_quads(small_corpus())
    types = [q for q in quads if q.predicate.value == RDF + "type"]
    assert {q.object for q in types if q.subject == ox.NamedNode(NORDLAND)} == {
        ox.NamedNode(KG + "Place")
    }


def test_a_file_becomes_a_dataset_with_its_graphs(tmp_path: Path) -> None:
    path = tmp_path / "g.nq"
    path.write_bytes(serialize(small_corpus(), "nquads") + b"<a:a> <a:b> <a:c> .\n")
    dataset = to_dataset(path)
    assert isinstance(dataset, rdflib.Dataset)
    triple = (rdflib.URIRef("a:a"), rdflib.URIRef("a:b"), rdflib.URIRef("a:c"))
    assert triple in dataset.default_graph
    dataset.default_graph.remove(triple)
    assert set(dataset.quads()) == set(to_dataset(small_corpus()).quads())
