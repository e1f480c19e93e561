import pytest

from kg.clusters import Cluster
from kg.dating import as_number, dated
from kg.drafts import Draft, End
from kg.model import Modality
from tests.trees import tree, word

PUBLISHED = "2023-09-20"  # a Wednesday


def date_of(
    table: str,
    predicate: str,
    *,
    rule: str = "verb",
    published: str = PUBLISHED,
    modality: Modality = Modality.ASSERTED,
) -> str:
    """The date that a statement gets whose relation the predicate expresses, "" if none."""
    doc = tree(table)
    end = End(None, "", 0)
    draft = Draft(end, "attacked", end, word(doc, predicate).i, predicate, rule, modality=modality)
    (found,) = dated([draft], doc, published)
    return found.date or ""


MAIN = """
Nordland    2  nsubj      NE
besetzte    0  root       VVFIN   besetzen
am          4  case       APPRART an
Montag      2  obl        NN
Südland     2  obj        NE
.           2  punct      $.

Südland     2  nsubj      NE
kapitulierte 0 root       VVFIN   kapitulieren
.           2  punct      $.
"""
TWO_CLAUSES = """
Meier       2  nsubj      NE
sagte       0  root       VVFIN   sagen
am          4  case       APPRART an
Dienstag    2  obl        NN
,           10 punct      $,
Nordland    10 nsubj      NE
habe        10 aux        VAFIN   haben    Mood=Sub
am          9  case       APPRART an
Montag      10 obl        NN
angegriffen 2  ccomp      VVPP    angreifen
.           2  punct      $.
"""
ABOVE = """
Meier       2  nsubj      NE
sagte       0  root       VVFIN   sagen
am          4  case       APPRART an
Dienstag    2  obl        NN
,           7  punct      $,
Nordland    7  nsubj      NE
siege       2  ccomp      VVFIN   siegen   Mood=Sub
"""


def test_a_predicate_has_the_date_of_its_clause() -> None:
    assert date_of(MAIN, "besetzte") == "2023-09-18"


def test_a_date_does_not_reach_the_next_sentence() -> None:
    assert date_of(MAIN, "kapitulierte") == ""


def test_clauses_keep_their_own_dates() -> None:
    assert date_of(TWO_CLAUSES, "sagte") == "2023-09-19"
    assert date_of(TWO_CLAUSES, "angegriffen") == "2023-09-18"


def test_the_only_date_of_a_sentence_reaches_down() -> None:
    assert date_of(ABOVE, "siege") == "2023-09-19"


def test_a_date_does_not_reach_up() -> None:
    table = """
        Meier    2 nsubj NE
        sagte    0 root  VVFIN sagen
        ,        7 punct $,
        Nordland 7 nsubj NE
        habe     7 aux   VAFIN haben Mood=Sub
        gestern  7 advmod ADV
        gesiegt  2 ccomp VVPP  siegen
    """
    assert date_of(table, "sagte") == ""
    assert date_of(table, "gesiegt") == "2023-09-19"


def test_an_event_noun_prefers_the_date_below_it() -> None:
    table = """
        Am       2 case  APPRART an
        Dienstag 3 obl   NN
        erinnerte 0 root VVFIN erinnern
        Wien     3 nsubj NE
        an       7 case  APPR
        den      7 det   ART
        Angriff  3 obl   NN
        vom      9 case  APPRART von
        Montag   7 nmod  NN
    """
    assert date_of(table, "Angriff") == "2023-09-18"
    assert date_of(table, "erinnerte") == "2023-09-19"


def hour(before: str) -> str:
    return f"""
        Nordland 2 nsubj NE
        beschoss 0 root  VVFIN beschießen Tense=Past
        am       5 case  APPRART an
        {before} 5 amod  ADJA
        Abend    2 obl   NN
        Südland  2 obj   NE
    """


def test_a_part_of_a_day_is_of_the_day_told_of() -> None:
    assert date_of(hour("späten"), "beschoss") == PUBLISHED
    assert date_of(hour("späten"), "beschoss", published="2023-09") == ""
    assert date_of(hour("nächsten"), "beschoss") == ""


def test_a_part_of_a_day_follows_the_day_before_it() -> None:
    first = MAIN.partition("\n\n")[0]
    assert date_of(first + "\n" + hour("frühen"), "beschoss") == "2023-09-18"


def test_what_holds_at_the_time_of_the_article_is_not_dated() -> None:
    assert date_of(MAIN, "besetzte", rule="role") == ""


