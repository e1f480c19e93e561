"""Entities of several articles: which are one, and what they are called."""

import pytest

from kg.cities import City, clear_winner, find_cities, meant_city
from kg.decisions import PROGRAM
from kg.entities import identify, slugify, states_around
from kg.gazetteer import Known
from kg.mentions import Found
from kg.model import Decision, Document, Entity, InputError, Quote, Side, Span, Verdict
from kg.parts import Article, Part, as_article, as_mentions
from tests.worlds import read

BASE = "https://example.org/id/"
WIKIDATA = "http://www.wikidata.org/entity/"


def article(name: str, table: str, **labels: str) -> Article:
    """An article whose names have the labels: `article("a", …, Ada_Müller="PER")`."""
    reading = read(table, {words.replace("_", " "): label for words, label in labels.items()})
    return as_article(Document(name, reading.doc.text), reading)


def person(name: str, words: str) -> Article:
    """An article about one person."""
    first, *rest = words.split()
    table = f"{first} {len(rest) + 2} nsubj NE\n"
    table += "".join(f"{word} 1 flat NE\n" for word in rest)
    return article(name, f"{table}kommt 0 _ VVFIN", **{words.replace(" ", "_"): "PER"})


def entities(*articles: Article) -> tuple[Entity, ...]:
    """All entities, nominals included."""
    used = {id(c) for a in articles for c in a.reading.clusters}
    return identify(articles, used, BASE)[0]


def names(*articles: Article) -> list[str]:
    return sorted(e.name for e in entities(*articles))


def test_a_last_name_is_the_known_person_who_alone_has_it() -> None:
    full, bare = person("a", "Ada Müller"), person("b", "Müller")
    ada = Known("Q99999905", "Person", "person", "Ada Müller", "Ada Müller", "Q99999905")
    full.reading.clusters[0].known = ada
    assert [(e.id, len(e.mentions)) for e in entities(full, bare)] == [(WIKIDATA + ada.key, 2)]


def test_what_is_linked_is_its_wikidata_iri() -> None:
    (russia,) = entities(article("a", "Russland 2 nsubj NE\nwartet 0 _ VVFIN"))
    assert russia.id == WIKIDATA + "Q159"
    assert russia.wikidata == "Q159"
    assert (russia.type, russia.name) == ("Place", "Russland")
    assert russia.labels == (("de", "Russland"), ("en", "Russia"))


def test_what_is_known_without_identifier_has_an_iri_of_its_own() -> None:
    (berlin,) = entities(article("a", "In 2 case APPR\nBerlin 0 _ NE"))
    assert (berlin.id, berlin.wikidata) == (BASE + "berlin", None)


def test_a_state_is_one_in_all_articles() -> None:
    one = article("a", "Russland 2 nsubj NE\nwartet 0 _ VVFIN")
    two = article("b", "Russische 2 amod ADJA\nWälder 3 nsubj NN\nbrennen 0 _ VVFIN")
    (russia,) = entities(one, two)
    assert [(m.span.document, m.text) for m in russia.mentions] == [
        ("a", "Russland"),
        ("b", "Russische"),
    ]


def test_a_person_of_the_same_name_is_one() -> None:
    (ada,) = entities(person("a", "Ada Müller"), person("b", "Ada Müller"))
    assert ada.id == BASE + "ada-mueller"
    assert ada.labels == (("de", "Ada Müller"), ("en", "Ada Müller"))
    assert len(ada.mentions) == 2


def test_namesakes_are_two() -> None:
    assert names(person("a", "Ada Müller"), person("b", "Otto Müller")) == [
        "Ada Müller",
        "Otto Müller",
    ]


def test_a_last_name_alone_is_the_one_person_who_has_it() -> None:
    assert names(person("a", "Müller"), person("b", "Ada Müller")) == ["Ada Müller"]


def test_a_last_name_that_two_have_is_nobody_known() -> None:
    found = names(person("a", "Ada Müller"), person("b", "Otto Müller"), person("c", "Müller"))
    assert found == ["Ada Müller", "Müller", "Otto Müller"]


