"""Tell in words what a statement or an entity of a graph rests on."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.dates import resolve_date
from kg.entities import IN_GEONAMES, LISTED
from kg.entity_lists import decisions_in, identity_rows
from kg.explanations import read_derivation
from kg.model import (
    Corpus,
    Decision,
    Derivation,
    Document,
    Entity,
    FrameUse,
    InputError,
    Modality,
    Polarity,
    Reference,
    StanceWord,
    Statement,
    TimeWords,
)
from kg.ontology import relation_label
from kg.rdf import base_of, quads_of
from kg.rdf.names import document_node
from kg.summary import corpus_in

WIDTH = 12  # of the column of headings
ISO_DAY = len("2023-09-20")
UNRECORDED = "not recorded in this graph; a folder or store written by kg build has it"
PLAIN = "nothing in the text denies, reports, plans or doubts it"
ENACTED = "to say so is what the statement tells"
# What a rule reads; a rule is named by what stands before the colon in `Statement.rule`.
RULES = {
    "adjective frame": "an adjective that has a frame in the lexicon",
    "adjective of origin": "an adjective made from a place, before a name",
    "affiliation": "a body behind a person's name and a preposition",
    "attendance": "who acts at a meeting, protest or game takes part in it",
    "attribute": "a noun and whose it is: by genitive, preposition, adjective or compound",
    "brackets": "a name in brackets behind a name",
    "clause": "both take part in one clause, whose verb has no frame that fits",
    "compound": "the first part of a compound name",
    "culprit": "a noun for a deed and whoever is said to be behind it",
    "demand": "somebody says what another must do",
    "election": "who stands in an election or gets votes or seats takes part in it",
    "expression frame": "a fixed expression that has a frame in the lexicon",
    "implied agent": "a frame whose agent the clause leaves out; the body named last is meant",
    "implied target": "a speech act whose target the clause leaves to the text before it",
    "inclusion": "who is said to be among others or one of them",
    "jointly": "those who do something together cooperate",
    "judgement": "how somebody judges another or what that one did",
    "membership": "a party, team or staff and whose it is",
    "national": "a noun or adjective for the people of a state",
    "noun phrase": "a noun and what its phrase ties it to, whatever the relation",
    "noun frame": "a noun that has a frame in the lexicon",
    "parties": "a noun and those between whom it is",
    "party adjective": "an adjective of a party before a politician",
    "place in a name": "the place in the name of a body",
    "place of a noun": "a phrase of place behind a noun",
    "possession": "whose work, vehicle or building a thing is",
    "role": "a noun for an office that stands for somebody",
    "role frame": "a verb or noun of taking, holding or leaving an office",
    "verb frame": "a verb that has a frame in the lexicon",
}

Rows = Iterator[tuple[str, str]]  # heading, "" to go on under the last one, and text


@dataclass(frozen=True, slots=True)
class Names:
    """What ids stand for in a graph."""

    entities: dict[str, Entity]
    documents: dict[str, Document]

    def of(self, id_: str) -> str:
        """The name of an entity, its id where the graph does not have it."""
        return self.entities[id_].name if id_ in self.entities else id_


def explanation(path: Path, wanted: str) -> str:
    """What led to a statement, or what an entity rests on.

    Args:
        path: Folder of a build, a store or an RDF file.
        wanted: Id of a statement, or id, last part of the id, or label of an entity.

    Raises:
        InputError: If the graph has neither.
    """
    quads = quads_of(path)
    corpus = corpus_in(path, quads)
    names = Names({e.id: e for e in corpus.entities}, {d.id: d for d in corpus.documents})
    statement = next((s for s in corpus.statements if s.id == wanted.rpartition("/")[2]), None)
    if statement:
        article = document_node(statement.evidence.span.document, base_of(quads)).value
        derivation = read_derivation(path, statement.id, article)
        return laid_out(statement_rows(statement, derivation, names))
    entity = find_entity(corpus, wanted)
    if entity is None:
        raise InputError(f"{path}: has no statement and no entity {wanted!r}")
    rows = entity_rows(entity, corpus.statements, names, decisions_in(path))
    return laid_out(rows)


def find_entity(corpus: Corpus, wanted: str) -> Entity | None:
    """The entity with an id, the last part of an id, or a label."""
    for entity in corpus.entities:
        if wanted in (
            entity.id,
            entity.id.rpartition("/")[2],
            *(label for _, label in entity.labels),
        ):
            return entity
    return None


def laid_out(rows: Rows) -> str:
    """Rows as lines of text, without what an article could do to a terminal."""
    lines = (f"{printable(heading):{WIDTH}}{printable(text)}".rstrip() for heading, text in rows)
    return "".join(f"{line}\n" for line in lines)


def printable(text: str) -> str:
    """Text on one line, without control characters and signs that turn the direction of writing."""
    spaced = (" " if c.isspace() else c for c in text)
    return "".join(c for c in spaced if unicodedata.category(c) not in ("Cc", "Cf"))


def statement_rows(statement: Statement, derivation: Derivation | None, names: Names) -> Rows:
    """A statement with all that led to it."""
    yield "statement", one_line(statement, names)
    yield "relation", statement.relation
    yield "id", statement.id
    yield from sentence_rows(statement, names)
    texts = (statement.subject_text, statement.evidence.predicate, statement.object_text)
    yield "words", " | ".join(texts)
    if derivation is None:
        yield "derivation", UNRECORDED
    else:
        yield "path", derivation.path
        yield from frame_rows(derivation.frame, statement)
    yield "rule", rule_text(statement.rule)
    yield from end_rows(statement, derivation, names)
    yield from stance_rows(statement, derivation)
    yield from speaker_rows(statement, derivation, names)
    yield from date_rows(statement, derivation, names)
    yield from place_rows(statement, derivation, names)
    yield "confidence", f"{statement.confidence:.2f}"


def sentence_rows(statement: Statement, names: Names) -> Rows:
    """The sentence and where it stands."""
    span = statement.evidence.span
    yield "sentence", statement.evidence.sentence
    document = names.documents.get(span.document)
    published = f", published {document.published}" if document and document.published else ""
    yield "article", f"{span.document}, characters {span.start} to {span.end}{published}"
    if document and document.title:
        yield "headline", document.title


def frame_rows(frame: FrameUse | None, statement: Statement) -> Rows:
    """The frame of the lexicon with its places, and what holds them here."""
    if frame is None:
        return
    subject, object_ = (", ".join(places) for places in (frame.subject, frame.object))
    yield "frame", f"{frame.word} ({frame.kind}) means {frame.relation}"
    yield "", f"subject: {subject}; object: {object_}"
    ends = (
        (frame.subject_place, statement.subject_text),
        (frame.object_place, statement.object_text),
    )
    held = (f"{place} = {text}" if place else f"{text} (by the path)" for place, text in ends)
    yield "", f"here: {'; '.join(held)}"


def rule_text(rule: str) -> str:
    """The name of a rule with what it reads."""
    meaning = RULES.get(rule.partition(":")[0])
    return f"{rule} ({meaning})" if meaning else rule


def end_rows(statement: Statement, derivation: Derivation | None, names: Names) -> Rows:
    """How the words at both ends came to stand for their entities."""
    subject = derivation.subject if derivation else Reference(statement.subject_text)
    yield from reference_rows("subject", subject, statement.subject, names)
    if statement.literal:
        yield "object", f"{statement.object} (in the words of the text)"
        return
    other = derivation.object if derivation else None
    other = other or Reference(statement.object_text)
    yield from reference_rows("object", other, statement.object, names)


def reference_rows(heading: str, reference: Reference, id_: str, names: Names) -> Rows:
    """The words for an entity, what it is, and the steps from the ones to the other."""
    entity = names.entities.get(id_)
    type_ = f" ({entity.type})" if entity else ""
    yield heading, f"{reference.text} → {names.of(id_)}{type_}"
    for step in reference.steps:
        yield "", f"because {step}"
    if entity:
        yield "", f"link: {link_text(entity)}"


def link_text(entity: Entity) -> str:
    """How an entity is linked to the world outside its article."""
    lists = [reason.rpartition(": ")[2] for reason in entity.reasons if is_link(reason)]
    id_ = f"Wikidata {entity.wikidata}" if entity.wikidata else "no Wikidata id"
    return "; ".join([id_, *(lists or ["in no list of names"])])


def is_link(reason: str) -> bool:
    """Whether a reason tells where an entity was found outside its article."""
    return LISTED in reason or IN_GEONAMES in reason


def stance_rows(statement: Statement, derivation: Derivation | None) -> Rows:
    """Polarity and modality, with the words that gave them."""
    stance = f"{statement.polarity.value}, {statement.modality.value}"
    plain = (statement.polarity, statement.modality) == (Polarity.POSITIVE, Modality.ASSERTED)
    cues = derivation.stance if derivation else ()
    note = (ENACTED if cues else PLAIN) if derivation and plain else ""
    yield "stance", ": ".join(filter(None, (stance, note)))
    for cue in cues:
        yield "", cue_text(cue)


def cue_text(cue: StanceWord) -> str:
    """A word with what it does."""
    return f"{cue.text} ({cue.kind}): {', '.join(cue.effect.split())}"


def speaker_rows(statement: Statement, derivation: Derivation | None, names: Names) -> Rows:
    """Who says so and how they were found."""
    if statement.source is None:
        reported = statement.modality is Modality.REPORTED
        yield "speaker", "not named" if reported else "the article"
        return
    found = derivation.speaker if derivation else None
    yield from remote_rows("speaker", found, statement, statement.source, names)


def place_rows(statement: Statement, derivation: Derivation | None, names: Names) -> Rows:
    """Where it happened and by what words."""
    if statement.place is None:
        yield "place", "none in the text"
        return
    found = derivation.place if derivation else None
    yield from remote_rows("place", found, statement, statement.place, names)


def remote_rows(
    heading: str, found: Reference | None, statement: Statement, id_: str, names: Names
) -> Rows:
    """A speaker or place, with the way to its words; of an end the rest is told already."""
    if found is None or id_ in (statement.subject, statement.object):
        yield heading, names.of(id_)
    else:
        yield from reference_rows(heading, found, id_, names)
    if found:
        yield "", f"path: {found.path}"


def date_rows(statement: Statement, derivation: Derivation | None, names: Names) -> Rows:
    """The date and how it was reckoned."""
    document = names.documents.get(statement.evidence.span.document)
    if statement.date is None:
        yield "date", "none in the text"
    elif derivation is None or derivation.time is None:
        yield "date", statement.date
    else:
        yield "date", reckoning(derivation.time, statement.date, document)
        if derivation.time.sentence:
            yield "", f"carried on from: {derivation.time.sentence}"


def reckoning(time: TimeWords, value: str, document: Document | None) -> str:
    """The words of a date with what they were reckoned from."""
    published = document.published if document else ""
    absolute = resolve_date(printable(time.text), "") == value
    if absolute or not published:
        return f"{time.text} → {value}"
    return f"{time.text}, published {with_weekday(published)} → {with_weekday(value)}"


def with_weekday(value: str) -> str:
    """A day with its weekday; months and years as they are."""
    try:
        weekday = date.fromisoformat(value).strftime("%A") if len(value) == ISO_DAY else ""
    except ValueError:
        weekday = ""
    return f"{value} ({weekday})" if weekday else value


def entity_rows(
    entity: Entity,
    statements: tuple[Statement, ...],
    names: Names,
    decisions: Sequence[Decision] = (),
) -> Rows:
    """An entity with its link, its mentions and why they are its, and its statements."""
    yield "entity", f"{entity.name} ({entity.type})"
    yield "id", entity.id
    yield "link", link_text(entity)
    yield "labels", ", ".join(f"{label} ({language})" for language, label in entity.labels)
    yield from mention_rows(entity)
    heading = "identity"
    for reason in identity_rows(entity, decisions):
        yield heading, reason
        heading = ""
    heading = "statements"
    for statement in statements:
        part = part_in(entity.id, statement)
        if part is not None:
            yield heading, f"{statement.id}  {one_line(statement, names)}{part}"
            heading = ""


def mention_rows(entity: Entity) -> Rows:
    """The mentions of each article with why they are its, and the reasons for none of them."""
    places = Counter((m.span.document, m.text) for m in entity.mentions)
    own = [r for r in entity.reasons if not is_link(r)]
    left, heading = own, "mentions"
    for (document, text), number in sorted(places.items()):
        reasons = [r for r in own if r.startswith(f"{text}: ")]
        left = [r for r in left if r not in reasons]
        why = "; ".join(r.removeprefix(f"{text}: ") for r in reasons)
        yield heading, f"{document}: {text} ({number}×){' – ' if why else ''}{why}"
        heading = ""
    for reason in left:
        yield "", f"because {reason}"


def part_in(entity: str, statement: Statement) -> str | None:
    """What an entity is in a statement: "" for an end of it, None where it has no part in it."""
    if entity == statement.subject or (entity == statement.object and not statement.literal):
        return ""
    parts = {"speaker": statement.source, "place": statement.place}
    held = [part for part, holder in parts.items() if holder == entity]
    return f" ({', '.join(held)})" if held else None


def one_line(statement: Statement, names: Names) -> str:
    """Subject, relation and object with German labels."""
    object_ = statement.object if statement.literal else names.of(statement.object)
    label = relation_label(statement.relation, "de")
    return f"{names.of(statement.subject)} – {label} – {object_}"
