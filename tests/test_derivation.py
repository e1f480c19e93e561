"""What is kept of the way from a sentence to a statement."""

from collections.abc import Mapping

import pytest

from kg.coreference import resolve_pronouns
from kg.dating import dated
from kg.derivation import derive
from kg.drafts import Draft, End
from kg.model import Derivation, StanceWord, TimeWords
from kg.propositions import find_propositions
from kg.relations import relation_drafts
from kg.structure import structure_drafts
from tests.worlds import read, small_lexicon

NAMES = {"Ada Müller": "PER", "Müller": "PER", "Otto": "PER", "Nordbund": "ORG", "Lalburg": "LOC"}
ATTACK = """
Russland     2 nsubj NE
griff        0 root  VVFIN greifen
Lalburg      2 obj   NE
am           5 case  APPRART an
Dienstag     2 obl   NN
an           2 compound:prt PTKVZ
.            2 punct $.
"""


def derived(
    table: str, relation: str, names: Mapping[str, str] | None = None, published: str = "2023-09-20"
) -> Derivation:
    """What led to the first statement of a text with the relation."""
    reading, lexicon = read(table, names or NAMES), small_lexicon()
    resolve_pronouns(reading)
    propositions = find_propositions(reading.doc, lexicon)
    drafts = [*structure_drafts(reading), *relation_drafts(reading, propositions, lexicon)]
    found = (d for d in dated(drafts, reading.doc, published) if d.relation == relation)
    return derive("s1", next(found), reading)


def test_a_frame_and_its_places_are_kept() -> None:
    found = derived(ATTACK, "attacked")
    assert found.statement == "s1"
    assert found.path == "Russland ←nsubj– griff … an –obj→ Lalburg"
    assert found.frame is not None
    assert (found.frame.word, found.frame.kind) == ("angreifen", "verb")
    assert (found.frame.subject, found.frame.object) == (("agent",), ("patient",))
    assert (found.frame.subject_place, found.frame.object_place) == ("agent", "patient")
    assert found.stance == ()
    assert found.speaker is None


def test_the_words_of_the_date_are_kept() -> None:
    assert derived(ATTACK, "attacked").time == TimeWords("am Dienstag")
    assert derived(ATTACK, "attacked", published="").time is None


def test_the_place_has_its_path() -> None:
    table = "Müller 2 nsubj NE\nbesucht 0 root VVFIN besuchen\nOtto 2 obj NE\nin 5 case APPR\n"
    found = derived(f"{table}Lalburg 2 obl NE", "visited").place
    assert found is not None
    assert (found.text, found.path) == ("Lalburg", "besucht –obl:in→ Lalburg")


def test_a_pronoun_leads_to_the_name_by_its_antecedent() -> None:
    table = """
        Ada      3 nsubj NE
        Müller   1 flat  NE
        kommt    0 root  VVFIN _ Number=Sing

        Müller   2 nsubj NE
        bleibt   0 root  VVFIN _ Number=Sing

        Sie      2 nsubj PPER
        besucht  0 root  VVFIN besuchen Number=Sing
        Lalburg  2 obj   NE
    """
    found = derived(table, "visited").subject
    assert found.text == "Sie"
    assert found.steps == ("Sie: pronoun for Müller", "Müller: last name of Ada Müller")


def test_a_capital_stands_for_its_state() -> None:
    table = "Moskau 2 nsubj NE\nbesucht 0 root VVFIN besuchen\nLalburg 2 obj NE"
    found = derived(table, "visited").subject
    assert found.steps == ("Moskau: stands for the government of Russland",)


