"""Shorter names of the same thing."""

import pytest

from kg.family_names import is_last_name
from tests.worlds import read


@pytest.mark.parametrize(
    ("name", "full", "last"),
    [
        ("Müller", "Ada Müller", True),
        ("Felipe", "Felipe VI.", True),
        ("Felipe", "Felipe Müller", False),
        ("Ada", "Ada Müller", False),
    ],
)
def test_a_last_name_or_that_of_a_ruler(name: str, full: str, last: bool) -> None:
    assert is_last_name(name, full) is last


@pytest.mark.parametrize(
    ("short", "label", "one"), [("Nordhilfe", "ORG", True), ("NH", "ORG", False)]
)
def test_the_first_word_of_a_body(short: str, label: str, one: bool) -> None:
    table = f"{short} 3 nsubj NE\nInternational 1 flat NE\nhilft 0 _ VVFIN\n\n"
    table += f"{short} 2 nsubj NE\nwartet 0 _ VVFIN"
    reading = read(table, {f"{short} International": "ORG", short: label})
    assert (reading.by_token[0] is reading.by_token[3]) is one


@pytest.mark.parametrize(("long", "one"), [("Rat der Nation", True), ("Nordrat", False)])
def test_an_abbreviation_may_be_of_the_name_in_another_language(long: str, one: bool) -> None:
    words = long.split()
    rows = [f"{words[0]} {len(words) + 4} nsubj NE", *(f"{w} 1 flat NE" for w in words[1:])]
    rows += ["( 1 punct $(", "XPQ 1 appos NE", ") 1 punct $(", "tagt 0 _ VVFIN"]
    reading = read("\n".join(rows), {long: "ORG", "XPQ": "ORG"})
    assert (reading.by_token[0] is reading.by_token[len(words) + 1]) is one


@pytest.mark.parametrize(("first", "second", "one"), [("Ada", "", True), ("Ada", "Emil", False)])
def test_a_last_name_of_two_is_whose_it_was_before(first: str, second: str, one: bool) -> None:
    full = "{} 3 nsubj NE\nAlm 1 flat NE\nkommt 0 _ VVFIN\n\n"
    table = full.format(first) + (full.format(second) if second else "")
    table += "Alm 2 nsubj NE\ngeht 0 _ VVFIN\n\n" + full.format("Otto")
    names = {f"{name} Alm": "PER" for name in (first, second, "Otto") if name} | {"Alm": "PER"}
    reading = read(table, names)
    alone = 6 if second else 3
    assert (reading.by_token[alone] is reading.by_token[0]) is one
