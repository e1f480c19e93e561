"""Names and their genitives."""

import pytest

from kg.mentions import find_mentions
from kg.name_forms import base_name
from tests.trees import tree
from tests.worlds import small_gazetteer


@pytest.mark.parametrize(
    ("form", "forms", "base"),
    [
        ("Ottens", {"Otten"}, "Otten"),
        ("Ottens", {"Ada Otten"}, "Otten"),
        ("Ottens", {"Ada Ottens"}, "Ottens"),
        ("Ottens", {"Ottenbach"}, "Ottens"),
        ("Hollandes", {"Ada Hollande"}, "Hollande"),
        ("Adlerpreises", {"Adlerpreis"}, "Adlerpreis"),
        ("Merkels", set(), "Merkel"),
    ],
)
def test_the_other_forms_tell_a_genitive(form: str, forms: set[str], base: str) -> None:
    doc = tree(f"{form} 2 nsubj NE\nkommt 0 _ VVFIN", {form: "PER"})
    mention = find_mentions(doc, small_gazetteer())[0]
    assert base_name(doc, mention, forms) == base
