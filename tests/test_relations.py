"""Propositions turned into facts by the frames of a small lexicon."""

from collections.abc import Mapping

import pytest

from kg.argument_places import arranged
from kg.coreference import resolve_pronouns
from kg.drafts import Draft, End
from kg.lexicon import Frame, load_lexicon
from kg.model import Modality, Polarity
from kg.propositions import find_propositions
from kg.reading import Cluster
from kg.relations import first_reading, frame_objects, frame_subjects, relation_drafts
from tests.worlds import read, small_lexicon

Fact = tuple[str, str, str]
NAMES = {"Ada": "PER", "Otto": "PER", "Nordbund": "ORG", "Lalburg": "LOC"}


def drafts(table: str, names: Mapping[str, str] | None = None) -> list[Draft]:
    lexicon = small_lexicon()
    reading = read(table, names or NAMES)
    resolve_pronouns(reading)
    return list(relation_drafts(reading, find_propositions(reading.doc, lexicon), lexicon))


def facts(table: str) -> list[Fact]:
    return sorted((label(d.subject), d.relation, label(d.object)) for d in drafts(table))


def label(end: End) -> str:
    """The name of an end, or its words where it has none."""
    cluster = end.cluster
    if cluster is None or not cluster.named:
        return end.text
    return cluster.known.name if cluster.known else cluster.key


ATTACK = """
    Russland 2 nsubj NE
    griff    0 _     VVFIN greifen
    Nordbund 2 obj   NE    _       Case=Acc
    an       2 compound:prt PTKVZ
"""
PASSIVE = """
    Nordbund    5 nsubj:pass NE
    wurde       5 aux:pass   VAFIN werden
    von         4 case       APPR
    Russland    5 obl        NE
    angegriffen 0 _          VVPP  angreifen
"""


@pytest.mark.parametrize("table", [ATTACK, PASSIVE], ids=["active", "passive"])
def test_who_acts_and_who_is_acted_on(table: str) -> None:
    assert facts(table) == [("Russland", "attacked", "Nordbund")]


def test_a_draft_tells_its_words_and_rule() -> None:
    (draft,) = drafts(ATTACK)
    assert draft.predicate == "griff … an"
    assert draft.rule == "verb frame: angreifen"
    assert (draft.subject.text, draft.object.text) == ("Russland", "Nordbund")
    assert draft.token == 1
    assert (draft.polarity, draft.modality) == (Polarity.POSITIVE, Modality.ASSERTED)
    assert (draft.source, draft.place) == (None, None)


def test_a_passive_without_agent_has_no_agent() -> None:
    table = "Nordbund 3 nsubj:pass NE\nwurde 3 aux:pass VAFIN werden\nangegriffen 0 _ VVPP"
    assert facts(table) == []


def test_coordinated_ends_give_a_fact_for_each_pair() -> None:
    table = """
        Russland 4 nsubj NE
        und      3 cc    KON
        Ukraine  1 conj  NE
        griffen  0 _     VVFIN greifen
        Nordbund 4 obj   NE    _       Case=Acc
        und      7 cc    KON
        Ada      5 conj  NE
        an       4 compound:prt PTKVZ
    """
    assert facts(table) == [
        ("Russland", "attacked", "Ada"),
        ("Russland", "attacked", "Nordbund"),
        ("Ukraine", "attacked", "Ada"),
        ("Ukraine", "attacked", "Nordbund"),
    ]


def test_a_pronoun_stands_for_its_antecedent() -> None:
    table = """
        Ada     2 nsubj NE
        kommt   0 _     VVFIN

        Sie     2 nsubj PPER
        besucht 0 _     VVFIN besuchen Number=Sing
        Lalburg 2 obj   NE    _        Case=Acc
    """
    (draft,) = drafts(table)
    assert (label(draft.subject), draft.relation) == ("Ada", "visited")
    assert draft.subject.text == "Sie"


def test_nothing_relates_to_itself() -> None:
    table = """
        Russland 2 nsubj NE
        besucht  0 _     VVFIN besuchen
        Russland 2 obj   NE    _        Case=Acc
    """
    assert facts(table) == []


