"""Each of several acts on the others."""

import pytest

from kg.propositions import find_propositions
from kg.relations import relation_drafts
from tests.worlds import read, small_lexicon

BOTH = """
    Ada      4 nsubj  NE
    und      3 cc     KON
    Otto     1 conj   NE
    besuchen 0 _      VVFIN besuchen
    {}
"""


def facts(table: str) -> list[tuple[str, str, str]]:
    """What the frames of a small lexicon find."""
    reading, lexicon = read(table, {"Ada": "PER", "Otto": "PER", "Eva": "PER"}), small_lexicon()
    drafts = relation_drafts(reading, find_propositions(reading.doc, lexicon), lexicon)
    return [(d.subject.text, d.relation, d.object.text) for d in drafts]


@pytest.mark.parametrize(
    "rest", ["einander 4 obj PRF", "sich 4 obj PRF\n    gegenseitig 4 advmod ADJD"]
)
def test_each_acts_on_the_other(rest: str) -> None:
    assert facts(BOTH.format(rest)) == [("Ada", "visited", "Otto"), ("Otto", "visited", "Ada")]


def test_several_who_act_on_another_do_not() -> None:
    found = facts(BOTH.format("Eva 4 obj NE"))
    assert found == [("Ada", "visited", "Eva"), ("Otto", "visited", "Eva")]


def test_one_alone_acts_on_nobody() -> None:
    assert facts("Ada 2 nsubj NE\nbesucht 0 _ VVFIN besuchen\neinander 2 obj PRF") == []
