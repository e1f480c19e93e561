"""Tell what a noun right before a name or title says that it is: *die Raumfähre Discovery*.

Pipelines take the names of ships, films and storms for anything; the noun knows better.
"""

from typing import TYPE_CHECKING

from kg.mentions import Found
from kg.quotes import OPENING
from kg.syntax import children, preposition

if TYPE_CHECKING:
    from kg.reading import Cluster, Reading
    from kg.words import Token

THINGS = ("Event", "Product")
JOINED = ("appos", "flat", "nmod")


def is_named_thing(cluster: "Cluster", mention: Found, token: "Token", i: int) -> bool:
    """Whether the name at a token is that of the thing or event that a noun before it means.

    Args:
        cluster: What the name stands for so far.
        mention: The noun's mention.
        token: The noun.
        i: Index of the first or head token of the name.
    """
    if mention.type not in THINGS or cluster.known or not cluster.named:
        return False
    first = next((m.first for m in cluster.mentions if m.first <= i < m.end), i)
    quoted = first == token.i + 2 and token.doc[token.i + 1].text in OPENING
    if not quoted and (first != token.i + 1 or cluster.type != "Other"):
        return False
    return is_nominative(token.doc[i], token, quoted=quoted)


def is_nominative(name: "Token", noun: "Token", *, quoted: bool) -> bool:
    """Whether a name hangs on a noun as its apposition, not as its genitive or phrase."""
    if name.head != noun or name.dep_ not in JOINED or preposition(name):
        return quoted and name.head != noun
    return quoted or not (name.below["det"] or name.text.endswith(("s", "’", "'")))


def genitive_names(reading: "Reading", noun: "Token") -> "list[Token]":
    """Names behind a noun that the parse takes for its apposition but that say whose it is.

    *Die Anhänger Bembas* are those of somebody who is called *Bemba* elsewhere.
    """
    if not (noun.below["appos"] or noun.below["flat"]):
        return []
    names = children(noun, "appos", "flat")
    return [t for t in names if t.i > noun.i and is_genitive_of(reading.by_token.get(t.i), t)]


def is_genitive_of(cluster: "Cluster | None", name: "Token") -> bool:
    """Whether a name is one of a thing that is called the same without *-s* elsewhere."""
    if cluster is None or not cluster.named:
        return False
    here = next((m for m in cluster.mentions if m.first <= name.i < m.end), None)
    text = here.text if here else name.text
    if not text.endswith("s"):
        return False
    plain = text.split()[-1].removesuffix("s")
    return any(m.text.split()[-1] == plain for m in cluster.mentions)
