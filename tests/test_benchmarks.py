"""The gate, the scores by thirds, the learning of confidence; on made-up articles and figures."""

import json
import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks import confidence, gate, links, thirds
from benchmarks.confidence import Row, cross_validated, fitted, predicted, reliability
from benchmarks.gold import judged, load_gold, scored
from kg.model import Corpus
from tests.corpora import small_corpus

FIGURES = {"facts f1": 0.519, "polarity": 0.987}

# What `../shared/score/facts.py` offers, in small.
SCORER = """
SYMMETRIC = {"agreedWith"}

def value_of(end):
    return end["value"]

def align(gold_entities, predicted):
    forms = {form: e["id"] for e in gold_entities for form in e["mentions"]}
    votes = {i: [forms[s] for s in surfaces if s in forms] for i, surfaces in predicted.items()}
    return {i: found[0] for i, found in votes.items() if found}

def same_ends(fact, subject, obj, value, either):
    ends = (fact["subject"], fact["object"])
    return ends == (subject, obj) or either and ends == (obj, subject)

def score(gold_docs, statements, entities):
    docs = {gold["doc"] for gold in gold_docs}
    share = sum(s["doc"] in docs for s in statements) / len(statements)
    prf = {"precision": share, "recall": share, "f1": share}
    return {"facts": prf, "pairs": prf}, [], []
"""


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A folder like `../shared` with gold for the two articles of the small corpus."""
    (tmp_path / "gold" / "dev").mkdir(parents=True)
    (tmp_path / "score").mkdir()
    (tmp_path / "score" / "facts.py").write_text(SCORER, encoding="utf-8")
    names = {"n": "Nordland", "s": "Südland", "k": "Küstenbund", "a": "Ada Müller"}
    types = {"n": "Place", "s": "Place", "k": "Group", "a": "Person"}
    links = {"s": "Q99999901", "n": "Q99999902"}
    entities = [
        {"id": i, "mentions": [n], "name_de": n, "type": types[i], "wikidata": links.get(i)}
        for i, n in names.items()
    ]
    facts = [
        {"subject": "n", "relation": "attacked", "object": "s"},
        {"subject": "n", "relation": "threatened", "object": "k"},
    ]
    for doc in ("angriff 1", "später"):
        gold: dict[str, Any] = {
            "doc": doc,
            "title": doc,
            "text": "Nordland griff an.",
            "date": "2023-09-20",
        }
        gold |= {"entities": entities, "facts": facts}
        path = tmp_path / "gold" / "dev" / f"{doc}.json"
        path.write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path


def one_of(corpus: Corpus, id_: str, **values: object) -> Corpus:
    """The corpus with one of its statements alone, with some values replaced."""
    chosen = next(s for s in corpus.statements if s.id == id_)
    return replace(corpus, statements=(replace(chosen, **values),))  # type: ignore[arg-type]


def test_gold_is_read_by_name(shared: Path) -> None:
    gold = load_gold(shared)
    assert [d.id for d in gold.documents] == sorted(gold.annotations) == ["angriff 1", "später"]
    assert "Nordland griff an." in gold.documents[0].text


def test_a_statement_holds_if_the_gold_has_its_fact(shared: Path) -> None:
    gold, corpus = load_gold(shared), small_corpus()
    assert judged(gold, one_of(corpus, "a1")) == [True]
    assert judged(gold, one_of(corpus, "a2")) == [False]  # they are linked, by another relation
    assert judged(gold, one_of(corpus, "b1")) == [False]


def test_an_unspecific_statement_holds_if_its_ends_are_linked(shared: Path) -> None:
    gold, corpus = load_gold(shared), small_corpus()
    assert judged(gold, one_of(corpus, "a2", relation="relatedTo")) == [True]
    assert judged(gold, one_of(corpus, "b2", relation="relatedTo")) == [False]


def test_some_articles_are_scored_alone(shared: Path) -> None:
    gold, corpus = load_gold(shared), small_corpus()
    assert scored(gold, corpus)["facts"]["f1"] == 1
    assert scored(gold, corpus, {"später"})["facts"]["f1"] == 0.2


def test_each_third_has_a_line(shared: Path) -> None:
    head, *rows = thirds.table(load_gold(shared), small_corpus())
    assert head.split() == ["articles", "precision", "recall", "f1", "pairs", "f1"]
    assert [row[:8].strip() for row in rows] == ["third 0", "third 1", "third 2", "all"]
    assert rows[1][8:].split() == ["1", "0.200", "0.200", "0.200", "0.200"]


def test_links_are_compared_with_the_gold_ones(shared: Path) -> None:
    found = links.pairs(load_gold(shared), small_corpus())
    southern = next(p for p in found if p.gold == "s" and p.document == "später")
    assert southern.links == ("Q99999901", "Q99999901")
    assert southern.types == ("Place", "Place")
    assert links.share(p.types[0] == p.types[1] for p in found) < 1  # the league is a group there


def test_links_have_a_line_for_each_third(shared: Path) -> None:
    gold = load_gold(shared)
    head, *rows = links.table(gold, links.pairs(gold, small_corpus()))
    assert head.split() == ["articles", "entities", "types", "linkable", "given", "right"]
    assert rows[-1].split()[:2] == ["all", "2"]
    assert rows[-1].split()[-2:] == ["0.500", "1.000"]


def test_what_is_wrong_has_a_line(shared: Path) -> None:
    found = links.pairs(load_gold(shared), small_corpus())
    assert "type Organization for Group: Küstenbund | Küstenbund (angriff 1)" in links.faults(found)
    wrong = replace(found[0], links=("Q1", "Q2"), types=("Place", "Place"))
    assert [line[:15] for line in links.faults([wrong])] == ["link Q1 for Q2:"]


def test_no_links_without_the_gold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["links", "--shared", str(tmp_path / "none")])
    assert links.main() == 0
    assert capsys.readouterr().out.startswith("skipped: no evaluation data at ")


def test_a_score_below_its_floor_is_a_fault() -> None:
    assert gate.faults(FIGURES, {"facts f1": 0.51, "polarity": 0.98}) == []
    assert gate.faults(FIGURES, {"facts f1": 0.52}) == [
        "too low: facts f1 is 0.5190, its floor is 0.52"
    ]
    assert gate.faults(FIGURES, {"date": 0.5}) == ["not measured: date"]


def test_floors_are_lifted_and_never_lowered() -> None:
    floors = {"facts f1": 0.4, "polarity": 0.99}
    assert gate.lifted(FIGURES, floors) == {"facts f1": 0.51, "polarity": 0.99}
    assert tomllib.loads(gate.as_toml(floors)) == floors


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of floors, and scores that are not measured but given."""
    file = tmp_path / "floors.toml"
    file.write_text('"facts f1" = 0.5\n', encoding="utf-8")
    monkeypatch.setattr(gate, "measured", lambda _: FIGURES)
    monkeypatch.setattr(sys, "argv", ["gate", "--shared", str(tmp_path), "--floors", str(file)])
    return file