def test_who_says_so_is_kept_with_the_words_that_tell() -> None:
    table = """
        Nach     2 case  APPR
        Angaben  5 obl   NN
        von      4 case  APPR
        Otto     2 nmod  NE
        besucht  0 root  VVFIN besuchen
        Müller   5 nsubj NE
        Lalburg  5 obj   NE
        nicht    5 advmod PTKNEG
    """
    found = derived(table, "visited")
    assert found.stance == (
        StanceWord("nicht", "negation", "negative"),
        StanceWord("Nach Angaben von Otto", "source phrase", "reported speaker"),
    )
    assert found.speaker is not None
    assert found.speaker.text == "Otto"
    assert found.speaker.path == "besucht –obl:nach→ Angaben –nmod:von→ Otto"


def test_a_phrase_behind_a_comma_is_told_without_it() -> None:
    table = """
        Müller   2 nsubj NE
        besucht  0 root  VVFIN besuchen
        Lalburg  2 obj   NE
        ,        6 punct $,
        so       6 advmod ADV
        Otto     2 parataxis NE
    """
    found = derived(table, "visited")
    assert found.stance == (StanceWord("so Otto", "source phrase", "reported speaker"),)


def test_what_a_word_means_by_itself_is_a_word_of_stance() -> None:
    table = "Russland 2 nsubj NE\nverschont 0 root VVFIN verschonen\nLalburg 2 obj NE"
    assert derived(table, "attacked").stance == (StanceWord("verschonen", "frame", "negative"),)


def test_a_number_holds_its_place() -> None:
    table = """
        32        2 nummod    CARD
        Soldaten  4 nsubj:pass NN Soldat Number=Plur
        wurden    4 aux:pass  VAFIN
        getötet   0 root      VVPP töten
    """
    found = derived(table, "killedCount")
    assert found.frame is not None
    assert (found.frame.subject_place, found.frame.object_place) == ("patient", "count")
    assert found.object is None


def test_a_noun_has_places_that_its_verb_gives() -> None:
    table = """
        Otto     2 nsubj NE
        begann   0 root  VVFIN beginnen
        den      4 det   ART
        Angriff  2 obj   NN
        auf      6 case  APPR
        Lalburg  4 nmod  NE
    """
    found = derived(table, "attacked")
    assert found.path == "Otto ←nsubj– begann –obj→ Angriff –nmod:auf→ Lalburg"
    assert found.frame is not None
    assert (found.frame.word, found.frame.subject_place) == ("Angriff", "supporter")
    assert found.frame.object_place == "auf"


def test_a_noun_phrase_has_a_path_but_no_frame() -> None:
    table = "Minister 3 nsubj NN _ Gender=Masc|Number=Sing\nOtto 1 appos NE\nkommt 0 root VVFIN"
    found = derived(table, "holdsPosition")
    assert found.frame is None
    assert found.path == "Otto ←appos– Minister"
    assert found.subject.steps == ("Minister: apposition",)


@pytest.mark.parametrize("published", ["2023-09-20", "2023"])
def test_a_date_of_an_earlier_sentence_has_that_sentence(published: str) -> None:
    table = f"""
        {ATTACK.strip()}

        Russland  2 nsubj NE
        besuchte  0 root  VVFIN besuchen Tense=Past
        Otto      2 obj   NE
    """
    found = derived(table, "visited", published=published).time
    if published == "2023":  # no day to carry on
        assert found is None
    else:
        assert found == TimeWords("am Dienstag", "Russland griff Lalburg am Dienstag an.")


def test_a_date_that_is_measured_has_its_measure() -> None:
    table = """
        Müller    2 nsubj NE
        besucht   0 root  VVFIN besuchen
        Lalburg   2 obj   NE
        einen     5 det   ART
        Tag       2 obl   NN
        nach      8 case  APPR
        dem       8 det   ART
        Angriff   5 nmod  NN
    """
    reading = read(table, NAMES)
    end = End(reading.by_token[0], "Müller", 0)
    draft = Draft(end, "attacked", end, 7, "Angriff", "test")
    (found,) = dated([draft], reading.doc, "2023-09-20")
    assert found.date == "2023-09-19"
    assert derive("s1", found, reading).time == TimeWords("einen Tag nach dem Angriff")
