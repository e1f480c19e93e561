"""Whose work or vehicle a thing is (*das Gesetz des Parlaments*, *ihre Rakete*)."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kg.belonging import is_outpost, is_troop
from kg.drafts import Draft, End, mention_text
from kg.lexicon import REMEMBERED, cues, grammar, tails
from kg.makers import is_made_by_first
from kg.mentions import Found
from kg.reading import Cluster, Reading
from kg.structure import owners, phrase
from kg.syntax import clause_verb, preposition

if TYPE_CHECKING:
    from kg.words import Token


def possession_drafts(reading: Reading) -> Iterator[Draft]:
    """Who made the works and who owns the vehicles and buildings that an article speaks of."""
    for cluster in reading.clusters:
        for mention in cluster.mentions if cluster.type not in ("Person", "Group") else ():
            token = reading.doc.tokens[mention.head]
            nouns = nouns_of(mention, token)
            if any(map(rules_for, nouns)) and is_thing(mention, token):
                yield from possessions(reading, cluster, nouns, token)


def nouns_of(mention: Found, token: "Token") -> tuple[str, ...]:
    """A noun by its lemma, and as it stands, as lemmas of rare compounds err; else a name."""
    if mention.kind == "nominal":
        return token.lemma_, token.text
    return (token.text,) if mention.kind == "name" else ()


@lru_cache(maxsize=REMEMBERED)
def rules_for(noun: str) -> tuple[dict[str, Any], ...]:
    """The rules for things that a noun means."""
    rules = grammar()["possessions"]["things"]
    return tuple(rule for rule in rules if not set(tails(noun)).isdisjoint(rule["nouns"]))


def is_thing(mention: Found, token: "Token") -> bool:
    """Whether a noun means a thing that somebody has, or a name one that a maker made."""
    if mention.kind == "nominal":
        return not (is_source(token) or is_troop(mention.base))
    return is_made_by_first(token.doc[mention.first : mention.end])


def is_source(token: "Token") -> bool:
    """Whether a thing is only named as what a report rests on (*nach einer Studie der Bank*)."""
    if preposition(token) not in grammar()["possessions"]["sources"]:
        return False
    named = {noun.lower() for noun in cues()["attribution"]["nouns"]}
    return any(part in named for part in tails(token.lemma_))


def possessions(
    reading: Reading, cluster: Cluster, nouns: tuple[str, ...], token: "Token"
) -> Iterator[Draft]:
    """The facts that the genitive, *von* or possessive at a noun gives."""
    for owner, word in owners(reading, token):
        relation = next((r for noun in nouns if (r := possession(noun, cluster, owner))), "")
        if (
            relation
            and owner is not cluster
            and is_attached(token, word)
            and is_told(relation, owner, word)
        ):
            maker = End(owner, mention_text(owner, word), word.i)
            thing = End(cluster, mention_text(cluster, token), token.i)
            words = phrase(token, word)
            yield Draft(maker, relation, thing, token.i, words, "possession")


def is_attached(noun: "Token", word: "Token") -> bool:
    """Whether a word is a genitive or *von* phrase of a noun, not the agent of a passive.

    An adjective tells who has an outpost (*die britische Station*), else where a thing is from.
    """
    if word.pos_ == "ADJ":
        return is_outpost(noun.lemma_)
    if word.i == noun.i or preposition(word) not in ("", "von"):
        return False
    verb = clause_verb(noun)
    return not (preposition(word) and verb.below["aux:pass"])


def is_told(relation: str, owner: Cluster, word: "Token") -> bool:
    """Whether more than a pronoun tells that people own a thing; *ihr Wagen* may be anybody's."""
    pronoun = word.tag_ == "PPOSAT" or word.lower_ in grammar()["genitive_pronouns"]
    people = owner.type in ("Group", "Person") and relation in grammar()["possessions"]["told"]
    return not (pronoun and people)


def possession(noun: str, thing: Cluster, owner: Cluster) -> str:
    """The relation of an owner to a thing that a noun means, "" if there is none."""
    for rule in rules_for(noun):
        if owner.type in rule["owners"] and thing.type in rule.get("types", (thing.type,)):
            return str(rule["relation"])
    return ""
