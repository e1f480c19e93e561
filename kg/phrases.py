"""Noun phrases as open facts print them: without clauses, and without half a coordination."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from kg.syntax import children, conjuncts

if TYPE_CHECKING:
    from kg.words import Token

Words = list["Token"]

# Relations below the head of a phrase that are no part of it.
OUTSIDE = frozenset(
    "acl advcl aux aux:pass case cc ccomp conj cop csubj csubj:pass dep discourse expl iobj mark"
    " nsubj nsubj:pass obj parataxis punct vocative xcomp".split()
)
CLAUSES = frozenset("acl advcl ccomp csubj parataxis punct".split())
# Relations below a noun that a copula links to a subject that are of its clause.
OF_CLAUSE = OUTSIDE | {"advmod", "obl"}
BRACKETS = {"(": ")", "[": "]"}
QUOTES = frozenset(('"', "'", "''", "``", "«", "»", "‘", "‚", "“", "”", "„"))
PAIRED = QUOTES.union(BRACKETS, BRACKETS.values())


def phrase(head: "Token") -> Words:
    """A noun phrase with its article and all that hangs on it, without its preposition."""
    return run(head, members(head)) if head.children else closed([head])


def core(head: "Token") -> Words:
    """The noun phrase without the prepositional phrases behind its head."""
    return run(head, members(head, attached(head))) if head.children else closed([head])


def attached(head: "Token") -> list["Token"]:
    """Heads of the prepositional phrases behind the head of a noun phrase."""
    return [c for c in head.below["nmod"] if c.i > head.i and c.below["case"]]


def appositions(head: "Token") -> list["Token"]:
    """Nouns behind a noun that name the same thing, set off by commas or dashes.

    What stands in brackets, an abbreviation mostly, tells nothing new.
    """
    if not head.below["appos"]:
        return []
    nouns = [c for c in head.below["appos"] if c.pos_ in ("NOUN", "PROPN") and c.i > head.i]
    return [c for c in nouns if is_set_off(c) and not is_bracketed(c)]


def is_bracketed(apposition: "Token") -> bool:
    """Whether a bracket opens between a noun and its apposition."""
    between = apposition.doc[apposition.head.i : apposition.i]
    return any(t.text in BRACKETS for t in between)


def members(head: "Token", without: Collection["Token"] = ()) -> set["Token"]:
    """The head and what belongs to its phrase, less some phrases below it."""
    outside = OF_CLAUSE if head.below["cop"] else OUTSIDE
    found = {head}
    for child in head.children:
        if child.dep_ in outside or child in without or is_outside(child):
            continue
        if child.children:
            found.update(dependents(child))
        else:
            found.add(child)
    return found


def dependents(token: "Token") -> Words:
    """A dependent phrase with its preposition and its conjuncts, without clauses."""
    found = [token]
    for child in token.children:
        if child.dep_ not in CLAUSES and not is_outside(child):
            found += dependents(child) if child.children else [child]
    return found


def is_outside(token: "Token") -> bool:
    """Whether a token is no word, or an apposition that could stand alone."""
    return token.is_space or (token.dep_ == "appos" and is_set_off(token))


def is_set_off(apposition: "Token") -> bool:
    """Whether an apposition stands before its noun or behind a comma, dash or bracket."""
    if apposition.i < apposition.head.i:
        return True
    words = [t.i for t in apposition.subtree if not is_punctuation(t) or t == apposition]
    before = apposition.doc[apposition.head.i + 1 : min(words)]
    return any(is_punctuation(t) and t.text not in QUOTES for t in before)


def is_punctuation(token: "Token") -> bool:
    """Whether a token is no word; signs such as % are words."""
    return token.tag_.startswith("$")


def run(head: "Token", inside: set["Token"]) -> Words:
    """The unbroken run of words around the head; punctuation between them does not break it."""
    if len(inside) == 1:
        return closed([head])
    tokens, places = head.doc.tokens, [t.i for t in inside]
    first, last = min(places), max(places)
    if last - first >= len(inside):  # other words stand between these
        first = edge(reversed(tokens[first : head.i]), inside, head).i
        last = edge(tokens[head.i + 1 : last + 1], inside, head).i
    return closed([t for t in tokens[first : last + 1] if not t.is_space])


def edge(tokens: "Iterable[Token]", inside: set["Token"], head: "Token") -> "Token":
    """The last word of the run, going away from the head."""
    found = head
    for token in tokens:
        if token in inside:
            found = token
        elif not is_gap(token, inside):
            break
    return found


def is_gap(token: "Token", inside: set["Token"]) -> bool:
    """Whether a token between two words of a phrase does not part them."""
    if token.text == ",":
        return token.head.dep_ in ("amod", "conj") and token.head in inside
    return token.is_space or is_punctuation(token) or token.dep_ == "punct"


def closed(words: Words) -> Words:
    """The words with the quote that closes behind them, without brackets that lack their pair."""
    marks = [t.text for t in words if t.text in PAIRED]
    if not marks:
        return words
    lone = {b for o, c in BRACKETS.items() if marks.count(o) != marks.count(c) for b in (o, c)}
    following = words[-1].doc[words[-1].i + 1 : words[-1].i + 2]
    opened = sum(mark in QUOTES for mark in marks) % 2 == 1
    words = words + [t for t in following if opened and t.text in QUOTES]
    return [t for t in words if t.text not in lone] or words


def span(words: Words) -> Words:
    """All words from the first to the last."""
    places = [t.i for t in words]
    return [t for t in words[0].doc.tokens[min(places) : max(places) + 1] if not t.is_space]


def by_adjective(noun: "Token", words: Words) -> list[Words]:
    """A phrase once for each of the coordinated adjectives before its noun.

    *die nördlichen und südlichen Provinzen* are *die nördlichen Provinzen* and *die südlichen*.
    """
    for first in noun.below["amod"]:
        if not first.below["conj"]:
            continue
        joined = [t for t in conjuncts(first) if t.i < noun.i]
        adjectives = all(t.pos_ == "ADJ" for t in joined)
        if len(joined) > 1 and adjectives and not follows_comma(first):
            between = {c for t in joined for c in children(t, "cc", "punct")}
            others = {t: {w for o in joined if o != t for w in own_words(o)} for t in joined}
            return [[w for w in words if w not in others[t] | between] for t in joined]
    return [words]


def follows_comma(adjective: "Token") -> bool:
    """Whether an adjective continues a list (*erste, dritte und fünfte Plätze*)."""
    before = adjective.doc[max(adjective.left_edge.i - 1, adjective.sent.start) : adjective.i]
    return any(t.text == "," for t in before)


def own_words(adjective: "Token") -> set["Token"]:
    """An adjective with what belongs to it and to none of its conjuncts."""
    joined = {t for c in adjective.below["conj"] for t in c.subtree}
    return set(adjective.subtree) - joined
