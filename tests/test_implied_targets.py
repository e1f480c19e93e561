"""Whom a speech act is aimed at where the text before it tells."""

import pytest

from kg.coreference import resolve_pronouns
from kg.drafts import Draft, End
from kg.implied_targets import implied_target_drafts, is_far
from kg.lexicon import load_lexicon
from kg.propositions import find_propositions
from kg.relations import relation_drafts
from tests.worlds import read

NAMES = {"Bund": "ORG", "Ada": "PER", "Otto": "PER", "Nordbund": "ORG", "Südbund": "ORG"}

BLAMED = """
    Ada        2 nsubj NE
    kritisierte 0 _ VVFIN kritisieren
    Nordbund   2 obj NE _ Case=Acc
    .          2 punct $.
"""
BOUGHT = """
    Nordbund 2 nsubj NE
    schwieg  0 _ VVFIN schweigen
    .        2 punct $.
"""
DENIED = """
    Nordbund 5 nsubj NE
    hat      5 aux VAFIN haben
    die      4 det ART
    Vorwürfe 5 obj NN Vorwurf Case=Acc
    zurückgewiesen 0 _ VVPP zurückweisen
    .        5 punct $.
"""
STEP = """
    Otto     2 nsubj NE
    kritisierte 0 _ VVFIN kritisieren
    {det}    4 det PDAT
    Schritt  2 obj NN _ Case=Acc
    .        2 punct $.
"""
THAT = """
    Otto     2 nsubj NE
    kritisierte 0 _ VVFIN kritisieren
    ,        6 punct $,
    dass     6 mark KOUS
    Nordbund 6 nsubj NE
    schweigt 2 ccomp VVFIN schweigen
"""
RESIGN = """
    Otto     2 nsubj NE
    forderte 0 _ VVFIN fordern
    den      4 det ART
    {deed}   2 obj NN _ Case=Acc
    {word}
    Bund     4 nmod NE
"""
BROUGHT_IN = """
    Otto     2 nsubj NE
    lehnte   0 _ VVFIN lehnen
    die      7 det ART
    von      5 case APPR
    Ada      6 obl NE
    geforderten 7 amod ADJA
    Prüfung  2 obj NN _ Case=Acc
    ab       2 compound:prt PTKVZ
"""


def facts(table: str) -> list[tuple[str, str, str]]:
    """Subject, relation and object of each statement."""
    lexicon = load_lexicon()
    reading = read(table, NAMES)
    resolve_pronouns(reading)
    said = find_propositions(reading.doc, lexicon)
    before: list[Draft] = list(relation_drafts(reading, said, lexicon))
    found = implied_target_drafts(reading, said, before, lexicon)
    return [(label(d.subject), d.relation, label(d.object)) for d in found]


def label(end: End) -> str:
    """The name of an end."""
    return end.cluster.key if end.cluster else end.text


def test_who_denies_a_charge_answers_whoever_made_it() -> None:
    assert facts(f"{BLAMED}\n{DENIED}") == [("Nordbund", "rejected", "Ada")]


def test_a_charge_that_nobody_made_is_not_answered() -> None:
    assert facts(f"{BOUGHT}\n{DENIED}") == []


@pytest.mark.parametrize(("det", "found"), [("diesen", ["Nordbund"]), ("den", [])])
def test_a_deed_pointed_at_is_that_of_the_sentence_before(det: str, found: list[str]) -> None:
    assert [o for _, _, o in facts(f"{BOUGHT}\n{STEP.format(det=det)}")] == found


def test_the_one_judged_before_is_pointed_at_rather_than_who_judges() -> None:
    step = STEP.format(det="diesen")
    assert ("Otto", "accused", "Nordbund") in facts(f"{BLAMED}\n{step}")


def test_who_does_what_is_complained_of_is_blamed() -> None:
    assert facts(THAT) == [("Otto", "accused", "Nordbund")]
    assert facts(THAT.replace("kritisierte", "sagte").replace("kritisieren", "sagen")) == []


@pytest.mark.parametrize(
    ("deed", "word", "found"),
    [
        ("Rücktritt", "des 6 det ART", ["Bund"]),
        ("Bau", "durch 6 case APPR", ["Bund"]),
        ("Bau", "des 6 det ART", []),
    ],
)
def test_who_must_do_what_is_demanded_is_called_on(deed: str, word: str, found: list[str]) -> None:
    assert [o for _, _, o in facts(RESIGN.format(deed=deed, word=word))] == found


def test_a_participle_tells_whose_a_thing_is() -> None:
    assert facts(BROUGHT_IN) == [("Otto", "rejected", "Ada")]


@pytest.mark.parametrize(("noun", "found"), [("Zustand", ["Bund"]), ("Vorgang", [])])
def test_conditions_are_of_whoever_has_them(noun: str, found: list[str]) -> None:
    table = f"""
        Otto     2 nsubj NE
        kritisierte 0 _ VVFIN kritisieren
        den      4 det ART
        {noun}   2 obj NN _ Case=Acc
        im       6 case APPRART in
        Bund     4 nmod NE
    """
    assert [o for _, _, o in facts(table)] == found


@pytest.mark.parametrize(("rival", "far"), [("Otto", True), ("Rom", False)])
def test_a_pronoun_for_somebody_far_demands_nothing(rival: str, far: bool) -> None:
    table = f"""
        Ada      2 nsubj NE
        schweigt 0 _ VVFIN schweigen

        {rival}  2 nsubj NE
        wankt    0 _ VVFIN wanken
        seinen   4 det PPOSAT
        Rücktritt 2 obj NN
    """
    reading = read(table, NAMES)
    reading.antecedents[4] = 0
    assert is_far(reading, reading.doc[4]) is far
    reading.antecedents[4] = 2
    assert not is_far(reading, reading.doc[4])
