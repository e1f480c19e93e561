"""A dependency parser: two layers of bidirectional LSTM, biaffine scores for heads and relations.

It reads parts of speech off the same layers.

Dozat and Manning 2017, "Deep Biaffine Attention for Neural Dependency Parsing". This is the
reading side, in NumPy; `training/teacher.py` makes the weights. Words of a sentence count from 1,
place 0 is the root.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Numbers = NDArray[np.int32]

LAYERS = 2
ONE, HALF = np.float32(1), np.float32(0.5)
BATCH_WORDS = 600  # padding included; what a processor keeps at hand is fastest
LIKELY_HEADS = 5  # of a word whose likeliest heads make a circle
BRANCH = 128  # clusters that agree in the seven bits at the top of their tree are one branch
FEATURES = (
    "word", "cluster", "branch", "suffix2", "suffix3", "suffix4", "prefix3", "shape", "lists",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Inventory:
    """What the rows of weights stand for.

    Attributes:
        features: Numbers for the values of each feature, from 2 (0 is padding, 1 anything else).
        relations: Of a word to its head.
        parts_of_speech: Universal ones; none where the network does not tell them.
    """

    features: dict[str, dict[str, int]]
    relations: list[str]
    parts_of_speech: list[str]


@dataclass(frozen=True, slots=True)
class Network:
    """Weights by name, and what their rows stand for."""

    weights: dict[str, Floats]
    inventory: Inventory


@dataclass(frozen=True, slots=True)
class Parse:
    """Head (0 for the root), relation and part of speech, if told, of each word of a sentence."""

    heads: list[int]
    relations: list[str]
    parts_of_speech: list[str]


def word_features(form: str, cluster: int, lists: str) -> dict[str, str]:
    """What the parser knows of a word.

    Args:
        form: The word as written.
        cluster: Its Brown cluster, 0 for none.
        lists: The lists of names that it is in, "" for none.
    """
    lower = form.lower()
    return {
        "word": lower,
        "cluster": str(cluster),
        "branch": str(cluster % BRANCH),
        "suffix2": lower[-2:],
        "suffix3": lower[-3:],
        "suffix4": lower[-4:],
        "prefix3": lower[:3],
        "shape": shape(form),
        "lists": lists,
    }


def shape(form: str) -> str:
    """Capitals, digits and signs of a word, repetitions dropped: `Xx`, `d-x`."""
    marks = ["d" if c.isdigit() else kind_of_letter(c) for c in form]
    return "".join(m for i, m in enumerate(marks) if i == 0 or m != marks[i - 1])[:6]


def kind_of_letter(character: str) -> str:
    """`X` for a capital, `x` for another letter, other signs themselves."""
    return "X" if character.isupper() else "x" if character.isalpha() else character


def feature_row(form: str, cluster: int, lists: str, inventory: Inventory) -> list[int]:
    """The numbers of a word's features, in the order of `FEATURES`."""
    values = word_features(form, cluster, lists)
    return [inventory.features[name].get(values[name], 1) for name in FEATURES]


def parse(network: Network, sentences: Sequence[Numbers]) -> list[Parse]:
    """Parse sentences.

    Args:
        network: The weights.
        sentences: For each sentence an array (words, features) of numbers from `feature_row`.

    Returns:
        A tree with one root for each sentence, in their order.
    """
    found: dict[int, Parse] = {}
    for batch in batches([len(s) for s in sentences]):
        read = parse_batch(network, [sentences[i] for i in batch])
        found.update(zip(batch, read, strict=True))
    return [found[i] for i in range(len(sentences))]


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Cut positions of sentences into batches, the longest sentences first."""
    order = sorted(range(len(lengths)), key=lambda i: -lengths[i])
    while order:
        size = max(1, BATCH_WORDS // (lengths[order[0]] + 1))
        yield order[:size]
        order = order[size:]


def parse_batch(network: Network, sentences: Sequence[Numbers]) -> Iterator[Parse]:
    """Parse sentences that are sorted by falling length."""
    lengths = [len(s) + 1 for s in sentences]
    layers = encoded(network, sentences, lengths)
    states = np.ascontiguousarray(layers[-1].swapaxes(0, 1))
    arcs = arc_scores(network.weights, states)
    heads = np.zeros(states.shape[:2], "int64")
    for row, length in enumerate(lengths):
        heads[row, 1:length] = tree(arcs[row, :length, :length])
    labels = relation_numbers(network, states, heads)
    known = network.inventory.relations
    for row, (length, kinds) in enumerate(
        zip(lengths, told(network, layers, lengths), strict=True)
    ):
        own = heads[row, 1:length].tolist()
        yield Parse(own, relations(own, [known[k] for k in labels[row, 1:length]]), kinds)


def told(network: Network, layers: Sequence[Floats], lengths: Sequence[int]) -> Iterator[list[str]]:
    """The parts of speech of each sentence, none where the network does not tell them."""
    names = network.inventory.parts_of_speech
    best = part_of_speech_scores(network.weights, layers).argmax(-1) if names else None
    for row, length in enumerate(lengths):
        yield [] if best is None else [names[k] for k in best[1:length, row]]


def part_of_speech_scores(w: dict[str, Floats], layers: Sequence[Floats]) -> Floats:
    """Scores (place, sentence, part of speech), read off the words' vectors and both layers."""
    states = np.concatenate(layers, axis=-1)
    return product(side(w, states, "pos_side", bias=True), w["pos"])


