"""What an argument refers to where no mention stands at its word."""

import pytest

from kg.drafts import End, ends_at, is_member, mention_text
from kg.model import Argument
from tests.trees import word
from tests.worlds import read


@pytest.mark.parametrize(
    ("noun", "features", "type_"),
    [
        ("Gefängniswärter", "Gender=Masc|Number=Plur", "Group"),
        ("Gefängniswärter", "Gender=Masc|Number=Sing", "Person"),
        ("Bergsteigerin", "Gender=Fem|Number=Sing", "Person"),
        ("Demonstranten", "Number=Plur", "Group"),
        ("Kilometer", "Gender=Masc|Number=Plur", ""),
        ("Hubschrauber", "Gender=Masc|Number=Plur", ""),
        ("Forschungsreaktor", "Gender=Masc|Number=Sing", ""),
        ("November", "Gender=Masc|Number=Sing", ""),
        ("Instrument", "Gender=Neut|Number=Sing", ""),
        ("Friedhofsmauer", "Gender=Fem|Number=Sing", ""),
        ("Maler", "Gender=Masc|Number=Sing", ""),
        ("Tischdecke", "Gender=Masc|Number=Sing", ""),
        ("Hersteller", "Gender=Masc|Number=Sing", "Person"),
    ],
)
def test_nouns_for_people_that_no_list_has(noun: str, features: str, type_: str) -> None:
    article = "Der" if "Gender=Masc|Number=Sing" in features else "Die"
    reading = read(f"{article} 2 det ART\n{noun} 3 nsubj NN {noun} {features}\nkommen 0 _ VVFIN")
    ends = ends_at(reading, Argument("agent", 1))
    assert [e.cluster.type for e in ends if e.cluster] == ([type_] if type_ else [])


def test_an_adjective_or_compound_is_no_noun_for_people() -> None:
    reading = read("Die 2 det ART\nGefängniswärter 3 nsubj NN _ Number=Plur\nkommen 0 _ VVFIN")
    assert ends_at(reading, Argument("adjective", 1)) == []
    assert ends_at(reading, Argument("compound", 1)) == []
    assert reading.clusters == []


def test_the_same_unlisted_noun_is_the_same_thing() -> None:
    sentence = "Die 2 det ART\nGefängniswärter 3 nsubj NN _ Number=Plur\nkommen 0 _ VVFIN\n\n"
    reading = read(sentence * 2)
    (first,), (second,) = (ends_at(reading, Argument("agent", i)) for i in (1, 4))
    assert first.cluster is second.cluster


@pytest.mark.parametrize(
    ("noun", "case", "found"),
    [("Gruppe", "von", True), ("Reihe", "aus", True), ("Gruppe", "in", False)],
)
def test_a_quantity_is_a_quantity_of_something(noun: str, case: str, found: bool) -> None:
    reading = read(
        f"Eine 2 det ART\n{noun} 0 _ NN\n{case} 4 case APPR\nSoldaten 2 nmod NN Soldat Number=Plur"
    )
    assert [e.text for e in ends_at(reading, Argument("agent", 1))] == [noun] * found


MINISTERS = """
    Die      2 det   ART
    Minister 6 nsubj NN Minister Number={number}|Case=Nom
    Ada      2 appos NE
    und      5 cc    KON
    Otto     3 conj  NE
    kommen   0 _     VVFIN
"""


def test_a_plural_with_names_behind_it_stands_for_each_of_them() -> None:
    reading = read(MINISTERS.format(number="Plur"), {"Ada": "PER", "Otto": "PER"})
    ends = ends_at(reading, Argument("agent", 1))
    assert [e.text for e in ends] == ["Ada", "Otto"]
    group = End(reading.by_token[1], "Minister", 1)
    assert all(is_member(reading, e, group) for e in ends)
    assert not is_member(reading, group, ends[0])


def test_a_plural_with_one_name_or_an_unknown_one_stands_for_none_of_them() -> None:
    reading = read(MINISTERS.format(number="Plur"), {"Ada": "PER"})
    assert "Ada" not in [e.text for e in ends_at(reading, Argument("agent", 1))]


def test_the_text_of_an_end_is_its_mention_or_its_word() -> None:
    reading = read(
        "Die 2 det ART\nVereinten 4 amod ADJA/PROPN\nNationen 2 flat NN/PROPN\nsie 0 _ PPER"
    )
    (cluster,) = reading.clusters
    assert mention_text(cluster, word(reading.doc, "Nationen")) == "Vereinten Nationen"
    assert mention_text(cluster, word(reading.doc, "sie")) == "sie"


@pytest.mark.parametrize(
    ("between", "found"), [("", ["Otto"]), ("heute 3 advmod ADV\n", [])], ids=["beside", "apart"]
)
def test_a_name_right_behind_an_unlisted_noun_is_meant(between: str, found: list[str]) -> None:
    last = 5 if between else 4
    table = f"Ihr 2 det PPOSAT\nKollege {last} nsubj NN\n{between}Otto 2 appos NE\nlacht 0 _ VVFIN"
    reading = read(table, {"Otto": "PER"})
    ends = ends_at(reading, Argument("agent", 1))
    assert [e.cluster.key for e in ends if e.cluster and e.cluster.named] == found


@pytest.mark.parametrize(("below", "found"), [("", True), ("Euro 1 nmod NN", False)])
def test_a_round_number_alone_stands_for_people(below: str, found: bool) -> None:
    reading = read(f"Tausende 0 _ NN Tausend Number=Plur\n{below}")
    assert bool(ends_at(reading, Argument("agent", 0))) is found
