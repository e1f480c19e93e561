import pytest

from kg.attribution import stance
from kg.lexicon import load_lexicon
from kg.speakers import running_reports
from tests.trees import tree, word


def view(table: str, predicate: str) -> str:
    """Polarity, modality and speaker of the first token with the given form."""
    doc = tree(table)
    lexicon = load_lexicon()
    found = stance(word(doc, predicate), lexicon, running_reports(doc, lexicon))
    speaker = "–" if found.source is None else doc[found.source].text
    return f"{found.polarity} {found.modality} {speaker}"


# Who says so

SAID_BEHIND = """
Die         2  det        ART
Brücke      3  nsubj      NN
brenne      5  ccomp      VVFIN   brennen  Mood=Sub
,           3  punct      $,
sagte       0  root       VVFIN   sagen
Meier       5  nsubj      NE
am          8  case       APPRART an
Montag      5  obl        NN
.           5  punct      $.
"""
SAID_WITHIN = """
Die         2  det        ART
Brücke      7  nsubj      NN
,           4  punct      $,
sagte       7  parataxis  VVFIN   sagen
Meier       4  nsubj      NE
,           4  punct      $,
brenne      0  root       VVFIN   brennen  Mood=Sub
.           7  punct      $.
"""
SAID_THAT = """
Meier       2  nsubj      NE
sagte       0  root       VVFIN   sagen
,           7  punct      $,
dass        7  mark       KOUS
die         6  det        ART
Brücke      7  nsubj      NN
brennt      2  ccomp      VVFIN   brennen
.           2  punct      $.
"""
CLAIMED = """
Meier       2  nsubj      NE
behauptet   0  root       VVFIN   behaupten
,           5  punct      $,
Wien        5  nsubj      NE
brenne      2  ccomp      VVFIN   brennen  Mood=Sub
"""
QUOTED = """
„           3  punct      $(
Wien        3  nsubj      NE
brennt      7  ccomp      VVFIN   brennen
“           3  punct      $(
,           3  punct      $,
so          7  advmod     ADV
berichtet   0  root       VVFIN   berichten
Meier       7  nsubj      NE
"""
COPULA = """
Das         2  det        ART
Dorf        5  nsubj      NN
sei         5  cop        VAFIN   sein     Mood=Sub
ihm         5  obl        PPER    er       Case=Dat
treu        7  ccomp      ADJD
,           5  punct      $,
sagte       0  root       VVFIN   sagen
Meier       7  nsubj      NE
"""
LAUT = """
Laut        2  case       APPR    laut
Meier       3  obl        NE
brennt      0  root       VVFIN   brennen
die         5  det        ART
Brücke      3  nsubj      NN
"""
ANGABEN = """
Nach        2  case       APPR    nach
Angaben     5  obl        NN      Angabe
von         4  case       APPR
Meier       2  nmod       NE
brennt      0  root       VVFIN   brennen
Wien        5  nsubj      NE
"""
ANGABEN_GENITIVE = """
Wien        2  nsubj      NE
brennt      0  root       VVFIN   brennen
nach        4  case       APPR
Angaben     2  obl        NN      Angabe
der         6  det        ART
Meier       4  nmod       NN      _        Case=Gen
"""
ZUFOLGE = """
Meier       3  obl        NE
zufolge     1  case       APPO
brennt      0  root       VVFIN   brennen
Wien        3  nsubj      NE
"""


@pytest.mark.parametrize(
    ("table", "predicate"),
    [
        (SAID_BEHIND, "brenne"),
        (SAID_WITHIN, "brenne"),
        (SAID_THAT, "brennt"),
        (CLAIMED, "brenne"),
        (QUOTED, "brennt"),
        (COPULA, "treu"),
        (LAUT, "brennt"),
        (ANGABEN, "brennt"),
        (ANGABEN_GENITIVE, "brennt"),
        (ZUFOLGE, "brennt"),
    ],
)
def test_what_somebody_says_is_reported_and_theirs(table: str, predicate: str) -> None:
    assert view(table, predicate) == "positive reported Meier"