def test_a_person_and_an_organization_of_one_name_are_two() -> None:
    bank = article("b", "Merck 2 nsubj NE\nwächst 0 _ VVFIN", Merck="ORG")
    found = entities(person("a", "Merck"), bank)
    assert {(e.id, e.type) for e in found} == {
        (BASE + "merck", "Organization"),
        (BASE + "merck-2", "Person"),
    }


def test_numbers_behind_iris_take_no_other_name() -> None:
    articles = [
        article(str(i), f"{name} 2 nsubj NE\nwartet 0 _ VVFIN", **{name: "ORG"})
        for i, name in enumerate(["Bär", "Baer", "Baer-2"])
    ]
    assert len({e.id for e in entities(*articles)}) == 3


REBELS = """
    Russische 2 amod  ADJA
    Rebellen  3 nsubj NN   Rebell Number=Plur
    kommen    0 _     VVFIN
"""


def test_unnamed_things_stay_within_their_article() -> None:
    found = entities(article("erste", REBELS), article("zweite", REBELS))
    assert [e.id for e in found if e.type == "Group"] == [
        BASE + "erste/russische-rebellen",
        BASE + "zweite/russische-rebellen",
    ]
    assert [e.labels for e in found if e.type == "Group"] == [(("de", "Russische Rebellen"),)] * 2


def test_unnamed_things_are_kept_only_where_they_are_used() -> None:
    found, ids, _ = identify([article("a", REBELS)], set(), BASE)
    assert [e.name for e in found] == ["Russland"]
    assert list(ids.values()) == [WIKIDATA + "Q159"]


def test_every_cluster_knows_its_entity() -> None:
    articles = [person("a", "Müller"), person("b", "Ada Müller"), article("c", REBELS)]
    clusters = [c for a in articles for c in a.reading.clusters]
    found, ids, _ = identify(articles, {id(c) for c in clusters}, BASE)
    assert set(ids) == {id(c) for c in clusters}
    assert set(ids.values()) == {e.id for e in found}
    assert ids[id(clusters[0])] == ids[id(clusters[1])]


def test_entities_do_not_depend_on_the_order_of_articles() -> None:
    one, two = person("a", "Müller"), person("b", "Ada Müller")
    assert [e.id for e in entities(one, two)] == [e.id for e in entities(two, one)]
    assert [e.name for e in entities(one, two)] == [e.name for e in entities(two, one)]


def side(entity: Entity, document: str = "") -> Side:
    """An entity, or what one article says of it, as one side of a decision."""
    kept = [m for m in entity.mentions if document in ("", m.span.document)]
    return Side(entity.name, entity.type, tuple(Quote(m.span, m.text) for m in kept))


def decided(left: Side, right: Side, verdict: Verdict) -> Decision:
    return Decision((left, right), verdict, None, (), "Otto")


def after(articles: list[Article], *decisions: Decision) -> list[list[str]]:
    """The articles of each entity when people have decided."""
    found = identify(articles, set(), BASE, decisions).entities
    return [sorted({m.span.document for m in e.mentions}) for e in found]


def test_a_hand_merges_and_splits_whatever_the_names() -> None:
    ada, otto = person("a", "Ada Müller"), person("b", "Otto Alm")
    two = entities(ada, otto)
    assert after([ada, otto], decided(side(two[0]), side(two[1]), Verdict.SAME)) == [["a", "b"]]
    ada_too = person("c", "Ada Müller")
    (one,) = entities(ada, ada_too)
    split = decided(side(one, "c"), side(one, "a"), Verdict.DIFFERENT)
    assert after([ada, ada_too], split) == [["a"], ["c"]]


def test_a_decision_holds_when_more_and_less_is_read() -> None:
    ada, otto, more = person("a", "Ada Müller"), person("b", "Otto Alm"), person("c", "Ada Müller")
    two = entities(ada, otto)
    same = decided(side(two[0]), side(two[1]), Verdict.SAME)
    assert after([more, otto, ada], same) == [["a", "b", "c"]]
    assert after([more, otto], same) == [["c"], ["b"]]


