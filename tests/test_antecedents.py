"""What speaks for and against an antecedent."""

import pytest

from kg.antecedents import best_antecedent, discourse
from kg.lexicon import read_toml
from tests.trees import word
from tests.worlds import read

NAMES = {"Ada": "PER", "Otto": "PER", "Emil": "PER", "Nordbund": "ORG"}
REPORTED = """
    Emil    2 nsubj NE
    kommt   0 _     VVFIN

    {noun}  2 nsubj {tag}
    handelt 4 ccomp VVFIN handeln Number=Sing
    ,       2 punct $,
    sagt    0 _     VVFIN sagen Number=Sing
    {who}   4 nsubj PPER
"""
BLAMED = """
    Otto   2 nsubj NE
    wirft  0 _     VVFIN werfen Number=Sing
    Emil   2 iobj  NE
    vor    2 compound:prt PTKVZ
    ,      8 punct $,
    er     8 nsubj PPER
    jetzt  8 advmod ADV
    lüge   2 ccomp VVFIN lügen Number=Sing
"""
BEHIND = """
    Mit    3 case  APPR
    ihrem  3 det   PPOSAT
    Sieg   4 obl   NN
    jubelt 0 _     VVFIN jubeln Number=Sing
    {}     4 nsubj NE
"""
POINTED = """
    Otto    2 nsubj NE
    trifft  0 _     VVFIN treffen Number=Sing
    Emil    2 obj   NE

    {}      2 nsubj {}
    schläft 0 _     VVFIN schlafen Number=Sing
"""


def meant(table: str, pronoun: str) -> str:
    """The word that a pronoun is taken to stand for, "" if none."""
    reading = read(table, NAMES)
    found = best_antecedent(discourse(reading), word(reading.doc, pronoun))
    return reading.doc[found[0]].text if found else ""


def test_nobody_is_named_in_what_he_says() -> None:
    assert meant(REPORTED.format(noun="Otto", tag="NE", who="er"), "er") == "Emil"


def test_who_is_blamed_is_meant() -> None:
    assert meant(BLAMED, "er") == "Emil"


@pytest.mark.parametrize(("name", "found"), [("Ada", "Ada"), ("Russland", "")])
def test_a_subject_behind_a_possessive(name: str, found: str) -> None:
    assert meant(BEHIND.format(name), "ihrem") == found


@pytest.mark.parametrize(
    ("pronoun", "tag", "found"), [("Er", "PPER", "Otto"), ("Dieser", "PDS", "Emil")]
)
def test_a_demonstrative_means_who_is_no_subject(pronoun: str, tag: str, found: str) -> None:
    assert meant(POINTED.format(pronoun, tag), pronoun) == found


def test_several_together() -> None:
    table = "Ada 4 nsubj NE\nund 3 cc KON\nOtto 1 conj NE\nkommen 0 _ VVFIN\n\n"
    table += "Sie 2 nsubj PPER\nbleiben 0 _ VVFIN _ Number=Plur"
    reading = read(table, NAMES)
    assert best_antecedent(discourse(reading), word(reading.doc, "Sie")) == (0, 2)


def test_every_kind_of_pronoun_weighs_the_roles() -> None:
    table = read_toml("lexicon", "coreference.toml")
    for kind in ("personal", "possessive", "demonstrative"):
        assert {"subject", "object", "oblique", "attribute", "other"} <= set(table[kind])
