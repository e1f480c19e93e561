"""Find the words that negate a predicate, and turn its stance round."""

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.lexicon import cues
from kg.stances import Stance, flipped, marked
from kg.syntax import children

if TYPE_CHECKING:
    from kg.words import Token


def denied(view: Stance, words: list["Token"]) -> Stance:
    """The opposite of a stance, where words negate it; two of them do not cancel each other."""
    if not words:
        return view
    return marked(view, replace(view, polarity=flipped(view.polarity)), words[0].i, "negation")


def negators(token: "Token") -> list["Token"]:
    """The words *nicht*, *nie*, *kein* or *weder* at the predicate or one of its objects.

    *nicht* may hang on an adverb that says since when (*nicht mehr*, *nicht länger*).
    """
    near = children(token, "advmod", "cc", "det", "mark", "case")
    near += [t for c in near if c.lower_ in cues()["negation"]["ending"] for t in c.children]
    found = [t for t in near if is_negative(t)] + negative_determiners(token)
    for argument in children(token, "obj", "nsubj", "nsubj:pass", "obl", "iobj"):
        found += negative_determiners(argument)
    return found


@cache
def negative_words() -> frozenset[str]:
    """The words that negate what they stand at."""
    negation = cues()["negation"]
    return frozenset((*negation["particles"], *negation["subordinators"], *negation["near"]))


@cache
def paired_words() -> frozenset[str]:
    """The halves of pairs such as *weder … noch*."""
    return frozenset(word for pair in cues()["negation"]["pairs"] for word in pair)


@cache
def negative_beginnings() -> tuple[str, ...]:
    """The first letters of determiners that negate their noun."""
    return tuple(cues()["negation"]["determiners"])


def is_negative(word: "Token") -> bool:
    """Whether a word negates what it stands at."""
    return word.lower_ in negative_words() or is_paired(word)


def is_paired(word: "Token") -> bool:
    """Whether a word is a half of *weder … noch*; the adverb *noch* negates nothing."""
    return word.lower_ in paired_words() and (word.tag_ == "KON" or word.dep_ == "cc")


def negative_determiners(noun: "Token") -> list["Token"]:
    """What makes a noun phrase negative (*keine Soldaten*, *niemand*, *weder X noch Y*)."""
    found = [noun] if noun.lower_ in cues()["negation"]["pronouns"] else []
    if noun.children:
        found += filter(is_paired, children(noun, "cc", "advmod"))
        beginnings = negative_beginnings()
        found += [c for c in noun.below["det"] if c.lower_.startswith(beginnings)]
    return found
