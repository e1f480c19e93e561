"""Datives that a parser took for genitives."""

import pytest

from kg.datives import swallowed_datives
from kg.lexicon import load_lexicon
from tests.trees import tree, word

CLAUSE = """
    Gestern  2 advmod ADV
    {verb}
    {subject}
    der      5 det    ART
    Firma    3 nmod   NN
    Betrug   2 obj    NN
    {particle}
"""
BLAME = ("warf 0 _ VVFIN werfen", "vor 2 compound:prt PTKVZ")
DENIAL = ("verbot 0 _ VVFIN verbieten", "dort 2 advmod ADV")


def datives(verb: str, particle: str, subject: str) -> list[str]:
    """The datives found below the subject."""
    doc = tree(CLAUSE.format(verb=verb, particle=particle, subject=subject))
    found = swallowed_datives(doc[1], [doc[2]], load_lexicon())
    return [t.text for t in found]


def test_a_verb_of_blaming_has_a_dative() -> None:
    assert datives(*BLAME, "Chef 2 nsubj NN") == ["Firma"]


def test_a_name_has_no_genitive_behind_it() -> None:
    gave = ("versprach 0 _ VVFIN versprechen", "dort 2 advmod ADV")
    assert datives(*gave, "Ada 2 nsubj NE") == ["Firma"]
    assert datives(*gave, "Chef 2 nsubj NN") == []


@pytest.mark.parametrize("subject", ["Ada 2 nsubj NE", "Chef 2 nsubj NN"])
def test_other_verbs_have_none(subject: str) -> None:
    assert datives("baute 0 _ VVFIN bauen", "dort 2 advmod ADV", subject) == []


def test_an_article_that_is_no_dative() -> None:
    doc = tree(
        CLAUSE.format(verb=BLAME[0], particle=BLAME[1], subject="Chef 2 nsubj NN").replace(
            "der      5 det    ART", "des 5 det ART"
        )
    )
    assert swallowed_datives(word(doc, "warf"), [word(doc, "Chef")], load_lexicon()) == []


def test_a_name_taken_for_the_apposition_is_the_dative_of_blaming() -> None:
    table = """
        Gestern  2 advmod ADV
        {verb}
        Chef     2 nsubj NN
        Alm      3 appos NE
        {particle}
    """
    blame, denial = (tree(table.format(verb=v, particle=p)) for v, p in (BLAME, DENIAL))
    assert [t.text for t in swallowed_datives(blame[1], [blame[2]], load_lexicon())] == ["Alm"]
    assert swallowed_datives(denial[1], [denial[2]], load_lexicon()) == []
