"""The jury behind a prize whose giver the clause leaves out."""

from kg.juries import juries
from kg.lexicon import Frame
from tests.worlds import read

AWARD = Frame("awarded", "verb", (), ())
TABLE = """
    Die     2 det   ART
    {}      3 nsubj NE
    tagte   0 _     VVFIN tagen
"""


def found(name: str, frame: Frame = AWARD) -> list[str]:
    """Who may have given a prize in an article."""
    return [e.text for e in juries(read(TABLE.format(name), {name: "ORG"}), frame)]


def test_the_only_jury_gives_the_prize() -> None:
    assert found("Nord-Jury") == ["Nord-Jury"]


def test_other_bodies_give_none() -> None:
    assert found("Nordbank") == []


def test_a_jury_does_nothing_else_unsaid() -> None:
    assert found("Nord-Jury", Frame("attacked", "verb", (), ())) == []
