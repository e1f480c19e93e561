"""Link the first part of a compound for a role to the body that the article speaks of.

In an article on the police, the *Polizeisprecherin* is hers; *Parteichef*, *Kongressmitglied*.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.descriptions import owner_of
from kg.gazetteer import Gazetteer
from kg.lexicon import REMEMBERED, grammar, tails
from kg.nouns import is_plural

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.clusters import Cluster, Reading
    from kg.words import Token


def link_bodies(reading: "Reading", gazetteer: Gazetteer) -> None:
    """Add the bodies of compounds for roles to `reading.parts`.

    The body is the one that the article called by the noun last, or first where none was before.
    """
    bodies = named_bodies(reading)
    for token in reading.doc.tokens if bodies else ():
        firsts = first_parts(token.text, gazetteer) if token.tag_ == "NN" else ()
        called = next((bodies[p] for p in firsts if p in bodies), None) if firsts else None
        if not called or token.i in reading.parts:
            continue
        body = nearest(called, token.i)
        own = reading.by_token.get(token.i) is body
        if not own and may_be_of(reading, token, body):
            reading.parts[token.i] = body


def nearest(bodies: "Mapping[int, Cluster]", i: int) -> "Cluster":
    """Of bodies by where they are mentioned the last one before a token, else the first one."""
    before = [place for place in bodies if place < i]
    return bodies[max(before) if before else min(bodies)]


def may_be_of(reading: "Reading", role: "Token", body: "Cluster") -> bool:
    """Whether nothing says that a role belongs to another body, or to another state than the body.

    *Der Vorstandsvorsitzende der Bank* is hers, and no *israelischer Armeesprecher* is the one of
    the Lebanese army.
    """
    if any(t.tag_ == "PPOSAT" for t in role.children):
        return False
    owner = owner_of(reading, role)
    if owner is None or owner is body:
        return True
    others = [o for m in body.mentions if (o := owner_of(reading, reading.doc[m.head]))]
    return owner.type != "Organization" and (not others or any(o is owner for o in others))


def named_bodies(reading: "Reading") -> "dict[str, dict[int, Cluster]]":
    """The nouns in lower case that organisations are called by → where → the organisation."""
    found: dict[str, dict[int, Cluster]] = {}
    for cluster in (c for c in reading.clusters if c.type == "Organization"):
        for mention in (m for m in cluster.mentions if m.kind == "nominal"):
            several = mention.detail == "government" and is_plural(reading.doc[mention.head])
            noun = mention.base.lower().rpartition("-")[2]  # *Bachmann-Jury*
            if not several and noun not in grammar()["no_bodies"]:
                found.setdefault(noun, {})[mention.head] = cluster
    return found


@lru_cache(maxsize=REMEMBERED)
def first_parts(noun: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """What may stand before the role in a compound, with and without its linking letters."""
    staff, letters = grammar()["people_of_bodies"], grammar()["linking_letters"]
    word, *rest = tails(noun)
    roles = (tail for tail in rest if tail in gazetteer.roles or tail in staff)
    firsts = (word.removesuffix(role).removesuffix("-") for role in roles)
    return tuple(f.removesuffix(e) for f in firsts for e in letters if f.endswith(e))
