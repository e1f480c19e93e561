"""Roles that a clause says somebody to have."""

import pytest

from kg.coreference import resolve_pronouns
from kg.predication import is_negated, other_ends
from kg.reading import join_roles_of_pronouns
from tests.trees import tree, word
from tests.worlds import read

OTTO = {"Otto": "PER"}

IS = """
    Otto     3 nsubj NE _ Case=Nom
    {verb}   3 cop   VAFIN sein {mood}
    Minister 0 _     NN _ Case=Nom|Number=Sing
    {more}
"""
BECOMES = """
    Otto     2 {otto}  NE _ Case=Nom
    wird     0 _       VAFIN werden
    Minister 2 {role}  NN _ Case=Nom|Number=Sing
"""
MISREAD = """
    Minister 0 _    NN _ Case=Nom|Number=Sing
    wurde    1 cop  VAFIN werden
    Otto     1 nmod NE _ Case=Nom
"""
PRONOUN = """
    Otto     2 nsubj NE _ Gender=Masc
    kommt    0 _     VVFIN

    Er       3 nsubj PPER _ Case=Nom
    {verb}   3 cop   VAFIN sein {mood}
    Minister 0 _     NN _ Case=Nom|Gender=Masc|Number=Sing
"""


def is_minister(table: str) -> bool:
    """Whether the noun *Minister* is read as one with *Otto*."""
    reading = read(table, OTTO)
    resolve_pronouns(reading)
    join_roles_of_pronouns(reading)
    by_word = {t.text: reading.by_token.get(t.i) for t in reading.doc}
    return by_word["Minister"] is by_word["Otto"] is not None


def test_the_subject_has_the_role() -> None:
    assert is_minister(IS.format(verb="ist", mood="_", more=""))


@pytest.mark.parametrize(
    ("mood", "more"),
    [
        ("_", "nicht 3 advmod PTKNEG"),
        ("_", "müssen 3 aux VMINF müssen"),
        ("Mood=Sub", ""),
        ("_", "falls 3 mark KOUS"),
    ],
)
def test_what_is_no_fact_gives_no_role(mood: str, more: str) -> None:
    assert not is_minister(IS.format(verb="war", mood=mood, more=more))


@pytest.mark.parametrize(("otto", "role"), [("nsubj", "xcomp"), ("xcomp", "nsubj")])
def test_either_end_may_be_taken_for_the_subject(otto: str, role: str) -> None:
    assert is_minister(BECOMES.format(otto=otto, role=role))


def test_a_verb_that_links_nothing() -> None:
    table = (
        BECOMES.format(otto="nsubj", role="obj")
        .replace("wird ", "kennt")
        .replace("werden", "kennen")
    )
    assert not is_minister(table)


def test_a_nominative_behind_the_copula() -> None:
    assert is_minister(MISREAD)
    assert not list(other_ends(word(tree(MISREAD.replace("Case=Nom", "Case=Gen")), "Minister")))


def test_pronouns() -> None:
    assert is_minister(PRONOUN.format(verb="ist", mood="_"))
    assert not is_minister(PRONOUN.format(verb="sei", mood="Mood=Sub"))


def test_negation_by_the_article() -> None:
    doc = tree("kein 2 det PIAT\nMinister 0 _ NN")
    assert is_negated(word(doc, "Minister"))


def test_a_coordinated_predicate_shares_its_subject() -> None:
    table = """
        Otto     3 nsubj NE _ Case=Nom
        ist      3 cop   VAFIN sein
        Händler  0 _     NN _ Case=Nom|Number=Sing
        und      6 cc    KON
        war      6 cop   VAFIN sein
        Minister 3 conj  NN _ Case=Nom|Number=Sing
    """
    assert is_minister(table)
