"""Trees that break a rule of the grammar, and trees that must stay as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Span

from kg.repairs import leads_to_root, repaired
from kg.trees import Tree
from tests.trees import parse

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


@pytest.mark.parametrize("table", [CLAUSES, RIGHT], ids=["clauses", "right"])
def test_a_tree_that_may_be_right_stays(table: str) -> None:
    doc = parse(table)
    assert repaired(doc) == Tree([t.head.i for t in doc], [t.dep_ for t in doc])


@given(st.lists(st.integers(0, 11), min_size=12, max_size=12))
def test_circles_are_seen(heads: list[int]) -> None:
    ends = []
    for i in range(len(heads)):
        for _ in heads:
            i = heads[i]  # noqa: PLW2901 (follows the heads)
        ends.append(i)
    tree = Tree(heads, [""] * 12)
    assert [leads_to_root(tree, i) for i in range(12)] == [heads[i] == i for i in ends]


TWO_SUBJECTS = """
Wien        7  nsubj  NE
und         5  cc     KON
das         5  det    ART
alte        5  amod   ADJA
Rom         7  nsubj  NE
müssen      7  aux    VMFIN
helfen      0  root   VVINF
"""
APART = """
Wien        2  nsubj  NE
hilft       0  root   VVFIN helfen
heute       2  advmod ADV
und         5  cc     KON
Rom         2  nsubj  NE
"""
WAS = """
Weber       2  nsubj  NE
war         0  root   VAFIN  sein
lange       2  advmod ADV
Richterin   2  nsubj  NN
"""
INCLUDED = """
Tiere       2  nsubj  NN
waren       0  root   VAFIN  sein
außer       4  case   APPR
Bären       2  nsubj  NN
"""


def test_a_second_subject_behind_und_is_a_conjunct() -> None:
    found = repaired(parse(TWO_SUBJECTS))
    assert (found.heads[4], found.relations[4]) == (0, "conj")
    assert repaired(parse(APART)).relations[4] == "nsubj"


def test_a_second_subject_of_sein_is_the_predicate() -> None:
    found = repaired(parse(WAS))
    assert found.heads == [3, 3, 3, 3]
    assert found.relations == ["nsubj", "cop", "advmod", "ROOT"]
    assert repaired(parse(INCLUDED)).relations == ["nsubj", "ROOT", "case", "nsubj"]


ATTRIBUTE_BEHIND = """
Wien        7  nsubj  NE
und         5  cc     KON
das         5  det    ART
verbündete  1  amod   ADJA
Rom         7  nsubj  NE
müssen      7  aux    VMFIN
helfen      0  root   VVINF
"""
BELOW_COPULA = """
Weber       2  nsubj  NE
war         4  cop    VAFIN  sein
lange       2  advmod ADV
Richterin   0  root   NN
"""


def test_an_attribute_hangs_on_the_noun_behind_it() -> None:
    found = repaired(parse(ATTRIBUTE_BEHIND))
    assert (found.heads[3], found.heads[4], found.relations[4]) == (4, 0, "conj")


def test_a_copula_has_no_subject() -> None:
    assert repaired(parse(BELOW_COPULA)).heads == [3, 3, 3, 3]


ON_A_DAY = """
Wien        2  nsubj  NE
griff       0  root   VVFIN  greifen
am          4  case   APPRART
Dienstag    2  obl    NN
Rom         4  appos  NE
an          2  compound:prt  PTKVZ
"""


def changed(table: str) -> dict[int, tuple[int, str]]:
    """The words that a repair has moved, with their new heads and relations."""
    doc = parse(table)
    found = repaired(doc)
    both = enumerate(zip(found.heads, found.relations, strict=True))
    return {i: new for i, new in both if new != (doc[i].head.i, doc[i].dep_)}


def test_a_name_behind_a_day_is_of_the_clause() -> None:
    assert changed(ON_A_DAY) == {4: (1, "obj")}


def test_a_clause_without_a_subject_takes_it_for_that() -> None:
    assert changed(ON_A_DAY.replace("Wien        2  nsubj", "Da          2  advmod")) == {
        4: (1, "nsubj")
    }


def test_a_clause_with_an_object_takes_it_for_the_second() -> None:
    assert changed(ON_A_DAY.replace("compound:prt  PTKVZ", "obj  NN")) == {4: (1, "iobj")}


def test_a_passive_with_a_subject_takes_nothing() -> None:
    assert changed(ON_A_DAY.replace("compound:prt  PTKVZ", "aux:pass  VAFIN")) == {}


@pytest.mark.parametrize("word", ["Ortszeit", "Abend", "Mai"])
def test_a_time_behind_a_day_is_of_the_day(word: str) -> None:
    assert changed(ON_A_DAY.replace("Rom     ", word)) == {}


IN_A_PLACE = """
Wien    2  nsubj  NE
traf    0  root   VVFIN  treffen
in      4  case   APPR
Rom     2  obl    NE
Ada     4  flat   NE
Müller  4  flat   NE
"""


def test_a_person_behind_a_place_is_of_the_clause() -> None:
    doc = parse(IN_A_PLACE)
    doc.ents = (Span(doc, 3, 4, "LOC"), Span(doc, 4, 6, "PER"))
    found = repaired(doc)
    assert (found.heads, found.relations[4:]) == ([1, 1, 3, 1, 1, 4], ["obj", "flat"])


def test_a_name_of_several_words_stays_one() -> None:
    assert changed(IN_A_PLACE) == {}


SHARED = """
Wien      2  nsubj  NE
schwieg   0  root   VVFIN  schweigen
und       4  cc     KON
besuchte  2  conj   VVFIN  besuchen
am        6  case   APPRART
Dienstag  4  obl    NN
Rom       6  appos  NE
"""
PURPOSE = """
Wien      2  nsubj  NE
kam       0  root   VVFIN  kommen
,         8  punct  $,
um        8  mark   KOUI
am        6  case   APPRART
Dienstag  8  obl    NN
Rom       6  appos  NE
besuchen  2  advcl  VVINF  besuchen
zu        8  mark   PTKZU
"""


def test_a_clause_whose_subject_stands_elsewhere_takes_an_object() -> None:
    assert changed(SHARED) == {6: (3, "obj")}
    assert changed(PURPOSE) == {6: (7, "obj")}
