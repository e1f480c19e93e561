"""Facts that a noun for a thing and its possessor express: *der Bus der Firma*, *ihr Bericht*.

Whose a vehicle or plant is owns it, whose a report or law is made it.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.drafts import Draft, End, mention_text
from kg.lexicon import grammar
from kg.mentions import Found
from kg.reading import Cluster, Reading
from kg.structure import draft, owners, phrase
from kg.syntax import preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

RULE = "possession"


def possession_drafts(reading: Reading) -> Iterator[Draft]:
    """The owners and makers of the unnamed things of an article, in reading order."""
    for cluster in reading.clusters:
        for mention in cluster.mentions:
            if mention.kind == "nominal":
                yield from possession_facts(reading, cluster, mention)


def possession_facts(reading: Reading, cluster: Cluster, mention: Found) -> Iterator[Draft]:
    """What the possessors of a thing are to it, by the kind of its noun."""
    token = reading.doc[mention.head]
    table = grammar()["structure"]["possessed"].get(mention.detail, {})
    for owner, word in owners(reading, token) if table else ():
        relation = table.get(owner.type)
        if relation and owner is not cluster and is_possessor(word, mention):
            subject = End(owner, mention_text(owner, word), word.i)
            object_ = End(cluster, mention_text(cluster, token), token.i)
            yield draft(subject, relation, object_, phrase(token, word), RULE)


def is_possessor(word: "Token", thing: Found) -> bool:
    """Whether a word is a genitive, a phrase with *von* or the first part of the compound.

    Possessive pronouns are left out: *ihr Auto* says too little of too often the wrong one.
    """
    rules = grammar()["structure"]
    if word.i == thing.head:
        return thing.detail in rules["possessed_compounds"]
    return word.dep_ == "nmod" and preposition(word) in rules["possessor_prepositions"]
