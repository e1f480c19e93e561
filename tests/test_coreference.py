"""Pronouns and what they stand for."""

import pytest

from kg.coreference import resolve_pronouns
from kg.reading import Reading
from tests.worlds import read

NAMES = {"Ada": "PER", "Otto": "PER", "Nordbund": "ORG"}


def resolved(table: str) -> Reading:
    reading = read(table, NAMES)
    resolve_pronouns(reading)
    return reading


def antecedent(table: str, pronoun: str) -> str:
    """The first mention of what a pronoun stands for, "" where that is unknown."""
    reading = resolved(table)
    i = next(t.i for t in reading.doc if t.text == pronoun)
    cluster = reading.by_token.get(i)
    return cluster.mentions[0].short or cluster.mentions[0].text if cluster else ""


def two_sentences(noun: str, pronoun: str, *, plural: bool = False) -> str:
    """A sentence about a noun and one about a pronoun."""
    number = "Number=Plur" if plural else "Number=Sing"
    return f"""
        {noun}
        kommt     0 _     VVFIN _ {number}

        {pronoun} 2 nsubj PPER
        bleibt    0 _     VVFIN _ {number}
    """


MAN = "Ministers 2 nsubj NN Minister Number=Sing"
WOMAN = "Ministerin 2 nsubj NN Ministerin Number=Sing"
PERSON = "Ada 2 nsubj NE"
STATE = "Russland 2 nsubj NE _ Gender=Neut"
BODY = "Armee 2 nsubj NN Armee Gender=Fem|Number=Sing"
OFFICE = "Ministerium 2 nsubj NN Ministerium Gender=Neut|Number=Sing"
PEOPLE = "Rebellen 2 nsubj NN Rebell Gender=Masc|Number=Plur"


@pytest.mark.parametrize(
    ("noun", "pronoun"),
    [
        (MAN, "Er"),
        (WOMAN, "Sie"),
        (PERSON, "Er"),
        (PERSON, "Sie"),
        (STATE, "Es"),
        (BODY, "Sie"),
        (OFFICE, "Es"),
    ],
)
def test_a_pronoun_agrees_with_its_antecedent(noun: str, pronoun: str) -> None:
    assert antecedent(two_sentences(noun, pronoun), pronoun) == noun.split(maxsplit=1)[0]


@pytest.mark.parametrize(
    ("noun", "pronoun"),
    [
        (MAN, "Sie"),
        (WOMAN, "Er"),
        (PERSON, "Es"),
        (STATE, "Er"),
        (BODY, "Er"),
        (OFFICE, "Sie"),
        (PEOPLE, "Er"),
        (PEOPLE, "Sie"),
    ],
)
def test_a_pronoun_that_does_not_agree_stands_for_nothing(noun: str, pronoun: str) -> None:
    assert antecedent(two_sentences(noun, pronoun), pronoun) == ""


@pytest.mark.parametrize(
    ("gender", "pronoun", "found"),
    [
        ("Fem", "Sie", "Frau"),
        ("Fem", "Er", ""),
        ("Masc", "Er", "Frau"),
        ("Masc", "Sie", ""),
        ("Neut", "Sie", "Frau"),
        ("Neut", "Er", "Frau"),
    ],
)
def test_the_gender_of_a_noun_is_what_the_pipeline_says(
    gender: str, pronoun: str, found: str
) -> None:
    noun = f"Frau 2 nsubj NN Frau Gender={gender}|Number=Sing"
    assert antecedent(two_sentences(noun, pronoun), pronoun) == found


def test_the_verb_tells_whether_sie_is_plural() -> None:
    assert antecedent(two_sentences(PEOPLE, "Sie", plural=True), "Sie") == "Rebellen"
    assert antecedent(two_sentences(WOMAN, "Sie", plural=True), "Sie") == ""
    assert antecedent(two_sentences(BODY, "Sie", plural=True), "Sie") == ""


def test_the_auxiliary_tells_it_too() -> None:
    table = """
        Rebellen 2 nsubj NN    Rebell Number=Plur
        kommen   0 _     VVFIN

        Sie      3 nsubj PPER
        haben    3 aux   VAFIN haben  Number=Plur
        gesiegt  0 _     VVPP
    """
    assert antecedent(table, "Sie") == "Rebellen"


@pytest.mark.parametrize(
    ("noun", "possessive"),
    [(WOMAN, "ihr"), (MAN, "sein"), (STATE, "seine"), (BODY, "ihre"), (PEOPLE, "ihren")],
)
def test_possessives(noun: str, possessive: str) -> None:
    table = f"""
        {noun}
        verliert      0 _    VVFIN
        {possessive}  4 det  PPOSAT
        Haus          2 obj  NN
    """
    assert antecedent(table, possessive) == noun.split(maxsplit=1)[0]


@pytest.mark.parametrize(("noun", "possessive"), [(WOMAN, "sein"), (MAN, "ihre"), (STATE, "ihr")])
def test_possessives_that_do_not_agree(noun: str, possessive: str) -> None:
    table = f"{noun}\nverliert 0 _ VVFIN\n{possessive} 4 det PPOSAT\nHaus 2 obj NN"
    assert antecedent(table, possessive) == ""


def test_a_possessive_is_not_the_noun_that_it_stands_with() -> None:
    table = """
        Die        2 det   ART
        Tochter    4 obj   NN    Tochter Gender=Fem|Number=Sing
        ihre       4 det   PPOSAT
        Ministerin 0 _     NN    Ministerin Number=Sing
    """
    assert antecedent(table, "ihre") == "Tochter"
    assert antecedent("ihre 2 det PPOSAT\nMinisterin 0 _ NN _ Number=Sing", "ihre") == ""


