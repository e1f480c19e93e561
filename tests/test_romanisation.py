"""Spellings of one name by German, English and other romanisation."""

import pytest

from kg.romanisation import skeleton, sound_key, words_of


@pytest.mark.parametrize(
    "spellings",
    [
        "Alijew Aliyev Äliyev Aliev",
        "Selenskyj Zelensky Selenski Zelenskyy Zelenskiy Зеленский",
        "Paschinjan Pashinyan",
        "Jelzin Yeltsin Eltsin",
        "Gorbatschow Gorbachev",
        "Chruschtschow Khrushchev",
        "Chodorkowski Khodorkovsky",
        "Nasarbajew Nazarbayev",
        "Ahmadinedschad Ahmadinejad",
        "Saakaschwili Saakashvili",
        "Schoigu Shoigu",
        "Prigoschin Prigozhin",
        "Charkiw Kharkiv",
        "Zchinwali Tskhinvali",
        "Grosny Grozny",
        "al-Assad el-Assad Assad",
        "Müller Mueller",
        "Mohammed Muhammad Mohamed",
        "Wladimir Vladimir Wolodymyr",
        "Erdoğan Erdogan",
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: str) -> None:
    assert len({sound_key(name) for name in spellings.split()}) == 1


@pytest.mark.parametrize(
    "names",
    ["Meier Meyer Maier Mayer", "Schmidt Schmitt", "Bauer Baur", "Hoffmann Hofmann", "Kiel Köln"],
)
def test_other_names_have_other_keys(names: str) -> None:
    assert len({sound_key(name) for name in names.split()}) == len(names.split())


def test_articles_count_only_before_a_hyphen_or_in_small_letters() -> None:
    assert words_of("Muktada al-Sadr") == ["Muktada", "Sadr"]
    assert words_of("Mohammed el Baradei") == ["Mohammed", "Baradei"]
    assert words_of("Al Gore") == ["Al", "Gore"]
    assert words_of("Rhein-Main") == ["Rhein", "Main"]


def test_what_looks_alike_has_one_skeleton() -> None:
    assert skeleton("Lana Clarkson") != skeleton("Lara Clarkson")
    assert skeleton("Gerhardt") != skeleton("Gerhard")
    assert skeleton("Sigmar") == skeleton("Siegmar")
