"""Definite descriptions and the persons that they mean."""

import pytest

from kg.descriptions import earliest, is_definite, set_apart
from tests.trees import tree, word
from tests.worlds import read

NAMES = {"Ada": "PER", "Otto": "PER", "Nordbund": "ORG"}


def introduced(role: str, name: str) -> str:
    """A sentence that gives a person a role."""
    return f"{role} 3 nsubj NN {role} Number=Sing\n{name} 1 appos NE\nkommt 0 _ VVFIN\n\n"


def spoken_of(noun: str, article: str = "Der", adjective: str = "") -> str:
    """A sentence about a noun, with an adjective of origin if there is one."""
    before = f"{article} {3 if adjective else 2} det ART\n"
    if adjective:
        before += f"{adjective} 3 amod ADJA\n"
    head = 4 if adjective else 3
    return f"{before}{noun} {head} nsubj NN {noun} Number=Sing\nbleibt 0 _ VVFIN\n\n"


WEATHER = "Wind 2 nsubj NN\nweht 0 _ VVFIN\n\n"
NAMED = "Ada 2 nsubj NE\nkommt 0 _ VVFIN\n\n"


def described(table: str) -> str:
    """The key of the named person whom the last common noun means, "" if none."""
    reading = read(table, NAMES)
    heads = [m.head for c in reading.clusters for m in c.mentions if m.kind == "nominal"]
    cluster = reading.by_token[max(heads)]
    return cluster.key if cluster.named else ""


def test_the_holder_of_a_role_named_before() -> None:
    table = introduced("Präsident", "Otto") + spoken_of("Präsident")
    assert described(table) == "Otto"
    reasons = read(table, NAMES).clusters[0].reasons
    assert "Präsident: describes the person named before" in reasons


def test_the_one_of_that_role_outweighs_the_last_one_named() -> None:
    table = introduced("Präsident", "Otto") + introduced("Ministerin", "Ada")
    assert described(table + spoken_of("Präsident")) == "Otto"


def test_the_last_one_of_that_role_is_meant() -> None:
    table = introduced("Minister", "Otto") + introduced("Minister", "Ada")
    assert described(table + spoken_of("Minister")) == "Ada"


@pytest.mark.parametrize("noun", ["Minister", "Bürgermeister", "Frau"])
def test_another_role_is_another_person(noun: str) -> None:
    assert described(introduced("Präsident", "Otto") + spoken_of(noun)) == ""


@pytest.mark.parametrize(
    ("article", "found"), [("Der", "Otto"), ("dem", "Otto"), ("Ein", ""), ("Dieser", "")]
)
def test_the_article_is_definite(article: str, found: str) -> None:
    assert described(introduced("Präsident", "Otto") + spoken_of("Präsident", article)) == found


def test_a_plural_describes_nobody() -> None:
    plural = "Die 2 det ART\nPräsidenten 3 nsubj NN Präsident Number=Plur\nbleiben 0 _ VVFIN"
    assert described(introduced("Präsident", "Otto") + plural) == ""


def test_the_only_holder_of_an_office_is_meant_in_the_whole_article() -> None:
    assert described(introduced("Präsident", "Otto") + 4 * WEATHER + spoken_of("Präsident")) == (
        "Otto"
    )
    two = introduced("Präsident", "Otto") + introduced("Präsident", "Ada")
    assert described(two + 4 * WEATHER + spoken_of("Präsident")) == ""


def test_another_word_for_the_office_or_its_kind() -> None:
    head = introduced("Präsident", "Otto")
    assert described(head + spoken_of("Staatspräsident")) == "Otto"
    assert described(introduced("Staatsminister", "Otto") + spoken_of("Minister")) == "Otto"
    assert described(introduced("Minister", "Otto") + spoken_of("Staatsminister")) == ""


def test_who_no_longer_holds_the_office_is_not_meant_far_away() -> None:
    former = "ehemaliger 2 amod ADJA\nPräsident 4 nsubj NN _ Number=Sing\nOtto 2 appos NE\n"
    table = former + "kommt 0 _ VVFIN\n\n" + 4 * WEATHER + spoken_of("Präsident")
    assert described(table) == ""


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("russische", "russische", "Otto"),
        ("russische", "ukrainische", ""),
        ("russische", "", "Otto"),
        ("", "ukrainische", "Otto"),
    ],
)
def test_presidents_of_two_states_are_two(first: str, second: str, found: str) -> None:
    before = f"{first} 2 amod ADJA\n" if first else "Gestern 2 advmod ADV\n"
    one = f"{before}Präsident 4 nsubj NN _ Number=Sing\nOtto 2 appos NE\nkommt 0 _ VVFIN\n\n"
    assert described(one + spoken_of("Präsident", adjective=second)) == found


