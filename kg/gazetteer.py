"""Load the names, adjectives, roles and actor nouns under `ontology/gazetteer/`.

The Wikidata identifiers of countries and territories are those of the `rigour` library, which a
test compares; the library itself is not needed at run time, as it must be compiled.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, TypeVar

from kg.inflection import noun_forms
from kg.lexicon import REMEMBERED, grammar, read_toml, tails
from kg.name_tables import read_table

STATE = "state"
# Tables of common nouns and their lists, with the kind that each stands for.
NOUNS = (
    ("group", "persons", "persons"),
    ("group", "kin", "kin"),
    ("person", "nouns", "person"),
    ("place", "nouns", "place"),
    ("place", "facilities", "facility"),
    ("place", "regions", "region"),
    ("place", "relational", "relational"),
    ("group", "states", "states"),
    ("event", "nouns", "event"),
    ("product", "nouns", "product"),
    ("product", "gear", "gear"),
    ("product", "documents", "document"),
    ("product", "works", "work"),
    ("other", "nouns", "other"),
)
BODIES = ("government", "state_body", "court", "media", "company")  # kinds of organisations
BODY = "body"  # any other kind
ENDING = re.compile("(?:e[mnrs]?|s|n)$")
LONGEST_UNINFLECTED = 4


@dataclass(frozen=True, slots=True)
class Known:
    """A thing that the gazetteer names.

    Attributes:
        key: Wikidata identifier, or the German name where there is none.
        kind: state, region, city, organization, …: what its rules of use depend on.
        part_of: Key of the state or organisation that it belongs to, "" if none.
    """

    key: str
    type: str
    kind: str
    name: str
    name_en: str
    wikidata: str | None
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun in the nominative singular, and what kind of role it is."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Actor:
    """What a common noun denotes: a class of the ontology and a finer kind."""

    type: str
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Everything that is known by name.

    Attributes:
        names: Surface form → thing.
        adjectives: Uninflected adjective in lower case → thing.
        nationals: Any form of a noun for a national, in lower case → (state, base form).
        governments: Name that stands for a government, or the `inflection_key` of one of several
            words → (state, kind of name).
        roles: Any form of a role noun, in lower case → role.
        actors: Any form of an actor noun, in lower case → actor.
        inflected: `inflection_key` of a name of several words → thing.
        peoples: Any form of the name of a people or of one of it, in lower case → the people.
        families: Family name that means one person in news where no other of the name is about.
    """

    names: Mapping[str, Known]
    adjectives: Mapping[str, Known]
    nationals: Mapping[str, tuple[Known, str]]
    governments: Mapping[str, tuple[Known, str]]
    roles: Mapping[str, Role]
    actors: Mapping[str, Actor]
    inflected: Mapping[str, Known] = field(default_factory=dict)
    peoples: Mapping[str, Known] = field(default_factory=dict)
    families: Mapping[str, Known] = field(default_factory=dict)


@cache
def load_gazetteer() -> Gazetteer:
    """Load all gazetteer files."""
    countries = list(read_toml("gazetteer", "countries.toml")["country"])
    places, organizations = read_table("places.tsv"), read_table("organizations.tsv")
    persons, things = read_table("persons.tsv"), read_table("things.tsv")
    known = {id(t): country(t) for t in countries}
    states = {t["code"]: known[id(t)] for t in countries if t["code"]}
    known |= {id(t): place(t, states) for t in places}
    known |= {id(t): organization(t, states) for t in organizations}
    known |= {id(t): person(t) for t in persons} | {id(t): thing(t) for t in things}
    actors, roles = read_toml("gazetteer", "actors.toml"), read_toml("gazetteer", "roles.toml")
    tables = (*things, *persons, *organizations, *places, *countries)
    names = dict(surfaces(tables, known))
    return Gazetteer(
        names=names,
        inflected={key: names[n] for n in names if (key := inflection_key(n))},
        adjectives=people_adjectives(actors) | dict(adjectives([*places, *countries], known)),
        nationals=dict(nationals([*peopled(places), *countries], known)),
        governments=dict(governments(states)),
        roles=dict(role_forms(roles["role"])),
        actors=dict(actor_forms(actors)),
        peoples=dict(people_names(actors["group"]["peoples"])),
        families={name: known[id(t)] for t in persons for name in t["family"]},
    )


