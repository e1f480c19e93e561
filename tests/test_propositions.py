import pytest

from kg.lexicon import load_lexicon
from kg.propositions import find_propositions
from kg.words import Doc
from tests.trees import tree
from tests.worlds import named


def said(table: str) -> list[str]:
    """Each proposition as `predicate place=word …`, without the places that repeat others."""
    doc = tree(table)
    found = []
    for p in find_propositions(doc, load_lexicon()):
        own = ("noun", "compound") if p.kind == "noun" else ()
        places = [
            f"{a.place}={doc[a.token].text}"
            for a in p.arguments
            if a.place != "subject" and a.place not in own
        ]
        found.append(" ".join([("sich " if p.reflexive else "") + p.predicate, *places]))
    return found


# Clauses

ACTIVE = """
Nordland    2  nsubj      NE
beschoss    0  root       VVFIN   beschießen
am          4  case       APPRART an
Montag      2  obl        NN
den         6  det        ART
Hafen       2  obj        NN
.           2  punct      $.
"""
PASSIVE_VON = """
Der         2  det        ART
Hafen       6  nsubj:pass NN
wurde       6  aux:pass   VAFIN   werden
von         5  case       APPR
Nordland    6  obl        NE
beschossen  0  root       VVPP    beschießen
.           6  punct      $.
"""
PASSIVE_DURCH = """
Die         2  det        ART
Brücken     8  nsubj:pass NN      Brücke
sind        8  aux        VAFIN   sein
durch       5  case       APPR
Pioniere    8  obl        NN      Pionier
und         7  cc         KON
Taucher     5  conj       NN
gesprengt   0  root       VVPP    sprengen
worden      8  aux:pass   VAPP    werden
.           8  punct      $.
"""
SEPARABLE = """
Nordland    2  nsubj        NE
griff       0  root         VVFIN   greifen
im          4  case         APPRART in
Winter      2  obl          NN
Südland     2  obj          NE
an          2  compound:prt PTKVZ
.           2  punct        $.
"""
REFLEXIVE = """
Die         2  det        ART
Kanzlerin   3  nsubj      NN
traf        0  root       VVFIN   treffen
sich        3  obj        PRF
mit         6  case       APPR
Kollegen    3  obl        NN      Kollege
.           3  punct      $.
"""
DATIVE = """
Nordland    2  nsubj      NE
lieferte    0  root       VVFIN   liefern
den         4  det        ART
Rebellen    2  iobj       NN      Rebell  Case=Dat
Waffen      2  obj        NN      Waffe
.           2  punct      $.
"""


@pytest.mark.parametrize(
    ("table", "proposition"),
    [
        (ACTIVE, "beschießen agent=Nordland patient=Hafen an=Montag"),
        (PASSIVE_VON, "beschießen patient=Hafen von=Nordland agent=Nordland"),
        (
            PASSIVE_DURCH,
            "sprengen patient=Brücken durch=Pioniere durch=Taucher agent=Pioniere agent=Taucher",
        ),
        (SEPARABLE, "angreifen agent=Nordland patient=Südland in=Winter"),
        (REFLEXIVE, "sich treffen agent=Kanzlerin mit=Kollegen"),
        (DATIVE, "liefern agent=Nordland patient=Waffen recipient=Rebellen"),
    ],
)
def test_a_clause_gives_its_verb_and_who_takes_part(table: str, proposition: str) -> None:
    assert said(table) == [proposition]


# Coordination


def test_coordinated_subjects_and_objects_are_participants_each() -> None:
    table = """
        Nordland    4 nsubj NE
        und         3 cc    KON
        Westland    1 conj  NE
        beschossen  0 root  VVFIN beschießen
        Dörfer      4 obj   NN Dorf
        ,           7 punct $,
        Brücken     5 conj  NN Brücke
        und         9 cc    KON
        Straßen     5 conj  NN Straße
    """
    participants = "agent=Nordland agent=Westland patient=Dörfer patient=Brücken patient=Straßen"
    assert said(table) == [f"beschießen {participants}"]