def test_subject_and_object_pronoun_of_a_clause_are_two() -> None:
    assert antecedent("Ada 2 nsubj NE\nlobt 0 _ VVFIN _ Number=Sing\nsie 2 obj PPER", "sie") == ""


def test_a_pronoun_in_a_clause_below_may_be_the_subject_above() -> None:
    table = """
        Ada    2 nsubj NE
        sagt   0 _     VVFIN
        ,      6 punct $,
        sie    6 nsubj PPER
        jetzt  6 advmod ADV
        gehe   2 ccomp VVFIN _ Number=Sing
    """
    assert antecedent(table, "sie") == "Ada"


def test_nothing_behind_the_pronoun_is_its_antecedent() -> None:
    table = "Sie 2 nsubj PPER\nbleibt 0 _ VVFIN _ Number=Sing\n\n" + WOMAN + "\nkommt 0 _ VVFIN"
    assert antecedent(table, "Sie") == ""


def test_the_subject_is_more_prominent_than_the_object() -> None:
    table = """
        Ministerin 2 nsubj NN    Ministerin Number=Sing
        trifft     0 _     VVFIN
        Ada        2 obj   NE

        Sie        2 nsubj PPER
        reist      0 _     VVFIN _ Number=Sing
    """
    assert antecedent(table, "Sie") == "Ministerin"


def test_the_nearer_of_two_subjects_is_more_prominent() -> None:
    table = """
        Ada    2 nsubj NE
        kommt  0 _     VVFIN

        Otto   2 nsubj NE
        geht   0 _     VVFIN

        Er     2 nsubj PPER
        bleibt 0 _     VVFIN _ Number=Sing
    """
    assert antecedent(table, "Er") == "Otto"


def test_agreement_outweighs_distance() -> None:
    table = """
        Minister   2 nsubj NN Minister Number=Sing
        kommt      0 _     VVFIN

        Ministerin 2 nsubj NN Ministerin Number=Sing
        geht       0 _     VVFIN

        Er         2 nsubj PPER
        bleibt     0 _     VVFIN _ Number=Sing
    """
    assert antecedent(table, "Er") == "Minister"


def test_what_is_too_far_away_is_forgotten() -> None:
    between = "Wind 2 nsubj NN\nweht 0 _ VVFIN\n\n"
    start = "Ada 2 nsubj NE\nkommt 0 _ VVFIN\n\n"
    end = "Sie 2 nsubj PPER\nbleibt 0 _ VVFIN _ Number=Sing"
    assert antecedent(start + between + end, "Sie") == "Ada"
    assert antecedent(start + between + between + end, "Sie") == ""


def test_a_noun_beside_a_name_tells_the_gender() -> None:
    table = """
        Minister 4 nsubj NN Minister Number=Sing
        Otto     1 appos NE
        jetzt    4 advmod ADV
        kommt    0 _     VVFIN

        {}       2 nsubj PPER
        bleibt   0 _     VVFIN _ Number=Sing
    """
    assert antecedent(table.format("Er"), "Er") == "Otto"
    assert antecedent(table.format("Sie"), "Sie") == ""


def test_other_pronouns_are_left_alone() -> None:
    table = "Ada 2 nsubj NE\nkommt 0 _ VVFIN\n\nDies 2 nsubj PDS\nbleibt 0 _ VVFIN _ Number=Sing"
    assert antecedent(table, "Dies") == ""


def test_a_pronoun_is_no_mention() -> None:
    reading = resolved(two_sentences(WOMAN, "Sie"))
    assert [m.text for c in reading.clusters for m in c.mentions] == ["Ministerin"]


def test_people_are_spoken_of_rather_than_things() -> None:
    table = """
        Otto    2 nsubj NE
        wartet  0 _     VVFIN _ Number=Sing

        Ein     2 det   ART
        Gipfel  3 nsubj NN    Gipfel Gender=Masc|Number=Sing
        beginnt 0 _     VVFIN _ Number=Sing

        Er      2 nsubj PPER
        bleibt  0 _     VVFIN _ Number=Sing
    """
    assert antecedent(table, "Er") == "Otto"


def test_the_word_that_a_pronoun_stands_for_is_kept() -> None:
    reading = resolved(two_sentences(PERSON, "Sie"))
    assert reading.antecedents == {2: 0}


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("Es 2 nsubj PPER\nbleibt 0 _ VVFIN bleiben", "Russland"),
        ("Es 2 nsubj PPER\nhandelt 0 _ VVFIN handeln", ""),
        ("Es 3 nsubj PPER\nwird 3 aux:pass VAFIN\nermittelt 0 _ VVPP ermitteln", ""),
        ("Es 2 expl PPER\nbleibt 0 _ VVFIN bleiben", ""),
        ("Es 2 expl PPER\nfolgt 0 _ VVFIN folgen\nder 4 det ART\nWind 2 nsubj NN", ""),
    ],
)
def test_es_may_stand_for_nothing(clause: str, found: str) -> None:
    assert antecedent(f"{STATE}\nkommt 0 _ VVFIN\n\n{clause}", "Es") == found


def test_a_name_has_the_gender_of_the_noun_for_it_too() -> None:
    table = "Die 2 det ART\nStadt 4 nsubj NN Stadt Gender=Fem|Number=Sing\nBerlin 2 appos NE\n"
    table += "kommt 0 _ VVFIN\n\nSie 2 nsubj PPER\nbleibt 0 _ VVFIN _ Number=Sing"
    assert antecedent(table, "Sie") == "Berlin"
    bare = "Berlin 2 nsubj NE\nkommt 0 _ VVFIN\n\n"
    bare += "Sie 2 nsubj PPER\nbleibt 0 _ VVFIN _ Number=Sing"
    assert antecedent(bare, "Sie") == ""