def test_the_verb_of_saying_itself_is_plain_fact() -> None:
    assert view(SAID_THAT, "sagte") == "positive asserted –"


def test_a_time_with_nach_names_no_source() -> None:
    table = """
        Nach     3 case  APPR nach
        dem      3 det   ART
        Krieg    4 obl   NN
        brannte  0 root  VVFIN brennen
        Wien     4 nsubj NE
    """
    assert view(table, "brannte") == "positive asserted –"


def test_a_source_without_owner_stands_for_itself() -> None:
    table = """
        Berichten 3 obl   NN    Bericht
        zufolge   1 case  APPO
        brannte   0 root  VVFIN brennen
        Wien      3 nsubj NE
    """
    assert view(table, "brannte") == "positive reported Berichten"


def test_the_speaker_nearest_to_what_is_said_counts() -> None:
    table = """
        Meier      2 nsubj NE
        sagte      0 root  VVFIN sagen
        ,          7 punct $,
        laut       5 case  APPR
        Huber      7 obl   NE
        Wien       7 nsubj NE
        brenne     2 ccomp VVFIN brennen Mood=Sub
    """
    assert view(table, "brenne") == "positive reported Huber"


def test_what_is_embedded_below_reported_speech_is_reported_too() -> None:
    table = """
        Meier      2 nsubj NE
        sagte      0 root  VVFIN sagen
        ,          6 punct $,
        dass       6 mark  KOUS
        Wien       6 nsubj NE
        versuche   2 ccomp VVFIN versuchen Mood=Sub
        ,          9 punct $,
        zu         9 mark  PTKZU
        fliehen    6 xcomp VVINF
    """
    assert view(table, "versuche") == "positive reported Meier"
    assert view(table, "fliehen") == "positive possible Meier"


def test_the_first_word_may_be_the_speaker() -> None:
    table = """
        Meier      2 nsubj NE
        sagte      0 root  VVFIN sagen
        laut       4 case  APPR
        Huber      2 obl   NE
        ,          7 punct $,
        Wien       7 nsubj NE
        brenne     2 ccomp VVFIN brennen Mood=Sub
    """
    assert view(table, "brenne") == "positive reported Meier"
    assert view(table, "sagte") == "positive reported Huber"


RUNS_ON = """
Meier       2  nsubj      NE
sprach      0  root       VVFIN   sprechen
.           2  punct      $.

Wien        2  nsubj      NE
brenne      0  root       VVFIN   brennen  Mood=Sub
.           2  punct      $.

Linz        3  nsubj:pass NE
sei         3  aux:pass   VAFIN   sein     Mood=Sub
verloren    0  root       VVPP    verlieren
.           3  punct      $.

Graz        2  nsubj      NE
feiert      0  root       VVFIN   feiern
.           2  punct      $.
"""


def test_the_konjunktiv_keeps_the_speaker_over_sentences() -> None:
    assert view(RUNS_ON, "brenne") == "positive reported Meier"
    assert view(RUNS_ON, "verloren") == "positive reported Meier"
    assert view(RUNS_ON, "feiert") == "positive asserted –"


def test_a_paragraph_in_the_indicative_forgets_the_speaker() -> None:
    table = """
        Meier    2 nsubj NE
        sprach   0 root  VVFIN sprechen
        .        2 punct $.
        ¶

        Graz     2 nsubj NE
        feiert   0 root  VVFIN feiern
        .        2 punct $.

        Wien     2 nsubj NE
        brenne   0 root  VVFIN brennen Mood=Sub
    """
    assert view(table, "brenne") == "positive reported –"


def test_a_hypothesis_is_no_report() -> None:
    table = """
        Meier    2 nsubj NE
        schlief  0 root  VVFIN schlafen
        .        2 punct $.

        Wien     3 nsubj NE
        hätte    3 aux   VAFIN haben Mood=Sub
        gebrannt 0 root  VVPP  brennen
    """
    assert view(table, "gebrannt") == "positive possible –"


# Whether it is so

