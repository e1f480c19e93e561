"""The values that pass from room to room, and the errors a user may see.

Offsets are half-open character offsets into `Document.text`, counted in Unicode code points.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class KgError(Exception):
    """Anything that the user can mend: the message says what is wrong and where."""


class InputError(KgError):
    """A document, folder or graph file that cannot be used."""


class ModelError(KgError):
    """A language pipeline that is missing or does not fit."""


class LexiconError(KgError):
    """A file under `ontology/` that breaks its own rules."""


class QueryError(KgError):
    """A SPARQL query that is malformed or unknown."""


class MissingLibraryError(KgError):
    """A library that only some formats need and that is not installed."""


class ValidationError(KgError):
    """A graph that breaks the SHACL shapes."""


class PushError(KgError):
    """A server that cannot be reached or does not take what is sent to it."""


class Polarity(StrEnum):
    """Whether a statement says that something is so or is not so."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(StrEnum):
    """How the article stands behind a statement."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    PLANNED = "planned"
    DEMANDED = "demanded"
    POSSIBLE = "possible"


class Verdict(StrEnum):
    """Whether two things are one."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Document:
    """One article.

    Attributes:
        id: Name of the input without its suffix, or a hash of the content where there is none.
        text: What is read: headline, blank line, body. All offsets count in it.
        title: The headline, "" where none was found.
        url: Address of the article, "" where unknown.
        published: ISO date (`2023-09-20`), month (`2023-09`) or year, "" where unknown.
        source: Publisher, "" where unknown.
        language: ISO 639-1 code of the text.
    """

    id: str
    text: str
    title: str = ""
    url: str = ""
    published: str = ""
    source: str = ""
    language: str = "de"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (excluded) of the document with the id `document`."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to an entity.

    `kind` is `name`, `derived` (*russische*), `part` (*EU-* in a compound), `nominal`
    (*die Separatisten*) or `pronoun`.
    """

    span: Span
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world, with every mention of it.

    Attributes:
        id: IRI of the entity: its Wikidata IRI when `wikidata` is certain.
        type: A class of the ontology: Person, Organization, Place, Group, Event, Product, Other.
        name: Usual name in the language of the article.
        labels: Language code → label.
        wikidata: Q identifier, None where not certain.
        reasons: Why its mentions were taken for one thing, in order.
        close: IRI of what it most likely is elsewhere, where that is not certain.
    """

    id: str
    type: str
    name: str
    labels: tuple[tuple[str, str], ...]
    mentions: tuple[Mention, ...]
    wikidata: str | None = None
    reasons: tuple[str, ...] = ()
    close: str | None = None


class Argument(NamedTuple):
    """A participant of a proposition.

    Attributes:
        place: Its role: agent, patient, recipient, genitive, possessive, adjective, compound, noun,
            or the preposition that governs it.
        token: Index of its head word in the parsed text.
    """

    place: str
    token: int


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that changes how a proposition is meant.

    Attributes:
        token: Index of the word in the parsed text.
        kind: What it is: negation, modal verb, source phrase, …
        effect: What it brings in: a polarity, a modality, `speaker`; several with spaces between.
    """

    token: int
    kind: str
    effect: str


class Proposition(NamedTuple):
    """What a clause, an event noun or an adjective says, in the words of the text.

    Attributes:
        kind: verb, noun or adjective.
        predicate: Infinitive (separable prefix joined), or the noun or adjective as it stands.
        reflexive: Whether *sich* belongs to the verb.
        token: Index of the predicate in the parsed text.
        arguments: Participants in the order of the text, coordinated ones each on their own.
        attribution: Index of the head word of whoever says so, None where it is the article.
        cues: The words that polarity, modality and attribution come from.
    """

    kind: str
    predicate: str
    reflexive: bool
    token: int
    arguments: tuple[Argument, ...]
    polarity: Polarity
    modality: Modality
    attribution: int | None
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that a statement rests on and the words in it that express it."""

    span: Span
    sentence: str
    predicate: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What an article says of two entities, or of an entity and a literal.

    Attributes:
        id: Hash of the content and the place in the text.
        subject: Id of the entity it starts from.
        subject_text: Words of the text that stand for the subject there.
        relation: Local name of a relation of the ontology (`attacked`).
        object: Id of the entity it leads to, or the literal's text when `literal` is true.
        object_text: Words of the text that stand for the object there.
        source: Id of the entity that says so, None where it is the article.
        date: ISO date, month or year of what happened, None where the text does not say.
        place: Id of the entity where it happened.
        confidence: Probability that it is right, from 0 to 1.
        rule: Name of the rule that found it.
    """

    id: str
    subject: str
    subject_text: str
    relation: str
    object: str
    object_text: str
    literal: bool
    polarity: Polarity
    modality: Modality
    source: str | None
    date: str | None
    place: str | None
    evidence: Evidence
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class OpenFact:
    """One binary fact in the sentence's own tokens: a line of `propositions.jsonl`."""

    document: str
    sentence_index: int
    subject: str
    relation: str
    object: str
    polarity: Polarity
    modality: Modality
    span: Span


@dataclass(frozen=True, slots=True)
class FrameUse:
    """The frame of the lexicon that gave a statement.

    Attributes:
        word: The word or expression that the lexicon lists, a noun in the form of the text.
        kind: verb, noun, adjective or expression.
        relation: What the frame says that the word means.
        subject: Places that may hold the subject, in order of preference.
        object: Places that may hold the object.
        subject_place: The place that holds the subject here, "" where it is reached otherwise.
        object_place: The same for the object.
    """

    word: str
    kind: str
    relation: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    subject_place: str = ""
    object_place: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """How words came to stand for an entity.

    Attributes:
        text: The words of the sentence.
        steps: From these words to what the entity is called (*sie: pronoun for Baerbock*).
        path: Dependencies between the predicate and the words, "" where they are an end of it.
    """

    text: str
    steps: tuple[str, ...] = ()
    path: str = ""


@dataclass(frozen=True, slots=True)
class StanceWord:
    """Words that gave a statement its polarity, modality or speaker; see `Cue`."""

    text: str
    kind: str
    effect: str


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The words that a date comes from, and their sentence where it is another one."""

    text: str
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """What led to a statement: a line of `explanations.jsonl`.

    Attributes:
        statement: Its id.
        path: The dependencies from its subject through the predicate to its object.
        object: None where the object is a literal.
        speaker: Who says so, None where it is the article or nobody in particular.
    """

    statement: str
    path: str
    frame: FrameUse | None
    subject: Reference
    object: Reference | None
    stance: tuple[StanceWord, ...] = ()
    speaker: Reference | None = None
    time: TimeWords | None = None
    place: Reference | None = None


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of an article, by their place and as they stand there."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things that were compared: what it was called, and where articles speak of it.

    The words say what is meant: ids of entities depend on what else is read, and words do not.
    """

    name: str
    type: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether two things are one, and why: a line of `decisions.jsonl`.

    Attributes:
        pair: What was compared.
        score: Probability that they are one, None where a person decided.
        reasons: What it rests on, the most telling first.
        by: Name of the person who decided, or `program`.
    """

    pair: tuple[Side, Side]
    verdict: Verdict
    score: float | None
    reasons: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything that one build found, in reading order."""

    documents: tuple[Document, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    open_facts: tuple[OpenFact, ...] = field(default=())
    derivations: tuple[Derivation, ...] = field(default=())
    decisions: tuple[Decision, ...] = field(default=())