def test_coordinated_verbs_share_the_subject() -> None:
    table = """
        Soldaten    2 nsubj NN    Soldat
        stürmten    0 root  VVFIN stürmen
        das         4 det   ART
        Rathaus     2 obj   NN
        und         6 cc    KON
        verhafteten 2 conj  VVFIN verhaften
        den         8 det   ART
        Rat         6 obj   NN
    """
    assert said(table) == [
        "stürmen agent=Soldaten patient=Rathaus",
        "verhaften agent=Soldaten patient=Rat",
    ]


def test_adjacent_coordinated_verbs_share_the_object() -> None:
    table = """
        Rebellen    2 nsubj NN    Rebell
        besetzten   0 root  VVFIN besetzen
        und         4 cc    KON
        plünderten  2 conj  VVFIN plündern
        das         6 det   ART
        Dorf        4 obj   NN
    """
    assert said(table) == [
        "besetzen agent=Rebellen patient=Dorf",
        "plündern agent=Rebellen patient=Dorf",
    ]


def test_coordinated_participles_share_voice_and_subject() -> None:
    table = """
        Der         2 det        ART
        Pfarrer     4 nsubj:pass NN
        wurde       4 aux:pass   VAFIN werden
        verhaftet   0 root       VVPP  verhaften
        und         6 cc         KON
        verhört     4 conj       VVPP  verhören
    """
    assert said(table) == ["verhaften patient=Pfarrer", "verhören patient=Pfarrer"]


# Clauses below nouns


def test_a_relative_pronoun_stands_for_its_antecedent() -> None:
    table = """
        Die        2  det   ART
        Rebellen   12 nsubj NN    Rebell
        ,          6  punct $,
        die        6  nsubj PRELS
        Geiseln    6  obj   NN    Geisel
        nahmen     2  acl   VVFIN nehmen
        und        9  cc    KON
        Dörfer     9  obj   NN    Dorf
        plünderten 6  conj  VVFIN plündern
        ,          6  punct $,
        sind       12 aux   VAFIN sein
        geflohen   0  root  VVPP  fliehen
    """
    assert said(table) == [
        "nehmen agent=Rebellen patient=Geiseln",
        "plündern agent=Rebellen patient=Dörfer",
        "fliehen agent=Rebellen",
    ]


def test_a_relative_pronoun_may_be_object_or_stand_behind_a_preposition() -> None:
    table = """
        Dörfer     0 root  NN    Dorf
        ,          5 punct $,
        die        5 obj   PRELS
        Nordland   5 nsubj NE
        beschoss   1 acl   VVFIN beschießen
        und        10 cc   KON
        in         8 case  APPR
        denen      10 obl  PRELS
        Rebellen   10 nsubj NN   Rebell
        kämpfen    5 conj  VVFIN
    """
    assert said(table) == [
        "beschießen agent=Nordland patient=Dörfer",
        "kämpfen agent=Rebellen in=Dörfer",
    ]


def test_a_past_participle_before_a_noun_takes_it_for_patient() -> None:
    table = """
        Im           2 case  APPRART in
        Süden        3 obl   NN
        stationierte 4 amod  VVPP    stationiert
        Soldaten     5 nsubj NN      Soldat
        desertierten 0 root  VVFIN   desertieren
    """
    assert said(table)[0] == "stationieren patient=Soldaten in=Süden"


def test_a_past_participle_before_a_noun_may_name_its_agent() -> None:
    table = """
        Das       5 det   ART
        von       3 case  APPR
        Rebellen  4 obl   NN    Rebell
        besetzte  5 amod  ADJA  besetzt
        Dorf      6 nsubj NN
        brennt    0 root  VVFIN brennen
    """
    assert said(table)[0] == "besetzen patient=Dorf von=Rebellen agent=Rebellen"


def test_a_present_participle_before_a_noun_takes_it_for_agent() -> None:
    table = """
        Die          3 det   ART
        angreifenden 3 amod  ADJA  angreifend
        Truppen      4 nsubj NN    Truppe
        flohen       0 root  VVFIN fliehen
    """
    assert said(table)[0] == "angreifen agent=Truppen"


