from typing import TYPE_CHECKING

from kg.phrases import appositions, attached, by_adjective, core, phrase
from tests.trees import tree

if TYPE_CHECKING:
    from kg.phrases import Words

PROVINCES = """
    die          5 det   ART
    nördlichen   5 amod  ADJA nördlich
    und          4 cc    KON
    südlichen    2 conj  ADJA südlich
    Provinzen    0 root  NN   Provinz
    am           7 case  APPRART
    Meer         5 nmod  NN
    ,            10 punct $,
    die          10 nsubj PRELS
    leiden       5 acl   VVFIN
"""
FILM = """
    der          2 det   ART
    Film         0 root  NN
    „            4 punct $(
    Nacht        2 appos NN
    “            4 punct $(
    ,            7 punct $,
    Drama        2 appos NN
    (            9 punct $(
    1999         2 appos NN
    )            9 punct $(
"""


def words_of(words: "Words") -> str:
    return " ".join(t.text for t in words)


def test_a_phrase_keeps_its_article_and_leaves_clauses_out() -> None:
    assert words_of(phrase(tree(PROVINCES)[4])) == (
        "die nördlichen und südlichen Provinzen am Meer"
    )


def test_the_core_ends_before_the_prepositional_phrases() -> None:
    head = tree(PROVINCES)[4]
    assert words_of(core(head)) == "die nördlichen und südlichen Provinzen"
    assert [t.text for t in attached(head)] == ["Meer"]


def test_coordinated_adjectives_make_a_phrase_each() -> None:
    head = tree(PROVINCES)[4]
    assert list(map(words_of, by_adjective(head, core(head)))) == [
        "die nördlichen Provinzen",
        "die südlichen Provinzen",
    ]


def test_adjectives_in_a_list_of_more_stay_together() -> None:
    doc = tree(
        "erste 6 amod ADJA\n, 3 punct $,\ndritte 6 amod ADJA\nund 5 cc KON\n"
        "fünfte 3 conj ADJA\nPlätze 0 root NN"
    )
    assert len(by_adjective(doc[5], core(doc[5]))) == 1


def test_quotes_belong_to_the_phrase_commas_set_an_apposition_off_brackets_an_aside() -> None:
    head = tree(FILM)[1]
    assert words_of(phrase(head)) == "der Film „ Nacht “"
    assert [t.text for t in appositions(head)] == ["Drama"]


def test_a_comma_ends_a_phrase_unless_it_joins_conjuncts() -> None:
    list_of_names = "Leute 0 root NN\naus 3 case APPR\nRiga 1 nmod NE\n, 5 punct $,\nWien 3 conj NE"
    assert words_of(phrase(tree(list_of_names)[0])) == "Leute aus Riga , Wien"
    aside = "Leute 0 root NN\n, 4 punct $,\naus 4 case APPR\nRiga 1 nmod NE"
    assert words_of(phrase(tree(aside)[0])) == "Leute"


def test_a_bracket_without_its_pair_is_left_out() -> None:
    doc = tree(
        "[ 3 punct $(\neinen 3 det ART\nTeil 0 root NN\n"
        "der 6 det ART\n] 6 punct $(\nStadt 3 nmod NN"
    )
    assert "]" not in words_of(phrase(doc[2]))
