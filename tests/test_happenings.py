"""Facts of event nouns take the stance of their clause."""

import pytest

from kg.drafts import Draft, End
from kg.happenings import as_clause_says
from kg.model import Modality, Polarity
from tests.worlds import read

TABLE = """
    Ada    2 nsubj NE
    {}     0 _     VVFIN {}
    {}     4 det   {}
    Krieg  2 obj   NN _ Case=Acc
"""


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        (("führt", "führen", "den", "ART"), (Modality.ASSERTED, Polarity.POSITIVE)),
        (("plant", "planen", "den", "ART"), (Modality.PLANNED, Polarity.POSITIVE)),
        (("fordert", "fordern", "den", "ART"), (Modality.DEMANDED, Polarity.POSITIVE)),
        (("führt", "führen", "keinen", "PIAT"), (Modality.ASSERTED, Polarity.NEGATIVE)),
    ],
)
def test_plans_demands_and_denials_reach_the_noun(
    words: tuple[str, ...], stance: tuple[Modality, Polarity]
) -> None:
    reading = read(TABLE.format(*words), {"Ada": "PER"})
    end = End(reading.by_token[0], "Ada", 0)
    draft = Draft(end, "participatedIn", end, 3, "Krieg", "noun phrase: Krieg")
    found = as_clause_says(reading, draft, 3)
    assert (found.modality, found.polarity) == stance
