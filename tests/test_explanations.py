"""The file that keeps what led to each statement."""

import json
from pathlib import Path

import pytest

from kg.explanations import (
    EXPLANATIONS,
    article_file,
    derivation_row,
    drop_derivations,
    keep_derivations,
    read_derivation,
)
from kg.model import Derivation, FrameUse, InputError, Reference, StanceWord, TimeWords

ARTICLE = "https://w3id.org/newskg/id/document/a"
BARE = Derivation("b2", "Ada ←appos– Ministerin", None, Reference("Ada"), None)
FULL = Derivation(
    "a1",
    "Baku ←nsubj– griff\u2028an",
    FrameUse("angreifen", "verb", "attacked", ("agent",), ("patient", "auf"), "agent", "auf"),
    Reference("sie", ("sie: pronoun for Ada",)),
    Reference("Goris"),
    (StanceWord("nicht", "negation", "negative"),),
    Reference("Ada", (), "griff ←ccomp– sagte –nsubj→ Ada"),
    TimeWords("am Dienstag", "Es war am Dienstag."),
    Reference("Goris", ("Goris: form of Goris",), "griff –obl:in→ Goris"),
)


def write(folder: Path, *derivations: Derivation) -> None:
    """Write the file by hand, with a line break of Unicode within a text."""
    rows = (json.dumps(derivation_row(d), ensure_ascii=False) for d in derivations)
    (folder / EXPLANATIONS).write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write(tmp_path, FULL, BARE)
    assert read_derivation(tmp_path, "a1", ARTICLE) == FULL
    assert read_derivation(tmp_path, "b2", ARTICLE) == BARE


def test_what_is_empty_is_left_out() -> None:
    row = derivation_row(BARE)
    assert row == {"id": "b2", "path": "Ada ←appos– Ministerin", "subject": {"text": "Ada"}}


def test_nothing_is_kept_of_what_is_not_there(tmp_path: Path) -> None:
    assert read_derivation(tmp_path, "a1", ARTICLE) is None
    write(tmp_path, BARE)
    assert read_derivation(tmp_path, "a1", ARTICLE) is None
    assert read_derivation(tmp_path / "graph.ttl", "a1", ARTICLE) is None


@pytest.mark.parametrize(
    "text", ["{", "[1]", '{"id": "a1"}', '{"id": "a1", "subject": {"wort": ""}}', '{"di": 1}']
)
def test_a_broken_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / EXPLANATIONS).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"explanations\.jsonl: is no file of explanations"):
        read_derivation(tmp_path, "a1", ARTICLE)


def test_a_store_keeps_each_article_by_itself(tmp_path: Path) -> None:
    keep_derivations(tmp_path, ARTICLE, [FULL])
    keep_derivations(tmp_path, "other", [BARE])
    assert read_derivation(tmp_path, "a1", ARTICLE) == FULL
    assert read_derivation(tmp_path, "a1", "other") is None
    drop_derivations(tmp_path, ARTICLE)
    drop_derivations(tmp_path, ARTICLE)
    assert read_derivation(tmp_path, "a1", ARTICLE) is None
    assert read_derivation(tmp_path, "b2", "other") == BARE
    keep_derivations(tmp_path, "other", [])
    assert not article_file(tmp_path, "other").exists()
