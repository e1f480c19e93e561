"""Read the entities of a graph, and tell which there are and which may be one."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.decisions import DECISIONS, PROGRAM, read_decisions, sentence
from kg.model import Decision, Entity, InputError, Mention, Side, Span, Verdict
from kg.rdf import quads_of
from kg.summary import corpus_in

ENTITIES = "entities.jsonl"
Rows = Iterator[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Filter:
    """What entities are asked for.

    Attributes:
        type: A class of the ontology, "" for all.
        text: Part of a name or of a mention, in any case.
        articles: Fewest articles.
        mentions: Fewest mentions.
    """

    type: str = ""
    text: str = ""
    articles: int = 0
    mentions: int = 0

    def fits(self, entity: Entity) -> bool:
        """Whether an entity is asked for."""
        texts = (
            entity.name,
            *(label for _, label in entity.labels),
            *(m.text for m in entity.mentions),
        )
        return (
            self.type.lower() in ("", entity.type.lower())
            and (not self.text or any(self.text.lower() in text.lower() for text in texts))
            and len(articles_of(entity)) >= self.articles
            and len(entity.mentions) >= self.mentions
        )


def read_graph_entities(graph: Path) -> tuple[Entity, ...]:
    """The entities of a folder of `kg build`, or of an RDF file.

    Raises:
        InputError: If it is neither, or the folder's table is broken.
    """
    table = graph / ENTITIES
    if not table.is_file():
        return corpus_in(graph, quads_of(graph)).entities
    try:
        lines = table.read_text(encoding="utf-8").split("\n")
        return tuple(as_entity(json.loads(line)) for line in lines if line)
    except OSError as error:
        raise InputError(f"{table}: cannot be read: {error.strerror}") from error
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(f"{table}: is no table of entities: {error}") from error


def as_entity(row: dict[str, Any]) -> Entity:
    """An entity from its line; kinds of mentions are not in it."""
    mentions = [
        Mention(Span(m["doc"], m["start"], m["end"]), m["text"], "name") for m in row["mentions"]
    ]
    return Entity(
        id=row["id"],
        type=row["type"],
        name=row["name"],
        labels=tuple(sorted(row["labels"].items())),
        mentions=tuple(mentions),
        wikidata=row["wikidata"],
        reasons=tuple(row["reasons"]),
    )


def named_entity(entities: Iterable[Entity], wanted: str, graph: Path) -> Entity:
    """The entity with an id, the last part of one, a name or a label.

    Raises:
        InputError: If there is none, or a name is that of several.
    """
    found = [e for e in entities if wanted == e.id]
    found = found or [e for e in entities if wanted == e.id.rpartition("/")[2]]
    found = found or [e for e in entities if wanted in (e.name, *(text for _, text in e.labels))]
    if not found:
        raise InputError(f"{graph}: has no entity {wanted!r}")
    if len(found) > 1:
        ids = ", ".join(e.id for e in found)
        raise InputError(f"{graph}: {wanted!r} names several entities, give an id: {ids}")
    return found[0]


def articles_of(entity: Entity) -> set[str]:
    """Ids of the articles that mention an entity."""
    return {m.span.document for m in entity.mentions}


def entity_rows(entities: Iterable[Entity], wanted: Filter) -> Rows:
    """Articles, mentions, class, name and id of the entities asked for, the most told first."""
    found = [e for e in entities if wanted.fits(e)]
    ranked = sorted(found, key=lambda e: (-len(articles_of(e)), -len(e.mentions), e.id))
    for e in ranked:
        yield str(len(articles_of(e))), str(len(e.mentions)), e.type, e.name, e.id


def close_rows(entities: Iterable[Entity], decisions: Iterable[Decision], wanted: Filter) -> Rows:
    """Score, names, ids and reasons of the pairs that may be one, the likeliest first."""
    homes = {m.span: e for e in entities for m in e.mentions}
    rows = {}
    for decision in decisions:
        if decision.by != PROGRAM or decision.verdict is not Verdict.UNSURE:
            continue
        pair = [home_of(side, homes) for side in decision.pair]
        one, other = pair
        if one and other and one != other and any(wanted.fits(e) for e in pair if e):
            reasons = "; ".join(decision.reasons)
            rows[one.id, other.id] = (decision.score or 0.0, one, other, reasons)
    ranked = sorted(rows.values(), key=lambda r: (-r[0], r[1].id, r[2].id))
    for score, one, other, reasons in ranked:
        yield f"{score:.2f}", one.name, other.name, one.id, other.id, reasons


def home_of(side: Side, homes: dict[Span, Entity]) -> Entity | None:
    """The entity that a side of a decision speaks of now."""
    return next((homes[q.span] for q in side.quotes if q.span in homes), None)


def decision_rows(decisions: Iterable[Decision]) -> Rows:
    """What people decided, numbered, with their reasons."""
    for number, decision in enumerate(decisions, 1):
        yield str(number), sentence(decision), "; ".join(decision.reasons)


def mention_rows(entity: Entity) -> Rows:
    """Article, place and words of each mention, as `split` takes them."""
    for mention in entity.mentions:
        yield f"{mention.span.document}:{mention.span.start}", mention.text


def identity_rows(entity: Entity, decisions: Iterable[Decision]) -> Iterator[str]:
    """Why articles speak of one entity, or of two, with the score and who decided.

    What was found of several articles by the same reasons stands in one row.
    """
    spans = {m.span for m in entity.mentions}
    articles: dict[str, list[str]] = {}
    for decision in decisions:
        held = [any(q.span in spans for q in side.quotes) for side in decision.pair]
        if any(held):
            mine, other = decision.pair if held[0] else decision.pair[::-1]
            text = identity_text(decision, other.name, inside=all(held))
            articles.setdefault(text, []).append(mine.quotes[0].span.document)
    for text, documents in articles.items():
        yield f"{', '.join(dict.fromkeys(documents))}: {text}"


def identity_text(decision: Decision, other: str, *, inside: bool) -> str:
    """A decision with what it rests on: by hand with its author, by the program with its score."""
    reasons = "; ".join(decision.reasons)
    if decision.by != PROGRAM:
        return f"{sentence(decision)}, by hand{': ' if reasons else ''}{reasons}"
    verdict = f"is {other}" if inside else f"{decision.verdict}, kept apart from {other}"
    return f"{verdict} ({decision.score:.2f}): {reasons}"


def decisions_in(graph: Path) -> list[Decision]:
    """The decisions that a folder keeps; none where it has no file of them."""
    path = graph / DECISIONS
    return read_decisions(path) if path.is_file() else []