NICHT = """
Wien        3  nsubj      NE
nicht       3  advmod     PTKNEG
siegte      0  root       VVFIN   siegen
"""
KEIN = """
Wien        2  nsubj      NE
siegte      0  root       VVFIN   siegen
mit         5  case       APPR
keinem      5  det        PIAT    kein
Heer        2  obl        NN
"""
NIEMAND = """
Niemand     2  nsubj      PIS     niemand
siegte      0  root       VVFIN   siegen
"""
WEDER_OBJECT = """
Wien        2  nsubj      NE
siegte      0  root       VVFIN   siegen
weder       5  cc         KON
in          5  case       APPR
Linz        2  obl        NE
noch        7  cc         KON
Graz        5  conj       NE
"""
WEDER_SUBJECT = """
Weder       2  cc         KON
Wien        5  nsubj      NE
noch        4  cc         KON
Linz        2  conj       NE
siegte      0  root       VVFIN   siegen
"""
WEDER_VERB = """
Wien        4  nsubj      NE
hat         4  aux        VAFIN   haben
weder       4  cc         KON
verloren    0  root       VVPP    verlieren
noch        6  cc         KON
gesiegt     4  conj       VVPP    siegen
"""
OHNE = """
Wien        2  nsubj      NE
ging        0  root       VVFIN   gehen
,           6  punct      $,
ohne        6  mark       KOUI
zu          6  mark       PTKZU
siegen      2  advcl      VVINF
"""


@pytest.mark.parametrize(
    ("table", "predicate"),
    [
        (NICHT, "siegte"),
        (KEIN, "siegte"),
        (NIEMAND, "siegte"),
        (WEDER_OBJECT, "siegte"),
        (WEDER_SUBJECT, "siegte"),
        (WEDER_VERB, "verloren"),
        (WEDER_VERB, "gesiegt"),
        (OHNE, "siegen"),
    ],
)
def test_a_negating_word_in_the_clause_negates(table: str, predicate: str) -> None:
    assert view(table, predicate) == "negative asserted –"


def test_noch_alone_negates_nothing() -> None:
    table = """
        Wien     2 nsubj  NE
        siegte   0 root   VVFIN siegen
        noch     2 advmod ADV
        gestern  2 advmod ADV
    """
    assert view(table, "siegte") == "positive asserted –"


@pytest.mark.parametrize(
    ("adverb", "polarity"), [("mehr", "negative"), ("länger", "negative"), ("nur", "positive")]
)
def test_not_any_more(adverb: str, polarity: str) -> None:
    table = f"""
        Wien     2 nsubj  NE
        siegt    0 root   VVFIN siegen
        nicht    4 advmod PTKNEG
        {adverb} 2 advmod ADV
    """
    assert view(table, "siegt") == f"{polarity} asserted –"


def test_what_somebody_is_to_have_been_is_reported() -> None:
    table = """
        Wien     4 nsubj NE
        soll     4 aux   VMFIN sollen Mood=Ind
        ein      4 det   ART
        Sieger   0 root  NN
        gewesen  4 cop   VAPP sein
        sein     4 cop   VAINF sein
    """
    assert view(table, "Sieger") == "positive reported –"


def test_negation_stays_in_its_clause() -> None:
    table = """
        Wien     2 nsubj NE
        siegte   0 root  VVFIN siegen
        ,        7 punct $,
        weil     7 mark  KOUS
        Linz     7 nsubj NE
        nicht    7 advmod PTKNEG
        kam      2 advcl VVFIN kommen
    """
    assert view(table, "siegte") == "positive asserted –"
    assert view(table, "kam") == "negative asserted –"


def test_a_verb_of_denying_negates_its_complement_and_names_who_denies() -> None:
    table = """
        Meier     2 nsubj NE
        bestritt  0 root  VVFIN bestreiten
        ,         6 punct $,
        Wien      6 obj   NE
        zu        6 mark  PTKZU
        belagern  2 xcomp VVINF
    """
    assert view(table, "belagern") == "negative reported Meier"


