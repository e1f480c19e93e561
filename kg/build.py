"""The one function that names every stage in order, from documents to what is written down."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.anchors import anchor_drafts
from kg.annotate import annotate, shared_pipeline
from kg.attendance import attendance_drafts
from kg.coreference import resolve_pronouns
from kg.culprits import culprit_drafts
from kg.dating import dated
from kg.demands import demand_drafts
from kg.derivation import derive
from kg.drafts import Draft
from kg.elections import election_drafts
from kg.entities import identify
from kg.event_places import with_event_places
from kg.evident_bodies import mark_bodies
from kg.garbage import unsearched
from kg.gazetteer import load_gazetteer
from kg.hand_splits import split_by_hand
from kg.homelands import join_homelands
from kg.implied_targets import implied_target_drafts
from kg.inclusion import inclusion_drafts
from kg.jointly import joint_drafts
from kg.judgements import judgement_drafts
from kg.lexicon import load_lexicon
from kg.links import link_drafts
from kg.membership import membership_drafts
from kg.model import (
    Corpus,
    Decision,
    Derivation,
    Document,
    InputError,
    Modality,
    ModelError,
    OpenFact,
    Statement,
)
from kg.ontology import DEFAULT_BASE
from kg.openfacts import open_facts
from kg.participants import participants
from kg.parts import Article, as_article
from kg.party_adjectives import party_drafts
from kg.possessions import possession_drafts
from kg.predicate_nouns import predicate_drafts
from kg.propositions import find_propositions
from kg.reading import join_roles_of_pronouns, read_entities
from kg.relations import relation_drafts
from kg.role_stances import with_role_stances
from kg.statements import clusters_of, finish
from kg.structure import structure_drafts
from kg.words import Doc

if TYPE_CHECKING:
    from spacy.language import Language

TOGETHER = 16  # texts that are parsed before the first of them is read
Progress = Callable[[Iterable[Document]], Iterable[Document]]


def read_corpus(
    documents: Iterable[Document],
    *,
    model: str = "",
    base: str = DEFAULT_BASE,
    decisions: Sequence[Decision] = (),
    progress: Progress = iter,
) -> Corpus:
    """Find the entities, statements and open facts of articles.

    Args:
        documents: Articles in the order in which they are to be read.
        model: Name or path of a spaCy pipeline; the bundled German one by default.
        base: IRI that new entities' ids begin with.
        decisions: What people decided on which things are one.
        progress: Wraps the documents as they are read, to show how far it got.

    Raises:
        InputError: If the base is no IRI that ends in `/`, or the decisions contradict each other.
        ModelError: If there is no such pipeline, or it does not parse.
    """
    check_base(base)
    nlp = load_parser(model)
    return read_with(nlp, documents, base=base, decisions=decisions, progress=progress)


def read_with(
    nlp: "Language",
    documents: Iterable[Document],
    *,
    base: str = DEFAULT_BASE,
    decisions: Sequence[Decision] = (),
    progress: Progress = iter,
) -> Corpus:
    """Find the entities, statements and open facts of articles with a loaded pipeline that parses.

    Args:
        nlp: The pipeline, as `load_parser` gives it.
        documents: Articles in the order in which they are to be read.
        base: IRI that new entities' ids begin with.
        decisions: What people decided on which things are one.
        progress: Wraps the documents as they are read, to show how far it got.

    Raises:
        InputError: If the decisions contradict each other.
    """
    with unsearched():
        return read_all(nlp, documents, base=base, decisions=decisions, progress=progress)


def read_all(
    nlp: "Language",
    documents: Iterable[Document],
    *,
    base: str,
    decisions: Sequence[Decision],
    progress: Progress,
) -> Corpus:
    """`read_with`, with all that is found held until the end."""
    articles: list[Article] = []
    drafts: list[list[Draft]] = []
    facts: list[OpenFact] = []
    for document, doc in parsed(progress(documents), nlp):
        article, found, open_layer = read_article(document, doc, decisions)
        articles.append(article)
        drafts.append(found)
        facts += open_layer
    used = {id(c) for found in drafts for d in found for c in clusters_of(d)}
    used |= {id(c) for article in articles for c in article.active}
    entities, ids, decided = identify(articles, used, base, decisions)
    types = {e.id: e.type for e in entities}
    statements: list[Statement] = []
    derivations: list[Derivation] = []
    for article, found in zip(articles, drafts, strict=True):
        for statement, draft in finish(found, article.document, article.reading.doc, ids, types):
            statements.append(statement)
            derivations.append(derive(statement.id, draft, article.reading))
    documents = tuple(article.document for article in articles)
    return Corpus(documents, entities, tuple(statements), tuple(facts), tuple(derivations), decided)


def parsed(documents: Iterable[Document], nlp: "Language") -> Iterator[tuple[Document, Doc]]:
    """Documents with their parses, each text parsed on its own, but several before any is read.

    Parsing drives all else out of the processor's caches; rules that read one text after another
    were three to ten per cent faster than those that started anew behind each.
    """
    rest = iter(documents)
    while group := list(islice(rest, TOGETHER)):
        yield from [(document, annotate(document, nlp)) for document in group]


def read_open_facts(
    documents: Iterable[Document], *, model: str = "", one_sentence: bool = False
) -> list[OpenFact]:
    """The open facts alone.

    Args:
        documents: Articles, or single sentences.
        model: Name or path of a spaCy pipeline; the bundled German one by default.
        one_sentence: Whether each document is one sentence and not to be cut.

    Raises:
        ModelError: If there is no such pipeline, or it does not parse.
    """
    nlp, lexicon = load_parser(model), load_lexicon()
    found: list[OpenFact] = []
    for document in documents:
        doc = annotate(document, nlp, one_sentence=one_sentence)
        found += open_facts(document, doc, find_propositions(doc, lexicon))
    return found


def check_base(base: str) -> None:
    """Check the IRI that resources are to be named under.

    Raises:
        InputError: If it is no absolute IRI, or does not end in `/`.
    """
    try:
        ox.NamedNode(base)
    except ValueError as error:
        raise InputError(f"base {base!r}: is no IRI: {error}") from error
    if not base.endswith("/"):
        raise InputError(f"base {base!r}: does not end in /")


def load_parser(model: str) -> "Language":
    """Load a pipeline that finds dependencies.

    Raises:
        ModelError: If there is no such pipeline, or none of its components parses.
    """
    nlp = shared_pipeline(model)
    if not parses(nlp):
        raise ModelError(f"language pipeline {model}: has no dependency parser")
    return nlp


def parses(nlp: "Language") -> bool:
    """Whether a component of a pipeline finds dependencies."""
    return any("token.dep" in nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names)


def read_article(
    document: Document, doc: Doc, decisions: Sequence[Decision] = ()
) -> tuple[Article, list[Draft], list[OpenFact]]:
    """Everything that is found within one article, from the parse of its text."""
    lexicon, gazetteer = load_lexicon(), load_gazetteer()
    propositions = find_propositions(doc, lexicon)
    reading = read_entities(doc, gazetteer, lexicon)
    mark_bodies(reading)
    resolve_pronouns(reading)
    split_by_hand(document, reading, decisions)
    join_roles_of_pronouns(reading)
    join_homelands(reading)
    drafts = [
        *with_role_stances(structure_drafts(reading), reading, lexicon),
        *possession_drafts(reading),
        *inclusion_drafts(reading),
        *membership_drafts(reading),
        *party_drafts(reading),
        *relation_drafts(reading, propositions, lexicon),
        *culprit_drafts(reading, propositions, lexicon),
        *demand_drafts(reading, propositions, lexicon),
        *judgement_drafts(reading, propositions, lexicon),
        *predicate_drafts(reading, lexicon),
        *attendance_drafts(reading, propositions),
        *election_drafts(reading, propositions),
        *joint_drafts(reading, propositions),
    ]
    drafts += list(implied_target_drafts(reading, propositions, drafts, lexicon))
    drafts += list(link_drafts(reading, propositions, drafts))
    drafts += list(anchor_drafts(reading, drafts))
    drafts = list(dated(with_event_places(drafts), doc, document.published))
    article = as_article(document, reading, participants(reading, propositions))
    facts = open_facts(document, doc, propositions)
    doc.forget()
    return article, drafts, facts


def with_modalities(corpus: Corpus, modalities: Iterable[Modality]) -> Corpus:
    """The corpus with the statements of the given modalities only; entities stay."""
    kept = frozenset(modalities)
    statements = tuple(s for s in corpus.statements if s.modality in kept)
    ids = {s.id for s in statements}
    derivations = tuple(d for d in corpus.derivations if d.statement in ids)
    return replace(corpus, statements=statements, derivations=derivations)