@cache
def state_codes() -> Mapping[str, str]:
    """Key of a state → its code, for states the ISO code in lower case."""
    countries = read_toml("gazetteer", "countries.toml")["country"]
    return {country(table).key: table["code"] for table in countries}


@lru_cache(maxsize=REMEMBERED)
def inflection_key(name: str) -> str:
    """A name of several words without their endings, "" for a single word.

    *Internationalen Strafgerichtshofs* and *Internationaler Strafgerichtshof* have one key.
    """
    words = name.split()
    if len(words) < 2:
        return ""
    return " ".join(map(without_ending, words))


def without_ending(word: str) -> str:
    """A word without an ending that inflection may have given it."""
    return ENDING.sub("", word) if len(word) > LONGEST_UNINFLECTED else word


def country(table: Mapping[str, Any]) -> Known:
    """A state or territory."""
    qid = table["wikidata"] or None
    return Known(qid or table["name"], "Place", STATE, table["name"], table["name_en"], qid)


def place(table: Mapping[str, Any], states: Mapping[str, Known]) -> Known:
    """A region, city, river or the like."""
    qid = table.get("wikidata") or None
    name, english = table["name"], table.get("name_en") or table["name"]
    inside = states.get(table.get("part_of", ""))
    return Known(
        qid or name, "Place", table.get("kind", "place"), name, english, qid,
        inside.key if inside else "",
    )  # fmt: skip


def organization(table: Mapping[str, Any], states: Mapping[str, Known]) -> Known:
    """An organisation or armed group."""
    qid, whole = table.get("wikidata") or None, table.get("part_of", "")
    name, english = table["name"], table.get("name_en") or table["name"]
    part_of = states[whole].key if whole in states else whole
    return Known(
        qid or name, table.get("type", "Organization"), "organization", name, english, qid, part_of
    )


def person(table: Mapping[str, Any]) -> Known:
    """Somebody whom news of any topic names."""
    qid, name = table["wikidata"], table["name"]
    return Known(qid, "Person", "person", name, table["name_en"], qid)


def thing(table: Mapping[str, Any]) -> Known:
    """A named event, work, product, prize or the like."""
    qid, name, type_ = table["wikidata"] or None, table["name"], table["type"]
    return Known(qid or name, type_, type_.lower(), name, table["name_en"], qid)


def surfaces(
    tables: Iterable[Mapping[str, Any]], known: Mapping[int, Known]
) -> Iterator[tuple[str, Known]]:
    """Every name and alias with the thing it names; later ones win."""
    for table in tables:
        for name in (*table.get("aliases", ()), table["name"]):
            yield name, known[id(table)]


def adjectives(
    tables: Iterable[Mapping[str, Any]], known: Mapping[int, Known]
) -> Iterator[tuple[str, Known]]:
    """Adjectives of origin."""
    for table in tables:
        for word in (*table.get("adjectives_extra", ()), table.get("adjective", "")):
            if word:
                yield word.lower(), known[id(table)]


def people_adjectives(actors: Mapping[str, Any]) -> dict[str, Known]:
    """Adjectives of peoples and religions (*kurdisch*)."""
    listed = actors["group"]["peoples"]
    return {p["adjective"].lower(): known_people(p) for p in listed if p.get("adjective")}


def known_people(table: Mapping[str, str]) -> Known:
    """A people or religious group."""
    name, qid = table["name"], table.get("wikidata") or None
    return Known(qid or name, "Group", "people", name, name, qid)


def people_names(tables: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, Known]]:
    """Forms of the names of peoples and of the nouns for one of them."""
    for table in tables:
        for form, _ in people_forms(table):
            yield form, known_people(table)


