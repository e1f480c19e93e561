"""Write the way from word to word through a dependency tree: *Baku ←nsubj– griff –obj→ Goris*."""

from collections.abc import Iterable, Mapping
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from kg.syntax import particle, preposition

if TYPE_CHECKING:
    from kg.words import Doc, Token

GAP = " ⋯ "  # between words of two sentences


def dependency_path(doc: "Doc", stops: Iterable[int], names: Mapping[int, str]) -> str:
    """The words on the way through all stops, with the relations between them.

    Args:
        doc: A parsed text.
        stops: Indices of the words to pass, in order.
        names: Index of the head of a name → the whole name, to stand for it.

    Returns:
        Words and arrows, each arrow from a head to its dependent; `⋯` leads to another sentence.
    """
    tokens = [doc.tokens[i] for i, _ in groupby(stops)]
    legs = (leg(one, other, names) for one, other in pairwise(tokens))
    return "".join([written(tokens[0], names), *legs])


def leg(one: "Token", other: "Token", names: Mapping[int, str]) -> str:
    """The way from one word to another, the first word left out."""
    above, below = line_of(one), line_of(other)
    top = next((token for token in above if token in below), None)
    if top is None:
        return GAP + written(other, names)
    up = above[: above.index(top)]
    down = reversed(below[: below.index(top)])
    rising = "".join(f" ←{label(token)}– {written(token.head, names)}" for token in up)
    return rising + "".join(f" –{label(token)}→ {written(token, names)}" for token in down)


def line_of(token: "Token") -> list["Token"]:
    """A word and all above it."""
    found = [token]
    while token.head is not token:
        token = token.head
        found.append(token)
    return found


def written(token: "Token", names: Mapping[int, str]) -> str:
    """A word as it is printed: the whole name, or a verb with its separated prefix."""
    return names.get(token.i) or with_particle(token)


def with_particle(verb: "Token") -> str:
    """A word, with the prefix of a separable verb behind it (*rief … auf*)."""
    prefix = particle(verb)
    return f"{verb.text} … {prefix}" if prefix else verb.text


def label(token: "Token") -> str:
    """A relation, with the preposition of the phrase as enhanced dependencies have it."""
    word = preposition(token)
    return f"{token.dep_}:{word}" if word else token.dep_
