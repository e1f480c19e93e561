"""Calls on somebody, read from what a speaker says that somebody must do."""

import pytest

from kg.coreference import resolve_pronouns
from kg.demands import demand_drafts
from kg.drafts import Draft, End
from kg.model import Modality
from kg.propositions import find_propositions
from tests.worlds import read, small_lexicon

NAMES = {"Ada": "PER", "Otto": "PER", "Nordbund": "ORG", "Lalburg": "LOC"}


def drafts(table: str) -> list[Draft]:
    lexicon = small_lexicon()
    reading = read(table, NAMES)
    resolve_pronouns(reading)
    return list(demand_drafts(reading, find_propositions(reading.doc, lexicon), lexicon))


def label(end: End) -> str:
    """The name of an end."""
    cluster = end.cluster
    assert cluster is not None
    return cluster.known.name if cluster.known else cluster.key


MUST = """
    {who}    4 nsubj NE
    müsse    4 aux   VAFIN {modal} Mood=Sub
    jetzt    4 advmod ADV
    helfen   0 _     VVINF
    ,        6 punct $,
    sagte    4 parataxis VVFIN sagen
    {speaker} 6 nsubj NE
"""


PRONOUN = "er 4 nsubj PPER"


def calls(table: str) -> list[tuple[str, str]]:
    """Who calls on whom."""
    return [(label(d.subject), label(d.object)) for d in drafts(table)]


def test_who_says_what_somebody_must_do_calls_on_them() -> None:
    table = MUST.format(who="Otto", modal="müssen", speaker="Ada")
    assert calls(table) == [("Ada", "Otto")]
    (draft,) = drafts(table)
    assert draft.relation == "calledOn"
    assert (draft.modality, draft.source) == (Modality.ASSERTED, None)
    assert draft.rule == "demand"


def test_nobody_calls_on_themselves() -> None:
    assert calls(MUST.format(who="Ada", modal="müssen", speaker="Ada")) == []


def test_a_pronoun_for_the_speaker_is_the_speaker() -> None:
    table = MUST.format(who="er", modal="müssen", speaker="Otto").replace(
        "er    4 nsubj NE", PRONOUN
    )
    assert calls("Otto 2 nsubj NE\nkommt 0 _ VVFIN\n\n" + table) == []


def test_each_of_those_called_on() -> None:
    table = """
        Otto     5 nsubj NE
        und      3 cc    KON
        Russland 1 conj  NE
        müssten  5 aux   VAFIN müssen Mood=Sub
        helfen   0 _     VVINF
        ,        7 punct $,
        sagte    5 parataxis VVFIN sagen
        Ada      7 nsubj NE
    """
    assert calls(table) == [("Ada", "Otto"), ("Ada", "Russland")]


@pytest.mark.parametrize(
    ("form", "found"),
    [("müsse", True), ("müsste", True), ("könne", False), ("wolle", False), ("werde", False)],
)
def test_only_some_modals_demand(form: str, found: bool) -> None:
    table = MUST.format(who="Otto", modal="_", speaker="Ada").replace("müsse", form)
    assert bool(calls(table)) is found


def test_what_the_article_finds_necessary_calls_on_nobody() -> None:
    assert calls("Otto 3 nsubj NE\nmuss 3 aux VMFIN müssen\nhelfen 0 _ VVINF") == []


def test_who_is_to_be_acted_on_is_not_called_on() -> None:
    table = """
        Otto       5 nsubj:pass NE
        müsse      5 aux        VAFIN müssen Mood=Sub
        jetzt      5 advmod     ADV
        sofort     5 advmod     ADV
        angegriffen 0 _         VVPP  angreifen
        werden     5 aux:pass   VAINF
        ,          8 punct      $,
        sagte      5 parataxis  VVFIN sagen
        Ada        8 nsubj      NE
    """
    assert calls(table) == []


BELOW = """
    Ada      2 nsubj NE
    verlangt 0 _     VVFIN verlangen
    ,        2 punct $,
    dass     7 mark  KOUS
    Otto     7 nsubj NE
    {aux}    7 aux   VMINF
    zahlt    2 ccomp VVFIN zahlen
"""


def test_what_a_verb_of_demanding_has_below_it_calls_on_who_does_it() -> None:
    assert calls(BELOW.format(aux="bald")) == [("Ada", "Otto")]


def test_what_somebody_may_do_is_no_demand_on_them() -> None:
    assert calls(BELOW.format(aux="dürfe")) == []


def test_what_is_said_and_not_demanded_calls_on_nobody() -> None:
    table = BELOW.format(aux="bald").replace(
        "verlangt 0 _     VVFIN verlangen", "sagt 0 _ VVFIN sagen"
    )
    assert calls(table) == []


def test_what_somebody_must_suffer_is_not_asked_of_them() -> None:
    table = MUST.format(who="Otto", modal="müssen", speaker="Ada")
    assert calls(table.replace("helfen ", "leiden ")) == []


def test_laws_and_other_things_ask_nothing_of_anybody() -> None:
    table = MUST.format(who="Otto", modal="müssen", speaker="Carta")
    reading = read(table, {"Otto": "PER", "Carta": "MISC"})
    lexicon = small_lexicon()
    assert list(demand_drafts(reading, find_propositions(reading.doc, lexicon), lexicon)) == []


def test_a_call_is_where_it_was_said() -> None:
    table = MUST.format(who="Otto", modal="müssen", speaker="Ada")
    table += "        in 9 case APPR\n        Lalburg 6 obl NE\n"
    assert [d.place.key for d in drafts(table) if d.place] == ["Lalburg"]