# Infinitives


def test_the_object_of_a_verb_of_asking_acts_in_its_infinitive() -> None:
    table = """
        Der        2 det          ART
        Rat        3 nsubj        NN
        forderte   0 root         VVFIN fordern
        Nordland   3 obj          NE
        auf        3 compound:prt PTKVZ
        ,          9 punct        $,
        Südland    9 obj          NE
        zu         9 mark         PTKZU
        verlassen  3 xcomp        VVINF
    """
    assert said(table) == [
        "auffordern agent=Rat patient=Nordland",
        "verlassen agent=Nordland patient=Südland",
    ]


def test_the_subject_of_other_verbs_acts_in_their_infinitive() -> None:
    table = """
        Nordland     2 nsubj NE
        versucht     0 root  VVFIN versuchen
        ,            5 punct $,
        Südland      5 obj   NE
        einzukreisen 2 xcomp VVIZU einkreisen
    """
    assert said(table)[1] == "einkreisen agent=Nordland patient=Südland"


def test_the_subject_acts_in_an_infinitive_of_purpose() -> None:
    table = """
        Nordland   2 nsubj NE
        rüstet     0 root  VVFIN rüsten
        ,          7 punct $,
        um         7 mark  KOUI
        Südland    7 obj   NE
        zu         7 mark  PTKZU
        erobern    2 advcl VVINF
    """
    assert said(table)[1] == "erobern agent=Nordland patient=Südland"


def test_a_finite_clause_takes_no_subject_from_above() -> None:
    table = """
        Nordland   2 nsubj NE
        meldet     0 root  VVFIN melden
        ,          6 punct $,
        dass       6 mark  KOUS
        Südland    6 obj   NE
        belagert   2 ccomp VVPP  belagern
        werde      6 aux:pass VAFIN werden
    """
    assert said(table)[1] == "belagern patient=Südland"


@pytest.mark.parametrize(
    ("before", "agent"),
    [("Rigas 4 nmod NE Riga Case=Gen", "Rigas"), ("Ihr 4 det PPOSAT", "Ihr")],
)
def test_the_owner_of_a_plan_acts_in_it(before: str, agent: str) -> None:
    table = f"""
        Wien       2 nsubj NE
        kennt      0 root  VVFIN kennen
        {before}
        Plan       2 obj   NN
        ,          7 punct $,
        Südland    7 obj   NE
        anzugreifen 4 acl  VVIZU angreifen
        und        10 cc   KON
        Häfen      10 obj  NN    Hafen
        einzunehmen 7 conj VVIZU einnehmen
    """
    assert said(table)[-2:] == [
        f"angreifen agent={agent} patient=Südland",
        f"einnehmen agent={agent} patient=Häfen",
    ]


def test_who_a_call_is_addressed_to_acts_in_it() -> None:
    table = """
        Der        2 det   ART
        Aufruf     10 nsubj NN
        Rigas      2 nmod  NE    Riga Case=Gen
        an         5 case  APPR
        Wien       2 nmod  NE
        ,          8 punct $,
        Südland    8 obj   NE
        anzugreifen 2 acl  VVIZU angreifen
        ,          8 punct $,
        verhallte  0 root  VVFIN verhallen
    """
    assert "angreifen agent=Wien patient=Südland" in said(table)


def test_whoever_has_a_plan_without_owner_acts_in_it() -> None:
    table = """
        Riga       2 nsubj NE
        hegt       0 root  VVFIN hegen
        den        4 det   ART
        Plan       2 obj   NN
        ,          7 punct $,
        Südland    7 obj   NE
        anzugreifen 4 acl  VVIZU angreifen
    """
    assert said(table)[-1] == "angreifen agent=Riga patient=Südland"


# Nouns and adjectives

