from kg.lexicon import load_lexicon
from kg.model import Document, OpenFact
from kg.openfacts import open_facts, words
from kg.propositions import find_propositions
from tests.trees import tree

DELIVERY = """
Die         2  det        ART
Werft       6  nsubj      NN
hat         6  aux        VAFIN   haben
gestern     6  advmod     ADV
Schiffe     6  obj        NN      Schiff
geliefert   0  root       VVPP    liefern
.           6  punct      $.

Nordland    2  nsubj        NE
griff       0  root         VVFIN greifen
im          5  case         APPRART in
kalten      5  amod         ADJA  kalt
Winter      2  obl          NN
Südland     2  obj          NE
nicht       2  advmod       PTKNEG
an          2  compound:prt PTKVZ
.           2  punct        $.
"""


def facts(table: str) -> list[OpenFact]:
    doc = tree(table)
    document = Document(id="d", text=doc.text)
    return open_facts(document, doc, find_propositions(doc, load_lexicon()))


def triples(table: str) -> list[str]:
    """Each fact as `subject | relation | object`."""
    return [f"{f.subject} | {f.relation} | {f.object}" for f in facts(table)]


def test_a_fact_has_article_and_verb_group_with_the_finite_word_first() -> None:
    assert triples(DELIVERY)[0] == "Die Werft | hat geliefert | gestern Schiffe"


def test_prefix_and_negation_belong_to_the_relation() -> None:
    assert triples(DELIVERY)[1] == "Nordland | griff nicht an | Südland"


def test_an_adverbial_before_the_object_joins_the_relation() -> None:
    assert triples(DELIVERY)[2] == "Nordland | griff nicht an im kalten Winter | Südland"


def test_facts_carry_sentence_stance_and_the_characters_they_stand_in() -> None:
    text = tree(DELIVERY).text
    delivery, attack, _ = facts(DELIVERY)
    assert (delivery.sentence_index, attack.sentence_index) == (0, 1)
    assert (delivery.polarity, attack.polarity) == ("positive", "negative")
    assert delivery.modality == "asserted"
    assert text[delivery.span.start : delivery.span.end] == (
        "Die Werft hat gestern Schiffe geliefert"
    )
    assert text[attack.span.start : attack.span.end].endswith("nicht an")
    assert attack.document == "d"


def test_a_modal_verb_belongs_to_the_relation_and_makes_the_stance() -> None:
    table = """
        Nordland   4 nsubj NE
        will       4 aux   VMFIN wollen
        Südland    4 obj   NE
        angreifen  0 root  VVINF
    """
    assert triples(table) == ["Nordland | will angreifen | Südland"]
    assert facts(table)[0].modality == "planned"


def test_a_passive_keeps_its_order() -> None:
    table = """
        Der        2 det   ART
        Hafen      6 nsubj:pass NN
        wurde      6 aux:pass VAFIN werden
        von        5 case  APPR
        Rebellen   6 obl   NN    Rebell
        besetzt    0 root  VVPP  besetzen
    """
    assert triples(table) == ["Der Hafen | wurde besetzt | von Rebellen"]


def test_a_copula_links_subject_and_predicate() -> None:
    table = """
        Riga       4 nsubj NE
        ist        4 cop   VAFIN sein
        die        4 det   ART
        Hauptstadt 0 root  NN
        Lettlands  4 nmod  NE    Lettland Case=Gen
    """
    assert triples(table) == ["Riga | ist | die Hauptstadt Lettlands"]


def test_conjuncts_give_a_fact_each() -> None:
    table = """
        Riga       4 nsubj NE
        und        3 cc    KON
        Wien       1 conj  NE
        loben      0 root  VVFIN
        Rom        4 obj   NE
        und        7 cc    KON
        tadeln     4 conj  VVFIN
        Bern       7 obj   NE
    """
    assert triples(table) == [
        "Riga | loben | Rom",
        "Wien | loben | Rom",
        "Riga | tadeln | Bern",
        "Wien | tadeln | Bern",
    ]


def test_a_relative_pronoun_stands_for_its_antecedent() -> None:
    table = """
        Die        2 det   ART
        Rebellen   10 nsubj NN   Rebell
        ,          6 punct $,
        die        6 nsubj PRELS
        Dörfer     6 obj   NN    Dorf
        besetzten  2 acl   VVFIN besetzen
        ,          6 punct $,
        sind       10 aux  VAFIN sein
        längst     10 advmod ADV
        geflohen   0 root  VVPP  fliehen
    """
    assert triples(table) == ["Die Rebellen | besetzten | Dörfer"]


def test_a_reflexive_pronoun_is_no_argument() -> None:
    table = """
        Minister   2 nsubj NN
        trafen     0 root  VVFIN treffen
        sich       2 obj   PRF
        in         5 case  APPR
        Wien       2 obl   NE
    """
    assert triples(table) == ["Minister | trafen sich | in Wien"]