def test_a_reflexive_verb_with_a_partner() -> None:
    table = """
        Ada  2 nsubj NE
        traf 0 _     VVFIN treffen
        sich 2 obj   PRF
        mit  5 case  APPR
        Otto 2 obl   NE
    """
    assert facts(table) == [("Ada", "metWith", "Otto")]


def test_coagents_meet_each_other() -> None:
    table = """
        Ada   4 nsubj NE
        und   3 cc    KON
        Otto  1 conj  NE
        traf  0 _     VVFIN treffen
        sich  4 obj   PRF
    """
    assert facts(table) == [("Ada", "metWith", "Otto")]


def test_a_reflexive_frame_needs_its_pronoun() -> None:
    table = "Ada 2 nsubj NE\ntraf 0 _ VVFIN treffen\nOtto 2 obj NE _ Case=Acc"
    assert facts(table) == []


def test_a_recipient() -> None:
    table = "Russland 2 nsubj NE\nhilft 0 _ VVFIN helfen\nNordbund 2 iobj NE _ Case=Dat"
    assert facts(table) == [("Russland", "aided", "Nordbund")]


def test_a_frame_brings_its_modality() -> None:
    table = """
        Ada      2 nsubj NE
        forderte 0 _     VVFIN fordern
        Russland 2 obj   NE    _       Case=Acc
        auf      2 compound:prt PTKVZ
    """
    (draft,) = drafts(table)
    assert (draft.relation, draft.modality) == ("calledOn", Modality.DEMANDED)


@pytest.mark.parametrize(
    ("negation", "polarity"),
    [("jetzt 2 advmod ADV", Polarity.NEGATIVE), ("nicht 2 advmod PTKNEG", Polarity.POSITIVE)],
)
def test_a_negative_frame_turns_polarity_round(negation: str, polarity: Polarity) -> None:
    table = f"Ada 2 nsubj NE\nverschonte 0 _ VVFIN verschonen\nOtto 2 obj NE _ Case=Acc\n{negation}"
    (draft,) = drafts(table)
    assert (draft.relation, draft.polarity) == ("attacked", polarity)


def test_negation_makes_a_fact_negative() -> None:
    (draft,) = drafts(ATTACK + "nicht 2 advmod PTKNEG\n")
    assert draft.polarity is Polarity.NEGATIVE


@pytest.mark.parametrize(
    ("object_", "relation"), [("Otto", "appointed"), ("Nordbund", "supported")]
)
def test_the_class_of_an_end_tells_readings_apart(object_: str, relation: str) -> None:
    table = f"Ada 2 nsubj NE\nwählt 0 _ VVFIN wählen\n{object_} 2 obj NE _ Case=Acc"
    assert facts(table) == [("Ada", relation, object_)]


def test_an_end_of_another_class_fits_no_reading() -> None:
    table = "Ada 2 nsubj NE\nwählt 0 _ VVFIN wählen\nLalburg 2 obj NE _ Case=Acc"
    assert facts(table) == []


def test_an_expression_outweighs_its_verb() -> None:
    table = """
        Ada      2 nsubj NE
        übt      0 _     VVFIN üben
        Kritik   2 obj   NN    _    Case=Acc
        an       5 case  APPR
        Russland 2 obl   NE
    """
    (draft,) = drafts(table)
    assert (label(draft.subject), draft.relation, label(draft.object)) == (
        "Ada",
        "accused",
        "Russland",
    )
    assert draft.predicate == "übt Kritik"
    assert draft.rule == "expression frame: üben"


def test_an_expression_with_a_preposition() -> None:
    table = """
        Ada     2 nsubj NE
        setzt   0 _     VVFIN setzen
        Lalburg 2 obj   NE    _     Case=Acc
        in      5 case  APPR
        Brand   2 obl   NN
    """
    assert facts(table) == [("Ada", "attacked", "Lalburg")]


def test_the_end_of_an_expression_may_hang_on_its_noun() -> None:
    table = """
        Ada      2 nsubj NE
        übt      0 _     VVFIN üben
        Kritik   2 obj   NN    _    Case=Acc
        an       5 case  APPR
        Russland 3 nmod  NE
    """
    assert facts(table) == [("Ada", "accused", "Russland")]


