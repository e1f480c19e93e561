"""Who protests where only the protest is named."""

import pytest

from kg.lexicon import Frame
from kg.model import Modality, Polarity, Proposition
from kg.protesters import protesters
from tests.trees import word
from tests.worlds import read

FRAME = Frame("protestedAgainst", "noun", (), ())
AT_PROTESTS = """
    Bei        2 case APPR
    Protesten  4 obl NN Protest
    gegen      4 case APPR
    schoss     0 _ VVFIN schießen
    jemand     4 nsubj PIS
    auf        7 case APPR
    {noun}     4 obl NN {lemma}
"""
MEMBERS = """
    Teilnehmer 4 nsubj NN Teilnehmer
    von        3 case APPR
    Protesten  1 nmod NN Protest
    schwiegen  0 _ VVFIN schweigen
"""


def found(table: str) -> list[str]:
    """The words for those who protest."""
    reading = read(table, {"Demonstranten": "PER", "Soldaten": "PER"})
    i = word(reading.doc, "Protesten").i
    said = Proposition(
        "noun", "Protesten", False, i, (), Polarity.POSITIVE, Modality.ASSERTED, None
    )
    return [reading.doc[e.token].text for e in protesters(reading, said, FRAME)]


@pytest.mark.parametrize(
    ("noun", "lemma", "who"),
    [("Demonstranten", "Demonstrant", ["Demonstranten"]), ("Soldaten", "Soldat", [])],
)
def test_protesters_of_the_sentence_protest(noun: str, lemma: str, who: list[str]) -> None:
    assert found(AT_PROTESTS.format(noun=noun, lemma=lemma)) == who


def test_whoever_takes_part_protests() -> None:
    assert found(MEMBERS) == ["Teilnehmer"]


def test_other_events_have_no_protesters() -> None:
    reading = read(MEMBERS, {})
    said = Proposition(
        "noun", "Protesten", False, 2, (), Polarity.POSITIVE, Modality.ASSERTED, None
    )
    assert protesters(reading, said, Frame("attacked", "noun", (), ())) == []