def test_a_hand_takes_a_thing_from_its_entry_in_the_gazetteer() -> None:
    one = article("a", "Russland 2 nsubj NE\nwartet 0 _ VVFIN")
    two = article("b", "Russland 2 nsubj NE\nwartet 0 _ VVFIN")
    (russia,) = entities(one, two)
    split = decided(side(russia, "b"), side(russia, "a"), Verdict.DIFFERENT)
    found = identify([one, two], set(), BASE, [split]).entities
    assert [(e.id, e.wikidata) for e in found] == [
        (WIKIDATA + "Q159", "Q159"),
        (BASE + "russland", None),
    ]


def test_decisions_that_contradict_each_other_are_refused() -> None:
    ada, otto = person("a", "Ada Müller"), person("b", "Otto Alm")
    one, two = entities(ada, otto)
    both = [decided(side(one), side(two), v) for v in (Verdict.SAME, Verdict.DIFFERENT)]
    with pytest.raises(InputError, match="contradict each other"):
        identify([ada, otto], set(), BASE, both)


def test_each_merge_is_on_record_with_score_and_reasons() -> None:
    record = identify([person("a", "Müller"), person("b", "Ada Müller")], set(), BASE).decisions
    assert [(d.verdict, d.score, d.reasons, d.by) for d in record] == [
        (Verdict.SAME, 0.73, ("Müller: last name of Ada Müller",), PROGRAM)
    ]


def test_decisions_by_hand_come_first_in_an_order_of_their_own() -> None:
    articles = [person("a", "Ada Müller"), person("b", "Otto Alm"), person("c", "Eva Ufer")]
    one, two, three = entities(*articles)
    hand = [decided(side(a), side(b), Verdict.DIFFERENT) for a, b in ((three, two), (one, two))]
    orders = [identify(articles, set(), BASE, order).decisions for order in (hand, hand[::-1])]
    assert orders[0] == orders[1]
    assert set(orders[0]) == set(hand)


def test_other_spellings_are_one_where_the_office_is() -> None:
    table = "russische 2 amod ADJA\nPräsident 5 nsubj NN\nIlham 2 appos NE\n"
    table += "{} 3 flat NE\nwartet 0 _ VVFIN"
    one = article("a", table.format("Alijew"), Ilham_Alijew="PER")
    two = article("b", table.format("Aliyev"), Ilham_Aliyev="PER")
    people = [e for e in entities(one, two) if e.type == "Person"]
    assert [e.name for e in people] == ["Ilham Alijew"]
    assert "Ilham Aliyev: another spelling of Ilham Alijew" in people[0].reasons


BODY = """
    Die       3 det ART
    russische 3 amod ADJA
    Armee     4 nsubj NN Armee Number=Sing
    wartet    0 _ VVFIN
"""


def test_the_only_body_of_its_kind_in_a_state_is_one() -> None:
    found = entities(article("erste", BODY), article("zweite", BODY))
    assert [e.id for e in found if e.type == "Organization"] == [BASE + "russland-armee"]


def test_bodies_of_no_state_stay_within_their_article() -> None:
    police = "Die 2 det ART\nPolizei 3 nsubj NN\nwartet 0 _ VVFIN"
    found = entities(article("erste", police), article("zweite", police))
    assert [e.id for e in found] == [BASE + "erste/polizei", BASE + "zweite/polizei"]


def test_the_usual_name_is_whole_and_in_the_nominative() -> None:
    rat = "{} 3 nsubj NE\n{} 1 flat NE\nwartet 0 _ VVFIN"
    found = entities(
        article("a", rat.format("Nationalen", "Rat"), Nationalen_Rat="ORG"),
        article("b", rat.format("Nationaler", "Rat"), Nationaler_Rat="ORG"),
        article("c", rat.format("Nationalen", "Rat"), Nationalen_Rat="ORG"),
    )
    assert [e.name for e in found] == ["Nationaler Rat"]


def test_mentions_lie_in_the_text() -> None:
    one = article("a", REBELS)
    for entity in entities(one):
        for mention in entity.mentions:
            assert one.document.text[mention.span.start : mention.span.end] == mention.text


def test_a_nominal_is_mentioned_by_its_phrase_and_its_core() -> None:
    document = Document("a", "Die 32 Rebellen im Süden fliehen.")
    found = Found(1, 5, 2, 4, 24, "32 Rebellen im Süden", "nominal", "Group", short="32 Rebellen")
    assert [m.span for m in as_mentions(document, found)] == [Span("a", 4, 24), Span("a", 4, 15)]


