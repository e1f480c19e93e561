"""Say that whoever does something at a meeting takes part in it (*warnte auf dem Gipfel vor X*)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from kg.counts import is_generic
from kg.drafts import Draft, End, ends_at
from kg.lexicon import Frame, grammar, tails
from kg.model import Argument, Polarity, Proposition
from kg.reading import Reading
from kg.relations import framed_draft, is_predicative, predicate_tokens
from kg.syntax import preposition

if TYPE_CHECKING:
    from kg.words import Token

ATTENDED = Frame("participatedIn", "verb", (), ())


def attendance_drafts(reading: Reading, propositions: Iterable[Proposition]) -> Iterator[Draft]:
    """The participation of agents in the meetings, protests and games that their clauses name.

    Args:
        reading: The entities of the article.
        propositions: What its clauses say.
    """
    for clause in propositions:
        if clause.kind != "verb" or clause.polarity is Polarity.NEGATIVE:
            continue
        for agent, event in product(agents_of(reading, clause), events_at(reading, clause)):
            words = predicate_tokens(reading, clause)
            found = framed_draft(reading, clause, ATTENDED, agent, event, words)
            yield replace(found, rule=f"attendance: {clause.predicate}")


def events_at(reading: Reading, clause: Proposition) -> list[End]:
    """The meetings at which a clause happens."""
    prepositions = grammar()["attendance"]["prepositions"]
    places: list[Argument] = []
    framed: list[Argument] = []
    for argument in clause.arguments:
        if argument.place in prepositions:
            places.append(argument)
        framed += framed_events(reading.doc.tokens[argument.token])
    ends = [e for a in places + framed for e in ends_at(reading, a)]
    events = [e for e in ends if e.cluster and e.cluster.type == "Event"]
    return [e for e in events if is_meeting(reading.doc.tokens[e.token])]


def framed_events(noun: "Token") -> list[Argument]:
    """The meetings at whose edge or in whose course something happens (*am Rande des Gipfels*)."""
    phrases = noun.below["nmod"]
    if not phrases or noun.lemma_.lower() not in grammar()["attendance"]["frames"]:
        return []
    return [Argument("genitive", t.i) for t in phrases if preposition(t) in ("", "von")]


def is_meeting(noun: "Token") -> bool:
    """Whether people come to what a noun means, and not only to ask questions."""
    rules, lemma = grammar()["attendance"], noun.lemma_
    asked = any(part in grammar()["press_events"] for part in tails(lemma))
    return not asked and any(part in rules["meetings"] for part in tails(lemma))


def agents_of(reading: Reading, clause: Proposition) -> list[End]:
    """Who acts in a clause: people and bodies, no mere people."""
    found = [(a, e) for a in clause.arguments if a.place == "agent" for e in ends_at(reading, a)]
    return [e for a, e in found if is_actor(reading, e) and not is_predicative(a, e)]


def is_actor(reading: Reading, end: End) -> bool:
    """Whether an end can go to a meeting."""
    people = end.cluster is not None and end.cluster.type in ("Group", "Organization", "Person")
    return people and not is_generic(reading.doc.tokens[end.token])
