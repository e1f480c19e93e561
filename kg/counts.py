"""How many died, were hurt or arrested, and whom or what the number belongs to.

A number belongs to the group that it counts. Words that say no more than that they are people
(*12 Menschen*, *70 wurden verletzt*) leave it to the named event, or else to the place.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.drafts import End, end_for
from kg.lexicon import grammar
from kg.model import Proposition
from kg.nouns import is_attribute
from kg.reading import Cluster, Reading
from kg.syntax import SUBJECTS, children, clause_verb, conjuncts, preposition

if TYPE_CHECKING:
    from kg.lexicon import Frame
    from kg.words import Token

EARLIER_SENTENCES = 2  # how far back the place of an event is looked for


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people, and what it belongs to."""

    subject: End
    numeral: "Token"


def counts(reading: Reading, proposition: Proposition, frame: "Frame") -> Iterator[Count]:
    """The numbers of people to whom a predicate happened.

    Args:
        reading: The entities of the article.
        proposition: What was said of the people.
        frame: The frame that says in which places they stand.
    """
    token = reading.doc[proposition.token]
    nouns = [token] if proposition.kind == "noun" else people(reading, proposition, frame)
    for noun in nouns:
        numeral = numeral_of(noun)
        if numeral is None:
            continue
        subject = group(reading, noun) or happening(reading, token)
        if subject is not None:
            yield Count(subject, numeral)


def is_generic(token: "Token") -> bool:
    """Whether a noun says no more of people than that they are people (*Menschen*)."""
    people = generic_people()
    if token.lower_ in people or token.lemma_.lower() in people:  # lemmas from adjectives err
        return True
    return is_bare_number(token)


@cache
def generic_people() -> frozenset[str]:
    """Nouns that say no more than that somebody is a person, in lower case."""
    return frozenset(grammar()["generic_people"])


def is_bare_number(token: "Token") -> bool:
    """Whether a number stands alone or with *weitere* (*97 weitere*)."""
    return token.pos_ == "NUM" or token.lower_ in grammar()["further"]


def people(reading: Reading, proposition: Proposition, frame: "Frame") -> list["Token"]:
    """Who it happened to: the number of the clause itself, or else its arguments."""
    verb = reading.doc[proposition.token]
    found = [reading.doc[a.token] for a in proposition.arguments if a.place in frame.subject]
    found = [t for t in found if t.pos_ != "NUM" or t.head == verb]
    shared = verb.dep_ == "conj" and all(t not in verb.subtree for t in found)
    return (bare_numbers(verb, found) if shared else []) or found


def bare_numbers(verb: "Token", shared: list["Token"]) -> list["Token"]:
    """The number that a coordinated clause has for a subject (*… starben und 70 wurden verletzt*).

    A parser without a noun there takes it for an adverbial or for a conjunct of the first subject.
    """
    own = children(verb, "obl", "nmod", *SUBJECTS)
    joined = [t for noun in shared for t in noun.below["conj"] if t.i > verb.head.i]
    joints = [t.i for t in own + joined if t.pos_ == "NUM" and preposition(t) in ("", "als")]
    return [verb.doc[i] for i in joints if is_attribute(verb.doc[i])][:1]


def numeral_of(noun: "Token") -> "Token | None":
    """The number of a noun phrase, not one of years (*14 und 18 Jahre alte Täter*)."""
    if noun.pos_ == "NUM":
        return None if children(noun, "appos", "flat", "nmod") else noun
    found = next((c for c in noun.below["nummod"] if is_attribute(c)), None)
    if found is None:
        return round_number(noun) or total(noun)
    ages = any(t.lower_.startswith("jahr") for t in noun.doc[found.i : noun.i])
    return None if ages else found


def round_number(noun: "Token") -> "Token | None":
    """The noun for a round number of people (*Dutzende Menschen*, *Hunderte von Verletzten*)."""
    words = grammar()["crowds"]
    if preposition(noun) == "von" and noun.head.lower_ in words:
        return noun.head
    return next((c for c in children(noun, "amod", "det", "nmod") if c.lower_ in words), None)


def total(noun: "Token") -> "Token | None":
    """The number that a count of people comes to (*die Zahl der Toten stieg auf 12*)."""
    head = noun.head
    if head.lemma_.lower() not in grammar()["totals"] or noun.dep_ != "nmod":
        return None
    for phrase in children(clause_verb(head), "obl", "obj", "nmod"):
        number = [phrase, *phrase.below["nummod"]]
        numerals = [t for t in number if t.pos_ == "NUM" and is_attribute(t)]
        if numerals and preposition(phrase) in ("", "auf", "bei", "mit"):
            return numerals[0]
    return None


def group(reading: Reading, noun: "Token") -> End | None:
    """The entity that a noun for the people stands for, if it says who they are."""
    cluster = reading.by_token.get(noun.i)
    if cluster is None or is_generic(noun):
        return None
    return end_for(cluster, noun)


def happening(reading: Reading, token: "Token") -> End | None:
    """The named event or else the place where something happened, the nearest first."""
    for clause in clauses(token):
        found = named_event(reading, clause) or place_in(reading, clause)
        if found:
            return found
    return place_before(reading, token)


def clauses(token: "Token") -> list["Token"]:
    """The clause of a word and those that it stands in or is joined to, the nearest first."""
    found = [clause_verb(token)]
    while found[-1].head != found[-1] and len(found) < len(token.sent):
        found.append(found[-1].head)
    return found


def phrases(clause: "Token") -> list["Token"]:
    """The phrases that may say when and where a clause happened."""
    hosts = [clause, *children(clause, "obj", *SUBJECTS)]
    return [t for h in hosts for p in children(h, "obl", "nmod", "advmod") for t in conjuncts(p)]


def named_event(reading: Reading, clause: "Token") -> End | None:
    """A named event in or by which it happened (*beim Hurrikan Katrina starben …*)."""
    causes = [t for t in phrases(clause) if preposition(t) in grammar()["event_prepositions"]]
    for token in [*causes, *clause.below["nsubj"]]:
        cluster = reading.by_token.get(token.i)
        if cluster and cluster.named and cluster.type == "Event":
            return end_for(cluster, token)
    return None


def place_in(reading: Reading, clause: "Token") -> End | None:
    """The place that a phrase of a clause names, or one inside an event of it."""
    places = grammar()["structure"]["place_prepositions"]
    nearby = [t for t in phrases(clause) if preposition(t) in places]
    inside = [d for t in phrases(clause) for d in t.below["nmod"] if preposition(d) in places]
    for token in [*nearby, *inside, clause]:
        found = place_at(reading, token)
        if found:
            return found
    return None


def place_at(reading: Reading, token: "Token") -> End | None:
    """The place that a word stands for."""
    cluster: Cluster | None = reading.by_token.get(token.i)
    if cluster is None or cluster.type != "Place":
        return None
    return end_for(cluster, token)


def place_before(reading: Reading, token: "Token") -> End | None:
    """The place that was last said to be the scene, in this sentence or shortly before."""
    places = grammar()["structure"]["place_prepositions"]
    start = token.sent.start
    for _ in range(EARLIER_SENTENCES):
        start = token.doc[max(start - 1, 0)].sent.start
    for earlier in reversed(token.doc[start : token.sent.end]):
        found = place_at(reading, earlier) if preposition(earlier) in places else None
        wider = found and any(place_at(reading, t) for t in earlier.ancestors)  # *X in Y*
        if found and not wider and found.cluster and found.cluster.named:
            return found
    return None