def relations(heads: Sequence[int], labels: Sequence[str]) -> list[str]:
    """Relations such that the root, and it alone, is called so."""
    return [
        "ROOT" if head == 0 else "dep" if label == "ROOT" else label
        for head, label in zip(heads, labels, strict=True)
    ]


def encoded(network: Network, sentences: Sequence[Numbers], lengths: Sequence[int]) -> list[Floats]:
    """The words' vectors and the states of each layer (place, sentence, feature)."""
    w = network.weights
    vectors, where = word_vectors(w, sentences, lengths)
    # A batch has half as many different words as words; each is multiplied once.
    gates = {way: (vectors @ w[f"x0{way}"] + w[f"c0{way}"])[at]
             for way, at in (("f", where), ("b", turned(where, lengths)))}  # fmt: skip
    layers = [vectors[where]]
    for layer in range(LAYERS):
        if layer:
            below = {"f": layers[-1], "b": turned(layers[-1], lengths)}
            gates = {y: product(x, w[f"x{layer}{y}"]) + w[f"c{layer}{y}"] for y, x in below.items()}
        ahead = lstm(w[f"h{layer}f"], gates["f"], lengths)
        back = turned(lstm(w[f"h{layer}b"], gates["b"], lengths), lengths)
        layers.append(np.concatenate([ahead, back], axis=2))
    return layers


def word_vectors(
    w: dict[str, Floats], sentences: Sequence[Numbers], lengths: Sequence[int]
) -> tuple[Floats, NDArray[np.int64]]:
    """The vectors of padding, the root and all different words, and where each stands.

    Returns:
        Arrays (number, feature) and (place, sentence).
    """
    rows, numbers = np.unique(np.concatenate(sentences), axis=0, return_inverse=True)
    words = [w[f"e_{name}"][rows[:, k]] for k, name in enumerate(FEATURES)]
    padding = np.zeros_like(w["root"])
    vectors = np.concatenate([np.stack([padding, w["root"]]), np.concatenate(words, axis=1)])
    where = np.zeros((lengths[0], len(sentences)), "int64")
    where[0] = 1
    ends = np.cumsum([len(sentence) for sentence in sentences])
    for row, (end, length) in enumerate(zip(ends, lengths, strict=True)):
        where[1:length, row] = numbers[end - length + 1 : end].ravel() + 2
    return vectors, where


def product(values: Floats, matrix: Floats) -> Floats:
    """Products with all vectors of an array at once; NumPy would multiply place by place."""
    flat = values.reshape(-1, values.shape[-1]) @ matrix
    return np.asarray(flat.reshape(*values.shape[:-1], -1))


def turned(values: NDArray[Any], lengths: Sequence[int]) -> NDArray[Any]:
    """Values (place, sentence, …), each sentence in reverse order, padding left behind it."""
    new = np.zeros_like(values)
    for row, length in enumerate(lengths):
        new[:length, row] = values[:length, row][::-1]
    return new


def lstm(recurrent: Floats, gates: Floats, lengths: Sequence[int]) -> Floats:
    """One direction of a layer over the products of its input, the longest sentences first."""
    places, count, _ = gates.shape
    width = len(recurrent)
    hidden, cell = np.zeros((2, count, width), "float32")
    states = np.zeros((places, count, width), "float32")
    for place in range(places):
        live = sum(length > place for length in lengths)
        gate = hidden[:live] @ recurrent
        gate += gates[place, :live]
        i, f, g, o = (gate[:, k * width : (k + 1) * width] for k in range(4))
        cell[:live] *= sigmoid(f + ONE)
        cell[:live] += sigmoid(i) * np.tanh(g)
        np.multiply(sigmoid(o), np.tanh(cell[:live]), out=hidden[:live])
        states[place, :live] = hidden[:live]
    return states


