"""Read the party in an adjective before a politician: *die grüne Abgeordnete Ada Müller*.

The adjective means a party that the article names, else that of the followers it is made from.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.clusters import cluster_of
from kg.drafts import Draft, End, mention_text
from kg.lexicon import grammar, tails
from kg.mentions import Found
from kg.propositions import adjective_form
from kg.reading import Cluster, Reading
from kg.structure import phrase
from kg.syntax import children, conjuncts

if TYPE_CHECKING:
    from kg.words import Token


def party_drafts(reading: Reading) -> Iterator[Draft]:
    """The membership of politicians in the parties of the adjectives before them.

    Args:
        reading: The entities of the article; parties that only adjectives name are added to it.
    """
    people = [c for c in reading.clusters if c.type in ("Group", "Person")]
    for cluster in people:
        for mention in cluster.mentions:
            if mention.kind in ("name", "nominal"):
                yield from party_facts(reading, cluster, reading.doc[mention.head])


def party_facts(reading: Reading, cluster: Cluster, token: "Token") -> Iterator[Draft]:
    """The membership that the adjectives of one noun or name tell."""
    if not is_politician(cluster, token):
        return
    for first in children(token, "amod"):
        for word in conjuncts(first):
            rule = grammar()["party_adjectives"].get(adjective_form(word))
            if rule and word.i < token.i:
                party = party_meant(reading, word, rule)
                end = End(party, word.text, word.i)
                one = End(cluster, mention_text(cluster, token), token.i)
                words = phrase(token, word)
                yield Draft(one, "memberOf", end, token.i, words, "party adjective")


def is_politician(cluster: Cluster, token: "Token") -> bool:
    """Whether a word is a person's name or a noun for a politician."""
    if token.pos_ == "PROPN":
        return cluster.type == "Person" and cluster.named
    return any(part in grammar()["politicians"] for part in tails(token.lemma_))


def party_meant(reading: Reading, word: "Token", rule: list[str]) -> Cluster:
    """The party of the article with one of the names, else one with the first of them."""
    named = [c for c in reading.clusters if c.named and c.type == "Organization"]
    found = [c for c in named if (c.known.name if c.known else c.key) in rule]
    if found:
        return found[0]
    cluster = cluster_of(reading, rule[0])
    start, end = word.idx, word.idx + len(word)
    cluster.mentions.append(
        Found(
            word.i,
            word.i + 1,
            word.i,
            start,
            end,
            word.text,
            "derived",
            "Organization",
            base=rule[0],
        )
    )
    return cluster