@pytest.mark.parametrize(
    "table",
    [
        """
        Der      2 det  ART
        Angriff  0 _    NN
        Russlands 2 nmod NE _ Case=Gen
        auf      5 case APPR
        Nordbund 2 nmod NE
        """,
        """
        Der        3 det  ART
        russische  3 amod ADJA
        Angriff    0 _    NN
        gegen      5 case APPR
        Nordbund   3 nmod NE
        """,
        """
        Der       2 det  ART
        Angriff   0 _    NN
        von       4 case APPR
        Russland  2 nmod NE
        auf       6 case APPR
        Nordbund  2 nmod NE
        """,
    ],
    ids=["genitive", "adjective", "von"],
)
def test_an_event_noun(table: str) -> None:
    (draft,) = drafts(table)
    assert (label(draft.subject), draft.relation, label(draft.object)) == (
        "Russland",
        "attacked",
        "Nordbund",
    )
    assert draft.rule == "noun frame: Angriff"
    assert draft.predicate == "Angriff"


def test_an_event_noun_with_a_possessive() -> None:
    table = """
        Ada      2 nsubj NE
        kommt    0 _     VVFIN

        Ihr      2 det   PPOSAT
        Angriff  5 nsubj NN
        auf      4 case  APPR
        Nordbund 2 nmod  NE
        endet    0 _     VVFIN
    """
    assert facts(table) == [("Ada", "attacked", "Nordbund")]


def test_an_event_noun_without_both_ends_says_nothing() -> None:
    assert facts("Der 2 det ART\nAngriff 0 _ NN\nauf 4 case APPR\nNordbund 2 nmod NE") == []


def test_an_adjective() -> None:
    table = """
        Russland   4 nsubj NE
        ist        4 cop   VAFIN
        jetzt      4 advmod ADV
        verbündet  0 _     ADJD
        mit        6 case  APPR
        Nordbund   4 obl   NE
    """
    assert facts(table) == [("Russland", "alliedWith", "Nordbund")]


def test_how_many_died() -> None:
    table = """
        Russland 2 nsubj  NE
        tötete   0 _      VVFIN  töten
        32       4 nummod CARD
        Soldaten 2 obj    NN     Soldat Case=Acc|Number=Plur
    """
    found = {(d.relation, d.object.text): d for d in drafts(table)}
    assert set(found) == {("killedCount", "32"), ("attacked", "32 Soldaten")}
    count = found["killedCount", "32"]
    assert count.object.cluster is None
    assert count.predicate == "tötete 32"


def test_a_count_needs_a_number() -> None:
    table = """
        Russland 2 nsubj  NE
        tötete   0 _      VVFIN  töten
        Soldaten 2 obj    NN     Soldat Case=Acc|Number=Plur
    """
    assert [d.relation for d in drafts(table)] == ["attacked"]


def test_a_place_that_only_holds_the_subject_holds_no_object() -> None:
    table = """
        Nordbund   4 nsubj:pass NE
        wird       4 aux:pass   VAFIN werden
        heute      4 advmod     ADV
        integriert 0 _          VVPP  integrieren
        in         6 case       APPR
        Otto       4 obl        NE
    """
    reading = read(table, NAMES)
    (proposition,) = find_propositions(reading.doc, small_lexicon())
    frame = Frame("partOf", "verb", ("patient",), ("recipient", "in"))
    arguments = arranged(reading.doc, proposition.arguments)
    subjects = frame_subjects(reading, arguments, frame)
    objects = frame_objects(reading, arguments, frame, subjects)
    assert (labels(subjects), labels(objects)) == ({"Nordbund"}, {"Otto"})


def labels(ends: list[End]) -> set[str]:
    """The names of several ends."""
    return {label(end) for end in ends}


def test_a_place_of_a_deed_is_no_end_of_it() -> None:
    table = ATTACK + "bei 6 case APPR\nLalburg 2 obl NE\n"
    (draft,) = drafts(table)
    assert draft.relation == "attacked"
    assert draft.place is not None
    assert draft.place.key == "Lalburg"


