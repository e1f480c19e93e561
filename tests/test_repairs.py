"""Attributes that a parser takes for verbs, and trees that must stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.repairs import Tree, is_tree, repaired
from tests.trees import tree

# *Wien und das lange mit Rom verbündete Bern müssen Genf helfen*, as a parser may have it.
MISREAD = """
Wien        7  nsubj  NE
und         7  cc     KON
das         7  nsubj  ART
lange       7  advmod ADJD
mit         6  case   APPR
Rom         7  obl    NE
verbündete  0  root   VVFIN verbünden
Bern        7  obj    NE
müssen      11 aux    VMFIN
Genf        11 obj    NE
helfen      7  conj   VVINF
.           7  punct  $.
"""
# *Das mit Rom verbündete Bern hilft*, the attribute below the verb.
BELOW = """
Das         4  nsubj  ART
mit         3  case   APPR
Rom         4  obl    NE
verbündete  6  csubj  VVFIN verbünden
Bern        4  obj    NE
hilft       0  root   VVFIN helfen
"""
CLAUSES = """
Das         3  det    ART
alte        3  amod   ADJA
Rom         4  nsubj  NE
rettete     0  root   VVFIN retten
Bern        4  obj    NE
,           7  punct  $,
lobte       4  conj   VVFIN loben
Wien        7  nsubj  NE
"""
RIGHT = """
Das         3  det    ART
besetzte    3  amod   ADJA
Haus        4  nsubj  NN
brennt      0  root   VVFIN brennen
"""
# Without a full stop that the tagger sees, two sentences look like one.
SCORE = """
Das         2  det    ART
Spiel       3  nsubj  NN
endete      0  root   VVFIN enden
0:0.        3  obj    NN
Wien        6  nsubj  NE
gewann      3  conj   VVFIN gewinnen
"""


def relations(table: str) -> list[tuple[str, str, str]]:
    """Each word with its relation and head after the repair."""
    doc = tree(table)
    mended = repaired(doc)
    pairs = zip(doc, mended.heads, mended.relations, strict=True)
    return [(token.text, relation, doc[head].text) for token, head, relation in pairs]


def test_the_predicate_takes_the_place_of_the_attribute() -> None:
    assert relations(MISREAD) == [
        ("Wien", "nsubj", "helfen"),
        ("und", "cc", "Bern"),
        ("das", "det", "Bern"),
        ("lange", "advmod", "verbündete"),
        ("mit", "case", "Rom"),
        ("Rom", "obl", "verbündete"),
        ("verbündete", "amod", "Bern"),
        ("Bern", "conj", "Wien"),
        ("müssen", "aux", "helfen"),
        ("Genf", "obj", "helfen"),
        ("helfen", "ROOT", "helfen"),
        (".", "punct", "helfen"),
    ]


def test_an_attribute_below_the_predicate_goes_to_its_noun() -> None:
    assert relations(BELOW)[2:] == [
        ("Rom", "obl", "verbündete"),
        ("verbündete", "amod", "Bern"),
        ("Bern", "nsubj", "hilft"),
        ("hilft", "ROOT", "hilft"),
    ]


@pytest.mark.parametrize("table", [CLAUSES, RIGHT, SCORE], ids=["clauses", "right", "score"])
def test_a_tree_that_may_be_right_stays(table: str) -> None:
    doc = tree(table)
    assert repaired(doc) == Tree([t.head.i for t in doc], [t.dep_ for t in doc])


def test_a_conjunct_below_the_first_noun_makes_no_circle() -> None:
    table = MISREAD.replace("Wien        7  nsubj", "Wien        0  root ").replace(
        "verbündete  0  root ", "verbündete  1  conj "
    )
    assert is_tree(repaired(tree(table)))


@given(st.lists(st.integers(0, 11), min_size=12, max_size=12))
def test_circles_are_seen(heads: list[int]) -> None:
    ends = []
    for i in range(len(heads)):
        for _ in heads:
            i = heads[i]  # noqa: PLW2901 (follows the heads)
        ends.append(i)
    assert is_tree(Tree(heads, [""] * 12)) == all(heads[i] == i for i in ends)
