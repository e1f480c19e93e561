import pytest

from kg.lexicon import load_lexicon
from kg.speakers import running_reports
from tests.trees import tree

SAID = """
Wien        3  nsubj      NE
habe        3  aux        VAFIN   haben    Mood=Sub|Tense=Pres
gebrannt    5  ccomp      VVPP    brennen
,           3  punct      $,
sagte       0  root       VVFIN   sagen    Mood=Ind|Tense=Past
Meier       5  nsubj      NE
.           5  punct      $.
"""
REPORTED = """
Die         2  det        ART
Brücke      3  nsubj      NN
sei         0  root       VAFIN   sein     Mood=Sub|Tense=Pres
.           3  punct      $.
"""
SUBSTITUTE = """
Helfer      3  nsubj      NN
hätten      3  aux        VAFIN   haben    Mood=Sub|Tense=Past
gelöscht    0  root       VVPP    löschen
.           3  punct      $.
"""
CONDITION = """
Helfer      3  nsubj      NN
hätten      3  aux        VAFIN   haben    Mood=Sub|Tense=Past
gelöscht    0  root       VVPP    löschen
,           7  punct      $,
wenn        7  mark       KOUS
Wien        7  nsubj      NE
brennt      3  advcl      VVFIN   brennen
.           3  punct      $.
"""
PLAIN = """
Linz        2  nsubj      NE
schlief     0  root       VVFIN   schlafen Mood=Ind|Tense=Past
.           2  punct      $.
"""
THAT_REPORTS = """
Das         2  obj        PDS     der
meldet      0  root       VVFIN   melden   Mood=Ind|Tense=Pres
die         4  det        ART
Zeitung     2  nsubj      NN
.           2  punct      $.
"""
THAT_CHEERS = """
Das         2  nsubj      PDS     der
freut       0  root       VVFIN   freuen   Mood=Ind|Tense=Pres
die         4  det        ART
Zeitung     2  obj        NN
.           2  punct      $.
"""
QUOTE_BEGINS = """
Meier       2  nsubj      NE
sagte       0  root       VVFIN   sagen    Mood=Ind|Tense=Past
:           2  punct      $.
„           6  punct      $(
Wien        6  nsubj      NE
brennt      2  ccomp      VVFIN   brennen  Mood=Ind|Tense=Pres
.           2  punct      $.
"""
QUOTE_ENDS = """
Linz        2  nsubj      NE
schläft     0  root       VVFIN   schlafen Mood=Ind|Tense=Pres
.           2  punct      $.
“           2  punct      $(
"""
QUOTED_WORD = """
„           2  punct      $(
Linz        4  nsubj      NE
“           2  punct      $(
schläft     0  root       VVFIN   schlafen Mood=Ind|Tense=Pres
.           4  punct      $.
"""


def speakers(table: str) -> list[str]:
    """For each sentence: who is reported in it, "?" if unknown, "" if it is no report."""
    doc = tree(table)
    found = running_reports(doc, load_lexicon())
    words = {s: "?" if i is None else doc[i].text for s, i in found.items()}
    return [words.get(s.start, "") for s in doc.sents]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (f"{SAID}\n{REPORTED}\n{REPORTED}", ["", "Meier", "Meier"]),
        (f"{SAID}\n{PLAIN}\n{REPORTED}", ["", "", "?"]),
        (f"{PLAIN}\n{REPORTED}", ["", "?"]),
        (f"{SAID}\n{SUBSTITUTE}", ["", "Meier"]),
        (f"{SAID}\n{CONDITION}", ["", ""]),
        (f"{PLAIN}\n{SUBSTITUTE}", ["", ""]),
    ],
)
def test_free_indirect_speech_keeps_its_speaker(table: str, expected: list[str]) -> None:
    assert speakers(table) == expected


def test_a_quotation_over_several_sentences_has_one_speaker() -> None:
    assert speakers(f"{QUOTE_BEGINS}\n{PLAIN}\n{QUOTE_ENDS}") == ["", "Meier", "Meier"]


def test_a_word_in_quotation_marks_is_no_quotation() -> None:
    assert speakers(f"{SAID}\n{QUOTED_WORD}") == ["", ""]


def test_a_quotation_that_does_not_end_ends_with_the_paragraph() -> None:
    assert speakers(f"{QUOTE_BEGINS}\n¶\n{PLAIN}") == ["", ""]


def test_the_next_sentence_may_name_the_source() -> None:
    assert speakers(f"{PLAIN}\n{THAT_REPORTS}") == ["Zeitung", ""]


def test_other_verbs_that_point_back_name_no_source() -> None:
    assert speakers(f"{PLAIN}\n{THAT_CHEERS}") == ["", ""]


COLON = SAID.replace(".           5  punct", ":           5  punct")
DEMNACH = """
Demnach     2  advmod     ADV
brannte     0  root       VVFIN   brennen  Mood=Ind|Tense=Past
Linz        2  nsubj      NE
.           2  punct      $.
"""
WHOLE_QUOTE = """
„           3  punct      $(
Linz        3  nsubj      NE
schläft     0  root       VVFIN   schlafen Mood=Ind|Tense=Pres
“           3  punct      $(
"""


def test_a_sentence_behind_a_colon_is_said_by_whoever_is_named_before_it() -> None:
    assert speakers(f"{COLON}\n{PLAIN}\n{PLAIN}") == ["", "Meier", ""]


def test_demnach_points_to_the_speaker_of_the_sentence_before() -> None:
    assert speakers(f"{SAID}\n{DEMNACH}\n{PLAIN}") == ["", "Meier", ""]


def test_a_quotation_that_names_nobody_is_by_whoever_was_quoted_last() -> None:
    quoted = f"{QUOTE_BEGINS}\n{QUOTE_ENDS}\n¶\n{PLAIN}\n{WHOLE_QUOTE}"
    assert speakers(quoted)[-2:] == ["", "Meier"]
