"""Finds in the graph what a page tells: names, statements and passages of articles."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.foreign import local_name
from kg.model import Corpus, InputError
from kg.rdf import corpus_of
from kg.rdf.names import ITSRDF, KG, NIF, PROV, RDF, RDFS, SCHEMA
from kg.serve.graph import Graph

PREDICATE = ox.NamedNode(RDF + "predicate")
SUBJECT, OBJECT = ox.NamedNode(RDF + "subject"), ox.NamedNode(RDF + "object")
SOURCE, PLACE = ox.NamedNode(KG + "source"), ox.NamedNode(KG + "place")
DERIVED = ox.NamedNode(PROV + "wasDerivedFrom")
CONTEXT = ox.NamedNode(NIF + "referenceContext")
TYPE = ox.NamedNode(RDF + "type")
EVENT = ox.NamedNode(KG + "event")
_EVIDENCE = ox.NamedNode(KG + "evidence")
_TEXT = ox.NamedNode(NIF + "anchorOf")
_WHOLE_TEXT = ox.NamedNode(NIF + "isString")
_BEGIN = ox.NamedNode(NIF + "beginIndex")
_REFERENT = ox.NamedNode(ITSRDF + "taIdentRef")
_NAMES = (RDFS + "label", SCHEMA + "headline", SCHEMA + "name")
_FOLLOWED = {DERIVED, _EVIDENCE}


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article's text: `start` is its offset in code points."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + len(self.text)


def name_of(graph: Graph, node: object, language: str) -> str:
    """What to call a node: its label in the language or another one, else the end of its IRI."""
    if not isinstance(node, ox.NamedNode):
        return node.value if isinstance(node, ox.Literal) else str(node)
    for predicate in _NAMES:
        found = (t.object for t in graph.triples(node, ox.NamedNode(predicate), most=50))
        labels = [label for label in found if isinstance(label, ox.Literal)]
        if labels:
            return min(labels, key=lambda label: _distance(label, language)).value
    return local_name(node.value)


def _distance(label: ox.Literal, language: str) -> tuple[bool, bool, str]:
    """Labels in the language come first, then those in none."""
    return label.language != language, label.language is not None, label.value


def is_a(graph: Graph, node: ox.NamedNode, class_: str) -> bool:
    """Whether a node has a class as its type."""
    return bool(graph.triples(node, TYPE, ox.NamedNode(class_), most=1))


def statements_with(
    graph: Graph, node: ox.NamedNode, predicates: Sequence[ox.NamedNode], most: int
) -> list[ox.NamedNode]:
    """Statements in which a node stands behind one of the predicates, each once, in order."""
    found = (
        triple.subject
        for predicate in predicates
        for triple in graph.triples(None, predicate, node)
        if isinstance(triple.subject, ox.NamedNode)
    )
    nodes = sorted(set(found), key=lambda found: found.value)
    return [found for found in nodes if is_a(graph, found, KG + "Statement")][:most]


def corpus_with(graph: Graph, statements: Iterable[ox.NamedNode]) -> Corpus:
    """Statements with their sentences and articles, but no entities, in reading order.

    Those that lack something, as other tools' may, are left out.
    """
    triples: dict[ox.Triple, None] = {}
    for statement in statements:
        own = list(_surroundings(graph, statement))
        if _is_complete(own):
            triples |= dict.fromkeys(own)
    return _corpus(triples)


def _surroundings(graph: Graph, statement: ox.NamedNode) -> Iterator[ox.Triple]:
    for triple in graph.triples(statement):
        yield triple
        if triple.predicate in _FOLLOWED and isinstance(triple.object, ox.NamedNode):
            yield from graph.triples(triple.object)


def _is_complete(triples: Iterable[ox.Triple]) -> bool:
    try:
        return bool(_corpus(triples).statements)
    except InputError:
        return False


def _corpus(triples: Iterable[ox.Triple]) -> Corpus:
    return corpus_of(ox.Quad(t.subject, t.predicate, t.object) for t in triples)


def whole_text(graph: Graph, document: ox.NamedNode) -> str:
    """The text of an article, "" where the graph does not have it."""
    found = graph.triples(document, _WHOLE_TEXT, most=1)
    return name_of(graph, found[0].object, "") if found else ""


def passages(graph: Graph, document: ox.NamedNode) -> list[Passage]:
    """What the graph has of an article's text: the sentences of its statements, in order.

    Where the graph has the whole text, the lines between them too.
    """
    statements = graph.triples(None, DERIVED, document)
    phrases = {
        triple.object
        for statement in statements
        if isinstance(statement.subject, ox.NamedNode)
        for triple in graph.triples(statement.subject, _EVIDENCE)
        if isinstance(triple.object, ox.NamedNode)
    }
    found = {_passage(graph, phrase) for phrase in phrases}
    sentences = _apart(sorted((p for p in found if p), key=lambda p: (p.start, -p.end)))
    return list(_with_gaps(whole_text(graph, document), sentences))


def _with_gaps(text: str, sentences: Iterable[Passage]) -> Iterator[Passage]:
    done = 0
    for sentence in sentences:
        yield from _lines(text, done, sentence.start)
        yield sentence
        done = sentence.end
    yield from _lines(text, done, len(text))


def _lines(text: str, start: int, end: int) -> Iterator[Passage]:
    for line in re.compile(r"\S(?:[^\n]*\S)?").finditer(text, start, end):
        yield Passage(line.start(), line[0])


def mentions(graph: Graph, document: ox.NamedNode) -> list[tuple[Passage, ox.NamedNode]]:
    """The words of an article that stand for an entity, and which one it is."""
    phrases = (t.subject for t in graph.triples(None, CONTEXT, document))
    pairs = [
        (_passage(graph, phrase), triple.object)
        for phrase in phrases
        if isinstance(phrase, ox.NamedNode)
        for triple in graph.triples(phrase, _REFERENT, most=1)
    ]
    found = [(p, node) for p, node in pairs if p and isinstance(node, ox.NamedNode)]
    return sorted(found, key=lambda pair: (pair[0].start, -pair[0].end, pair[1].value))


def _passage(graph: Graph, phrase: ox.NamedNode) -> Passage | None:
    text = graph.triples(phrase, _TEXT, most=1)
    start = graph.triples(phrase, _BEGIN, most=1)
    if not (text and start and isinstance(start[0].object, ox.Literal)):
        return None
    offset = start[0].object.value
    return Passage(int(offset), name_of(graph, text[0].object, "")) if offset.isdecimal() else None


def _apart(found: Iterable[Passage]) -> list[Passage]:
    """Passages without those that begin inside another one."""
    kept: list[Passage] = []
    for passage in found:
        if not kept or passage.start >= kept[-1].end:
            kept.append(passage)
    return kept