def test_a_date_may_be_a_year_or_month() -> None:
    table = """
        Nordland 2 nsubj NE
        siegte   0 root  VVFIN siegen
        im       4 case  APPRART in
        Mai      2 obl   NN
        2021     4 nmod  CARD
    """
    assert date_of(table, "siegte") == "2021-05"


def test_a_weekday_needs_a_day_of_publication() -> None:
    assert date_of(MAIN, "besetzte", published="") == ""


AFTER = """
{count}     2  {relation} {tag}
{unit}      5  obl        NN
nach        4  case       APPR
Angriff     2  nmod       NN
tagte       0  root       VVFIN   tagen
Wien        5  nsubj      NE
"""


@pytest.mark.parametrize(
    ("count", "relation", "tag", "unit", "date"),
    [
        ("einen", "det", "ART", "Tag", "2023-09-19"),
        ("3", "nummod", "CARD", "Tage", "2023-09-17"),
        ("zwei", "nummod", "CARD", "Wochen", "2023-09-06"),
        ("viele", "det", "PIAT", "Tage", ""),
        ("zwei", "nummod", "CARD", "Stunden", ""),
    ],
)
def test_time_is_measured_back_from_the_article(
    count: str, relation: str, tag: str, unit: str, date: str
) -> None:
    table = AFTER.format(count=count, relation=relation, tag=tag, unit=unit)
    assert date_of(table, "Angriff") == date


def test_time_before_an_event_is_not_measured_back() -> None:
    table = AFTER.format(count="einen", relation="det", tag="ART", unit="Tag")
    assert date_of(table.replace("nach ", "vor "), "Angriff") == ""


def test_only_the_event_itself_lies_back() -> None:
    table = AFTER.format(count="einen", relation="det", tag="ART", unit="Tag")
    assert date_of(table, "tagte") == ""


@pytest.mark.parametrize(
    ("modality", "date"),
    [
        (Modality.ASSERTED, "2023-09-18"),
        (Modality.REPORTED, "2023-09-18"),
        (Modality.POSSIBLE, "2023-09-18"),
        (Modality.PLANNED, "2023-09-25"),
        (Modality.DEMANDED, "2023-09-25"),
    ],
)
def test_a_weekday_lies_ahead_of_what_is_to_come(modality: Modality, date: str) -> None:
    assert date_of(MAIN, "besetzte", modality=modality) == date


def test_two_dates_above_decide_nothing() -> None:
    table = """
        Meier    2 nsubj  NE
        sagte    0 root   VVFIN sagen
        gestern  2 advmod ADV
        und      5 cc     KON
        heute    3 conj   ADV
        ,        8 punct  $,
        Nordland 8 nsubj  NE
        siege    2 ccomp  VVFIN siegen Mood=Sub
    """
    assert date_of(table, "siege") == ""


@pytest.mark.parametrize(
    ("text", "number"), [("12", 12), ("0", 0), ("zwölf", 0), ("1,5", 0), ("", 0)]
)
def test_as_number(text: str, number: int) -> None:
    assert as_number(text) == number


@pytest.mark.parametrize("published", ["", "2023", "2023-09"])
def test_measuring_needs_a_day_of_publication(published: str) -> None:
    table = AFTER.format(count="einen", relation="det", tag="ART", unit="Tag")
    assert date_of(table, "Angriff", published=published) == ""


NOUNS_TIME = """
Meier       2  nsubj      NE
lobte       0  root       VVFIN   loben
die         4  det        ART
Wahl        2  obj        NN
von         6  case       APPR
2009        4  nmod       CARD
"""
HUNG_LOW = """
Meier       2  nsubj      NE
spielte     0  root       VVFIN   spielen
in          5  case       APPR
der         5  det        ART
Gruppe      2  obl        NN
am          7  case       APPRART an
Montag      5  nmod       NN
"""
OCCASION = """
Meier       6  nsubj:pass NE
wurde       6  aux:pass   VAFIN   werden
auf         4  case       APPR
Gipfel      6  obl        NN      Gipfel
Montag      4  nmod       NN
gewählt     0  root       VVPP    wählen
"""
UNTIL = """
Meier       2  nsubj      NE
schweigt    0  root       VVFIN   schweigen
bis         4  case       APPR
heute       2  advmod     ADV
"""
IN_PASSING = """
Am          2  case       APPRART an
Montag      3  obl        NN
kam         0  root       VVFIN   kommen
der         6  det        ART
gefeierte   6  amod       ADJA
Meier       3  nsubj      NE
"""


