"""Train the biaffine parser of `kg/biaffine.py`, in JAX.

Two such parsers with other seeds, which also see parts of speech, read the sentences that have no
trees; the one that ships learns from their trees too (Zhou and Li 2005, "Tri-training"; Kim and
Rush 2016, "Sequence-Level Knowledge Distillation").
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax  # type: ignore[import-untyped]
from numpy.typing import NDArray

from kg.biaffine import LAYERS, Inventory, word_features
from training.treebank import Sentence, Word

Params = dict[str, Any]
Row = tuple[int, str]  # of the table of vectors: a Brown cluster, and lists of names
Batch = dict[str, NDArray[np.int32]]

WIDTHS = {
    "word": 64, "cluster": 64, "branch": 24, "suffix2": 24, "suffix3": 48, "suffix4": 48,
    "prefix3": 32, "shape": 16, "tag": 32, "lists": 16,
}  # fmt: skip
LENGTHS = (8, 12, 16, 20, 26, 32, 40, 52, 70, 100, 150)  # sentences are padded to one of these
BATCH_WORDS = 1200
MOST_VALUES = 8000  # of one feature
RARE = 2  # how often a value has to occur

DROPOUT = 0.33
INPUT_DROPOUT = 0.2
NO_TAG = 0.4  # share of training sentences whose parts of speech are hidden
PEAK_RATE = 0.002
WARM_STEPS = 200


@dataclass(frozen=True, slots=True)
class Size:
    """Widths of one direction of an LSTM layer and of the scorers; `name` is 0 for none."""

    lstm: int
    arc: int
    relation: int
    name: int


TEACHER = Size(200, 300, 100, 0)
STUDENT = Size(200, 256, 64, 100)  # as large as 6,000 tokens a second allow
TEACHER_FEATURES = (
    "word", "cluster", "branch", "suffix2", "suffix3", "suffix4", "prefix3", "shape", "tag",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Numbered:
    """A sentence in numbers.

    Attributes:
        features: (words, features).
        heads: 0 for the root, -1 where there is no tree.
        relations: Read where there are heads.
        names: Numbers of IOB2 tags, -1 where names are not marked.
    """

    features: NDArray[np.int32]
    heads: NDArray[np.int32]
    relations: NDArray[np.int32]
    names: NDArray[np.int32]


def values(word: Word, known: dict[str, Row]) -> dict[str, str]:
    """The features of a word, its part of speech (`tag`) among them."""
    return {**word_features(word.form, *known.get(word.form, (0, ""))), "tag": word.upos}


@dataclass(frozen=True, slots=True)
class Targets(Inventory):
    """With the IOB2 tags of names, which training predicts on the side; `O` is the first."""

    names: list[str]


def make_inventory(
    sentences: Sequence[Sentence], known: dict[str, Row], names: Sequence[str]
) -> Targets:
    """Number the commoner values of the named features, the relations and the tags of names."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in names}
    words = [word for sentence in sentences for word in sentence]
    for word in words:
        found = values(word, known)
        for name in names:
            counts[name][found[name]] += 1
    features = {}
    for name, counted in counts.items():
        often = sorted((-n, value) for value, n in counted.items() if value and n >= RARE)
        features[name] = {value: i + 2 for i, (_, value) in enumerate(often[:MOST_VALUES])}
    relations = sorted({word.deprel for word in words if word.deprel})
    return Targets(features, relations, [], ["O", *sorted({w.name for w in words} - {"O", ""})])


def numbered(
    sentences: Sequence[Sentence], inventory: Targets, known: dict[str, Row]
) -> list[Numbered]:
    """Sentences in numbers."""
    relation = {name: i for i, name in enumerate(inventory.relations)}
    name = {tag: i for i, tag in enumerate(inventory.names)}
    found = []
    for sentence in sentences:
        rows = [values(word, known) for word in sentence]
        columns = (
            [[t.get(row[n], 1) for n, t in inventory.features.items()] for row in rows],
            [head_number(i, word.head) for i, word in enumerate(sentence)],
            [relation.get(word.deprel, 0) for word in sentence],
            [name.get(word.name, -1) for word in sentence],
        )
        found.append(Numbered(*(np.array(column, "int32") for column in columns)))
    return found


