"""The court, police or prosecutor behind a charge that names none."""

import pytest

from kg.lexicon import load_lexicon
from kg.propositions import find_propositions
from kg.relations import relation_drafts
from tests.worlds import read

NAMES = {"Ada": "PER", "Otto": "PER"}
NOTICE = """
    {det}    2 {role} ART
    {body}   3 nsubj  NN {body} Gender=Fem|Number=Sing
    wartet   0 _      VVFIN warten

"""
PASSIVE = """
    Otto      3 nsubj:pass NE
    wurde     3 aux:pass   VAFIN werden
    {verb}
"""


def facts(table: str) -> list[tuple[str, str, str]]:
    """The facts of a table, with words for the ends."""
    lexicon = load_lexicon()
    reading = read(table, NAMES)
    found = relation_drafts(reading, find_propositions(reading.doc, lexicon), lexicon)
    return [(d.subject.text, d.relation, d.object.text) for d in found]


@pytest.mark.parametrize(
    ("verb", "relation"),
    [("angeklagt 0 _ VVPP anklagen", "accused"), ("verhaftet 0 _ VVPP verhaften", "coerced")],
)
def test_the_body_named_just_before(verb: str, relation: str) -> None:
    table = NOTICE.format(det="Die", role="det", body="Polizei") + PASSIVE.format(verb=verb)
    assert facts(table) == [("Polizei", relation, "Otto")]


def test_only_the_law_charges() -> None:
    charge = PASSIVE.format(verb="angeklagt 0 _ VVPP anklagen")
    assert facts(NOTICE.format(det="Die", role="det", body="Zeitung") + charge) == []


def test_only_charges_have_an_unnamed_agent() -> None:
    praise = PASSIVE.format(verb="gelobt 0 _ VVPP loben")
    assert facts(NOTICE.format(det="Die", role="det", body="Polizei") + praise) == []


def test_a_bare_noun_names_no_certain_body() -> None:
    charge = PASSIVE.format(verb="angeklagt 0 _ VVPP anklagen")
    assert facts(NOTICE.format(det="Bald", role="advmod", body="Polizei") + charge) == []


def test_a_body_far_away_is_not_meant() -> None:
    between = "Ada 2 nsubj NE\nlacht 0 _ VVFIN lachen\n\n"
    charge = PASSIVE.format(verb="angeklagt 0 _ VVPP anklagen")
    assert facts(NOTICE.format(det="Die", role="det", body="Polizei") + 3 * between + charge) == []


@pytest.mark.parametrize(
    ("verb", "found"),
    [
        ("verhaftet 0 _ VVPP verhaften", [("Polizei", "coerced", "Otto")]),
        ("angeklagt 0 _ VVPP anklagen", []),
    ],
)
def test_the_only_body_of_an_article_arrests(verb: str, found: list[tuple[str, str, str]]) -> None:
    between = "Ada 2 nsubj NE\nlacht 0 _ VVFIN lachen\n\n"
    notice = NOTICE.format(det="Die", role="det", body="Polizei")
    assert facts(notice + 3 * between + PASSIVE.format(verb=verb)) == found


def test_one_of_several_bodies_far_away_is_not_meant() -> None:
    between = "Ada 2 nsubj NE\nlacht 0 _ VVFIN lachen\n\n"
    bodies = [NOTICE.format(det="Das", role="det", body=b) for b in ("Amtsgericht", "Landgericht")]
    charge = PASSIVE.format(verb="verhaftet 0 _ VVPP verhaften")
    assert facts("".join(bodies) + 3 * between + charge) == []


def test_who_gets_a_sentence_is_sentenced() -> None:
    sentence = """
        Otto   2 nsubj NE
        erhielt 0 _    VVFIN erhalten
        eine   4 det   ART
        {noun} 2 obj   NN
    """
    notice = NOTICE.format(det="Die", role="det", body="Polizei")
    assert facts(notice + sentence.format(noun="Haftstrafe")) == [("Polizei", "sanctioned", "Otto")]
    assert facts(notice + sentence.format(noun="Rechnung")) == []
