"""Say that those who do something together cooperate: *baut gemeinsam mit Bosch ein Werk*."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, product
from typing import TYPE_CHECKING

from kg.drafts import Draft, End, ends_at
from kg.lexicon import Frame, grammar
from kg.model import Argument, Polarity, Proposition
from kg.reading import Reading
from kg.relations import framed_draft, is_predicative, predicate_tokens
from kg.syntax import children, conjuncts, is_passive, preposition

if TYPE_CHECKING:
    from kg.words import Token

TOGETHER = Frame("cooperatedWith", "verb", (), ())


def joint_drafts(reading: Reading, propositions: Iterable[Proposition]) -> Iterator[Draft]:
    """The cooperation of all who are said to do something jointly.

    Args:
        reading: The entities of the article.
        propositions: What its clauses say.
    """
    text = reading.doc.text.lower()
    if not any(adverb in text for adverb in grammar()["jointly"]["adverbs"]):
        return
    for clause in propositions:
        if clause.kind != "verb" or clause.polarity is Polarity.NEGATIVE:
            continue
        if clause.predicate in grammar()["jointly"]["no_deeds"]:
            continue
        for one, other in partners(reading, clause):
            if one.cluster is not other.cluster:
                words = predicate_tokens(reading, clause)
                found = framed_draft(reading, clause, TOGETHER, one, other, words)
                yield replace(found, rule=f"jointly: {clause.predicate}")


def partners(reading: Reading, clause: Proposition) -> Iterator[tuple[End, End]]:
    """Who acts with whom, by *gemeinsam mit* or by *gemeinsam* with several agents."""
    verb = reading.doc[clause.token]
    with_whom = [t for t in children(verb, "obl", "nmod") if preposition(t) == "mit"]
    joined = [t for t in with_whom if is_joint(t)]
    if joined and not is_passive(verb):
        arguments = [Argument("mit", t.i) for phrase in joined for t in conjuncts(phrase)]
        others = [e for a in arguments for e in ends_at(reading, a) if is_partner(e)]
        yield from product(actors(reading, clause), others)
    elif not with_whom and has_adverb(verb):
        yield from combinations(actors(reading, clause), 2)


def actors(reading: Reading, clause: Proposition) -> list[End]:
    """Who acts in a clause: people, bodies and states."""
    found = [(a, e) for a in clause.arguments if a.place == "agent" for e in ends_at(reading, a)]
    return [e for a, e in found if is_partner(e) and not is_predicative(a, e)]


def is_joint(phrase: "Token") -> bool:
    """Whether *gemeinsam* or *zusammen* stands before a phrase with *mit*."""
    before = phrase.doc[max(phrase.left_edge.i - 1, 0)]
    words = grammar()["jointly"]["adverbs"]
    return phrase.left_edge.lower_ in words or before.lower_ in words


def has_adverb(verb: "Token") -> bool:
    """Whether a verb has *gemeinsam* for an adverb."""
    return any(c.lower_ in grammar()["jointly"]["adverbs"] for c in verb.below["advmod"])


def is_partner(end: End) -> bool:
    """Whether an end can act with others."""
    types = ("Group", "Organization", "Person", "Place")
    return end.cluster is not None and end.cluster.type in types
