"""Whose work or vehicle a thing is (*das Gesetz des Parlaments*, *ihre Rakete*)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.drafts import Draft, End, mention_text
from kg.lexicon import cues, grammar, tails
from kg.reading import Cluster, Reading
from kg.structure import owners, phrase
from kg.syntax import preposition

if TYPE_CHECKING:
    from kg.words import Token


def possession_drafts(reading: Reading) -> Iterator[Draft]:
    """Who made the works and who owns the vehicles and buildings that an article speaks of."""
    for cluster in reading.clusters:
        for mention in cluster.mentions if cluster.type not in ("Person", "Group") else ():
            token = reading.doc[mention.head]
            if mention.kind == "nominal" and not is_source(token):
                yield from possessions(reading, cluster, token)


def is_source(token: "Token") -> bool:
    """Whether a thing is only named as what a report rests on (*nach einer Studie der Bank*)."""
    if preposition(token) not in grammar()["possessions"]["sources"]:
        return False
    named = {noun.lower() for noun in cues()["attribution"]["nouns"]}
    return any(part in named for part in tails(token.lemma_))


def possessions(reading: Reading, cluster: Cluster, token: "Token") -> Iterator[Draft]:
    """The facts that the genitive, *von* or possessive at a noun gives."""
    for owner, word in owners(reading, token):
        relation = possession(token.lemma_, owner)
        attached = word.i != token.i and word.pos_ != "ADJ" and preposition(word) in ("", "von")
        if relation and attached and owner is not cluster:
            maker = End(owner, mention_text(owner, word), word.i)
            thing = End(cluster, mention_text(cluster, token), token.i)
            words = phrase(token, word)
            yield Draft(maker, relation, thing, token.i, words, "possession")


def possession(noun: str, owner: Cluster) -> str:
    """The relation of an owner to a thing that a noun means, "" if there is none."""
    for relation, rule in grammar()["possessions"]["things"].items():
        if owner.type in rule["owners"] and any(p in rule["nouns"] for p in tails(noun)):
            return str(relation)
    return ""