def test_a_verb_of_preventing_negates_its_complement_and_object() -> None:
    clause = """
        Meier     2 nsubj NE
        verhinderte 0 root VVFIN verhindern
        ,         6 punct $,
        dass      6 mark  KOUS
        Wien      6 nsubj NE
        siegte    2 ccomp VVFIN siegen
    """
    noun = """
        Der       2 det   ART
        Überfall  4 nsubj:pass NN
        wurde     4 aux:pass VAFIN werden
        vereitelt 0 root  VVPP vereiteln
    """
    assert view(clause, "siegte") == "negative asserted –"
    assert view(noun, "Überfall") == "negative asserted –"


def test_denied_denial_is_positive() -> None:
    table = """
        Meier     2 nsubj NE
        bestritt  0 root  VVFIN bestreiten
        ,         7 punct $,
        Wien      7 obj   NE
        nicht     7 advmod PTKNEG
        zu        7 mark  PTKZU
        verlassen 2 xcomp VVINF
    """
    assert view(table, "verlassen") == "positive reported Meier"


# How the article stands behind it

MODALS = [
    ("wird", "VAFIN", "siegen", "VVINF", "planned"),
    ("will", "VMFIN", "siegen", "VVINF", "planned"),
    ("soll", "VMFIN", "siegen", "VVINF", "planned"),
    ("muss", "VMFIN", "siegen", "VVINF", "demanded"),
    ("müsste", "VMFIN", "siegen", "VVINF", "demanded"),
    ("kann", "VMFIN", "siegen", "VVINF", "possible"),
    ("könnte", "VMFIN", "siegen", "VVINF", "possible"),
    ("würde", "VAFIN", "siegen", "VVINF", "possible"),
    ("hat", "VAFIN", "gesiegt", "VVPP", "asserted"),
]


@pytest.mark.parametrize(("auxiliary", "tag", "verb", "form", "modality"), MODALS)
def test_modal_and_future_auxiliaries(
    auxiliary: str, tag: str, verb: str, form: str, modality: str
) -> None:
    table = f"""
        Wien        3 nsubj NE
        {auxiliary} 3 aux   {tag}
        {verb}      0 root  {form} siegen
    """
    assert view(table, verb) == f"positive {modality} –"


def test_a_past_modal_tells_what_happened() -> None:
    table = """
        Wien     3 nsubj NE
        konnte   3 aux   VMFIN können Mood=Ind|Tense=Past
        siegen   0 root  VVINF
    """
    assert view(table, "siegen") == "positive asserted –"


def test_soll_with_a_perfect_infinitive_reports() -> None:
    active = """
        Wien     3 nsubj NE
        soll     3 aux   VMFIN sollen
        gesiegt  0 root  VVPP  siegen
        haben    3 aux   VAINF
    """
    passive = """
        Wien     3 nsubj:pass NE
        soll     3 aux   VMFIN sollen
        erobert  0 root  VVPP  erobern
        worden   3 aux:pass VAPP werden
        sein     3 aux   VAINF
    """
    assert view(active, "gesiegt") == "positive reported –"
    assert view(passive, "erobert") == "positive reported –"


@pytest.mark.parametrize(
    ("auxiliary", "tag", "modality"),
    [("soll", "VMFIN", "planned"), ("wird", "VAFIN", "planned"), ("kann", "VMFIN", "possible")],
)
def test_modal_and_future_of_a_passive(auxiliary: str, tag: str, modality: str) -> None:
    table = f"""
        Wien        3 nsubj:pass NE
        {auxiliary} 3 aux        {tag}
        erobert     0 root       VVPP  erobern
        werden      3 aux:pass   VAINF
    """
    assert view(table, "erobert") == f"positive {modality} –"


def test_a_present_passive_is_no_future() -> None:
    table = """
        Wien        3 nsubj:pass NE
        wird        3 aux:pass   VAFIN werden
        erobert     0 root       VVPP  erobern
    """
    assert view(table, "erobert") == "positive asserted –"


