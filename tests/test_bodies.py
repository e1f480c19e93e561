"""First parts of compounds for roles that stand for a body of the article."""

import pytest

from kg.bodies import first_parts
from tests.trees import word
from tests.worlds import read, small_gazetteer

POLICE = "Die 2 det ART\n{police} 3 nsubj NN {lemma} Number=Sing\nkommt 0 _ VVFIN\n\n"
SPEAKER = "{before}\nPolizeisprecherin 3 nsubj NN _ Number=Sing\nschweigt 0 _ VVFIN"


def body_of(table: str) -> str:
    """The words for the body that the spokeswoman is linked to, "" if none."""
    reading = read(table)
    body = reading.parts.get(word(reading.doc, "Polizeisprecherin").i)
    return body.mentions[0].text if body else ""


def test_the_role_is_one_in_the_body_of_the_article() -> None:
    text = POLICE.format(police="Polizei", lemma="Polizei") + SPEAKER.format(
        before="Eine 2 det ART"
    )
    assert body_of(text) == "Polizei"


def test_without_that_body_there_is_none() -> None:
    text = POLICE.format(police="Armee", lemma="Armee") + SPEAKER.format(before="Eine 2 det ART")
    assert body_of(text) == ""


def test_whose_role_it_is_may_be_said() -> None:
    text = POLICE.format(police="Polizei", lemma="Polizei")
    assert body_of(text + SPEAKER.format(before="Ihre 2 det PPOSAT")) == ""


def test_a_role_of_another_state_is_not_in_that_body() -> None:
    police = "Russische 2 amod ADJA\nPolizei 3 nsubj NN _ Number=Sing\nkommt 0 _ VVFIN\n\n"
    assert body_of(police + SPEAKER.format(before="Deutsche 2 amod ADJA")) == ""
    assert body_of(police + SPEAKER.format(before="Russische 2 amod ADJA")) == "Russische Polizei"


@pytest.mark.parametrize(
    ("noun", "part"), [("Parlamentspräsident", "parlament"), ("Polizeisprecher", "polizei")]
)
def test_linking_letters(noun: str, part: str) -> None:
    assert part in set(first_parts(noun, small_gazetteer()))


def test_a_bare_role_leaves_no_first_part() -> None:
    assert list(first_parts("Präsident", small_gazetteer())) == []


def test_of_two_bodies_the_one_spoken_of_last_is_meant() -> None:
    police = "{origin} 2 amod ADJA\nPolizei 3 nsubj NN _ Number=Sing\n{verb} 0 _ VVFIN\n\n"
    first = police.format(origin="Russische", verb="kommt")
    last = "\n\n" + police.format(origin="Deutsche", verb="geht")
    text = first + SPEAKER.format(before="Die 2 det ART") + last
    assert body_of(text) == "Russische Polizei"


@pytest.mark.parametrize(
    ("noun", "part"), [("Feuerwehrleute", "feuerwehr"), ("Jury-Mitglied", "jury")]
)
def test_staff_and_hyphens(noun: str, part: str) -> None:
    assert part in list(first_parts(noun, small_gazetteer()))
