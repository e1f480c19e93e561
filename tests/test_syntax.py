from typing import TYPE_CHECKING

from kg.lexicon import load_lexicon
from kg.syntax import (
    auxiliaries,
    clause_verb,
    conjuncts,
    finite_verb,
    infinitive,
    is_passive,
    is_predicate,
    is_reflexive,
    is_subjunctive,
    noun_phrase,
    particle,
    preposition,
)
from tests.trees import tree, word

if TYPE_CHECKING:
    from kg.words import Token

PASSIVE = """
Der         2  det        ART
Hafen       6  nsubj:pass NN      Hafen
wurde       6  aux:pass   VAFIN   werden
am          5  case       APPRART an
Montag      6  obl        NN
blockiert   0  root       VVPP    blockieren
und         11 cc         KON
von         9  case       APPR
Soldaten    11 obl        NN      Soldat
streng      11 advmod     ADJD
bewacht     6  conj       VVPP    bewachen
.           6  punct      $.
"""
SEPARABLE = """
Der         2  det          ART
Kanzler     3  nsubj        NN
ruft        0  root         VVFIN rufen
Nordland    3  obj          NE
zum         6  case         APPRART zu
Rückzug     3  obl          NN
auf         3  compound:prt PTKVZ
.           3  punct        $.
"""
REFLEXIVE = """
Die         2  det        ART
Minister    3  nsubj      NN      Minister
treffen     0  root       VVFIN   treffen
sich        3  obj        PRF
morgen      3  advmod     ADV
in          7  case       APPR
Wien        3  obl        NE
,           15 punct      $,
um          15 mark       KOUI
über        12 case       APPR
Waffen      15 obl        NN      Waffe
zu          15 mark       PTKZU
lange       15 advmod     ADJD
nicht       15 advmod     PTKNEG
verhandeln  3  advcl      VVINF
.           3  punct      $.
"""
NAMES = """
Der         3  det        ART
frühere     3  amod       ADJA    früh
Chef        14 nsubj      NN
der         5  det        ART
Werft       3  nmod       NN
in          7  case       APPR
Kiel        5  nmod       NE
,           9  punct      $,
Jan         3  appos      NE
Petersen    9  flat       NE
,           3  punct      $,
sei         14 cop        VAFIN   sein    Mood=Sub
lange       14 advmod     ADJD
krank       0  root       ADJD
.           14 punct      $.
"""
LIST = """
Polen       5  nsubj      NE
,           3  punct      $,
Litauen     1  conj       NE
zufolge     3  case       APPO
siegten     0  root       VVFIN   siegen
und         8  cc         KON
Estland     8  nsubj      NE
verlor      5  conj       VVFIN   verlieren
.           5  punct      $.
"""


def texts(tokens: list["Token"]) -> list[str]:
    return [t.text for t in tokens]


def test_the_preposition_is_read_through_contractions_and_behind_the_noun() -> None:
    doc = tree(PASSIVE)
    assert preposition(word(doc, "Montag")) == "an"
    assert preposition(word(doc, "Hafen")) == ""
    assert preposition(word(tree(LIST), "Litauen")) == "zufolge"


def test_a_chain_of_conjuncts_is_followed() -> None:
    doc = tree("""
        Polen   6 nsubj NE
        ,       3 punct $,
        Litauen 1 conj  NE
        und     5 cc    KON
        Estland 3 conj  NE
        siegten 0 root  VVFIN siegen
    """)
    assert texts(conjuncts(doc[0])) == ["Polen", "Litauen", "Estland"]


def test_a_split_prefix_is_joined_to_the_infinitive() -> None:
    ruft = word(tree(SEPARABLE), "ruft")
    assert particle(ruft) == "auf"
    assert infinitive(load_lexicon(), ruft) == "aufrufen"


