"""Words that refer to something: names, derived adjectives, compound parts, common nouns."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from kg.gazetteer import Actor, Known
from kg.mentions import (
    Found,
    find_mentions,
    is_body,
    last_part,
    nominal,
    type_of_actor,
)
from tests.trees import tree, word
from tests.worlds import EU, GERMANY, MOSCOW, RUSSIA, UN, small_gazetteer


def found(table: str, ents: Mapping[str, str] | None = None) -> list[Found]:
    return find_mentions(tree(table, ents), small_gazetteer())


def only(table: str, ents: Mapping[str, str] | None = None) -> Found:
    mentions = found(table, ents)
    assert len(mentions) == 1, mentions
    return mentions[0]


def test_a_name_of_the_pipeline() -> None:
    mention = only(
        """
        Gestern 2 advmod ADV
        traf    0 _      VVFIN
        Ada     2 nsubj  NE
        Müller  3 flat   NE
        ein     2 compound:prt PTKVZ
        """,
        {"Ada Müller": "PER"},
    )
    assert (mention.kind, mention.type, mention.text) == ("name", "Person", "Ada Müller")
    assert (mention.first, mention.end, mention.head) == (2, 4, 2)
    assert (mention.start_char, mention.end_char) == (13, 23)
    assert mention.known is None
    assert mention.base == "Ada Müller"


def test_the_gazetteer_outweighs_the_class_of_the_pipeline() -> None:
    mention = only("Moskau 2 nsubj NE\nschweigt 0 _ VVFIN", {"Moskau": "ORG"})
    assert (mention.type, mention.detail, mention.known) == ("Place", "city", MOSCOW)


def test_a_known_name_that_the_pipeline_missed() -> None:
    mention = only("In 3 case APPR\nganz 3 advmod ADV\nRussland 0 _ NE")
    assert (mention.kind, mention.text, mention.known) == ("name", "Russland", RUSSIA)


def test_a_known_name_in_capitals() -> None:
    mention = only("RUSSLAND 2 nsubj NE\nschweigt 0 _ VVFIN", {"RUSSLAND": "LOC"})
    assert mention.known == RUSSIA


def test_the_longest_known_name_wins() -> None:
    mention = only("Die 3 det ART\nVereinten 3 amod ADJA/PROPN\nNationen 0 _ NN/PROPN")
    assert (mention.text, mention.known) == ("Vereinten Nationen", UN)


@pytest.mark.parametrize("form", ["Russlands", "Russland’", "Russland'"])
def test_a_known_name_in_the_genitive(form: str) -> None:
    assert only(f"Präsenz 0 _ NN\n{form} 1 nmod NE").known is RUSSIA


def test_a_family_name_in_e_is_no_place_without_it() -> None:
    known = replace(small_gazetteer(), families={"Russlande": UN})
    doc = tree("Präsenz 0 _ NN\nRusslandes 1 nmod NE", {"Russlandes": "PER"})
    assert [m.known for m in find_mentions(doc, known) if m.kind == "name"] == [None]


def test_quotation_marks_and_articles_are_no_part_of_a_name() -> None:
    mention = only(
        "der 3 det ART\n„ 3 punct $(\nNordbote 0 _ NE\n“ 3 punct $(", {"der „Nordbote“": "ORG"}
    )
    assert (mention.text, mention.type) == ("Nordbote", "Organization")


def test_an_article_may_be_part_of_a_known_name() -> None:
    gazetteer = small_gazetteer()
    known = Known("Den Elm", "Place", "city", "Den Elm", "Den Elm", None)
    gazetteer = replace(gazetteer, names={**gazetteer.names, "Den Elm": known})
    (mention,) = find_mentions(tree("Den 2 det ART\nElm 0 _ NE", {"Den Elm": "LOC"}), gazetteer)
    assert (mention.text, mention.known) == ("Den Elm", known)


def test_people_by_their_age() -> None:
    mention = only("Der 2 det ART\n45-Jährige 0 _ NN _ Gender=Masc|Number=Sing")
    assert (mention.type, mention.kind) == ("Person", "nominal")


@pytest.mark.parametrize("noun", ["Bundesregierung", "Minister"])
def test_a_title_before_a_known_name_is_no_part_of_it(noun: str) -> None:
    mentions = found(f"{noun} 0 _ NN\nRussland 1 appos NE", {f"{noun} Russland": "ORG"})
    assert [m.text for m in mentions][1:] == ["Russland"]


def test_an_unknown_name_keeps_the_noun_before_it() -> None:
    mention = only("Kanzlerin 0 _ NN\nXylo 1 flat NE", {"Kanzlerin Xylo": "ORG"})
    assert mention.text == "Kanzlerin Xylo"


def test_a_currency_is_no_name() -> None:
    assert found("Euro 0 _ NN", {"Euro": "MISC"}) == []


def test_an_entity_of_articles_alone_is_none() -> None:
    assert found("der 2 det ART\nWeg 0 _ NN", {"der": "MISC"}) == []


def test_a_common_noun_is_no_name_even_if_the_pipeline_says_so() -> None:
    mention = only(
        "Das 2 det ART\nMinisterium 3 nsubj NN\nschweigt 0 _ VVFIN", {"Ministerium": "ORG"}
    )
    assert (mention.kind, mention.detail) == ("nominal", "state_body")


def test_the_last_noun_of_an_other_name_tells_its_class() -> None:
    mention = only("der 3 det ART\nKalte 3 amod ADJA\nKrieg 0 _ NN", {"Kalte Krieg": "MISC"})
    assert (mention.kind, mention.type) == ("name", "Event")


@pytest.mark.parametrize(
    ("form", "known"), [("russischen", RUSSIA), ("deutsche", GERMANY), ("Moskauer", MOSCOW)]
)
def test_an_adjective_of_origin(form: str, known: object) -> None:
    mention = only(f"die 3 det ART\n{form} 3 amod ADJA\nWälder 0 _ NN")
    assert (mention.kind, mention.known, mention.text) == ("derived", known, form)


def test_a_noun_in_er_is_no_adjective() -> None:
    assert found("Der 2 det ART\nMoskauer 3 nsubj NN\nschläft 0 _ VVFIN") == []


def test_a_name_in_a_compound() -> None:
    mention = only("Der 2 det ART\nEU-Plan 3 nsubj NN\nruht 0 _ VVFIN")
    assert (mention.kind, mention.text, mention.known) == ("part", "EU-", EU)
    assert (mention.start_char, mention.end_char) == (4, 7)


def test_a_name_in_a_longer_compound() -> None:
    mentions = found("Der 2 det ART\nEU-Russland-Gipfel 3 nsubj NN\nruht 0 _ VVFIN")
    assert [(m.kind, m.text) for m in mentions] == [
        ("part", "EU-"),
        ("nominal", "EU-Russland-Gipfel"),
    ]


def test_a_compound_has_a_part_and_a_head() -> None:
    part, head = found("Der 2 det ART\nEU-Präsident 3 nsubj NN\nreist 0 _ VVFIN")
    assert (part.kind, head.kind, head.type, head.detail) == ("part", "nominal", "Person", "leader")
    assert last_part(word(tree("EU-Präsident 0 _ NN"), "EU-Präsident")) == "Präsident"


def test_words_inside_a_name_are_no_mentions_of_their_own() -> None:
    mention = only(
        "die 3 det ART\nrussische 3 amod ADJA\nRegierungspartei 0 _ NE",
        {"russische Regierungspartei": "ORG"},
    )
    assert mention.kind == "name"


@pytest.mark.parametrize(
    ("noun", "features", "type_", "detail"),
    [
        ("Präsidentin", "Number=Sing", "Person", "leader"),
        ("Präsidenten", "Number=Plur", "Group", "leader"),
        ("Verteidigungsministerin", "Number=Sing", "Person", "officer"),
        ("Regierung", "Number=Sing", "Organization", "government"),
        ("Ministerium", "Number=Sing", "Organization", "state_body"),
        ("Soldaten", "Number=Plur", "Group", "persons"),
        ("Männer", "Number=Plur", "Group", "person"),
        ("Stadt", "Number=Sing", "Place", "place"),
        ("Bürgerkrieg", "Number=Sing", "Event", "event"),
        ("Rakete", "Number=Sing", "Product", "product"),
    ],
)
def test_common_nouns(noun: str, features: str, type_: str, detail: str) -> None:
    mention = only(f"Die 2 det ART\n{noun} 3 nsubj NN _ {features}\nkommen 0 _ VVFIN")
    assert (mention.kind, mention.type, mention.detail) == ("nominal", type_, detail)


@pytest.mark.parametrize("noun", ["Entführung", "Tisch", "Regierungsrat"])
def test_other_nouns_are_no_mentions(noun: str) -> None:
    assert found(f"Die 2 det ART\n{noun} 3 nsubj NN\nkommt 0 _ VVFIN") == []


def test_the_longer_tail_decides_between_role_and_actor() -> None:
    gazetteer = small_gazetteer()
    assert {"minister", "ministerium"} <= set(gazetteer.roles) | set(gazetteer.actors)
    assert only("Das 2 det ART\nMinisterium 0 _ NN").type == "Organization"


def test_a_nominal_spans_its_phrase_and_knows_its_core() -> None:
    mention = only(
        """
        Die          3 det   ART
        bewaffneten  3 amod  ADJA
        Separatisten 6 nsubj NN Separatist Number=Plur
        im           5 case  APPRART
        Süden        3 nmod  NN
        fliehen      0 _     VVFIN
        """
    )
    assert mention.text == "bewaffneten Separatisten im Süden"
    assert mention.short == "bewaffneten Separatisten"
    assert mention.base == "Separatist"


def test_numerals_belong_to_the_core() -> None:
    assert only("32 2 nummod CARD\nSoldaten 0 _ NN").short == "32 Soldaten"


@pytest.mark.parametrize("first", ["Ein 2 nummod CARD", "Bewaffnete 2 acl ADJA"])
def test_the_core_is_a_part_of_the_phrase(first: str) -> None:
    mention = only(f"{first}\nSoldaten 0 _ NN Soldat Number=Plur")
    assert (mention.text, mention.short) == ("Soldaten", "Soldaten")


@pytest.mark.parametrize(
    ("form", "features", "type_"),
    [
        ("Russe", "Number=Sing", "Person"),
        ("Russen", "Number=Plur", "Group"),
        ("Russen", "_", "Group"),
    ],
)
def test_nationals(form: str, features: str, type_: str) -> None:
    mention, *states = found(f"{form} 2 nsubj NN Russe {features}\nreisen 0 _ VVFIN")
    assert (mention.kind, mention.type, mention.known) == ("national", type_, RUSSIA)
    assert [(m.kind, m.known) for m in states] == [("part", RUSSIA)] * (type_ == "Person")


def test_a_national_is_named_by_the_phrase() -> None:
    mention, _ = found("Der 3 det ART\nalte 3 amod ADJA\nRusse 0 _ NN Russe Number=Sing")
    assert (mention.text, mention.short, mention.base) == ("alte Russe", "alte Russe", "Russe")


def test_a_word_for_one_government_is_the_state() -> None:
    mention = only("Die 2 det ART\nBundesregierung 3 nsubj NN\nschweigt 0 _ VVFIN")
    assert (mention.kind, mention.type, mention.known) == ("name", "Place", GERMANY)
    assert mention.detail == "government"


def test_mentions_come_in_the_order_of_the_text() -> None:
    mentions = found(
        """
        Russische 2 amod  ADJA
        Soldaten  4 nsubj NN
        sind      4 cop   VAFIN
        Deutsche  0 _     ADJA
        """
    )
    starts = [m.start_char for m in mentions]
    assert starts == sorted(starts)
    assert [m.text for m in mentions] == ["Russische", "Russische Soldaten", "Deutsche"]


@pytest.mark.parametrize(
    ("name", "rest"),
    [("Nordrussland", "russland"), ("Westukraine", "ukraine"), ("Ostdeutschlands", "deutschlands")],
)
def test_the_state_in_the_name_of_its_part(name: str, rest: str) -> None:
    part, whole = found(f"{name} 2 nsubj NE\nruht 0 _ VVFIN", {name: "LOC"})
    if whole.kind == "part":
        part, whole = whole, part
    assert (part.text, part.type) == (rest, "Place")
    assert part.known in (RUSSIA, GERMANY, small_gazetteer().names["Ukraine"])
    assert (part.end_char - part.start_char, part.end_char) == (len(rest), len(name))
    assert (whole.kind, whole.known) == ("name", None)


def test_a_part_of_a_state_is_a_name_where_the_pipeline_found_none() -> None:
    kinds = {(m.kind, m.detail) for m in found("Nordrussland 2 nsubj NE\nruht 0 _ VVFIN")}
    assert kinds == {("part", "state"), ("name", "region")}


@pytest.mark.parametrize(
    ("ents", "texts"),
    [
        ({"Ada Müller": "PER"}, ["Ada Müller", "Müller"]),
        ({"Ada Müller": "ORG"}, ["Ada Müller"]),
        ({}, []),
    ],
)
def test_the_last_name_of_a_person_is_a_name(ents: Mapping[str, str], texts: list[str]) -> None:
    table = "Ada 3 nsubj NE\nMüller 1 flat NE\ngeht 0 _ VVFIN\n\nMüller 2 nsubj NE\nsingt 0 _ VVFIN"
    assert [m.text for m in found(table, ents)] == texts


def test_a_part_of_a_place_goes_by_its_genitive() -> None:
    table = """
        Der    2 det  ART
        Norden 0 _    NN _ Number=Sing
        der    4 det  ART
        Ukraine 2 nmod NE _ Case=Gen
    """
    norden = nominal(tree(table)[1], "Place", "region")
    assert (norden.short, norden.title) == ("Norden der Ukraine", "Norden der Ukraine")
    assert nominal(tree(table)[1], "Place", "place").short == "Norden"


def test_an_organisation_of_this_text_begins_a_compound() -> None:
    table = """
        Nordbank 2 nsubj NE
        lobt     0 _     VVFIN
        den      4 det   ART
        Nordbank-Minister 2 obj NN _ Number=Sing
    """
    parts = [m.base for m in found(table, {"Nordbank": "ORG"}) if m.kind == "part"]
    assert parts == ["Nordbank"]
    assert [m for m in found(table, {"Nordbank": "PER"}) if m.kind == "part"] == []


@pytest.mark.parametrize(
    ("name", "place"),
    [("Polizei Berlin", "Berlin"), ("Polizei Berlin-Mitte", "Berlin-Mitte"),
     ("Polizei Russland", ""), ("Polizei Kiel", "Kiel"), ("Polizei Ahlstadt", "")],
)  # fmt: skip
def test_the_place_in_the_name_of_a_body(name: str, place: str) -> None:
    first, last = name.split()
    table = f"{first} 3 nsubj NN\n{last} 1 appos NE\nruft 0 _ VVFIN"
    parts = [m.text for m in found(table, {name: "ORG"}) if m.kind == "part" and m.end == 2]
    assert [p for p in parts if p == last] == ([place] if place else [])


def test_a_body_is_a_title_before_a_name() -> None:
    title = found("Stadtrat 0 _ NN\nOtto 1 appos NE", {"Otto": "PER"})
    assert (title[0].text, title[0].detail) == ("Stadtrat", "member")
    assert all(m.detail != "member" for m in found("Stadtrat 2 nsubj NN\ntagt 0 _ VVFIN"))


def test_a_neuter_noun_is_no_form_of_a_role() -> None:
    assert not found("Gutachten 0 _ NN _ Gender=Neut|Number=Sing")


@pytest.mark.parametrize(("noun", "part"), [("UNpräsident", False), ("Vereintsprecher", False)])
def test_a_compound_without_a_known_body(noun: str, part: bool) -> None:
    assert any(m.kind == "part" for m in found(f"{noun} 0 _ NN")) is part


def test_a_body_in_a_compound_without_hyphen() -> None:
    gazetteer = small_gazetteer()
    gazetteer = replace(gazetteer, names={**gazetteer.names, "Hansa": EU})
    mentions = list(find_mentions(tree("Hansasprecher 0 _ NN"), gazetteer))
    assert [(m.text, m.kind) for m in mentions] == [("Hansa", "part"), ("Hansasprecher", "nominal")]


def test_a_part_of_a_state_is_a_place_of_its_own() -> None:
    mentions = found("In 2 case APPR\nNordrussland 0 _ NE")
    assert [(m.text, m.kind, m.type) for m in mentions] == [
        ("Nordrussland", "name", "Place"),
        ("russland", "part", "Place"),
    ]


@pytest.mark.parametrize(
    ("before", "kind"), [("Die 2 det ART", "name"), ("Drei 2 nummod CARD", "nominal")]
)
def test_a_people_is_named_and_some_of_it_described(before: str, kind: str) -> None:
    assert only(f"{before}\nKurden 0 _ NN Kurde Number=Plur").kind == kind


def test_a_state_behind_a_noun_is_the_name() -> None:
    mentions = found("Der 2 det ART\nMann 0 _ NN\nRussland 2 appos NE", {"Mann Russland": "LOC"})
    assert "Russland" in [m.text for m in mentions]


@pytest.mark.parametrize(
    ("type_", "part", "better"),
    [
        ("Product", "gutachten", True),
        ("Person", "gutachten", False),
        ("Person", "obergutachten", True),
        ("Product", "achten", False),
    ],
)
def test_an_actor_or_a_role(type_: str, part: str, better: bool) -> None:
    token = tree("Gutachten 0 _ NN _ Number=Sing")[0]
    assert is_body(token, (part, Actor(type_, "")), "gutachten") is better


def test_an_article_that_belongs_to_a_name_stays() -> None:
    gazetteer = small_gazetteer()
    names = {**gazetteer.names, "Den Haag": MOSCOW}
    table = "In 3 case APPR\n{first} 3 det ART\nHaag 0 _ NE"

    def texts(first: str) -> list[str]:
        doc = tree(table.format(first=first), {f"{first} Haag": "LOC"})
        return [m.text for m in find_mentions(doc, replace(gazetteer, names=names))]

    assert texts("Den") == ["Den Haag"]
    assert texts("Der") == ["Haag"]


def test_nationals_with_one_form_for_both_numbers() -> None:
    gazetteer = small_gazetteer()
    gazetteer = replace(gazetteer, nationals={"nordländer": (RUSSIA, "Nordländer")})

    def types(table: str) -> list[tuple[str, str]]:
        return [(m.type, m.short or m.base) for m in find_mentions(tree(table), gazetteer)]

    verb = "helfen 0 _ VVFIN"
    assert types(f"Süd-Nordländer 2 nsubj NN _ Number=Sing\n{verb}")[0][0] == "Group"
    assert types(f"Ein 2 det ART\nNordländer 3 nsubj NN _ Number=Sing\n{verb}")[0][0] == "Person"


@pytest.mark.parametrize(
    ("actor", "form", "number", "type_"),
    [
        (Actor("Organization", "body"), "Parteien", "Plur", "Group"),
        (Actor("Organization", "body"), "Partei", "Sing", "Organization"),
        (Actor("Organization", "body"), "Seestreitkräfte", "Plur", "Organization"),
        (Actor("Organization", "state_body"), "Ermittlungsbehörden", "Plur", "Organization"),
        (Actor("Person", "person"), "Männer", "Plur", "Group"),
        (Actor("Place", "place"), "Dörfer", "Plur", "Place"),
    ],
)
def test_several_bodies_are_a_group(actor: Actor, form: str, number: str, type_: str) -> None:
    assert type_of_actor(actor, tree(f"{form} 0 _ NN _ Number={number}")[0]) == type_


def test_a_place_by_which_somebody_in_the_article_is_called_is_none() -> None:
    mentions = found(
        """
        Ada    3 nsubj NE
        Berlin 1 flat  NE
        kommt  0 _     VVFIN

        Berlin 2 nsubj NE
        geht   0 _     VVFIN
        """,
        {"Ada Berlin": "PER"},
    )
    assert [(m.text, m.type) for m in mentions] == [("Ada Berlin", "Person"), ("Berlin", "Person")]


@pytest.mark.parametrize(
    ("label", "type_"), [("MISC", "Event"), ("ORG", "Organization"), ("PER", "Person")]
)
def test_the_noun_that_a_name_hangs_on_tells_an_event(label: str, type_: str) -> None:
    table = """
        Der    2 det   ART
        Krieg  5 nsubj NN _ Number=Sing
        von    4 case  APPR
        Elmsee 2 nmod  NE
        endete 0 _     VVFIN
    """
    name = next(m for m in found(table, {"Krieg von Elmsee": label}) if m.kind == "name")
    assert (name.text, name.type) == ("Krieg von Elmsee", type_)


def test_a_body_whose_name_ends_in_an_event_is_one() -> None:
    table = "Der 2 det ART\nNordgipfel 3 nsubj NE\nendete 0 _ VVFIN"
    assert only(table, {"Nordgipfel": "ORG"}).type == "Event"


@pytest.mark.parametrize(
    ("ents", "types"),
    [({"Moskauerin": "LOCderiv"}, {("national", "Person"), ("part", "Place")}), ({}, set())],
)
def test_who_is_from_a_town(ents: dict[str, str], types: set[tuple[str, str]]) -> None:
    table = "Eine 2 det ART\nMoskauerin 3 nsubj NN _ Gender=Fem|Number=Sing\nsiegt 0 _ VVFIN"
    mentions = found(table, ents)
    assert {(m.kind, m.type) for m in mentions} == types
    assert all(m.known == MOSCOW for m in mentions)
