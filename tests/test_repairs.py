"""Trees that contradict their tags, and trees that must stay as they are."""

from kg.repairs import repaired
from tests.trees import tree

# *Wien und das lange mit Rom verbündete Bern helfen Genf*, as a parser may have it.
MISREAD = """
Wien        7  nsubj  NE
und         7  cc     KON
das         7  nsubj  ART
lange       7  advmod ADJD
mit         6  case   APPR
Rom         7  obl    NE
verbündete  0  root   VVFIN verbünden
Bern        7  obj    NE
helfen      7  conj   VVFIN
Genf        9  obj    NE
.           7  punct  $.
"""
PRONOUN = """
das         2  nsubj  PDS
besetzte    0  root   VVFIN besetzen
Häuser      2  obj    NN    Haus
und         5  cc     KON
rief        2  conj   VVFIN rufen
"""
RIGHT = """
Das         3  det    ART
besetzte    3  amod   ADJA
Haus        4  nsubj  NN
brennt      0  root   VVFIN brennen
"""


def relations(table: str) -> list[tuple[str, str, str]]:
    """Each word with its relation and head after the repair."""
    doc = tree(table)
    mended = repaired(doc)
    pairs = zip(doc, mended.heads, mended.relations, strict=True)
    return [(token.text, relation, doc[head].text) for token, head, relation in pairs]


def test_an_article_cannot_be_a_subject() -> None:
    assert relations(MISREAD) == [
        ("Wien", "nsubj", "helfen"),
        ("und", "cc", "Bern"),
        ("das", "det", "Bern"),
        ("lange", "advmod", "verbündete"),
        ("mit", "case", "Rom"),
        ("Rom", "obl", "verbündete"),
        ("verbündete", "amod", "Bern"),
        ("Bern", "conj", "Wien"),
        ("helfen", "ROOT", "helfen"),
        ("Genf", "obj", "helfen"),
        (".", "punct", "helfen"),
    ]


def test_a_pronoun_may_be_a_subject() -> None:
    doc = tree(PRONOUN)
    assert repaired(doc).heads == [t.head.i for t in doc]


def test_a_tree_that_agrees_with_its_tags_stays() -> None:
    doc = tree(RIGHT)
    assert repaired(doc).heads == [t.head.i for t in doc]
    assert repaired(doc).relations == [t.dep_ for t in doc]


def test_without_another_verb_nothing_is_changed() -> None:
    doc = tree(MISREAD.replace("helfen      7  conj", "helfen      7  dep "))
    assert repaired(doc).heads == [t.head.i for t in doc]
