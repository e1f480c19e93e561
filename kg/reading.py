"""Decide which mentions of one article are the same thing.

The order is that of a multi-pass sieve (Lee et al. 2013, "Deterministic coreference resolution
based on entity-centric, precision-ranked rules"): known names, equal names, parts of names,
abbreviations, appositions, governments, common nouns; pronouns come last.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.apposition import names_beside
from kg.bodies import link_bodies
from kg.clusters import Cluster, Reading, cluster_of, merge, note
from kg.coordination import coordinated
from kg.countries import described_place
from kg.descriptions import described, owner_of
from kg.gazetteer import STATE, Gazetteer, inflection_key
from kg.kinds import is_taken_up, named_in, of_kind
from kg.lexicon import Lexicon, grammar, tails
from kg.mentions import Found, find_mentions
from kg.mere_persons import group_meant, person_meant
from kg.metonymy import meant_government
from kg.name_forms import base_name
from kg.naming import is_named_thing
from kg.party_people import party_of
from kg.predication import predicated
from kg.quotes import OPENING
from kg.recurrence import earlier, named_by, same_force, shortened, synonymous
from kg.short_names import (
    join_abbreviations,
    join_person_names,
    join_short_names,
    link_family_names,
)
from kg.syntax import children, conjuncts, preposition

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.words import Doc, Token

# The values that all who ask a reading need.
__all__ = [
    "Cluster", "Reading", "join_roles_of_pronouns", "mention_at", "place_nominal", "read_entities",
]  # fmt: skip

RECURRENCE = (
    (party_of, "people of"),
    (named_by, "noun for"),
    (earlier, "same noun as"),
    (same_force, "forces of the same state as"),
    (named_in, "noun in the name of"),
    (shortened, "short for"),
    (synonymous, "another word for"),
    (of_kind, "kind of"),
    (person_meant, "says no more of"),
    (group_meant, "says no more of"),
)
# Those that do not ask for an article or the like that says that something known is meant.
OF_ANY_NOUN = tuple(r for r in RECURRENCE if r[0] in (earlier, same_force, synonymous))


def read_entities(doc: "Doc", gazetteer: Gazetteer, lexicon: Lexicon) -> Reading:
    """Group the mentions of an article into entities; pronouns are left to `coreference`."""
    reading = Reading(doc, [], {}, {}, {})
    mentions = find_mentions(doc, gazetteer)
    forms = {m.text for m in mentions if m.kind == "name"}
    for mention in mentions:
        if mention.kind in ("name", "derived", "part"):
            place_name(reading, mention, gazetteer, lexicon, forms)
    join_person_names(reading)
    join_abbreviations(reading)
    join_short_names(reading)
    for mention in mentions:
        if mention.kind in ("nominal", "national"):
            place_nominal(reading, mention, gazetteer)
    link_bodies(reading, gazetteer)
    join_person_names(reading)  # once more: titles have shown who is a person
    link_family_names(reading, gazetteer)
    reading.clusters = [c for c in reading.clusters if c.mentions]
    reading.clusters.sort(key=lambda c: min(m.start_char for m in c.mentions))
    return reading


def place_name(
    reading: Reading, mention: Found, gazetteer: Gazetteer, lexicon: Lexicon, forms: set[str]
) -> None:
    """Add a name, derived adjective or compound part to the cluster of its key."""
    known, reason = mention.known, ""
    if mention.kind != "part":
        state = meant_government(mention, reading.doc[mention.head], gazetteer, lexicon)
        if state:
            known, reason = state, f"{mention.text}: stands for the government of {state.name}"
    longer = mention.kind != "name" or mention.base.endswith(f" {mention.text}")
    whole = mention.base if longer else base_name(reading.doc, mention, forms)
    name = known.name if known else whole
    cluster = cluster_of(reading, known.key if known else same_key(reading, name), known)
    cluster.add([mention])
    note(cluster, reason or reason_of(mention, name))
    index = {"derived": reading.adjectives, "part": reading.parts}.get(
        mention.kind, reading.by_token
    )
    for i in range(mention.first, mention.end):
        index[i] = cluster


def reason_of(mention: Found, name: str) -> str:
    """Why a mention belongs to the entity of that name."""
    if mention.kind == "derived":
        return f"{mention.text}: adjective of {name}"
    if mention.kind == "part":
        return f"{mention.text}: part of a compound"
    return "" if mention.text == name else f"{mention.text}: form of {name}"


def same_key(reading: Reading, name: str) -> str:
    """The key of a name of several words in another case (*des Hohen Rats*), else the name."""
    form = inflection_key(name)
    if not form:
        return name
    others = (c.key for c in reading.clusters if not c.known and " " in c.key)
    return next((key for key in others if inflection_key(key) == form), name)


def place_nominal(reading: Reading, mention: Found, gazetteer: Gazetteer) -> None:
    """Add a common noun to the thing it is in apposition to, stands for, or was named before."""
    cluster = meant(reading, gazetteer, mention, reading.doc.tokens[mention.head])
    if cluster is None:
        cluster = Cluster(f"#{mention.start_char}", named=False)
        reading.clusters.append(cluster)
    cluster.add([mention])
    reading.by_token[mention.head] = cluster


def meant(reading: Reading, gazetteer: Gazetteer, mention: Found, token: "Token") -> Cluster | None:
    """What a common noun is for that the article has spoken of or names beside it."""
    return (
        named_beside(reading, mention, token)
        or stated(reading, coordinated, "coordinated with a role of it", mention, token)
        or compounded(reading, mention, token)
        or government(reading, gazetteer, mention, token)
        or stated(reading, described_place, "describes the place named before", mention, token)
        or stated(reading, described, "describes the person named before", mention, token)
        or recurrence(reading, mention, token)
    )


def named_beside(reading: Reading, mention: Found, token: "Token") -> Cluster | None:
    """What is named beside a common noun or at the other end of its verb, a copula's first."""
    if token.below["cop"]:
        said = stated(reading, predicated, "predicated of it", mention, token)
        return said or apposition(reading, mention, token)
    beside = apposition(reading, mention, token)
    return beside or stated(reading, predicated, "predicated of it", mention, token)


