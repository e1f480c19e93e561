"""Facts that must be found in an evaluation article, which lies outside the project."""

import json
from pathlib import Path

import pytest

from kg.build import read_corpus
from kg.model import Corpus, Document

ARTICLE = Path(__file__).parents[2] / "shared" / "gold" / "dev" / "seed-karabakh.json"
pytestmark = [
    pytest.mark.pipeline,
    pytest.mark.skipif(not ARTICLE.exists(), reason=f"no evaluation data at {ARTICLE}"),
]

Wanted = tuple[str, str, str]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    gold = json.loads(ARTICLE.read_text(encoding="utf-8"))
    return read_corpus([Document(gold["doc"], gold["text"], published=gold["date"])])


def facts(corpus: Corpus) -> dict[Wanted, tuple[str | None, str | None]]:
    """Subject, relation and object by name → date and name of the speaker."""
    names = {e.id: e.name for e in corpus.entities}
    return {
        (names[s.subject], s.relation, names.get(s.object, s.object)): (
            s.date,
            names.get(s.source or ""),
        )
        for s in corpus.statements
    }


@pytest.mark.parametrize(
    "wanted",
    [
        ("Annalena Baerbock", "calledOn", "Aserbaidschan"),
        ("Annalena Baerbock", "calledOn", "Russland"),
        ("Europäische Union", "calledOn", "Aserbaidschan"),
        ("Deutschland", "calledOn", "Aserbaidschan"),
        ("Annalena Baerbock", "holdsPosition", "Außenministerin"),
        ("Ilham Alijew", "leads", "Aserbaidschan"),
        ("Russland", "alliedWith", "Armenien"),
        ("russische Soldaten", "deployedIn", "Bergkarabach"),
    ],
)
def test_a_fact_is_found(corpus: Corpus, wanted: Wanted) -> None:
    assert wanted in facts(corpus)


def test_the_attack_is_dated(corpus: Corpus) -> None:
    names = {e.id: e.name for e in corpus.entities}
    attacks = {
        (names[s.subject], names[s.object], s.date)
        for s in corpus.statements
        if s.relation == "attacked"
    }
    assert ("Aserbaidschan", "Bergkarabach", "2023-09-19") in attacks


def test_speakers_are_kept(corpus: Corpus) -> None:
    found = facts(corpus)
    assert found["Charles Michel", "calledOn", "Ilham Alijew"][1] == "Charles Michel"
    counts = {k: v for k, v in found.items() if k[1:] == ("killedCount", "32")}
    assert "Armenien" in {speaker for _, speaker in counts.values()}
