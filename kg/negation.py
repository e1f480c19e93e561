"""Find the words that negate a predicate, and turn its stance round."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.lexicon import cues
from kg.stances import Stance, flipped, marked
from kg.syntax import children

if TYPE_CHECKING:
    from kg.words import Doc, Token


def denied(view: Stance, words: list["Token"]) -> Stance:
    """The opposite of a stance, where words negate it; two of them do not cancel each other."""
    if not words:
        return view
    return marked(view, view._replace(polarity=flipped(view.polarity)), words[0].i, "negation")


def negators(token: "Token") -> list["Token"]:
    """The words *nicht*, *nie*, *kein* or *weder* at the predicate or one of its objects.

    *nicht* may hang on an adverb that says since when (*nicht mehr*, *nicht länger*).
    """
    if token.i not in near_negation(token.doc):
        return []
    near = children(token, "advmod", "cc", "det", "mark", "case")
    near += [t for c in near if c.lower_ in cues()["negation"]["ending"] for t in c.children]
    found = [t for t in near if is_negative(t)] + negative_determiners(token)
    for argument in children(token, "obj", "nsubj", "nsubj:pass", "obl", "iobj"):
        found += negative_determiners(argument)
    return found


@lru_cache(maxsize=2)  # one text is read after the other
def near_negation(doc: "Doc") -> frozenset[int]:
    """Words that may negate something with the two words above each; nothing else is negated."""
    words, stems = words_near_negation(), determiner_stems()
    found = [
        t
        for t in doc.tokens
        if t.lower_ in words or (t.dep_ == "det" and t.lower_.startswith(stems))
    ]
    return frozenset(i for t in found for i in (t.i, t.head.i, t.head.head.i))


@cache
def words_near_negation() -> frozenset[str]:
    """All words that may negate something but the forms of *kein*."""
    return negative_words().union(paired_words(), cues()["negation"]["pronouns"])


@cache
def negative_words() -> frozenset[str]:
    """The words that negate what they stand at."""
    negation = cues()["negation"]
    return frozenset((*negation["particles"], *negation["subordinators"], *negation["near"]))


@cache
def paired_words() -> frozenset[str]:
    """The halves of pairs such as *weder … noch*."""
    return frozenset(word for pair in cues()["negation"]["pairs"] for word in pair)


def is_negative(word: "Token") -> bool:
    """Whether a word negates what it stands at."""
    return word.lower_ in negative_words() or is_paired(word)


def is_paired(word: "Token") -> bool:
    """Whether a word is a half of *weder … noch*; the adverb *noch* negates nothing."""
    return word.lower_ in paired_words() and (word.tag_ == "KON" or word.dep_ == "cc")


def negative_determiners(noun: "Token") -> list["Token"]:
    """What makes a noun phrase negative (*keine Soldaten*, *niemand*, *weder X noch Y*)."""
    found = [noun] if noun.lower_ in cues()["negation"]["pronouns"] else []
    if not noun.children:
        return found
    found += filter(is_paired, children(noun, "cc", "advmod"))
    return found + list(filter(is_no, noun.below["det"]))


def is_no(determiner: "Token") -> bool:
    """Whether a determiner is a form of *kein*."""
    return determiner.lower_.startswith(determiner_stems())


@cache
def determiner_stems() -> tuple[str, ...]:
    """What the forms of *kein* begin with."""
    return tuple(cues()["negation"]["determiners"])
