import pytest

from kg.narration import days_told, next_day
from tests.trees import tree

DATED = """
Wien        2  nsubj      NE
brannte     0  root       VVFIN   brennen  Mood=Ind|Tense=Past
"""
PAST = """
Helfer      2  nsubj      NN
löschten    0  root       VVFIN   löschen  Mood=Ind|Tense=Past
"""
PRESENT = """
Helfer      2  nsubj      NN
löschen     0  root       VVFIN   löschen  Mood=Ind|Tense=Pres
"""
PLUPERFECT = """
Helfer      3  nsubj      NN
hatten      3  aux        VAFIN   haben    Mood=Ind|Tense=Past
gelöscht    0  root       VVPP    löschen
"""
REPORTED = """
Linz        3  nsubj      NE
habe        3  aux        VAFIN   haben    Mood=Sub|Tense=Pres
gelöscht    0  root       VVPP    löschen
"""
ELSEWHERE = """
Helfer      2  nsubj      NN
löschten    0  root       VVFIN   löschen  Mood=Ind|Tense=Past
später      2  advmod     ADJD
"""


def told(table: str, day: str = "2024-05-13") -> str:
    """The day carried on to the last of two sentences, the first of which has it."""
    doc = tree(table)
    first, second = [s.start for s in doc.sents]
    return days_told(doc, {first: day, second: None}, "2024-05-15").get(second, "")


@pytest.mark.parametrize("second", [PAST, REPORTED])
def test_a_story_goes_on_in_the_past(second: str) -> None:
    assert told(f"{DATED}\n{second}") == "2024-05-13"


@pytest.mark.parametrize("second", [PRESENT, PLUPERFECT, ELSEWHERE])
def test_other_tenses_and_times_leave_the_day(second: str) -> None:
    assert told(f"{DATED}\n{second}") == ""


def test_a_new_paragraph_goes_on_with_the_only_day() -> None:
    assert told(f"{DATED}\n¶\n{PAST}") == "2024-05-13"


@pytest.mark.parametrize("other", ["2024-05-12", "", "2024"])
def test_a_new_paragraph_leaves_one_of_several_days(other: str) -> None:
    doc = tree(f"{DATED}\n{DATED}\n¶\n{PAST}")
    first, second, *_, last = [s.start for s in doc.sents]
    days = {s.start: None for s in doc.sents} | {first: "2024-05-13", second: other}
    assert last not in days_told(doc, days, "2024-05-15")


@pytest.mark.parametrize("day", ["2024", "2024-05", "2024-06-01", ""])
def test_only_a_day_that_is_past_is_carried_on(day: str) -> None:
    assert told(f"{DATED}\n{PAST}", day) == ""


def test_the_time_of_a_relative_clause_is_its_own() -> None:
    aside = """
        Helfer  2 nsubj NN
        löschten 0 root VVFIN löschen Mood=Ind|Tense=Past
        ,       6 punct $,
        die     6 nsubj PRELS
        seit    6 advmod ADV
        helfen  1 acl   VVFIN helfen
    """
    assert told(DATED + aside) == "2024-05-13"
    assert told(DATED + aside.replace("seit    6", "seit    2")) == ""


@pytest.mark.parametrize(
    ("phrase", "found"),
    [("nächsten 3 amod ADJA", True), ("selben 3 amod ADJA", False)],
)
def test_the_words_for_the_next_day(phrase: str, *, found: bool) -> None:
    doc = tree(f"am 3 case APPRART an\n{phrase}\nMorgen 4 obl NN\nbrannte 0 root VVFIN brennen")
    token = next_day(next(iter(doc.sents)))
    assert (token is not None and token.text == "Morgen") is found