def test_what_is_reported_knows_who_says_so() -> None:
    table = """
        Laut     2 case  APPR
        Ada      3 obl   NE
        griff    0 _     VVFIN greifen
        Russland 3 nsubj NE
        Nordbund 3 obj   NE    _       Case=Acc
        an       3 compound:prt PTKVZ
    """
    (draft,) = drafts(table)
    assert (label(draft.subject), label(draft.object)) == ("Russland", "Nordbund")
    assert draft.modality is Modality.REPORTED
    assert draft.source is not None
    assert draft.source.key == "Ada"


def counts(table: str) -> list[tuple[str, str]]:
    """Whose number of dead is told."""
    return [(label(d.subject), d.object.text) for d in drafts(table) if d.relation == "killedCount"]


def test_the_dead_of_a_place() -> None:
    table = "sechs 2 nummod CARD\nTote 0 _ NN Tote Number=Plur\nin 4 case APPR\nLalburg 2 nmod NE"
    assert counts(table) == [("Lalburg", "sechs")]


@pytest.mark.parametrize(
    "owner",
    [
        "russische 4 amod ADJA\nVorgehen 2 obj NN",
        "Vorgehen 2 obj NN\nRusslands 3 nmod NE _ Case=Gen",
        "Vorgehen 2 obj NN\nvon 5 case APPR\nRussland 3 nmod NE",
    ],
    ids=["adjective", "genitive", "von"],
)
def test_a_deed_stands_for_who_did_it(owner: str) -> None:
    table = f"Ada 2 nsubj NE\nverurteilte 0 _ VVFIN verurteilen\n{owner}"
    assert facts(table) == [("Ada", "accused", "Russland")]


def test_whoever_is_meant_outweighs_the_owner() -> None:
    table = """
        Ada         2 nsubj NE
        verurteilte 0 _     VVFIN verurteilen
        russische   4 amod  ADJA
        Soldaten    2 obj   NN    Soldat Number=Plur
    """
    assert facts(table) == [("Ada", "accused", "russische Soldaten")]


def test_a_deed_stands_for_nobody_with_other_verbs() -> None:
    table = (
        "Ada 2 nsubj NE\nbesucht 0 _ VVFIN besuchen\nBerg 2 obj NN\nRusslands 3 nmod NE _ Case=Gen"
    )
    assert ("Ada", "visited", "Russland") not in facts(table)


def test_a_dative_taken_for_an_accusative() -> None:
    table = "Russland 2 nsubj NE\nhilft 0 _ VVFIN helfen\nNordbund 2 obj NE"
    assert facts(table) == [("Russland", "aided", "Nordbund")]


def calls(table: str) -> list[tuple[str, str]]:
    """Who calls on whom."""
    return [(s, o) for s, relation, o in facts(table) if relation == "calledOn"]


@pytest.mark.parametrize(("host", "found"), [(1, True), (3, True), (4, False)])
def test_a_phrase_may_hang_on_the_noun_before_it(host: int, found: bool) -> None:
    table = f"""
        Ada       2 nsubj NE
        verlangte 0 _     VVFIN verlangen
        Ruhe      2 obj   NN    _ Case=Acc
        heute     2 advmod ADV
        von       6 case  APPR
        Otto      {host} nmod NE
    """
    assert calls(table) == ([("Ada", "Otto")] if found else [])


def test_a_place_of_the_frame_is_filled_by_its_own_phrase_first() -> None:
    table = """
        Ada       2 nsubj NE
        verlangte 0 _     VVFIN verlangen
        Rückkehr  2 obj   NN    _ Case=Acc
        von       5 case  APPR
        Otto      3 nmod  NE
        von       7 case  APPR
        Russland  2 obl   NE
    """
    assert calls(table) == [("Ada", "Russland")]


