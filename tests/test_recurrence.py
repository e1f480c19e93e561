"""Common nouns that speak again of something named or spoken of before."""

from dataclasses import replace

import pytest

from kg.gazetteer import Actor
from kg.reading import Reading, read_entities
from tests.trees import tree
from tests.worlds import read, small_gazetteer, small_lexicon

NAMES = {"Ada": "PER", "Otto": "PER", "Nordbank": "ORG", "Südwerk": "ORG", "Elmsee": "LOC"}
WEATHER = "Wind 2 nsubj NN\nweht 0 _ VVFIN\n\n"


def named(name: str) -> str:
    """A sentence about a name."""
    return f"{name} 2 nsubj NE\nkommt 0 _ VVFIN\n\n"


def called(noun: str, name: str) -> str:
    """A sentence that says what is named."""
    phrase = f"Die 2 det ART\n{noun} 4 nsubj NN {noun} Number=Sing\n{name} 2 appos NE\n"
    return f"{phrase}kommt 0 _ VVFIN\n\n"


def spoken_of(noun: str, article: str = "Die", features: str = "Number=Sing") -> str:
    """A sentence about a common noun."""
    return f"{article} 2 det ART\n{noun} 3 nsubj NN {noun} {features}\nbleibt 0 _ VVFIN\n\n"


def of_state(noun: str, adjective: str, features: str = "Number=Plur") -> str:
    """A sentence about a common noun with an adjective of origin."""
    return f"{adjective} 2 amod ADJA\n{noun} 3 nsubj NN {noun} {features}\nbleiben 0 _ VVFIN\n\n"


def meant(table: str) -> str:
    """The key or first noun of what the last common noun stands for."""
    reading = read(table, NAMES)
    cluster = reading.by_token[last(reading)]
    return cluster.key if cluster.named else cluster.mentions[0].base


def last(reading: Reading) -> int:
    """Index of the last common noun with a mention."""
    return max(m.head for c in reading.clusters for m in c.mentions if m.kind == "nominal")


def test_the_noun_that_a_name_was_called_by() -> None:
    assert meant(called("Partei", "Nordbank") + 4 * WEATHER + spoken_of("Partei")) == "Nordbank"
    assert meant(called("Volkspartei", "Nordbank") + spoken_of("Partei")) == "Nordbank"


@pytest.mark.parametrize("article", ["Eine", "Keine"])
def test_what_is_not_definite_is_new(article: str) -> None:
    assert meant(called("Partei", "Nordbank") + spoken_of("Partei", article)) == "Partei"


def test_what_is_too_far_away_is_new() -> None:
    assert meant(called("Partei", "Nordbank") + 9 * WEATHER + spoken_of("Partei")) == "Partei"


def test_a_noun_is_short_for_a_compound() -> None:
    table = spoken_of("Landespolizei") + WEATHER
    assert meant(table + spoken_of("Polizei")) == "Landespolizei"
    assert meant(spoken_of("Polizei") + spoken_of("Landespolizei")) == "Landespolizei"
    assert len(read(spoken_of("Polizei") + spoken_of("Landespolizei")).clusters) == 2


def test_the_only_name_nearby_of_a_kind() -> None:
    assert meant(named("Nordbank") + spoken_of("Konzern", "Der")) == "Nordbank"
    assert meant(named("Nordbank") + spoken_of("Konzern", "dieser")) == "Nordbank"


@pytest.mark.parametrize(
    "before",
    [
        named("Nordbank") + named("Südwerk"),
        named("Nordbank") + 4 * WEATHER,
        called("Partei", "Nordbank"),
        named("Ada"),
        named("Russland"),
    ],
)
def test_no_name_or_several_may_be_meant(before: str) -> None:
    assert meant(before + spoken_of("Konzern", "Der")) == "Konzern"


def test_an_attribute_tells_another_one() -> None:
    table = "Der 3 det ART\nrussische 3 amod ADJA\nKonzern 4 nsubj NN Konzern Number=Sing\n"
    table += "bleibt 0 _ VVFIN"
    assert meant(named("Nordbank") + table) == "Konzern"


def test_a_city_nearby() -> None:
    assert meant(named("Berlin") + spoken_of("Stadt")) == "Berlin"
    assert meant(named("Bayern") + spoken_of("Stadt")) == "Stadt"


