"""Bare descriptions that stand for a state."""

import pytest

from tests.trees import word
from tests.worlds import read

RUSSIA = "Russland 2 nsubj NE\nwartet 0 _ VVFIN\n\n"
UKRAINE = "Ukraine 2 nsubj NE\nwartet 0 _ VVFIN\n\n"


def meant(table: str, noun: str = "Regierung") -> str:
    """The name of the thing that a noun stands for, "" if it is a thing of its own."""
    reading = read(table)
    cluster = reading.by_token[word(reading.doc, noun).i]
    return cluster.key if cluster.named else ""


def government(before: str = "Die 2 det ART", noun: str = "Regierung", after: str = "") -> str:
    return f"{before}\n{noun} 3 nsubj NN {noun}\nschweigt 0 _ VVFIN\n{after}"


def test_the_only_state_nearby() -> None:
    assert meant(RUSSIA + government()) == "Q159"


def test_the_state_that_the_article_is_about() -> None:
    assert meant(RUSSIA * 4 + UKRAINE + government()) == "Q159"
    assert meant(RUSSIA + UKRAINE + government()) == ""


@pytest.mark.parametrize(
    "sentence",
    [
        government("Eine 2 det ART"),
        government("Neue 2 amod ADJA"),
        government(after="dort 2 nmod NN"),
        government(noun="Lokalregierung"),
    ],
)
def test_what_says_more_is_another_thing(sentence: str) -> None:
    noun = "Lokalregierung" if "Lokal" in sentence else "Regierung"
    assert meant(RUSSIA + sentence, noun) == ""


def land(article: str) -> str:
    return f"{article}\nLand 3 nsubj NN Land\nhofft 0 _ VVFIN\n"


@pytest.mark.parametrize(("article", "key"), [("Das 2 det ART", "Q159"), ("Ein 2 det ART", "")])
def test_the_country_is_the_state_named_before(article: str, key: str) -> None:
    assert meant(RUSSIA + land(article), "Land") == key


def test_the_capital_is_a_city_that_the_text_names() -> None:
    table = """
        Moskau   2 nsubj NE
        brennt   0 _     VVFIN
        .        2 punct $.

        Russland 2 nsubj NE
        wartet   0 _     VVFIN
        .        2 punct $.

        Die      2 det   ART
        Hauptstadt 3 nsubj NN Hauptstadt Number=Sing
        brennt   0 _     VVFIN
    """
    reading = read(table, {"Moskau": "LOC", "Russland": "LOC"})
    assert reading.by_token[word(reading.doc, "Hauptstadt").i].key == "Q649"
    other = table.replace("Moskau ", "Berlin ")
    reading = read(other, {"Berlin": "LOC", "Russland": "LOC"})
    assert not reading.by_token[word(reading.doc, "Hauptstadt").i].named