def peopled(places: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Places whose people are told apart as nationals are (*ein Bayer*); no *Asiaten* are."""
    return [table for table in places if table["kind"] != "continent"]


def nationals(
    tables: Iterable[Mapping[str, Any]], known: Mapping[int, Known]
) -> Iterator[tuple[str, tuple[Known, str]]]:
    """Forms of the nouns for nationals and residents (*Russen*, *Russin*, *Hesse*)."""
    for table in tables:
        for word in (*table.get("residents", ()), *table.get("nationals", ())):
            for form in noun_forms(word):
                yield form.lower(), (known[id(table)], word)


def governments(states: Mapping[str, Known]) -> Iterator[tuple[str, tuple[Known, str]]]:
    """Capitals, seats and titles that stand for the government of a state, in any inflection."""
    for table in read_toml("gazetteer", "governments.toml")["metonym"]:
        if table["country"] in states:
            for form in filter(None, (table["name"], inflection_key(table["name"]))):
                yield form, (states[table["country"]], table["kind"])


def role_forms(tables: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Role]]:
    """Every form of every role noun."""
    for table in tables:
        for word in table["words"]:
            for form in noun_forms(word):
                yield form.lower(), Role(word, table["class"])
    for table in tables:
        for word in table["words"]:
            yield word.lower(), Role(word, table["class"])


def actor_forms(actors: Mapping[str, Any]) -> Iterator[tuple[str, Actor]]:
    """Every form of every actor noun; later ones win."""
    yield from body_forms(actors["organization"])
    for name, listed, kind in NOUNS:
        for word in actors[name].get(listed, ()):
            yield from forms(word, Actor(name.title(), kind))
    for people in actors["group"].get("peoples", ()):
        yield from people_forms(people)


def body_forms(bodies: Mapping[str, Any]) -> Iterator[tuple[str, Actor]]:
    """Every form of the nouns for organisations, by their kinds."""
    for kind in BODIES:
        for word in bodies.get(kind, ()):
            yield from forms(word, Actor("Organization", kind))
    named = {w for kind in BODIES for w in bodies.get(kind, ())}
    for word in bodies["bodies"]:
        if word not in named:
            yield from forms(word, Actor("Organization", BODY))


def people_forms(people: Mapping[str, str]) -> Iterator[tuple[str, Actor]]:
    """Forms of the name of a people and of the noun for one of them.

    Where one form serves both (*Armenier*), its number in the text decides.
    """
    name, one = people["name"], people.get("singular", "")
    for form in noun_forms(one) if one else ():
        yield form.lower(), Actor("Person", "people")
    for form in (name, name + "n"):
        if form not in (one, one + "n"):
            yield form.lower(), Actor("Group", "people")


def forms(word: str, actor: Actor) -> Iterator[tuple[str, Actor]]:
    """Inflected forms of an actor noun."""
    return ((form.lower(), actor) for form in noun_forms(word))


Value = TypeVar("Value")


def by_tail(table: Mapping[str, Value], noun: str) -> tuple[str, Value] | None:
    """The entry of a noun or of the longest last part of a compound, with the part that matched."""
    for part in tails(noun):
        if part in table:
            return part, table[part]
    return None


@lru_cache(maxsize=REMEMBERED)
def role_of(noun: str) -> tuple[str, Role] | None:
    """The role of a noun or of the longest last part of a compound, with that part."""
    return by_tail(load_gazetteer().roles, noun)


@lru_cache(maxsize=REMEMBERED)
def actor_of(gazetteer: Gazetteer, noun: str) -> tuple[str, Actor] | None:
    """The entry of an actor noun, None for those that only end like one (*Staatsbürgerschaft*)."""
    found, others = by_tail(gazetteer.actors, noun), grammar()["actorless"]
    longer = [t for t in tails(noun) if found and len(t) >= len(found[0])]
    if any(t.removesuffix(e) in others for t in longer for e in ("", "s", "es", "e", "en", "n")):
        return None
    return found


@lru_cache(maxsize=REMEMBERED)
def adjective_base(gazetteer: Gazetteer, word: str) -> Known | None:
    """The thing that an inflected adjective of origin belongs to (*russischen* → Russia).

    Indeclinable adjectives in *-er* (*Berliner*) belong to the place they are made from.
    """
    lower = word.lower()
    for ending in ("", *grammar()["adjective_endings"]):
        if ending and not lower.endswith(ending):
            continue
        found = gazetteer.adjectives.get(lower.removesuffix(ending))
        if found:
            return found
    return resident_base(gazetteer, word)


def resident_base(gazetteer: Gazetteer, word: str) -> Known | None:
    """The place of an adjective or noun of origin in *-er* (*Moskauer*, *Bremer*)."""
    if not word[:1].isupper() or not word.endswith(("er", "ern", "ers")):
        return None
    stem = word[: word.rindex("er")]
    full = f"{stem[:-1]}e{stem[-1:]}"  # *Dresdn-er* from *Dresden*
    for name in (stem, stem + "en", stem + "e", stem + "a", full):
        found = gazetteer.names.get(name)
        if found and found.type == "Place":
            return found
    return None
