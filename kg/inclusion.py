"""Read who is said to be among others: *mehrere Staaten, darunter Polen*, *Länder wie Polen*.

And one who is picked from a group: *einer der Täter, ein Mann aus Kiel*.
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from kg.affiliations import is_employer
from kg.drafts import Draft, End, ends_at, mention_text
from kg.lexicon import grammar
from kg.model import Argument
from kg.nouns import is_plural
from kg.reading import Cluster, Reading
from kg.structure import phrase
from kg.syntax import conjuncts, preposition

if TYPE_CHECKING:
    from kg.words import Token

Pair = tuple["Token", "Token"]  # a member and its group


def inclusion_drafts(reading: Reading) -> Iterator[Draft]:
    """The members that an article counts among a group.

    Args:
        reading: The entities of the article.
    """
    for token in reading.doc.tokens:
        if token.lower_ in joining_words():
            for member, group in pairs_at(token):
                yield from included(reading, member, group)


@cache
def joining_words() -> frozenset[str]:
    """The words that may join a member to a group."""
    rules = grammar()["inclusion"]
    return frozenset((*rules["among"], *rules["like"], *grammar()["picking_pronouns"]))


def pairs_at(token: "Token") -> Iterator[Pair]:
    """Members and groups that a word for inclusion or for one of several joins."""
    rules = grammar()["inclusion"]
    if token.lower_ in rules["among"]:
        yield from among(token)
    elif token.lower_ in rules["like"] and token.dep_ == "case" and is_plural(token.head.head):
        yield from ((m, token.head.head) for m in conjuncts(token.head))
    elif token.lower_ in grammar()["picking_pronouns"]:
        groups = [c for c in token.below["nmod"] if preposition(c) in ("", "von")]
        members = token.below["appos"]
        yield from ((m, g) for g in groups[:1] for m in members if m.i > g.i)


def among(token: "Token") -> Iterator[Pair]:
    """What stands behind *darunter*, and the noun before it or that its clause hangs on."""
    member = token.head
    while member.pos_ in ("ADJ", "ADV", "DET", "NUM") and member.dep_ not in ("appos", "ROOT"):
        member = member.head
    if member.i < token.i or member.pos_ not in ("NOUN", "PROPN"):
        return
    group = member.head if member.dep_ == "appos" else noun_before(token)
    none = any(c.lower_.startswith("kein") for c in member.below["det"])
    if group is not None and group.i < token.i and is_plural(group) and not none:
        yield from ((m, group) for m in conjuncts(member))


def noun_before(token: "Token") -> "Token | None":
    """The noun whose phrase ends right before the comma before a word."""
    comma = token.i - 1
    if comma < 1 or token.doc[comma].text != ",":
        return None
    noun = token.doc[comma - 1]
    while noun.dep_ in ("nmod", "appos", "flat", "conj", "amod") and noun.head.i < noun.i:
        noun = noun.head
    return noun if noun.pos_ == "NOUN" else None


def included(reading: Reading, member: "Token", group: "Token") -> Iterator[Draft]:
    """That a member is one of a group, where both are entities and the group one of several."""
    whole = reading.by_token.get(group.i)
    if whole is None or not is_group(whole):
        return
    for end in ends_at(reading, Argument("appos", member.i)):
        if end.cluster and end.cluster is not whole and is_somebody(end.cluster):
            one = End(whole, mention_text(whole, group), group.i)
            words, rule = phrase(group, member), f"inclusion: {group.lemma_}"
            yield Draft(end, "memberOf", one, member.i, words, rule)
            body = reading.parts.get(group.i)  # *SPD-Politiker wie Müller*
            if body and body.type == "Organization" and end.cluster.type == "Person":
                relation = "worksFor" if is_employer(body) else "memberOf"
                party = End(body, mention_text(body, group), group.i)
                yield Draft(end, relation, party, member.i, words, rule)


def is_group(cluster: Cluster) -> bool:
    """Whether something is several people, bodies or states."""
    return cluster.type == "Group" or (cluster.type == "Organization" and not cluster.named)


def is_somebody(cluster: Cluster) -> bool:
    """Whether something can be a member."""
    return cluster.type in ("Group", "Organization", "Person", "Place")