GENITIVE = """
Der         2  det        ART
Angriff     7  nsubj      NN
Nordlands   2  nmod       NE      Nordland Case=Gen
auf         6  case       APPR
die         6  det        ART
Insel       2  nmod       NN
begann      0  root       VVFIN   beginnen
"""
VON_GEGEN = """
Der         2  det        ART
Angriff     7  nsubj      NN
von         4  case       APPR
Rebellen    2  nmod       NN      Rebell
gegen       6  case       APPR
Wien        2  nmod       NE
begann      0  root       VVFIN   beginnen
"""
POSSESSIVE = """
Ihr         2  det        PPOSAT
Angriff     5  nsubj      NN
auf         4  case       APPR
Wien        2  nmod       NE
begann      0  root       VVFIN   beginnen
"""
ADJECTIVE = """
Der         3  det        ART
russische   3  amod       ADJA    russisch
Angriff     8  nsubj      NN
auf         5  case       APPR
Kiew        3  nmod       NE
und         7  cc         KON
Charkiw     5  conj       NE
begann      0  root       VVFIN   beginnen
"""


@pytest.mark.parametrize(
    ("table", "proposition"),
    [
        (GENITIVE, "Angriff genitive=Nordlands auf=Insel"),
        (VON_GEGEN, "Angriff von=Rebellen gegen=Wien"),
        (POSSESSIVE, "Angriff possessive=Ihr auf=Wien"),
        (ADJECTIVE, "Angriff adjective=russische auf=Kiew auf=Charkiw"),
    ],
)
def test_an_event_noun_takes_part_in_what_depends_on_it(table: str, proposition: str) -> None:
    assert said(table)[0] == proposition


def test_an_event_noun_shares_the_target_of_its_verb() -> None:
    table = """
        Nordland   2 nsubj NE
        richtete   0 root  VVFIN richten
        seinen     4 det   PPOSAT
        Angriff    2 obj   NN
        gegen      6 case  APPR
        Häfen      2 obl   NN    Hafen
    """
    assert said(table)[1] == "Angriff possessive=seinen gegen=Häfen supporter=Nordland"


def test_an_event_noun_may_name_its_participant_itself() -> None:
    doc = tree("""
        Raketenangriff 0 root NN
        gegen 3 case APPR
        Wien 1 nmod NE
    """)
    arguments = find_propositions(doc, load_lexicon())[0].arguments
    assert {a.place for a in arguments if a.token == 0} == {"noun", "compound"}


def test_a_noun_without_a_frame_says_nothing() -> None:
    assert said("Tische 0 root NN Tisch\nNordlands 1 nmod NE Nordland Case=Gen") == []


def test_an_adjective_describes_its_noun_or_subject() -> None:
    predicative = """
        Polen      4 nsubj NE
        ist        4 cop   VAFIN sein
        Litauen    4 obl   NE    _       Case=Dat
        treu       0 root  ADJD
    """
    attributive = """
        Die        5 det   ART
        dem        3 det   ART
        König      4 obl   NN    König   Case=Dat
        treuen     5 amod  ADJA  treu
        Truppen    6 nsubj NN    Truppe
        flohen     0 root  VVFIN fliehen
    """
    assert said(predicative) == ["treu noun=Polen recipient=Litauen"]
    assert said(attributive)[0] == "treu noun=Truppen recipient=König"


def test_auxiliaries_and_modals_say_nothing_of_their_own() -> None:
    table = """
        Nordland   4 nsubj NE
        will       4 aux   VMFIN wollen
        Südland    4 obj   NE
        angreifen  0 root  VVINF
    """
    assert said(table) == ["angreifen agent=Nordland patient=Südland"]


# Agents of passives


def test_coordinated_participles_share_the_agent_before_them() -> None:
    table = """
        Otto     5 nsubj:pass NE
        wurde    5 aux:pass   VAFIN werden
        von      4 case       APPR
        Soldaten 5 obl        NN    Soldat
        gefunden 0 root       VVPP  finden
        und      7 cc         KON
        verhaftet 5 conj      VVPP  verhaften
    """
    assert said(table)[1] == "verhaften patient=Otto agent=Soldaten"


def test_an_active_perfect_shares_no_agent() -> None:
    table = """
        Otto     5 nsubj:pass NE
        wurde    5 aux:pass   VAFIN werden
        von      4 case       APPR
        Soldaten 5 obl        NN    Soldat
        gefunden 0 root       VVPP  finden
        und      8 cc         KON
        hat      8 aux        VAFIN haben
        gedankt  5 conj       VVPP  danken
    """
    assert "agent=Soldaten" not in said(table)[1]


