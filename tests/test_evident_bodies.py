"""What somebody is a member of is a body."""

import pytest

from kg.evident_bodies import mark_bodies
from tests.worlds import read

TABLE = """
    {}      4 nsubj NN {} Number=Sing
    des     3 det   ART _ Case=Gen
    Nordrat 1 nmod NE _ Case=Gen
    kam     0 _     VVFIN kommen
"""


@pytest.mark.parametrize(("noun", "kind"), [("Mitglied", "Organization"), ("Sprecher", "Other")])
def test_the_class_of_what_a_noun_belongs_to(noun: str, kind: str) -> None:
    reading = read(TABLE.format(noun, noun), {"Nordrat": "MISC"})
    mark_bodies(reading)
    assert [c.type for c in reading.clusters if c.key == "Nordrat"] == [kind]
