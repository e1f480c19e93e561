"""Find the state or capital that *das Land* and *die Hauptstadt* mean."""

from collections import Counter
from typing import TYPE_CHECKING

from kg.descriptions import owner_of
from kg.gazetteer import STATE, load_gazetteer
from kg.lexicon import contraction, grammar
from kg.mentions import Found
from kg.syntax import children

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.reading import Cluster, Reading

SENTENCES = 3  # that a description may be away from the name, its own included


def described_place(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The state that *das Land* means, or the city in the text that *die Hauptstadt* means."""
    noun, words = token.lemma_.lower(), grammar()["place_descriptions"]
    if mention.type != "Place" or not is_definite(token):
        return None
    if noun in words["capital"]:
        state = owner_of(reading, token) or state_before(reading, token)
        return capital_of(reading, state) if state else None
    bare = not children(token, "amod", "nmod", "acl") and not children(token, "appos")
    return state_before(reading, token) if noun in words["state"] and bare else None


def is_definite(token: "Token") -> bool:
    """Whether a noun in the singular has a definite article, be it one with the preposition."""
    if "Number=Plur" in token.morph:
        return False
    articles = [c.lower_ for c in children(token, "det")]
    fused = [c.lower_ for c in children(token, "case") if contraction(c.lower_) != c.lower_]
    return bool(fused) or any(a in grammar()["definite_articles"] for a in articles)


def state_before(reading: "Reading", token: "Token") -> "Cluster | None":
    """The state most spoken of among those named in this sentence and those before it."""
    starts = [s.start for s in reading.doc.sents if s.start <= token.i][-SENTENCES:]
    found = {id(c): c for i in range(starts[0], token.i)
             for c in [reading.by_token.get(i) or reading.adjectives.get(i)]
             if c and c.type == "Place" and c.detail in (STATE, "region")}  # fmt: skip
    best = most_named(list(found.values()))
    return best if best and best.detail == STATE else None


def most_named(clusters: list["Cluster"]) -> "Cluster | None":
    """The cluster with most mentions, None where there is none or two have as many."""
    ranked = Counter({i: len(c.mentions) for i, c in enumerate(clusters)}).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return clusters[ranked[0][0]]


def capital_of(reading: "Reading", state: "Cluster") -> "Cluster | None":
    """The city that the text names and that is the capital of a state."""
    governments = load_gazetteer().governments
    for cluster in (c for c in reading.clusters if c.known and c.known.kind == "city"):
        name = cluster.known.name if cluster.known else ""
        seat, kind = governments.get(name, (None, ""))
        if kind == "capital" and seat and state.known and seat.key == state.known.key:
            return cluster
    return None