@pytest.mark.parametrize(
    ("role", "noun", "article", "found"),
    [
        ("Sprecher", "Mann", "Der", "Sprecher"),
        ("Sprecherin", "Frau", "Die", "Sprecherin"),
        ("Sprecherin", "Mann", "Der", "Mann"),
        ("Sprecher", "Mann", "Ein", "Mann"),
    ],
)
def test_a_mere_man_or_woman(role: str, noun: str, article: str, found: str) -> None:
    assert meant(spoken_of(role, "Ein") + spoken_of(noun, article)) == found


def test_two_men_leave_it_open_who_is_meant() -> None:
    two = spoken_of("Sprecher", "Ein") + spoken_of("Präsident", "Ein")
    assert meant(two + spoken_of("Mann", "Der")) == "Mann"


def test_ages_tell_people_apart() -> None:
    one = "Ein 3 det ART\n45-jähriger 3 amod ADJA\nSprecher 4 nsubj NN Sprecher Number=Sing\n"
    one += "kommt 0 _ VVFIN\n\n"
    assert meant(one + spoken_of("45-Jährige", "Der", "Gender=Masc|Number=Sing")) == "Sprecher"
    assert meant(one + spoken_of("30-Jährige", "Der", "Gender=Masc|Number=Sing")) == "30-Jährige"


@pytest.mark.parametrize(
    ("adjective", "number"), [("russische", 1), ("ukrainische", 2), ("große", 2)]
)
def test_forces_of_one_state(adjective: str, number: int) -> None:
    table = of_state("Soldaten", "russische") + of_state("Bodensoldaten", adjective)
    unnamed = [c for c in read(table).clusters if not c.named]
    assert len(unnamed) == number


def test_other_people_of_one_state_are_no_forces() -> None:
    table = of_state("Soldaten", "russische") + of_state("Rebellen", "russische")
    assert len([c for c in read(table).clusters if not c.named]) == 2


def test_another_word_for_an_unnamed_thing_takes_it_up() -> None:
    world = small_gazetteer()
    product = Actor("Product", "gear")
    actors = {**world.actors} | dict.fromkeys(("frachter", "schiff", "auto"), product)

    def noun_meant(article: str, noun: str) -> str:
        table = spoken_of("Frachter", "Ein") + spoken_of(noun, article)
        reading = read_entities(tree(table), replace(world, actors=actors), small_lexicon())
        return reading.by_token[last(reading)].mentions[0].base

    assert noun_meant("Das", "Schiff") == "Frachter"
    assert noun_meant("Ein", "Schiff") == "Schiff"  # brings in another one
    assert noun_meant("Das", "Auto") == "Auto"


def test_a_lemma_with_an_ending_is_the_same_noun() -> None:
    first = "Die 2 det ART\nSoldaten 3 nsubj NN Soldat Number=Plur\nbleiben 0 _ VVFIN\n\n"
    second = first.replace("NN Soldat ", "NN Soldate ")
    reading = read(first + second)
    assert len({id(c) for c in reading.clusters}) == 1


@pytest.mark.parametrize("word", ["Viele", "Andere", "Zahlreiche"])
def test_a_quantifier_brings_in_something_new(word: str) -> None:
    first = "Die 2 det ART\nSoldaten 3 nsubj NN Soldat Number=Plur\nbleiben 0 _ VVFIN\n\n"
    second = f"{word} 2 det PIAT\nSoldaten 3 nsubj NN Soldat Number=Plur\nbleiben 0 _ VVFIN\n"
    assert len(read(first + second).clusters) == 2


def test_endings_of_adjectives_do_not_set_nouns_apart() -> None:
    table = """
        Müde     2 amod  ADJA müde
        Soldaten 3 nsubj NN Soldat Number=Plur
        bleiben  0 _     VVFIN

        Die      3 det   ART
        {}       3 amod  ADJA {}
        Soldaten 4 nsubj NN Soldat Number=Plur
        bleiben  0 _     VVFIN
    """
    assert len(read(table.format("müden", "müden")).clusters) == 1
    assert len(read(table.format("alten", "alt")).clusters) == 2


@pytest.mark.parametrize(
    ("adjective", "same"), [("vorherige", False), ("nächste", False), ("große", True)]
)
def test_an_adjective_brings_in_another_of_the_kind(adjective: str, same: bool) -> None:
    table = f"Die 3 det ART\n{adjective} 3 amod ADJA\nPartei 4 nsubj NN\nkommt 0 _ VVFIN"
    reading = read(spoken_of("Partei") + table)
    assert (reading.by_token[5] is reading.by_token[1]) is same
