"""Capitals and seats that stand for governments, and those that are places."""

from dataclasses import replace

import pytest

from kg.gazetteer import Known, inflection_key, load_gazetteer
from kg.mentions import find_mentions
from kg.metonymy import first_conjunct, meant_government
from tests.trees import tree, word
from tests.worlds import GERMANY, MOSCOW, RUSSIA, named, read, small_gazetteer, small_lexicon


def meant(table: str, name: str = "Moskau") -> Known | None:
    """What the first mention of a name stands for."""
    reading = read(table, {"Kreml": "LOC"})
    token = word(reading.doc, name)
    return (reading.by_token.get(token.i) or reading.adjectives[token.i]).known


def verlangt(phrase: str) -> str:
    """Somebody demands something; the phrase hangs on the second word."""
    return f"Ada 2 nsubj NE\nverlangte 0 _ VVFIN verlangen\n{phrase}\nRuhe 2 obj NN _ Case=Acc"


@pytest.mark.parametrize(
    "table",
    [
        "Moskau 2 nsubj NE\nbesuchte 0 _ VVFIN besuchen\nBerlin 2 obj NE",
        "Moskau 2 nsubj NE\nsagte 0 _ VVFIN sagen\nnichts 2 obj PIS",
        "Moskau 3 nsubj NE\nhabe 3 aux VAFIN haben\nangegriffen 0 _ VVPP angreifen",
        "Moskau 2 nsubj NE\ntraf 0 _ VVFIN treffen\nsich 2 expl PRF",
    ],
    ids=["acts", "speaks", "perfect", "reflexive"],
)
def test_a_capital_that_acts_or_speaks_is_its_state(table: str) -> None:
    assert meant(table) == RUSSIA


@pytest.mark.parametrize(
    "table",
    [
        "Moskau 2 nsubj NE\nleuchtet 0 _ VVFIN leuchten",
        "Moskau 2 nsubj NE\ntraf 0 _ VVFIN treffen",
        "Moskau 3 nsubj NE\nwird 3 aux:pass VAFIN werden\nbesucht 0 _ VVPP besuchen",
        "Moskau 3 nsubj:pass NE\nwird 3 aux:pass VAFIN werden\nbesucht 0 _ VVPP besuchen",
        "In 2 case APPR\nMoskau 3 nsubj NE\ngriff 0 _ VVFIN greifen\nan 3 compound:prt PTKVZ",
    ],
    ids=["no deed", "no reflexive verb", "passive, wrong label", "passive", "preposition"],
)
def test_a_capital_that_does_nothing_is_a_city(table: str) -> None:
    assert meant(table) == MOSCOW


@pytest.mark.parametrize(
    "table",
    [
        verlangt("von 4 case APPR\nMoskau 2 obl NE"),
        "Ada 2 nsubj NE\nverurteilte 0 _ VVFIN verurteilen\nMoskau 2 obj NE _ Case=Acc",
        "Ada 2 nsubj NE\nhilft 0 _ VVFIN helfen\nMoskau 2 iobj NE _ Case=Dat",
        "Ada 2 nsubj NE\nhilft 0 _ VVFIN helfen\nMoskau 2 obl NE _ Case=Dat",
        "Moskau 3 nsubj:pass NE\nwird 3 aux:pass VAFIN werden\nverurteilt 0 _ VVPP verurteilen",
        "Wer 2 nsubj PWS\neinigt 0 _ VVFIN\nsich 2 expl PRF\nmit 5 case APPR\nMoskau 2 obl NE",
    ],
    ids=["preposition", "accusative", "dative", "bare oblique", "passive", "reflexive"],
)
def test_a_capital_that_is_addressed_is_its_state(table: str) -> None:
    assert meant(table) == RUSSIA


@pytest.mark.parametrize(
    "table",
    [
        "Ada 2 nsubj NE\nbesuchte 0 _ VVFIN besuchen\nMoskau 2 obj NE _ Case=Acc",
        "Ada 2 nsubj NE\ngriff 0 _ VVFIN greifen\nMoskau 2 obj NE\nan 2 compound:prt PTKVZ",
        verlangt("in 4 case APPR\nMoskau 2 obl NE"),
        verlangt("Frieden 2 obj NN\nvon 5 case APPR\nMoskau 3 nmod NE"),
    ],
    ids=["visited", "attacked", "place", "attribute"],
)
def test_a_capital_where_something_happens_is_a_city(table: str) -> None:
    assert meant(table) == MOSCOW


@pytest.mark.parametrize(("case", "known"), [("von", RUSSIA), ("in", MOSCOW)])
def test_what_is_coordinated_has_one_place_in_the_clause(case: str, known: Known) -> None:
    phrase = f"{case} 4 case APPR\nKiew 2 obl NE\nund 6 cc KON\nMoskau 4 conj NE"
    assert meant(verlangt(phrase)) == known


def test_a_conjunct_with_its_own_preposition_stands_for_itself() -> None:
    table = "in 2 case APPR\nKiew 0 _ NE\nund 5 cc KON\nvon 5 case APPR\n{} 2 conj NE"
    doc = tree(table.format("Moskau"))
    assert first_conjunct(word(doc, "Moskau")).text == "Moskau"
    assert first_conjunct(word(doc, "Kiew")).text == "Kiew"


def test_a_seat_is_the_state_wherever_it_is_no_place() -> None:
    assert meant("Der 2 det ART\nKreml 3 nsubj NE\nleuchtet 0 _ VVFIN", "Kreml") == RUSSIA
    assert meant("Im 2 case APPRART\nKreml 3 obl NE\nbrennt 0 _ VVFIN", "Kreml") is None


def test_a_capital_within_a_name_acts_for_nobody() -> None:
    table = "Eishockey 2 compound NE\nMoskau 3 nsubj NE\nmeldet 0 _ VVFIN melden"
    assert [c.known for c in read(table, {"Eishockey Moskau": "ORG"}).clusters] == [None]


@pytest.mark.parametrize("form", ["Neues Amt", "Neue Amt", "Neuen Amts"])
def test_a_seat_of_several_words_in_any_case(form: str) -> None:
    first, last = form.split()
    doc = named(f"{first} 2 amod ADJA\n{last} 3 nsubj NN\nruft 0 _ VVFIN", {form: "ORG"})
    gazetteer = replace(small_gazetteer(), governments={inflection_key(form): (RUSSIA, "seat")})
    (mention,) = find_mentions(doc, gazetteer)
    assert meant_government(mention, word(doc, last), gazetteer, small_lexicon()) == RUSSIA


@pytest.mark.parametrize(
    ("name", "state"), [("Weißen Hauses", "USA"), ("Buenos Aires", "Argentinien")]
)
def test_names_of_several_words_are_known(name: str, state: str) -> None:
    assert load_gazetteer().governments[inflection_key(name)][0].name == state


@pytest.mark.parametrize(
    ("noun", "known"),
    [
        ("Angaben", RUSSIA),
        ("Regierungsangaben", RUSSIA),
        ("Regierung", RUSSIA),
        ("Zentralregierung", RUSSIA),
        ("Ministerium", MOSCOW),
        ("Innenstadt", MOSCOW),
    ],
)
def test_an_adjective_of_a_capital(noun: str, known: Known) -> None:
    assert (
        meant(f"Moskauer 2 amod ADJA\n{noun} 3 nsubj NN\nwechselt 0 _ VVFIN", "Moskauer") == known
    )


def test_an_adjective_of_a_state_stays_one() -> None:
    assert meant("deutsche 2 amod ADJA\nAngaben 0 _ NN", "deutsche") == GERMANY
