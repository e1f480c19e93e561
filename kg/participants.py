"""Tell which things without a name take part in what an article says, and so are worth a node.

*Die Demonstranten* of whom only the open layer says what they did are actors all the same; mere
sources, parts of places and people who are told of by a number are not.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.counts import is_generic
from kg.lexicon import grammar
from kg.model import Proposition
from kg.reading import Cluster, Reading
from kg.syntax import children, conjuncts

if TYPE_CHECKING:
    from kg.words import Token

CORE = ("nsubj", "nsubj:pass", "obj")


def participants(reading: Reading, propositions: Iterable[Proposition]) -> list[Cluster]:
    """The unnamed entities in the arguments of clauses and event nouns, each once.

    Args:
        reading: The entities of an article.
        propositions: What the article says.
    """
    tokens = reading.doc.tokens
    words = [t for i in arguments(propositions) for t in words_at(tokens[i])]
    words += [t for t in tokens if t.dep_ in CORE]  # of copulas, and of verbs misread
    found: dict[int, Cluster] = {}
    for token in words:
        cluster = reading.by_token.get(token.i)
        if cluster is None or cluster.named or id(cluster) in found:
            continue
        if is_somebody(cluster, token):
            found[id(cluster)] = cluster
    return list(found.values())


def arguments(propositions: Iterable[Proposition]) -> dict[int, None]:
    """The indices of the heads of arguments, each once.

    What a noun only says somebody to be is no argument (*als Zeuge*).
    """
    predicative = grammar()["structure"]["predicative"]
    found = (a for p in propositions for a in p.arguments)
    return dict.fromkeys(a.token for a in found if a.place not in predicative)


def words_at(head: "Token") -> Iterator["Token"]:
    """The head of an argument, what is coordinated with it and their attributes."""
    for token in conjuncts(head):
        yield token
        if token.below["nmod"]:
            yield from attributes(token)


def attributes(token: "Token") -> Iterator["Token"]:
    """The phrases of a noun with what is coordinated with them, and the phrases of these."""
    for child in token.below["nmod"]:
        for noun in conjuncts(child):
            yield noun
            yield from attributes(noun)


def is_somebody(cluster: Cluster, token: "Token") -> bool:
    """Whether a word stands for somebody or something of its own.

    Mere people do where their phrase says which (*die Menschen in der Stadt*), texts where
    something is done with them or a clause tells of them.
    """
    detail = cluster.detail
    if detail in grammar()["texts_as_things"]:
        return token.dep_ in ("nsubj:pass", "obj") or bool(token.below["acl"])
    if detail in grammar()["bystanders"]:
        return False
    return bool(children(token, "acl", "amod", "nmod")) or not is_generic(token)
