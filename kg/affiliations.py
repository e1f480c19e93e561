"""What a name with *von* says of a person: *Ada Müller von der Universität Jena*."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.lexicon import grammar
from kg.reading import Cluster, Reading
from kg.syntax import children, preposition

if TYPE_CHECKING:
    from kg.words import Token

Affiliation = tuple[str, Cluster, "Token"]


def affiliations(reading: Reading, cluster: Cluster, token: "Token") -> Iterator[Affiliation]:
    """The bodies that a person's name is joined to by *von*.

    Yields:
        The relation to the body, the body and the word for it.
    """
    rules = grammar()["affiliation"]
    if cluster.type != "Person":
        return
    for child in children(token, "nmod", "obl"):
        body = reading.by_token.get(child.i)
        near = preposition(child) in rules["prepositions"]
        if near and body and body.named and body.type == "Organization" and is_next(token, child):
            yield rules["employed" if is_employer(body) else "joined"], body, child


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
