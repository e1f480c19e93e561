"""Facts that noun phrases express."""

from collections.abc import Mapping

import pytest

from kg.coreference import resolve_pronouns
from kg.drafts import Draft, End
from kg.lexicon import grammar
from kg.ontology import load_relations
from kg.structure import is_attributive, role_name, structure_drafts
from tests.trees import tree, word
from tests.worlds import read

Fact = tuple[str, str, str]
STRUCTURE = grammar()["structure"]


def drafts(table: str, names: Mapping[str, str] | None = None) -> list[Draft]:
    reading = read(table, names)
    resolve_pronouns(reading)
    return list(structure_drafts(reading))


def facts(table: str, names: Mapping[str, str] | None = None) -> set[Fact]:
    """Subject, relation and object by the keys of their clusters; the words of what has no name."""
    return {(end(d.subject), d.relation, end(d.object)) for d in drafts(table, names)}


def end(end: End) -> str:
    cluster = end.cluster
    if cluster is None or not cluster.named:
        return end.text
    return cluster.known.name if cluster.known else cluster.key


def minister(before: str, *, role: str = "Minister") -> str:
    """Somebody with a role in apposition to a name, in a tree with room for one word before."""
    return f"""
        {before}
        {role}  5 nsubj NN _ Number=Sing
        Ada     2 appos NE
        Müller  3 flat  NE
        kommt   0 _     VVFIN
    """


ADA = {"Ada Müller": "PER"}


def test_a_role_beside_a_name() -> None:
    assert facts(minister("Der 2 det ART"), ADA) == {("Ada Müller", "holdsPosition", "Minister")}


def test_a_role_in_a_state() -> None:
    assert facts(minister("Russische 2 amod ADJA"), ADA) == {
        ("Ada Müller", "holdsPosition", "Minister"),
        ("Ada Müller", "positionIn", "Russland"),
    }


def test_a_leader_leads() -> None:
    assert facts(minister("Russische 2 amod ADJA", role="Präsidentin"), ADA) == {
        ("Ada Müller", "holdsPosition", "Präsidentin"),
        ("Ada Müller", "positionIn", "Russland"),
        ("Ada Müller", "leads", "Russland"),
    }


def test_a_role_in_a_compound() -> None:
    assert facts(minister("Der 2 det ART", role="EU-Präsident"), ADA) == {
        ("Ada Müller", "holdsPosition", "EU-Präsident"),
        ("Ada Müller", "positionIn", "Europäische Union"),
        ("Ada Müller", "leads", "Europäische Union"),
    }


@pytest.mark.parametrize(
    "owner",
    [
        "Russlands 1 nmod NE _ Case=Gen",
        "von 4 case APPR\nRussland 1 nmod NE",
        "für 4 case APPR\nRussland 1 nmod NE",
    ],
)
def test_a_role_with_its_owner_behind(owner: str) -> None:
    table = f"Präsident 2 nsubj NN _ Number=Sing\nkommt 0 _ VVFIN\n{owner}"
    found = facts(table)
    assert ("Präsident", "leads", "Russland") in {(s[:9], r, o) for s, r, o in found}


def test_a_phrase_of_place_is_no_owner() -> None:
    found = facts("Präsident 0 _ NN _ Number=Sing\nüber 3 case APPR\nRussland 1 nmod NE")
    assert found == set()


def test_a_role_of_nobody_known_is_no_fact() -> None:
    assert facts("Der 2 det ART\nMinister 3 nsubj NN _ Number=Sing\nkommt 0 _ VVFIN") == set()


def test_an_office_of_somebody_unnamed_is_one_where_its_body_is_named() -> None:
    table = """
        Der       3 det   ART
        russische 3 amod  ADJA
        Minister  4 nsubj NN   _ Number=Sing
        kommt     0 _     VVFIN
    """
    assert facts(table) == {
        ("russische Minister", "holdsPosition", "Minister"),
        ("russische Minister", "positionIn", "Russland"),
    }


def test_a_relative_has_no_position() -> None:
    table = """
        Bruder 4 nsubj NN   _ Number=Sing
        Ottos  1 nmod  NE   _ Case=Gen
        jetzt  4 advmod ADV
        kommt  0 _     VVFIN
    """
    assert {(r, o) for _, r, o in facts(table, {"Ottos": "PER"})} == {("relativeOf", "Otto")}


