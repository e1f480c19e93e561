"""How two names of bodies, places and other things go together."""

import pytest

from kg.body_names import compare_bodies, initials, is_abbreviation, without_form


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Nordbank", "Nordbank", "same_name"),
        ("Nordbank AG", "Nordbank", "legal_form"),
        ("Nordbank GmbH & Co. KG", "Nordbank", "legal_form"),
        ("Freunde der See e. V.", "Freunde der See", "legal_form"),
        ("Nord-Süd Verband", "Nord-Süd-Verband", "legal_form"),
        ("1.FC Kiel", "1. FC Kiel", "legal_form"),
        ("NORDBANK", "Nordbank", "legal_form"),
        ("Hoher Rat", "Hohen Rates", "inflected"),
        ("Rat der Fischer in Norwegen", "Rat der Fischer", "longer_name"),
        ("Nationale Rat der Republik", "Nationaler Rat", "longer_name"),
        ("DSB", "Deutscher Segel-Bund", "initials"),
        ("FC Kiel 04", "Kiel 04", "club_form"),
        ("SV Holstein Kiel", "Holstein Kiel", "club_form"),
        ("Charkiw", "Kharkiv", "romanised_long"),
        ("Baku", "Bakou", "romanised"),
        ("Nordseeverein", "Nordseevereim", "similar"),
        ("FC Kiel", "Kiel", ""),  # the town
        ("Rat", "Rat der Fischer", ""),
        ("Programm 1.1", "Programm 11", ""),
        ("VW", "Verein Welle", ""),  # two letters stand for too much
        ("SVP", "SPV", ""),
    ],
)
def test_names_go_together(one: str, other: str, relation: str) -> None:
    assert compare_bodies(one, other) == relation
    assert compare_bodies(other, one) == relation


def test_a_legal_form_is_not_the_whole_name() -> None:
    assert without_form("AG") == "AG"
    assert without_form("Nordbank AG") == "Nordbank"


def test_abbreviations_and_initials() -> None:
    assert is_abbreviation("DFB")
    assert is_abbreviation("EuGH")
    assert not is_abbreviation("Bund")
    assert initials("Deutscher Segel-Bund") == "DSB"
    assert initials("Bund") == ""
