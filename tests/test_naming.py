"""A noun right before a name tells what thing or event it is; names that say whose a noun is."""

import pytest

from kg.naming import genitive_names
from tests.worlds import read

SHIP = """
    Die       2 det ART
    Rakete    4 nsubj NN
    {}        2 {}  NE _ {}
    startete  0 _   VVFIN starten
"""


def test_a_noun_for_a_thing_and_the_name_behind_it_are_one() -> None:
    reading = read(SHIP.format("Nordstern", "appos", "Case=Nom"), {"Nordstern": "MISC"})
    cluster = reading.by_token[2]
    assert cluster is reading.by_token[1]
    assert (cluster.key, cluster.type) == ("Nordstern", "Product")


@pytest.mark.parametrize(
    ("name", "label", "relation"),
    [
        ("Nordsterns", "MISC", "nmod"),  # whose it is
        ("Nordstern", "PER", "appos"),  # a person who stands behind it by chance
    ],
)
def test_an_owner_is_no_name_of_the_thing(name: str, label: str, relation: str) -> None:
    reading = read(SHIP.format(name, relation, "Case=Gen"), {name: label})
    assert reading.by_token.get(2) is not reading.by_token[1]


def test_a_title_in_quotation_marks_is_the_things_name_whatever_it_was_taken_for() -> None:
    table = """
        Die       2 det ART
        Rakete    6 nsubj NN
        „         4 punct $(
        Nordstern 2 appos NE
        “         4 punct $(
        startete  0 _   VVFIN starten
    """
    reading = read(table, {"Nordstern": "PER"})
    assert reading.by_token[3] is reading.by_token[1]
    assert reading.by_token[3].type == "Product"


GENITIVE = """
    Otto     2 nsubj NE
    rief     0 _   VVFIN rufen

    Die      2 det ART
    Rebellen 4 nsubj NN _ Number=Plur
    {}       2 appos NE
    flohen   0 _   VVFIN fliehen
"""


@pytest.mark.parametrize(("name", "count"), [("Ottos", 1), ("Thomas", 0)])
def test_a_name_with_s_is_a_genitive_where_it_stands_without_elsewhere(
    name: str, count: int
) -> None:
    reading = read(GENITIVE.format(name), {"Otto": "PER", name: "PER"})
    noun = next(t for t in reading.doc if t.text == "Rebellen")
    assert len(genitive_names(reading, noun)) == count
