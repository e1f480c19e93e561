"""Two roles of one person."""

import pytest

from tests.worlds import read

BEHIND = """
    Ada       7 nsubj NE
    ,         3 punct $,
    Ministerin 1 appos NN _ Number=Sing
    und       {head} cc KON
    {article} {head} {relation} {tag}
    Sprecherin 3 conj  NN _ Number=Sing
    kommt     0 _     VVFIN
"""
BEFORE = """
    Die        2 det   ART
    Ministerin 5 nsubj NN _ Number=Sing
    und        4 cc    KON
    Sprecherin 2 conj  NN _ Number=Sing
    {name}     2 appos NE
    kommt      0 _     VVFIN
"""


def same(table: str, one: str, other: str) -> bool:
    reading = read(table, {"Ada": "PER"})
    by_word = {t.text: reading.by_token.get(t.i) for t in reading.doc}
    return by_word[one] is by_word[other] is not None


@pytest.mark.parametrize(
    ("article", "relation", "tag", "one"),
    [
        ("neue", "amod", "ADJA", True),
        ("ihre", "det", "PPOSAT", False),
        ("die", "det", "ART", False),
    ],
)
def test_a_role_behind_und(article: str, relation: str, tag: str, one: bool) -> None:
    table = BEHIND.format(head=6, article=article, relation=relation, tag=tag)
    assert same(table, "Sprecherin", "Ada") is one


def test_a_role_before_und() -> None:
    table = BEFORE.format(name="Ada").replace("5 nsubj", "6 nsubj")
    assert same(table, "Ministerin", "Ada")
    assert same(table, "Sprecherin", "Ada")


def test_a_name_between_belongs_to_one_role() -> None:
    table = """
        Ministerin 5 nsubj NN _ Number=Sing
        Ada        1 appos NE
        und        4 cc    KON
        Sprecherin 1 conj  NN _ Number=Sing
        kommen     0 _     VVFIN
    """
    assert not same(table, "Sprecherin", "Ada")
