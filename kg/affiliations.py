"""What stands behind a name with *von* or *aus* or as a genitive: *Ada Alm von der Universität*."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.lexicon import grammar
from kg.reading import Cluster, Reading
from kg.syntax import children, preposition

if TYPE_CHECKING:
    from kg.words import Token

Affiliation = tuple[str, Cluster, "Token"]


def affiliations(reading: Reading, cluster: Cluster, token: "Token") -> Iterator[Affiliation]:
    """The bodies that a person's name is joined to by *von*, and what a body's is joined to.

    Yields:
        The relation to the body, the body and the word for it.
    """
    rules = grammar()["affiliation"]
    if cluster.type == "Organization":
        yield from ties(reading, cluster, token)
    if cluster.type != "Person":
        return
    for child in children(token, "nmod", "obl"):
        body = reading.by_token.get(child.i)
        near = preposition(child) in rules["prepositions"]
        if near and body and body.named and body.type == "Organization" and is_next(token, child):
            yield rules["employed" if is_employer(body) else "joined"], body, child


def ties(reading: Reading, cluster: Cluster, token: "Token") -> Iterator[Affiliation]:
    """Where a named body is from, and the body whose it is (*Referat 7 der Kieler Polizei*)."""
    rules = grammar()["affiliation"]
    for child in token.below["nmod"]:
        other = reading.by_token.get(child.i)
        if other is None or other is cluster or not is_next(token, child):
            continue
        if other.type == "Place" and other.named and preposition(child) in rules["origins"]:
            yield rules["from"], other, child
        elif other.type == "Organization" and is_genitive(child):
            yield rules["inside"], other, child


def is_genitive(child: "Token") -> bool:
    """Whether a noun phrase below another says whose that is."""
    return not preposition(child) and "Case=Gen" in child.morph


def is_next(name: "Token", body: "Token") -> bool:
    """Whether nothing that could be meant instead stands between a name and a body behind it."""
    between = name.doc[name.i + 1 : body.i]
    return name.i < body.i and not any(t.pos_ in ("VERB", "AUX", "NOUN", "PUNCT") for t in between)


def is_employer(body: Cluster) -> bool:
    """Whether people work for a body, rather than belong to it as to a party or team."""
    rules = grammar()["affiliation"]
    texts = [*(m.text for m in body.mentions), body.known.name if body.known else ""]
    words = [word for text in texts for word in text.lower().replace("-", " ").split()]
    return body.detail in rules["employer_kinds"] or any(
        word in rules["employer_words"] or word.endswith(tuple(rules["employer_endings"]))
        for word in words
    )
