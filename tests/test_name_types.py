"""The class of a name by its own words."""

import pytest

from kg.gazetteer import Known
from kg.name_types import by_foreign_head, is_model, is_namesake, type_of_name
from tests.trees import tree
from tests.worlds import BERLIN, EU, RUSSIA, named, small_gazetteer


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("Nordland Space Summit", "Event"),
        ("Nordland Liberation Front", "Organization"),
        ("Parti populaire", "Organization"),
        ("Operazione Aurora", "Event"),
        ("Mount Ada", "Place"),
        ("Heavy Launch Vehicle", "Product"),
        ("Summit", ""),
        ("Ada Nordmann", ""),
    ],
)
def test_heads_of_other_languages(name: str, type_: str) -> None:
    assert by_foreign_head(name) == type_


@pytest.mark.parametrize("name", ["F-16", "Adler 3", "Komet-II", "Stern IV", "Typ-7 Adler"])
def test_a_number_makes_a_model(name: str) -> None:
    assert is_model(name)


@pytest.mark.parametrize(
    "name", ["Adler", "Agenda 2010", "Adler 2014", "Formel 1", "Hartz IV", "Covid-19", "1. FC"]
)
def test_other_numbers_make_none(name: str) -> None:
    assert not is_model(name)


@pytest.mark.parametrize(
    ("table", "label", "type_"),
    [
        ("Gipfel 0 _ NN\nvon 3 case APPR\nHafen 1 nmod NE", "Other", "Event"),
        ("Hohen 2 amod ADJA\nParlament 0 _ NN\nNord 2 flat NE", "Other", "Organization"),
        ("Adler 0 _ NE\n60 1 flat CARD", "Other", "Product"),
        ("Adler 0 _ NE\n60 1 flat CARD", "Organization", "Organization"),
        ("Adler 0 _ NE\nSummit 1 flat NE", "Organization", "Event"),
        ("Ada 0 _ NE\nSummit 1 flat NE", "Person", "Person"),
        ("Hafen 0 _ NE\nOst 1 flat NE", "Other", "Other"),
    ],
)
def test_type_of_name(table: str, label: str, type_: str) -> None:
    assert type_of_name(tree(table)[:], label, small_gazetteer()) == type_


@pytest.mark.parametrize(
    ("table", "labels", "known", "people", "namesake"),
    [
        ("Berlin 0 _ NE", {"Berlin": "PER"}, BERLIN, {"Ada", "Berlin"}, True),
        ("Berlins 0 _ NE", {"Berlins": "PER"}, BERLIN, {"Ada", "Berlin"}, True),
        ("Berlin 0 _ NE", {"Berlin": "PER"}, BERLIN, set(), False),
        ("Berlin 0 _ NE", {"Berlin": "LOC"}, BERLIN, {"Ada", "Berlin"}, False),
        ("Berlin 0 _ NN", {}, BERLIN, set(), True),
        ("Berlin 0 _ NE", {}, BERLIN, set(), False),
        ("Russland 0 _ NN", {}, RUSSIA, {"Russland"}, False),
        ("EU 0 _ NN", {}, EU, {"EU"}, False),
    ],
)
def test_namesakes(
    table: str, labels: dict[str, str], known: Known, people: set[str], namesake: bool
) -> None:
    doc = named(table, labels)
    span = doc.ents[0] if doc.ents else doc[:]
    assert is_namesake(span, known, people) is namesake
