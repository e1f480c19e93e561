"""Find the places that the words of a name tell it is of: *Deutsche Bank*, *Partei Kanadas*."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.belonging import belonging
from kg.gazetteer import BODIES, STATE, Gazetteer, Known, actor_of, adjective_base, load_gazetteer
from kg.kinds import kinds_in_name, words_of
from kg.known_names import known_name
from kg.lexicon import grammar
from kg.mentions import Found
from kg.reading import Cluster, Reading

if TYPE_CHECKING:
    from kg.words import Token

KINDS = (STATE, "region", "city")


def name_origins(reading: Reading, mention: Found) -> Iterator[tuple[Cluster, "Token"]]:
    """The places and bodies that a name of several words is made with, if the article has them.

    Args:
        reading: The entities of the article.
        mention: The name.

    Yields:
        Each place or body with the word that tells it.
    """
    if mention.kind != "name" or mention.end - mention.first < 2:
        return
    gazetteer, words = load_gazetteer(), reading.doc.tokens[mention.first : mention.end]
    for token in words:
        known = place_meant(token, mention, gazetteer)
        if known and known.kind in KINDS:
            yield from ((c, token) for c in reading.clusters if c.key == known.key)
    for article in (t for t in words[1:-1] if t.lower_ in grammar()["structure"]["name_articles"]):
        whole = reading.doc[article.i + 1 : mention.end]
        named = known_name(gazetteer, whole)
        if named:
            yield from ((c, whole.root) for c in reading.clusters if c.key == named.key)


def place_meant(token: "Token", mention: Found, gazetteer: Gazetteer) -> Known | None:
    """The place of an adjective in a name, or of a genitive, a phrase or a town behind its noun."""
    before = token.nbor(-1).lower_ if token.i > mention.first else ""
    if before in grammar()["structure"]["name_prepositions"]:
        return gazetteer.names.get(token.text)
    if token.i < mention.end - 1:
        return adjective_base(gazetteer, token.text) if token.text[:1].isupper() else None
    town = gazetteer.names.get(token.text)
    if town and town.kind != STATE:
        return town
    return gazetteer.names.get(token.text[:-1]) if token.text.endswith("s") else None


def is_of_its_name(cluster: Cluster, place: Cluster) -> bool:
    """Whether what is named after a place is of it: bodies are, *Wiener Neustadt* is a town."""
    if place.type == "Organization":
        return cluster.type == "Organization"
    if cluster.type == "Place":
        facility = cluster.known is None and cluster.detail != "region"
        return facility and place.detail != STATE
    return place.type == "Place" and cluster.type == "Organization"


def relations_of_name(cluster: Cluster, mention: Found, place: Cluster) -> list[str]:
    """The relations of a named thing to a place in its name, by the nouns in the name.

    A parliament is a part of its state (*Deutscher Bundestag*), a prison lies in its town
    (*Justizvollzugsanstalt Aachen*).
    """
    shown = kinds_in_name(cluster)
    kind = next((k for k in BODIES if k in shown), "")
    first = next((actor_of(load_gazetteer(), word) for word in words_of(cluster)[:1]), None)
    if not kind and first and first[1].type == "Place" and place.detail != STATE:
        return [str(grammar()["structure"]["placed"]["Place"])]
    return belonging(cluster, mention._replace(detail=kind) if kind else mention, place)
