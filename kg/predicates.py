"""The words of a predicate, in the order in which open facts print them."""

from collections.abc import Iterable
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

from kg.lexicon import cues, grammar
from kg.syntax import children, is_finite, is_participle

if TYPE_CHECKING:
    from kg.words import Token


def predicate_words(verb: "Token") -> list["Token"]:
    """The verb with auxiliaries, particle, reflexive, negation and secondary predicate.

    The finite word stands first, a reflexive pronoun second, the others as in the text.
    """
    helping = helpers(verb)
    parts = [verb, *helping, *verb.below["compound:prt"], *secondary(verb), *negations(verb)]
    parts += reflexive_pronouns(verb.children)
    parts += [c for c in verb.below["mark"] if c.tag_ == "PTKZU"]
    if len(parts) == 1:
        return parts
    ordered = sorted(set(parts), key=attrgetter("i"))
    finite = next((t for t in ordered if is_finite(t)), None)
    first = [finite] if finite is not None else last_helper(verb, helping)
    first += reflexive_pronouns(ordered)
    return first + [t for t in ordered if t not in first]


def helpers(verb: "Token") -> list["Token"]:
    """Auxiliaries and copula; coordinated infinitives and participles share those of one."""
    own = children(verb, "aux", "aux:pass", "cop")
    if is_finite(verb) or any(map(is_finite, own)):
        return own
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        shared = helpers(verb.head)
        return own + [t for t in shared if is_finite(t)] if own else shared
    return own or helpers_behind(verb)


def helpers_behind(verb: "Token") -> list["Token"]:
    """The auxiliaries of the first conjunct that has any (*gefangen und verhört wurden*)."""
    later = [c for c in verb.below["conj"] if not is_finite(c)]
    found = [children(c, "aux", "aux:pass") for c in later]
    return next((words for words in found if words), [])


def last_helper(verb: "Token", helping: list["Token"]) -> list["Token"]:
    """The auxiliary at the end of a clause, which is finite whatever its form suggests."""
    return [t for t in helping if t.i > verb.i][-1:]


def secondary(verb: "Token") -> list["Token"]:
    """What makes one predicate with the verb: *sich bereit erklären*, *räumen lassen*."""
    if not verb.below["xcomp"]:
        return []
    below = [c for c in verb.below["xcomp"] if not c.below["aux"] and not has_zu(c)]
    return [c for c in below if c.pos_ == "ADJ" or is_participle(c) or is_bare_infinitive(c)]


def is_bare_infinitive(verb: "Token") -> bool:
    """Whether a verb is an infinitive without *zu*."""
    return verb.tag_ == "VVINF" and not has_zu(verb)


def adverbs(verb: "Token", predicate: list["Token"], end: int) -> list["Token"]:
    """The adverbs of a clause that stand before a place, without what is in the predicate.

    One that opens the sentence joins it to the one before (*Dennoch kam …*) and is left out.
    """
    verb_last = verb.dep_ == "acl" or bool(verb.below["mark"])
    start = -1 if verb_last else next((t.i for t in predicate if is_finite(t)), end)
    below = [c for c in verb.below["advmod"] if start < c.i < end]
    below = [c for c in below if c.tag_ in ("ADJD", "ADV", "PAV", "PROAV")]
    return [t for c in below for t in c.subtree if t not in predicate]


def reflexive_pronouns(words: Iterable["Token"]) -> list["Token"]:
    """Those of some words that are the *sich* of their verb."""
    found = [t for t in words if t.tag_ == "PRF" or t.lower_ == "sich"]
    return [t for t in found if is_reflexive_pronoun(t)]


def is_reflexive_pronoun(token: "Token") -> bool:
    """Whether a token is the *sich* of its verb; *mich* and the like can be objects."""
    if token.tag_ != "PRF" and token.lower_ != "sich":
        return False
    return token.lower_ in grammar()["reflexives"] and not token.below["case"]


def negations(verb: "Token") -> list["Token"]:
    """What negates the predicate, or nearly does (*kaum*), with its adverb (*nicht mehr*)."""
    adverbs = verb.below["advmod"]
    if not adverbs:
        return []
    own = [c for c in adverbs if is_negation(c)]
    joined = [(c, c.children) for c in adverbs if c.pos_ == "ADV" and c not in own]
    return own + [t for c, below in joined if any(map(is_negation, below)) for t in (*below, c)]


def is_negation(token: "Token") -> bool:
    """Whether a token is *nicht* or the like."""
    return token.lower_ in negating_words()


@cache
def negating_words() -> frozenset[str]:
    """*nicht* and the like, and words that nearly negate."""
    words = cues()["negation"]
    return frozenset((*words["particles"], *words["near"]))


def has_zu(verb: "Token") -> bool:
    """Whether a verb is an infinitive with *zu*, of the perfect or passive too."""
    if verb.tag_ == "VVIZU" or not verb.children:
        return verb.tag_ == "VVIZU"
    words = [verb, *children(verb, "aux", "aux:pass")]
    return any(c.tag_ == "PTKZU" for w in words for c in w.below["mark"])
