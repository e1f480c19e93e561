"""`kg entities` as a user meets it, and what a build makes of decisions by hand."""

from pathlib import Path

import pytest

from kg.decisions import DECISIONS, decision_row, read_decisions
from kg.entity_lists import ENTITIES
from kg.model import Verdict
from kg.outputs import entity_row, lines
from tests.console import Outcome, kg
from tests.corpora import small_corpus
from tests.test_entity_lists import decision

ARTICLES = {
    "a": "Ministerin Ada Müller hat Russland kritisiert. Müller reiste nach Berlin.",
    "b": "Die Sängerin Ada Müller hat die Ukraine besucht.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The tables of a build, as far as the commands read them."""
    (tmp_path / ENTITIES).write_bytes(lines(map(entity_row, small_corpus().entities)))
    unsure = decision(Verdict.UNSURE, "program", "spelt alike")
    (tmp_path / DECISIONS).write_bytes(lines([decision_row(unsure)]))
    return tmp_path


def entities(command: str, folder: Path, *words: str) -> Outcome:
    return kg("entities", command, folder, *words)


def refused(outcome: Outcome, text: str) -> bool:
    return outcome.status == 2 and text in outcome.err and outcome.err.count("\n") == 1


def test_entities_are_listed_and_shown(folder: Path) -> None:
    assert "\tAda Müller\t" in entities("list", folder, "--type", "Person").out
    assert entities("list", folder, "--close").out.startswith("0.50\tAda Müller\tKüstenbund\t")
    shown = entities("show", folder, "Ada Müller").out
    assert shown.startswith("Ada Müller (Person)\n")
    assert "mention\tangriff 1:" in shown
    assert "identity\tangriff 1: unsure" in shown


def test_decisions_are_kept_before_those_of_the_program(folder: Path) -> None:
    made = entities("merge", folder, "Ada Müller", "Küstenbund", "--by", "Eva", "--why", "a test")
    assert made.out.startswith(
        "Eva says Ada Müller (angriff 1) is Küstenbund (angriff 1); kg build"
    )
    first, second = read_decisions(folder / DECISIONS)
    assert (first.by, first.verdict, first.score, first.reasons) == (
        "Eva", Verdict.SAME, None, ("a test",),
    )  # fmt: skip
    assert second.by == "program"
    assert entities("decisions", folder).out.startswith("1\tEva says Ada Müller")
    assert "forgotten: Eva says" in entities("forget", folder, "1").out
    assert entities("decisions", folder).out == ""


def test_what_contradicts_an_earlier_decision_is_refused(folder: Path) -> None:
    entities("merge", folder, "Ada Müller", "Küstenbund", "--by", "Eva")
    again = entities("split", folder, "Ada Müller", "Küstenbund", "--by", "Otto")
    assert refused(again, "decisions contradict each other: Otto says")
    unsure = entities("split", folder, "Ada Müller", "Küstenbund", "--unsure", "--by", "Otto")
    assert unsure.status == 0


def test_parts_are_split_off(folder: Path) -> None:
    made = entities("split", folder, "Nordland", "--at", "später", "--by", "Eva")
    assert made.out.startswith("Eva says Nordland (später) is not Nordland (angriff 1)")
    (first, _) = read_decisions(folder / DECISIONS)
    mention = first.pair[1].quotes[0].span
    one = entities("split", folder, "Nordland", "--at", f"{mention.document}:{mention.start}")
    assert one.status == 0


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["merge", "Ada Müller", "Atlantis"], "has no entity 'Atlantis'"),
        (["merge", "Ada Müller", "Ada Müller"], "is one entity already"),
        (["merge", "Ada Müller", "Küstenbund", "--by", "program"], "no name of a person"),
        (["split", "Ada Müller"], "give either another entity, or --at"),
        (["split", "Ada Müller", "Küstenbund", "--at", "später"], "give either"),
        (["split", "Ada Müller", "--at", "nowhere"], "is not mentioned at nowhere"),
        (["split", "Ada Müller", "--at", "angriff 1"], "some must stay"),
        (["forget", "7"], "has no decision 7; there are 0"),
    ],
)
def test_what_cannot_be_decided_is_told(folder: Path, words: list[str], told: str) -> None:
    assert refused(entities(words[0], folder, *words[1:]), told)


def test_decisions_need_a_folder(tmp_path: Path) -> None:
    file = tmp_path / "graph.ttl"
    file.write_text("", encoding="utf-8")
    assert refused(entities("merge", file, "a", "b"), "is no folder of kg build")
    assert refused(entities("forget", file, "1"), "is no folder of kg build")


@pytest.mark.pipeline
def test_a_build_honours_decisions_and_is_the_same_twice(tmp_path: Path) -> None:
    for name, text in ARTICLES.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    inputs, out, other = [tmp_path / f"{n}.txt" for n in ARTICLES], tmp_path / "o", tmp_path / "p"
    assert kg("build", *inputs, "-o", out).status == 0
    people = entities("list", out, "--type", "Person", "--text", "Ada Müller").out.splitlines()
    assert len(people) == 2  # a minister and a singer
    ids = [line.split("\t")[-1] for line in people]
    assert entities("merge", out, *ids, "--by", "Eva").status == 0
    assert kg("build", *inputs, "-o", out).status == 0
    assert len(entities("list", out, "--type", "Person").out.splitlines()) == 1
    assert "Eva says Ada Müller" in kg("explain", out, "Ada Müller").out
    assert kg("build", *inputs, "-o", other, "--decisions", out / DECISIONS).status == 0
    names = sorted(path.name for path in out.iterdir())
    assert all((out / name).read_bytes() == (other / name).read_bytes() for name in names)
