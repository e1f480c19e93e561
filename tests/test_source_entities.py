from kg.model import Modality, Polarity, Proposition
from kg.source_entities import source_cluster
from tests.trees import word
from tests.worlds import read

FIGURES = """
Nach        2  case       APPR    nach
Polizeiangaben 3 obl      NN      Polizeiangabe
brennt      0  root       VVFIN   brennen
Wien        3  nsubj      NE
"""
SPEAKER = """
So          2  advmod     ADV
Finanzvorstand 0 root    NN
Ada         2  appos      NE
Meier       3  flat       NE
"""


def source(table: str, speaker: str, names: dict[str, str] | None = None) -> str:
    """The name of the entity that a proposition with that speaker is said by, "" if none."""
    reading = read(table, names)
    i = word(reading.doc, speaker).i
    said = Proposition("verb", "x", False, i, (), Polarity.POSITIVE, Modality.REPORTED, i)
    cluster = source_cluster(reading, said)
    return cluster.mentions[0].text if cluster else ""


def test_a_body_speaks_in_a_compound_for_its_word() -> None:
    assert source(FIGURES, "Polizeiangaben") == "Polizei"


def test_a_compound_without_a_body_names_nobody() -> None:
    assert source(FIGURES.replace("Polizeiangaben", "Zahlenangaben"), "Zahlenangaben") == ""


def test_an_organiser_that_no_list_has_may_speak() -> None:
    assert source("Veranstalter 2 nsubj NN\nsagt 0 root VVFIN sagen", "Veranstalter") != ""


def test_the_person_beside_a_noun_speaks() -> None:
    names = {"Ada Meier": "PER"}
    assert source(SPEAKER.replace("Finanzvorstand", "Partei"), "Partei", names) == "Ada Meier"


def test_reports_without_a_name_are_nobodys() -> None:
    assert source("Berichten 3 obl NN\nzufolge 1 case APPO\nbrennt 0 root VVFIN", "Berichten") == ""


LAWYER = """
Alm         2  nsubj      NE
schweigt    0  root       VVFIN   schweigen
.           2  punct      $.

Anwältin    3  nsubj      NN
Alms        1  appos      NE
sagt        0  root       VVFIN   sagen
"""


def test_a_name_in_the_genitive_is_not_who_speaks() -> None:
    assert source(LAWYER, "Anwältin", {"Alm": "PER", "Alms": "PER"}) != "Alm"


def test_a_body_is_not_the_person_named_behind_it() -> None:
    names = {"Ada Meier": "PER"}
    table = SPEAKER.replace("Finanzvorstand", "Polizei")
    assert source(table, "Polizei", names) == "Polizei"
