"""Statements in the making: ends are clusters of one article, not yet entities of the graph."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.gazetteer import load_gazetteer
from kg.lexicon import Frame, grammar, tails
from kg.mentions import Found, nominal
from kg.model import Argument, Modality, Polarity, Proposition
from kg.nouns import is_plural
from kg.reading import Cluster, Reading, place_nominal
from kg.syntax import children, conjuncts, preposition

if TYPE_CHECKING:
    from kg.words import Token


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
    token = reading.doc[argument.token]
    if token.i in reading.several:
        clusters = (reading.by_token[i] for i in reading.several[token.i])
        return [End(cluster, token.text, token.i) for cluster in clusters]
    index = {"adjective": reading.adjectives, "compound": reading.parts}
    place = argument.place.removeprefix("cause ")
    members = [] if place in index else members_named(reading, token)
    if members:
        return members
    cluster = index.get(place, reading.by_token).get(token.i)
    if cluster is None and place not in index:
        cluster = (
            through_partitive(reading, token) or apposed(reading, token) or unlisted(reading, token)
        )
    return [End(cluster, mention_text(cluster, token), token.i)] if cluster else []


def members_named(reading: Reading, token: "Token") -> list[End]:
    """The names that a noun in the plural has right behind it (*die Minister Ada und Otto*)."""
    first = next((c for c in children(token, "appos", "flat") if c.i == token.i + 1), None)
    names = conjuncts(first) if first is not None and is_plural(token) else []
    clusters = [reading.by_token.get(name.i) for name in names]
    named = [c for c in clusters if c and c.named]
    if len(named) < 2 or len(named) < len(names):
        return []
    return [End(c, mention_text(c, t), t.i) for c, t in zip(named, names, strict=True)]


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
    for child in children(token, "appos", "flat"):
        cluster = reading.by_token.get(child.i)
        if token.pos_ == "NOUN" and child.i == token.i + 1 and cluster and cluster.named:
            return cluster
    return None


def unlisted(reading: Reading, token: "Token") -> Cluster | None:
    """An entity for a noun for people that no list has (*die Gefängniswärter*, *Tausende*)."""
    if token.pos_ != "NOUN" or not (is_agentive(token) or is_crowd(token)):
        return None
    mention = nominal(token, "Group" if is_plural(token) else "Person", "")
    place_nominal(reading, mention, load_gazetteer())
    return reading.by_token[token.i]


def is_crowd(noun: "Token") -> bool:
    """Whether a round number stands alone for people (*Tausende*, not *Tausende Euro*)."""
    alone = not children(noun, "nmod", "appos", "flat", "conj")
    return alone and noun.lower_.endswith(tuple(grammar()["crowds"]))


def is_agentive(noun: "Token") -> bool:
    """Whether a noun has the form of one for people who do something."""
    endings = tuple(grammar()["agentive_endings"])
    long_enough = len(noun.text) >= grammar()["shortest_agentive"]
    return long_enough and noun.lower_.endswith(endings) and not is_no_agent(noun)


def is_no_agent(noun: "Token") -> bool:
    """Whether a noun with the ending of an agent names something else, by a list or its gender.

    Feminine nouns for people end in *-in*, neuter ones do not exist.
    """
    listed = {*grammar()["measures"], *grammar()["agentless"]}
    if any(part in listed for part in tails(noun.lemma_)):
        return True
    gender, feminine = noun.morph.get("Gender"), noun.lower_.endswith(("in", "innen"))
    return gender == ["Neut"] or (gender == ["Fem"] and not feminine)


def mention_text(cluster: Cluster, token: "Token") -> str:
    """The mention of a cluster at a token; the word itself for pronouns."""
    here = next((m for m in cluster.mentions if m.first <= token.i < m.end), None)
    if here is None:
        return token.text
    names = [m for m in cluster.mentions if m.kind == "name" and is_beside(m, here)]
    return names[0].text if here.kind == "nominal" and names else here.text


def is_beside(one: Found, other: Found) -> bool:
    """Whether two mentions touch, as a role and a name do (*Außenministerin Annalena Baerbock*)."""
    return one.first - other.end in (0, 1) or other.first - one.end in (0, 1)
