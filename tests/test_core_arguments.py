"""Subject and object of a clause, where a parser without case endings errs."""

import pytest

from kg.core_arguments import acts_on_subject, core_arguments, is_transitive, one_subject
from kg.lexicon import load_lexicon
from kg.propositions import find_propositions
from tests.trees import tree, word
from tests.worlds import small_lexicon

LEXICON = small_lexicon()


def core(table: str, verb: str) -> tuple[list[str], list[str]]:
    """The words of subject and objects of a verb."""
    subjects, objects = core_arguments(word(tree(table), verb), LEXICON)
    return [t.text for t in subjects], [t.text for t in objects]


def places(table: str, verb: str) -> set[tuple[str, str]]:
    """The agent and patient of a verb in its proposition."""
    doc = tree(table)
    (found,) = [p for p in find_propositions(doc, LEXICON) if doc[p.token].text == verb]
    arguments = [a for a in found.arguments if a.place in ("agent", "patient")]
    return {(a.place, doc[a.token].text) for a in arguments}


def two_subjects(first: str, second: str) -> str:
    """A clause with two noun phrases that the parser takes for subjects."""
    one, two = first.split(), second.split()
    return f"""
        {one[0]} 2 det   ART
        {one[1]} 3 nsubj NN
        besucht  0 _     VVFIN besuchen
        {two[0]} 5 det   ART
        {two[1]} 3 nsubj NN
    """


def test_what_the_parse_says_is_kept() -> None:
    table = "Ada 2 nsubj NE\nbesucht 0 _ VVFIN besuchen\nWien 2 obj NE\nRom 2 obj NE"
    assert core(table, "besucht") == (["Ada"], ["Wien", "Rom"])


def test_a_reflexive_pronoun_is_no_object() -> None:
    assert core("Ada 2 nsubj NE\ntrifft 0 _ VVFIN treffen\nsich 2 obj PRF", "trifft")[1] == []


@pytest.mark.parametrize(
    ("first", "second", "subject", "object_"),
    [
        ("der Mann", "den Hund", "Mann", "Hund"),
        ("den Hund", "der Mann", "Mann", "Hund"),
        ("einen Hund", "ein Mann", "Mann", "Hund"),
        ("die Frau", "die Stadt", "Frau", "Stadt"),
        ("den Hund", "den Mann", "Hund", "Mann"),
    ],
)
def test_a_clause_has_one_subject(first: str, second: str, subject: str, object_: str) -> None:
    assert core(two_subjects(first, second), "besucht") == ([subject], [object_])


@pytest.mark.parametrize(
    ("article", "other", "swapped"),
    [("den", "der", True), ("der", "den", False), ("den", "den", False), ("die", "der", False)],
)
def test_subject_and_object_taken_for_each_other(article: str, other: str, swapped: bool) -> None:
    table = f"""
        {article} 2 det   ART
        Hund      3 nsubj NN
        besucht   0 _     VVFIN besuchen
        {other}   5 det   ART
        Mann      3 obj   NN
    """
    expected = (["Mann"], ["Hund"]) if swapped else (["Hund"], ["Mann"])
    assert core(table, "besucht") == expected


def test_two_objects_are_not_taken_for_the_subject() -> None:
    table = "den 2 det ART\nHund 3 nsubj NN\nbesucht 0 _ VVFIN\nAda 3 obj NE\nOtto 3 obj NE"
    assert core(table, "besucht") == (["Hund"], ["Ada", "Otto"])


def test_nothing_comes_of_nothing() -> None:
    assert one_subject([], []) == ([], [])
    assert core("Besuchen 0 _ VVINF besuchen", "Besuchen") == ([], [])


CALL = """
    forderten     0 _     VVFIN fordern
    die           3 det   ART
    Staaten       1 nsubj NN
    Aserbaidschan 3 {}    NE
    auf           1 compound:prt PTKVZ
"""