def test_the_doer_of_a_deed_is_the_agent_of_what_it_did() -> None:
    table = """
        Bei      3 case       APPR
        einem    3 det        ART
        Angriff  8 obl        NN
        der      5 det        ART
        Rebellen 3 nmod       NN    Rebell
        wurden   8 aux:pass   VAFIN werden
        Soldaten 8 nsubj:pass NN    Soldat
        getötet  0 root       VVPP  töten
    """
    assert "töten patient=Soldaten bei=Angriff agent=Rebellen cause compound=Angriff" in said(table)


def test_a_named_agent_leaves_the_deed_alone() -> None:
    table = """
        Bei      2 case       APPR
        Angriffen 6 obl       NN    Angriff
        Südlands 2 nmod       NE
        von      5 case       APPR
        Otto     6 obl        NE
        verletzt 0 root       VVPP  verletzen
        wurden   6 aux:pass   VAFIN werden
        Soldaten 6 nsubj:pass NN    Soldat
    """
    assert "agent=Südlands" not in " ".join(said(table))


def test_who_succeeds_acts_in_the_infinitive() -> None:
    table = """
        Nordland  2 obl   NE _ Case=Dat
        gelang    0 root  VVFIN gelingen
        es        2 expl  PPER
        Otto      6 obj   NE
        zu        6 mark  PTKZU
        verhaften 2 xcomp VVINF verhaften
    """
    assert "verhaften agent=Nordland patient=Otto" in said(table)


def test_who_begins_with_a_deed_does_it() -> None:
    table = """
        Nordland 2 nsubj NE
        begann   0 root  VVFIN beginnen
        mit      5 case  APPR
        dem      5 det   ART
        Beschuss 2 obl   NN
        Südlands 5 nmod  NE
    """
    assert said(table)[1] == "Beschuss genitive=Südlands supporter=Nordland"


def test_a_place_to_act_from_is_no_agent() -> None:
    table = """
        Otto       6 nsubj:pass NE
        wurde      6 aux:pass   VAFIN werden
        vom        4 case       APPRART
        Dach       6 obl        NN
        aus        4 case       APPO
        beschossen 0 root       VVPP  beschießen
    """
    assert said(table) == ["beschießen patient=Otto von=Dach"]


def test_a_support_verb_gives_its_noun_to_its_dative() -> None:
    table = """
        Nordland 2 nsubj NE
        erteilt  0 _     VVFIN erteilen
        dem      4 det   ART
        Konzern  2 obl   NN    _ Case=Dat
        ein      6 det   ART
        Flugverbot 2 obj NN
    """
    assert "Flugverbot supporter=Nordland receiver=Konzern" in said(table)


def test_other_verbs_carry_no_noun() -> None:
    table = """
        Nordland 2 nsubj NE
        streicht 0 _     VVFIN streichen
        dem      4 det   ART
        Konzern  2 obl   NN    _ Case=Dat
        ein      6 det   ART
        Flugverbot 2 obj NN
    """
    assert "Flugverbot" in said(table)


@pytest.mark.parametrize(
    ("case", "noun", "places"),
    [
        ("bei", "Treffen", " mit=Ada attendee=Otto"),
        ("über", "Treffen", " mit=Ada"),
        ("in", "Interview", " mit=Ada"),
    ],
)
def test_who_does_something_at_an_event_attends_it(case: str, noun: str, places: str) -> None:
    table = f"""
        Otto   2 nsubj NE
        lachte 0 _     VVFIN lachen
        {case} 5 case  APPR
        einem  5 det   ART
        {noun} 2 obl   NN
        mit    7 case  APPR
        Ada    5 nmod  NE
    """
    assert noun + places in said(table)