@pytest.mark.parametrize("opening", ["wenn", "falls", "ob"])
def test_a_condition_is_possible(opening: str) -> None:
    table = f"""
        Linz      2 nsubj NE
        jubelt    0 root  VVFIN jubeln
        ,         6 punct $,
        {opening} 6 mark  KOUS
        Wien      6 nsubj NE
        siegt     2 advcl VVFIN siegen
    """
    assert view(table, "siegt") == "positive possible –"
    assert view(table, "jubelt") == "positive asserted –"


@pytest.mark.parametrize(
    ("adverb", "modality"),
    [("vielleicht", "possible"), ("angeblich", "reported"), ("gestern", "asserted")],
)
def test_sentence_adverbs(adverb: str, modality: str) -> None:
    table = f"""
        Wien      2 nsubj NE
        siegte    0 root  VVFIN siegen
        {adverb}  2 advmod ADV
    """
    assert view(table, "siegte") == f"positive {modality} –"


@pytest.mark.parametrize(
    ("adjective", "expected"),
    [
        ("geplante", "positive planned –"),
        ("geforderte", "positive demanded –"),
        ("mögliche", "positive possible –"),
        ("angebliche", "positive reported –"),
        ("verhinderte", "negative asserted –"),
        ("blutige", "positive asserted –"),
    ],
)
def test_adjectives_before_an_event_noun(adjective: str, expected: str) -> None:
    table = f"""
        Der         3 det   ART
        {adjective} 3 amod  ADJA
        Überfall    4 nsubj NN
        schockiert  0 root  VVFIN schockieren
    """
    assert view(table, "Überfall") == expected


@pytest.mark.parametrize(
    ("governor", "lemma", "expected"),
    [
        ("plant", "planen", "positive planned Wien"),
        ("fordert", "fordern", "positive demanded Wien"),
        ("erwägt", "erwägen", "positive possible Wien"),
        ("versucht", "versuchen", "positive possible –"),
        ("begann", "beginnen", "positive asserted –"),
    ],
)
def test_a_verb_gives_its_infinitive_a_modality(governor: str, lemma: str, expected: str) -> None:
    table = f"""
        Wien       2 nsubj NE
        {governor} 0 root  VVFIN {lemma}
        ,          6 punct $,
        Linz       6 obj   NE
        zu         6 mark  PTKZU
        erobern    2 xcomp VVINF
    """
    assert view(table, "erobern") == expected


def test_a_verb_gives_an_event_noun_in_its_object_a_modality() -> None:
    table = """
        Wien      2 nsubj NE
        plant     0 root  VVFIN planen
        einen     4 det   ART
        Überfall  2 obj   NN
    """
    assert view(table, "Überfall") == "positive planned Wien"


@pytest.mark.parametrize(
    ("verb", "lemma", "noun"),
    [("vereinbarte", "vereinbaren", "Waffenruhe"), ("äußerte", "äußern", "Kritik")],
)
def test_a_verb_that_only_carries_its_noun_changes_nothing(
    verb: str, lemma: str, noun: str
) -> None:
    table = f"""
        Wien      2 nsubj NE
        {verb}    0 root  VVFIN {lemma}
        {noun}    2 obj   NN
    """
    assert view(table, noun) == "positive asserted –"


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("Plan", "positive planned –"),
        ("Friedensplan", "positive planned –"),
        ("Aufruf", "positive demanded –"),
        ("Versuch", "positive possible –"),
        ("Verzicht", "negative asserted –"),
        ("Grund", "positive asserted –"),
    ],
)
def test_a_noun_gives_its_infinitive_a_modality(noun: str, expected: str) -> None:
    table = f"""
        Es       2 expl  PPER
        gibt     0 root  VVFIN geben
        den      4 det   ART
        {noun}   2 obj   NN
        ,        7 punct $,
        Linz     7 obj   NE
        anzugreifen 4 acl VVIZU angreifen
    """
    assert view(table, "anzugreifen") == expected


def test_a_relative_clause_below_such_a_noun_is_plain_fact() -> None:
    table = """
        Der        2 det   ART
        Plan       8 nsubj NN
        ,          6 punct $,
        der        6 nsubj PRELS
        Linz       6 obj   NE
        rettete    2 acl   VVFIN retten
        ,          6 punct $,
        gelang     0 root  VVFIN gelingen
    """
    assert view(table, "rettete") == "positive asserted –"


