"""Gender and number of pronouns and of what they stand for."""

import pytest

from kg.agreement import pronoun_features
from tests.trees import tree


@pytest.mark.parametrize(
    ("pronoun", "tag", "relation", "number", "found"),
    [
        ("sie", "PPER", "nsubj", "Sing", {"feminine"}),
        ("sie", "PPER", "nsubj", "Plur", {"plural"}),
        ("ihr", "PPER", "iobj", "Sing", {"feminine"}),
        ("ihr", "PPOSAT", "det", "Sing", {"feminine", "plural"}),
        ("dieser", "PDS", "nsubj", "Sing", {"masculine"}),
        ("diese", "PDS", "nsubj", "Plur", {"plural"}),
        ("der", "PRELS", "nsubj", "Sing", {"masculine"}),
        ("der", "PRELS", "iobj", "Sing", {"masculine", "feminine"}),
        ("dessen", "PRELAT", "nmod", "Sing", {"masculine", "neuter"}),
        ("deren", "PRELAT", "nmod", "Sing", {"feminine", "plural"}),
    ],
)
def test_what_a_form_can_stand_for(
    pronoun: str, tag: str, relation: str, number: str, found: set[str]
) -> None:
    doc = tree(f"{pronoun} 2 {relation} {tag}\nbleibt 0 _ VVFIN _ Number={number}")
    assert pronoun_features(doc[0]) == found