def sigmoid(x: Floats) -> Floats:
    """The logistic function, by the hyperbolic tangent, which cannot overflow."""
    y: Floats = np.tanh(HALF * x)
    y *= HALF
    y += HALF
    return y


def side(w: dict[str, Floats], states: Floats, name: str, *, bias: bool) -> Floats:
    """One side of a biaffine scorer, with a constant 1 at the end if `bias`."""
    x = product(states, w[name]) + w[f"{name}_b"]
    x = np.maximum(x, np.float32(0.1) * x)
    return np.concatenate([x, np.ones_like(x[..., :1])], axis=-1) if bias else x


def arc_scores(w: dict[str, Floats], states: Floats) -> Floats:
    """Scores (sentence, place, head)."""
    left = product(side(w, states, "arc_dep", bias=True), w["arc"])
    head = side(w, states, "arc_head", bias=False)
    return np.asarray(left @ head.transpose(0, 2, 1))


def relation_numbers(network: Network, states: Floats, heads: NDArray[np.int64]) -> Numbers:
    """The best relation (sentence, place) under the given heads."""
    w = network.weights
    dependent = side(w, states, "rel_dep", bias=True)
    head = np.take_along_axis(side(w, states, "rel_head", bias=True), heads[..., None], 1)
    count, width, _ = w["rel"].shape
    flat = w["rel"].transpose(1, 0, 2).reshape(width, count * width)
    best = np.zeros(heads.shape, "int32")
    for row, words in enumerate(dependent):  # all sentences at once would not fit into a cache
        half = (words @ flat).reshape(len(words), count, width)
        best[row] = (half @ head[row, :, :, None])[..., 0].argmax(-1)
    return best


def tree(scores: Floats) -> list[int]:
    """The heads of a sentence's words: the best of each if that makes a tree, else the best tree.

    Args:
        scores: (place, head), place 0 being the root, whose own row is not read.
    """
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    probable = scores[1:] - np.logaddexp.reduce(scores[1:], axis=1, keepdims=True)
    heads = best_heads(probable)
    if not is_tree(heads):
        root = int(probable[:, 0].argmax())
        probable[:, 0] = -np.inf
        probable[root] = -np.inf
        probable[root, 0] = 0
        heads = best_heads(probable)
    return heads if is_tree(heads) else best_tree(probable)


def best_heads(probable: Floats) -> list[int]:
    """The best head of each word."""
    return [int(head) for head in probable.argmax(1)]


def is_tree(heads: Sequence[int]) -> bool:
    """Whether heads (of the words from 1 on, 0 for the root) make one tree with a single root."""
    return list(heads).count(0) == 1 and all(leads_to_root(heads, i) for i in range(len(heads)))


def leads_to_root(heads: Sequence[int], i: int) -> bool:
    """Whether the way up from a word ends at the root."""
    for _ in heads:
        if heads[i] == 0:
            return True
        i = heads[i] - 1
    return False


def best_tree(probable: Floats) -> list[int]:
    """The best tree (Chu and Liu 1965, Edmonds 1967) over the likeliest heads of each word.

    Args:
        probable: Log probabilities (word, head), of which only one word has any for the root.
    """
    graph: nx.DiGraph[int] = nx.DiGraph()
    root = int(np.isfinite(probable[:, 0]).argmax()) + 1
    for word, row in enumerate(probable, 1):
        heads = {0} if word == root else {root, *map(int, row.argsort()[-LIKELY_HEADS:])} - {0}
        graph.add_weighted_edges_from(
            (head, word, float(row[head])) for head in sorted(heads) if np.isfinite(row[head])
        )
    found = nx.maximum_spanning_arborescence(graph)
    above = {word: head for head, word in found.edges}
    return [above[word] for word in range(1, len(probable) + 1)]


def save(network: Network, folder: Path) -> None:
    """Write a network, its weights in half precision."""
    folder.mkdir(parents=True, exist_ok=True)
    halves = {name: value.astype("float16") for name, value in network.weights.items()}
    np.savez_compressed(folder / "weights.npz", **halves)  # type: ignore[arg-type]
    text = json.dumps(asdict(network.inventory), ensure_ascii=False, separators=(",", ":"))
    (folder / "inventory.json").write_text(text, encoding="utf-8")


def load(folder: Path) -> Network:
    """Read a network that `save` wrote."""
    with np.load(folder / "weights.npz") as arrays:
        weights = {name: arrays[name].astype("float32") for name in arrays}
    made = json.loads((folder / "inventory.json").read_text(encoding="utf-8"))
    return Network(weights, Inventory(**made))
