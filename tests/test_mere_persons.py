"""Nouns that say hardly more than that somebody is somebody."""

import pytest

from kg.mere_persons import ages_in, plain
from tests.worlds import read

MAN = "Ein 2 det ART\nMann 3 nsubj NN Mann Gender=Masc|Number=Sing\nschießt 0 _ VVFIN schießen\n\n"
SUFFERS = (
    "Ein 2 det ART\nMann 4 nsubj:pass NN Mann Gender=Masc|Number=Sing\nwird 4 aux:pass VAFIN\n"
    "getötet 0 _ VVPP töten\n\n"
)
CULPRIT = "Der 2 det ART\nTäter 3 nsubj NN Täter Gender=Masc|Number=Sing\nflieht 0 _ VVFIN"
NATIONAL = "Der 2 det ART\n{} 3 nsubj NN {} Gender=Masc|Number=Sing\nkommt 0 _ VVFIN"


@pytest.mark.parametrize(("before", "one"), [(MAN, True), (SUFFERS, False), (MAN + MAN, False)])
def test_the_culprit_is_who_did_something(before: str, one: bool) -> None:
    reading = read(before + CULPRIT)
    assert (reading.by_token[len(reading.doc) - 2] is reading.by_token[1]) is one


@pytest.mark.parametrize(
    ("name", "second", "one"), [("Otto", "", True), ("Ada", "", False), ("Otto", "Emil", False)]
)
def test_a_national_is_the_only_person_of_that_sex(name: str, second: str, one: bool) -> None:
    people = [n for n in (name, second) if n]
    table = "".join(f"{n} 3 nsubj NE\nAlm 1 flat NE\nsiegt 0 _ VVFIN\n\n" for n in people)
    reading = read(table + NATIONAL.format("Russe", "Russe"), {f"{n} Alm": "PER" for n in people})
    assert (reading.by_token[len(reading.doc) - 2] is reading.by_token[0]) is one


@pytest.mark.parametrize(
    ("first", "second", "last", "one"),
    [
        ("58-jähriger", "30-jähriger", "58-Jährige", True),
        ("58-jähriger", "58-jähriger", "58-Jährige", False),
        ("58-jähriger", "30-jähriger", "40-Jährige", False),
    ],
)
def test_an_age_tells_who_is_meant(first: str, second: str, last: str, one: bool) -> None:
    man = "Ein 3 det ART\n{} 3 amod ADJA\nMann 4 nsubj NN Mann Gender=Masc|Number=Sing\n"
    man += "kommt 0 _ VVFIN\n\n"
    again = f"Der 2 det ART\n{last} 3 nsubj NN _ Gender=Masc|Number=Sing\ngeht 0 _ VVFIN"
    reading = read(man.format(first) + man.format(second) + again)
    assert (reading.by_token.get(len(reading.doc) - 2) is reading.by_token[2]) is one


def test_an_age_behind_a_name() -> None:
    person = "{} 5 nsubj NE\n( 3 punct $(\n{} 1 nummod CARD\n) 3 punct $(\ngeht 0 _ VVFIN\n\n"
    again = "Der 2 det ART\n53-Jährige 3 nsubj NN _ Gender=Masc|Number=Sing\ngeht 0 _ VVFIN"
    people = person.format("Otto", "53") + person.format("Emil", "40")
    reading = read(people + again, {"Otto": "PER", "Emil": "PER"})
    assert reading.by_token.get(len(reading.doc) - 2) is reading.by_token[0]


def test_ages_in_figures_and_words() -> None:
    assert ages_in("ein 58-jähriger Mann") == {"58"}
    assert ages_in("das vierjährige Mädchen") == ages_in("die Vierjährige") == {"vier"}
    assert plain("Vierjährige") == plain("58-Jährige") == "jährige"