def test_reasons_of_all_articles_are_kept_once() -> None:
    genitive = "Das 2 det ART\nHeer 0 _ NN\nNordbunds 2 nmod NE _ Case=Gen"
    articles = [article(name, genitive, Nordbunds="ORG") for name in "ab"]
    (nordbund,) = entities(*articles)
    assert nordbund.reasons == ("Nordbunds: form of Nordbund",)


def test_what_the_gazetteer_knows_has_that_for_a_reason() -> None:
    (found,) = entities(article("a", "Russlands 2 nmod NE\nHeer 0 _ NN", Russlands="LOC"))
    assert found.reasons == (
        "Russlands: form of Russland",
        "Russland: state in the gazetteer",
    )


def test_a_city_has_its_english_name() -> None:
    found = entities(article("a", "In 2 case APPR\nKapstadt 0 _ NE", Kapstadt="LOC"))
    assert found[0].labels == (("de", "Kapstadt"), ("en", "Cape Town"))
    assert found[0].reasons == ("Kapstadt: city in GeoNames (3369157)",)
    assert found[0].wikidata is None
    assert found[0].close == "https://sws.geonames.org/3369157/"


def test_a_state_beside_a_city_tells_which_one() -> None:
    large, small = City("X", 1, "US", 90), City("X", 2, "DE", 10)
    assert meant_city([large, small], set()) == large
    assert meant_city([large, small], {"de"}) == small
    assert meant_city([large, small], {"ru"}) == large
    assert meant_city([City("X", 3, "DE", 8), large, small], {"de"}) is None


def test_the_states_of_an_article_are_known_by_their_codes() -> None:
    spoken = article("a", "Russland 2 nsubj NE\nwartet 0 _ VVFIN")
    assert states_around([Part(spoken, spoken.reading.clusters[0])]) == {"ru"}


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Ada Müller", "ada-mueller"),
        ("Straße des 17. Juni", "strasse-des-17-juni"),
        ("Łódź", "odz"),
        ("René/Ñuñoa", "rene-nunoa"),
        ("ÖVP", "oevp"),
        ("北京", "xe58c97e4baac"),
        ("a" * 100, "a" * 80),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_find_cities() -> None:
    assert find_cities({}) == {}
    assert find_cities({"Nirgendheim": ["de"]}) == {}
    assert find_cities({"Kapstadt": []})["Kapstadt"].country == "ZA"
    assert find_cities({"Kapstadt": ["de"]})["Kapstadt"].country == "ZA"


def test_a_city_among_equals_is_not_clear() -> None:
    large, small, tiny = (City("X", i, "xx", people) for i, people in enumerate((90, 40, 10)))
    assert clear_winner([tiny, large]) == large
    assert clear_winner([small, large]) is None
    assert clear_winner([tiny]) == tiny


def test_a_group_of_several_numbers_is_named_without_them() -> None:
    lines = ["31 3 nummod CARD", "russische 3 amod ADJA", "Soldaten 4 nsubj NN _ Number=Plur"]
    some = "\n".join([*lines, "bleiben 0 _ VVFIN"])
    bare = "russische 2 amod ADJA\nSoldaten 3 nsubj NN _ Number=Plur\nbleiben 0 _ VVFIN"
    found = names(article("a", "\n\n".join([some, some.replace("31", "200"), bare])))
    assert found == ["Russland", "russische Soldaten"]
    assert names(article("a", f"{some}\n\n{bare}")) == ["31 russische Soldaten", "Russland"]


def test_a_name_in_another_case_is_the_same() -> None:
    table = "Der 3 det ART\nHoher 3 amod ADJA\nRatskreis 4 nsubj NN\nbleibt 0 _ VVFIN\n\n"
    table += "Dem 3 det ART\nHohen 3 amod ADJA\nRatskreis 4 iobj NN\nhilft 0 _ VVFIN"
    labels = {"Hoher_Ratskreis": "ORG", "Hohen_Ratskreis": "ORG"}
    assert names(article("a", table, **labels)) == ["Hoher Ratskreis"]
