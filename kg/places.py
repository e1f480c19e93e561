"""Find where an event was: a phrase of its predicate, of its occasion, of its ends, or *dort*."""

from typing import TYPE_CHECKING

from kg.drafts import End
from kg.lexicon import Frame, grammar
from kg.model import Proposition
from kg.reading import Cluster, Reading
from kg.syntax import children, clause_verb, preposition

if TYPE_CHECKING:
    from kg.words import Token


def place_of(reading: Reading, proposition: Proposition) -> Cluster | None:
    """The place of an event by the words of its clause, a named one where there is any."""
    tokens, local = reading.doc.tokens, grammar()["structure"]["place_prepositions"]
    predicate = tokens[proposition.token]
    phrases = [tokens[a.token] for a in proposition.arguments if a.place in local]
    inner = [place_below(reading, t) for t in occasions(reading, predicate)]
    found = [*(place_at(reading, t) for t in phrases), *inner]
    found.append(place_pointed_at(reading, predicate))
    if proposition.kind == "noun" and is_told_to_happen(predicate):
        found.append(place_around(reading, predicate))
    places = [c for c in found if c]
    return next((c for c in places if c.named), places[0] if places else None)


def is_told_to_happen(noun: "Token") -> bool:
    """Whether the clause of an event noun says no more than that it happened (*kam es zu …*)."""
    return noun.head.lemma_ in grammar()["structure"]["happening_verbs"]


def place_told(reading: Reading, verb: "Token") -> Cluster | None:
    """The named place where something was said, by the phrases of its verb."""
    phrases = [t for t in verb.below["obl"] if is_local(t)]
    found = [place_at(reading, t) or place_below(reading, t) for t in phrases]
    return next(filter(is_named_place, found), None)


def place_around(reading: Reading, noun: "Token") -> Cluster | None:
    """The named place of an event noun: below it, or where its clause says that it was."""
    inside = place_below(reading, noun)
    phrases = children(clause_verb(noun), "obl") if inside is None else []
    found = (place_at(reading, t) for t in phrases if is_local(t) and t is not noun)
    return inside or next(filter(is_named_place, found), None)


def occasions(reading: Reading, predicate: "Token") -> list["Token"]:
    """Phrases that tell at what event something happened (*bei einem Treffen in Wien*)."""
    words = grammar()["structure"]["occasion_prepositions"]
    phrases = [t for t in children(predicate, "obl", "nmod") if preposition(t) in words]
    return [t for t in phrases if not is_named_place(reading.by_token.get(t.i))]


def is_named_place(cluster: Cluster | None) -> bool:
    """Whether an entity is a place with a name."""
    return cluster is not None and cluster.named and cluster.type == "Place"


def place_at(reading: Reading, token: "Token") -> Cluster | None:
    """The place that a noun names, or the named one that it lies in (*ein Markt in Bagdad*)."""
    cluster = reading.by_token.get(token.i)
    if cluster is None or cluster.type != "Place":
        return None
    return cluster if cluster.named else place_below(reading, token) or cluster


def place_below(reading: Reading, noun: "Token") -> Cluster | None:
    """The named place of a noun by a phrase below it (*die Kämpfe im Norden des Landes Mali*)."""
    for phrase in children(noun, "nmod", "obl"):
        genitive = not preposition(phrase) or preposition(phrase) == "von"
        cluster = reading.by_token.get(phrase.i)
        is_place = is_named_place(cluster)
        if is_place and (is_local(phrase) or (genitive and is_region(reading, noun))):
            return cluster
        deeper = place_below(reading, phrase) if not is_place else None
        if deeper:
            return deeper
    return None


def is_local(phrase: "Token") -> bool:
    """Whether a phrase says where."""
    return preposition(phrase) in grammar()["structure"]["place_prepositions"]


def is_region(reading: Reading, noun: "Token") -> bool:
    """Whether a noun is a part of a place, so that its genitive says where (*Osten Bagdads*)."""
    cluster = reading.by_token.get(noun.i)
    listed = noun.lemma_.lower() in grammar()["structure"]["parts_of_places"]
    return listed or (cluster is not None and cluster.type == "Place")


def place_pointed_at(reading: Reading, predicate: "Token") -> Cluster | None:
    """The last named place before *dort* or *hier* in this sentence or the one before."""
    words = grammar()["structure"]["place_adverbs"]
    adverbs = (t for t in children(predicate, "advmod", "obl") if is_pointing(t, words))
    adverb = next(adverbs, None)
    if adverb is None:
        return None
    start = adverb.sent.start
    first = adverb.doc[start - 1].sent.start if start else 0
    before = (reading.by_token.get(i) for i in range(adverb.i - 1, first - 1, -1))
    return next(filter(is_named_place, before), None)


def is_pointing(token: "Token", adverbs: list[str]) -> bool:
    """Whether a word points at a place spoken of before (*dort*, *vor Ort*)."""
    return token.lower_ in adverbs or (token.text == "Ort" and preposition(token) == "vor")


def place_at_ends(reading: Reading, frame: Frame, subject: End, object_: End) -> Cluster | None:
    """The place of what happens at its object (*griff Goma an*), or of people counted there."""
    if frame.relation not in grammar()["placed_by_object"]:
        return None
    counted = object_.cluster is None
    end = subject if counted else object_
    if is_named_place(end.cluster):
        return end.cluster
    token = reading.doc[end.token]
    return place_at(reading, token) or place_below(reading, token)