def head_number(i: int, head: int | None) -> int:
    """The place of a head, the root being 0; -1 where there is no tree."""
    return -1 if head is None else 0 if head == i else head + 1


def batches(
    sentences: Sequence[Numbered], rng: np.random.Generator | None = None
) -> Iterator[tuple[list[int], Batch]]:
    """Yield (positions of the sentences, arrays) of sentences of like length, shuffled by `rng`."""
    cut = [part for group in by_length(sentences).items() for part in parts(*group, rng)]
    for at in rng.permutation(len(cut)) if rng else range(len(cut)):
        length, chosen = cut[at]
        yield chosen, arrays([sentences[i] for i in chosen], BATCH_WORDS // length, length)


def by_length(sentences: Sequence[Numbered]) -> dict[int, list[int]]:
    """Positions of the sentences by the length that they are padded to, the longest left out."""
    groups: dict[int, list[int]] = {}
    for i, sentence in enumerate(sentences):
        words = len(sentence.heads)
        if 0 < words <= LENGTHS[-1]:
            groups.setdefault(next(n for n in LENGTHS if words <= n), []).append(i)
    return groups


def parts(
    length: int, members: list[int], rng: np.random.Generator | None
) -> Iterator[tuple[int, list[int]]]:
    """Cut the sentences of one padded length into batches."""
    order = rng.permutation(members).tolist() if rng else members
    size = BATCH_WORDS // length
    yield from ((length, order[at : at + size]) for at in range(0, len(order), size))


def arrays(chosen: Sequence[Numbered], rows: int, length: int) -> Batch:
    """Arrays (row, place), features (row, place, feature); place 0 is the root.

    `mask` is 1 for words, `tree` and `marked` for those with a known head and a known name.
    """
    kinds = chosen[0].features.shape[1]
    columns = ("head", "rel", "name", "mask", "tree", "marked")
    made = {name: np.zeros((rows, length + 1), "int32") for name in columns}
    made["features"] = np.zeros((rows, length + 1, kinds), "int32")
    for row, sentence in enumerate(chosen):
        words = slice(1, len(sentence.heads) + 1)
        made["features"][row, words] = sentence.features
        made["head"][row, words] = np.maximum(sentence.heads, 0)
        made["rel"][row, words] = sentence.relations
        made["name"][row, words] = np.maximum(sentence.names, 0)
        made["mask"][row, words] = 1
        made["tree"][row, words] = sentence.heads >= 0
        made["marked"][row, words] = sentence.names >= 0
    return made


def initial(inventory: Targets, size: Size, seed: int) -> Params:
    """Random weights."""
    rng = np.random.default_rng(seed)

    def matrix(*size: int) -> NDArray[np.float32]:
        bound = (6 / (size[-2] + size[-1])) ** 0.5
        return rng.uniform(-bound, bound, size).astype("float32")

    params: Params = {}
    for name, table in inventory.features.items():
        params[f"e_{name}"] = rng.normal(0, 0.3, (len(table) + 2, WIDTHS[name])).astype("float32")
    width = sum(WIDTHS[name] for name in inventory.features)
    params["root"] = rng.normal(0, 0.3, width).astype("float32")
    for layer in range(LAYERS):
        for way in ("f", "b"):
            params[f"x{layer}{way}"] = matrix(width, 4 * size.lstm)
            params[f"h{layer}{way}"] = matrix(size.lstm, 4 * size.lstm)
            params[f"c{layer}{way}"] = np.zeros(4 * size.lstm, "float32")
        width = 2 * size.lstm
    for name, own in (("arc", size.arc), ("rel", size.relation)):
        for side in ("head", "dep"):
            params[f"{name}_{side}"] = matrix(width, own)
            params[f"{name}_{side}_b"] = np.zeros(own, "float32")
    params["arc"] = matrix(size.arc + 1, size.arc)
    params["rel"] = matrix(len(inventory.relations), size.relation + 1, size.relation + 1)
    if size.name:
        params["name_side"] = matrix(width, size.name)
        params["name_side_b"] = np.zeros(size.name, "float32")
        params["name"] = matrix(size.name + 1, len(inventory.names))
    return params


def dropped(key: Any, x: Any, rate: float) -> Any:
    """Drop features, the same ones at every word of a sentence; without a key none."""
    if key is None:
        return x
    return x * jax.random.bernoulli(key, 1 - rate, (x.shape[0], 1, x.shape[2])) / (1 - rate)


def split(key: Any, count: int) -> Any:
    """Keys for several uses, `None`s for none."""
    return [None] * count if key is None else jax.random.split(key, count)


def lstm(params: Params, name: str, x: Any, mask: Any, *, backwards: bool) -> Any:
    """One direction of a layer over (sentence, place, feature)."""
    gates = (x @ params[f"x{name}"] + params[f"c{name}"]).swapaxes(0, 1)
    recurrent = params[f"h{name}"]

    def step(state: Any, given: Any) -> Any:
        h, c = state
        gate, live = given
        i, f, g, o = jnp.split(gate + h @ recurrent, 4, axis=-1)
        c = jnp.where(live, jax.nn.sigmoid(f + 1) * c + jax.nn.sigmoid(i) * jnp.tanh(g), c)
        h = jnp.where(live, jax.nn.sigmoid(o) * jnp.tanh(c), h)
        return (h, c), h

    start = jnp.zeros((x.shape[0], len(recurrent)))
    live = mask.astype(bool).swapaxes(0, 1)[..., None]
    _, states = jax.lax.scan(step, (start, start), (gates, live), reverse=backwards)
    return states.swapaxes(0, 1)


def embedded(params: Params, names: Sequence[str], features: Any, key: Any) -> Any:
    """The words' vectors side by side; training hides some words and some sentences' tags."""
    found = [params[f"e_{name}"][features[..., k]] for k, name in enumerate(names)]
    if key is not None:
        words, tags = jax.random.split(key)
        found[0] *= jax.random.bernoulli(words, 1 - DROPOUT, (*features.shape[:2], 1))
        if names[-1] == "tag":
            found[-1] *= jax.random.bernoulli(tags, 1 - NO_TAG, (features.shape[0], 1, 1))
    return jnp.concatenate(found, axis=-1).at[:, 0].set(params["root"])


def encoded(params: Params, names: Sequence[str], batch: Batch, key: Any) -> Any:
    """States of the upper layer (sentence, place, feature); without a key nothing is dropped."""
    keys = split(key, LAYERS + 2)
    x = embedded(params, names, batch["features"], keys[0])
    mask = jnp.asarray(batch["mask"]).at[:, 0].set(1)
    for layer in range(LAYERS):
        x = dropped(keys[layer + 1], x, DROPOUT if layer else INPUT_DROPOUT)
        both = [lstm(params, f"{layer}{way}", x, mask, backwards=way == "b") for way in "fb"]
        x = jnp.concatenate(both, axis=-1)
    return dropped(keys[-1], x, DROPOUT)


def tree_scores(params: Params, states: Any, mask: Any, keys: Any) -> tuple[Any, Any]:
    """Log probabilities of heads (sentence, place, head), and the sides for relations."""
    sides = {}
    for key, name in zip(keys, ("arc_head", "arc_dep", "rel_head", "rel_dep"), strict=True):
        sides[name] = side(params, states, name, key)
    ones = jnp.ones((*states.shape[:2], 1))
    left = jnp.concatenate([sides["arc_dep"], ones], -1) @ params["arc"]
    arcs = jnp.einsum("bif,bjf->bij", left, sides["arc_head"])
    mask = jnp.asarray(mask).at[:, 0].set(1)
    arcs = jnp.where(mask[:, None, :] == 1, arcs, -1e9) - 1e9 * jnp.eye(arcs.shape[1])
    both = tuple(jnp.concatenate([sides[name], ones], -1) for name in ("rel_dep", "rel_head"))
    return jax.nn.log_softmax(arcs, -1), both


def side(params: Params, states: Any, name: str, key: Any) -> Any:
    """One side of a scorer."""
    x = jax.nn.leaky_relu(states @ params[name] + params[f"{name}_b"], 0.1)
    return dropped(key, x, DROPOUT)


def name_scores(params: Params, states: Any, key: Any) -> Any:
    """Log probabilities of the tags of names (sentence, place, tag)."""
    x = side(params, states, "name_side", key)
    x = jnp.concatenate([x, jnp.ones((*x.shape[:2], 1))], -1)
    return jax.nn.log_softmax(x @ params["name"], -1)


def relation_scores(params: Params, sides: Any, heads: Any) -> Any:
    """Log probabilities of relations (sentence, place, relation) under the given heads."""
    dependent, head = sides
    chosen = jnp.take_along_axis(head, heads[..., None], 1)
    half = jnp.einsum("bif,rfg->birg", dependent, params["rel"])
    return jax.nn.log_softmax(jnp.einsum("birg,big->bir", half, chosen), -1)


def loss(params: Params, names: Sequence[str], batch: Batch, key: Any) -> Any:
    """Mean negative log likelihood of what is known of the words of a batch."""
    keys = jax.random.split(key, 5)
    states = encoded(params, names, batch, keys[0])
    arcs, sides = tree_scores(params, states, batch["mask"], keys[1:])
    relations = relation_scores(params, sides, batch["head"])
    known = (picked(arcs, batch["head"]) + picked(relations, batch["rel"])) * batch["tree"]
    if "name" in params:
        tags = name_scores(params, states, jax.random.fold_in(key, 1))
        known += picked(tags, batch["name"]) * batch["marked"]
    return -known.sum() / batch["mask"].sum()


def picked(scores: Any, labels: Any) -> Any:
    """The scores (sentence, place) of the given labels."""
    return jnp.take_along_axis(scores, labels[..., None], 2)[..., 0]


def train_parser(
    trees: Sequence[Numbered], inventory: Targets, size: Size, seed: int, epochs: int
) -> Iterator[Params]:
    """Train one parser and yield its weights after each epoch.

    Args:
        trees: The sentences, an epoch reads each once.
        inventory: The numbering of features and relations.
        size: How wide the layers are.
        seed: Of the first weights, the order of the sentences and what is dropped.
        epochs: How often the trees are read.
    """
    rng, key = np.random.default_rng(seed), jax.random.key(seed)
    names = tuple(inventory.features)
    optimizer = make_optimizer(epochs * sum(1 for _ in batches(trees)))
    params = initial(inventory, size, seed)
    state = optimizer.init(params)

    @jax.jit  # type: ignore[untyped-decorator]
    def update(params: Params, state: Any, batch: Batch, key: Any) -> Any:
        gradient = jax.grad(loss)(params, names, batch, key)
        change, state = optimizer.update(gradient, state)
        return optax.apply_updates(params, change), state

    for _ in range(epochs):
        for _, batch in batches(trees, rng):
            key, now = jax.random.split(key)
            params, state = update(params, state, batch, now)
        yield params


def make_optimizer(steps: int) -> optax.GradientTransformation:
    """Adam with a warm start and a cosine slope, gradients clipped."""
    warm = min(WARM_STEPS, steps // 4)
    rate = optax.warmup_cosine_decay_schedule(0, PEAK_RATE, warm, steps, PEAK_RATE / 20)
    return optax.chain(optax.clip_by_global_norm(5.0), optax.adam(rate, b2=0.98))


def predicted(
    teachers: Sequence[Params], inventory: Inventory, sentences: Sequence[Numbered]
) -> Iterator[tuple[int, NDArray[Any], NDArray[Any], NDArray[Any]]]:
    """Parse by the mean of several parsers.

    Yields:
        For each sentence its position, and per word the head, the relation and the probability of
        the head; the heads need not make a tree.
    """
    names = tuple(inventory.features)

    @jax.jit  # type: ignore[untyped-decorator]
    def best(teachers: Sequence[Params], batch: Batch) -> Any:
        found = [
            tree_scores(params, encoded(params, names, batch, None), batch["mask"], [None] * 4)
            for params in teachers
        ]
        arcs = sum(jnp.exp(arc) for arc, _ in found) / len(found)
        heads = arcs.argmax(-1)
        pairs = zip(teachers, found, strict=True)
        labels = sum(jnp.exp(relation_scores(p, sides, heads)) for p, (_, sides) in pairs)
        return heads, labels.argmax(-1), arcs.max(-1)

    for chosen, batch in batches(sentences):
        heads, labels, sure = (np.asarray(x) for x in best(teachers, batch))
        for row, i in enumerate(chosen):
            words = slice(1, len(sentences[i].heads) + 1)
            yield i, heads[row, words], labels[row, words], sure[row, words]
