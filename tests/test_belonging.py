"""Which relation an attribute gives, by the kinds of both ends."""

import pytest

from kg.belonging import belonging, firm, is_outpost, is_troop, whereabouts_relation
from kg.gazetteer import Known
from kg.mentions import Found
from kg.reading import Cluster
from tests.worlds import BAVARIA, BERLIN, RUSSIA, UN


def named(known: Known) -> Cluster:
    name = known.name
    found = Found(0, 1, 0, 0, 1, name, "name", known.type, known.kind, known, name)
    return Cluster(known.key, [found], known=known)


def unnamed(noun: str, type_: str, detail: str) -> Cluster:
    found = Found(2, 3, 2, 2, 3, noun, "nominal", type_, detail, None, noun)
    return Cluster(f"#{noun}", [found], named=False)


@pytest.mark.parametrize(
    ("noun", "type_", "detail", "owner", "relations"),
    [
        ("Polizei", "Organization", "state_body", RUSSIA, ["partOf"]),
        ("Polizei", "Organization", "state_body", BERLIN, ["partOf"]),
        ("Gericht", "Organization", "court", BAVARIA, ["partOf"]),
        ("Gericht", "Organization", "court", BERLIN, ["basedIn"]),
        ("Zeitung", "Organization", "media", BAVARIA, ["basedIn"]),
        ("Soldaten", "Group", "persons", RUSSIA, ["partOf"]),
        ("Soldaten", "Group", "persons", UN, ["partOf"]),
        ("Soldat", "Person", "person", RUSSIA, ["citizenOf"]),
        ("Studenten", "Group", "persons", RUSSIA, ["citizenOf"]),
        ("Studenten", "Group", "persons", BERLIN, ["basedIn"]),
        ("Student", "Person", "person", BERLIN, []),
        ("Separatisten", "Group", "persons", RUSSIA, []),
        ("Provinz", "Place", "region", RUSSIA, ["partOf"]),
        ("Stadt", "Place", "place", RUSSIA, ["locatedIn"]),
        ("Nachbarland", "Place", "relational", RUSSIA, []),
        ("Tochterfirma", "Organization", "subsidiary", UN, ["partOf"]),
        ("Mutterkonzern", "Organization", "parent", UN, ["owns"]),
    ],
)
def test_belonging(noun: str, type_: str, detail: str, owner: Known, relations: list[str]) -> None:
    cluster = unnamed(noun, type_, detail)
    assert belonging(cluster, cluster.mentions[0], named(owner)) == relations


def test_nothing_belongs_to_a_place_without_a_name() -> None:
    cluster = unnamed("Norden", "Place", "region")
    assert belonging(cluster, cluster.mentions[0], unnamed("Land", "Place", "relational")) == []


@pytest.mark.parametrize(
    ("cluster", "relation"),
    [
        (unnamed("Truppen", "Group", "persons"), "deployedIn"),
        (unnamed("Studenten", "Group", "persons"), "basedIn"),
        (unnamed("Panzer", "Product", "gear"), "locatedIn"),
        (unnamed("Provinz", "Place", "region"), "partOf"),
        (unnamed("Mann", "Person", "person"), ""),
    ],
)
def test_where_something_is(cluster: Cluster, relation: str) -> None:
    assert whereabouts_relation(cluster) == relation


@pytest.mark.parametrize(
    ("noun", "is_one"),
    [("soldat", True), ("grenzsoldaten", True), ("streitkräften", True), ("rebell", False)],
)
def test_is_troop(noun: str, is_one: bool) -> None:
    assert is_troop(noun) is is_one


@pytest.mark.parametrize(
    ("noun", "detail", "relations"), [("Arzt", "employee", ["worksFor"]), ("Mann", "person", [])]
)
def test_people_work_for_a_hospital(noun: str, detail: str, relations: list[str]) -> None:
    person, hospital = unnamed(noun, "Person", detail), unnamed("Krankenhaus", "Place", "place")
    assert belonging(person, person.mentions[0], hospital) == relations


@pytest.mark.parametrize(
    ("detail", "owner", "relations"),
    [("officer", UN, ["memberOf"]), ("officer", RUSSIA, []), ("leader", RUSSIA, ["leads"])],
)
def test_several_in_an_office(detail: str, owner: Known, relations: list[str]) -> None:
    ministers = unnamed("Minister", "Group", detail)
    assert belonging(ministers, ministers.mentions[0], named(owner)) == relations


def test_a_mother_owns_the_firm_that_it_is_of() -> None:
    assert (firm("Mutterkonzern"), firm("Tochterfirma"), firm("Konzern")) == (
        "parent",
        "subsidiary",
        "",
    )


def test_a_daughter_of_a_firm_is_a_part_of_it() -> None:
    audi, kin = unnamed("Audi", "Organization", ""), unnamed("Tochter", "Person", "relative")
    assert belonging(audi, kin.mentions[0], named(UN)) == ["partOf"]


def test_outposts() -> None:
    assert is_outpost("Militärbasis")
    assert not is_outpost("Polizeistation")


@pytest.mark.parametrize(
    ("owner", "relations"),
    [
        (unnamed("Opfer", "Group", "persons"), ["relativeOf"]),
        (unnamed("Streitkräfte", "Group", "persons"), ["memberOf"]),
        (unnamed("Organisationen", "Group", "body"), ["memberOf"]),
    ],
)
def test_kin_of_victims_and_members_of_forces(owner: Cluster, relations: list[str]) -> None:
    kin = unnamed("Angehörige", "Group", "relative")
    assert belonging(kin, kin.mentions[0], owner) == relations
