from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kg.biaffine import (
    feature_row,
    is_tree,
    load,
    parse,
    save,
    shape,
    tree,
    word_features,
)  # fmt: skip
from tests.networks import random_network


def numbers(*sentence: str) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    inventory = random_network().inventory
    return np.array([feature_row(word, 0, "", inventory) for word in sentence], "int32")


@pytest.mark.parametrize(
    ("form", "expected"),
    [("Regen", "Xx"), ("EU-Gipfel", "X-Xx"), ("2024", "d"), ("3,5", "d,d"), ("iPhone", "xXx")],
)
def test_shape_keeps_kinds_of_signs(form: str, expected: str) -> None:
    assert shape(form) == expected


def test_word_features_hold_ends_and_cluster() -> None:
    found = word_features("Regierung", 0b1_0000_0101, "place")
    assert (found["word"], found["suffix3"], found["prefix3"]) == ("regierung", "ung", "reg")
    assert (found["cluster"], found["branch"], found["lists"]) == ("261", "5", "place")


def test_unknown_values_have_one_number() -> None:
    assert numbers("Der", "Hagel")[:, 0].tolist() == [2, 1]


@given(arrays("float32", (5, 5), elements=st.floats(-9, 9, width=32)))
def test_tree_is_always_a_tree(scores: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> None:
    assert is_tree(tree(scores))


@given(arrays("float32", (4, 4), elements=st.floats(-9, 9, width=32)))
def test_tree_is_the_best_below_its_root(
    scores: np.ndarray[tuple[int, int], np.dtype[np.float32]],
) -> None:
    found = tree(scores)

    def total(heads: tuple[int, ...] | list[int]) -> float:
        return sum(float(scores[word, head]) for word, head in enumerate(heads, 1))

    same_root = [
        heads
        for heads in product(range(4), repeat=3)
        if is_tree(heads) and heads.index(0) == found.index(0)
    ]
    assert total(found) >= max(map(total, same_root)) - 1e-3


def test_is_tree_rejects_circles_and_several_roots() -> None:
    assert is_tree([2, 0, 2])
    assert not is_tree([2, 1, 0])
    assert not is_tree([0, 0, 2])


def test_each_sentence_is_parsed_as_if_alone() -> None:
    network = random_network()
    sentences = [numbers("der", "regen", "fiel", "."), numbers("regen"), numbers("fiel", "der")]
    together = parse(network, sentences)
    assert together == [parse(network, [sentence])[0] for sentence in sentences]


def test_a_network_without_scorer_tells_no_parts_of_speech() -> None:
    network = random_network()
    sentences = [numbers("der", "regen", "fiel"), numbers("regen")]
    with_scorer = parse(network, sentences)
    assert [len(found.parts_of_speech) for found in with_scorer] == [3, 1]
    network.inventory.parts_of_speech.clear()
    without = parse(network, sentences)
    assert [found.parts_of_speech for found in without] == [[], []]
    assert [found.heads for found in without] == [found.heads for found in with_scorer]


def test_the_root_alone_is_called_root() -> None:
    for found in parse(random_network(), [numbers("der", "regen", "fiel", "lange", ".")]):
        roots = [head == 0 for head in found.heads]
        assert [relation == "ROOT" for relation in found.relations] == roots


def test_a_network_survives_the_disk(tmp_path: Path) -> None:
    network = random_network()
    save(network, tmp_path)
    again = load(tmp_path)
    assert again.inventory == network.inventory
    for name, value in network.weights.items():
        np.testing.assert_allclose(again.weights[name], value, rtol=1e-3, atol=1e-4)


def test_the_same_network_gives_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        save(random_network(), tmp_path / folder)
    for name in ("weights.npz", "inventory.json"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
