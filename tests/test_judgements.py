"""Accusations and praise in how speakers judge others."""

import pytest

from kg.coreference import resolve_pronouns
from kg.judgements import judgement_drafts, judgements
from kg.lexicon import load_lexicon
from kg.model import Modality
from kg.propositions import find_propositions
from tests.worlds import read

Fact = tuple[str, str, str]
NAMES = {"Ada": "PER", "Otto": "PER", "Nordbund": "ORG"}


def facts(table: str) -> list[Fact]:
    """What is found, with names for the ends."""
    lexicon = load_lexicon()
    reading = read(table, NAMES)
    resolve_pronouns(reading)
    found = judgement_drafts(reading, find_propositions(reading.doc, lexicon), lexicon)
    out = []
    for draft in found:
        subject, target = draft.subject.cluster, draft.object.cluster
        assert subject
        assert target
        assert (draft.modality, draft.source) == (Modality.ASSERTED, None)
        out.append((subject.key, draft.relation, target.key))
    return out


NAMED = """
    Ada      2 nsubj NE
    nannte   0 _     VVFIN nennen
    das      4 det   ART
    Vorgehen 2 obj   NN    _ Case=Acc|Gender=Neut
    von      6 case  APPR
    Otto     4 nmod  NE
    {word}   2 xcomp ADJD
"""
SAID = """
    Otto     4 nsubj NE
    sei      4 {aux}  VAFIN sein Mood=Sub
    sehr     4 advmod ADV
    {word}
    ,        4 punct $,
    sagte    4 parataxis VVFIN sagen
    Ada      6 nsubj NE
"""


@pytest.mark.parametrize(
    ("word", "relation"),
    [("unverantwortlich", "accused"), ("vorbildlich", "supported"), ("haltlos", "rejected")],
)
def test_a_deed_is_judged_by_a_verb(word: str, relation: str) -> None:
    assert facts(NAMED.format(word=word)) == [("Ada", relation, "Otto")]


def test_a_plain_description_judges_nobody() -> None:
    assert facts(NAMED.format(word="abendlich")) == []


def test_as_what_somebody_is_seen() -> None:
    table = """
        Ada         2 nsubj NE
        bezeichnete 0 _     VVFIN bezeichnen
        Otto        2 obj   NE _ Case=Acc
        als         5 case  KOKOM
        Lügner      2 xcomp NN
    """
    assert facts(table) == [("Ada", "accused", "Otto")]


def test_what_somebody_is_said_to_be() -> None:
    table = SAID.format(aux="cop", word="unfähig 0 _ ADJD")
    assert facts(table) == [("Ada", "accused", "Otto")]


def test_what_the_article_itself_finds_is_nobodys_judgement() -> None:
    assert facts("Otto 3 nsubj NE\nist 3 cop VAFIN sein\nunfähig 0 _ ADJD") == []


def test_a_denied_judgement_is_none() -> None:
    table = SAID.format(aux="cop", word="unfähig 0 _ ADJD").replace(
        "sehr     4 advmod ADV", "nicht 4 advmod PTKNEG"
    )
    assert facts(table) == []


def test_what_somebody_is_said_to_have_done() -> None:
    table = SAID.format(aux="aux", word="versagt 0 _ VVPP versagen").replace("sei ", "habe ")
    assert facts(table) == [("Ada", "accused", "Otto")]


def test_a_neutral_deed_is_no_accusation() -> None:
    table = SAID.format(aux="aux", word="gewartet 0 _ VVPP warten").replace("sei ", "habe ")
    assert facts(table) == []


def test_the_words_are_sorted_and_mean_one_thing() -> None:
    for name, table in judgements().items():
        words = [word for listed in table.values() for word in listed]
        assert all(listed == sorted(listed) for listed in table.values()), name
        assert len(words) == len(set(words)), name


NEWS = """
    {word}   4 case APPR nach
    {noun}   7 obl  NN
    von      4 case APPR
    Ada      2 nmod NE
    ist      7 cop  VAFIN sein
    Otto     7 nsubj NE
    schuldig 0 _    ADJD
"""


@pytest.mark.parametrize(("noun", "judged"), [("Ansicht", True), ("Meldung", False)])
def test_news_is_no_judgement(noun: str, judged: bool) -> None:
    table = NEWS.format(word="Nach", noun=noun).replace("Nach   4", "Nach   2")
    assert (("Ada", "accused", "Otto") in facts(table)) == judged
