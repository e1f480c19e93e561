import pytest

from kg.drafts import End
from kg.lexicon import Frame
from kg.places import place_around, place_at_ends, place_of
from kg.propositions import find_propositions
from tests.trees import word
from tests.worlds import read, small_lexicon

NAMES = {"Berlin": "LOC", "Moskau": "LOC"}
PLAIN = """
Rebellen    2  nsubj      NN
besuchten   0  root       VVFIN   besuchen
Soldaten    2  obj        NN
in          5  case       APPR
Berlin      2  obl        NE
"""
OCCASION = """
Rebellen    2  nsubj      NN
besuchten   0  root       VVFIN   besuchen
Soldaten    2  obj        NN
bei         6  case       APPR
einem       6  det        ART
Gipfel      2  obl        NN
in          8  case       APPR
Berlin      6  nmod       NE
"""
NAMED_FIRST = """
Rebellen    2  nsubj      NN
besuchten   0  root       VVFIN   besuchen
Soldaten    2  obj        NN
in          6  case       APPR
einer       6  det        ART
Stadt       2  obl        NN
nahe        8  case       APPR
Berlin      6  nmod       NE
"""
GOAL = """
Rebellen    2  nsubj      NN
besuchten   0  root       VVFIN   besuchen
Soldaten    2  obj        NN
nach        5  case       APPR
Berlin      2  obl        NE
"""
THERE = """
Rebellen    2  nsubj      NN
schliefen   0  root       VVFIN   schlafen
in          4  case       APPR
Berlin      2  obl        NE
.           2  punct      $.

Dort        2  advmod     ADV
besuchten   0  root       VVFIN   besuchen
sie         2  nsubj      PPER
Soldaten    2  obj        NN
"""


def place(table: str) -> str:
    """The name of the place of the clause with *besuchten*, "" if none."""
    reading = read(table, NAMES)
    at = word(reading.doc, "besuchten").i
    found = next(p for p in find_propositions(reading.doc, small_lexicon()) if p.token == at)
    cluster = place_of(reading, found)
    return cluster.key if cluster else ""


@pytest.mark.parametrize("table", [PLAIN, OCCASION, NAMED_FIRST, THERE])
def test_the_words_of_a_clause_say_where(table: str) -> None:
    assert place(table) == "Berlin"


def test_where_somebody_goes_is_not_where_it_was() -> None:
    assert place(GOAL) == ""


def test_people_in_a_place_are_counted_there() -> None:
    reading = read("Soldaten 0 root NN\nin 3 case APPR\nBerlin 1 nmod NE", NAMES)
    end, count = End(reading.by_token[0], "Soldaten", 0), End(None, "3", 0)
    found = place_at_ends(reading, Frame("killedCount", "verb", (), ()), end, count)
    assert found is reading.by_token[2]


def test_a_supporter_is_not_where_the_supported_are() -> None:
    reading = read("Soldaten 0 root NN\nin 3 case APPR\nBerlin 1 nmod NE", NAMES)
    end = End(reading.by_token[0], "Soldaten", 0)
    assert place_at_ends(reading, Frame("supported", "verb", (), ()), end, end) is None


def test_vor_ort_points_at_the_place_before() -> None:
    table = """
    Ada       3 nsubj NE
    war       3 cop   VAFIN sein
    Moskau    0 _     NE
    und       5 cc    KON
    Rebellen  6 nsubj NN
    besuchten 3 conj  VVFIN besuchen
    vor       8 case  APPR
    Ort       6 obl   NN
    Soldaten  6 obj   NN
    """
    reading = read(table, NAMES)
    visit = find_propositions(reading.doc, small_lexicon())[-1]
    assert getattr(place_of(reading, visit), "key", "") == "Q649"


def test_the_place_around_an_event_noun() -> None:
    table = """
    In      2 case  APPR
    Moskau  5 obl   NE
    kam     5 cop   VVFIN
    es      5 expl  PPER
    Kampf   0 _     NN
    """
    reading = read(table, NAMES)
    assert getattr(place_around(reading, word(reading.doc, "Kampf")), "key", "") == "Q649"


@pytest.mark.parametrize(("verb", "place"), [("geben", "Q649"), ("verurteilen", "")])
def test_the_clause_of_a_noun_that_only_happens(verb: str, place: str) -> None:
    table = f"""
    In      2 case  APPR
    Moskau  3 obl   NE
    gab     0 _     VVFIN {verb}
    es      3 expl  PPER
    einen   6 det   ART
    Angriff 3 obj   NN _ Case=Acc
    auf     8 case  APPR
    Soldaten 6 nmod NN
    """
    reading = read(table, NAMES)
    noun = next(p for p in find_propositions(reading.doc, small_lexicon()) if p.kind == "noun")
    assert getattr(place_of(reading, noun), "key", "") == place
