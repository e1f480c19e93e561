"""Mentions of one article that are the same thing."""

import pytest

from kg.reading import Cluster, Reading
from tests.trees import word
from tests.worlds import EU, GERMANY, MOSCOW, RUSSIA, read


def groups(reading: Reading) -> list[tuple[str, ...]]:
    """The words of the mentions of each cluster."""
    return [tuple(m.short or m.text for m in c.mentions) for c in reading.clusters]


def at(reading: Reading, text: str) -> Cluster:
    """The cluster of the first token with the text."""
    return reading.by_token[word(reading.doc, text).i]


def test_a_name_in_the_genitive_is_the_name() -> None:
    reading = read(
        """
        Nordbund    2 nsubj NE
        schweigt    0 _     VVFIN

        Das         2 det   ART
        Heer        4 nsubj NN
        Nordbunds   2 nmod  NE
        wartet      0 _     VVFIN
        """,
        {"Nordbund": "ORG", "Nordbunds": "ORG"},
    )
    assert groups(reading) == [("Nordbund", "Nordbunds")]
    assert reading.clusters[0].reasons == ["Nordbunds: form of Nordbund"]


@pytest.mark.parametrize(
    ("form", "features", "key"),
    [
        ("Nordbunds", "Case=Gen", "Nordbund"),
        ("Nordbunds", "_", "Nordbunds"),
        ("UNHCRS", "Case=Gen", "UNHCRS"),
        ("Voss", "Case=Gen", "Voss"),
        ("Ems", "Case=Gen", "Ems"),
    ],
)
def test_not_every_s_is_an_ending(form: str, features: str, key: str) -> None:
    reading = read(f"Das 2 det ART\nHeer 0 _ NN\n{form} 2 nmod NE _ {features}", {form: "ORG"})
    assert [c.key for c in reading.clusters] == [key]


def test_a_derived_adjective_is_its_place() -> None:
    reading = read(
        """
        Russland   2 nsubj NE
        wartet     0 _     VVFIN

        Russische  2 amod  ADJA
        Wälder     3 nsubj NN
        brennen    0 _     VVFIN
        """
    )
    assert groups(reading) == [("Russland", "Russische")]
    assert reading.clusters[0].known is RUSSIA
    assert reading.adjectives == {2: reading.clusters[0]}
    assert reading.clusters[0].reasons == ["Russische: adjective of Russland"]


def test_a_part_of_a_compound_is_what_it_names() -> None:
    reading = read("Der 2 det ART\nEU-Plan 3 nsubj NN\nruht 0 _ VVFIN")
    assert [c.known for c in reading.clusters] == [EU]
    assert reading.parts == {1: reading.clusters[0]}
    assert reading.by_token == {}
    assert reading.clusters[0].reasons == ["EU-: part of a compound"]


TWO_PERSONS = """
    Ada     3 nsubj NE
    Müller  1 flat  NE
    kommt   0 _     VVFIN

    {name}  2 nsubj NE
    bleibt  0 _     VVFIN
"""


def test_a_last_name_is_the_person_of_the_full_name() -> None:
    table = TWO_PERSONS.format(name="Müller")
    reading = read(table, {"Ada Müller": "PER", "Müller": "PER"})
    assert groups(reading) == [("Ada Müller", "Müller")]
    assert reading.clusters[0].reasons == ["Müller: last name of Ada Müller"]
    assert reading.by_token[3] is reading.by_token[0]


@pytest.mark.parametrize("name", ["Meier", "Ada"])
def test_another_name_is_another_person(name: str) -> None:
    reading = read(TWO_PERSONS.format(name=name), {"Ada Müller": "PER", name: "PER"})
    assert groups(reading) == [("Ada Müller",), (name,)]


def test_a_last_name_that_two_have_is_left_alone() -> None:
    table = "Otto 3 nsubj NE\nMüller 1 flat NE\ngeht 0 _ VVFIN\n\n" + TWO_PERSONS.format(
        name="Müller"
    )
    names = {"Ada Müller": "PER", "Otto Müller": "PER", "Müller": "PER"}
    assert groups(read(table, names)) == [("Otto Müller",), ("Ada Müller",), ("Müller",)]