def test_a_possessive_is_an_owner() -> None:
    table = """
        Ada     2 nsubj NE
        lobt    0 _     VVFIN
        ihren   4 det   PPOSAT
        Bruder  2 obj   NN     Bruder Gender=Masc|Number=Sing
    """
    assert {(r, o) for _, r, o in facts(table, {"Ada": "PER"})} == {("relativeOf", "Ada")}


@pytest.mark.parametrize(
    ("noun", "features", "relation"),
    [
        ("Ministerium", "Number=Sing", "partOf"),
        ("Armee", "Number=Sing", "partOf"),
        ("Soldaten", "Number=Plur", "partOf"),
        ("Konzern", "Number=Sing", "basedIn"),
        ("Zeitung", "Number=Sing", "basedIn"),
        ("Rebellen", "Number=Plur", "citizenOf"),
        ("Stadt", "Number=Sing", "locatedIn"),
        ("Gipfel", "Number=Sing", "locatedIn"),
    ],
)
def test_the_adjective_of_a_state(noun: str, features: str, relation: str) -> None:
    lemma = "Soldat" if noun == "Soldaten" else noun
    table = f"Russische 2 amod ADJA\n{noun} 3 nsubj NN {lemma} {features}\nkommen 0 _ VVFIN"
    assert {(r, o) for _, r, o in facts(table)} == {(relation, "Russland")}


def test_a_product_of_a_state_is_no_fact() -> None:
    table = "Russische 2 amod ADJA\nRaketen 3 nsubj NN Rakete Number=Plur\nfliegen 0 _ VVFIN"
    assert facts(table) == set()


def test_nationals_are_citizens() -> None:
    table = """
        Russland 2 nsubj NE
        ruft     0 _     VVFIN
        alle     4 det   PIAT
        Russen   2 obj   NN    Russe Number=Plur
    """
    assert {(r, o) for _, r, o in facts(table)} == {("citizenOf", "Russland")}


@pytest.mark.parametrize(
    ("name", "label", "relation"),
    [("Nordbund", "ORG", "basedIn"), ("Lalburg", "LOC", "locatedIn")],
)
def test_a_name_with_its_place(name: str, label: str, relation: str) -> None:
    table = f"{name} 2 nsubj NE\nruht 0 _ VVFIN\nin 4 case APPR\nBerlin 1 nmod NE"
    assert facts(table, {name: label}) == {(name, relation, "Berlin")}


def test_a_region_is_a_part() -> None:
    found = facts("Bayern 2 nsubj NE\nruht 0 _ VVFIN\nin 4 case APPR\nDeutschland 1 nmod NE")
    assert found == {("Bayern", "partOf", "Deutschland")}


def test_a_name_with_an_adjective_of_origin() -> None:
    table = "Der 3 det ART\nrussische 3 amod ADJA\nNordbund 4 nsubj NE\nruht 0 _ VVFIN"
    assert facts(table, {"Nordbund": "ORG"}) == {("Nordbund", "basedIn", "Russland")}


BRACKETS = """
    {}  5 nsubj NE
    (   3 punct $(
    {}  1 appos NE
    )   3 punct $(
    ruft 0 _    VVFIN
"""


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (("Ada", "PER"), ("Nordbund", "ORG"), "memberOf"),
        (("Ada", "PER"), ("Lalburg", "LOC"), "citizenOf"),
        (("Lalburg", "LOC"), ("Schilda", "LOC"), "locatedIn"),
        (("Nordbund", "ORG"), ("Schilda", "LOC"), "basedIn"),
        (("Nordbund", "ORG"), ("Ada", "PER"), ""),
    ],
)
def test_brackets(first: tuple[str, str], second: tuple[str, str], relation: str) -> None:
    found = facts(BRACKETS.format(first[0], second[0]), dict([first, second]))
    assert found == ({(first[0], relation, second[0])} if relation else set())


@pytest.mark.parametrize(
    ("form", "lemma", "name"),
    [
        ("Präsidenten", "Präsident", "Präsident"),
        ("Ministers", "minister", "Minister"),
        ("EU-Präsidenten", "EU-Präsident", "EU-Präsident"),
        ("EU-Präsidenten", "Präsident", "EU-Präsident"),
        ("Chefin", "Leitung", "Chefin"),
    ],
)
def test_role_name(form: str, lemma: str, name: str) -> None:
    assert role_name(word(tree(f"{form} 0 _ NN {lemma}"), form)) == name


