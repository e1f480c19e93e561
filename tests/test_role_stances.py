"""What a clause says somebody is has the stance of the clause."""

import pytest

from kg.lexicon import load_lexicon
from kg.role_stances import with_role_stances
from kg.structure import structure_drafts
from tests.worlds import read

MEMBER = """
    Ada      {head} nsubj NE
    {verb}
    der      {body} det   ART _ Case=Gen
    EU       {role} nmod  NE _ Case=Gen
"""
IS = "ist 3 cop VAFIN sein Mood=Ind\nMitglied 0 _ NN _ Number=Sing|Gender=Neut"
IS_NOT = "ist 4 cop VAFIN sein Mood=Ind\nnicht 4 advmod PTKNEG\nMitglied 0 _ NN _ Number=Sing"
MAY_BE = "kann 4 aux VMFIN können Mood=Ind\nsein 4 cop VAINF sein\nMitglied 0 _ NN _ Number=Sing"


def stances(verb: str) -> set[str]:
    """Polarity and modality of what the sentence says of Ada."""
    role = len(verb.splitlines()) + 1
    reading = read(MEMBER.format(verb=verb, head=role, role=role, body=role + 2), {"Ada": "PER"})
    found = with_role_stances(structure_drafts(reading), reading, load_lexicon())
    return {f"{d.subject.text} {d.relation} {d.polarity} {d.modality}" for d in found}


@pytest.mark.parametrize(
    ("verb", "stance"),
    [(IS, "positive asserted"), (IS_NOT, "negative asserted"), (MAY_BE, "positive possible")],
)
def test_a_predicated_role_has_the_stance_of_its_clause(verb: str, stance: str) -> None:
    assert stances(verb) == {f"Ada memberOf {stance}"}


def test_a_title_is_known_to_the_article() -> None:
    table = """
        Nicht       4 advmod PTKNEG
        Ministerin  4 nsubj  NN _ Number=Sing
        Ada         2 appos  NE
        kam         0 _      VVFIN kommen
    """
    reading = read(table, {"Ada": "PER"})
    found = with_role_stances(structure_drafts(reading), reading, load_lexicon())
    assert {d.polarity.value for d in found} == {"positive"}


@pytest.mark.parametrize(
    ("relation", "word", "expected"),
    [
        ("nsubj", "hat 8 aux VAFIN haben", {"reported"}),
        ("obl", "bei 5 case APPR", {"asserted"}),
    ],
)
def test_where_an_event_is_that_is_told_of_is_told_too(
    relation: str, word: str, expected: set[str]
) -> None:
    table = f"""
        Laut      2 case   APPR laut
        Ada       8 obl    NE
        {word}
        der       5 det    ART
        Gipfel    8 {relation} NN
        in        7 case   APPR
        Berlin    5 nmod   NE
        begonnen  0 _      VVPP beginnen VerbForm=Part
    """
    reading = read(table, {"Ada": "PER", "Berlin": "LOC"})
    found = with_role_stances(structure_drafts(reading), reading, load_lexicon())
    assert {d.modality.value for d in found} == expected


@pytest.mark.parametrize(
    ("adjective", "modality"), [("kluge", "asserted"), ("künftige", "planned")]
)
def test_an_adjective_may_put_a_role_off(adjective: str, modality: str) -> None:
    table = f"""
        Die         3 det   ART
        {adjective} 3 amod  ADJA
        Ministerin  5 nsubj NN _ Number=Sing
        Ada         3 appos NE
        kam         0 _     VVFIN kommen
    """
    reading = read(table, {"Ada": "PER"})
    found = with_role_stances(structure_drafts(reading), reading, load_lexicon())
    assert {d.modality.value for d in found} == {modality}