def test_the_prefix_is_joined_to_the_lemma_of_an_unknown_verb() -> None:
    doc = tree("""
        Sie     2 nsubj        PPER
        wurmte  0 root         VVFIN wurmen
        herum   2 compound:prt PTKVZ
    """)
    assert infinitive(load_lexicon(), doc[1]) == "herumwurmen"


def test_a_coordinated_participle_shares_auxiliary_and_voice() -> None:
    bewacht = word(tree(PASSIVE), "bewacht")
    assert texts(auxiliaries(bewacht)) == ["wurde"]
    assert is_passive(bewacht)
    assert finite_verb(bewacht) == word(bewacht.doc, "wurde")


def test_a_coordinated_clause_with_a_subject_shares_no_auxiliary() -> None:
    doc = tree("""
        Polen    3 nsubj      NE
        wird     3 aux:pass   VAFIN werden
        gelobt   0 root       VVPP  loben
        und      6 cc         KON
        Estland  6 nsubj      NE
        jubelt   3 conj       VVFIN jubeln
    """)
    assert auxiliaries(word(doc, "jubelt")) == []
    assert not is_passive(word(doc, "jubelt"))


def test_a_reflexive_is_told_by_its_pronoun() -> None:
    assert is_reflexive(word(tree(REFLEXIVE), "treffen"))
    assert not is_reflexive(word(tree(REFLEXIVE), "verhandeln"))
    assert not is_reflexive(word(tree(SEPARABLE), "ruft"))


def test_an_infinitive_has_no_finite_verb() -> None:
    assert finite_verb(word(tree(REFLEXIVE), "verhandeln")) is None


def test_subjunctive_is_told_by_feature_or_form() -> None:
    assert is_subjunctive(word(tree(NAMES), "sei"))
    doc = tree("""
        Polen   2 nsubj NE
        werde   3 aux   VAFIN werden
        siegen  0 root  VVINF
    """)
    assert is_subjunctive(doc[1])
    assert not is_subjunctive(word(tree(PASSIVE), "wurde"))


def test_the_clause_of_a_token_is_that_of_its_nearest_verb() -> None:
    doc = tree(REFLEXIVE)
    assert clause_verb(word(doc, "Waffen")).text == "verhandeln"
    assert clause_verb(word(doc, "Wien")).text == "treffen"
    assert clause_verb(word(doc, "verhandeln")).text == "verhandeln"


def test_without_a_verb_the_clause_is_that_of_the_root() -> None:
    doc = tree(NAMES)
    assert clause_verb(word(doc, "Petersen")).text == "krank"
    assert not is_predicate(word(doc, "sei"))


def test_a_noun_phrase_leaves_out_article_and_apposition() -> None:
    doc = tree(NAMES)
    assert noun_phrase(word(doc, "Chef")).text == "frühere Chef der Werft in Kiel"
    assert noun_phrase(word(doc, "Jan")).text == "Jan Petersen"


def test_a_noun_phrase_begins_behind_its_article_and_without_adverbs() -> None:
    doc = tree("""
        auch   3 advmod ADV
        die    3 det    ART
        Bahn   0 _      NN
    """)
    assert noun_phrase(word(doc, "Bahn")).text == "Bahn"
    doc = tree("""
        davon   4 advmod PAV
        fast    3 advmod ADV
        sieben  4 nummod CARD
        Fahrer  0 _      NN
    """)
    assert noun_phrase(word(doc, "Fahrer")).text == "fast sieben Fahrer"


def test_a_noun_phrase_leaves_out_its_preposition_and_relative_clause() -> None:
    doc = tree("""
        Mit       3 case  APPR mit
        der       3 det   ART
        Regierung 11 obl  NN
        ,         8 punct $,
        die       8 nsubj PRELS
        in        7 case  APPR
        Riga      8 obl   NE
        tagt      3 acl   VVFIN tagen
        ,         8 punct $,
        Polen     11 nsubj NE
        sprach    0 root  VVFIN sprechen
    """)
    assert noun_phrase(word(doc, "Regierung")).text == "Regierung"