def test_denial_of_an_accusation_negates_what_it_says() -> None:
    table = """
        Wien     2 nsubj NE
        bestritt 0 root  VVFIN bestreiten
        den      4 det   ART
        Vorwurf  2 obj   NN
        ,        9 punct $,
        Linz     9 obj   NE
        verraten 9 dep   VVPP
        zu       9 mark  PTKZU
        haben    4 acl   VAINF
    """
    assert view(table, "haben") == "negative reported Wien"


def test_the_stronger_modality_stays() -> None:
    table = """
        Meier   2 nsubj NE
        sagte   0 root  VVFIN sagen
        ,       5 punct $,
        Wien    5 nsubj NE
        fordere 2 ccomp VVFIN fordern Mood=Sub
        ,       9 punct $,
        Linz    9 obj   NE
        zu      9 mark  PTKZU
        erobern 5 xcomp VVINF
    """
    assert view(table, "erobern") == "positive demanded Wien"


AS_REPORTED = """
Wie         4  mark       KOUS
der         3  det        ART
Sender      4  nsubj      NN
berichtet   6  advcl      VVFIN   berichten
,           4  punct      $,
brennt      0  root       VVFIN   brennen
Wien        6  nsubj      NE
"""
AS_SAID = """
Wien        2  nsubj      NE
brennt      0  root       VVFIN   brennen
,           5  punct      $,
so          5  advmod     ADV
Sprecherin  2  parataxis  NN
Meier       5  appos      NE
"""
AS_BEFORE = """
Wien        2  nsubj      NE
brennt      0  root       VVFIN   brennen
so          4  advmod     ADV
hell        2  advmod     ADJD
"""


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (AS_REPORTED, "positive reported Sender"),
        (AS_SAID, "positive reported Sprecherin"),
        (AS_BEFORE, "positive asserted –"),
    ],
)
def test_clauses_with_wie_and_phrases_with_so_name_a_source(table: str, found: str) -> None:
    assert view(table, "brennt") == found


def cues_of(table: str, predicate: str) -> list[str]:
    """The cues of the stance of a predicate: word, kind and effect."""
    doc, lexicon = tree(table), load_lexicon()
    found = stance(word(doc, predicate), lexicon, running_reports(doc, lexicon))
    return [f"{doc[cue.token].text} | {cue.kind} | {cue.effect}" for cue in found.cues]


PLAIN = "Wien 2 nsubj NE\nbrennt 0 root VVFIN brennen"
MODAL = """
Wien        4  nsubj      NE
soll        4  aux        VMFIN   sollen
womöglich   4  advmod     ADV
brennen     0  root       VVINF
"""
IF = """
Falls       3  mark       KOUS
Wien        3  nsubj      NE
brennt      4  advcl      VVFIN   brennen
gehen       0  root       VVFIN
wir         4  nsubj      PPER
"""


@pytest.mark.parametrize(
    ("table", "predicate", "expected"),
    [
        (PLAIN, "brennt", []),
        (SAID_BEHIND, "brenne", ["sagte | verb of saying | reported speaker"]),
        (SAID_WITHIN, "brenne", ["sagte | inserted clause | reported speaker"]),
        (CLAIMED, "brenne", ["behauptet | verb of claiming | reported speaker"]),
        (AS_REPORTED, "brennt", ["berichtet | inserted clause | reported speaker"]),
        (AS_SAID, "brennt", ["Sprecherin | source phrase | reported speaker"]),
        (RUNS_ON, "verloren", ["sei | Konjunktiv | reported speaker"]),
        (NICHT, "siegte", ["nicht | negation | negative"]),
        (IF, "brennt", ["Falls | condition | possible"]),
        (MODAL, "brennen", ["soll | modal verb | planned", "womöglich | adverb | possible"]),
    ],
)
def test_a_stance_tells_its_cues(table: str, predicate: str, expected: list[str]) -> None:
    assert cues_of(table, predicate) == expected