def test_an_infinitive_takes_subject_and_verb_from_above_it() -> None:
    table = """
        Riga       2 nsubj NE
        versucht   0 root  VVFIN versuchen
        ,          6 punct $,
        Wien       6 obj   NE
        zu         6 mark  PTKZU
        schlagen   2 xcomp VVINF
    """
    assert triples(table) == ["Riga | versucht zu schlagen | Wien"]
    assert facts(table)[0].modality == "possible"


def test_a_clause_without_subject_or_argument_says_nothing() -> None:
    assert triples("Riga 2 nsubj NE\njubelt 0 root VVFIN jubeln") == []
    assert triples("Wien 2 obj NE\nloben 0 root VVINF") == []


def test_a_complement_clause_is_an_object() -> None:
    table = """
        Riga       2 nsubj NE
        hofft      0 root  VVFIN hoffen
        ,          6 punct $,
        dass       6 mark  KOUS
        Wien       6 nsubj NE
        hilft      2 ccomp VVFIN helfen
        .          2 punct $.
    """
    assert "Riga | hofft | dass Wien hilft" in triples(table)


def test_an_adverbial_behind_the_object_is_an_argument_with_its_preposition() -> None:
    table = """
        Riga       2 nsubj NE
        schlug     0 root  VVFIN schlagen
        Wien       2 obj   NE
        in         6 case  APPR
        der        6 det   ART
        Nacht      2 obl   NN
    """
    assert triples(table) == ["Riga | schlug | Wien", "Riga | schlug Wien | in der Nacht"]


def test_what_hangs_on_an_object_is_told_after_it() -> None:
    table = """
        Riga       2 nsubj NE
        begann     0 root  VVFIN beginnen
        Gespräche  2 obj   NN    Gespräch
        mit        5 case  APPR
        Wien       3 nmod  NE
        über       7 case  APPR
        Zölle      5 nmod  NN    Zoll
    """
    assert triples(table) == [
        "Riga | begann | Gespräche",
        "Riga | begann Gespräche | mit Wien",
        "Riga | begann Gespräche mit Wien | über Zölle",
    ]


def test_adverbs_stand_with_what_they_precede() -> None:
    table = """
        Dennoch    2 advmod ADV
        hatte      0 root   VVFIN haben
        Riga       2 nsubj  NE
        kürzlich   2 advmod ADV
        Streit     2 obj    NN
    """
    assert triples(table) == ["Riga | hatte | kürzlich Streit"]


def test_nicht_mehr_belongs_to_the_relation_and_denies() -> None:
    table = """
        Riga       6 nsubj  NE
        will       6 aux    VMFIN wollen
        Wien       6 obj    NE
        nicht      5 advmod PTKNEG
        mehr       6 advmod ADV
        helfen     0 root   VVINF
    """
    assert triples(table) == ["Riga | will nicht mehr helfen | Wien"]
    assert facts(table)[0].polarity == "negative"


def test_words_are_spaced_as_in_the_text_and_half_quotes_left_out() -> None:
    table = """
        Riga       2 nsubj NE
        sagt       0 root  VVFIN sagen
        ,          6 punct $,
        es         6 nsubj PPER
        sei        6 cop   VAFIN sein
        klar       2 ccomp ADJD
        ,          10 punct $,
        dass       10 mark KOUS
        Wien       10 nsubj NE
        zögert     6 csubj VVFIN zögern
        “          6 punct $(
        .          2 punct $.
    """
    assert "Riga | sagt | es sei klar, dass Wien zögert" in triples(table)


def test_gapped_auxiliaries_are_not_added_to_a_finite_verb() -> None:
    table = """
        Riga       3 nsubj:pass NE
        wurde      3 aux:pass VAFIN werden
        gewarnt    0 root  VVPP  warnen
        und        5 cc    KON
        bat        3 conj  VVFIN bitten
        um         7 case  APPR
        Hilfe      5 obl   NN
    """
    assert triples(table) == ["Riga | bat | um Hilfe"]


def test_a_shared_modal_serves_an_infinitive_perfect() -> None:
    table = """
        Riga       4 nsubj NE
        soll       4 aux   VMFIN sollen
        Wien       4 obj   NE
        bestohlen  0 root  VVPP  bestehlen
        und        7 cc    KON
        Rom        7 obj   NE
        betrogen   4 conj  VVPP  betrügen
        haben      7 aux   VAINF haben
    """
    assert "Riga | soll betrogen haben | Rom" in triples(table)


def test_the_object_of_a_passive_is_its_subject() -> None:
    table = """
        Riga       2 nsubj NE
        ruht       0 root  VVFIN ruhen
        ,          7 punct $,
        hier       7 advmod ADV
        wird       7 aux:pass VAFIN werden
        Gold       7 obj   NN
        gefunden   2 conj  VVPP  finden
        in         9 case  APPR
        Minen      7 obl   NN    Mine
    """
    assert triples(table) == ["Gold | wird gefunden | in Minen"]


def test_a_lone_quotation_mark_leaves_no_words() -> None:
    assert words([tree("“ 0 _ $(")[0]]) == ""
