"""Find the person of a role that is coordinated with another: *Ada, Leiterin und Sprecherin*.

A second role without article of its own is one of the same person.
"""

from typing import TYPE_CHECKING

from kg.apposition import names_beside
from kg.mentions import Found, nominal
from kg.nouns import is_plural

if TYPE_CHECKING:
    from kg.reading import Cluster, Reading
    from kg.words import Token


def coordinated(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The named person of the role before or behind *und*, if both are one person's."""
    if mention.type != "Person" or not (token.below["cc"] or token.below["conj"]):
        return None
    if is_plural(token):
        return None
    return holder_before(reading, token) or holder_behind(reading, token)


def holder_before(reading: "Reading", token: "Token") -> "Cluster | None":
    """The person of the last role before a role that *und* joins to it."""
    joins = token.below["cc"]
    if not joins or has_article(token):
        return None
    for i in range(joins[0].i - 1, token.sent.start - 1, -1):
        word, cluster = token.doc[i], reading.by_token.get(i)
        if word.pos_ in ("VERB", "AUX") or word.ent_type_ == "PER":
            return None
        if cluster and is_role(cluster, i):
            return cluster if cluster.named else None
    return None


def is_role(cluster: "Cluster", i: int) -> bool:
    """Whether a token is a common noun for a person."""
    return cluster.type == "Person" and any(
        m.head == i and m.kind == "nominal" for m in cluster.mentions
    )


def holder_behind(reading: "Reading", token: "Token") -> "Cluster | None":
    """The person named beside the role that *und* joins to a role."""
    for other in token.below["conj"]:
        if other.pos_ != "NOUN" or has_article(other) or is_plural(other):
            continue
        for i, _ in names_beside(token.doc, nominal(other, "Person", ""), other):
            cluster = reading.by_token.get(i)
            if cluster and cluster.named and cluster.type == "Person":
                return cluster
    return None


def has_article(token: "Token") -> bool:
    """Whether an article or pronoun sets a noun apart from what it is coordinated with."""
    return bool(token.below["det"])
