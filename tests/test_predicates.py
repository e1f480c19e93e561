from kg.predicates import adverbs, predicate_words
from tests.trees import tree


def predicate(table: str, verb: str) -> str:
    token = next(t for t in tree(table) if t.text == verb)
    return " ".join(t.text for t in predicate_words(token))


def test_the_finite_word_and_the_reflexive_stand_first() -> None:
    table = """
        dass       5 mark  KOUS
        sich       5 obj   PRF
        Riga       5 nsubj NE
        nie        5 advmod ADV
        ergeben    0 root  VVPP
        hat        5 aux   VAFIN haben
    """
    assert predicate(table, "ergeben") == "hat sich nie ergeben"


def test_a_last_auxiliary_is_finite_even_if_tagged_as_an_infinitive() -> None:
    table = "die 2 nsubj:pass PRELS\nbeschrieben 0 root VVPP\nwerden 2 aux:pass VAINF"
    assert predicate(table, "beschrieben") == "werden beschrieben"


def test_sich_behind_a_preposition_is_an_argument() -> None:
    table = "Riga 2 nsubj NE\nnahm 0 root VVFIN\nes 2 obj PPER\nauf 5 case APPR\nsich 2 obl PRF"
    assert predicate(table, "nahm") == "nahm"


def test_an_auxiliary_of_the_last_conjunct_serves_the_first() -> None:
    table = """
        geschnitten 0 root VVPP
        und         3 cc   KON
        gespült     1 conj VVPP
        wird        3 aux:pass VAFIN werden
    """
    assert predicate(table, "geschnitten") == "wird geschnitten"


def test_bare_infinitives_and_adjectives_belong_to_the_predicate() -> None:
    letting = "hat 3 aux VAFIN\nräumen 3 xcomp VVINF\nlassen 0 root VVINF"
    assert predicate(letting, "lassen") == "hat räumen lassen"
    ready = "erklärte 0 root VVFIN\nsich 1 obj PRF\nbereit 1 xcomp ADJD"
    assert predicate(ready, "erklärte") == "erklärte sich bereit"
    claiming = "gab 0 root VVFIN\nan 1 compound:prt PTKVZ\ngesiegt 1 xcomp VVPP\n"
    claiming += "zu 5 mark PTKZU\nhaben 3 aux VAINF"
    assert predicate(claiming, "gab") == "gab an"
    trying = "versuchte 0 root VVFIN\nzu 3 mark PTKZU\nfliehen 1 xcomp VVINF"
    assert predicate(trying, "versuchte") == "versuchte"


def test_adverbs_are_those_between_the_finite_verb_and_a_place() -> None:
    doc = tree(
        "Gestern 2 advmod ADV\nlas 0 root VVFIN\ner 2 nsubj PPER\n"
        "nur 2 advmod ADV\nBücher 2 obj NN\ngern 2 advmod ADV"
    )
    assert [t.text for t in adverbs(doc[1], [doc[1]], 4)] == ["nur"]
