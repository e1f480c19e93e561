"""Read who does something together: *X baut gemeinsam mit Y eine Fabrik*."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.drafts import Draft, End, ends_at
from kg.lexicon import Frame, grammar
from kg.model import Argument, Proposition
from kg.reading import Reading
from kg.relations import framed_draft
from kg.syntax import children, conjuncts, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

CONFIDENCE = 0.6  # a first estimate


def joint_drafts(reading: Reading, propositions: list[Proposition]) -> Iterator[Draft]:
    """Cooperation of whoever acts with those whom *gemeinsam mit* or the like names."""
    for found in propositions:
        adverb = next(iter(joint_adverbs(reading.doc[found.token])), None)
        if found.kind == "verb" and adverb is not None and has_patient(found):
            yield from pairs(reading, found, adverb)


def joint_adverbs(verb: "Token") -> list["Token"]:
    """Adverbs of a clause, or of a phrase in it, that say that several act together."""
    below = [
        t for c in children(verb, "obl", "nmod", "nsubj") for t in children(c, "advmod", "case")
    ]
    words = grammar()["joint_adverbs"]
    return [t for t in [*children(verb, "advmod"), *below] if t.lower_ in words]


def pairs(reading: Reading, done: Proposition, adverb: "Token") -> Iterator[Draft]:
    """Each who acts with each partner; agents named together where no partner is."""
    agents = actors(reading, [a for a in done.arguments if a.place == "agent"])
    partners = actors(reading, partner_arguments(reading.doc[done.token], adverb))
    if not partners:
        agents, partners = agents[:1], agents[1:]
    for agent in agents:
        for partner in partners:
            if agent.cluster is not partner.cluster:
                frame = Frame(grammar()["joint_relation"], "verb", (), ())
                words = [adverb.i, done.token]
                found = framed_draft(reading, done, frame, agent, partner, words)
                yield replace(found, rule=f"joint: {adverb.lower_}", confidence=CONFIDENCE)


def partner_arguments(verb: "Token", adverb: "Token") -> list[Argument]:
    """The *mit* phrase right behind the adverb, wherever the parser hung it."""
    phrases = [t for t in verb.subtree if preposition(t) == "mit" and adverb.i < t.i]
    near = [t for t in phrases if t.left_edge.i <= adverb.i + 1]
    return [Argument("mit", t.i) for phrase in near[:1] for t in conjuncts(phrase)]


def actors(reading: Reading, arguments: list[Argument]) -> list[End]:
    """The ends of arguments that can act."""
    types = grammar()["joint_types"]
    ends = [end for a in arguments for end in ends_at(reading, a)]
    return [e for e in ends if e.cluster and e.cluster.type in types]


def has_patient(done: Proposition) -> bool:
    """Whether something is done to or made of something; mere company has no object."""
    return any(a.place == "patient" for a in done.arguments)
