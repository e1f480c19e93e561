"""Relative pronouns."""

import pytest

from kg.relatives import relative_antecedent
from tests.trees import word
from tests.worlds import read

CLAUSE = """
    Die        2 det   ART
    Ministerin 9 nsubj NN  Ministerin Gender=Fem|Number=Sing
    von        4 case  APPR
    Otto       2 nmod  NE  Otto Gender=Masc|Number=Sing
    ,          7 punct $,
    {pronoun}  7 {place} PRELS
    schläft    {head}  acl VVFIN _ Number=Sing
    ,          7 punct $,
    kommt      0 _     VVFIN
"""


@pytest.mark.parametrize(
    ("pronoun", "head", "meant"),
    [("die", 2, "Ministerin"), ("der", 4, "Otto"), ("der", 2, "Otto"), ("das", 2, "")],
)
def test_the_noun_that_the_clause_describes_if_it_agrees(
    pronoun: str, head: int, meant: str
) -> None:
    table = CLAUSE.format(pronoun=pronoun, head=head, place="nsubj")
    reading = read(table, {"Otto": "PER"})
    found = relative_antecedent(reading, word(reading.doc, pronoun))
    assert [reading.doc[i].text for i in found] == ([meant] if meant else [])


def test_a_word_outside_such_a_clause_has_none() -> None:
    reading = read("Otto 2 nsubj NE\nschläft 0 _ VVFIN", {"Otto": "PER"})
    assert relative_antecedent(reading, reading.doc[0]) == ()