def test_the_gate_passes_and_leaves_the_floors(
    floors: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gate.main() == 0
    assert "facts f1           0.519  floor 0.50" in capsys.readouterr().out
    assert tomllib.loads(floors.read_text()) == {"facts f1": 0.5}


def test_the_gate_fails_and_says_why(floors: Path, capsys: pytest.CaptureFixture[str]) -> None:
    floors.write_text('"polarity" = 0.99\n', encoding="utf-8")
    assert gate.main() == 1
    assert "too low: polarity is 0.9870, its floor is 0.99" in capsys.readouterr().out


def test_floors_are_written_when_asked(floors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [*sys.argv, "--raise"])
    assert gate.main() == 0
    assert tomllib.loads(floors.read_text()) == {"facts f1": 0.51, "polarity": 0.98}


def test_the_floors_of_this_repository_are_shares() -> None:
    floors = gate.read_floors(gate.FLOORS)
    assert {"facts f1", "facts precision", "pairs f1", "open facts f1"} < set(floors)
    assert all(0 < floor < 1 for floor in floors.values())


@pytest.mark.parametrize("script", [gate, thirds, confidence])
def test_without_gold_nothing_is_measured(
    script: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(sys, "argv", ["script", "--shared", str(tmp_path / "none")])
    assert script.main() == 0  # type: ignore[attr-defined]
    assert capsys.readouterr().out == f"skipped: no evaluation data at {tmp_path / 'none'}\n"


def made_up(number: int = 3000) -> list[Row]:
    """Rows that are right 9 times in 10 with a clue and every second time without it."""
    chance = np.random.default_rng(0)
    rows = []
    for n in range(number):
        sure = n % 2 == 0
        right = chance.random() < (0.9 if sure else 0.5)
        rows.append(Row(n % 3, {"rule.sure": 1.0} if sure else {}, bool(right)))
    return rows


def test_log_odds_are_learned() -> None:
    weights = fitted(made_up(), ridge=0.01)
    assert weights["base"] == pytest.approx(0.0, abs=0.15)
    assert weights["rule.sure"] == pytest.approx(2.2, abs=0.25)  # of 0.9


def test_a_ridge_draws_them_to_0_and_rare_clues_get_none() -> None:
    rows = made_up(300)
    assert 0 < fitted(rows, ridge=50)["rule.sure"] < fitted(rows, ridge=1)["rule.sure"]
    rare = [replace(row, clues={"rule.rare": 1.0}) for row in rows[:2]]
    assert set(fitted([*rows, *rare], ridge=1)) == {"base", "rule.sure"}


def test_confidence_is_checked_on_articles_that_were_not_learned_from() -> None:
    rows = made_up()
    rows = [replace(row, right=not row.right) if row.third == 2 else row for row in rows]
    held = cross_validated(rows, ridge=1)
    weights = fitted([row for row in rows if row.third != 2], ridge=1)
    third = np.array([row.third == 2 for row in rows])
    assert held[third].tolist() == predicted([r for r in rows if r.third == 2], weights).tolist()


def test_reliability_is_told_by_bins() -> None:
    table = reliability(np.array([0.25, 0.25, 0.85, 0.85]), np.array([0.0, 0.0, 1.0, 1.0]))
    assert table.splitlines() == [
        "confidence  mean  right  statements",
        "0.2 to 0.3  0.25   0.00           2",
        "0.8 to 0.9  0.85   1.00           2",
        "Brier score 0.0425, expected calibration error 0.2000",
    ]


def test_statements_are_judged_with_their_clues(shared: Path) -> None:
    path = shared / "gold" / "dev" / "angriff 1.json"
    gold = json.loads(path.read_text(encoding="utf-8"))
    gold["text"] = "Russland hat die Ukraine am Dienstag angegriffen."
    gold["entities"] = [{"id": "n", "mentions": ["Russland"]}, {"id": "s", "mentions": ["Ukraine"]}]
    path.write_text(json.dumps(gold), encoding="utf-8")
    (row,) = confidence.judged_rows(load_gold(shared))
    assert (row.third, row.right) == (0, True)
    assert {"rule.verb frame", "relation.attacked", "subject.linked"} < set(row.clues)


def test_what_was_learned_is_shown_and_written_when_asked(
    shared: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = shared / "confidence.toml"
    monkeypatch.setattr(confidence, "judged_rows", lambda _: made_up(300))
    monkeypatch.setattr(confidence, "data_path", lambda *_: file)
    monkeypatch.setattr(sys, "argv", ["confidence", "--shared", str(shared)])
    assert confidence.main() == 0
    printed = capsys.readouterr().out
    assert printed.count("Brier score") == 2
    assert not file.exists()
    monkeypatch.setattr(sys, "argv", [*sys.argv, "--write"])
    assert confidence.main() == 0
    assert set(tomllib.loads(file.read_text(encoding="utf-8"))) == {"base", "rule"}
    assert printed.endswith(file.read_text(encoding="utf-8").removeprefix(confidence.HEAD))


def test_the_numbers_are_written_with_what_they_rest_on() -> None:
    rows = [
        Row(0, {"rule.verb frame": 1.0}, right=True),
        Row(0, {"rule.verb frame": 1.0}, right=False),
    ]
    text = confidence.as_toml({"base": 0.5, "rule.verb frame": -0.25}, rows)
    assert tomllib.loads(text) == {"base": 0.5, "rule": {"verb frame": -0.25}}
    assert text.endswith("# 1 of 2\n")
