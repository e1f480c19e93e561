"""Link the first part of a compound for a role to the body that the article speaks of.

In an article on the police, the *Polizeisprecherin* is hers; *Parteichef*, *Kongressmitglied*.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.descriptions import owner_of
from kg.gazetteer import Gazetteer
from kg.lexicon import grammar, tails
from kg.nouns import is_plural

if TYPE_CHECKING:
    from kg.reading import Cluster, Reading
    from kg.words import Token


def link_bodies(reading: "Reading", gazetteer: Gazetteer) -> None:
    """Add the bodies of compounds for roles to `reading.parts`, where the article names one."""
    bodies = dict(named_bodies(reading))
    for token in reading.doc:
        if token.tag_ == "NN" and token.i not in reading.parts:
            parts = first_parts(token.text, gazetteer)
            body = next((bodies[p] for p in parts if p in bodies), None)
            if (
                body
                and reading.by_token.get(token.i) is not body
                and may_be_of(reading, token, body)
            ):
                reading.parts[token.i] = body


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


def named_bodies(reading: "Reading") -> Iterator[tuple[str, "Cluster"]]:
    """The nouns in lower case that organisations are called by; the last one of a noun wins."""
    for cluster in reading.clusters:
        for mention in cluster.mentions if cluster.type == "Organization" else ():
            several = mention.detail == "government" and is_plural(reading.doc[mention.head])
            noun = mention.base.lower().rpartition("-")[2]  # *Bachmann-Jury*
            if mention.kind == "nominal" and not several and noun not in grammar()["no_bodies"]:
                yield noun, cluster


def first_parts(noun: str, gazetteer: Gazetteer) -> Iterator[str]:
    """What may stand before the role in a compound, with and without its linking letters."""
    word = noun.lower()
    staff, letters = grammar()["people_of_bodies"], grammar()["linking_letters"]
    for tail in tails(noun):
        if (tail in gazetteer.roles or tail in staff) and tail != word:
            first = word.removesuffix(tail).removesuffix("-")
            yield from (first.removesuffix(e) for e in letters if first.endswith(e))