def test_a_draft_tells_its_words_and_rule() -> None:
    holds, position = drafts(minister("Russische 2 amod ADJA"), ADA)
    assert (holds.predicate, holds.rule) == ("Minister", "role")
    assert (position.predicate, position.rule) == ("Russische Minister", "attribute")
    assert position.token == holds.token == 1


def test_the_tables_name_relations_of_the_ontology() -> None:
    named = {r for table in STRUCTURE["owned"].values() for rs in table.values() for r in rs}
    named |= set(STRUCTURE["placed"].values()) | set(STRUCTURE["brackets"].values())
    assert named <= set(load_relations())


@pytest.mark.parametrize(
    ("noun", "features", "relation"),
    [
        ("Polizei", "Number=Sing", "partOf"),
        ("Rebellen", "Number=Plur", "citizenOf"),
        ("Soldaten", "Number=Plur", "partOf"),
        ("Stadt", "Number=Sing", "locatedIn"),
    ],
)
def test_what_belongs_to_a_region(noun: str, features: str, relation: str) -> None:
    table = f"Die 2 det ART\n{noun} 0 _ NN _ {features}\nBayerns 2 nmod NE _ Case=Gen"
    assert {(r, o) for _, r, o in facts(table)} == {(relation, "Bayern")}


def test_a_name_that_begins_with_its_whole() -> None:
    found = facts("Der 2 det ART\nUN-Rat 3 nsubj NE\ntagt 0 _ VVFIN", {"UN-Rat": "ORG"})
    assert found == {("UN-Rat", "partOf", "Vereinte Nationen")}


@pytest.mark.parametrize(
    ("relation", "case", "found"),
    [
        ("nmod", "in", True),
        ("obl", "bei", True),
        ("appos", "nahe", True),
        ("nmod", "aus", False),
        ("conj", "in", False),
    ],
)
def test_the_place_of_a_noun(relation: str, case: str, found: bool) -> None:
    table = f"Rebellen 0 _ NN _ Number=Plur\n{case} 3 case APPR\nBerlin 1 {relation} NE"
    expected = {("basedIn", "Berlin")} if found else set()
    assert {(r, o) for _, r, o in facts(table)} == expected


def test_the_place_behind_an_attribute_may_be_of_either() -> None:
    table = """
        Treffen  0 _    NN
        der      3 det  ART
        Partei   1 nmod NN  _ Case=Gen|Number=Sing
        in       5 case APPR
        Berlin   3 nmod NE
    """
    assert facts(table) == set()


def test_a_place_without_name_is_none() -> None:
    assert facts("Rebellen 0 _ NN _ Number=Plur\nin 3 case APPR\nStadt 1 nmod NN") == set()


@pytest.mark.parametrize(
    ("owner", "attributive"),
    [
        ("Russlands 2 nmod NE", True),
        ("Russland’ 2 nmod NE", True),
        ("Russland 2 nmod NE", False),
        ("sein 2 det PPOSAT", True),
        ("der 2 det ART", False),
    ],
)
def test_only_a_genitive_stands_before_its_noun(owner: str, attributive: bool) -> None:
    assert is_attributive(tree(f"{owner}\nArmee 0 _ NN")[0]) is attributive


@pytest.mark.parametrize(("case", "attributive"), [("von", True), ("bei", True), ("aus", False)])
def test_prepositions_of_owners(case: str, attributive: bool) -> None:
    doc = tree(f"Armee 0 _ NN\n{case} 3 case APPR\nRussland 1 nmod NE")
    assert is_attributive(doc[2]) is attributive


@pytest.mark.parametrize(
    ("before", "facts_"),
    [
        ("Die 3 det ART", {("Russen", "citizenOf", "Russland")}),
        ("Deutsche 3 amod ADJA", {("Deutsche, Russen", "citizenOf", "Deutschland")}),
        ("Ethnische 3 amod ADJA ethnisch", set()),
    ],
)
def test_nationals_of_another_state(before: str, facts_: set[Fact]) -> None:
    table = f"""
        {before}
        ,       1 punct $,
        Russen  4 nsubj NN _ Number=Plur
        reisen  0 _     VVFIN
        nach    6 case  APPR
        Russland 4 obl  NE
    """
    assert facts(table, {"Russland": "LOC"}) == facts_