@pytest.mark.parametrize(("verb", "from_"), [("kam", " von=Otto"), ("wuchs", "")])
def test_whom_a_speech_act_comes_from(verb: str, from_: str) -> None:
    lemma = {"kam": "kommen", "wuchs": "wachsen"}[verb]
    table = f"Kritik 2 nsubj NN\n{verb} 0 _ VVFIN {lemma}\nvon 4 case APPR\nOtto 2 obl NE"
    assert "Kritik" + from_ in said(table)


@pytest.mark.parametrize(
    ("table", "who"),
    [
        ("Otto 3 nsubj NE\nist 3 cop VAFIN sein\nKritiker 0 _ NN", "Otto"),
        ("Otto 2 nsubj NE\ngilt 0 _ VVFIN gelten\nals 4 case KOKOM\nKritiker 2 obl NN", "Otto"),
        ("Otto 2 nsubj NE\nkam 0 _ VVFIN kommen\nals 4 case KOKOM\nKritiker 2 obl NN", "Kritiker"),
    ],
    ids=["copula", "linking verb", "other verb"],
)
def test_who_a_noun_for_a_person_stands_for(table: str, who: str) -> None:
    doc = tree(table)
    (found,) = [p for p in find_propositions(doc, load_lexicon()) if p.kind == "noun"]
    assert [doc[a.token].text for a in found.arguments if a.place == "noun"] == [who]


@pytest.mark.parametrize(
    ("article", "case", "place"),
    [
        ("der", "Case=Dat", "recipient"),
        ("der", "Case=Gen", "recipient"),
        ("des", "Case=Gen", ""),
    ],
)
def test_a_determiner_shows_a_dative(article: str, case: str, place: str) -> None:
    table = f"""
        Der        2 det   ART
        Bus        3 nsubj NN
        gehört     0 root  VVFIN gehören
        {article}  5 det   ART   der  {case}
        Firma      3 obl   NN    Firma Case=Gen
    """
    assert said(table) == ["gehören agent=Bus" + (f" {place}=Firma" if place else "")]


def test_who_is_blamed_in_the_dative_acts_in_the_infinitive() -> None:
    table = """
        Ada       2 nsubj NE
        wirft     0 _     VVFIN werfen
        dem       4 det   ART
        Land      2 obl   NN    _ Case=Dat
        vor       2 compound:prt PTKVZ
        ,         2 punct $,
        Otto      8 obj   NE
        vertrieben 2 xcomp VVPP vertreiben
        zu        8 mark  PTKZU
        haben     8 aux   VAINF
    """
    assert "vertreiben agent=Land patient=Otto" in said(table)


AT_A_CALL = """
Auf        2  case   APPR   auf
Antrag     4  obl    NN
Alms       2  nmod   NE
{verb}     0  root   VVFIN  {lemma}
Rom        4  nsubj  NE
Linz       4  obj    NE     Linz   Case=Acc
"""
ON_THE_PHONE = """
Rom        2  nsubj  NE
{verb}     0  root   VVFIN  {lemma}
Linz       2  obj    NE     Linz   Case=Acc
in         5  case   APPR   in
Telefonat  2  obl    NN
"""


def places_of(table: str, predicate: str) -> list[str]:
    """The places and words of the arguments of an event noun."""
    (found,) = [line for line in said(table) if line.startswith(predicate)]
    return found.split()[1:]


def test_what_is_done_at_a_call_is_asked_of_who_does_it() -> None:
    found = places_of(AT_A_CALL.format(verb="verhaftete", lemma="verhaften"), "Antrag")
    assert "requested=Rom" in found


@pytest.mark.parametrize(
    ("verb", "lemma", "addressed"),
    [("bat", "bitten", True), ("verletzte", "verletzen", False)],
)
def test_whom_one_speaks_to_at_a_talk_takes_part_in_it(
    verb: str, lemma: str, addressed: bool
) -> None:
    found = places_of(ON_THE_PHONE.format(verb=verb, lemma=lemma), "Telefonat")
    assert ("addressee=Linz" in found) == addressed


# Events that a clause says no more of than that they were

CAME = """
Zwischen    2  case       APPR
Nordland    5  obl        NE
und         4  cc         KON
Südland     2  conj       NE
kam         0  root       VVFIN   kommen
{subject}   5  nsubj      {tag}
zu          8  case       APPR
Gefechten   5  obl        NN      Gefecht
"""


