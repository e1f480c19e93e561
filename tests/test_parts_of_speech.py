"""Training the parser's scorer of parts of speech, on a handful of sentences."""

import numpy as np
import pytest

pytest.importorskip("jax", reason="needs the extra `training`")

from kg.biaffine import Network, feature_row, parse
from tests.networks import random_network
from training import parts_of_speech
from training.parts_of_speech import with_parts_of_speech
from training.treebank import Sentence, Word


def tagged(*words: tuple[str, str]) -> Sentence:
    return [Word(form, True, upos=upos) for form, upos in words]


TAGGED = [
    tagged(("Der", "DET"), ("Regen", "NOUN"), ("fiel", "VERB")),
    tagged(("Regen", "NOUN"), ("fiel", "VERB")),
] * 8


def trained() -> Network:
    return with_parts_of_speech(random_network(), TAGGED, {})


def test_the_scorer_learns_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts_of_speech, "EPOCHS", 200)
    network = trained()
    words = ["Der", "Regen", "fiel"]
    numbers = np.array([feature_row(w, 0, "", network.inventory) for w in words], "int32")
    assert parse(network, [numbers])[0].parts_of_speech == ["DET", "NOUN", "VERB"]


def test_the_trees_stay_as_they_were() -> None:
    network = random_network()
    found = trained()
    assert all(np.array_equal(found.weights[n], network.weights[n]) for n in ("rel", "x0f", "arc"))
    assert found.inventory.relations == network.inventory.relations
    assert found.inventory.parts_of_speech == ["DET", "NOUN", "VERB"]


def test_training_twice_gives_the_same_weights() -> None:
    first, second = trained(), trained()
    assert all(np.array_equal(first.weights[name], second.weights[name]) for name in first.weights)