# Auxiliaries that several verbs share, and what a source phrase reaches

PLUNDERED = """
Rebellen    4  nsubj      NN
sollen      4  aux        VMFIN   sollen
Häuser      4  obj        NN
geplündert  0  root       VVPP    plündern
und         7  cc         KON
Vieh        7  obj        NN
gestohlen   4  conj       VVPP    stehlen
haben       7  aux        VAINF   haben
"""
NOT_PREVENTED = """
Meier       5  nsubj      NE
hatte       5  aux        VAFIN   haben    Mood=Ind|Tense=Past
das         5  obj        PDS
nicht       5  advmod     PTKNEG
verhindern  0  root       VVINF   verhindern
können      5  aux        VMFIN   können   Mood=Ind|Tense=Pres
"""
DENIED_TOO = """
Meier       2  nsubj      NE
bestritt    0  root       VVFIN   bestreiten
eine        4  det        ART
Absprache   2  obj        NN
sowie       7  cc         KON
jede        7  det        PIAT
Beteiligung 4  conj       NN
"""
REPORTED_DEED = """
Laut        2  case       APPR    laut
Meier       4  obl        NE
das         4  nsubj      PDS
war         0  root       VVFIN   sein
der         6  det        ART
Anschlag    4  obj        NN
,           11 punct      $,
{phrase}
Kinder      11 nsubj      NN
starben     6  acl        VVFIN   sterben
"""


@pytest.mark.parametrize("verb", ["geplündert", "gestohlen"])
def test_participles_share_their_auxiliaries(verb: str) -> None:
    assert view(PLUNDERED, verb) == "positive reported –"


def test_the_infinitive_of_a_modal_may_be_its_perfect() -> None:
    assert view(NOT_PREVENTED, "verhindern") == "negative asserted –"


def test_a_denial_reaches_all_its_objects() -> None:
    assert view(DENIED_TOO, "Beteiligung") == "negative reported Meier"


def test_a_report_goes_on_in_a_relative_clause_of_its_event() -> None:
    event = REPORTED_DEED.format(phrase="bei 9 case APPR bei\ndem 11 obl PRELS")
    assert view(event, "starben") == "positive reported Meier"


def test_who_somebody_is_belongs_to_no_report() -> None:
    known = REPORTED_DEED.format(phrase="den 11 obj PRELS\noft 11 advmod ADV")
    assert view(known, "starben") == "positive asserted –"


# What is meant to be done, and what would be

PURPOSE = """
Meier       2  nsubj      NE
kam         0  root       VVFIN   kommen
,           6  punct      $,
um          6  mark       KOUI
Wien        6  obj        NE
retten      2  advcl      VVINF   retten
und         9  cc         KON
Linz        9  obj        NE
schützen    6  conj       VVINF   schützen
"""
READY = """
Meier       2  nsubj      NE
erklärte    0  root       VVFIN   erklären
sich        2  obj        PRF
bereit      2  advmod     ADJD
,           7  punct      $,
zu          7  mark       PTKZU
helfen      2  xcomp      VVINF   helfen
"""
IRREAL = """
Wien        3  nsubj      NE
wäre        3  aux        VAFIN   sein     Mood=Sub
gefallen    0  root       VVPP    fallen   VerbForm=Part
"""
SUBSTITUTED = """
Helfer      3  nsubj      NN
hätten      3  aux        VAFIN   haben    Mood=Sub
gelöscht    0  root       VVPP    löschen  VerbForm=Part
"""
IS_SAID_TO_HAVE_BEEN = """
Meier       3  nsubj      NE
soll        3  aux        VMFIN   sollen   Mood=Ind|VerbForm=Fin
Chef        0  root       NN
gewesen     3  cop        VAPP    sein     VerbForm=Part
sein        3  aux        VAINF   sein     VerbForm=Inf
"""
ROW_OF_PASSIVES = """
Autos       3  nsubj:pass NN
sollen      3  aux        VMFIN   sollen   Mood=Ind|VerbForm=Fin
gebaut      0  root       VVPP    bauen    VerbForm=Part
und         5  cc         KON
verkauft    3  conj       VVPP    verkaufen VerbForm=Part
werden      5  aux:pass   VAINF   werden   VerbForm=Inf
"""
REPORT_RELATIVE = """
Ein         2  det        ART
Bericht     9  nsubj      NN
der         4  det        ART
Polizei     2  nmod       NN
,           8  punct      $,
wonach      8  advmod     PWAV
Wien        8  nsubj      NE
brannte     2  acl        VVFIN   brennen
erschien    0  root       VVFIN   erscheinen
"""
SAID_OF_BOTH = """
Meier       3  nsubj      NE
hat         3  aux        VAFIN   haben
gesiegt     0  root       VVPP    siegen   VerbForm=Part
und         5  cc         KON
gefeiert    3  conj       VVPP    feiern   VerbForm=Part
,           9  punct      $,
wie         9  mark       KOUS
Alm         9  nsubj      NE
mitteilte   5  advcl      VVFIN   mitteilen
"""