def persons_behind_places(reading: Reading, token: "Token") -> Iterator[tuple[int, bool]]:
    """Who is named right behind the place of an office (*Bürgermeisterin von Rom Ada Müller*).

    Two offices with one article are of one person (*die Senatorin und Bürgermeisterin von …*).
    """
    offices = [n for n in conjuncts(token) if n is token or not n.below["det"]]
    for child in (c for office in offices for c in office.below["nmod"]):
        place = reading.by_token.get(child.i)
        for mention in place.mentions if place and place.type == "Place" else ():
            person = reading.by_token.get(mention.end)
            if mention.head == child.i and person and person.named and person.type == "Person":
                yield mention.end, True


def names_around(reading: Reading, mention: Found, token: "Token") -> Iterator[tuple[int, bool]]:
    """Where the name of a common noun may stand, and whether only its place speaks for it."""
    yield from names_beside(reading.doc, mention, token)
    if mention.type == "Person":
        yield from persons_behind_places(reading, token)


def apposition(reading: Reading, mention: Found, token: "Token") -> Cluster | None:
    """The name beside a common noun (*Außenministerin Annalena Baerbock*, *die Stadt Baku*)."""
    for i, beside in names_around(reading, mention, token):
        cluster = reading.by_token.get(i)
        if cluster is None or not cluster.named:
            continue
        if "Case=Gen" not in token.morph and is_genitive(cluster, mention, i):
            continue
        named = is_named_thing(cluster, mention, token, i)
        if named or is_titled(cluster, mention, token, i):
            cluster.evident = mention.type
        fits = compatible(cluster.type, mention.type, beside=beside) or is_firm(cluster, mention)
        fits = fits and not is_in_town(cluster, mention)
        if fits or is_of_one(cluster, mention, token, i):
            note(cluster, f"{mention.text}: apposition")
            return cluster
    return None


def is_in_town(cluster: Cluster, mention: Found) -> bool:
    """Whether a noun is for something in a city rather than for the city (*das Stadion Berlin*)."""
    city = cluster.known is not None and cluster.known.kind == "city"
    place = mention.type == "Place" and mention.detail != "region"
    return city and place and not mention.base.lower().endswith(tuple(grammar()["town_nouns"]))


def is_firm(cluster: Cluster, mention: Found) -> bool:
    """Whether a noun for kin says what a firm is to another (*ihre Tochter Audi*)."""
    kin = mention.type == "Person" and cluster.type == "Organization"
    return kin and mention.base.lower() in grammar()["firms"]


def is_of_one(cluster: Cluster, mention: Found, token: "Token", i: int) -> bool:
    """Whether a noun right before a name is its own although their classes differ.

    *Ihren Kollegen Otto* may be one, and *der Händler Equinor* is a company.
    """
    name = token.doc[i]
    if i != token.i + 1 or name.head != token or name.below["conj"]:
        return False
    trades = mention.type == "Person" and cluster.type == "Organization"
    return (mention.type == "Group" and cluster.type == "Person") or (
        trades and mention.base.lower().endswith(tuple(grammar()["trades"]))
    )