def test_nationals_elsewhere() -> None:
    table = """
        Die     2 det   ART
        Russen  5 nsubj NN _ Number=Plur
        in      4 case  APPR
        Berlin  2 nmod  NE
        loben   0 _     VVFIN
        Russland 5 obj  NE
    """
    found = facts(table, {"Berlin": "LOC", "Russland": "LOC"})
    assert found == {("Russen in Berlin", "basedIn", "Berlin")}


def test_coordinated_adjectives_of_origin() -> None:
    table = """
        Russische 4 amod ADJA
        und       3 cc   KON
        deutsche  1 conj ADJA
        Zeitungen 5 nsubj NN _ Number=Plur
        berichten 0 _    VVFIN
    """
    found = {(r, o) for _, r, o in facts(table)}
    assert found == {("basedIn", "Russland"), ("basedIn", "Deutschland")}


BODY = """
    Die     2 det   ART
    Polizei {head} {relation} NN _ Number=Sing
    Berlin  2 appos NE
    sucht   0 _     VVFIN
"""


def test_the_town_in_the_name_of_a_body() -> None:
    table = BODY.format(head=4, relation="nsubj")
    assert facts(table, {"Polizei Berlin": "ORG"}) == {("Polizei Berlin", "partOf", "Berlin")}
    assert facts(table, {"Berlin": "LOC"}) == {("Polizei", "partOf", "Berlin")}


def test_a_place_that_is_not_of_the_name_of_a_body() -> None:
    table = BODY.format(head=4, relation="nsubj").replace("2 appos NE", "4 obj NE")
    assert facts(table, {"Berlin": "LOC"}) == set()


def test_a_name_that_begins_with_another_is_its_own() -> None:
    names = {"Berlin-Bayern": "LOC"}
    assert facts("Berlin-Bayern 2 nsubj NE\nruft 0 _ VVFIN", names) == set()
    names = {"Berlin-Mitte": "LOC"}
    found = facts("Berlin-Mitte 2 nsubj NE\nruft 0 _ VVFIN", names)
    assert found == {("Berlin-Mitte", "partOf", "Berlin")}


@pytest.mark.parametrize("before", ["Stellvertretende 2 amod ADJA", "Die 2 det ART"])
def test_a_deputy_does_not_lead(before: str) -> None:
    role = "EU-Präsidentin" if before.startswith("Stell") else "EU-Vizepräsidentin"
    relations = {relation for _, relation, _ in facts(minister(before, role=role), ADA)}
    assert relations == {"holdsPosition", "positionIn"}


def test_the_head_of_a_body_does_not_lead_the_state() -> None:
    relations = {
        relation
        for _, relation, _ in facts(
            minister("Russische 2 amod ADJA", role="Polizeipräsidentin"), ADA
        )
    }
    assert relations == {"holdsPosition", "positionIn"}


def test_views_are_no_position() -> None:
    assert facts(minister("Die 2 det ART", role="Politikerin"), ADA) == set()


OFFICE = """
    {head}     5 nsubj NN
    {article}  3 det   ART _ Case=Gen
    Ministers  1 nmod  NN Minister Number=Sing|Case=Gen
    Russlands  3 nmod  NE _ Case=Gen
    endet      0 _     VVFIN
"""


@pytest.mark.parametrize(
    ("head", "article", "holds"),
    [("Rede", "des", True), ("Amt", "des", False)],
)
def test_positions_without_a_holder(head: str, article: str, holds: bool) -> None:
    found = facts(OFFICE.format(head=head, article=article))
    assert (("Ministers Russlands", "holdsPosition", "Minister") in found) is holds


def test_whoever_is_called_wife_or_child() -> None:
    table = """
        Otto   5 nsubj NE
        und    4 cc    KON
        {his}  4 det   {tag}
        Frau   1 conj  NN _ Number=Sing|Gender=Fem
        kommen 0 _     VVFIN
    """
    names = {"Otto": "PER"}
    his = facts(table.format(his="seine", tag="PPOSAT"), names)
    assert his == {("seine Frau", "relativeOf", "Otto")}
    assert facts(table.format(his="eine", tag="ART"), names) == set()


