import pytest

from kg.lexicon import load_lexicon
from kg.sources import clause_source, speaker_of
from tests.trees import tree, word

TOLD_BY = """
Von         2  case       APPR    von
Meier       4  obl        NE
wurde       4  aux:pass   VAFIN   werden
mitgeteilt  0  root       VVPP    mitteilen
,           7  punct      $,
Wien        7  nsubj      NE
brenne      4  ccomp      VVFIN   brennen
"""
HEARD_FROM = """
Aus         3  case       APPR    aus
dem         3  det        ART
Rathaus     4  obl        NN
hieß        0  root       VVFIN   heißen
es          4  expl       PPER
"""
WRITTEN_IN = """
In          3  case       APPR    in
einem       3  det        ART
Brief       6  obl        NN
der         5  det        ART
Bank        3  nmod       NN
heißt       0  root       VVFIN   heißen
es          6  expl       PPER
"""
HEARD_IN = """
In          2  case       APPR    in
Wien        3  obl        NE
heißt       0  root       VVFIN   heißen
es          3  expl       PPER
"""
QUOTED = """
Meier       5  nsubj:pass NE
wird        5  aux:pass   VAFIN   werden
von         4  case       APPR    von
dpa         5  obl        NE
zitiert     0  root       VVPP    zitieren
"""
NOBODY = """
Man         2  nsubj      PIS     man
sagt        0  root       VVFIN   sagen
"""
OWN = """
Nach        3  case       APPR    nach
eigenen     3  amod       ADJA    eigen
Angaben     4  obl        NN
siegte      0  root       VVFIN   siegen
Meier       4  nsubj      NE
"""
TWO_PHRASES = """
Quellen     5  obl        NN
zufolge     1  case       APPO
soll        5  aux        VMFIN   sollen
Wien        5  nsubj      NE
brennen     0  root       VVINF
laut        7  case       APPR
Meier       5  obl        NE
"""
IN_AN_ARTICLE = """
Laut        3  case       APPR    laut
einem       3  det        ART
Artikel     6  obl        NN
der         5  det        ART
Bank        3  nmod       NN
brennt      0  root       VVFIN   brennen
Wien        6  nsubj      NE
"""
AFTER_AN_ARTICLE = IN_AN_ARTICLE.replace("Laut ", "Nach ").replace(" laut", " nach")


@pytest.mark.parametrize(
    ("table", "verb", "speaker"),
    [
        (TOLD_BY, "mitgeteilt", "Meier"),
        (HEARD_FROM, "hieß", "Rathaus"),
        (WRITTEN_IN, "heißt", "Bank"),
        (HEARD_IN, "heißt", ""),
        (QUOTED, "zitiert", "Meier"),
        (NOBODY, "sagt", ""),
    ],
)
def test_who_speaks_where_nobody_is_the_subject(table: str, verb: str, speaker: str) -> None:
    doc = tree(table)
    i = speaker_of(word(doc, verb))
    assert ("" if i is None else doc[i].text) == speaker


@pytest.mark.parametrize(
    ("table", "source"),
    [(OWN, "Meier"), (TWO_PHRASES, "Meier"), (IN_AN_ARTICLE, "Bank"), (AFTER_AN_ARTICLE, "")],
)
def test_a_phrase_names_the_source(table: str, source: str) -> None:
    doc = tree(table)
    i = clause_source(doc.sents[0].root, load_lexicon())
    assert ("" if i is None else doc[i].text) == source