@pytest.mark.parametrize(
    "before", ["seine 4 det PPOSAT", "Ottos 4 nmod NE _ Case=Gen"], ids=["possessive", "genitive"]
)
def test_whose_noun_an_expression_has(before: str) -> None:
    table = f"""
        Otto      2 nsubj NE
        geht      0 _     VVFIN

        Rebellen  2 nsubj NN    Rebell Number=Plur
        treten    0 _     VVFIN
        {before}
        Nachfolge 2 obj   NN    _ Case=Acc
        an        2 compound:prt PTKVZ
    """
    reading = {"Ottos": "PER", **NAMES}
    found = [(label(d.subject), d.relation, label(d.object)) for d in drafts(table, reading)]
    assert found == [("Rebellen", "succeeded", "Otto")]


def test_a_deed_tells_who_hurt_its_victims() -> None:
    table = """
        Bei       4 case       APPR
        einem     4 det        ART
        russischen 4 amod      ADJA
        Angriff   6 obl        NN
        wurden    6 aux:pass   VAFIN werden
        getötet   0 _          VVPP  töten
        Rebellen  6 nsubj:pass NN    Rebell Number=Plur
    """
    assert ("Russland", "attacked", "Rebellen") in facts(table)


@pytest.mark.parametrize(("preposition", "found"), [("gegen", True), ("nach", False)])
def test_a_phrase_that_strayed_below_another(preposition: str, found: bool) -> None:
    """Only what hangs wrong often, and means little where it hangs, is taken from there."""
    table = f"""
        Ada      2 nsubj NE
        klagt    0 _     VVFIN klagen
        in       4 case  APPR
        Städten  2 obl   NN
        des      6 det   ART
        Landes   4 nmod  NN    _ Case=Gen
        {preposition} 8 case APPR
        Otto     6 nmod  NE
    """
    lexicon = load_lexicon()
    reading = read(table, NAMES)
    drafted = relation_drafts(reading, find_propositions(reading.doc, lexicon), lexicon)
    assert [d.relation for d in drafted if d.object.text == "Otto"] == ["accused"] * found


@pytest.mark.parametrize(("noun", "found"), [("Rakete", False), ("Stadt", True)])
def test_nobody_accuses_a_thing(noun: str, found: bool) -> None:
    table = f"""
        Russland 2 nsubj NE
        übt      0 _     VVFIN üben
        Kritik   2 obj   NN    Kritik
        an       6 case  APPR
        der      6 det   ART
        {noun}   3 nmod  NN    {noun} Number=Sing
    """
    assert bool([f for f in facts(table) if f[1] == "accused"]) is found


APOLOGISED = """
    Ada      8 nsubj NE
    hat      8 aux VAFIN haben
    sich     8 obj PRF
    nach     5 case APPR
    Kritik   8 obl NN
    {word}   7 case APPR
    Otto     5 nmod NE
    {verb}   0 _ VVPP {lemma}
"""


@pytest.mark.parametrize(
    ("word", "lemma", "found"),
    [("bei", "entschuldigen", [("Ada", "concededTo", "Otto")]), ("an", "entschuldigen", [])],
)
def test_a_phrase_before_the_verb_that_asks_for_it_is_its_own(
    word: str, lemma: str, found: list[Fact]
) -> None:
    table = APOLOGISED.format(word=word, verb="entschuldigt", lemma=lemma)
    reading = read(table, NAMES)
    lexicon = load_lexicon()
    said = find_propositions(reading.doc, lexicon)
    drafts_ = relation_drafts(reading, said, lexicon)
    assert [(label(d.subject), d.relation, label(d.object)) for d in drafts_] == found


HIT = """
    Ada     2 nsubj NE
    schlug  0 _     VVFIN schlagen
    {}      4 det   ART
    {}      2 obj   {}
"""


@pytest.mark.parametrize(
    ("words", "relation"),
    [(("da", "Otto", "NE"), "defeated"), (("die", "Rebellen", "NN"), "attacked")],
)
def test_some_frames_ask_for_a_name(words: tuple[str, ...], relation: str) -> None:
    lexicon = load_lexicon()
    reading = read(HIT.format(*words), {"Ada": "PER", "Otto": "PER"})
    found = relation_drafts(reading, find_propositions(reading.doc, lexicon), lexicon)
    assert [d.relation for d in found] == [relation]


