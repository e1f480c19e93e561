"""Number of common nouns, and their phrases in the nominative."""

import pytest

from kg.nouns import core, is_plural, nominative, nominative_noun
from tests.trees import tree


@pytest.mark.parametrize(
    ("adjective", "noun", "title"),
    [
        ("bewaffneten ADJA", "Soldaten Soldat Number=Plur", "bewaffnete Soldaten"),
        ("bewaffneten ADJA", "Männern Mann Case=Dat|Number=Plur", "bewaffnete Männer"),
        ("bewaffneten ADJA", "Frauen Frau Case=Dat|Number=Plur", "bewaffnete Frauen"),
        (
            "russischen ADJA",
            "Präsidenten Präsident Gender=Masc|Number=Sing",
            "russischer Präsident",
        ),
        ("russischen ADJA", "Ministers Minister Gender=Masc|Number=Sing", "russischer Minister"),
        ("russischen ADJA", "Armee Armee Gender=Fem|Number=Sing", "russische Armee"),
        ("neuen ADJA", "Ministeriums Ministerium Gender=Neut|Number=Sing", "neues Ministerium"),
        ("neuen ADJA", "Ministers minister Gender=Masc|Number=Sing", "neuer Ministers"),
        ("neuen ADJA", "Ministers Minister Number=Sing", "neuen Minister"),
        ("Berliner ADJA", "Polizei Polizei Gender=Fem|Number=Sing", "Berliner Polizei"),
        ("32 CARD", "Soldaten Soldat Number=Plur", "32 Soldaten"),
    ],
)
def test_a_phrase_in_the_nominative(adjective: str, noun: str, title: str) -> None:
    word_, tag = adjective.split()
    form, lemma, features = noun.split()
    relation = "nummod" if tag == "CARD" else "amod"
    doc = tree(f"{word_} 2 {relation} {tag}\n{form} 0 _ NN {lemma} {features}")
    assert nominative(doc[0:2]) == title


@pytest.mark.parametrize("lemma", ["Präsident", "präsident", "Chef"])
def test_the_lemma_is_taken_where_it_fits(lemma: str) -> None:
    doc = tree(f"Präsidenten 0 _ NN {lemma} Number=Sing")
    assert nominative_noun(doc[0]) == ("Präsident" if lemma == "Präsident" else "Präsidenten")


@pytest.mark.parametrize(
    ("form", "lemma", "features", "title"),
    [
        ("Fluchtwagen", "Fluchtwag", "Case=Nom|Number=Sing", "Fluchtwagen"),
        ("Filiale", "Filial", "Case=Dat|Number=Sing", "Filiale"),
        ("Präsidenten", "Präsident", "Case=Dat|Number=Sing", "Präsident"),
        ("Eltern", "Elter", "Case=Dat|Number=Plur", "Eltern"),
        ("Kindern", "Kind", "Case=Dat|Number=Plur", "Kinder"),
        ("Städten", "Stadt", "Case=Dat|Number=Plur", "Städte"),
        ("Behörden", "Behörde", "Case=Dat|Number=Plur", "Behörden"),
        ("Postwagens", "Postwag", "Case=Gen|Number=Sing", "Postwagen"),
    ],
)
def test_slips_of_the_lemma(form: str, lemma: str, features: str, title: str) -> None:
    assert nominative_noun(tree(f"{form} 0 _ NN {lemma} {features}")[0]) == title


@pytest.mark.parametrize(
    ("article", "relation", "features", "plural"),
    [
        ("der", "nmod", "Gender=Masc|Number=Sing", True),
        ("der", "nsubj", "Gender=Masc|Number=Sing", False),
        ("der", "nmod", "Gender=Fem|Number=Sing", False),
        ("dem", "nmod", "Gender=Masc|Number=Sing", False),
        ("dem", "nsubj", "Gender=Masc|Number=Plur", True),
    ],
)
def test_the_article_may_tell_a_plural(
    article: str, relation: str, features: str, plural: bool
) -> None:
    doc = tree(f"Haus 0 _ NN\n{article} 3 det ART\nSpieler 1 {relation} NN Spieler {features}")
    assert is_plural(doc[2]) == plural


def test_what_is_coordinated_with_an_object_may_be_a_plural() -> None:
    table = """
        Haus    0 _    NN
        Ottos   1 nmod NE
        und     5 cc   KON
        der     5 det  ART
        Spieler 2 conj NN Spieler Gender=Masc|Number=Sing
    """
    assert is_plural(tree(table)[4])


@pytest.mark.parametrize(("relation", "title"), [("obl", "Spiel"), ("advmod", "erwartete Spiel")])
def test_a_participle_with_a_phrase_of_its_own_is_no_part_of_a_name(
    relation: str, title: str
) -> None:
    doc = tree(f"""
        allen     2 {relation} PIS
        erwartete 3 amod ADJA
        Spiel     0 _    NN
    """)
    assert core(doc[2], 0).text == title


@pytest.mark.parametrize(
    ("noun", "verb", "plural"),
    [("Vertreter", "Plur", True), ("Vertreter", "Sing", False), ("Ratte", "Plur", False)],
)
def test_the_verb_may_tell_a_plural(noun: str, verb: str, plural: bool) -> None:
    doc = tree(
        f"{noun} 2 nsubj NN _ Number=Sing\nkamen 0 _ VVFIN kommen VerbForm=Fin|Number={verb}"
    )
    assert is_plural(doc[0]) is plural


@pytest.mark.parametrize(
    ("noun", "plural"), [("Minister", True), ("Parteichefs", True), ("Mutter", False)]
)
def test_die_is_no_article_of_masculines(noun: str, plural: bool) -> None:
    doc = tree(f"Die 2 det ART\n{noun} 3 nsubj NN _ Number=Sing\nkam 0 _ VVFIN kommen Number=Sing")
    assert is_plural(doc[1]) is plural


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("Verbrecher 0 _ NN Verbrecher Gender=Masc|Number=Sing", True),
        ("Polizei 0 _ NN Polizei Gender=Fem|Number=Sing", False),
    ],
)
def test_the_article_tells_a_plural_that_is_tagged_otherwise(noun: str, *, plural: bool) -> None:
    assert is_plural(tree(f"die 2 det ART\n{noun}")[1]) is plural