@pytest.mark.parametrize(
    "owner", ["Russlands 2 nmod NE _ Case=Gen", "von 4 case APPR\n{} 2 nmod NE"]
)
def test_an_owner_may_stand_behind_the_role(owner: str) -> None:
    one = "Der 2 det ART\nPräsident 0 _ NN _ Number=Sing\n"
    first = one + "Russlands 2 nmod NE _ Case=Gen\nOtto 2 appos NE\n\n"
    other = owner.format("Ukraine").replace("Russlands", "Ukraines")
    assert described(first + one + owner.format("Russland")) == "Otto"
    assert described(first + one + other) == ""


@pytest.mark.parametrize(
    ("noun", "article", "found"),
    [("Politikerin", "Die", "Ada"), ("Politiker", "Der", "Otto")],
)
def test_a_mere_description_is_the_last_one_of_its_gender(
    noun: str, article: str, found: str
) -> None:
    table = introduced("Minister", "Otto") + introduced("Ministerin", "Ada")
    assert described(table + spoken_of(noun, article)) == found


def test_a_name_without_role_tells_no_gender() -> None:
    assert described(NAMED + spoken_of("Politiker")) == ""
    assert described(NAMED + spoken_of("Politikerin", "Die")) == ""


def test_a_role_does_not_describe_whoever_was_named() -> None:
    assert described(NAMED + spoken_of("Präsident")) == ""


def test_only_persons_are_described() -> None:
    organization = "Nordbund 2 nsubj NE\nkommt 0 _ VVFIN\n\n"
    assert described(organization + spoken_of("Politiker")) == ""


def test_nobody_named_later_is_described() -> None:
    reading = read(spoken_of("Politiker") + NAMED, NAMES)
    assert [c.named for c in reading.clusters] == [False, True]


@pytest.mark.parametrize(
    ("phrase", "definite"),
    [
        ("der 2 det ART\nMann 0 _ NN", True),
        ("des 2 det ART\nMannes 0 _ NN", True),
        ("einem 2 det ART\nMann 0 _ NN", False),
        ("sein 2 det PPOSAT\nMann 0 _ NN", False),
        ("Mann 0 _ NN", False),
    ],
)
def test_is_definite(phrase: str, definite: bool) -> None:
    assert is_definite(tree(phrase)[-1]) is definite


@pytest.mark.parametrize(("number", "first"), [(1, 0), (3, 0), (4, 2), (5, 4)])
def test_the_earliest_token_that_is_looked_at(number: int, first: int) -> None:
    doc = tree(WEATHER * number)
    assert earliest(doc, doc[-1]) == first
    assert earliest(doc, word(doc, "weht")) == 0


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Zwei 2 nummod CARD zwei", "Drei 2 nummod CARD drei", True),
        ("Zwei 2 nummod CARD zwei", "Zwei 2 nummod CARD zwei", False),
        ("Alte 2 amod ADJA alt", "Neue 2 amod ADJA neu", True),
        ("Alte 2 amod ADJA alt", "Die 2 det ART", False),
        ("Zwei 2 nummod CARD zwei", "Neue 2 amod ADJA neu", False),
    ],
)
def test_attributes_that_clash(one: str, other: str, apart: bool) -> None:
    doc = tree(f"{one}\nBusse 0 _ NN\n\n{other}\nBusse 0 _ NN")
    assert set_apart(doc[1], doc[3]) is apart


def test_nobody_is_meant_who_stands_in_another_place_of_the_verb() -> None:
    table = (
        introduced("Politiker", "Otto")
        + """
        {name}    2 nsubj NE
        leitet    0 _     VVFIN
        den       4 det   ART
        Politiker 2 obj   NN Politiker Number=Sing
    """
    )
    assert described(table.format(name="Ada")) == "Otto"
    assert described(table.format(name="Otto")) == ""
