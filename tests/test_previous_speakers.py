"""Who speaks in a passive that names nobody."""

import pytest

from kg.lexicon import load_lexicon
from kg.propositions import find_propositions
from kg.relations import relation_drafts
from tests.worlds import read

NAMES = {"Ada": "PER", "Otto": "PER", "Nordbund": "ORG"}
BEFORE = """
    Ada      2 nsubj NE
    {verb}   0 _ VVFIN {lemma}
    Otto     2 obj NE _ Case=Acc
    .        2 punct $.
"""
PASSIVE = """
    Kritisiert 0 _ VVPP kritisieren VerbForm=Part
    wurde    1 aux:pass VAFIN werden
    Nordbund 1 nsubj:pass NE
    .        1 punct $.
"""


def facts(table: str) -> list[tuple[str, str, str]]:
    """Subject, relation and object of each statement."""
    lexicon = load_lexicon()
    reading = read(table, NAMES)
    found = relation_drafts(reading, find_propositions(reading.doc, lexicon), lexicon)
    return [(d.subject.text, d.relation, d.object.text) for d in found]


@pytest.mark.parametrize(
    ("verb", "lemma", "goes_on"),
    [("lobte", "loben", True), ("traf", "treffen", False)],
)
def test_whoever_judged_before_goes_on(verb: str, lemma: str, goes_on: bool) -> None:
    found = facts(BEFORE.format(verb=verb, lemma=lemma) + "\n" + PASSIVE)
    assert (("Ada", "accused", "Nordbund") in found) == goes_on


def test_another_paragraph_is_another_matter() -> None:
    found = facts(BEFORE.format(verb="lobte", lemma="loben") + "\n¶\n" + PASSIVE)
    assert ("Ada", "accused", "Nordbund") not in found


def test_who_is_named_speaks_himself() -> None:
    named = PASSIVE.replace(
        "    .        1 punct $.\n", "    von      5 case APPR\n    Otto     1 obl NE\n"
    )
    found = facts(BEFORE.format(verb="lobte", lemma="loben") + "\n" + named)
    assert ("Otto", "accused", "Nordbund") in found
    assert ("Ada", "accused", "Nordbund") not in found
