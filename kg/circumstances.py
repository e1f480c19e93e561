"""The entities that go with a proposition without being its ends: who says so, and where it was."""

from typing import TYPE_CHECKING

from kg.drafts import unlisted
from kg.gazetteer import by_tail, load_gazetteer
from kg.lexicon import grammar
from kg.model import Proposition
from kg.reading import Cluster, Reading
from kg.sources import saying_nouns

if TYPE_CHECKING:
    from spacy.tokens import Token


def source_cluster(reading: Reading, proposition: Proposition) -> Cluster | None:
    """The entity that says so."""
    i = proposition.attribution
    if i is None:
        return None
    found = reading.by_token.get(i) or reading.adjectives.get(i) or reading.parts.get(i)
    return found or unnamed_speaker(reading, reading.doc[i])


def unnamed_speaker(reading: Reading, token: "Token") -> Cluster | None:
    """Who a speaker's noun means that is no mention: by its adjective, its class or as compound."""
    origins = [reading.adjectives[c.i] for c in token.children if c.i in reading.adjectives]
    if origins:
        return origins[0]
    return speaker_in_compound(reading, token) or unlisted(reading, token)


def speaker_in_compound(reading: Reading, token: "Token") -> Cluster | None:
    """The body in a compound for its word (*Polizei* in *Polizeiangaben*)."""
    saying = by_tail(saying_nouns(), token.text)
    if saying is None or saying[0] == token.lower_:
        return None
    first = token.text.removesuffix(token.text[-len(saying[0]) :]).rstrip("-")
    actor = load_gazetteer().actors.get(first.lower())
    if actor is None or actor.type != "Organization":
        return None
    here = [c for c in reading.clusters if any(m.base == first for m in c.mentions)]
    return here[-1] if here else None


def place_of(reading: Reading, proposition: Proposition) -> Cluster | None:
    """The place of an event: a local phrase of its predicate that is a place."""
    for argument in proposition.arguments:
        if argument.place in grammar()["structure"]["place_prepositions"]:
            cluster = reading.by_token.get(argument.token)
            if cluster and cluster.type == "Place":
                return cluster
    return None