def test_an_organization_of_the_name_is_another_thing() -> None:
    table = TWO_PERSONS.format(name="Müller")
    reading = read(table, {"Ada Müller": "PER", "Müller": "ORG"})
    assert groups(reading) == [("Ada Müller",), ("Müller",)]


def test_a_name_taken_for_a_place_is_still_the_person() -> None:
    table = TWO_PERSONS.format(name="Müller")
    reading = read(table, {"Ada Müller": "PER", "Müller": "LOC"})
    assert groups(reading) == [("Ada Müller", "Müller")]


BRACKETS = """
    Die     2 det   ART
    {long}  6 nsubj NE
    (       4 punct $(
    {short} 2 appos NE
    )       4 punct $(
    tagt    0 _     VVFIN
"""


def test_an_abbreviation_in_brackets() -> None:
    table = BRACKETS.format(long="Nordpartei", short="NP")
    reading = read(table, {"Nordpartei": "ORG", "NP": "ORG"})
    assert groups(reading) == [("Nordpartei", "NP")]
    assert reading.clusters[0].reasons == ["NP: abbreviation of Nordpartei"]


@pytest.mark.parametrize(
    ("long", "label", "short"), [("Nordpartei", "ORG", "XP"), ("Nora", "PER", "NP")]
)
def test_brackets_that_hold_something_else(long: str, label: str, short: str) -> None:
    reading = read(BRACKETS.format(long=long, short=short), {long: label, short: "ORG"})
    assert groups(reading) == [(long,), (short,)]


def test_an_apposition_before_a_name() -> None:
    reading = read(
        """
        Ministerin 4 nsubj NN Ministerin Number=Sing
        Ada        1 appos NE
        Müller     2 flat  NE
        kommt      0 _     VVFIN
        """,
        {"Ada Müller": "PER"},
    )
    assert groups(reading) == [("Ada Müller", "Ministerin")]
    assert at(reading, "Ministerin") is at(reading, "Ada")


def test_an_apposition_behind_a_name() -> None:
    reading = read(
        """
        Ada        6 nsubj NE
        ,          4 punct $,
        die        4 det   ART
        Ministerin 1 appos NN _ Number=Sing
        ,          4 punct $,
        kommt      0 _     VVFIN
        """,
        {"Ada": "PER"},
    )
    assert groups(reading) == [("Ada", "Ministerin")]


@pytest.mark.parametrize(("form", "number"), [("Otto", 1), ("Ottos", 2)])
def test_a_name_in_the_genitive_is_no_apposition(form: str, number: int) -> None:
    """Parsers take names beside nouns for attributes; the ending tells those that are."""
    table = f"Minister 0 _ NN _ Number=Sing\n{form} 1 nmod NE _ Case=Gen"
    assert len(read(table, {form: "PER"}).clusters) == number


def test_things_of_two_classes_are_no_apposition() -> None:
    reading = read("Ministerin 0 _ NN _ Number=Sing\nNordbund 1 appos NE", {"Nordbund": "ORG"})
    assert groups(reading) == [("Ministerin",), ("Nordbund",)]


def test_a_role_before_a_full_name_shows_a_person() -> None:
    table = "Ministerin 0 _ NN _ Number=Sing\nAda 1 appos NE\nNordbund 2 flat NE"
    reading = read(table, {"Ada Nordbund": "ORG"})
    assert [(c.type, len(c.mentions)) for c in reading.clusters] == [("Person", 2)]


def test_a_role_is_predicated_of_its_subject() -> None:
    table = """
        Ada        4 nsubj NE
        ist        4 cop   VAFIN
        {word}     4 {relation}
        Ministerin 0 _     NN    _ Number=Sing
    """
    said = read(table.format(word="jetzt", relation="advmod ADV"), {"Ada": "PER"})
    assert groups(said) == [("Ada", "Ministerin")]
    denied = read(table.format(word="nicht", relation="advmod PTKNEG"), {"Ada": "PER"})
    assert len(denied.clusters) == 2


