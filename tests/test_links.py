"""Unspecific facts, where no frame says how things have to do with each other."""

from collections.abc import Mapping

from kg.coreference import resolve_pronouns
from kg.links import link_drafts
from kg.propositions import find_propositions
from kg.relations import relation_drafts
from tests.worlds import read, small_lexicon

NAMES = {"Ada": "PER", "Otto": "PER", "Nordbund": "ORG", "Südbund": "ORG", "Lalburg": "LOC"}


def links(table: str, names: Mapping[str, str] | None = None) -> set[tuple[str, str]]:
    """The ends of the unspecific facts of a text."""
    lexicon = small_lexicon()
    reading = read(table, names or NAMES)
    resolve_pronouns(reading)
    propositions = find_propositions(reading.doc, lexicon)
    drafts = list(relation_drafts(reading, propositions, lexicon))
    found = list(link_drafts(reading, propositions, drafts))
    assert {d.relation for d in found} <= {"relatedTo"}
    return {(d.subject.text, d.object.text) for d in found}


def test_who_acts_has_to_do_with_the_others_in_a_clause() -> None:
    table = """
        Ada      2 nsubj NE
        vertritt 0 _     VVFIN vertreten
        Nordbund 2 obj   NE    _         Case=Acc
        gegen    5 case  APPR
        Otto     2 obl   NE
    """
    assert links(table) == {("Ada", "Nordbund"), ("Ada", "Otto")}


def test_a_source_is_no_participant() -> None:
    table = "Ada 2 nsubj NE\nschlief 0 _ VVFIN schlafen\nlaut 4 case APPR\nOtto 2 obl NE"
    assert links(table) == set()


def test_a_place_without_a_name_is_no_end() -> None:
    table = "Ada 2 nsubj NE\nvertritt 0 _ VVFIN vertreten\ndie 4 det ART\nStadt 2 obj NN _ Case=Acc"
    assert links(table) == set()


def test_the_object_of_somebody_named_may_be_a_thing() -> None:
    table = "{} 2 nsubj {}\nzeigt 0 _ VVFIN zeigen\ndie 4 det ART\nRakete 2 obj NN _ Case=Acc"
    assert links(table.format("Ada", "NE")) == {("Ada", "Rakete")}
    assert links(table.format("Sie", "PPER")) == set()


def test_a_noun_leads_on_to_whose_it_is() -> None:
    table = """
        Ada      2 nsubj NE
        teilt    0 _     VVFIN teilen
        die      4 det   ART
        Zweifel  2 obj   NN    _      Case=Acc
        {}       6 case  APPR
        Nordbund 4 nmod  NE
    """
    assert links(table.format("über")) == {("Ada", "Nordbund")}
    assert links(table.format("aus")) == set()


def test_a_clause_with_a_frame_gives_no_more() -> None:
    table = """
        Otto     2 nsubj NE
        griff    0 _     VVFIN greifen
        Nordbund 2 obj   NE    _       Case=Acc
        gegen    5 case  APPR
        Ada      2 obl   NE
        an       2 compound:prt PTKVZ
    """
    assert links(table) == set()


def test_the_parties_of_a_noun_have_to_do_with_each_other() -> None:
    table = """
        Der      2 det   ART
        Unterschied 8 nsubj NN
        zwischen 4 case  APPR
        {}       2 nmod  NE
        und      6 cc    KON
        {}       4 conj  NE
        sehr     8 advmod ADV
        wuchs    0 _     VVFIN wachsen
    """
    assert links(table.format("Nordbund", "Südbund")) == {("Nordbund", "Südbund")}
    assert links(table.format("Lalburg", "Südbund")) == set()


def relations(table: str) -> set[tuple[str, str, str]]:
    """The ends of the facts of a text that no frame gives, with their relations."""
    lexicon = small_lexicon()
    reading = read(table, NAMES)
    propositions = find_propositions(reading.doc, lexicon)
    found = link_drafts(reading, propositions, [])
    return {(d.subject.text, d.relation, d.object.text) for d in found}


def test_an_event_happens_where_its_clause_says() -> None:
    table = """
        Der     2 det   ART
        Krieg   3 nsubj NN _ Number=Sing
        tobte   0 _     VVFIN toben
        {}      5 case  APPR
        Lalburg 3 obl   NE
    """
    assert relations(table.format("in")) == {("Krieg", "locatedIn", "Lalburg")}
    assert relations(table.format("gegen")) == {("Krieg", "relatedTo", "Lalburg")}


def test_people_without_a_name_have_to_do_with_the_things_that_they_use() -> None:
    table = """
        Die      2 det   ART
        Rebellen 3 nsubj NN    _ Number=Plur
        zeigten  0 _     VVFIN zeigen
        die      5 det   ART
        {}       3 obj   NN    _ Case=Acc
    """
    assert relations(table.format("Rakete")) == {("Rebellen", "relatedTo", "Rakete")}
    assert relations(table.format("Stadt")) == set()


def test_a_fight_between_two_is_an_attack() -> None:
    table = """
        Der      2 det   ART
        {}       7 nsubj NN
        zwischen 4 case  APPR
        Nordbund 2 nmod  NE
        und      6 cc    KON
        Südbund  4 conj  NE
        wuchs    0 _     VVFIN wachsen
    """
    assert relations(table.format("Kampf")) == {("Nordbund", "attacked", "Südbund")}
    assert relations(table.format("Unterschied")) == {("Nordbund", "relatedTo", "Südbund")}


def test_each_of_several_places_is_where_it_was() -> None:
    table = """
        Ada     2 nsubj NE
        singt   0 _     VVFIN singen
        in      4 case  APPR
        Lalburg 2 obl   NE
        und     6 cc    KON
        Elmstadt 4 conj NE
    """
    lexicon = small_lexicon()
    reading = read(table, {"Ada": "PER", "Lalburg": "LOC", "Elmstadt": "LOC"})
    found = link_drafts(reading, find_propositions(reading.doc, lexicon), [])
    assert {(d.object.text, d.place.key if d.place else "") for d in found} == {
        ("Lalburg", "Lalburg"),
        ("Elmstadt", "Elmstadt"),
    }
