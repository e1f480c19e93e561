"""Places that a noun is said to be in."""

from collections.abc import Mapping

from kg.whereabouts import places_of
from tests.trees import word
from tests.worlds import read


def places(table: str, noun: str, names: Mapping[str, str]) -> list[str]:
    reading = read(table, names)
    return [cluster.key for cluster, _ in places_of(reading, word(reading.doc, noun))]


CITY = {"Kiel": "LOC"}


def test_a_place_that_hangs_on_the_noun() -> None:
    table = """
        Die     2 det  ART
        Rebellen 5 nsubj NN _ Number=Plur
        in      4 case APPR
        Kiel    2 nmod NE
        siegen  0 _    VVFIN
    """
    assert places(table, "Rebellen", CITY) == ["Kiel"]


def test_troops_of_somebody_are_told_of_where_they_are() -> None:
    table = """
        Der     2 det  ART
        Chef    7 nsubj NN
        der     4 det  ART
        {noun}  2 nmod NN _ Case=Gen
        in      6 case APPR
        Kiel    4 nmod NE
        kam     0 _    VVFIN
    """
    assert places(table.format(noun="Streitkräfte"), "Streitkräfte", CITY) == ["Kiel"]
    assert places(table.format(noun="Familie"), "Familie", CITY) == []


def test_both_before_the_verb_are_one() -> None:
    table = """
        Viele   2 det  PIAT
        Rebellen 5 nsubj NN _ Number=Plur
        in      4 case APPR
        Kiel    5 obl NE
        siegen  0 _    VVFIN
    """
    assert places(table, "Rebellen", CITY) == ["Kiel"]


def test_behind_the_verb_the_place_may_be_of_the_deed() -> None:
    table = """
        Heute   2 advmod ADV
        siegen  0 _    VVFIN
        Rebellen 2 nsubj NN _ Number=Plur
        in      5 case APPR
        Kiel    2 obl NE
    """
    assert places(table, "Rebellen", CITY) == []


TOWN = """
    Sie     2 nsubj PPER
    kommt   0 _    VVFIN
    aus     5 case APPR
    einem   5 det  ART
    Dorf    2 obl  NN _ Number=Sing
    bei     7 case APPR
    Kiel    2 obl  NE
"""


def test_a_place_behind_what_does_not_move() -> None:
    assert places(TOWN, "Dorf", CITY) == ["Kiel"]


def test_only_a_place_right_behind() -> None:
    assert places(TOWN.replace("bei     7", "nach    7"), "Dorf", CITY) == []


def test_a_seat() -> None:
    table = """
        Der     2 det   ART
        Konzern 7 nsubj NN _ Number=Sing
        mit     4 case  APPR
        Sitz    2 nmod  NN
        in      6 case  APPR
        Kiel    4 nmod  NE
        wächst  0 _     VVFIN
    """
    assert places(table, "Konzern", CITY) == ["Kiel"]
    assert places(table.replace("Sitz ", "Leuten "), "Konzern", CITY) == []


def test_coordinated_places() -> None:
    table = """
        Die     2 det  ART
        Dörfer  8 nsubj NN _ Number=Plur
        in      4 case APPR
        Kiel    2 nmod NE
        und     6 cc   KON
        Moskau  4 conj NE
        heute   8 advmod ADV
        siegen  0 _    VVFIN
    """
    assert places(table, "Dörfer", CITY | {"Moskau": "LOC"}) == ["Kiel", "Q649"]


def test_a_region_between_commas_is_where_a_town_is() -> None:
    table = """
        In      2 case  APPR
        Kiel    5 obl   NE
        ,       4 punct $,
        {word}  2 appos NE
        siegen  0 _     VVFIN
    """
    assert places(table.format(word="Bayern"), "Kiel", CITY | {"Bayern": "LOC"}) == ["Q980"]
    assert places(table.format(word="Moskau"), "Kiel", CITY | {"Moskau": "LOC"}) == []
    listed = table.replace("appos", "conj").format(word="Bayern")
    assert places(listed, "Kiel", CITY | {"Bayern": "LOC"}) == []


def test_an_event_is_behind_whom_it_is_of() -> None:
    table = """
        Der      2 det  ART
        {noun}   7 nsubj NN _ Number=Sing
        der      4 det  ART
        Soldaten 2 nmod NN _ Case=Gen
        in       6 case APPR
        Kiel     4 nmod NE
        endet    0 _    VVFIN
    """
    assert places(table.format(noun="Krieg"), "Krieg", CITY) == ["Kiel"]
    assert places(table.format(noun="Konzern"), "Konzern", CITY) == []


def test_a_town_right_behind_the_name_of_an_institute_is_its_seat() -> None:
    table = """
        Ada       2 nsubj NE
        besucht   0 _     VVFIN
        {name}    2 obj   NE
        {case}    5 case  APPR
        Moskau    2 obl   NE
    """
    names = {"Meerinstitut": "ORG", "Elmix": "ORG", "Moskau": "LOC"}
    institute = table.format(name="Meerinstitut", case="in")
    assert places(institute, "Meerinstitut", names) == ["Q649"]
    assert places(table.format(name="Meerinstitut", case="vor"), "Meerinstitut", names) == []
    assert places(table.format(name="Elmix", case="in"), "Elmix", names) == []


def test_a_goal_is_no_seat() -> None:
    table = """
        Ada          2 nsubj NE
        verlegt      0 _     VVFIN
        Meerinstitut 2 obj   NE
        in           6 case  APPR
        das          6 det   ART
        Moskau       2 obl   NE
    """
    assert places(table, "Meerinstitut", {"Meerinstitut": "ORG", "Moskau": "LOC"}) == []
