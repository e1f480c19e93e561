"""The training side of the parser, on a handful of sentences."""

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("jax", reason="needs the extra `training`")

from kg.biaffine import FEATURES, parse
from training import teacher
from training.silver import with_silver_trees
from training.student import without_names
from training.teach import load, save
from training.teacher import (
    Params,
    Size,
    initial,
    make_inventory,
    numbered,
    predicted,
    train_parser,
)  # fmt: skip
from training.treebank import Sentence, Word

SMALL = Size(8, 8, 8, 8)
KNOWN = {"Rat": (5, ""), "Rom": (9, "city+place")}


def sentence(*rows: tuple[str, int, str, str]) -> Sentence:
    return [Word(form, True, head=head, deprel=rel, name=name) for form, head, rel, name in rows]


TREES = [
    sentence(("Der", 1, "det", "O"), ("Rat", 2, "nsubj", "B-ORG"), ("tagt", 2, "ROOT", "O")),
    sentence(("Rom", 1, "nsubj", "B-LOC"), ("wartet", 1, "ROOT", "O"), (".", 1, "punct", "O")),
    sentence(("Der", 1, "det", "O"), ("Rat", 2, "nsubj", "B-ORG"), ("wartet", 2, "ROOT", "O")),
] * 2


def trained(epochs: int) -> Params:
    inventory = make_inventory(TREES, KNOWN, FEATURES)
    numbers = numbered(TREES, inventory, KNOWN)
    *_, params = train_parser(numbers, inventory, SMALL, 1, epochs)
    return {name: np.asarray(value) for name, value in params.items()}


@pytest.fixture(scope="module")
def learned() -> Params:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(teacher, "PEAK_RATE", 0.05)
        return trained(60)


def test_training_learns_its_trees(learned: Params) -> None:
    inventory = make_inventory(TREES, KNOWN, FEATURES)
    numbers = numbered(TREES, inventory, KNOWN)
    found = parse(without_names(learned, inventory), [n.features for n in numbers])
    assert [one.heads for one in found[:3]] == [[2, 3, 0], [2, 0, 2], [2, 3, 0]]
    assert found[1].relations == ["nsubj", "ROOT", "punct"]


def test_training_twice_gives_the_same_weights() -> None:
    first, second = trained(1), trained(1)
    assert all(np.array_equal(first[name], second[name]) for name in first)


def test_both_sides_read_alike(learned: Params) -> None:
    inventory = make_inventory(TREES, KNOWN, FEATURES)
    numbers = numbered(TREES, inventory, KNOWN)
    read = parse(without_names(learned, inventory), [n.features for n in numbers])
    for i, heads, labels, _ in predicted([learned], inventory, numbers):
        assert read[i].heads == heads.tolist()
        assert read[i].relations == [inventory.relations[k] for k in labels]


def test_sentences_that_parsers_are_unsure_of_keep_their_names_alone() -> None:
    inventory = make_inventory(TREES, KNOWN, FEATURES)
    bare = [[Word(w.form, True, name=w.name) for w in s] for s in TREES]
    nameless = [[Word(w.form, True) for w in s] for s in TREES]
    params = initial(inventory, SMALL, 1)
    assert with_silver_trees(bare, [params], inventory, KNOWN) == bare
    assert with_silver_trees(nameless, [params], inventory, KNOWN) == []


def test_weights_survive_the_disk(tmp_path: Path) -> None:
    params = initial(make_inventory(TREES, KNOWN, FEATURES), SMALL, 1)
    save(params, tmp_path / "weights.npz")
    again = load(tmp_path / "weights.npz")
    assert all(np.array_equal(again[name], value) for name, value in params.items())
