"""Statements in the making: ends are clusters of one article, not yet entities of the graph."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kg.gazetteer import load_gazetteer
from kg.lexicon import Frame, grammar, tails
from kg.mentions import Found, nominal
from kg.model import Argument, Modality, Polarity, Proposition
from kg.nouns import is_plural
from kg.reading import Cluster, Reading, place_nominal
from kg.syntax import children, conjuncts, preposition

if TYPE_CHECKING:
    from kg.words import Token


ADJECTIVES, COMPOUNDS = ("adjective", "cause adjective"), ("compound", "cause compound")


class End(NamedTuple):
    """One end of a draft: a cluster, or a literal, with the words that stand for it."""

    cluster: Cluster | None
    text: str
    token: int


@dataclass(slots=True)
class Draft:
    """A statement about clusters, never changed once made (freezing would be slow).

    Attributes:
        token: Index of the word that expresses the relation.
        predicate: The words that express it.
        frame: The frame of the lexicon that it comes from, None for other rules.
        proposition: What it was read from, None where a noun phrase says it.
        time: Indices of the words that its date comes from.
    """

    subject: End
    relation: str
    object: End
    token: int
    predicate: str
    rule: str
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    source: Cluster | None = None
    date: str | None = None
    place: Cluster | None = None
    frame: Frame | None = None
    proposition: Proposition | None = None
    time: range | None = None


def ends_at(reading: Reading, argument: Argument) -> list[End]:
    """What an argument refers to: usually one entity, none where it is no entity."""
    token = reading.doc.tokens[argument.token]
    below = token.below
    if token.i in reading.several:
        clusters = (reading.by_token[i] for i in reading.several[token.i])
        return [End(cluster, token.text, token.i) for cluster in clusters]
    if argument.place in ADJECTIVES:
        cluster = reading.adjectives.get(token.i)
    elif argument.place in COMPOUNDS:
        cluster = reading.parts.get(token.i)
    elif (below["appos"] or below["flat"]) and (members := members_named(reading, token)):
        return members
    else:
        cluster = noun_cluster(reading, token)
    return [end_for(cluster, token)] if cluster else []


def end_for(cluster: Cluster, token: "Token") -> End:
    """The end that a word is which stands for a cluster."""
    return End(cluster, mention_text(cluster, token), token.i)


def noun_cluster(reading: Reading, token: "Token") -> Cluster | None:
    """What a noun or pronoun stands for, also by the words beside it."""
    cluster = reading.by_token.get(token.i)
    if cluster is None and token.children:
        cluster = through_partitive(reading, token) or apposed(reading, token)
    return cluster or unlisted(reading, token)


def members_named(reading: Reading, token: "Token") -> list[End]:
    """The names that a noun in the plural has right behind it (*die Minister Ada und Otto*)."""
    first = name_behind(token)
    if first is None or not is_plural(token):
        return []
    names = conjuncts(first)
    clusters = [reading.by_token.get(name.i) for name in names]
    named = [c for c in clusters if c and c.named]
    if len(named) < 2 or len(named) < len(names):
        return []
    return [end_for(c, t) for c, t in zip(named, names, strict=True)]


def name_behind(token: "Token") -> "Token | None":
    """The apposition right behind a noun."""
    for name in (*token.below["appos"], *token.below["flat"]):
        if name.i == token.i + 1:
            return name
    return None


def is_member(reading: Reading, name: End, group: End) -> bool:
    """Whether an entity is the noun in the plural that a name stands right behind."""
    first = reading.doc[name.token]
    while first.dep_ == "conj":
        first = first.head
    beside = first.dep_ in ("appos", "flat") and first.i == first.head.i + 1
    return beside and reading.by_token.get(first.head.i) is group.cluster


def through_partitive(reading: Reading, token: "Token") -> Cluster | None:
    """The entity in a phrase of quantity or kind (*eine Gruppe von Soldaten*)."""
    if token.lemma_.lower() not in grammar()["partitives"]:
        return None
    for child in children(token, "nmod", "appos", "flat"):
        if preposition(child) in ("", "von", "aus") and child.i in reading.by_token:
            return reading.by_token[child.i]
    return None


def apposed(reading: Reading, token: "Token") -> Cluster | None:
    """The name right behind a noun that no list has (*ihr Amtskollege Lawrow*)."""
    name = name_behind(token) if token.pos_ == "NOUN" else None
    cluster = reading.by_token.get(name.i) if name is not None else None
    return cluster if cluster and cluster.named else None


def unlisted(reading: Reading, token: "Token") -> Cluster | None:
    """An entity for a noun for people that no list has (*die Gefängniswärter*, *Tausende*)."""
    if token.pos_ != "NOUN" or not (is_agentive(token) or is_crowd(token)):
        return None
    mention = nominal(token, "Group" if is_plural(token) else "Person", "")
    place_nominal(reading, mention, load_gazetteer())
    return reading.by_token[token.i]


def is_crowd(noun: "Token") -> bool:
    """Whether a round number stands alone for people (*Tausende*, not *Tausende Euro*)."""
    number = noun.lower_.endswith(crowd_endings())
    return number and not children(noun, "nmod", "appos", "flat", "conj")


@cache
def crowd_endings() -> tuple[str, ...]:
    """The endings of round numbers."""
    return tuple(grammar()["crowds"])


def is_agentive(noun: "Token") -> bool:
    """Whether a noun has the form of one for people who do something."""
    long_enough = len(noun.text) >= grammar()["shortest_agentive"]
    return long_enough and noun.lower_.endswith(agentive_endings()) and not is_no_agent(noun)


@cache
def agentive_endings() -> tuple[str, ...]:
    """The endings of nouns for people who do something."""
    return tuple(grammar()["agentive_endings"])


def is_no_agent(noun: "Token") -> bool:
    """Whether a noun with the ending of an agent names something else, by a list or its gender.

    Feminine nouns for people end in *-in*, neuter ones do not exist.
    """
    if not agentless().isdisjoint(tails(noun.lemma_)):
        return True
    gender, feminine = noun.morph.get("Gender"), noun.lower_.endswith(("in", "innen"))
    return gender == ["Neut"] or (gender == ["Fem"] and not feminine)


@cache
def agentless() -> frozenset[str]:
    """Nouns with the ending of an agent that name something else."""
    return frozenset((*grammar()["measures"], *grammar()["agentless"]))


def mention_text(cluster: Cluster, token: "Token") -> str:
    """The mention of a cluster at a token; the word itself for pronouns."""
    i = token.i
    for here in cluster.mentions:
        if here.first <= i < here.end:
            return name_beside(cluster, here) if here.kind == "nominal" else here.text
    return token.text


def name_beside(cluster: Cluster, noun: Found) -> str:
    """The name of a cluster that touches a noun for it, else the noun."""
    if not cluster.named:
        return noun.text
    names = (m.text for m in cluster.mentions if m.kind == "name" and is_beside(m, noun))
    return next(names, noun.text)


def is_beside(one: Found, other: Found) -> bool:
    """Whether two mentions touch, as a role and a name do (*Außenministerin Annalena Baerbock*)."""
    return one.first - other.end in (0, 1) or other.first - one.end in (0, 1)