@pytest.mark.parametrize("relation", ["appos", "flat", "nmod"])
def test_a_bare_name_behind_the_subject_is_the_object(relation: str) -> None:
    assert core(CALL.format(relation), "forderten") == (["Staaten"], ["Aserbaidschan"])


@pytest.mark.parametrize("verb", ["siegten", "halfen", "einigten"])
def test_a_verb_without_accusative_leaves_the_apposition(verb: str) -> None:
    table = f"Gestern 2 advmod ADV\n{verb} 0 _ VVFIN\nStaaten 2 nsubj NN\nWien 3 appos NE"
    assert core(table, verb) == (["Staaten"], [])


@pytest.mark.parametrize(
    "behind",
    [
        "von 5 case APPR\nWien 3 nmod NE",
        ", 5 punct $,\nWien 3 appos NE",
        "Brüder 3 appos NN",
        "Wien 3 conj NE",
    ],
    ids=["preposition", "comma", "common noun", "conjunct"],
)
def test_other_words_behind_the_subject_are_no_object(behind: str) -> None:
    table = f"Gestern 2 advmod ADV\nbesuchten 0 _ VVFIN besuchen\nStaaten 2 nsubj NN\n{behind}"
    assert core(table, "besuchten") == (["Staaten"], [])


def test_the_name_behind_a_name_is_a_part_of_it() -> None:
    table = "Gestern 2 advmod ADV\nbesuchte 0 _ VVFIN besuchen\nAda 2 nsubj NE\nMüller 3 flat NE"
    assert core(table, "besuchte") == (["Ada"], [])


def test_the_name_behind_the_last_conjunct() -> None:
    table = """
        Gestern   2 advmod ADV
        besuchten 0 _      VVFIN besuchen
        Männer    2 nsubj  NN
        und       5 cc     KON
        Frauen    3 conj   NN
        Wien      5 appos  NE
    """
    assert core(table, "besuchten") == (["Männer"], ["Wien"])


SUBJECT_FIRST = "Ministerin {} nsubj NN\nAda 1 appos NE\n"


def test_before_the_finite_verb_of_a_main_clause_stands_one_phrase() -> None:
    table = SUBJECT_FIRST.format(3) + "besucht 0 _ VVFIN besuchen"
    assert core(table, "besucht") == (["Ministerin"], [])
    perfect = SUBJECT_FIRST.format(4) + "habe 4 aux VAFIN haben\nbesucht 0 _ VVPP besuchen"
    assert core(perfect, "besucht") == (["Ministerin"], [])


@pytest.mark.parametrize(
    ("relation", "mark"), [("advcl", "weil 4 mark KOUS"), ("acl", "jetzt 4 advmod ADV")]
)
def test_in_a_clause_with_the_verb_last_both_stand_before_it(relation: str, mark: str) -> None:
    table = f"{mark}\nStaaten 4 nsubj NN\nWien 2 appos NE\nbesuchen 5 {relation} VVFIN\nX 0 _ NN"
    assert core(table, "besuchen") == (["Staaten"], ["Wien"])


def test_a_clause_is_object_enough() -> None:
    table = """
        Gestern     2 advmod ADV
        verurteilte 0 _      VVFIN verurteilen
        Ministerin  2 nsubj  NN
        Ada         3 appos  NE
        ,           8 punct  $,
        dass        8 mark   KOUS
        Wien        8 nsubj  NE
        siegt       2 ccomp  VVFIN
    """
    assert core(table, "verurteilte") == (["Ministerin"], [])


HEADLINE = "32 2 nummod CARD\nMenschen {0} nsubj NN\n{1}"


@pytest.mark.parametrize(
    ("rest", "place"),
    [
        ("getötet 0 _ VVPP töten", "patient"),
        ("geflohen 0 _ VVPP fliehen", "agent"),
        ("töteten 0 _ VVFIN töten", "agent"),
    ],
    ids=["transitive", "intransitive", "finite"],
)
def test_a_headline_without_auxiliary(rest: str, place: str) -> None:
    assert places(HEADLINE.format(3, rest), rest.split(maxsplit=1)[0]) == {(place, "Menschen")}