def test_a_time_of_a_noun_is_not_that_of_its_clause() -> None:
    assert date_of(NOUNS_TIME, "lobte") == ""


def test_a_time_below_no_event_is_that_of_the_clause() -> None:
    assert date_of(HUNG_LOW, "spielte") == "2023-09-18"


def test_the_occasion_has_the_time_of_the_clause() -> None:
    assert date_of(OCCASION, "gewählt") == "2023-09-18"


def test_until_today_tells_no_date() -> None:
    assert date_of(UNTIL, "schweigt") == ""


def test_what_is_said_in_passing_has_no_part_in_the_date() -> None:
    assert date_of(IN_PASSING, "gefeierte") == ""


def test_what_is_planned_does_not_happen_when_it_is_said() -> None:
    assert date_of(ABOVE, "siege", modality=Modality.POSSIBLE) == ""


# Times by the tense of their clause

TENSES = """
Am          2  case       APPRART an
Freitag     4  obl        NN
{extra}
{verb}
Linz        4  nsubj      NE
den         7  det        ART
Angriff     4  obj        NN
"""


@pytest.mark.parametrize(
    ("verb", "day"),
    [
        ("plant 0 root VVFIN planen Mood=Ind|Tense=Pres", "2023-09-22"),
        ("plante 0 root VVFIN planen Mood=Ind|Tense=Past", "2023-09-15"),
    ],
)
def test_a_weekday_in_the_present_is_the_next_one(verb: str, day: str) -> None:
    table = TENSES.format(extra="wohl 4 advmod ADV", verb=verb)
    assert date_of(table, verb.split(maxsplit=1)[0]) == day


def test_a_weekday_since_which_something_is_so_is_past() -> None:
    verb = "plant 0 root VVFIN planen Mood=Ind|Tense=Pres"
    table = TENSES.format(extra="wohl 4 advmod ADV", verb=verb).replace("Am  ", "Seit")
    assert date_of(table.replace("APPRART an", "APPR seit"), "plant") == "2023-09-15"


@pytest.mark.parametrize(
    ("verb", "day"),
    [
        ("plant 0 root VVFIN planen Mood=Ind|Tense=Pres", "2023-09-22"),
        ("plante 0 root VVFIN planen Mood=Ind|Tense=Past", "2023-09-15"),
    ],
)
def test_a_plan_told_of_in_the_past(verb: str, day: str) -> None:
    table = TENSES.format(extra="wohl 4 advmod ADV", verb=verb)
    assert date_of(table, verb.split(maxsplit=1)[0], modality=Modality.PLANNED) == day


# The day after

NEXT = (
    MAIN.rpartition("\nSüdland")[0]
    + """
Am          3  case       APPRART an
{day}
Tag         5  obl        NN
darauf      3  advmod     ADV
kapitulierte 0 root       VVFIN   kapitulieren Mood=Ind|Tense=Past
Südland     5  nsubj      NE
"""
)


@pytest.mark.parametrize(
    ("day", "value"),
    [("folgenden 3 amod ADJA", "2023-09-19"), ("schönen 3 amod ADJA", "2023-09-18")],
)
def test_the_day_after_the_one_told_of(day: str, value: str) -> None:
    first = NEXT.replace("besetzen\n", "besetzen Mood=Ind|Tense=Past\n")
    assert date_of(first.format(day=day), "kapitulierte") == value


# Who takes part in an event does so when it is

TOOK_PART = """
Ada         2  nsubj      NE
bestritt    0  root       VVFIN   bestreiten Mood=Ind|Tense=Past
die         4  det        ART
Beteiligung 2  obj        NN
an          6  case       APPR
Protesten   4  nmod       NN      Protest
im          8  case       APPRART in
Jahr        6  nmod       NN
2009        8  nmod       CARD
"""


@pytest.mark.parametrize(("relation", "value"), [("participatedIn", "2009"), ("rejected", "")])
def test_the_time_of_an_event_dates_who_took_part(relation: str, value: str) -> None:
    doc = tree(TOOK_PART)
    event = End(Cluster("protest", evident="Event"), "Protesten", word(doc, "Protesten").i)
    token = word(doc, "Beteiligung").i
    draft = Draft(End(None, "Ada", 0), relation, event, token, "Beteiligung", "noun frame")
    (found,) = dated([draft], doc, PUBLISHED)
    assert (found.date or "") == value