@pytest.mark.parametrize(("label", "count"), [("PER", 1), ("ORG", 0)])
def test_a_successor_is_of_the_same_class(label: str, count: int) -> None:
    table = """
        Ada    2 nsubj NE
        beerbt 0 _     VVFIN beerben
        Otto   2 obj   NE
    """
    lexicon = load_lexicon()
    reading = read(table, {"Ada": "PER", "Otto": label})
    found = relation_drafts(reading, find_propositions(reading.doc, lexicon), lexicon)
    assert len(list(found)) == count


def test_a_place_goes_with_any_reading() -> None:
    one, two = End(Cluster("a"), "", 0), End(Cluster("b"), "", 0)
    found = [Draft(one, r, two, 0, "", "") for r in ("locatedIn", "created", "owns")]
    assert [d.relation for d in first_reading(found)] == ["locatedIn", "created"]


def read_facts(table: str) -> list[Fact]:
    """The facts that the lexicon of the program finds."""
    lexicon = load_lexicon()
    reading = read(table, NAMES)
    found = relation_drafts(reading, find_propositions(reading.doc, lexicon), lexicon)
    return [(label(d.subject), d.relation, label(d.object)) for d in found]


FLED = """
    Ada       6 nsubj NE
    aus       3 case  APPR
    Lalburg   6 obl   NE
    nach      5 case  APPR
    Berlin    6 obl   NE
    floh      0 _     VVFIN fliehen
"""


def test_where_somebody_flees_from_and_to() -> None:
    found = {(relation, place) for _, relation, place in read_facts(FLED)}
    assert found == {("retreatedFrom", "Lalburg"), ("movedTo", "Berlin")}


def test_one_place_is_not_both() -> None:
    one = FLED.replace(
        "nach      5 case  APPR\n    Berlin    6 obl   NE", "sofort 6 advmod ADV\n . 6 punct $."
    )
    assert [relation for _, relation, _ in read_facts(one)] == ["retreatedFrom"]


HUNG = """
    Nordbund  2 nsubj NE
    brachte   0 _     VVFIN bringen
    Ada       2 obj   NE _ Case=Acc
    aus       5 case  APPR
    Lalburg   2 obl   NE
    in        7 case  APPR
    {noun}    5 nmod  NN
"""


@pytest.mark.parametrize(("noun", "found"), [("Sicherheit", ["aided"]), ("Eile", [])])
def test_the_noun_of_an_expression_may_hang_too_low(noun: str, found: list[str]) -> None:
    assert [r for _, r, o in read_facts(HUNG.format(noun=noun)) if o == "Ada"] == found


@pytest.mark.parametrize(("noun", "found"), [("Raketenangriff", ["attacked"]), ("Linienflug", [])])
def test_a_compound_of_the_noun_of_an_expression(noun: str, found: list[str]) -> None:
    table = f"""
        Nordbund 2 nsubj NE
        flog     0 _     VVFIN fliegen
        einen    4 det   ART
        {noun}   2 obj   NN
        auf      6 case  APPR
        Lalburg  4 nmod  NE
    """
    assert [relation for _, relation, _ in read_facts(table)] == found


@pytest.mark.parametrize(
    ("article", "found"), [("die 5 det ART", ["movedTo"]), ("der 5 det ART", [])]
)
def test_whither_is_not_where(article: str, found: list[str]) -> None:
    table = f"""
        Ada      2 nsubj NE
        floh     0 _     VVFIN fliehen
        in       5 case  APPR
        {article}
        Ukraine  2 obl   NE
    """
    assert [relation for _, relation, _ in read_facts(table)] == found


def test_whoever_is_at_a_border_is_against_whom_it_parts_from() -> None:
    table = """
        Nordbund 2 nsubj NE
        rückte   0 _     VVFIN rücken
        auf      5 case  APPR
        die      5 det   ART
        Grenze   2 obl   NN
        zur      7 case  APPRART zu
        Ukraine  5 nmod  NE
        vor      2 compound:prt PTKVZ
    """
    assert ("Nordbund", "mobilizedAgainst", "Ukraine") in read_facts(table)
