"""Let a trained parser tell parts of speech: `python -m training.parts_of_speech DATA PARSER`.

Its layers know more of the sentence than the taggers' encoder: a scorer of one hidden layer over
the words' vectors and both layers, whose weights stay as they are, reads them half a point better.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax  # type: ignore[import-untyped]

from kg.biaffine import Floats, Inventory, Network, batches, encoded, feature_row, load, save
from training.corpora import forms, gsd_tags, training_trees
from training.teacher import Params, Row, picked
from training.treebank import Sentence, with_whole_compounds
from training.vectors import known_words

HIDDEN = 112
EPOCHS = 6
BATCH = 512
RATE = 0.002
INPUT_DROPOUT, DROPOUT = 0.25, 0.33
SEED = 5


def main() -> None:
    """Train the scorer and write the parser anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("parser", type=Path)
    given = parser.parse_args()
    save(with_parts_of_speech(load(given.parser), tagged(given.data), known_words()), given.parser)


def tagged(data: Path) -> list[Sentence]:
    """German-GSD's training sentences, those with cut compounds also with whole ones."""
    trees = [s for s in training_trees(data, with_hdt=False) if any(word.feats for word in s)]
    known = {forms(s) for s in trees}
    cut = trees + [s for s in gsd_tags(data) if forms(s) not in known]
    whole = [with_whole_compounds(s) for s in cut]
    return cut + [w for w, s in zip(whole, cut, strict=True) if len(w) != len(s)]


def with_parts_of_speech(
    network: Network, sentences: Sequence[Sentence], known: dict[str, Row]
) -> Network:
    """The network with a scorer of parts of speech, learned from tagged sentences."""
    kinds = sorted({word.upos for sentence in sentences for word in sentence})
    number = {kind: i for i, kind in enumerate(kinds)}
    labels = np.array([number[word.upos] for s in sentences for word in s], "int32")
    scorer = train(states(network, sentences, known), labels, len(kinds))
    weights = {name: np.asarray(value) for name, value in scorer.items()}
    old = network.inventory
    return Network(network.weights | weights, Inventory(old.features, old.relations, kinds))


def states(network: Network, sentences: Sequence[Sentence], known: dict[str, Row]) -> Floats:
    """What the parser makes of each word, its vectors and both layers side by side, in order."""
    numbers = [
        np.array(
            [feature_row(w.form, *known.get(w.form, (0, "")), network.inventory) for w in s],
            "int32",
        )
        for s in sentences
    ]
    found: dict[int, Any] = {}
    for batch in batches([len(n) for n in numbers]):
        lengths = [len(numbers[i]) + 1 for i in batch]
        layers = np.concatenate(encoded(network, [numbers[i] for i in batch], lengths), axis=-1)
        for row, i in enumerate(batch):
            found[i] = layers[1 : lengths[row], row].astype("float16")
    return np.concatenate([found[i] for i in range(len(numbers))])


def train(inputs: Floats, labels: Any, kinds: int) -> Params:
    """Train the scorer.

    Args:
        inputs: (words, features).
        labels: (words), numbers of parts of speech.
        kinds: How many there are.
    """
    rng, key = np.random.default_rng(SEED), jax.random.key(SEED)
    params = initial(rng, inputs.shape[1], kinds)
    size = min(BATCH, len(labels))
    steps = EPOCHS * (len(labels) // size)
    optimizer = optax.adam(optax.cosine_decay_schedule(RATE, steps))
    state = optimizer.init(params)

    @jax.jit  # type: ignore[untyped-decorator]
    def update(params: Params, state: Any, x: Any, y: Any, key: Any) -> Any:
        change, state = optimizer.update(jax.grad(loss)(params, x, y, key), state)
        return optax.apply_updates(params, change), state

    for _ in range(EPOCHS):
        order = rng.permutation(len(labels))
        for at in range(0, len(order) - size + 1, size):
            key, now = jax.random.split(key)
            chosen = order[at : at + size]
            x, y = inputs[chosen].astype("float32"), labels[chosen]
            params, state = update(params, state, x, y, now)
    return params


def initial(rng: np.random.Generator, width: int, kinds: int) -> Params:
    """Random weights, as `kg.biaffine.part_of_speech_scores` reads them."""
    side, last = (
        rng.normal(0, (2 / width) ** 0.5, (width, HIDDEN)),
        rng.normal(size=(HIDDEN, kinds)),
    )
    last = np.concatenate([last * HIDDEN**-0.5, np.zeros((1, kinds))])
    found = {"pos_side": side, "pos_side_b": np.zeros(HIDDEN), "pos": last}
    return {name: value.astype("float32") for name, value in found.items()}


def loss(params: Params, x: Any, y: Any, key: Any) -> Any:
    """Mean negative log likelihood of the labels."""
    below, above = jax.random.split(key)
    x *= jax.random.bernoulli(below, 1 - INPUT_DROPOUT, x.shape) / (1 - INPUT_DROPOUT)
    x = jax.nn.leaky_relu(x @ params["pos_side"] + params["pos_side_b"], 0.1)
    x *= jax.random.bernoulli(above, 1 - DROPOUT, x.shape) / (1 - DROPOUT)
    x = jnp.concatenate([x, jnp.ones((len(x), 1))], -1)
    return -picked(jax.nn.log_softmax(x @ params["pos"], -1)[None], y[None]).mean()


if __name__ == "__main__":
    main()
