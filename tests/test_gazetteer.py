"""The gazetteer: what its files must keep to, and how words of a text are looked up in it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pytest

from kg.gazetteer import (
    NOUNS,
    STATE,
    Actor,
    Gazetteer,
    Known,
    Role,
    adjective_base,
    by_tail,
    inflection_key,
    load_gazetteer,
    resident_base,
)
from kg.lexicon import grammar, read_toml
from kg.name_tables import read_table
from kg.ontology import ancestors

Table = Mapping[str, Any]

COUNTRIES: list[Table] = read_toml("gazetteer", "countries.toml")["country"]
PLACES: list[Table] = list(read_table("places.tsv"))
ORGANIZATIONS: list[Table] = list(read_table("organizations.tsv"))
PERSONS: list[Table] = list(read_table("persons.tsv"))
THINGS: list[Table] = list(read_table("things.tsv"))
GOVERNMENTS: list[Table] = read_toml("gazetteer", "governments.toml")["metonym"]
ROLES: list[Table] = read_toml("gazetteer", "roles.toml")["role"]
ACTORS: Table = read_toml("gazetteer", "actors.toml")
PEOPLES: list[Table] = ACTORS["group"]["peoples"]
CODES = {country["code"] for country in COUNTRIES}
NAMED = {
    "countries": COUNTRIES,
    "places": PLACES,
    "organizations": ORGANIZATIONS,
    "persons": PERSONS,
    "things": THINGS,
}
# Where rigour and this gazetteer mean two things: it identifies the Kingdoms of Denmark and of the
# Netherlands, while news means the countries in Europe.
OTHER_THAN_RIGOUR = {"dk": "Q35", "nl": "Q55"}
# The Holy See is a subject of international law and, as a name in news, the state.
TWO_THINGS = {"Heiliger Stuhl"}


def surfaces(table: Table) -> Iterator[str]:
    yield table["name"]
    yield from table["aliases"]


def repeated(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Keys that belong to more than one value."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return {key: values for key, values in found.items() if len(values) > 1}


def state(key: str, name: str) -> Known:
    return Known(key, "Place", STATE, name, name, key)


def small_gazetteer() -> Gazetteer:
    """Two places, a state and a people that nobody else knows."""
    nordland = state("Q1", "Nordland")
    hafen = Known("Hafen", "Place", "city", "Hafen", "Harbour", None)
    walden = Known("Walden", "Place", "city", "Walden", "Walden", None)
    bund = Known("Bund", "Organization", "organization", "Bund", "League", None)
    return Gazetteer(
        names={"Nordland": nordland, "Hafen": hafen, "Walden": walden, "Bund": bund},
        adjectives={"nordländisch": nordland},
        nationals={},
        governments={},
        roles={"könig": Role("König", "leader"), "vizekönig": Role("Vizekönig", "officer")},
        actors={"amt": Actor("Organization", "state_body")},
    )


def test_wikidata_identifiers_are_well_formed() -> None:
    tables = [*COUNTRIES, *PLACES, *ORGANIZATIONS, *PERSONS, *THINGS, *PEOPLES]
    wrong = [t["name"] for t in tables if not re.fullmatch(r"(Q[1-9]\d*)?", t["wikidata"])]
    assert wrong == []
    assert all(table["wikidata"] for table in (*COUNTRIES, *PERSONS))


def test_an_identifier_belongs_to_one_thing() -> None:
    tables = [t for tables in NAMED.values() for t in tables]
    assert repeated((t["wikidata"], t["name"]) for t in tables if t["wikidata"]) == {}


@pytest.mark.parametrize("name", sorted(NAMED))
def test_a_name_stands_once_in_a_file(name: str) -> None:
    listed = [surface for table in NAMED[name] for surface in surfaces(table)]
    assert sorted(listed) == sorted(set(listed))


def test_a_name_belongs_to_one_thing() -> None:
    pairs = [(s, t["name"]) for tables in NAMED.values() for t in tables for s in surfaces(t)]
    assert set(repeated(pairs)) == TWO_THINGS


def test_a_family_name_means_one_person() -> None:
    pairs = [(family, t["name"]) for t in PERSONS for family in t["family"]]
    assert repeated(pairs) == {}
    assert [family for family, _ in pairs if not family.strip()] == []


@pytest.mark.parametrize("name", ["organizations", "persons", "places", "things"])
def test_tables_are_sorted(name: str) -> None:
    listed = [table["name"].casefold() for table in NAMED[name]]
    assert listed == sorted(listed)


def test_inflection_makes_no_two_things_one() -> None:
    names = load_gazetteer().names.items()
    pairs = [(inflection_key(name), known.key) for name, known in names]
    assert repeated(pair for pair in pairs if pair[0]) == {}


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Internationaler Strafgerichtshof", "Internationalen Strafgerichtshofs"),
        ("Vereinte Nationen", "Vereinten Nationen"),
        ("Rotes Kreuz", "Roten Kreuzes"),
    ],
)
def test_inflection_key(name: str, form: str) -> None:
    assert inflection_key(name) == inflection_key(form) != ""
    assert inflection_key(name.rsplit(maxsplit=1)[-1]) == ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Neues Haus", "Neuen Hauses", True),
        ("Neues Haus", "Alten Hauses", False),
        ("Neues Haus", "Haus Neues", False),
        ("Rat der Hafen", "Rates der Häfen", False),
        ("Bund  Nord", "Bund Nord", True),
        ("Des Bund", "Der Bund", False),
    ],
)
def test_only_endings_may_differ(one: str, other: str, same: bool) -> None:
    assert (inflection_key(one) == inflection_key(other)) is same


@pytest.mark.parametrize("name", ["", "Bund", "Nordlands"])
def test_a_single_word_has_no_inflection_key(name: str) -> None:
    assert inflection_key(name) == ""


def test_names_have_both_languages() -> None:
    tables = [t for tables in NAMED.values() for t in tables]
    assert [t["name"] for t in tables if not t["name"].strip() or not t["name_en"].strip()] == []


def test_identifiers_of_countries_are_those_of_rigour() -> None:
    territories = pytest.importorskip("rigour.territories", reason="rigour has to be compiled")
    found = {code: territories.get_territory(code).qid for code in sorted(CODES)}
    other = {t["code"]: t["wikidata"] for t in COUNTRIES if t["wikidata"] != found[t["code"]]}
    assert other == OTHER_THAN_RIGOUR
    for code, qid in other.items():
        assert qid in territories.get_territory(code).other_qids


def test_codes_are_those_of_countries() -> None:
    assert len(CODES) == len(COUNTRIES)
    assert {place["part_of"] for place in PLACES} <= CODES | {""}
    wholes = {table["name"] for table in ORGANIZATIONS}
    assert {table["part_of"] for table in ORGANIZATIONS} <= CODES | wholes | {""}
    assert {table["country"] for table in GOVERNMENTS} <= CODES


def test_classes_and_kinds_are_known() -> None:
    assert {t["type"] for t in ORGANIZATIONS} <= {"Organization", "Group"}
    assert {t["type"] for t in THINGS} <= {"Event", "Other", "Product"}
    assert {t["kind"] for t in GOVERNMENTS} == {"capital", "seat", "government"}
    assert all("Entity" in ancestors(a.type) for a in load_gazetteer().actors.values())
    kinds = {actor.kind for actor in load_gazetteer().actors.values()}
    roles = {role["class"] for role in ROLES}
    assert set(grammar()["structure"]["positions"]) <= roles
    classes = {"Person", "Organization", "Group", "Place", "Event"}
    classes |= {"separatists", "soldier", "troops", *grammar()["firms"].values()}
    classes |= set(grammar()["structure"]["several"].values())
    for places in ("below_states", "in_cities"):
        classes |= set(grammar()["structure"][places].values())
    assert set(grammar()["structure"]["owned"]) <= roles | kinds | classes


def test_an_adjective_belongs_to_one_place() -> None:
    pairs = [
        (word.lower(), table["name"])
        for table in [*COUNTRIES, *PLACES]
        for word in (table["adjective"], *table.get("adjectives_extra", ()))
        if word
    ]
    assert repeated(pairs) == {}
    assert len(pairs) == len(set(pairs))


def test_a_national_belongs_to_one_state() -> None:
    assert repeated((word, t["name"]) for t in COUNTRIES for word in t["nationals"]) == {}


def test_a_role_has_one_class() -> None:
    words = [word for role in ROLES for word in role["words"]]
    assert sorted(words) == sorted(set(words))


def test_a_name_stands_for_one_government() -> None:
    assert repeated((table["name"], table["country"]) for table in GOVERNMENTS) == {}
    names = {s for table in PLACES for s in surfaces(table)}
    assert {t["name"] for t in GOVERNMENTS if t["kind"] == "capital"} <= names


def test_lists_of_actors_are_sorted_and_distinct() -> None:
    groups = [ACTORS["group"]["persons"], *ACTORS["organization"].values()]
    groups += [ACTORS[name][listed] for name, listed, _ in NOUNS]
    groups = [ACTORS["group"][name] for name in ("persons", "kin", "states")]
    classes = ("organization", "person", "place", "event", "product", "other")
    groups += [words for name in classes for words in ACTORS[name].values()]
    for words in groups:
        assert words == sorted(set(words))


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("russisch", "Russland"),
        ("russischen", "Russland"),
        ("Russische", "Russland"),
        ("deutscher", "Deutschland"),
        ("US-amerikanischen", "USA"),
        ("nordkoreanische", "Nordkorea"),
        ("bayerischem", "Bayern"),
        ("kurdische", "Kurden"),
        ("armenischen", "Armenien"),
        ("Schweizer", "Schweiz"),
        ("Berliner", "Berlin"),
        ("Bremer", "Bremen"),
        ("Dresdner", "Dresden"),
        ("Münchner", "München"),
        ("Wiener", "Wien"),
        ("Zürcher", "Zürich"),
        ("bayrischen", "Bayern"),
    ],
)
def test_adjective_base(word: str, name: str) -> None:
    known = adjective_base(load_gazetteer(), word)
    assert known is not None
    assert known.name == name


@pytest.mark.parametrize("word", ["eher", "Peter", "Vater", "große", "sicher", "Lager", "weitere"])
def test_other_words_have_no_base(word: str) -> None:
    assert adjective_base(load_gazetteer(), word) is None


def test_an_adjective_of_origin_by_hand() -> None:
    gazetteer = small_gazetteer()
    assert adjective_base(gazetteer, "nordländischem") == gazetteer.names["Nordland"]
    assert adjective_base(gazetteer, "südländischem") is None


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Hafener", "Hafen"),
        ("Hafenern", "Hafen"),
        ("Hafeners", "Hafen"),
        ("Nordlander", "Nordland"),
        ("Walder", "Walden"),
        ("Waldner", "Walden"),
        ("Waldener", "Walden"),
    ],
)
def test_resident_base(word: str, name: str) -> None:
    known = resident_base(small_gazetteer(), word)
    assert known is not None
    assert known.name == name


@pytest.mark.parametrize("word", ["hafener", "Bunder", "Hafen", "Er", "er", "", "Fremder"])
def test_words_without_a_place_behind_them(word: str) -> None:
    assert resident_base(small_gazetteer(), word) is None


@pytest.mark.parametrize(
    ("noun", "part"),
    [("König", "könig"), ("Vizekönig", "vizekönig"), ("Bergkönig", "könig"), ("Königreich", "")],
)
def test_by_tail_takes_the_longest_last_part(noun: str, part: str) -> None:
    found = by_tail(small_gazetteer().roles, noun)
    assert (found[0] if found else "") == part


def test_by_tail_takes_short_words_only_whole() -> None:
    actors = small_gazetteer().actors
    assert by_tail(actors, "Amt") == ("amt", Actor("Organization", "state_body"))
    assert by_tail(actors, "Bergamt") is None


@pytest.mark.parametrize(
    ("noun", "role"),
    [
        ("Präsidenten", Role("Präsident", "leader")),
        ("Vizepräsident", Role("Vizepräsident", "officer")),
        ("Bundeskanzlerin", Role("Bundeskanzlerin", "leader")),
        ("Sozialminister", Role("Minister", "officer")),
        ("Vorsitzende", Role("Vorsitzende", "leader")),
        ("Vorsitzenden", Role("Vorsitzende", "leader")),
        ("Tochter", Role("Tochter", "relative")),
    ],
)
def test_roles(noun: str, role: Role) -> None:
    found = by_tail(load_gazetteer().roles, noun)
    assert found is not None
    assert found[1] == role


@pytest.mark.parametrize("noun", ["Nachrichten", "Berichte", "Tisch", "Ministerium"])
def test_words_that_are_no_role(noun: str) -> None:
    assert by_tail(load_gazetteer().roles, noun) is None


@pytest.mark.parametrize(
    ("noun", "actor"),
    [
        ("Staatsregierung", Actor("Organization", "government")),
        ("Verteidigungsministeriums", Actor("Organization", "state_body")),
        ("Nachrichtenagentur", Actor("Organization", "media")),
        ("Baufirmen", Actor("Organization", "company")),
        ("Separatisten", Actor("Group", "persons")),
        ("Muslimen", Actor("Group", "people")),
        ("Kurde", Actor("Person", "people")),
        ("Armenier", Actor("Person", "people")),
        ("Angeklagten", Actor("Person", "person")),
        ("39-Jähriger", Actor("Person", "person")),
        ("Mitgliedsstaaten", Actor("Group", "states")),
        ("Familie", Actor("Group", "kin")),
        ("Parteizentrale", Actor("Place", "facility")),
        ("Spielfilm", Actor("Product", "work")),
        ("Friedensnobelpreis", Actor("Other", "other")),
        ("Bergdorf", Actor("Place", "place")),
        ("Bürgerkrieg", Actor("Event", "event")),
    ],
)
def test_actors(noun: str, actor: Actor) -> None:
    found = by_tail(load_gazetteer().actors, noun)
    assert found is not None
    assert found[1] == actor


@pytest.mark.parametrize("noun", ["Ausland", "Entführung", "Durchmesser", "Vorgang", "Einfluss"])
def test_words_that_are_no_actor(noun: str) -> None:
    assert by_tail(load_gazetteer().actors, noun) is None


def test_nationals_know_their_state() -> None:
    nationals = load_gazetteer().nationals
    assert nationals["russen"][0].name == "Russland"
    assert nationals["türkinnen"] == (load_gazetteer().names["Türkei"], "Türkin")
    assert nationals["deutschen"][0].name == "Deutschland"


def test_governments_know_their_state() -> None:
    governments = load_gazetteer().governments
    assert governments["Moskau"] == (load_gazetteer().names["Russland"], "capital")
    assert governments["Kreml"] == (load_gazetteer().names["Russland"], "seat")
    assert governments["Bundesregierung"] == (load_gazetteer().names["Deutschland"], "government")


def test_things_without_identifier_have_their_name_as_key() -> None:
    for known in load_gazetteer().names.values():
        assert known.key == (known.wikidata or known.name)
        assert "Entity" in ancestors(known.type)


def test_people_of_regions_are_told_like_nationals() -> None:
    found = load_gazetteer().nationals
    assert (found["bayern"][0].name, found["hessin"][1]) == ("Bayern", "Hessin")
    assert "asiate" not in found
