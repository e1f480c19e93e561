"""Find the state that a bare description means: *das Land*, *die Regierung*."""

from collections import Counter
from typing import TYPE_CHECKING

from kg.descriptions import earliest, is_definite
from kg.gazetteer import STATE
from kg.lexicon import grammar
from kg.mentions import Found
from kg.syntax import children

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from kg.reading import Cluster, Reading

CLEAR_LEAD = 2  # times as often spoken of as any other state


def meant_country(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The only state spoken of nearby, else the one that the article speaks of by far most."""
    if mention.base.lower() not in grammar()["country_nouns"] or not is_bare(token):
        return None
    near = states_in(reading, range(earliest(reading.doc, token), token.i))
    if len(near) == 1:
        return next(iter(near.values()))
    return leader(reading)


def is_bare(token: "Token") -> bool:
    """Whether a noun has the definite article and nothing else that says which one is meant."""
    said = children(token, "amod", "nmod", "appos", "flat", "nummod", "acl")
    return "-" not in token.text and is_definite(token) and not said


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
