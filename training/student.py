"""Train the network that ships: `python -m training.student DATA OUT TEACHER... [--with-hdt]`."""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from kg.biaffine import FEATURES, Inventory, Network, save
from training.corpora import training_trees, treeless, with_names
from training.silver import with_silver_trees
from training.teach import load
from training.teacher import (
    STUDENT,
    TEACHER_FEATURES,
    Params,
    Row,
    Targets,
    make_inventory,
    numbered,
    predicted,
    train_parser,
)
from training.treebank import Sentence, read_treebank
from training.vectors import known_words

EPOCHS = 6
SEED = 3
GOLD_COPIES = 2  # of trees made by hand, for one of those made by the larger parsers


def main() -> None:
    """Make silver trees, train on all trees and names, write the network after each epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("teachers", type=Path, nargs="+")
    parser.add_argument("--with-hdt", action="store_true")
    given = parser.parse_args()
    trees, known = training_trees(given.data, with_hdt=given.with_hdt), known_words()
    teachers = [load(path) for path in given.teachers]
    inventory = make_inventory(trees, known, TEACHER_FEATURES)
    silver = with_silver_trees(treeless(given.data, trees), teachers, inventory, known)
    print(f"{len(trees)} gold trees, {len(silver)} with silver trees or names", flush=True)
    sentences = [*with_names(given.data, trees) * GOLD_COPIES, *silver]
    train_student(sentences, known, given.data, given.target)


def train_student(
    sentences: Sequence[Sentence], known: dict[str, Row], data: Path, target: Path
) -> None:
    """Train, and print after each epoch how well the development set is read."""
    inventory = make_inventory(sentences, known, FEATURES)
    dev = [s for _, s in read_treebank(data / "ud" / "gsd_dev.conllu")]
    numbers = numbered(sentences, inventory, known)
    for epoch, params in enumerate(train_parser(numbers, inventory, STUDENT, SEED, EPOCHS), 1):
        right = attachment(params, inventory, dev, known)
        print(f"epoch {epoch}: UAS {right[0]:.1f} LAS {right[1]:.1f}", flush=True)
        save(without_names(params, inventory), target)


def without_names(params: Params, inventory: Targets) -> Network:
    """The network that ships: trees alone."""
    weights = {k: np.asarray(v) for k, v in params.items() if not k.startswith("name")}
    return Network(weights, Inventory(inventory.features, inventory.relations, []))


def attachment(
    params: Params, inventory: Targets, dev: Sequence[Sentence], known: dict[str, Row]
) -> tuple[float, float]:
    """Per cent of words, punctuation left out, with the right head, and the right relation too."""
    words = heads = both = 0
    for i, head, label, _ in predicted([params], inventory, numbered(dev, inventory, known)):
        for k, word in enumerate(dev[i]):
            if word.deprel != "punct":
                right = head[k] == (0 if word.head == k else (word.head or 0) + 1)
                words, heads = words + 1, heads + right
                both += right and inventory.relations[label[k]] == word.deprel
    return 100 * heads / words, 100 * both / words


if __name__ == "__main__":
    main()
