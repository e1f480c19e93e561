"""Train one of the larger parsers: `python -m training.teach DATA SEED WEIGHTS [--with-hdt]`."""

import argparse
from pathlib import Path

import numpy as np

from training.corpora import training_trees
from training.teacher import (
    TEACHER,
    TEACHER_FEATURES,
    Params,
    make_inventory,
    numbered,
    train_parser,
)
from training.vectors import known_words

EPOCHS = 24


def save(params: Params, path: Path) -> None:
    """Write weights as NumPy's `npz`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez(path, **{name: np.asarray(value) for name, value in params.items()})  # type: ignore[arg-type]


def load(path: Path) -> Params:
    """Read weights."""
    with np.load(path) as arrays:
        return dict(arrays)


def main() -> None:
    """Train and write the weights, after each epoch anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("seed", type=int)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--with-hdt", action="store_true")
    given = parser.parse_args()
    trees, known = training_trees(given.data, with_hdt=given.with_hdt), known_words()
    inventory = make_inventory(trees, known, TEACHER_FEATURES)
    sentences = numbered(trees, inventory, known)
    for params in train_parser(sentences, inventory, TEACHER, given.seed, EPOCHS):
        save(params, given.weights)


if __name__ == "__main__":
    main()
