"""Small parsers with random weights."""

import numpy as np

from kg.biaffine import FEATURES, LAYERS, Inventory, Network

RELATIONS = ["ROOT", "det", "nsubj", "obj", "punct"]
PARTS_OF_SPEECH = ["DET", "NOUN", "PUNCT", "VERB"]
WIDTH = 5


def random_network(seed: int = 1, words: tuple[str, ...] = ("der", "regen", "fiel")) -> Network:
    """A network that knows a few words; its trees mean nothing but are always the same."""
    rng = np.random.default_rng(seed)

    def matrix(*size: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return rng.normal(0, 0.5, size).astype("float32")

    table = {word: i + 2 for i, word in enumerate(words)}
    features = {name: table if name == "word" else {} for name in FEATURES}
    weights = {f"e_{name}": matrix(len(values) + 2, 3) for name, values in features.items()}
    size = 3 * len(FEATURES)
    weights["root"] = matrix(size)
    for layer in range(LAYERS):
        for way in ("f", "b"):
            weights[f"x{layer}{way}"] = matrix(size, 4 * WIDTH)
            weights[f"h{layer}{way}"] = matrix(WIDTH, 4 * WIDTH)
            weights[f"c{layer}{way}"] = matrix(4 * WIDTH)
        size = 2 * WIDTH
    for side in ("arc_head", "arc_dep", "rel_head", "rel_dep"):
        weights[side], weights[f"{side}_b"] = matrix(size, 4), matrix(4)
    weights["arc"], weights["rel"] = matrix(5, 4), matrix(len(RELATIONS), 5, 5)
    weights["pos_side"], weights["pos_side_b"] = matrix(3 * len(FEATURES) + 4 * WIDTH, 4), matrix(4)
    weights["pos"] = matrix(5, len(PARTS_OF_SPEECH))
    return Network(weights, Inventory(features, RELATIONS, PARTS_OF_SPEECH[:]))
