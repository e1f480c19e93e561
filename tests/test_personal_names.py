"""How two names of persons go together."""

import pytest

from kg.personal_names import PersonName, compare_persons, last_word, person_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Müller", PersonName(("Ada",), "Müller")),
        ("Müller", PersonName((), "Müller")),
        ("Prof. Dr. Ada Müller", PersonName(("Ada",), "Müller")),
        ("Ada von der Aue", PersonName(("Ada",), "von der Aue")),
        ("Johannes Paul II.", PersonName(("Johannes", "Paul"), "", "ii")),
        ("Otto Alm jr.", PersonName(("Otto",), "Alm", "jr")),
        ("Ben Alm", PersonName(("Ben",), "Alm")),
        ("Al Alm", PersonName(("Al",), "Alm")),
        ("von der Aue", PersonName((), "von der Aue")),
    ],
)
def test_a_name_has_parts(text: str, expected: PersonName) -> None:
    assert person_name(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Ada Müller", "Ada Müller", "same_name"),
        ("Müller", "Müller", "bare_name"),
        ("Müller", "Ada Müller", "last_name"),
        ("von der Aue", "Ada von der Aue", "last_name"),
        ("Aue", "Ada von der Aue", "last_name"),
        ("Sadr", "Muktada al-Sadr", "last_name"),
        ("Lüde", "Ada Alm-Lüde", ""),
        ("Thaksin", "Thaksin Shinawatra", "first_name"),
        ("Ilham Alijew", "Ilham Aliyev", "romanised"),
        ("Aliyev", "Ilham Alijew", "romanised"),
        ("Alijew", "Aliyev", "romanised"),
        ("Wolodymyr Selenskyj", "Vladimir Zelensky", "romanised"),
        ("Ada Berta Müller", "Ada Müller", "middle_name"),
        ("Roger Keith Barrett", "Keith Barrett", "later_first_name"),
        ("Ki-moon Ban", "Ban Ki-moon", "middle_name"),
        ("Franz-Josef Alm", "Franz Josef Alm", "same_name"),
        ("A. Müller", "Ada Müller", "initial"),
        ("Ada Müllers", "Ada Müller", "genitive"),
        ("Elisabeth II.", "Elizabeth II.", "romanised_long"),
        ("Sigmar Alm", "Siegmar Alm", "similar"),
        ("Ada Müller", "Otto Müller", "other_name"),
        ("Michael Collins", "Eileen M. Collins", "other_name"),
        ("George W. Alm", "George H. W. Alm", "other_name"),
        ("Otto Alm jr.", "Otto Alm sr.", "other_name"),
        ("Johannes Paul II.", "Albert II.", ""),
        ("Ada Müller", "Ada Vogel", ""),
    ],
)
def test_names_go_together(one: str, other: str, relation: str) -> None:
    assert compare_persons(one, other) == relation
    assert compare_persons(other, one) == relation


def test_the_last_word_of_a_last_name() -> None:
    assert last_word("von der Aue") == "Aue"
    assert last_word("al-Gaddafi") == "Gaddafi"
    assert last_word("Alm-Lüde") == "Alm-Lüde"
