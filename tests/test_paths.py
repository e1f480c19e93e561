"""Ways through a dependency tree, as they are printed."""

import pytest

from kg.paths import dependency_path
from tests.trees import tree, word

TABLE = """
Baku     2 nsubj       NE
rief     0 root        VVFIN
Goris    2 obj         NE
in       5 case        APPR
Wien     2 obl         NE
auf      2 compound:prt PTKVZ
,        8 punct       $,
zu       9 mark        PTKZU
gehen    2 xcomp       VVINF
.        2 punct       $.

Ada      2 nsubj       NE
Müller   0 flat        NE
"""


@pytest.mark.parametrize(
    ("stops", "expected"),
    [
        (["Baku", "rief", "Goris"], "Baku ←nsubj– rief … auf –obj→ Goris"),
        (["Baku", "Goris"], "Baku ←nsubj– rief … auf –obj→ Goris"),
        (["rief", "rief", "Wien"], "rief … auf –obl:in→ Wien"),
        (["Wien", "Wien"], "Wien"),
        (["Goris", "gehen", "Wien"],
         "Goris ←obj– rief … auf –xcomp→ gehen ←xcomp– rief … auf –obl:in→ Wien"),
        (["Baku", "Ada"], "Baku ⋯ Ada"),
    ],
)  # fmt: skip
def test_a_path_leads_through_its_stops(stops: list[str], expected: str) -> None:
    doc = tree(TABLE)
    assert dependency_path(doc, [word(doc, stop).i for stop in stops], {}) == expected


def test_a_name_stands_for_its_head() -> None:
    doc = tree(TABLE)
    names = {word(doc, "Ada").i: "Ada Müller"}
    assert dependency_path(doc, [word(doc, w).i for w in ("Ada", "Müller")], names) == (
        "Ada Müller ←nsubj– Müller"
    )
