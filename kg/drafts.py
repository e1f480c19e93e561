"""Statements in the making: ends are clusters of one article, not yet entities of the graph."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.lexicon import grammar
from kg.model import Argument, Modality, Polarity
from kg.reading import Cluster, Reading
from kg.syntax import children, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class End:
    """One end of a draft: a cluster, or a literal, with the words that stand for it."""

    cluster: Cluster | None
    text: str
    token: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement about clusters.

    Attributes:
        token: Index of the word that expresses the relation.
        predicate: The words that express it.
    """

    subject: End
    relation: str
    object: End
    token: int
    predicate: str
    rule: str
    confidence: float
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    source: Cluster | None = None
    date: str | None = None
    place: Cluster | None = None


def ends_at(reading: Reading, argument: Argument) -> list[End]:
    """What an argument refers to: usually one entity, none where it is no entity."""
    token = reading.doc[argument.token]
    index = {"adjective": reading.adjectives, "compound": reading.parts}
    cluster = index.get(argument.place, reading.by_token).get(token.i)
    if cluster is None and argument.place not in index:
        cluster = through_partitive(reading, token)
    return [End(cluster, mention_text(cluster, token), token.i)] if cluster else []


def through_partitive(reading: Reading, token: "Token") -> Cluster | None:
    """The entity in a phrase of quantity or kind (*eine Gruppe von Soldaten*)."""
    if token.lemma_.lower() not in grammar()["partitives"]:
        return None
    for child in children(token, "nmod", "appos", "flat"):
        if preposition(child) in ("", "von", "aus") and child.i in reading.by_token:
            return reading.by_token[child.i]
    return None


def mention_text(cluster: Cluster, token: "Token") -> str:
    """The mention of a cluster at a token; the word itself for pronouns."""
    for mention in cluster.mentions:
        if mention.first <= token.i < mention.end:
            return mention.text
    return token.text
