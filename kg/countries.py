"""Find the state or capital that a bare description means: *das Land*, *die Regierung*."""

from collections import Counter
from typing import TYPE_CHECKING

from kg.descriptions import earliest, owner_of
from kg.gazetteer import STATE, load_gazetteer
from kg.lexicon import contraction, grammar
from kg.mentions import Found
from kg.nouns import is_plural
from kg.syntax import children

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.reading import Cluster, Reading
    from kg.words import Token

TELLING = frozenset(("acl", "amod", "appos", "flat", "nmod", "nummod"))  # which one is meant
CLEAR_LEAD = 2  # times as often spoken of as any other state


def described_place(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The state that *das Land* means, or the city in the text that *die Hauptstadt* means."""
    words = grammar()["place_descriptions"]
    region, hyphen, noun = mention.base.lower().rpartition("-")
    if noun not in words["capital"] and noun not in words["state"]:
        return None
    other = hyphen and (noun not in words["compounds"] or region == "us")
    if not is_definite(token) or is_plural(token) or other:
        return None
    if noun in words["capital"]:
        state = owner_of(reading, token) or meant_state(reading, token)
        return capital_of(reading, state) if state else None
    plain = is_bare(token) or is_of_world_region(token)
    if noun not in words["state"] or not plain:
        return None
    state = meant_state(reading, token)
    return state or (topic(reading, token) if mention.detail != "government" else None)


def is_of_world_region(token: "Token") -> bool:
    """Whether all that a noun has beside it is an adjective of a part of the world."""
    adjectives, others = token.below["amod"], children(token, "nmod", "appos", "flat", "acl")
    stems = tuple(grammar()["place_descriptions"]["world_regions"])
    return not others and all(c.lower_.startswith(stems) for c in adjectives)


def is_definite(token: "Token") -> bool:
    """Whether a noun has a definite article, be it one with the preposition (*im Land*)."""
    articles = grammar()["definite_articles"]
    for article in token.below["det"]:
        if article.lower_ in articles:
            return True
    return has_contraction(token)


def has_contraction(token: "Token") -> bool:
    """Whether a noun has its article in its preposition (*im Land*)."""
    cases = token.below["case"]
    return bool(cases) and any(contraction(c.lower_) != c.lower_ for c in cases)


def is_bare(token: "Token") -> bool:
    """Whether a noun has nothing beside its article that says which one is meant."""
    return TELLING.isdisjoint([child.dep_ for child in token.children])


def meant_state(reading: "Reading", token: "Token") -> "Cluster | None":
    """The only state spoken of nearby, else the one that the article speaks of by far most."""
    near = states_in(reading, range(earliest(reading.doc, token), token.i))
    if len(near) == 1:
        return next(iter(near.values()))
    return leader(reading)


def topic(reading: "Reading", token: "Token") -> "Cluster | None":
    """The state that is the subject of the sentence before, if that one speaks of no other."""
    before = range(earliest(reading.doc, token, 1), token.sent.start)
    near = states_in(reading, before)
    subjects = {id(reading.by_token.get(i)) for i in before if reading.doc[i].dep_ == "nsubj"}
    return next((c for key, c in near.items() if len(near) == 1 and key in subjects), None)


def states_in(reading: "Reading", tokens: "Iterable[int]") -> "dict[int, Cluster]":
    """The states that some words stand for, by `id()`."""
    indices = (reading.by_token, reading.adjectives, reading.parts)
    found = [index[i] for i in tokens for index in indices if i in index]
    return {id(c): c for c in found if c.known and c.known.kind == STATE}


def leader(reading: "Reading") -> "Cluster | None":
    """The state with at least twice as many mentions as any other."""
    states = {id(c): c for c in reading.clusters if c.known and c.known.kind == STATE}
    ranked = Counter({key: len(c.mentions) for key, c in states.items()}).most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] < CLEAR_LEAD * ranked[1][1]):
        return None
    return states[ranked[0][0]]


def capital_of(reading: "Reading", state: "Cluster") -> "Cluster | None":
    """The city that the text names and that is the capital of a state."""
    governments = load_gazetteer().governments
    for cluster in (c for c in reading.clusters if c.known and c.known.kind == "city"):
        name = cluster.known.name if cluster.known else ""
        seat, kind = governments.get(name, (None, ""))
        if kind == "capital" and seat and state.known and seat.key == state.known.key:
            return cluster
    return None
