"""Offices that verbs give and take, read with the real lexicon."""

import pytest

from kg.lexicon import load_lexicon
from kg.propositions import find_propositions
from kg.relations import relation_drafts
from tests.worlds import read

Fact = tuple[str, str, str, str]


def facts(table: str) -> set[Fact]:
    """Relation, object's words, polarity and modality of all role facts about Otto."""
    lexicon = load_lexicon()
    reading = read(table, {"Otto": "PER"})
    found = relation_drafts(reading, find_propositions(reading.doc, lexicon), lexicon)
    return {
        (d.relation, d.object.text, d.polarity, d.modality)
        for d in found
        if d.rule.startswith("role frame")
    }


CHOSEN = """
    Otto        6 nsubj:pass NE
    wurde       6 aux:pass   VAFIN werden
    zum         4 case       APPRART zu
    Präsidenten 6 obl        NN    Präsident Case=Dat
    Russlands   4 nmod       NE    _         Case=Gen
    gewählt     0 _          VVPP  wählen
"""
LEAVES = """
    Otto        2 nsubj NE
    trat        0 _     VVFIN treten
    als         4 case  KOKOM
    Minister    2 obl   NN
    zurück      2 compound:prt PTKVZ
"""
SHALL = """
    Otto        5 nsubj NE
    soll        5 aux   VMFIN sollen
    als         4 case  KOKOM
    Minister    5 obl   NN
    dienen      0 _     VVINF
"""


def test_who_is_chosen_holds_the_office_where_it_is() -> None:
    assert facts(CHOSEN) == {
        ("holdsPosition", "Präsident", "positive", "asserted"),
        ("leads", "Russlands", "positive", "asserted"),
        ("positionIn", "Russlands", "positive", "asserted"),
    }


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (LEAVES, ("holdsPosition", "Minister", "negative", "asserted")),
        (SHALL, ("holdsPosition", "Minister", "positive", "planned")),
    ],
    ids=["left", "planned"],
)
def test_the_stance_of_the_verb_is_the_stance_of_the_office(table: str, found: Fact) -> None:
    assert facts(table) == {found}


def test_a_noun_that_is_no_role_is_no_office() -> None:
    assert facts(LEAVES.replace("Minister ", "Beispiel ")) == set()
