"""From drafts about clusters to statements about entities, dated and with their evidence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from kg.confidence import confidences
from kg.drafts import Draft, End
from kg.model import Document, Evidence, Span, Statement
from kg.ontology import fits, load_relations

if TYPE_CHECKING:
    from kg.words import Doc


def clusters_of(draft: Draft) -> Iterator[object]:
    """The clusters that a draft needs."""
    ends = (draft.subject.cluster, draft.object.cluster, draft.source, draft.place)
    return (c for c in ends if c is not None)


def finish(
    drafts: Sequence[Draft],
    document: Document,
    doc: "Doc",
    ids: Mapping[int, str],
    types: Mapping[str, str],
) -> list[tuple[Statement, Draft]]:
    """The statements of an article in reading order, each fact once, with what they come from.

    Args:
        drafts: What the rules found.
        document: The article.
        doc: Its parse.
        ids: `id()` of a cluster → id of its entity.
        types: Id of an entity → its class; a statement whose ends do not fit the domain and range
            of its relation is dropped.
    """
    best: dict[tuple[str | None, ...], tuple[Statement, Draft]] = {}
    for draft, confidence in zip(drafts, confidences(drafts, doc), strict=True):
        statement = replace(as_statement(draft, document, doc, ids), confidence=confidence)
        key = fact_key(statement)
        other = best[key][0] if key in best else None
        if is_sound(statement, types) and better(statement, other):
            best[key] = statement, draft
    kept = without_vaguer(best.values())
    return sorted(kept, key=lambda pair: (pair[0].evidence.span, pair[0].id))


def without_vaguer(found: Iterable[tuple[Statement, Draft]]) -> list[tuple[Statement, Draft]]:
    """Drop what is said without a date where it is said with one as well."""
    days: dict[tuple[str | None, ...], set[str | None]] = {}
    pairs = list(found)
    for statement, _ in pairs:
        days.setdefault(undated_key(statement), set()).add(statement.date)
    return [(s, d) for s, d in pairs if s.date or not any(days[undated_key(s)])]


def undated_key(statement: Statement) -> tuple[str | None, ...]:
    """What makes two statements the same fact, dates aside."""
    return fact_key(replace(statement, date=None))


def fact_key(statement: Statement) -> tuple[str | None, ...]:
    """What makes two statements the same fact; symmetric relations have no direction."""
    ends = [statement.subject, statement.object]
    if load_relations()[statement.relation].symmetric:
        ends.sort()
    return (
        *ends, statement.relation, statement.polarity, statement.modality, statement.source,
        statement.date,
    )  # fmt: skip


def is_sound(statement: Statement, types: Mapping[str, str]) -> bool:
    """Whether the ends differ and are of the classes that the relation asks for."""
    relation = load_relations()[statement.relation]
    if statement.subject == statement.object or not fits(types[statement.subject], relation.domain):
        return False
    return statement.literal or fits(types[statement.object], relation.range)


def better(one: Statement, other: Statement | None) -> bool:
    """Whether a statement is to be kept instead of another of the same fact."""
    return other is None or one.confidence > other.confidence


def as_statement(draft: Draft, document: Document, doc: "Doc", ids: Mapping[int, str]) -> Statement:
    """One draft with the ids of its entities, its sentence and its own id, not yet weighed."""
    evidence = evidence_of(draft, document, doc)
    literal = draft.object.cluster is None
    statement = Statement(
        id="",
        subject=entity_id(draft.subject, ids),
        subject_text=draft.subject.text,
        relation=draft.relation,
        object=draft.object.text if literal else entity_id(draft.object, ids),
        object_text=draft.object.text,
        literal=literal,
        polarity=draft.polarity,
        modality=draft.modality,
        source=ids.get(id(draft.source)) if draft.source else None,
        date=draft.date,
        place=ids.get(id(draft.place)) if draft.place else None,
        evidence=evidence,
        confidence=0.0,
        rule=draft.rule,
    )
    return replace(statement, id=statement_id(statement))


def entity_id(end: End, ids: Mapping[int, str]) -> str:
    """The id of the entity at an end."""
    return ids[id(end.cluster)]


def evidence_of(draft: Draft, document: Document, doc: "Doc") -> Evidence:
    """The sentence around the predicate, without white space at its ends."""
    sentence = doc[draft.token].sent
    text = document.text[sentence.start_char : sentence.end_char]
    start = sentence.start_char + len(text) - len(text.lstrip())
    end = start + len(text.strip())
    return Evidence(Span(document.id, start, end), document.text[start:end], draft.predicate)


def statement_id(statement: Statement) -> str:
    """A hash of everything that the statement says and where."""
    span = statement.evidence.span
    parts = (
        span.document, span.start, span.end, statement.subject, statement.relation,
        statement.object, statement.polarity, statement.modality, statement.source,
        statement.date, statement.place,
    )  # fmt: skip
    return sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]
