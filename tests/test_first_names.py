"""Sex by first name."""

import pytest

from kg.first_names import gender_of_name, genders_of_names
from kg.lexicon import read_toml


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Ada Müller", "feminine"),
        ("Otto Müller", "masculine"),
        ("Anna-Lena Müller", "feminine"),
        ("Qwx Müller", ""),
        ("Otto", ""),
    ],
)
def test_the_first_name_tells(name: str, gender: str) -> None:
    assert gender_of_name(name) == gender


def test_no_name_is_listed_for_both() -> None:
    table = read_toml("gazetteer", "first_names.toml")
    assert len(genders_of_names()) == sum(len(names) for names in table.values())
