"""Names that common nouns stand beside."""

from collections.abc import Mapping

import pytest

from kg.apposition import is_attribute, names_beside
from kg.mentions import Found, find_mentions
from tests.trees import tree, word
from tests.worlds import read, small_gazetteer

ADA = {"Ada Müller": "PER"}
OTTO = {"Otto": "PER"}


def beside(table: str, ents: Mapping[str, str], noun: str) -> list[tuple[str, bool]]:
    """The words beside a noun, and whether only their place speaks for them."""
    doc = tree(table, ents)
    token = word(doc, noun)
    return [(doc[i].text, only) for i, only in names_beside(doc, nominal(table, ents, noun), token)]


def nominal(table: str, ents: Mapping[str, str], noun: str) -> Found:
    """The mention of a noun."""
    mentions = find_mentions(tree(table, ents), small_gazetteer())
    return next(m for m in mentions if m.kind == "nominal" and noun in m.text)


def together(table: str, ents: Mapping[str, str], noun: str, name: str) -> bool:
    """Whether a noun and a name are one entity."""
    reading = read(table, ents)
    by_word = {t.text: reading.by_token.get(t.i) for t in reading.doc}
    return by_word[noun] is by_word[name] is not None


def test_what_the_parse_joins_comes_first() -> None:
    table = "Minister 0 _ NN _ Number=Sing\nOtto 1 appos NE"
    assert beside(table, OTTO, "Minister") == [("Otto", False), ("Otto", True)]


def test_the_noun_may_be_the_apposition() -> None:
    table = "Otto 0 _ NE\n, 4 punct $,\nder 4 det ART\nMinister 1 appos NN _ Number=Sing"
    assert ("Otto", False) in beside(table, OTTO, "Minister")


@pytest.mark.parametrize("relation", ["flat", "nmod", "nsubj", "obj", "dep"])
def test_a_name_right_behind_a_role_whatever_the_parse_says(relation: str) -> None:
    table = f"Minister 3 nsubj NN _ Number=Sing\nOtto 1 {relation} NE\nkommt 0 _ VVFIN"
    assert together(table, OTTO, "Minister", "Otto")


@pytest.mark.parametrize(
    ("follower", "attribute"),
    [
        ("Ottos 1 nmod NE _ Case=Gen", True),
        ("Hans 1 nmod NE _ Case=Gen", True),
        ("Otto 1 nmod NE _ Case=Gen", False),
        ("Ottos 1 nmod NE", False),
        ("Ottos 3 nmod NE _ Case=Gen", False),
        ("Otto 1 nmod NE", False),
    ],
)
def test_a_genitive_says_whose_it_is(follower: str, attribute: bool) -> None:
    doc = tree(f"Bruder 3 nsubj NN\n{follower}\nkommt 0 _ VVFIN")
    assert is_attribute(doc[1], doc[0]) is attribute


def test_a_phrase_with_a_preposition_is_an_attribute() -> None:
    doc = tree("Bruder 0 _ NN\nOtto 1 nmod NE\nzufolge 2 case APPO")
    assert is_attribute(doc[1], doc[0])


def test_the_brother_of_somebody_is_not_he() -> None:
    table = "Bruder 3 nsubj NN _ Number=Sing\nOttos 1 nmod NE _ Case=Gen\nkommt 0 _ VVFIN"
    assert not together(table, {"Ottos": "PER"}, "Bruder", "Ottos")


BEHIND = """
    Ada        {head} nsubj NE
    Müller     1 flat  NE
    {opening}  5 punct $,
    {article}  5 det   ART
    Ministerin {head} nsubj NN _ Number=Sing
    {closing}
    kommt      0 _     VVFIN
"""


@pytest.mark.parametrize(
    ("opening", "closing", "found"),
    [
        (",", ", 7 punct $,", True),
        ("(", ") 7 punct $(", True),
        ("–", "– 7 punct $(", True),
        (",", "gestern 7 advmod ADV", False),
        ("und", ", 7 punct $,", False),
    ],
)
def test_a_role_set_off_behind_a_name(opening: str, closing: str, found: bool) -> None:
    table = BEHIND.format(head=7, opening=opening, article="die", closing=closing)
    assert together(table, ADA, "Ministerin", "Müller") is found


