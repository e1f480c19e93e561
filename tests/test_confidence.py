"""The probability that a statement is right, as a sum of what speaks for it and against it."""

import pytest

from kg.confidence import clues_of, confidences, load_weights, probability
from kg.coreference import resolve_pronouns
from kg.drafts import Draft
from kg.model import LexiconError, Modality, Polarity
from kg.ontology import load_relations
from kg.propositions import find_propositions
from kg.reading import Reading
from kg.relations import relation_drafts
from tests.worlds import read, small_lexicon

CLASSES = {"Person", "Organization", "Place", "Group", "Event", "Product", "Other"}
NAMES = {"Ada": "PER", "Otto": "PER", "Lalburg": "LOC"}
VISIT = """
    Ada     2 nsubj NE
    besucht 0 _     VVFIN besuchen Number=Sing
    Lalburg 2 obj   NE    _        Case=Acc
"""
PRONOUN = """
    Ada     2 nsubj NE
    kommt   0 _     VVFIN

    Sie     2 nsubj PPER
    besucht 0 _     VVFIN besuchen Number=Sing
    Lalburg 2 obj   NE    _        Case=Acc
"""
REBELS = """
    Die      2 det   ART
    Rebellen 3 nsubj NN    Rebell   Number=Plur
    besuchen 0 _     VVFIN
    Lalburg  3 obj   NE    _        Case=Acc
"""
FAR = """
    Ada      5 nsubj NE
    ,        3 punct $,
    so       1 advmod ADV
    ,        3 punct $,
    besucht  0 _     VVFIN besuchen Number=Sing
    heute    5 advmod ADV
    sehr     8 advmod ADV
    gern     5 advmod ADV
    Lalburg  5 obj   NE    _        Case=Acc
"""
PLAN = """
    Ada      4 nsubj NE
    will     4 aux   VMFIN wollen Number=Sing
    Lalburg  4 obj   NE    _      Case=Acc
    besuchen 0 _     VVINF besuchen
"""
DENIAL = """
    Ada     2 nsubj  NE
    besucht 0 _      VVFIN besuchen Number=Sing
    Lalburg 2 obj    NE    _        Case=Acc
    nicht   2 advmod PTKNEG
"""
RUSSIA = """
    Russland 2 nsubj NE
    besucht  0 _     VVFIN besuchen Number=Sing
    Lalburg  2 obj   NE    _        Case=Acc
"""


def found(table: str) -> tuple[Reading, list[Draft]]:
    lexicon = small_lexicon()
    reading = read(table, NAMES)
    resolve_pronouns(reading)
    return reading, list(relation_drafts(reading, find_propositions(reading.doc, lexicon), lexicon))


def clues(table: str) -> dict[str, float]:
    """The clues of the one draft of a text."""
    reading, drafts = found(table)
    (only,) = clues_of(drafts, reading.doc)
    return only


def confidence(table: str) -> float:
    reading, drafts = found(table)
    (only,) = confidences(drafts, reading.doc)
    return only


def test_log_odds_add_up() -> None:
    weights = {"base": 1.0, "rule.role": 0.5, "text.words between": -0.25}
    assert probability({}, weights) == 0.73
    assert probability({"rule.role": 1.0}, weights) == 0.82
    assert probability({"rule.role": 1.0, "text.words between": 6.0}, weights) == 0.5
    assert probability({"rule.unheard of": 1.0}, weights) == 0.73


def test_a_draft_is_known_by_its_rule_its_relation_and_its_ends() -> None:
    known = clues(VISIT)
    assert {"rule.verb frame", "relation.visited"} <= set(known)
    assert {"subject.Person", "subject.named", "object.Place", "object.named"} <= set(known)
    assert known["text.words between"] == pytest.approx(1.585, abs=0.001)
    assert (known["text.words above"], known["text.times said"]) == (0, 0)


@pytest.mark.parametrize(
    ("table", "clue"),
    [(PRONOUN, "subject.pronoun"), (REBELS, "subject.unnamed"), (RUSSIA, "subject.linked")],
)
def test_how_an_end_is_referred_to(table: str, clue: str) -> None:
    assert clue in clues(table)
    assert "subject.named" not in clues(table)


def test_what_is_uncertain_is_trusted_less() -> None:
    plain = confidence(VISIT)
    assert confidence(PRONOUN) < plain
    assert confidence(REBELS) < plain
    assert confidence(FAR) < plain


def test_only_what_departs_from_a_plain_assertion_is_a_clue() -> None:
    plain = clues(VISIT)
    assert not any(name.startswith(("polarity", "modality")) for name in plain)
    assert "modality.planned" in clues(PLAN)
    assert "polarity.negative" in clues(DENIAL)


def test_what_is_said_again_is_counted() -> None:
    reading, drafts = found(VISIT + "\n" + VISIT)
    assert [c["text.times said"] for c in clues_of(drafts, reading.doc)] == [1.0, 1.0]
    other = VISIT.replace("Ada ", "Otto")
    reading, drafts = found(VISIT + "\n" + other)
    assert [c["text.times said"] for c in clues_of(drafts, reading.doc)] == [0.0, 0.0]


@pytest.mark.parametrize("data", [{}, {"base": 1.0, "rule": {"role": "high"}}])
def test_what_is_no_number_is_refused(
    data: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.confidence.read_toml", lambda *_: data)
    with pytest.raises(LexiconError, match="is no number"):
        load_weights.__wrapped__()


def test_the_numbers_are_about_what_there_is() -> None:
    keys: dict[str, set[str]] = {}
    for clue in load_weights():
        table, _, key = clue.partition(".")
        keys.setdefault(table, set()).add(key)
    mentions = {"linked", "named", "unnamed", "nominal", "national", "derived", "part", "pronoun"}
    assert keys.pop("base") == {""}
    assert keys.pop("relation") <= set(load_relations())
    assert keys.pop("modality") <= set(Modality)
    assert keys.pop("polarity") <= set(Polarity)
    assert keys.pop("subject") | keys.pop("object") <= mentions | CLASSES
    assert keys.pop("text") == {"times said", "words above", "words between"}
    assert set(keys) == {"rule"}
