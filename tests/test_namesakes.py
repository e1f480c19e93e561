"""Persons of one last name."""

import pytest

from tests.worlds import read

FULL = "{full} 3 nsubj NE\nBrandt 1 flat NE\nkommt 0 _ VVFIN\n\n"
TITLED = "{title} 3 nsubj NN {title} Gender={gender}\nBrandt 1 appos NE\ngeht 0 _ VVFIN"


@pytest.mark.parametrize(
    ("full", "title", "gender", "one"),
    [
        ("Otto", "Frau", "Fem", False),
        ("Ada", "Frau", "Fem", True),
        ("Otto", "Minister", "Masc", True),
        ("Ada", "Minister", "Masc", False),
        ("Qwx", "Frau", "Fem", True),
    ],
)
def test_the_sex_sets_them_apart(full: str, title: str, gender: str, one: bool) -> None:
    table = FULL.format(full=full) + TITLED.format(title=title, gender=gender)
    reading = read(table, {f"{full} Brandt": "PER", "Brandt": "PER"})
    assert (reading.by_token[1] is reading.by_token[4]) is one