def test_the_government_of_one_country() -> None:
    reading = read("Die 2 det ART\nBundesregierung 3 nsubj NN\nwartet 0 _ VVFIN")
    assert at(reading, "Bundesregierung").known is GERMANY


def test_a_government_with_an_adjective_is_the_state() -> None:
    reading = read(
        """
        Die       3 det   ART
        russische 3 amod  ADJA
        Regierung 4 nsubj NN  _ Number=Sing
        wartet    0 _     VVFIN
        """
    )
    assert groups(reading) == [("russische", "russische Regierung")]
    assert at(reading, "Regierung").known is RUSSIA
    assert "russische Regierung: its government" in at(reading, "Regierung").reasons


@pytest.mark.parametrize(
    "phrase", ["Deutschlands 2 nmod NE _ Case=Gen", "in 4 case APPR\nBerlin 2 nmod NE"]
)
def test_a_government_with_its_state_or_seat(phrase: str) -> None:
    reading = read(f"Die 2 det ART\nRegierung 0 _ NN _ Number=Sing\n{phrase}")
    assert at(reading, "Regierung").known is GERMANY


def test_a_government_of_nobody_knows_whom() -> None:
    reading = read("Die 2 det ART\nRegierung 3 nsubj NN _ Number=Sing\nwartet 0 _ VVFIN")
    assert at(reading, "Regierung").known is None
    assert not at(reading, "Regierung").named


def test_a_capital_that_acts_is_the_state() -> None:
    reading = read("Moskau 2 nsubj NE\nmeldet 0 _ VVFIN melden\nVerluste 2 obj NN")
    assert at(reading, "Moskau").known is RUSSIA
    assert reading.clusters[0].reasons == ["Moskau: stands for the government of Russland"]


@pytest.mark.parametrize(
    "table",
    [
        "In 2 case APPR\nMoskau 3 obl NE\nmeldet 0 _ VVFIN melden",
        "Moskau 2 nsubj NE\nfriert 0 _ VVFIN frieren",
        "Ada 2 nsubj NN\nbesuchte 0 _ VVFIN besuchen\nMoskau 2 obj NE",
    ],
)
def test_elsewhere_a_capital_is_a_city(table: str) -> None:
    assert at(read(table), "Moskau").known is MOSCOW


def test_the_state_and_its_capital_in_one_text() -> None:
    reading = read(
        """
        Moskau     2 nsubj NE
        meldet     0 _     VVFIN melden
        Verluste   2 obj   NN
        in         5 case  APPR
        Moskau     2 obl   NE
        """
    )
    assert reading.by_token[0].known is RUSSIA
    assert reading.by_token[4].known is MOSCOW


@pytest.mark.parametrize(("noun", "known"), [("Angaben", RUSSIA), ("Wälder", MOSCOW)])
def test_the_adjective_of_a_capital(noun: str, known: object) -> None:
    reading = read(
        f"Nach 3 case APPR\nMoskauer 3 amod ADJA\n{noun} 4 obl NN\nbrennt 0 _ VVFIN brennen"
    )
    assert [c.known for c in reading.clusters] == [known]


def shifted(determiner: str) -> str:
    """A sentence with a determiner before *Rebellen*."""
    return f"{determiner}\nRebellen 3 nsubj NN Rebell Number=Plur\nkommen 0 _ VVFIN\n\n"


def test_a_noun_with_the_definite_article_is_the_one_named_before() -> None:
    reading = read(shifted("Einige 2 det PIAT") + shifted("Die 2 det ART"))
    assert groups(reading) == [("Rebellen", "Rebellen")]
    assert reading.clusters[0].reasons == ["Rebellen: same noun as Einige Rebellen"]


