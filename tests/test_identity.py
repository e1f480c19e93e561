"""Whether two profiles are of one thing."""

import pytest

from kg.identity import Judgement, judge, rarities
from kg.model import Verdict
from kg.profiles import Profile

RARE = {"Nordland": 0.1, "Otto Alm": 3.0, "Küstenbund": 3.0, "Kiel": 2.0, "Ufer": 2.0, "Moor": 2.0}


def person(document: str, *names: str, **values: frozenset[object]) -> Profile:
    """What an article says of a person."""
    known = Profile(frozenset([document]), frozenset(names), frozenset(["Person"]))
    return known._replace(**values)  # type: ignore[arg-type]


def body(document: str, *names: str, **values: object) -> Profile:
    """What an article says of an organisation."""
    known = Profile(frozenset([document]), frozenset(names), frozenset(["Organization"]))
    return known._replace(**values)  # type: ignore[arg-type]


def judged(one: Profile, other: Profile, bearers: int | None = None) -> Judgement:
    found = judge(one, other, RARE, bearers)
    assert found
    return found


def some(*values: object) -> frozenset[object]:
    return frozenset(values)


ADA = person("a", "Ada Müller")


def test_a_full_name_is_enough() -> None:
    assert judged(ADA, person("b", "Ada Müller")).verdict is Verdict.SAME


def test_titles_change_with_time() -> None:
    minister = ADA._replace(offices=frozenset({("ministerin", "Nordland")}))
    premier = person("b", "Ada Müller", offices=some(("kanzlerin", "Nordland")))
    assert judged(minister, premier).verdict is Verdict.SAME


@pytest.mark.parametrize(
    "other",
    [
        {"births": some(1940)},
        {"offices": some(("torhüterin", "")), "states": some("Südland")},
        {"states": some("Südland"), "companions": some("Otto Alm", "Ufer", "Moor")},
    ],
)
def test_namesakes_are_kept_apart(other: dict[str, frozenset[object]]) -> None:
    one = ADA._replace(
        births=frozenset([1970]),
        offices=frozenset({("ministerin", "Nordland")}),
        states=frozenset(["Nordland"]),
        companions=frozenset(["Nordland", "Kiel", "Küstenbund"]),
    )
    assert judged(one, person("b", "Ada Müller", **other)).verdict is not Verdict.SAME


def test_first_names_tell_two_apart() -> None:
    assert judge(ADA, person("b", "Otto Müller"), RARE) is None


def test_another_spelling_needs_more_than_the_name() -> None:
    one, other = person("a", "Ilham Alijew"), person("b", "Ilham Aliyev")
    assert judged(one, other).verdict is Verdict.UNSURE
    offices = frozenset({("präsident", "Nordland")})
    found = judged(one._replace(offices=offices), other._replace(offices=offices))
    assert found.verdict is Verdict.SAME
    assert found.reasons == (
        "Ilham Alijew: another spelling of Ilham Aliyev",
        "same office: Präsident",
    )


def test_a_last_name_is_less_sure_the_more_bear_it() -> None:
    one = person("b", "Müller")
    assert judged(one, ADA, 0).verdict is Verdict.SAME
    assert judged(one, ADA, 1).verdict is Verdict.UNSURE
    assert judged(one, ADA, 3).verdict is Verdict.DIFFERENT


def test_a_name_alone_of_a_man_is_no_woman() -> None:
    one = person("b", "Müller", genders=some("masculine"))
    woman = ADA._replace(genders=frozenset(["feminine"]))
    assert judged(one, woman).verdict is Verdict.DIFFERENT


def test_company_tells_by_rare_names_more_than_by_common_ones() -> None:
    one, other = person("b", "Müller"), ADA
    scores = [
        judged(one._replace(companions=c), other._replace(companions=c)).score
        for c in (frozenset(["Nordland"]), frozenset(["Otto Alm"]))
    ]
    assert scores == sorted(scores)
    assert scores[0] < scores[1]


def test_a_first_name_is_a_guess_unless_one_article_has_both() -> None:
    full = person("a", "Thaksin Shinawatra", companions=some("Otto Alm", "Küstenbund"))
    elsewhere = person("b", "Thaksin", companions=some("Otto Alm", "Küstenbund"))
    assert judged(elsewhere, full).verdict is Verdict.UNSURE
    assert judged(person("a", "Thaksin"), full).verdict is Verdict.SAME


def test_what_is_only_alike_is_never_sure() -> None:
    company = some("Otto Alm", "Küstenbund", "Kiel")
    one = person("a", "Sigmar Alm", companions=company)
    other = person("b", "Siegmar Alm", companions=company)
    assert judged(one, other).verdict is Verdict.UNSURE


def test_an_article_tells_a_bare_name_apart() -> None:
    assert judged(person("a", "Müller"), ADA).verdict is Verdict.DIFFERENT


def test_years_between_articles_tell_namesakes_apart() -> None:
    one = ADA._replace(years=frozenset([1900]))
    other = person("b", "Ada Müller", years=some(2020))
    assert judged(one, other).score < judged(ADA, other).score


def test_an_abbreviation_is_its_name_unless_it_stands_for_two() -> None:
    swiss = body("a", "SVP", "Schweizerische Volkspartei")
    tyrol = body("b", "SVP", "Südtiroler Volkspartei")
    assert judged(body("c", "SVP"), swiss).verdict is Verdict.SAME
    assert judged(swiss, tyrol).verdict is not Verdict.SAME


def test_a_common_noun_for_a_body_needs_its_state() -> None:
    one, other = body("a", "Innenministerium"), body("b", "Innenministerium")
    assert judged(one, other).verdict is Verdict.UNSURE
    north = frozenset(["Nordland"])
    here = one._replace(states=north)
    assert judged(here, other._replace(states=frozenset(["Südland"]))).verdict is Verdict.DIFFERENT


def test_things_of_two_entries_are_two() -> None:
    assert judge(body("a", "Bund", known="Q1"), body("b", "Bund", known="Q2"), RARE) is None


def test_a_club_is_not_its_town() -> None:
    town = body("a", "Holstein Kiel")._replace(types=frozenset(["Place"]))
    assert judge(town, body("b", "SV Holstein Kiel"), RARE) is None


def test_the_gazetteer_s_class_is_certain() -> None:
    europe = Profile(frozenset("a"), frozenset(["Europa"]), frozenset(["Place"]), known="Q46")
    assert judged(body("b", "EUROPA"), europe).verdict is not Verdict.SAME


def test_rarity() -> None:
    found = rarities([ADA._replace(companions=frozenset(["Kiel", "Ufer"])),
                      person("b", "X Y", companions=some("Kiel"))])  # fmt: skip
    assert found["Ufer"] > found["Kiel"] > 0
