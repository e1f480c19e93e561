"""Names that stand side by side."""

import pytest

from kg.name_splits import parted
from tests.trees import tree
from tests.worlds import small_gazetteer


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Moskau Anna Müller", ["Moskau", "Anna Müller"]),
        ("Moskau Müller", ["Moskau Müller"]),
        ("Anna Müller", ["Anna Müller"]),
        ("Elmsee Anna Müller", ["Elmsee Anna Müller"]),
        ("Moskau", ["Moskau"]),
    ],
)
def test_a_place_and_a_person_behind_it_are_two(name: str, parts: list[str]) -> None:
    words = name.split()
    table = "\n".join(f"{word} {0 if i == 0 else 1} flat NE" for i, word in enumerate(words))
    doc = tree(table)
    assert [s.text for s in parted(doc[0 : len(words)], small_gazetteer())] == parts
