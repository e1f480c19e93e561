"""Trees with TIGER labels, beside the same sentences in Universal Dependencies."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate import make_universal
from kg.lexicon import load_lexicon
from kg.propositions import find_propositions
from kg.repairs import leads_to_root
from kg.tiger import LABELS, is_tiger, universal
from kg.trees import Tree
from kg.words import words_of
from tests.trees import POS, parse, vocab

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.model import Proposition

# One line a token: FORM, head and relation in TIGER, head and relation in Universal Dependencies,
# then TAG [LEMMA [FEATURES]] as in `tests/trees.py`.
SENTENCES = {
    "active": """
        Nordland     2  sb    2  nsubj        NE
        beschoss     0  ROOT  0  root         VVFIN    beschießen
        am           2  mo    4  case         APPRART  an
        Montag       3  nk    2  obl          NN
        den          7  nk    7  det          ART
        alten        7  nk    7  amod         ADJA     alt
        Hafen        2  oa    2  obj          NN
        von          7  pg    9  case         APPR
        Riga         8  nk    7  nmod         NE
        .            2  punct 2  punct        $.
    """,
    "dative": """
        Wien         2  sb    2  nsubj        NE
        lieferte     0  ROOT  0  root         VVFIN    liefern
        den          4  nk    4  det          ART
        Rebellen     2  da    2  iobj         NN       Rebell   Case=Dat
        drei         6  nk    6  nummod       CARD
        Panzer       2  oa    2  obj          NN
    """,
    "perfect": """
        Die          2  nk    2  det          ART
        Rebellen     3  sb    7  nsubj        NN       Rebell
        haben        0  ROOT  7  aux          VAFIN
        das          5  nk    5  det          ART
        Dorf         7  oa    7  obj          NN
        nicht        7  ng    7  advmod       PTKNEG
        angegriffen  3  oc    0  root         VVPP     angreifen
        .            3  punct 7  punct        $.
    """,
    "modal": """
        Der          2  nk    2  det          ART
        Kanzler      3  sb    6  nsubj        NN
        will         0  ROOT  6  aux          VMFIN    wollen
        bald         6  mo    6  advmod       ADV
        Wien         6  oa    6  obj          NE
        besuchen     3  oc    0  root         VVINF
    """,
    "passive with its agent": """
        Der          2  nk    2  det          ART
        Hafen        3  sb    6  nsubj:pass   NN
        wurde        0  ROOT  6  aux:pass     VAFIN    werden
        von          6  sbp   5  case         APPR
        Nordland     4  nk    6  obl          NE
        beschossen   3  oc    0  root         VVPP     beschießen
    """,
    "passive below perfect and modal": """
        Die          2  nk    2  det          ART
        Brücke       3  sb    4  nsubj:pass   NN
        soll         0  ROOT  4  aux          VMFIN    sollen
        zerstört     5  oc    0  root         VVPP     zerstören
        worden       6  oc    4  aux:pass     VAPP     werden
        sein         3  oc    4  aux          VAINF
    """,
    "state": """
        Die          2  nk    2  det          ART
        Stadt        3  sb    6  nsubj:pass   NN
        ist          0  ROOT  6  aux:pass     VAFIN    sein
        von          6  sbp   5  case         APPR
        Rebellen     4  nk    6  obl          NN       Rebell
        besetzt      3  pd    0  root         VVPP     besetzen
    """,
    "future perfect": """
        Riga         2  sb    4  nsubj        NE
        wird         0  ROOT  4  aux          VAFIN    werden
        Wien         4  oa    4  obj          NE
        besucht      5  oc    0  root         VVPP     besuchen
        haben        2  oc    4  aux          VAINF
    """,
    "obligation": """
        Ein          2  nk    2  det          ART
        Angriff      3  sb    5  nsubj        NN
        ist          0  ROOT  5  aux          VAFIN    sein
        zu           5  pm    5  mark         PTKZU
        verhindern   3  oc    0  root         VVINF
    """,
    "noun as predicate": """
        Otto         2  pnc   6  nsubj        NE
        Berg         3  sb    1  flat         NE
        ist          0  ROOT  6  cop          VAFIN    sein
        seit         3  mo    5  case         APPR
        Mai          4  nk    6  obl          NN
        Gegner       3  pd    0  root         NN
        des          8  nk    8  det          ART
        Angriffs     6  ag    6  nmod         NN       Angriff  Case=Gen
        auf          8  mnr   10 case         APPR
        Riga         9  nk    8  nmod         NE
    """,
    "adjective as predicate": """
        Polen        2  sb    4  nsubj        NE
        ist          0  ROOT  4  cop          VAFIN    sein
        Litauen      4  da    4  iobj         NE       _        Case=Dat
        treu         2  pd    0  root         ADJD
    """,
    "perfect of a copula": """
        Otto         2  sb    3  nsubj        NE
        soll         0  ROOT  3  aux          VMFIN    sollen
        Gegner       8  pd    0  root         NN
        des          5  nk    5  det          ART
        Angriffs     3  ag    3  nmod         NN       Angriff  Case=Gen
        auf          5  mnr   7  case         APPR
        Riga         6  nk    5  nmod         NE
        geworden     9  oc    3  cop          VAPP     werden
        sein         2  oc    3  aux          VAINF
    """,
    "predicate of a full verb": """
        Otto         2  sb    2  nsubj        NE
        bleibt       0  ROOT  0  root         VVFIN    bleiben
        als          2  mo    4  case         KOKOM
        Wirt         3  nk    2  obl          NN
        mehr         2  pd    2  xcomp        PIS
        als          7  cm    7  case         KOKOM
        Gast         5  cc    5  nmod         NN
    """,
    "prepositional predicate of a clause": """
        Riga         2  sb    2  nsubj        NE
        feiert       0  ROOT  0  root         VVFIN    feiern
        ,            2  punct 2  punct        $,
        weil         8  cp    7  mark         KOUS
        Otto         8  sb    7  nsubj        NE
        im           8  pd    7  case         APPRART  in
        Amt          6  nk    2  advcl        NN
        ist          2  mo    7  cop          VAFIN    sein
    """,
    "that-clause": """
        Riga         2  sb    2  nsubj        NE
        meldet       0  ROOT  0  root         VVFIN    melden
        ,            2  punct 2  punct        $,
        dass         9  cp    8  mark         KOUS
        Rebellen     9  sb    8  nsubj        NN       Rebell
        den          7  nk    7  det          ART
        Hafen        8  oa    8  obj          NN
        besetzt      9  oc    2  ccomp        VVPP     besetzen
        haben        2  oc    8  aux          VAFIN
    """,
    "that-clause behind darauf": """
        Riga         2  sb    2  nsubj        NE
        wies         0  ROOT  0  root         VVFIN    weisen
        darauf       2  op    2  advmod       PROAV/ADV
        hin          2  svp   2  compound:prt PTKVZ
        ,            2  punct 2  punct        $,
        dass         8  cp    8  mark         KOUS
        Wien         8  sb    8  nsubj        NE
        angreife     3  re    2  ccomp        VVFIN    angreifen Mood=Sub
    """,
    "that-clause as subject": """
        Es           2  sb    3  expl         PPER
        ist          0  ROOT  3  cop          VAFIN    sein
        möglich      2  pd    0  root         ADJD
        ,            2  punct 3  punct        $,
        dass         7  cp    7  mark         KOUS
        Wien         7  sb    7  nsubj        NE
        angreift     1  re    3  csubj        VVFIN    angreifen
    """,
    "infinitive of the object": """
        Der          2  nk    2  det          ART
        Rat          3  sb    3  nsubj        NN
        forderte     0  ROOT  0  root         VVFIN    fordern
        Nordland     3  oa    3  obj          NE
        auf          3  svp   3  compound:prt PTKVZ
        ,            3  punct 3  punct        $,
        die          8  nk    8  det          ART
        Stadt        10 oa    10 obj          NN
        zu           10 pm    10 mark         PTKZU
        verlassen    3  oc    3  xcomp        VVINF
    """,
    "infinitive of a verb that may be auxiliary": """
        Nordland     2  sb    2  nsubj        NE
        hat          0  ROOT  0  root         VAFIN    haben
        vor          2  svp   2  compound:prt PTKVZ
        ,            2  punct 2  punct        $,
        Südland      6  oa    6  obj          NE
        anzugreifen  2  oc    2  xcomp        VVIZU    angreifen
    """,
    "infinitive below a noun": """
        Wien         2  sb    2  nsubj        NE
        kennt        0  ROOT  0  root         VVFIN    kennen
        Rigas        4  ag    4  nmod         NE       Riga     Case=Gen
        Plan         2  oa    2  obj          NN
        ,            2  punct 2  punct        $,
        Südland      7  oa    7  obj          NE
        anzugreifen  4  oc    4  acl          VVIZU    angreifen
    """,
    "infinitive of purpose": """
        Nordland     2  sb    2  nsubj        NE
        rüstet       0  ROOT  0  root         VVFIN    rüsten
        ,            2  punct 2  punct        $,
        um           7  cp    7  mark         KOUI
        Südland      7  oa    7  obj          NE
        zu           7  pm    7  mark         PTKZU
        erobern      2  mo    2  advcl        VVINF
    """,
    "relative clause": """
        Die          2  nk    2  det          ART
        Soldaten     9  sb    9  nsubj        NN       Soldat
        ,            9  punct 9  punct        $,
        deren        5  ag    5  nmod         PRELAT/DET
        Chef         7  sb    8  nsubj        NN
        Wien         8  oa    8  obj          NE
        hatte        2  rc    8  aux          VAFIN    haben
        angegriffen  7  oc    2  acl          VVPP     angreifen
        flohen       0  ROOT  0  root         VVFIN    fliehen
    """,
    "relative pronoun behind a preposition": """
        Dörfer       0  ROOT  0  root         NN       Dorf
        ,            1  punct 1  punct        $,
        in           6  mo    4  case         APPR
        denen        3  nk    6  obl          PRELS
        Rebellen     6  sb    6  nsubj        NN       Rebell
        kämpfen      1  rc    1  acl          VVFIN
    """,
    "coordinated subjects": """
        Ada          2  pnc   7  nsubj        NE
        Müller       7  sb    1  flat         NE
        ,            2  punct 1  punct        $,
        Riga         2  cj    1  conj         NE
        und          4  cd    6  cc           KON
        Wien         5  cj    1  conj         NE
        lehnten      0  ROOT  0  root         VVFIN    lehnen
        den          9  nk    9  det          ART
        Plan         7  oa    7  obj          NN
        ab           7  svp   7  compound:prt PTKVZ
    """,
    "coordinated clauses": """
        Soldaten     2  sb    2  nsubj        NN       Soldat
        stürmten     0  ROOT  0  root         VVFIN    stürmen
        das          4  nk    4  det          ART
        Rathaus      2  oa    2  obj          NN
        und          2  cd    9  cc           KON
        haben        5  cj    9  aux          VAFIN
        den          8  nk    8  det          ART
        Rat          9  oa    9  obj          NN
        verhaftet    6  oc    2  conj         VVPP     verhaften
    """,
    "coordinated participles": """
        Der          2  nk    2  det          ART
        Pfarrer      3  sb    4  nsubj:pass   NN
        wurde        0  ROOT  4  aux:pass     VAFIN    werden
        verhaftet    3  oc    0  root         VVPP     verhaften
        und          4  cd    6  cc           KON
        verhört      5  cj    4  conj         VVPP     verhören
    """,
    "coordinated phrases": """
        Rebellen     2  sb    2  nsubj        NN       Rebell
        kämpfen      0  ROOT  0  root         VVFIN
        in           2  mo    4  case         APPR
        Riga         3  nk    2  obl          NE
        und          3  cd    7  cc           KON
        in           5  cj    7  case         APPR
        Bern         6  nk    4  conj         NE
    """,
    "title": """
        Ministerin   4  sb    4  nsubj        NN
        Ada          3  pnc   1  appos        NE
        Müller       1  nk    2  flat         NE
        besuchte     0  ROOT  0  root         VVFIN    besuchen
        den          6  nk    6  det          ART
        SC           4  oa    4  obj          NE
        Riga         6  nk    6  flat         NE
    """,
    "apposition": """
        Otto         2  pnc   8  nsubj        NE
        Berg         8  sb    1  flat         NE
        ,            2  punct 1  punct        $,
        Chef         2  app   1  appos        NN
        der          6  nk    6  det          ART
        Werft        4  ag    4  nmod         NN       _        Case=Gen
        ,            2  punct 1  punct        $,
        trat         0  ROOT  0  root         VVFIN    treten
        zurück       8  svp   8  compound:prt PTKVZ
    """,
    "genitive": """
        Der          2  nk    2  det          ART
        Angriff      7  sb    7  nsubj        NN
        Nordlands    2  ag    2  nmod         NE       Nordland Case=Gen
        auf          2  mnr   6  case         APPR
        die          6  nk    6  det          ART
        Insel        4  nk    2  nmod         NN
        begann       0  ROOT  0  root         VVFIN    beginnen
    """,
    "participle before a noun": """
        Die          5  nk    5  det          ART
        in           4  mo    3  case         APPR
        Riga         2  nk    4  obl          NE
        stationierten 5 nk    5  amod         ADJA     stationiert
        Soldaten     6  sb    6  nsubj        NN       Soldat
        desertierten 0  ROOT  0  root         VVFIN    desertieren
    """,
    "separable verb": """
        Nordland     2  sb    2  nsubj        NE
        griff        0  ROOT  0  root         VVFIN    greifen
        im           2  mo    4  case         APPRART  in
        Winter       3  nk    2  obl          NN
        Südland      2  oa    2  obj          NE
        an           2  svp   2  compound:prt PTKVZ
    """,
    "negative article": """
        Riga         2  sb    5  nsubj        NE
        hat          0  ROOT  5  aux          VAFIN    haben
        keine        4  nk    4  det          PIAT
        Dörfer       5  oa    5  obj          NN       Dorf
        angegriffen  2  oc    0  root         VVPP     angreifen
    """,
    "source": """
        Laut         4  mo    3  case         APPR
        der          1  nk    3  det          ART
        Polizei      1  nk    6  obl          NN
        wurde        0  ROOT  6  aux:pass     VAFIN    werden
        Otto         4  sb    6  nsubj:pass   NE
        verhaftet    4  oc    0  root         VVPP     verhaften
    """,
    "source behind its noun": """
        Der          2  nk    2  det          ART
        Polizei      3  nk    4  obl          NN       _        Case=Dat
        zufolge      4  mo    2  case         APPO
        floh         0  ROOT  0  root         VVFIN    fliehen
        Otto         4  sb    4  nsubj        NE
    """,
    "indirect speech": """
        Riga         2  sb    2  nsubj        NE
        sagte        0  ROOT  0  root         VVFIN    sagen
        ,            2  punct 2  punct        $,
        Nordland     5  sb    8  nsubj        NE
        habe         2  oc    8  aux          VAFIN    haben    Mood=Sub
        den          7  nk    7  det          ART
        Hafen        8  oa    8  obj          NN
        angegriffen  5  oc    2  ccomp        VVPP     angreifen
    """,
    "direct speech": """
        „            3  punct 3  punct        $(
        Nordland     3  sb    3  nsubj        NE
        angegriffen  6  rs    6  ccomp        VVPP     angreifen
        “            3  punct 3  punct        $(
        ,            6  punct 6  punct        $,
        sagte        0  ROOT  0  root         VVFIN    sagen
        Minister     6  sb    6  nsubj        NN
        Otto         7  nk    7  appos        NE
    """,
    "inserted clause": """
        Nordland     6  sb    7  nsubj        NE
        ,            4  punct 4  punct        $,
        so           4  mo    4  advmod       ADV
        meldet       6  par   7  parataxis    VVFIN    melden
        Wien         4  sb    4  nsubj        NE
        habe         0  ROOT  7  aux          VAFIN    haben    Mood=Sub
        angegriffen  6  oc    0  root         VVPP     angreifen
    """,
    "millions": """
        2            2  nmc   2  nummod       CARD
        Millionen    4  sb    3  nummod       NN       Million
        Menschen     2  nk    4  nsubj        NN       Mensch
        flohen       0  ROOT  0  root         VVFIN    fliehen
        vor          4  op    6  case         APPR
        Rebellen     5  nk    4  obl          NN       Rebell
    """,
}


@pytest.mark.parametrize("table", SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_says_the_same_in_both_annotations(table: str) -> None:
    turned, given_so = tiger(table), universal_dependencies(table)
    assert is_tiger(turned)
    make_universal(turned)
    assert relations(turned) == relations(given_so)
    assert said(turned) == said(given_so) != []


def tiger(table: str) -> "Doc":
    """The Doc with TIGER trees; the pipelines take predicative adjectives for adverbs."""
    return parse(columns(table, 1).replace("ADJD", "ADJD/ADV"))


def universal_dependencies(table: str) -> "Doc":
    """The Doc in Universal Dependencies."""
    return parse(columns(table, 3))


def columns(table: str, first: int) -> str:
    """A table with the head and relation that start at a column."""
    rows = (line.split() for line in table.strip().splitlines())
    return "\n".join(" ".join([row[0], *row[first : first + 2], *row[5:]]) for row in rows)


def relations(doc: "Doc") -> list[tuple[str, str, str]]:
    return [(token.text, token.dep_, token.head.text) for token in doc]


def said(doc: "Doc") -> "list[Proposition]":
    return find_propositions(words_of(doc), load_lexicon())


def test_universal_dependencies_are_no_tiger() -> None:
    assert not any(is_tiger(universal_dependencies(table)) for table in SENTENCES.values())


FORMS = ("es", "hat", "ist", "wird", "Millionen", "Riga", "angegriffen")
TAGS = st.sampled_from(
    "VVFIN VVPP VVINF VVIZU VAFIN VAINF VMFIN NN NE ART ADJA ADJD ADV APPR APPO KOKOM KON KOUS PPER"
    " PTKZU PTKVZ PRELS CARD $,".split()
)


@st.composite
def parsed(draw: st.DrawFn) -> "Doc":
    """A text with any heads, circles and ways out of the sentence included."""
    from spacy.tokens import Doc

    size = draw(st.integers(1, 15))
    tags = draw(st.lists(TAGS, min_size=size, max_size=size))
    labels = st.sampled_from([*sorted(LABELS), "ROOT", "dep", "punct", "nsubj"])
    return Doc(
        vocab(),
        words=draw(st.lists(st.sampled_from(FORMS), min_size=size, max_size=size)),
        tags=tags,
        pos=[POS.get(tag, "VERB") for tag in tags],
        heads=draw(st.lists(st.integers(0, size - 1), min_size=size, max_size=size)),
        deps=draw(st.lists(labels, min_size=size, max_size=size)),
    )


@given(parsed())
def test_any_heads_give_one_tree_a_sentence(doc: "Doc") -> None:
    turned = universal(doc)
    assert all(leads_to_root(turned, i) for i in range(len(turned.heads)))
    for sentence in doc.sents:
        heads = turned.heads[sentence.start : sentence.end]
        assert all(sentence.start <= head < sentence.end for head in heads)
        assert sum(head == i for i, head in enumerate(heads, sentence.start)) == 1


@given(parsed())
def test_sentences_stay_and_only_known_relations_are_left(doc: "Doc") -> None:
    before = [(s.start, s.end) for s in doc.sents]
    turned = universal(doc)
    make_universal(doc)
    assert [(s.start, s.end) for s in doc.sents] == before
    assert Tree([t.head.i for t in doc], [t.dep_ for t in doc]) == turned
    assert not is_tiger(doc)


def test_an_empty_text_has_an_empty_tree() -> None:
    from spacy.tokens import Doc

    assert universal(Doc(vocab())) == Tree([], [])