def test_the_parties_of_what_there_was() -> None:
    fight = next(
        s for s in said(CAME.format(subject="es", tag="PPER")) if s.startswith("Gefechten")
    )
    assert fight == "Gefechten zwischen=Nordland zwischen=Südland"


def test_who_comes_to_an_event_leaves_its_parties_open() -> None:
    fights = [s for s in said(CAME.format(subject="Meier", tag="NE")) if s.startswith("Gefechten")]
    assert all("zwischen" not in fight for fight in fights)


# Verbs without an object


@pytest.mark.parametrize(
    ("participle", "proposition"),
    [("geflohene", "fliehen agent=Meier"), ("verhaftete", "verhaften patient=Meier")],
)
def test_the_participle_of_a_verb_without_an_object(participle: str, proposition: str) -> None:
    table = f"Der 3 det ART\n{participle} 3 amod ADJA\nMeier 4 nsubj NN\nlacht 0 root VVFIN lachen"
    assert proposition in said(table)


@pytest.mark.parametrize(
    ("word", "proposition"),
    [
        ("notgelandet ADJD notgelandet", ["notlanden agent=Meier in=Linz"]),
        ("bekannt ADJD bekannt", []),
    ],
)
def test_a_perfect_taken_for_an_adjective(word: str, proposition: list[str]) -> None:
    form, tag, lemma = word.split()
    table = f"""
        Meier 5 nsubj NE
        ist   5 cop   VAFIN sein
        in    4 case  APPR
        Linz  5 nmod  NE
        {form} 0 root {tag} {lemma}
    """
    assert said(table) == proposition


@pytest.mark.parametrize(("preposition", "goes"), [("auf", True), ("zu", False)])
def test_who_is_on_a_journey(preposition: str, *, goes: bool) -> None:
    table = f"""
        Meier 2 nsubj NE
        starb 0 root  VVFIN sterben
        {preposition} 5 case APPR
        der   5 det   ART
        Flucht 2 obl  NN
        nach  7 case  APPR
        Linz  5 nmod  NE
    """
    flight = next(s for s in said(table) if s.startswith("Flucht"))
    assert ("attendee=Meier" in flight) is goes


@pytest.mark.parametrize(("noun", "helped"), [("Hilfe", True), ("Eile", False)])
def test_who_does_something_with_help(noun: str, *, helped: bool) -> None:
    table = f"""
        Meier 2 nsubj NE
        baut  0 root  VVFIN bauen
        mit   4 case  APPR
        {noun} 2 obl  NN
        von   6 case  APPR
        Linz  4 nmod  NE
    """
    assert any("receiver=Meier" in s for s in said(table)) is helped


NAMED_ADVERBIAL = """
Das       2  det    ART
Amt       6  nsubj  NN
soll      6  aux    VMFIN
den       5  det    ART
Boten     6  obl    NN   Bote  Case=Acc
getötet   0  root   VVPP töten
haben     6  aux    VAINF
"""


def patients(doc: Doc) -> list[str]:
    """Who suffers what the verbs of a text say."""
    found = [p for p in find_propositions(doc, load_lexicon()) if p.kind == "verb"]
    return [doc[a.token].text for p in found for a in p.arguments if a.place == "patient"]


def test_an_accusative_with_a_name_is_no_adverbial() -> None:
    named_one = named(NAMED_ADVERBIAL + "Otto  5  appos  NE\n", {"Otto": "PER"})
    assert patients(named_one) == ["Boten"]
    assert patients(tree(NAMED_ADVERBIAL)) == []


INSTEAD = """
Statt       4  mark   APPR
Rom         4  obj    NE
zu          4  mark   PTKZU
loben       5  advcl  VVINF loben
kritisiert  0  root   VVFIN kritisieren
Riga        5  nsubj  NE
Wien        5  obj    NE
"""


def test_who_does_something_instead_is_the_subject() -> None:
    assert "loben agent=Riga patient=Rom" in said(INSTEAD)
