"""What a clause says that its subject is to others."""

from kg.model import Modality
from kg.predicate_nouns import predicate_drafts
from kg.predication import is_said_of_another
from tests.trees import word
from tests.worlds import read, small_lexicon

NAMES = {"Nordbund": "ORG", "Nordbunds": "ORG", "Südbund": "ORG", "Südbunds": "ORG"}
TABLE = """
    Südbund     {head} nsubj NE
    {verb}      {up} {dep} {tag} {lemma}
    Konkurrent  {noun} {rel} NN
    des         5 det   ART
    Nordbunds   3 nmod  NE   _ Case=Gen
"""


def test_a_subject_has_to_do_with_whose_its_predicate_is() -> None:
    table = TABLE.format(
        head=3, up=3, verb="ist", dep="cop", tag="VAFIN", lemma="sein", noun=0, rel="root"
    )
    (draft,) = predicate_drafts(read(table, NAMES), small_lexicon())
    assert (draft.subject.text, draft.relation, draft.object.text) == (
        "Südbund",
        "relatedTo",
        "Nordbunds",
    )
    assert draft.modality is Modality.ASSERTED


def test_an_object_says_nothing_of_a_subject() -> None:
    table = TABLE.format(
        head=2, up=0, verb="kennt", dep="root", tag="VVFIN", lemma="kennen", noun=2, rel="obj"
    )
    assert list(predicate_drafts(read(table, NAMES), small_lexicon())) == []


def test_es_is_no_subject_that_is_anything_to_others() -> None:
    table = """
        Es       3 nsubj PPER es Gender=Neut|Number=Sing
        ist      3 cop   VAFIN sein
        Fehler   0 _     NN
        des      5 det   ART
        Nordbunds 3 nmod NE   _ Case=Gen
    """
    assert list(predicate_drafts(read(table, NAMES), small_lexicon())) == []


def test_a_predicate_noun_is_said_of_its_subject() -> None:
    table = """
        Nordbund 3 nsubj NE
        ist      3 cop   VAFIN sein
        Gegner   0 _     NN
        des      5 det   ART
        Südbunds 3 nmod  NE   _ Case=Gen
    """
    reading = read(table, NAMES)
    assert is_said_of_another(reading, word(reading.doc, "Gegner"))
    assert not is_said_of_another(reading, word(reading.doc, "Nordbund"))
