"""Tables for pandas."""

import sys
from pathlib import Path

import pandas as pd
import pytest

from kg.frames import to_dataframe
from kg.graph import load_graph
from kg.model import Corpus, MissingLibraryError
from kg.rdf import serialize
from tests.corpora import MINISTERIN, NORDLAND, SUEDLAND, small_corpus


def test_every_statement_is_a_row() -> None:
    corpus = small_corpus()
    frame = to_dataframe(corpus)
    assert list(frame.index) == sorted(s.id for s in corpus.statements)
    assert frame.index.name == "id"
    first = frame.loc["a1"]
    assert (first["subject"], first["object"], first["literal"]) == (NORDLAND, SUEDLAND, False)
    assert (first["subject_label"], first["date"]) == ("Nordland", "2023-09-19")
    assert first["confidence"] == pytest.approx(0.83)
    assert frame.loc["d1", "object"] == "32"
    assert frame.loc["d1", "literal"]


def test_what_is_unknown_is_missing() -> None:
    frame = to_dataframe(small_corpus())
    assert list(frame.index[frame["date"].isna()]) == ["b1", "b2", "c1", "d1", "d2", "e1"]
    assert list(frame.index[frame["source"].notna()]) == ["c1"]
    assert frame.loc["c1", "source"] == MINISTERIN


def test_stances_can_be_counted() -> None:
    frame = to_dataframe(small_corpus())
    assert isinstance(frame["modality"].dtype, pd.CategoricalDtype)
    held = frame[(frame["polarity"] == "positive") & (frame["modality"] == "asserted")]
    assert len(held) == len(frame) - 2


def test_every_entity_is_a_row() -> None:
    corpus = small_corpus()
    frame = to_dataframe(corpus, "entities")
    assert list(frame.index) == sorted(entity.id for entity in corpus.entities)
    assert frame.loc[SUEDLAND, "wikidata"] == "Q99999901"
    assert list(frame.index[frame["wikidata"].notna()]) == [SUEDLAND]
    assert frame.loc[NORDLAND, "label_en"] == "Northland"


def test_sources_of_every_kind_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "g.nq"
    path.write_bytes(serialize(small_corpus(), "nquads"))
    pd.testing.assert_frame_equal(to_dataframe(path), to_dataframe(load_graph(path)))
    assert len(to_dataframe(path)) == len(small_corpus().statements)


def test_an_empty_graph_is_an_empty_table() -> None:
    assert to_dataframe(Corpus()).empty
    assert to_dataframe(Corpus(), "entities").empty


def test_without_pandas_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingLibraryError, match=r"pip install 'newskg\[pandas\]'"):
        to_dataframe(small_corpus())
