"""Tell which things without a name take part in what an article says, and so are worth a node.

*Die Demonstranten* of whom only the open layer says what they did are actors all the same; mere
sources, parts of places and people who are told of by a number are not.
"""

from collections.abc import Iterable

from kg.counts import is_generic
from kg.lexicon import grammar
from kg.model import Argument, Proposition
from kg.reading import Cluster, Reading


def participants(reading: Reading, propositions: Iterable[Proposition]) -> list[Cluster]:
    """The unnamed entities that are arguments of clauses and event nouns, each once.

    Args:
        reading: The entities of an article.
        propositions: What the article says.
    """
    found: dict[int, Cluster] = {}
    for proposition in propositions:
        for argument in proposition.arguments:
            cluster = reading.by_token.get(argument.token)
            if cluster and not cluster.named and takes_part(reading, cluster, argument):
                found[id(cluster)] = cluster
    return list(found.values())


def takes_part(reading: Reading, cluster: Cluster, argument: Argument) -> bool:
    """Whether an argument is somebody or something of its own, not what somebody is or says."""
    if argument.place in grammar()["structure"]["predicative"]:
        return False
    loose = cluster.detail in grammar()["bystanders"]
    return not loose and not is_generic(reading.doc[argument.token])