@pytest.mark.parametrize("determiner", ["Mehrere 2 det PIAT", "Zwei 2 nummod CARD"])
def test_an_indefinite_article_brings_in_something_new(determiner: str) -> None:
    reading = read(shifted("Die 2 det ART") + shifted(determiner))
    assert len(reading.clusters) == 2


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        ("russische", "russische", 1),
        ("russische", "deutsche", 2),
        ("russische", "", 1),
        ("", "russische", 1),
    ],
)
def test_what_belongs_to_two_states_is_two_things(first: str, second: str, number: int) -> None:
    def sentence(adjective: str) -> str:
        if not adjective:
            return "Das 2 det ART\nMinisterium 3 nsubj NN _ Number=Sing\nruft 0 _ VVFIN\n\n"
        return (
            f"Das 3 det ART\n{adjective} 3 amod ADJA\nMinisterium 4 nsubj NN _ Number=Sing\n"
            "ruft 0 _ VVFIN\n\n"
        )

    reading = read(sentence(first) + sentence(second))
    assert len([c for c in reading.clusters if not c.named]) == number


def test_two_nouns_are_two_things() -> None:
    reading = read(
        """
        Das         2 det   ART
        Ministerium 3 nsubj NN    _ Number=Sing
        ruft        0 _     VVFIN
        das         5 det   ART
        Parlament   3 obj   NN    _ Number=Sing
        """
    )
    assert groups(reading) == [("Ministerium",), ("Parlament",)]


def test_clusters_come_in_the_order_of_the_text() -> None:
    reading = read(
        """
        Das         2 det   ART
        Ministerium 3 nsubj NN    _ Number=Sing
        ruft        0 _     VVFIN
        Russland    3 obj   NE
        """
    )
    assert [c.named for c in reading.clusters] == [False, True]


def test_names_vote_for_the_class_of_a_cluster() -> None:
    reading = read("Nordbund 2 nsubj NE\nkommt 0 _ VVFIN", {"Nordbund": "MISC"})
    assert [c.type for c in reading.clusters] == ["Other"]
    other = reading.clusters[0].mentions[0]
    reading.clusters[0].add([other._replace(type="Organization")])
    assert reading.clusters[0].type == "Organization"


def test_a_noun_before_a_name_shows_what_it_is() -> None:
    table = (
        "Die 2 det ART\nPolizei 4 nsubj NN _ Number=Sing\n{name} 2 {relation} NE\nkommt 0 _ VVFIN"
    )
    reading = read(table.format(name="Enac", relation="appos"), {"Enac": "PER"})
    assert reading.by_token[2].type == "Organization"
    reading = read(table.format(name="Enac", relation="nmod"), {"Enac": "PER"})
    assert reading.by_token[2].type == "Person"


def test_a_compound_that_says_what_the_organisation_is() -> None:
    table = "Der 2 det ART\n{noun} 3 nsubj NN _ Number=Sing\nwächst 0 _ VVFIN\nEU 3 obj NE"
    reading = read(table.format(noun="EU-Konzern"), {"EU": "ORG"})
    assert reading.by_token[1] is reading.by_token[3]
    reading = read(table.format(noun="EU-Polizei"), {"EU": "ORG"})
    assert reading.by_token[1] is not reading.by_token[3]


def test_a_place_that_something_is_predicated_of() -> None:
    table = """
        {name} 4 nsubj NE
        ist    4 cop   VAFIN
        eine   4 det   ART
        Stadt  0 _     NN _ Number=Sing
    """
    reading = read(table.format(name="Kiel"), {"Kiel": "LOC"})
    assert reading.by_token[3] is reading.by_token[0]
    reading = read(table.format(name="Russland"), {"Russland": "LOC"})
    assert reading.by_token[3] is not reading.by_token[0]


def test_the_genitive_in_a_name() -> None:
    table = """
        Chef      4 nsubj NN _ Number=Sing
        des       3 det   ART
        Konzerns  1 nmod  NN Konzern Case=Gen|Number=Sing
        Nordlicht 3 appos NE
    """
    reading = read(table.replace("4 nsubj", "0 _"), {"Konzerns Nordlicht": "ORG"})
    assert reading.by_token[2].key == "Konzern Nordlicht"


