"""Find the thing that a common noun speaks of again: by the same noun or a part of it.

*Die Behörde Enac … die Behörde*, *das Berufungsgericht … das Gericht*.
"""

from functools import cache
from typing import TYPE_CHECKING

from kg.countries import is_bare
from kg.descriptions import owner_of, set_apart
from kg.kinds import FARTHEST, before, ends_in, is_state, is_taken_up
from kg.lexicon import grammar, tails
from kg.mentions import Found
from kg.nouns import is_plural
from kg.synonyms import meanings, taken_up_by, takes_up
from kg.syntax import children

if TYPE_CHECKING:
    from kg.reading import Cluster, Reading
    from kg.words import Token

FORCES = ("Group", "Organization")
COUNTING = ("amod", "det", "nummod")
NEAR = 3  # sentences back to what a synonym takes up


def earlier(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """An unnamed thing that was called by the same noun before, if nothing sets them apart."""
    new = is_indefinite(token)
    if new and not may_recur(mention):
        return None
    alike = called_alike(reading, mention)
    owner = owner_of(reading, token) if alike else None
    for cluster in alike:
        if is_told_apart(reading, cluster, token):
            continue
        if owner is None and not new:
            return cluster
        owners = {id(o) for m in cluster.mentions if (o := owner_of(reading, reading.doc[m.head]))}
        if (not new and not owners) or id(owner) in owners:
            return cluster
    return None


def called_alike(reading: "Reading", mention: Found) -> "list[Cluster]":
    """The unnamed things of a class that were first called by the same noun, the last one first."""
    own = meanings(mention.base)
    unnamed = (c for c in reversed(reading.clusters) if not c.named)
    alike = (c for c in unnamed if not own.isdisjoint(meanings(c.mentions[0].base)))
    return [c for c in alike if c.type == mention.type]


def is_told_apart(reading: "Reading", cluster: "Cluster", token: "Token") -> bool:
    """Whether attributes of a noun tell it from an unnamed thing called by the same noun."""
    nouns = [reading.doc[m.head] for m in cluster.mentions]
    return any(set_apart(token, noun) for noun in nouns) or (
        is_another(token) and not is_another(nouns[-1])
    )


def is_another(token: "Token") -> bool:
    """Whether an adjective tells a thing from the one spoken of (*die vorherige Wahl*)."""
    attributes = token.children and children(token, "amod", "det")
    return any(c.lower_.startswith(stems_of_another()) for c in attributes)


@cache
def stems_of_another() -> tuple[str, ...]:
    """Stems of the adjectives that tell a thing from the one spoken of."""
    return tuple(grammar()["of_another"])


def may_recur(mention: Found) -> bool:
    """Whether it matters little which of somebody's people is meant (*ein Sprecher der Bank*)."""
    return mention.type == "Group" or mention.base.lower() in grammar()["interchangeable"]


def is_indefinite(token: "Token") -> bool:
    """Whether a noun has an indefinite article or numeral, which brings in something new."""
    articles = indefinite_articles()
    for child in token.children:
        if child.dep_ in COUNTING and (child.lower_ in articles or child.lower_.isdigit()):
            return True
    return False


@cache
def indefinite_articles() -> frozenset[str]:
    """Indefinite articles, numerals and words like them, in lower case."""
    return frozenset(grammar()["indefinite_articles"])


def same_force(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The forces of a state that were spoken of by another noun (*US-Armee … US-Truppen*)."""
    owner = owner_of(reading, token) if is_force(mention) else None
    if owner is None or not owner.known:
        return None
    for cluster in reading.clusters:
        first = cluster.mentions[0]
        same = not cluster.named and is_force(first) and cluster.type == mention.type
        if same and owner_of(reading, reading.doc[first.head]) is owner:
            return cluster
    return None


def is_force(mention: Found) -> bool:
    """Whether a noun means the armed forces of somebody as a whole or some of them."""
    return mention.type in FORCES and not forces().isdisjoint(tails(mention.base))


@cache
def forces() -> frozenset[str]:
    """The nouns in lower case for armed forces."""
    return frozenset(grammar()["forces"])


def named_by(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The named thing that a noun taken up was used for (*die Behörde Enac … die Behörde*)."""
    if mention.type in ("Person", "Group"):
        return None
    named = [c for c in reading.clusters if c.named and c.type == mention.type and not is_state(c)]
    called = {id(c): nouns for c in named if (nouns := nouns_for(c, mention, token))}
    if not called or is_plural(token):
        return None
    owner = owner_of(reading, token)
    for cluster in before(reading, token, FARTHEST):
        nouns = called.get(id(cluster), [])
        owners = [None, cluster, *(owner_of(reading, reading.doc[m.head]) for m in nouns)]
        if nouns and any(owner is o for o in owners):
            return cluster
    return None


def nouns_for(cluster: "Cluster", mention: Found, token: "Token") -> list[Found]:
    """The mentions of a thing before a token by a noun or a compound of it."""
    nouns = [m for m in cluster.mentions if m.kind == "nominal" and m.head < token.i]
    return [m for m in nouns if ends_in(m.base, mention.base)]


def shortened(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The unnamed thing that a compound of a noun taken up was used for (*Berufungsgericht*)."""
    # *Das Gebiet* is seldom the *Staatsgebiet* spoken of.
    if mention.type == "Place":
        return None
    longer = longer_nouns(reading, mention.base.lower())
    if not longer or not is_bare(token) or is_plural(token):
        return None
    for cluster in before(reading, token, FARTHEST):
        same = id(cluster) in longer and cluster.type == mention.type
        if same and not is_plural(reading.doc[cluster.mentions[0].head]):
            return cluster
    return None


def longer_nouns(reading: "Reading", noun: str) -> set[int]:
    """The unnamed things that were first called by a compound of a noun, by `id()`."""
    unnamed = ((c, c.mentions[0].base) for c in reading.clusters if not c.named)
    ending = [(c, base) for c, base in unnamed if base.lower().endswith(noun)]
    return {id(c) for c, base in ending if noun in tails(base)[1:]}


def synonymous(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The unnamed thing nearby that another noun for it named (*ein Flugzeug … die Maschine*)."""
    if not taken_up_by(mention.base) or not is_bare(token) or owner_of(reading, token):
        return None
    plural = is_plural(token)
    if not (is_taken_up(token) or (plural and is_whole(token))):
        return None
    for cluster in before(reading, token, NEAR):
        first = cluster.mentions[0]
        same = cluster.type == mention.type and is_plural(reading.doc[first.head]) == plural
        if not cluster.named and same and takes_up(mention.base, first.base):
            return cluster
    return None


def is_whole(token: "Token") -> bool:
    """Whether a noun in the plural means all of those spoken of (*alle Insassen*)."""
    return any(c.lower_ in grammar()["totality"] for c in children(token, "det", "amod"))
