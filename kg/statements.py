"""From drafts about clusters to statements about entities, dated and with their evidence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from kg.confidence import confidences
from kg.drafts import Draft, End
from kg.model import Document, Evidence, Span, Statement
from kg.ontology import fits, load_relations

if TYPE_CHECKING:
    from kg.words import Doc


# What makes two statements the same fact, the date last.
Fact = tuple[str | None, ...]


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
    best: dict[Fact, tuple[Statement, Draft]] = {}
    for draft, confidence in zip(drafts, confidences(drafts, doc), strict=True):
        statement = as_statement(draft, document, doc, ids, confidence)
        key = fact_key(statement)
        other = best[key][0] if key in best else None
        if is_sound(statement, types) and better(statement, other):
            best[key] = statement, draft
    return sorted(without_vaguer(best), key=lambda pair: (pair[0].evidence.span, pair[0].id))


def without_vaguer(
    best: Mapping[Fact, tuple[Statement, Draft]],
) -> Iterator[tuple[Statement, Draft]]:
    """Drop what is said without a date where it is said with one as well."""
    dated = {key[:-1] for key in best if key[-1]}
    return (pair for key, pair in best.items() if key[-1] or key[:-1] not in dated)


def fact_key(statement: Statement) -> Fact:
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


def as_statement(
    draft: Draft, document: Document, doc: "Doc", ids: Mapping[int, str], confidence: float
) -> Statement:
    """One draft with the ids of its entities, its sentence and its own id."""
    evidence = evidence_of(draft, document, doc)
    literal = draft.object.cluster is None
    subject = entity_id(draft.subject, ids)
    object_ = draft.object.text if literal else entity_id(draft.object, ids)
    source = ids.get(id(draft.source)) if draft.source else None
    place = ids.get(id(draft.place)) if draft.place else None
    said = (
        subject, draft.relation, object_, draft.polarity, draft.modality, source, draft.date, place
    )  # fmt: skip
    return Statement(
        id=statement_id(evidence.span, said),
        subject=subject,
        subject_text=draft.subject.text,
        relation=draft.relation,
        object=object_,
        object_text=draft.object.text,
        literal=literal,
        polarity=draft.polarity,
        modality=draft.modality,
        source=source,
        date=draft.date,
        place=place,
        evidence=evidence,
        confidence=confidence,
        rule=draft.rule,
    )


def entity_id(end: End, ids: Mapping[int, str]) -> str:
    """The id of the entity at an end."""
    return ids[id(end.cluster)]


def evidence_of(draft: Draft, document: Document, doc: "Doc") -> Evidence:
    """The sentence around the predicate, without white space at its ends."""
    sentence = doc.tokens[draft.token].sent
    start = sentence.start_char
    text = document.text[start : sentence.end_char]
    words = text.strip()
    start += len(text) - len(text.lstrip())
    return Evidence(Span(document.id, start, start + len(words)), words, draft.predicate)


def statement_id(span: Span, said: Iterable[str | None]) -> str:
    """A hash of everything that a statement says and where."""
    parts = (span.document, span.start, span.end, *said)
    return sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]
