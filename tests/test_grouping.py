"""Which things of several articles come together."""

from kg.grouping import components, group, keys
from kg.model import Verdict
from kg.profiles import Profile


def thing(document: str, name: str, type_: str = "Person", known: str = "") -> Profile:
    return Profile(frozenset([document]), frozenset([name]), frozenset([type_]), known)


def grouped(*profiles: Profile) -> list[list[int]]:
    return group(profiles, [], [])[0]


def test_equal_names_come_together() -> None:
    assert grouped(thing("a", "Ada Alm"), thing("b", "Ada Alm")) == [[0, 1]]


def test_a_last_name_joins_its_only_bearer() -> None:
    assert grouped(thing("a", "Alm"), thing("b", "Ada Alm")) == [[0, 1]]


def test_a_last_name_of_two_joins_nobody() -> None:
    profiles = [thing("a", "Ada Alm"), thing("b", "Otto Alm"), thing("c", "Alm")]
    groups, judged = group(profiles, [], [])
    assert groups == [[0], [1], [2]]
    assert {j.verdict for j in judged} == {Verdict.UNSURE}


def test_a_name_that_nobody_else_has_comes_together() -> None:
    assert grouped(thing("a", "Rihanna"), thing("b", "Rihanna")) == [[0, 1]]


def test_a_first_name_of_somebody_is_not_everybody_s() -> None:
    profiles = [thing("a", "Maria"), thing("b", "Maria"), thing("c", "Maria Alm")]
    groups, _ = group(profiles, [], [])
    assert [2] in groups


def test_a_name_with_less_that_fits_two_joins_neither() -> None:
    names = ["Alm A. Ufer", "Alm B. Ufer", "Alm Ufer"]
    assert grouped(*(thing(name, name) for name in names)) == [[0], [1], [2]]


def test_a_hand_keeps_apart_and_ties_together() -> None:
    profiles = [thing("a", "Ada Alm"), thing("b", "Ada Alm"), thing("c", "Otto Ufer")]
    assert group(profiles, [], [(0, 1)])[0] == [[0], [1], [2]]
    assert group(profiles, [(0, 2)], [])[0] == [[0, 1, 2]]
    assert group(profiles, [(0, 2)], [(1, 2)])[0] == [[0, 2], [1]]


def test_ties_keep_what_the_names_say() -> None:
    _, judged = group([thing("a", "Ada Alm"), thing("b", "Ada Alm")], [(0, 1)], [])
    assert [j.verdict for j in judged] == [Verdict.SAME]


def test_what_has_no_name_stays_alone() -> None:
    nameless = Profile(frozenset(["a"]), frozenset(), frozenset(["Group"]))
    assert grouped(nameless, nameless) == [[0], [1]]
    assert list(keys(nameless)) == []


def test_the_gazetteer_s_name_takes_in_other_spellings() -> None:
    bank = Profile(frozenset(["a"]), frozenset(["Nordbank"]), frozenset(["Organization"]), "Q1")
    assert grouped(bank, thing("b", "Nordbank AG", "Organization")) == [[0, 1]]


def test_components() -> None:
    assert components(5, [(3, 1), (4, 3)]) == [[0], [1, 3, 4], [2]]