@pytest.mark.parametrize(
    ("auxiliary", "place"),
    [("haben 4 aux VAFIN", "agent"), ("wurden 4 aux:pass VAFIN werden", "patient")],
)
def test_the_auxiliary_tells_the_voice(auxiliary: str, place: str) -> None:
    table = HEADLINE.format(4, f"{auxiliary}\ngetötet 0 _ VVPP töten")
    assert places(table, "getötet") == {(place, "Menschen")}


def test_resigned_is_no_passive() -> None:
    table = "Kanzler 2 nsubj NN\nzurückgetreten 0 _ VVPP zurücktreten"
    assert places(table, "zurückgetreten") == {("agent", "Kanzler")}


def test_a_headline_with_an_object_is_active() -> None:
    table = "Rebellen 3 nsubj NN\nAda 3 obj NE\nangegriffen 0 _ VVPP angreifen"
    assert places(table, "angegriffen") == {("agent", "Rebellen"), ("patient", "Ada")}


@pytest.mark.parametrize(
    ("first", "place"),
    [
        ("hat 3 aux VAFIN haben", "agent"),
        ("wird 3 aux:pass VAFIN werden", "patient"),
        ("gestern 3 advmod ADV", "patient"),
    ],
    ids=["perfect", "passive", "headline"],
)
def test_a_gapped_clause_has_the_voice_of_the_first(first: str, place: str) -> None:
    table = f"""
        Ada      3 nsubj NE
        {first}
        besucht  0 _     VVPP besuchen
        und      6 cc    KON
        Otto     6 nsubj NE
        getötet  3 conj  VVPP töten
    """
    assert places(table, "getötet") == {(place, "Otto")}


def test_a_participle_below_a_noun_is_no_headline() -> None:
    doc = tree("Der 2 det ART\nMann 0 _ NN\n, 4 punct $,\ngetötet 2 acl VVPP töten")
    assert not acts_on_subject(word(doc, "getötet"), LEXICON)


@pytest.mark.parametrize(
    ("verb", "transitive"), [("besuchen", True), ("helfen", False), ("schlafen", False)]
)
def test_is_transitive(verb: str, transitive: bool) -> None:
    assert is_transitive(tree(f"{verb} 0 _ VVINF")[0], LEXICON) is transitive


def test_a_clause_without_subject_takes_its_only_object_for_one() -> None:
    table = "Heute 2 advmod ADV\nbeginnt 0 _ VVFIN\nWahlen 2 obj NN"
    assert core(table, "beginnt") == (["Wahlen"], [])
    accusative = "Den 2 det ART\nMann 3 obj NN\nfand 0 _ VVFIN finden"
    assert core(accusative, "fand") == ([], ["Mann"])


def test_a_comma_parts_subjects_of_two_clauses() -> None:
    table = "Bonn 4 nsubj NE\n, 4 punct $,\nRom 4 nsubj NE\nhandelt 0 _ VVFIN handeln"
    assert core(table, "handelt") == (["Rom"], [])


@pytest.mark.parametrize(("noun", "found"), [("Funktion", ["Alm"]), ("Minister", [])])
def test_a_person_behind_an_adverbial_that_means_nobody_is_the_object(
    noun: str, found: list[str]
) -> None:
    table = f"""
        Sie      6 nsubj NE
        soll     6 aux   VMFIN
        in       4 case  APPR
        {noun}   6 obl   NN
        Alm      4 appos NE
        beerben  0 _     VVINF
    """
    doc = tree(table, {"Alm": "PER"})
    _, objects = core_arguments(word(doc, "beerben"), load_lexicon())
    assert [t.text for t in objects] == found