def test_a_role_at_the_end_of_the_text() -> None:
    table = "Ada 0 _ NE\nMüller 1 flat NE\n, 4 punct $,\nMinisterin 1 dep NN _ Number=Sing"
    assert together(table, ADA, "Ministerin", "Müller")


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        (", 4 punct $,", True),
        ("( 4 punct $(", True),
        (". 4 punct $.", True),
        ("jetzt 4 advmod ADV", False),
    ],
)
def test_a_name_set_off_behind_a_role(behind: str, found: bool) -> None:
    table = f"""
        Die        2 det   ART
        Ministerin 8 nsubj NN    _ Number=Sing
        ,          4 punct $,
        Ada        8 nsubj NE
        Müller     4 flat  NE
        {behind}
        noch       8 advmod ADV
        kommt      0 _     VVFIN
    """
    assert together(table, ADA, "Ministerin", "Müller") is found


def test_a_clause_may_begin_behind_the_comma() -> None:
    table = """
        sagte    0 _     VVFIN sagen
        der      3 det   ART
        Minister 1 nsubj NN    _ Number=Sing
        ,        6 punct $,
        Otto     6 nsubj NE
        komme    1 ccomp VVFIN kommen Mood=Sub
    """
    assert not together(table, OTTO, "Minister", "Otto")


def test_a_name_may_end_the_text() -> None:
    table = "Die 2 det ART\nMinisterin 0 _ NN _ Number=Sing\n, 4 punct $,\nAda 2 dep NE"
    assert together(table, {"Ada": "PER"}, "Ministerin", "Ada")


def test_only_persons_are_set_off() -> None:
    table = "Nordbund 0 _ NE\n, 4 punct $,\ndie 4 det ART\nPartei 1 dep NN\n, 4 punct $,"
    assert beside(table, {"Nordbund": "ORG"}, "Partei") == [(",", True)]


def test_a_noun_at_the_start_or_end_has_nobody_beside_it() -> None:
    assert beside("Ministerin 0 _ NN _ Number=Sing", {}, "Ministerin") == []
    assert beside(", 2 punct $,\nMinisterin 0 _ NN _ Number=Sing", {}, "Ministerin") == []


def test_the_nearest_of_coordinated_names() -> None:
    table = """
        Otto     0 _     NE
        und      3 cc    KON
        Ada      1 conj  NE
        Müller   3 flat  NE
        ,        7 punct $,
        die      7 det   ART
        Ministerin 1 appos NN _ Number=Sing
    """
    assert beside(table, OTTO | ADA, "Ministerin")[:2] == [("Ada", False), ("Otto", False)]


@pytest.mark.parametrize(("owner", "found"), [("Bank", True), ("Ministers", False)])
def test_a_name_behind_the_attribute_of_a_role(owner: str, found: bool) -> None:
    table = f"""
        Sprecher 0 _     NN _ Number=Sing
        der      3 det   ART
        {owner}  1 nmod  NN
        Otto     3 appos NE
    """
    assert (("Otto", True) in beside(table, OTTO, "Sprecher")) is found


@pytest.mark.parametrize(
    ("holder", "tag", "found"),
    [("Sprecherin", "NN", False), ("Eine", "PIS", False), ("Rede", "NN", True)],
)
def test_a_name_set_off_may_be_that_of_whose_he_is(holder: str, tag: str, found: bool) -> None:
    table = f"""
        {holder}   7 nsubj {tag}
        des        3 det   ART
        Ministers  1 nmod  NN   Minister Number=Sing
        ,          5 punct $,
        Otto       1 appos NE
        ,          5 punct $,
        kommt      0 _     VVFIN
    """
    assert together(table, OTTO, "Ministers", "Otto") is found


def test_a_name_behind_what_follows_a_role() -> None:
    table = """
        Der      2 det   ART
        Minister 9 nsubj NN _ Number=Sing
        (        4 punct $(
        UN       2 appos NE
        )        4 punct $(
        in       7 case  APPR
        Genf     2 nmod  NE
        ,        9 punct $,
        Otto     2 appos NE
        ,        9 punct $,
        kommt    0 _     VVFIN
    """.replace("Minister 9", "Minister 11")
    assert together(table, OTTO, "Minister", "Otto")
