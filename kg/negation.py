"""Find the words that negate a predicate, and turn its stance round."""

from dataclasses import replace
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
    arguments = [token, *children(token, "obj", "nsubj", "nsubj:pass", "obl", "iobj")]
    return [t for t in near if is_negative(t)] + [
        word for argument in arguments for word in negative_determiners(argument)
    ]


def is_negative(word: "Token") -> bool:
    """Whether a word negates what it stands at."""
    negation = cues()["negation"]
    listed = (*negation["particles"], *negation["subordinators"], *negation["near"])
    return word.lower_ in listed or is_paired(word)


def is_paired(word: "Token") -> bool:
    """Whether a word is a half of *weder … noch*; the adverb *noch* negates nothing."""
    paired = any(word.lower_ in pair for pair in cues()["negation"]["pairs"])
    return paired and (word.tag_ == "KON" or word.dep_ == "cc")


def negative_determiners(noun: "Token") -> list["Token"]:
    """What makes a noun phrase negative (*keine Soldaten*, *niemand*, *weder X noch Y*)."""
    negation, determiners = cues()["negation"], noun.below["det"]
    found = [noun] if noun.lower_ in negation["pronouns"] else []
    found += filter(is_paired, children(noun, "cc", "advmod"))
    return found + [c for c in determiners if c.lower_.startswith(tuple(negation["determiners"]))]
