"""What an office is to the state or body that its noun is attributed to, and what it leads."""

from typing import TYPE_CHECKING

from kg.belonging import belonging
from kg.lexicon import grammar
from kg.mentions import Found, last_part
from kg.reading import Cluster, Reading

if TYPE_CHECKING:
    from kg.words import Token


def owned_relations(
    reading: Reading, cluster: Cluster, mention: Found, owner: Cluster
) -> list[str]:
    """The relations between a thing and what its noun is attributed to, by the kinds of both."""
    rules, token = grammar()["structure"], reading.doc[mention.head]
    if is_people(owner) and cluster.type == "Person" and mention.detail not in rules["offices"]:
        return list(rules["of_peoples"])
    if mention.detail in rules["named_owners"] and not owner.named:
        return []
    found = belonging(cluster, mention, owner)
    if set(found) & set(rules["leading"]) and is_outranked(reading, owner, token):
        return []
    return [r for r in found if r not in rules["leading"] or is_leader_of(owner, token)]


def is_people(cluster: Cluster) -> bool:
    """Whether a cluster is a people or the followers of a religion."""
    return cluster.known is not None and cluster.known.kind == "people"


def is_outranked(reading: Reading, owner: Cluster, token: "Token") -> bool:
    """Whether a body in a compound is what is led (*der bayerische CSU-Vorsitzende*)."""
    body = reading.parts.get(token.i)
    return body is not None and body.type == "Organization" and owner.type == "Place"


def is_leader_of(owner: Cluster, token: "Token") -> bool:
    """Whether the noun for a leader says that it leads the owner, not a body in it or a deputy."""
    rules = grammar()["structure"]
    words = [token.lower_, last_part(token).lower()]
    words += [c.lower_ for c in token.below["amod"]]
    if any(word.startswith(tuple(rules["deputies"])) for word in words):
        return False
    bodies = rules["body_leaders" if owner.type == "Place" else "inner_bodies"]
    return not words[1].startswith(tuple(bodies))
