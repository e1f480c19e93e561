"""Who is said to be behind a deed."""

import pytest

from kg.culprits import culprit_drafts
from kg.lexicon import load_lexicon
from kg.propositions import find_propositions
from tests.worlds import read

NAMES = {"Nordbund": "ORG", "Südbund": "ORG", "Lalburg": "LOC", "Otto": "PER", "Ada": "PER"}


def told(table: str) -> list[tuple[str, str, str, str, str]]:
    """Ends, relation, modality and source of each fact."""
    lexicon = load_lexicon()
    reading = read(table, NAMES)
    found = culprit_drafts(reading, find_propositions(reading.doc, lexicon), lexicon)
    return [
        (
            d.subject.text,
            d.relation,
            d.object.text,
            d.modality.value,
            d.source.key if d.source else "",
        )
        for d in found
    ]


CLAIMED = """
    Nordbund 2 nsubj NE
    bekannte 0 _     VVFIN bekennen
    sich     2 obj   PRF
    zum      5 case  APPRART zu
    Anschlag 2 obl   NN
    auf      7 case  APPR
    Lalburg  5 nmod  NE
"""
BLAMED = """
    Südbund  2 nsubj NE
    machte   0 _     VVFIN machen
    Nordbund 2 obj   NE _ Case=Acc
    für      5 case  APPR
    Anschlag 2 obl   NN
    auf      7 case  APPR
    Lalburg  5 nmod  NE
    verantwortlich 2 xcomp ADJD
"""


def test_who_claims_a_deed_says_so_himself() -> None:
    assert told(CLAIMED) == [("Nordbund", "attacked", "Lalburg", "reported", "Nordbund")]


def test_who_blames_another_is_the_source() -> None:
    assert told(BLAMED) == [("Nordbund", "attacked", "Lalburg", "reported", "Südbund")]


TO_BLAME = """
    Nordbund 8 nsubj NE
    ist      8 cop   VAFIN sein
    {word}   8 advmod {tag}
    für      5 case  APPR
    Anschlag 8 nmod  NN
    auf      7 case  APPR
    Lalburg  5 nmod  NE
    verantwortlich 0 _ ADJD
"""


@pytest.mark.parametrize(
    ("word", "polarity"), [("wohl ADV", "positive"), ("nicht PTKNEG", "negative")]
)
def test_who_is_to_blame(word: str, polarity: str) -> None:
    form, tag = word.split()
    lexicon, reading = load_lexicon(), read(TO_BLAME.format(word=form, tag=tag), NAMES)
    found = culprit_drafts(reading, find_propositions(reading.doc, lexicon), lexicon)
    assert [(d.subject.text, d.polarity.value) for d in found] == [("Nordbund", polarity)]


def test_who_is_only_told_of_a_deed_is_no_culprit() -> None:
    assert (
        told(CLAIMED.replace("bekannte 0 _     VVFIN bekennen", "äußerte 0 _ VVFIN äußern")) == []
    )


def test_who_died_in_an_attack_was_attacked() -> None:
    table = """
        Bei      2 case  APPR
        Anschlag 5 obl   NN
        von      4 case  APPR
        Nordbund 2 nmod  NE
        starb    0 _     VVFIN sterben
        Otto     5 nsubj NE
    """
    assert told(table) == [("Nordbund", "attacked", "Otto", "asserted", "")]


def test_who_spoke_at_an_attack_was_not() -> None:
    table = """
        Bei      2 case  APPR
        Anschlag 5 obl   NN
        von      4 case  APPR
        Nordbund 2 nmod  NE
        sprach   0 _     VVFIN sprechen
        Otto     5 nsubj NE
    """
    assert told(table) == []
