"""Find the thing that a common noun speaks of again: by the same noun or a part of it.

*Die Behörde Enac … die Behörde*, *das Berufungsgericht … das Gericht*.
"""

from typing import TYPE_CHECKING

from kg.countries import is_bare
from kg.descriptions import owner_of, set_apart
from kg.gazetteer import STATE
from kg.kinds import FARTHEST, before, ends_in, is_taken_up
from kg.lexicon import grammar, tails
from kg.mentions import Found
from kg.nouns import is_plural
from kg.synonyms import same_noun, takes_up
from kg.syntax import children

if TYPE_CHECKING:
    from kg.reading import Cluster, Reading
    from kg.words import Token

FORCES = ("Group", "Organization")
NEAR = 3  # sentences back to what a synonym takes up


def earlier(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """An unnamed thing that was called by the same noun before, if nothing sets them apart."""
    owner = owner_of(reading, token)
    if is_indefinite(token) and not (owner and may_recur(mention)):
        return None
    for cluster in reversed(reading.clusters):
        if (
            cluster.named
            or not same_noun(cluster.mentions[0].base, mention.base)
            or cluster.type != mention.type
            or any(set_apart(token, reading.doc[m.head]) for m in cluster.mentions)
            or (is_another(token) and not is_another(reading.doc[cluster.mentions[-1].head]))
        ):
            continue
        owners = {id(o) for m in cluster.mentions if (o := owner_of(reading, reading.doc[m.head]))}
        new = is_indefinite(token)
        if (not new and (owner is None or not owners)) or id(owner) in owners:
            return cluster
    return None


def is_another(token: "Token") -> bool:
    """Whether an adjective tells a thing from the one spoken of (*die vorherige Wahl*)."""
    stems = tuple(grammar()["of_another"])
    return any(c.lower_.startswith(stems) for c in children(token, "amod", "det"))


def may_recur(mention: Found) -> bool:
    """Whether it matters little which of somebody's people is meant (*ein Sprecher der Bank*)."""
    return mention.type == "Group" or mention.base.lower() in grammar()["interchangeable"]


def is_indefinite(token: "Token") -> bool:
    """Whether a noun has an indefinite article or numeral, which brings in something new."""
    words = [c.lower_ for c in children(token, "det", "nummod", "amod")]
    return any(w in grammar()["indefinite_articles"] or w.isdigit() for w in words)


def same_force(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The forces of a state that were spoken of by another noun (*US-Armee … US-Truppen*)."""
    owner = owner_of(reading, token)
    if not is_force(mention) or owner is None or not owner.known:
        return None
    for cluster in reading.clusters:
        first = cluster.mentions[0]
        same = not cluster.named and is_force(first) and cluster.type == mention.type
        if same and owner_of(reading, reading.doc[first.head]) is owner:
            return cluster
    return None


def is_force(mention: Found) -> bool:
    """Whether a noun means the armed forces of somebody as a whole or some of them."""
    forces = grammar()["forces"]
    return mention.type in FORCES and any(part in forces for part in tails(mention.base))


def named_by(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The named thing that the noun was used for before (*die Behörde Enac … die Behörde*)."""
    if mention.type in ("Person", "Group") or not is_taken_up(token) or is_plural(token):
        return None
    owner = owner_of(reading, token)
    for cluster in before(reading, token, FARTHEST):
        nouns = [m for m in cluster.mentions if m.kind == "nominal" and m.head < token.i]
        called = [m for m in nouns if ends_in(m.base, mention.base)]
        owners = [None, cluster, *(owner_of(reading, reading.doc[m.head]) for m in called)]
        same = cluster.named and bool(called) and cluster.type == mention.type
        state = cluster.known and cluster.known.kind == STATE
        if same and not state and any(owner is o for o in owners):
            return cluster
    return None


def shortened(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The unnamed thing that a compound with the noun was used for (*Berufungsgericht*)."""
    if not is_taken_up(token) or not is_bare(token) or is_plural(token):
        return None
    for cluster in before(reading, token, FARTHEST):
        first = cluster.mentions[0]
        longer = first.base.lower() != mention.base.lower() and ends_in(first.base, mention.base)
        # *Das Gebiet* is seldom the *Staatsgebiet* spoken of.
        same = cluster.type == mention.type != "Place"
        alone = not is_plural(reading.doc[first.head]) and same
        if not cluster.named and longer and alone:
            return cluster
    return None


def synonymous(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The unnamed thing nearby that another noun for it named (*ein Flugzeug … die Maschine*)."""
    plural = is_plural(token)
    known = is_taken_up(token) or (plural and is_whole(token))
    if not known or not is_bare(token) or owner_of(reading, token):
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
