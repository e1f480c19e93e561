"""Find the state or body that a noun with a possessive means: *sein Land*, *ihre Partei*.

These wait until pronouns are resolved: *sein Land* is the state in which he holds his office, *ihre
Partei* the one that she is said to be of. *Das Nachbarland* is the other one of two states.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from kg.clusters import Cluster, Reading, merge
from kg.countries import is_bare, states_in
from kg.descriptions import earliest
from kg.jurisdictions import implied_state, is_state, main_state
from kg.lexicon import grammar
from kg.mentions import Found
from kg.nouns import is_plural
from kg.structure import owners
from kg.syntax import SUBJECTS, children

if TYPE_CHECKING:
    from kg.words import Token

LEAD = 0.5  # share of all mentions of states that the one meant has to have


def join_homelands(reading: Reading) -> None:
    """Join nouns for somebody's state, party or firm to the one that the article names."""
    for cluster in [c for c in reading.clusters if not c.named and len(c.mentions) == 1]:
        mention = cluster.mentions[0]
        token = reading.doc[mention.head]
        meant = meant_by(reading, mention, token)
        if meant and meant is not cluster and not is_plural(token):
            merge(reading, cluster, meant, f"{mention.text}: of the one spoken of")


def meant_by(reading: Reading, mention: Found, token: "Token") -> Cluster | None:
    """The entity that a noun with a possessive, or *das Nachbarland*, means."""
    noun, words = mention.base.lower(), grammar()["homelands"]
    if noun in words["neighbours"]:
        return other_state(reading, token) if is_bare(token) else None
    owner = next((o for o in possessors(reading, token)), None)
    if owner is None or children(token, "appos", "flat"):
        return None
    if noun in words["states"] or mention.detail == "government":
        sure = noun in words["native"]
        return owner if is_state(owner) else state_of(reading, owner, sure=sure)
    kind = next((k for k in words["bodies"] if noun in grammar()["kinds"][k]["nouns"]), "")
    return body_of(reading, owner, grammar()["kinds"][kind]) if kind else None


def possessors(reading: Reading, token: "Token") -> Iterator[Cluster]:
    """Whom the possessive pronouns of a noun stand for."""
    for child in token.children:
        if child.tag_ == "PPOSAT" and child.i in reading.by_token:
            yield reading.by_token[child.i]


def state_of(reading: Reading, person: Cluster, *, sure: bool) -> Cluster | None:
    """The state in which a person holds an office or whose national he is.

    Args:
        reading: The entities of the article.
        person: Whose state is meant.
        sure: Whether the state that the article is about will not do (*sein Heimatland*).
    """
    if person.type not in ("Group", "Person"):
        return None
    nationals = {m.known.key for m in person.mentions if m.known and m.kind == "national"}
    own = [c for c in reading.clusters if c.key in nationals and is_state(c)]
    own += [o for o in owners_of(reading, person) if is_state(o)]
    if own or sure:
        return own[0] if own else None
    implied = (implied_state(reading, person, m) for m in person.mentions if m.kind == "nominal")
    found = next(filter(None, implied), None)
    return found or (main_state(reading, LEAD) if person.named else None)


def owners_of(reading: Reading, person: Cluster) -> Iterator[Cluster]:
    """The states and bodies that the nouns for a person are attributed to."""
    for mention in person.mentions:
        if mention.kind == "nominal":
            yield from (owner for owner, _ in owners(reading, reading.doc[mention.head]))
        if mention.kind == "name" and mention.end + 1 < len(reading.doc):
            bracketed = reading.doc[mention.end].text == "("
            body = reading.by_token.get(mention.end + 1)
            yield from [body] if bracketed and body else []


def body_of(reading: Reading, person: Cluster, kind: dict[str, Any]) -> Cluster | None:
    """The only named body that a person is said to be of."""
    found = {id(o): o for o in owners_of(reading, person) if o.named and o.type == kind["type"]}
    return next(iter(found.values())) if len(found) == 1 else None


def other_state(reading: Reading, token: "Token") -> Cluster | None:
    """Of the only two states nearby the one that the last sentence about them is not about."""
    near = states_in(reading, range(earliest(reading.doc, token), token.i))
    if len(near) != 2:
        return None
    topics = [i for i in range(token.i) if reading.doc[i].dep_ in SUBJECTS]
    about = last_state(reading, reversed(topics), near)
    return next((c for c in near.values() if about and c is not about), None)


def last_state(reading: Reading, tokens: Iterable[int], near: dict[int, Cluster]) -> Cluster | None:
    """The first of some tokens' entities that is one of some states."""
    found = (reading.by_token.get(i) for i in tokens)
    return next((c for c in found if c and id(c) in near), None)