@pytest.mark.parametrize(
    ("table", "predicate", "found"),
    [
        (PURPOSE, "retten", "positive planned –"),
        (PURPOSE, "schützen", "positive planned –"),
        (PURPOSE, "kam", "positive asserted –"),
        (READY, "helfen", "positive planned –"),
        (IRREAL, "gefallen", "positive possible –"),
        (SUBSTITUTED, "gelöscht", "positive reported –"),
        (IS_SAID_TO_HAVE_BEEN, "Chef", "positive reported –"),
        (ROW_OF_PASSIVES, "verkauft", "positive planned –"),
        (REPORT_RELATIVE, "brannte", "positive reported Polizei"),
        (REPORT_RELATIVE, "erschien", "positive asserted –"),
        (SAID_OF_BOTH, "gesiegt", "positive reported Alm"),
    ],
)
def test_what_is_meant_or_would_be_is_no_plain_fact(table: str, predicate: str, found: str) -> None:
    assert view(table, predicate) == found


# Predicates that say whether their clause comes about

ABLE = """
Meier       4  nsubj      NE
war         4  cop        VAFIN   sein
{word}      4  advmod     {tag}
{predicate} 0  root       ADJD
,           8  punct      $,
Linz        8  obj        NE
zu          8  mark       PTKZU
verlassen   4  xcomp      VVINF   verlassen
"""


@pytest.mark.parametrize(
    ("word", "tag", "predicate", "expected"),
    [
        ("nicht", "PTKNEG", "imstande", "negative asserted –"),
        ("wohl", "ADV", "imstande", "positive asserted –"),
        ("wohl", "ADV", "bereit", "positive planned –"),
        ("wohl", "ADV", "froh", "positive asserted –"),
        ("nicht", "PTKNEG", "froh", "positive asserted –"),
    ],
)
def test_what_somebody_can_or_will_do(word: str, tag: str, predicate: str, expected: str) -> None:
    assert view(ABLE.format(word=word, tag=tag, predicate=predicate), "verlassen") == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("nicht PTKNEG", "negative asserted –"), ("auch ADV", "positive asserted –")],
)
def test_what_does_not_succeed(word: str, expected: str) -> None:
    form, tag = word.split()
    table = f"""
        Meier     2 obl    NE _ Case=Dat
        gelang    0 root   VVFIN gelingen
        es        2 expl   PPER
        {form}    2 advmod {tag}
        Linz      7 obj    NE
        zu        7 mark   PTKZU
        verlassen 2 xcomp  VVINF verlassen
    """
    assert view(table, "verlassen") == expected


# What one agrees on


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("Bau", "positive planned Linz"), ("Waffenruhe", "positive asserted –")],
)
def test_what_is_agreed_on_is_still_to_come(noun: str, expected: str) -> None:
    table = f"""
        Linz     2 nsubj NE
        einigte  0 root  VVFIN einigen
        sich     2 obj   PRF
        auf      5 case  APPR
        {noun}   2 obl   NN
        mit      7 case  APPR
        Wien     5 nmod  NE
    """
    assert view(table, noun) == expected