def compounded(reading: Reading, mention: Found, token: "Token") -> Cluster | None:
    """The organisation that a compound only says the kind of (*der VW-Konzern*)."""
    whole = reading.parts.get(token.i)
    if whole is None or whole.type != "Organization":
        return None
    heads = grammar()["appositive_heads"]
    if mention.detail == "parent" or not any(
        t.removesuffix("s") in heads for t in tails(token.text)
    ):
        return None
    note(whole, f"{mention.text}: says what it is")
    return whole


def is_genitive(cluster: Cluster, noun: Found, i: int) -> bool:
    """Whether a name behind a noun says whose it is (*die Anwältin Müllers*)."""
    name = next((m for m in cluster.mentions if m.first <= i < m.end), None)
    if name is None or name.first < noun.end or not name.text.endswith("s"):
        return False
    plain = name.text.split()[-1][:-1]
    return plain in (cluster.key.split()[-1], *(m.text.split()[-1] for m in cluster.mentions))


def is_titled(cluster: Cluster, mention: Found, token: "Token", i: int) -> bool:
    """Whether a noun right before an unknown name shows what it is the name of.

    Roles stand before names of two words (*Minister Ada Müller*), nouns for places and bodies
    before single ones too (*die Behörde Enac*).
    """
    if cluster.known:
        return False
    if i == token.i + 2 and token.nbor().text in OPENING:
        return mention.type not in ("Group", "Person")
    if i != token.i + 1:
        return False
    if mention.type == "Person":
        return mention.detail in grammar()["structure"]["positions"] and " " in cluster.key
    joined = token.doc[i].head == token and token.doc[i].dep_ in ("appos", "flat")
    return joined and mention.type in ("Organization", "Place") and " " not in cluster.key


def join_roles_of_pronouns(reading: Reading) -> None:
    """Join a role to the person whom a pronoun stands for (*Sie ist Präsidentin*)."""
    for cluster in [c for c in reading.clusters if not c.named and len(c.mentions) == 1]:
        mention = cluster.mentions[0]
        person = predicated(reading, mention, reading.doc[mention.head])
        if person:
            merge(reading, cluster, person, f"{mention.text}: predicated of it")


def compatible(one: str, other: str, *, beside: bool) -> bool:
    """Whether an apposition can hold between things of two classes."""
    return one == other or (not beside and {one, other} <= {"Organization", "Group", "Other"})


def government(
    reading: Reading, gazetteer: Gazetteer, mention: Found, token: "Token"
) -> Cluster | None:
    """The state that a government noun stands for (*die russische Regierung*)."""
    if mention.detail != "government":
        return None
    owner = owner_of(reading, token) or seat_of(reading, token, gazetteer)
    if owner and owner.known and owner.known.kind == STATE:
        note(owner, f"{mention.text}: its government")
        return owner
    return None


def seat_of(reading: Reading, token: "Token", gazetteer: Gazetteer) -> Cluster | None:
    """The state in whose capital a government sits (*die Führung in Baku*)."""
    for child in children(token, "nmod", "obl"):
        entry = gazetteer.governments.get(child.text)
        if entry and preposition(child) == "in":
            return cluster_of(reading, entry[0].key, entry[0])
    return None


def stated(
    reading: Reading,
    find: "Callable[[Reading, Found, Token], Cluster | None]",
    reason: str,
    mention: Found,
    token: "Token",
) -> Cluster | None:
    """What a rule finds that a common noun stands for, the reason kept."""
    cluster = find(reading, mention, token)
    if cluster:
        note(cluster, f"{mention.text}: {reason}")
    return cluster


def mention_at(reading: Reading, noun: "Token") -> Found | None:
    """The mention that a common noun makes, None if it names no kind of entity."""
    cluster = reading.by_token.get(noun.i)
    mentions = cluster.mentions if cluster else []
    return next((m for m in mentions if m.kind == "nominal" and m.head == noun.i), None)


def recurrence(reading: Reading, mention: Found, token: "Token") -> Cluster | None:
    """What was called by the noun, a compound with it or a name of its kind before."""
    for sieve, reason in RECURRENCE if is_taken_up(token) else OF_ANY_NOUN:
        cluster = sieve(reading, mention, token)
        if cluster:
            note(cluster, f"{mention.text}: {reason} {cluster.mentions[0].text}")
            return cluster
    return None
