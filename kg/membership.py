"""Say that a person belongs to the party, team or band that is called his: *ihre Partei*.

A staff works for whom it is called after (*Müllers Wahlkampfteam*).
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.affiliations import is_employer
from kg.drafts import Draft, End, mention_text
from kg.lexicon import REMEMBERED, grammar, tails
from kg.mentions import Found
from kg.reading import Cluster, Reading
from kg.structure import owners, phrase
from kg.syntax import preposition

if TYPE_CHECKING:
    from kg.words import Token


def membership_drafts(reading: Reading) -> Iterator[Draft]:
    """The membership of persons in the bodies that are said to be theirs.

    Args:
        reading: The entities of the article.
    """
    for cluster in reading.clusters:
        if cluster.type in ("Group", "Organization"):
            for mention in cluster.mentions:
                yield from belonging_facts(reading, cluster, mention)


def belonging_facts(reading: Reading, cluster: Cluster, mention: Found) -> Iterator[Draft]:
    """The facts between one noun or name for a body and the persons whose it is."""
    token = reading.doc.tokens[mention.head]
    relation = relation_of(reading, cluster, mention)
    for person, word in persons_of(reading, token) if relation else ():
        one = End(cluster, mention_text(cluster, token), token.i)
        other = End(person, mention_text(person, word), word.i)
        ends = (one, other) if relation == "worksFor" else (other, one)
        words, rule = phrase(token, word), f"membership: {token.lemma_}"
        yield Draft(ends[0], relation, ends[1], token.i, words, rule)


def relation_of(reading: Reading, cluster: Cluster, mention: Found) -> str:
    """What a body is to the person whose it is called, "" if that tells nothing."""
    if mention.kind == "nominal":
        return relation_of_noun(mention.short.rpartition(" ")[2])
    articles = reading.doc[mention.head].below["det"]
    if mention.kind != "name" or not any(c.tag_ == "PPOSAT" for c in articles):
        return ""
    party = cluster.type == "Organization" and not is_employer(cluster)
    return "memberOf" if party else ""


@lru_cache(maxsize=REMEMBERED)
def relation_of_noun(noun: str) -> str:
    """What the body that a noun means is to the person whose it is called, or ""."""
    rules, parts = grammar()["membership"], tails(noun)
    staff = any(part in rules["staffs"] for part in parts)
    joined = any(part in rules["bodies"] for part in parts)
    return "worksFor" if staff else "memberOf" if joined else ""


def persons_of(reading: Reading, token: "Token") -> list[tuple[Cluster, "Token"]]:
    """The persons whose a body is (*ihre*, *Müllers*, *um Müller*), none who coaches it."""
    around = [c for c in token.below["nmod"] if preposition(c) == "um"]
    found = owners(reading, token) + [
        (reading.by_token[c.i], c) for c in around if c.i in reading.by_token
    ]
    return [(c, t) for c, t in found if c.type == "Person" and not is_coach(c)]


def is_coach(cluster: Cluster) -> bool:
    """Whether a person leads or trains a team rather than belongs to it."""
    nouns = grammar()["membership"]["coaches"]
    words = (m.short.rpartition(" ")[2] for m in cluster.mentions if m.kind == "nominal")
    return any(part in nouns for word in words for part in tails(word))
