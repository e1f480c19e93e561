"""Read that each acts on the other: *Ada und Otto warfen sich gegenseitig Lügen vor*."""

from collections.abc import Iterable, Iterator
from itertools import permutations
from typing import TYPE_CHECKING

from kg.lexicon import grammar
from kg.model import Argument, Proposition

if TYPE_CHECKING:
    from kg.words import Doc


def each_way(doc: "Doc", propositions: Iterable[Proposition]) -> Iterator[Proposition]:
    """Propositions, those whose agents act on one another once for every two of them.

    Args:
        doc: The text that the propositions are of.
        propositions: What its clauses and nouns say, in any order, which is kept.
    """
    for proposition in propositions:
        agents = [a for a in proposition.arguments if a.place == "agent"]
        if len(agents) > 1 and proposition.kind == "verb" and is_mutual(doc, proposition):
            for one, other in permutations(agents, 2):
                yield acting_on(proposition, one, other)
        else:
            yield proposition


def is_mutual(doc: "Doc", proposition: Proposition) -> bool:
    """Whether a verb has an adverb or pronoun that makes its agents its objects as well."""
    words = grammar()["mutual"]
    return any(child.lower_ in words for child in doc[proposition.token].children)


def acting_on(proposition: Proposition, one: Argument, other: Argument) -> Proposition:
    """What one does to the other: *sich* and *einander* are accusative or dative."""
    kept = [a for a in proposition.arguments if a.place not in ("agent", "patient", "recipient")]
    objects = [Argument(place, other.token) for place in ("patient", "recipient")]
    return proposition._replace(arguments=(one, *objects, *kept), reflexive=False)
