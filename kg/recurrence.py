"""Find the thing that a common noun speaks of again: by the same noun, a part of it, or its kind.

*Die Behörde Enac … die Behörde*, *das Berufungsgericht … das Gericht*, *Porsche … das Unternehmen*.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kg.countries import is_bare, is_definite
from kg.descriptions import earliest, owner_of, set_apart
from kg.gazetteer import STATE
from kg.genders import noun_genders, person_genders
from kg.lexicon import grammar, tails
from kg.mentions import Found
from kg.nouns import is_plural
from kg.syntax import children

if TYPE_CHECKING:
    from kg.reading import Cluster, Reading
    from kg.words import Token

AGE = re.compile("([0-9]+)(?:-?[Jj]ährig| Jahre)")
FORCES = ("Group", "Organization")
FARTHEST = 8  # sentences back to the thing that a noun was used for


def earlier(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """An unnamed thing that was called by the same noun before, if nothing sets them apart."""
    owner = owner_of(reading, token)
    if is_indefinite(token) and not (owner and mention.type == "Group"):
        return None
    for cluster in reversed(reading.clusters):
        if (
            cluster.named
            or cluster.mentions[0].base != mention.base
            or cluster.type != mention.type
            or any(set_apart(token, reading.doc[m.head]) for m in cluster.mentions)
        ):
            continue
        owners = {id(o) for m in cluster.mentions if (o := owner_of(reading, reading.doc[m.head]))}
        new = is_indefinite(token)
        if (not new and (owner is None or not owners)) or id(owner) in owners:
            return cluster
    return None


def is_indefinite(token: "Token") -> bool:
    """Whether a noun has an indefinite article or numeral, which brings in something new."""
    words = [c.lower_ for c in children(token, "det", "nummod")]
    return any(w in grammar()["indefinite_articles"] or w.isdigit() for w in words)


def same_force(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The forces of a state that were spoken of by another noun (*US-Armee … US-Truppen*)."""
    owner = owner_of(reading, token)
    if not is_force(mention) or owner is None or not owner.known or owner.known.kind != STATE:
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


def of_kind(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The only named thing nearby that a noun for its kind can mean (*Porsche … der Konzern*)."""
    kind = kind_meant(mention, token)
    if not kind:
        return None
    rule = grammar()["kinds"][kind]
    near = [c for c in before(reading, token, rule["sentences"]) if c.named and fits(c, rule)]
    return near[0] if len(near) == 1 else None


def person_meant(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The only person nearby whom a noun for a mere man or woman can mean."""
    noun = mention.base.lower().rpartition("-")[2]
    mere = mention.type == "Person" and noun in grammar()["mere_persons"]
    if not mere or not is_taken_up(token) or not is_bare(token) or is_plural(token):
        return None
    sex = grammar()["mere_persons"][noun]
    genders, people = {sex} if sex else noun_genders(token, noun), list(before(reading, token, 2))
    people = [c for c in people if c.type == "Person" and may_have_age(c, token)]
    fitting = [c for c in people if genders & person_genders(token.doc, c)]
    return fitting[0] if len(fitting) == 1 else None


def may_have_age(cluster: "Cluster", token: "Token") -> bool:
    """Whether a person has the age that a noun tells (*der 45-Jährige*), or no age is told."""
    ages = {age for m in cluster.mentions for age in AGE.findall(m.text)}
    told = set(AGE.findall(token.text))
    return not told or not ages or bool(told & ages)


def kind_meant(mention: Found, token: "Token") -> str:
    """The kind in the grammar that a bare definite noun speaks of, "" if none."""
    if not is_taken_up(token) or not is_bare(token) or is_plural(token):
        return ""
    kinds, noun = grammar()["kinds"], mention.base.lower()
    return next((k for k, rule in kinds.items() if noun in rule["nouns"]), "")


def fits(cluster: "Cluster", rule: dict[str, Any]) -> bool:
    """Whether a named thing may be of a kind, by its class and by what else it is called."""
    if cluster.type != rule["type"] or (cluster.known and cluster.known.kind in (STATE, "region")):
        return False
    return all(m.detail in rule["details"] for m in cluster.mentions if m.kind == "nominal")


def before(reading: "Reading", token: "Token", sentences: int) -> "Iterator[Cluster]":
    """What the words before a token in its sentence and some before it stand for, last first."""
    first = earliest(reading.doc, token, sentences)
    words = range(token.i - 1, first - 1, -1)
    found = {id(c): c for i in words if (c := reading.by_token.get(i))}
    return iter(found.values())


def is_taken_up(token: "Token") -> bool:
    """Whether an article or demonstrative says that something known is meant."""
    shown = any(c.lower_ in grammar()["demonstratives"] for c in children(token, "det"))
    return shown or is_definite(token)


def ends_in(noun: str, part: str) -> bool:
    """Whether a noun is another one or a compound of it."""
    return part.lower() in (noun.lower(), *tails(noun))
