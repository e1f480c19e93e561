"""Read the party in an adjective before a politician: *die grüne Abgeordnete Ada Müller*.

The adjective means a party that the article names; each country has greens of its own.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.adjective_forms import adjective_form
from kg.drafts import Draft, End, mention_text
from kg.lexicon import grammar, tails
from kg.reading import Cluster, Reading
from kg.structure import phrase
from kg.syntax import conjuncts

if TYPE_CHECKING:
    from kg.words import Token


def party_drafts(reading: Reading) -> Iterator[Draft]:
    """The membership of politicians in the parties of the adjectives before them.

    Args:
        reading: The entities of the article.
    """
    people = [c for c in reading.clusters if c.type in ("Group", "Person")]
    for cluster in people:
        for mention in cluster.mentions:
            if mention.kind in ("name", "nominal"):
                yield from party_facts(reading, cluster, reading.doc.tokens[mention.head])


def party_facts(reading: Reading, cluster: Cluster, token: "Token") -> Iterator[Draft]:
    """The membership that the adjectives of one noun or name tell."""
    adjectives = token.below["amod"]
    for first in adjectives if adjectives and is_politician(cluster, token) else ():
        for word in conjuncts(first):
            rule = grammar()["party_adjectives"].get(adjective_form(word))
            party = party_meant(reading, rule) if rule and word.i < token.i else None
            if party is not None:
                end = End(party, word.text, word.i)
                one = End(cluster, mention_text(cluster, token), token.i)
                words = phrase(token, word)
                yield Draft(one, "memberOf", end, token.i, words, "party adjective")


def is_politician(cluster: Cluster, token: "Token") -> bool:
    """Whether a word is a person's name or a noun for a politician."""
    if token.pos_ == "PROPN":
        return cluster.type == "Person" and cluster.named
    return any(part in grammar()["politicians"] for part in tails(token.lemma_))


def party_meant(reading: Reading, rule: list[str]) -> Cluster | None:
    """The party of the article with one of the names."""
    named = [c for c in reading.clusters if c.named and c.type == "Organization"]
    return next((c for c in named if (c.known.name if c.known else c.key) in rule), None)
