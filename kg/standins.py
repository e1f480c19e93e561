"""Whom an object stands for that is no entity itself.

*Stellungen der Rebellen* are attacked as the rebels, who buys *20 Prozent der Anteile an X* owns a
part of X, who flees *in den Norden Syriens* is in Syria, and *der Rücktritt des Parteichefs* is one
from the party.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from kg.drafts import End, end_for
from kg.inflection import noun_forms
from kg.lexicon import Frame, grammar, tails
from kg.model import Argument
from kg.reading import Cluster, Reading
from kg.structure import owners
from kg.syntax import children, preposition

if TYPE_CHECKING:
    from kg.words import Token


def standins(reading: Reading, frame: Frame, arguments: Iterable[Argument]) -> list[End]:
    """The entities that stand behind the objects of a frame.

    Args:
        reading: The entities of the article.
        frame: The frame, which says by what nouns its relation reaches them.
        arguments: What stands in its object places, none of it an entity of the right type.
    """
    if frame.relation not in grammar()["standins"]:
        return []
    tokens = reading.doc.tokens
    found = [e for a in arguments for e in behind(reading, frame.relation, tokens[a.token])]
    types = frame.object_types
    return [e for e in found if e.cluster and (not types or e.cluster.type in types)]


def behind(reading: Reading, relation: str, noun: "Token") -> list[End]:
    """Whose or where a thing is, through nested nouns (*20 Prozent der Anteile an X*)."""
    if nouns_for_others(relation).isdisjoint(tails(noun.lemma_)):
        return []
    for word, cluster in [*attributes(reading, noun), *attached(reading, relation, noun)]:
        return [end_for(cluster, word)]
    inner = [c for c in noun.below["nmod"] if c.i not in reading.by_token]
    return [e for c in inner for e in behind(reading, relation, c)][:1]


@cache
def nouns_for_others(relation: str) -> frozenset[str]:
    """Every form in lower case of the nouns by which a relation reaches whoever stands behind.

    The lemma of a compound with a name may be a plural.
    """
    nouns = grammar()["standins"][relation]["nouns"]
    return frozenset(form.lower() for n in nouns for form in noun_forms(n.capitalize())) | {*nouns}


def attributes(reading: Reading, noun: "Token") -> Iterator[tuple["Token", Cluster]]:
    """Owners by compound or adjective of origin (*die VW-Anteile*, *israelische Stellungen*)."""
    if noun.i in reading.parts:
        yield noun, reading.parts[noun.i]
    for adjective in noun.below["amod"]:
        if adjective.i in reading.adjectives:
            yield adjective, reading.adjectives[adjective.i]


def attached(reading: Reading, relation: str, noun: "Token") -> Iterator[tuple["Token", Cluster]]:
    """Owners and places in a phrase of the noun, owners first."""
    phrases = [c for c in children(noun, "nmod", "obl") if c.i in reading.by_token]
    for wanted in grammar()["standins"][relation]["prepositions"] if phrases else ():
        for phrase in phrases:
            if preposition(phrase) == wanted:
                yield phrase, reading.by_token[phrase.i]


def leaves_office(reading: Reading, arguments: Iterable[Argument], places: Iterable[str]) -> bool:
    """Whether what somebody leaves is the office itself (*gab sein Amt auf*)."""
    left = (reading.doc[a.token] for a in arguments if a.place in places)
    return any(part in grammar()["office_nouns"] for noun in left for part in tails(noun.lemma_))


def former_body(reading: Reading, arguments: Iterable[Argument], subject: End) -> End | None:
    """The body that somebody leaves with an office: named with it, or where they held it.

    *Sie trat als Chefin der Bank zurück*, *der Rücktritt des Parteichefs*, *Bankchefin Ada Alm ist
    zurückgetreten*.
    """
    held = [reading.doc[a.token] for a in arguments]
    roles = [reading.doc[a.token] for a in arguments if a.place == "als"]
    roles += [t for noun in held for t in noun.below["nmod"] if preposition(t) in ("", "als")]
    for noun in held:
        body = reading.parts.get(noun.i)  # *legte ihr Bundestagsmandat nieder*
        if body is not None and any(t in grammar()["office_nouns"] for t in tails(noun.lemma_)):
            return end_for(body, noun)
    for role in [*roles, reading.doc[subject.token], *offices(reading, subject.cluster)]:
        for owner, word in owners(reading, role):
            if owner is not subject.cluster and owner.type in ("Organization", "Place"):
                return end_for(owner, word)
    return None


def offices(reading: Reading, cluster: Cluster | None) -> list["Token"]:
    """The nouns of office that somebody is called by in the article."""
    kinds = grammar()["structure"]["offices"]
    mentions = cluster.mentions if cluster and cluster.type == "Person" else []
    return [reading.doc[m.head] for m in mentions if m.detail in kinds]
