"""Find the court, police or prosecutor behind a charge that names none: *X wurde verurteilt*.

Who charges or sentences is left out where the text has just named them; the nearest such body
in the sentence or the few before it is meant, and for arrests else the only one of the article.
"""

from functools import cache
from typing import TYPE_CHECKING

from kg.drafts import End, end_for
from kg.lexicon import Frame, grammar, tails
from kg.model import Proposition
from kg.reading import Cluster, Reading
from kg.syntax import children

if TYPE_CHECKING:
    from kg.words import Token

FARTHEST = 3  # sentences back


def prosecutors(reading: Reading, charge: Proposition, frame: Frame) -> list[End]:
    """The body that charges or sentences, where the proposition is a charge without an agent."""
    if not is_charge(charge, frame):
        return []
    if "agent" not in frame.object and any(a.place == "agent" for a in charge.arguments):
        return []
    found = nearest(reading, reading.doc[charge.token])
    if found is None and charge.predicate.lower() in grammar()["arrests"]:
        found = only_body(reading)
    return [found] if found else []


def is_charge(charge: Proposition, frame: Frame) -> bool:
    """Whether a predicate is a step of the law that only its bodies take."""
    words = charge_words(frame.relation, frame.kind)
    return not words.isdisjoint(tails(charge.predicate))


@cache
def charge_words(relation: str, kind: str) -> frozenset[str]:
    """The words for steps of the law among those whose frames have a relation and a kind."""
    table = grammar()["charges"]
    return frozenset((*table.get(kind, ()), *table.get(f"{relation} {kind}", ())))


def nearest(reading: Reading, token: "Token") -> End | None:
    """The nearest body of the law in the sentence, else in those before it."""
    starts = [s.start for s in reading.doc.sents if s.start <= token.i]
    first = starts[max(0, len(starts) - 1 - FARTHEST)]
    here = [i for i in range(token.sent.start, token.sent.end) if is_body(reading, i)]
    before = (i for i in range(token.sent.start - 1, first - 1, -1) if is_body(reading, i))
    nearest_here = min(here, key=lambda i: abs(i - token.i), default=None)
    i = next(before, None) if nearest_here is None else nearest_here
    if i is None:
        return None
    cluster = reading.by_token[i]
    return end_for(cluster, reading.doc[i])


def only_body(reading: Reading) -> End | None:
    """The body of the law of an article that speaks of no other, or else its only police."""
    bodies = [c for c in reading.clusters if is_of_law(c)]
    chosen = bodies if len(bodies) == 1 else [c for c in bodies if is_police(c)]
    if len(chosen) != 1:
        return None
    places = (m.head for m in chosen[0].mentions)
    i = next((i for i in places if is_body(reading, i)), None)
    return None if i is None else end_for(chosen[0], reading.doc[i])


def is_police(cluster: Cluster) -> bool:
    """Whether a body of the law is one that searches and arrests."""
    words = [w for m in cluster.mentions for w in m.base.split()[:2]]
    return any(part in grammar()["police"] for word in words for part in tails(word))


def is_body(reading: Reading, i: int) -> bool:
    """Whether a certain court, police or prosecutor stands at a token, not just *vor Gericht*."""
    cluster, word = reading.by_token.get(i), reading.doc.tokens[i]
    if cluster is None:
        return False
    certain = word.pos_ == "PROPN" or bool(children(word, "det", "amod", "appos", "nmod"))
    return (certain or contracted(word)) and is_of_law(cluster)


def contracted(noun: "Token") -> bool:
    """Whether the article of a noun is part of its preposition (*vom Gericht*)."""
    return any(c.tag_ == "APPRART" for c in noun.below["case"])


def is_of_law(cluster: Cluster) -> bool:
    """Whether a cluster was called by a noun for a body of the law."""
    if cluster.type != "Organization":
        return False
    words = (w for m in cluster.mentions for w in m.base.split()[:2])
    return any(not nouns_of_law().isdisjoint(tails(w)) for w in words)


@cache
def nouns_of_law() -> frozenset[str]:
    """Nouns for the bodies of the law."""
    return frozenset(grammar()["bodies_of_law"])