TITLED = """
    Der      2 det   ART _ Case=Nom
    Minister 4 nsubj NN _ Case=Nom|Number=Sing
    {name}   2 {dep} NE _ Case=Gen
    kommt    0 _     VVFIN

    Otto     2 nsubj NE
    geht     0 _     VVFIN
"""


def test_a_name_in_s_behind_a_title_is_whole() -> None:
    reading = read(TITLED.format(name="Enders", dep="appos"), {"Enders": "PER"})
    assert "Enders" in {c.key for c in reading.clusters}


def test_a_genitive_is_no_apposition() -> None:
    reading = read(TITLED.format(name="Ottos", dep="appos"), {"Ottos": "PER", "Otto": "PER"})
    assert reading.by_token[1] is not reading.by_token[2]


def test_an_abbreviation_behind_a_quoted_name() -> None:
    reading = read(
        """
        „         2 punct $(
        Nordbund  0 _     NE
        “         2 punct $(
        (         5 punct $(
        NB        2 appos NE
        )         5 punct $(
        """,
        {"Nordbund": "ORG", "NB": "ORG"},
    )
    assert groups(reading) == [("Nordbund", "NB")]


@pytest.mark.parametrize(("noun", "same"), [("EU-Konzern", True), ("EU-Zeitung", False)])
def test_a_compound_that_says_what_its_name_is(noun: str, same: bool) -> None:
    reading = read(
        f"Die 2 det ART\nEU 3 nsubj NE\nwartet 0 _ VVFIN\n\nDer 2 det ART\n{noun} 0 _ NN {noun}",
        {"EU": "ORG"},
    )
    assert (at(reading, noun) is at(reading, "EU")) is same


@pytest.mark.parametrize(
    ("noun", "name", "label", "joined"),
    [
        ("Ministern Number=Plur", "Otto", "PER", True),  # a weak singular looks like a plural
        ("Gutachter Number=Sing", "Nordbank", "ORG", False),
        ("Waffenhändler Number=Sing", "Nordbank", "ORG", True),
    ],
)
def test_a_noun_right_before_a_name_of_another_class(
    noun: str, name: str, label: str, joined: bool
) -> None:
    word_, features = noun.split()
    table = f"Der 2 det ART\n{word_} 4 nsubj NN _ {features}\n{name} 2 appos NE\nkommt 0 _ VVFIN"
    reading = read(table, {name: label})
    assert (reading.by_token[1] is reading.by_token[2]) is joined


def test_who_is_named_behind_the_place_of_two_offices_holds_both() -> None:
    table = """
        die         2 det   ART
        Ministerin  8 nsubj NN   _ Gender=Fem|Number=Sing
        und         4 cc    KON
        Präsidentin 2 conj  NN   _ Gender=Fem|Number=Sing
        von         6 case  APPR
        Moskau      4 nmod  NE
        Ada         6 flat  NE
        lobt        0 _     VVFIN
    """
    reading = read(table, {"Moskau": "LOC", "Ada": "PER"})
    ada = reading.by_token[6]
    assert reading.by_token[1] is ada
    assert reading.by_token[3] is ada


@pytest.mark.parametrize(("noun", "joined"), [("Hafenstadt", True), ("Stadion", False)])
def test_what_is_in_a_town_is_not_the_town(noun: str, joined: bool) -> None:
    reading = read(
        f"""
        Die    2 det   ART
        {noun} 4 nsubj NN {noun} Number=Sing
        Moskau 2 appos NE
        feiert 0 _     VVFIN
        """,
        {"Moskau": "LOC"},
    )
    assert (at(reading, noun) is at(reading, "Moskau")) is joined


@pytest.mark.parametrize(("label", "one"), [("ORG", True), ("LOC", False)])
def test_a_firm_may_be_a_daughter(label: str, one: bool) -> None:
    reading = read(
        """
        Ihre      2 det   ART
        Tochter   4 nsubj NN
        Nordbank  2 appos NE
        wächst    0 _     VVFIN
        """,
        {"Nordbank": label},
    )
    assert (at(reading, "Tochter") is at(reading, "Nordbank")) is one
