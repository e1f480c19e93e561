"""Statements and passages as pages show them: words marked, entities linked."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pyoxigraph as ox

from kg.model import Corpus, Polarity, Span, Statement
from kg.ontology import relation_label
from kg.rdf.names import KG, document_node, entity_node, phrase_node, statement_node
from kg.serve.facts import Passage, name_of
from kg.serve.graph import Graph
from kg.serve.pages import Link

Part = tuple[str, str, str]
"""Text, its role in a statement ("" for none), IRI of the entity that it stands for ("")."""
Mark = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Card:
    """A statement with everything that its reader wants to know at once."""

    iri: str
    subject: Link
    relation: Link
    object: Link
    negative: bool
    modality: str
    source: Link | None
    place: Link | None
    date: str
    confidence: float
    rule: str
    sentence: tuple[Part, ...]
    article: Link
    phrase: str


def cards(graph: Graph, corpus: Corpus, language: str) -> list[Card]:
    """The statements of a corpus in reading order."""
    return [_card(graph, statement, language) for statement in corpus.statements]


def marked(statement: Statement) -> list[Mark]:
    """Where a statement's words stand in its article: start, end, role."""
    from kg.views.highlight import marks  # with all of numpy, which the web process can do without

    start, sentence = statement.evidence.span.start, statement.evidence.sentence
    found = marks(
        sentence,
        subject=statement.subject_text,
        predicate=statement.evidence.predicate,
        object_=statement.object_text,
    )
    return [(start + begin, start + end, role) for begin, end, role in found]


def parts(
    passage: Passage,
    marks: Sequence[Mark],
    mentions: Iterable[tuple[Passage, ox.NamedNode]] = (),
) -> tuple[Part, ...]:
    """Cut a passage so that each piece has one role and stands for one entity.

    Args:
        passage: The text.
        marks: Start, end and role of the words of a statement, as offsets into the article.
        mentions: Words of the article with their entities; of two that overlap the first counts.
    """
    links = list(_links(passage, mentions))
    cuts = {passage.start, passage.end}
    for start, end, _ in [*marks, *links]:
        cuts |= {min(max(at, passage.start), passage.end) for at in (start, end)}
    edges = sorted(cuts)
    return tuple(
        (
            passage.text[a - passage.start : b - passage.start],
            _covering(marks, a, b),
            _covering(links, a, b),
        )
        for a, b in pairwise(edges)
    )


def _links(
    passage: Passage, mentions: Iterable[tuple[Passage, ox.NamedNode]]
) -> Iterator[tuple[int, int, str]]:
    free = passage.start
    for words, entity in mentions:
        if free <= words.start and words.end <= passage.end:
            yield words.start, words.end, entity.value
            free = words.end


def _covering(spans: Iterable[tuple[int, int, str]], start: int, end: int) -> str:
    return next((what for a, b, what in spans if a <= start and end <= b), "")


def _card(graph: Graph, statement: Statement, language: str) -> Card:
    span, relation = statement.evidence.span, statement.relation
    passage = Passage(span.start, statement.evidence.sentence)
    return Card(
        iri=statement_node(statement.id, graph.base).value,
        subject=_entity(graph, statement.subject, language),
        relation=_relation(relation, language),
        object=Link(statement.object)
        if statement.literal
        else _entity(graph, statement.object, language),
        negative=statement.polarity is Polarity.NEGATIVE,
        modality=statement.modality.value,
        source=_entity(graph, statement.source, language) if statement.source else None,
        place=_entity(graph, statement.place, language) if statement.place else None,
        date=statement.date or "",
        confidence=statement.confidence,
        rule=statement.rule,
        sentence=parts(passage, marked(statement)),
        article=_article(graph, span, language),
        phrase=phrase_node(span, graph.base).value,
    )


def _relation(name: str, language: str) -> Link:
    """A relation of ours; other tools' have their whole IRI as their name."""
    return Link(relation_label(name, language), name if ":" in name else KG + name)


def _entity(graph: Graph, iri: str, language: str) -> Link:
    return Link(name_of(graph, entity_node(iri), language), iri)


def _article(graph: Graph, span: Span, language: str) -> Link:
    node = document_node(span.document, graph.base)
    return Link(name_of(graph, node, language), node.value)
