"""Find the person whom a clause says to have a role: *Ada wird Präsidentin*, *sie ist Mitglied*.

And the place that it says what it is: *Kiel ist eine Stadt*.

Subject and predicate noun change places freely in German (*Neuer Minister wurde Ada*), so parses
take either for the other: both ends of a linking verb are asked for the name.
"""

from typing import TYPE_CHECKING

from kg.gazetteer import STATE
from kg.lexicon import grammar
from kg.mentions import Found
from kg.nouns import is_plural
from kg.syntax import SUBJECTS, auxiliaries, children, is_subjunctive, preposition

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.reading import Cluster, Reading
    from kg.words import Token

ENDS = ("nsubj", "xcomp", "obj")


def predicated(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """What a noun is asserted of (*Paschinjan ist Ministerpräsident*): a named person or place.

    States are left out, of which nouns say other things (*Deutschland ist das Land, das …*).
    """
    if mention.type not in ("Person", "Place"):
        return None
    ends = other_ends(token)
    if not ends or is_plural(token) or is_negated(token):
        return None
    for end in ends:
        cluster = named_at(reading, end, mention.type)
        if cluster:
            return cluster
    return None


def other_ends(token: "Token") -> "list[Token]":
    """What stands on the other side of the verb that links a noun to its subject, by a fact."""
    ends = list(linked_ends(token))
    return ends if ends and is_stated(token) else []


def is_stated(token: "Token") -> bool:
    """Whether the clause that links a noun to its subject states a fact."""
    token = one_of(token)
    copula = token.below["cop"]
    if copula:
        return is_plain(token, copula)
    verb = token.head
    links = [verb] if verb.lemma_ in grammar()["linking_verbs"] else verb.below["cop"]
    return is_plain(verb, links)


def one_of(token: "Token") -> "Token":
    """The pronoun that picks one of those a noun names (*ist einer der Gründer*), else the noun."""
    picked = token.dep_ == "nmod" and preposition(token) in ("", "von")
    return token.head if picked and token.head.lower_ in grammar()["picking_pronouns"] else token


def linked_ends(token: "Token") -> "Iterator[Token]":
    """What stands on the other side of a linking verb, however the clause is meant."""
    token = one_of(token)
    if preposition(token):
        return
    if token.below["cop"]:
        yield from token.below["nsubj"] or misread_subjects(token) or shared_subjects(token)
    elif token.dep_ in ENDS:
        verb = token.head
        copula = verb.below["cop"]
        if verb.lemma_ in grammar()["linking_verbs"] or (token.dep_ == "nsubj" and copula):
            bare = [verb] if copula else children(verb, *ENDS)
            yield from (t for t in bare if t != token and not preposition(t))


def misread_subjects(token: "Token") -> "list[Token]":
    """Nominatives behind the copula that a parse without a subject hangs below the predicate."""
    after = max(c.i for c in token.below["cop"])
    found = children(token, "nmod", "appos", "xcomp", "flat")
    return [t for t in found if t.i > after and "Case=Nom" in t.morph and not preposition(t)]


def shared_subjects(token: "Token") -> "list[Token]":
    """The subject of the clause that a predicate is coordinated with (*… und war Präsident*)."""
    first = token
    while first.dep_ == "conj" and first.head != first:
        first = first.head
        if subjects := children(first, *SUBJECTS):
            return subjects
    return []


def is_plain(predicate: "Token", links: "Sequence[Token]") -> bool:
    """Whether a clause states a fact: no modal verb, subjunctive or condition."""
    if not links:
        return False
    others = [t for t in auxiliaries(predicate) if t not in links]
    doubts = grammar()["doubting_conjunctions"]
    marks = [c.lower_ for c in predicate.below["mark"]]
    plain = not any(t.tag_.startswith("VM") for t in others)
    return plain and not (
        any(is_subjunctive(t) for t in [*links, *others]) or any(m in doubts for m in marks)
    )


def is_negated(token: "Token") -> bool:
    """Whether *nicht* or *kein* stands with a noun or the verb that links it."""
    near = [*token.children, *(token.head.children if token.dep_ in ENDS else ())]
    return any(c.tag_ == "PTKNEG" or c.lower_.startswith("kein") for c in near)


def named_at(reading: "Reading", token: "Token", kind: str) -> "Cluster | None":
    """What is named by a token or a name beside it, if of a type and no state."""
    for word in (token, *children(token, "appos", "flat")):
        cluster = reading.by_token.get(word.i)
        state = cluster and cluster.known and cluster.known.kind == STATE
        if cluster and cluster.named and cluster.type == kind and not state:
            return cluster
    return None


def is_said_of_another(reading: "Reading", noun: "Token") -> bool:
    """Whether a noun is what a clause says that some other entity is."""
    if not noun.below["cop"]:
        return False
    clusters = [reading.by_token.get(t.i) for t in children(noun, *SUBJECTS)]
    return any(c is not None and c is not reading.by_token.get(noun.i) for c in clusters)
