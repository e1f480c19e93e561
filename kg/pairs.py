"""Find the two whom *die beiden* means: *Ada und Otto … die beiden*, *beide Länder*."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.antecedents import Discourse, coordinated, role
from kg.clusters import Cluster, Reading
from kg.descriptions import holds
from kg.gazetteer import STATE
from kg.lexicon import grammar
from kg.syntax import children

if TYPE_CHECKING:
    from kg.words import Token

FARTHEST_SENTENCE = 2
WHO_ACTS = ("subject", "object", "oblique")


def resolve_pairs(talk: Discourse) -> None:
    """Link *beide* and nouns with it to the two entities or the group of two spoken of before."""
    both = grammar()["both"]
    for token in talk.reading.doc:
        if token.lower_ in both:
            noun = noun_of(token)
            found = pair_before(talk, noun) if is_taken_up(noun) else ()
            if found:
                link_pair(talk.reading, noun, found)


def noun_of(token: "Token") -> "Token":
    """The noun that *beide* stands with, else the word itself."""
    attribute = token.dep_ in ("amod", "det", "nummod") and token.head.pos_ == "NOUN"
    return token.head if attribute else token


def is_taken_up(noun: "Token") -> bool:
    """Whether nothing beside a noun tells which two (*die beiden Minister Ada und Otto*)."""
    return not children(noun, "appos", "flat", "nmod", "acl")


def link_pair(reading: Reading, noun: "Token", found: tuple[int, ...]) -> None:
    """Let a noun stand for what was found and no longer for a thing of its own."""
    own = reading.by_token.pop(noun.i, None)
    if own is not None and not own.named:
        moved = [m for m in own.mentions if m.head == noun.i]
        own.mentions = [m for m in own.mentions if m.head != noun.i]
        if len(found) == 1:
            reading.by_token[found[0]].mentions += moved
        if not own.mentions:
            reading.clusters.remove(own)
    reading.link(noun.i, found)


def pair_before(talk: Discourse, noun: "Token") -> tuple[int, ...]:
    """Words of two entities that a noun with *beide* can mean, or of a group of two."""
    here = talk.sentence(noun.i)
    for number in range(here, max(-1, here - FARTHEST_SENTENCE - 1), -1):
        start = talk.starts[number]
        end = talk.starts[number + 1] if number + 1 < len(talk.starts) else len(talk.reading.doc)
        words = [talk.reading.doc[i] for i in range(start, min(end, noun.i))]
        for found in pairs_among(talk.reading, words):
            if means(talk.reading, noun, found):
                return found
    return ()


def pairs_among(reading: Reading, words: list["Token"]) -> Iterator[tuple[int, ...]]:
    """Two coordinated entities, a group of two, or the only two that a sentence speaks of."""
    for token in reversed(words):
        members = coordinated(reading, token)
        if len(members) == 2:
            yield members
        if token.i in reading.by_token and is_two(token):
            yield (token.i,)
    acting = {id(reading.by_token[t.i]): t.i for t in reversed(words) if acts(reading, t)}
    if len(acting) == 2:
        yield tuple(sorted(acting.values()))


def acts(reading: Reading, token: "Token") -> bool:
    """Whether a word is a person in a place of the verb."""
    cluster = reading.by_token.get(token.i)
    return cluster is not None and role(token) in WHO_ACTS and cluster.type == "Person"


def is_two(token: "Token") -> bool:
    """Whether a noun has the numeral two."""
    words = children(token, "nummod", "det", "amod")
    return any(c.lower_ in grammar()["two"] for c in words)


def means(reading: Reading, noun: "Token", found: tuple[int, ...]) -> bool:
    """Whether a noun with *beide* can mean some entities, by what it says of them."""
    clusters = [reading.by_token[i] for i in found]
    shown = [c for c in clusters if c.known or any(m.kind != "name" for m in c.mentions)]
    kinds = {c.type for c in shown or clusters}
    if len(kinds) != 1:
        return False
    if noun.pos_ != "NOUN":
        return bool(kinds & {"Group", "Organization", "Person"}) or all(map(is_state, clusters))
    own = reading.by_token.get(noun.i)
    base = noun.lemma_.lower().rpartition("-")[2]
    if kinds == {"Place"}:
        return base in grammar()["pairs"]["places"] and all(map(is_state, clusters))
    if kinds == {"Organization"}:
        return base in grammar()["pairs"]["bodies"]
    return base in grammar()["pairs"]["persons"] or is_same_role(own, noun, clusters)


def is_state(cluster: Cluster) -> bool:
    """Whether a cluster is a known state."""
    return cluster.known is not None and cluster.known.kind == STATE


def is_same_role(own: Cluster | None, noun: "Token", clusters: list[Cluster]) -> bool:
    """Whether all of some people were called by the noun that means them now."""
    mention = next((m for m in own.mentions if m.head == noun.i), None) if own else None
    return mention is not None and all(holds(c, mention) for c in clusters)