@pytest.mark.parametrize(
    ("form", "lemma", "features", "name"),
    [
        ("EU-Vorsitzenden", "EU-Vorsitzenden", "Case=Gen|Number=Sing", "EU-Vorsitzende"),
        ("EU-Vorsitzende", "EU-Vorsitzend", "Case=Nom|Number=Sing", "EU-Vorsitzende"),
        (
            "EU-Generalsekretärs",
            "EU-Generalsekretärs",
            "Case=Gen|Number=Sing",
            "EU-Generalsekretär",
        ),
        ("Spielerinnen", "Spielerinn", "Case=Nom|Number=Plur", "Spielerin"),
    ],
)
def test_role_names_by_the_list(form: str, lemma: str, features: str, name: str) -> None:
    assert role_name(word(tree(f"{form} 0 _ NN {lemma} {features}"), form)) == name


def test_the_head_of_an_inner_body_does_not_lead_the_whole() -> None:
    relations = {r for _, r, _ in facts(minister("Die 2 det ART", role="EU-Ratspräsidentin"), ADA)}
    assert relations == {"holdsPosition", "positionIn"}


def test_a_body_in_a_compound_outranks_a_state() -> None:
    found = facts(minister("Russische 2 amod ADJA", role="EU-Präsidentin"), ADA)
    assert ("Ada Müller", "leads", "Europäische Union") in found
    assert all(end != "Russland" for _, _, end in found)


@pytest.mark.parametrize(("relation", "found"), [("in", True), ("gegen", False)])
def test_a_body_around_an_officer(relation: str, found: bool) -> None:
    table = f"""
        Ada        7 nsubj NE
        ,          3 punct $,
        Sprecherin 1 appos NN _ Number=Sing
        {relation} 6 case  APPR
        dem        6 det   ART
        Ministerium 3 nmod NN _ Number=Sing
        kommt      0 _     VVFIN
    """
    expected = ("Ada", "positionIn", "Ministerium")
    assert (expected in facts(table, {"Ada": "PER"})) is found


@pytest.mark.parametrize(
    ("noun", "relation"), [("Soldaten", "deployedIn"), ("Rebellen", "basedIn")]
)
def test_troops_in_a_place_are_deployed_there(noun: str, relation: str) -> None:
    lemma = noun.removesuffix("en")
    table = f"Die 2 det ART\n{noun} 0 _ NN {lemma} Number=Plur\nin 4 case APPR\nLalburg 2 nmod NE"
    assert {(r, o) for _, r, o in facts(table, {"Lalburg": "LOC"})} == {(relation, "Lalburg")}


def test_a_person_is_one_of_a_people() -> None:
    kurds = "Die 2 det ART\nKurden 3 nsubj NN Kurde Number=Plur\nwarten 0 _ VVFIN\n\n"
    one = minister("Der 2 det ART", role="Kurde")
    assert facts(kurds + one, ADA) == {("Ada Müller", "memberOf", "Kurden")}
    assert facts(one, ADA) == set()


def test_a_place_below_another_noun_is_where_it_is() -> None:
    table = """
        Ein      2 det  ART
        Angriff  0 _    NN
        auf      5 case APPR
        ein      5 det  ART
        {noun}   2 nmod NN
        in       7 case APPR
        Moskau   5 nmod NE
    """
    assert facts(table.format(noun="Dorf")) == {("Dorf in Moskau", "locatedIn", "Moskau")}
    assert facts(table.format(noun="Parlament")) == set()


def test_an_adjective_before_the_noun_of_a_name_is_of_the_name() -> None:
    table = """
        Der      3 det   ART
        russische 3 amod ADJA
        Primus   5 nsubj NN
        Nordbund 3 appos NE
        kommt    0 _     VVFIN
    """
    found = facts(table, {"Nordbund": "ORG"})
    assert found == {("Nordbund", "basedIn", "Russland")}
    apart = table.replace("Nordbund 3 appos NE", "Nordbund 5 obj NE")
    assert facts(apart, {"Nordbund": "ORG"}) == set()


def test_a_government_sits_in_its_capital() -> None:
    table = """
        Die       3 det   ART
        russische 3 amod  ADJA
        Regierung 6 nsubj NN
        in        5 case  APPR
        {city}    3 nmod  NE
        schweigt  0 _     VVFIN
    """
    found = facts(table.format(city="Moskau"), {"Moskau": "LOC"})
    assert ("Russland", "basedIn", "Moskau") in found
    assert facts(table.format(city="Bayern"), {"Bayern": "LOC"}) == set()
