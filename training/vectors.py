"""Word vectors from Brown clusters.

Every word of `de_lexeme_cluster` (spacy-lookups-data, MIT) carries the path of its cluster in a
binary tree, the lowest bit at the top. Words whose paths begin alike get vectors that agree in the
parts made from the shared prefixes (after Koo, Carreras and Collins 2008, "Simple Semi-supervised
Dependency Parsing", who use cluster prefixes as features).
"""

import gzip
import json
from functools import cache
from pathlib import Path

import numpy as np
import spacy_lookups_data
from numpy.typing import NDArray
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.vectors import Vectors
from spacy.vocab import Vocab

from training.gazetteer import KINDS, name_kinds

PREFIX_BITS = (3, 5, 7, 9, 11, 32)
PART_WIDTH = 48
VECTOR_WORDS = 380_000
RARE = -99.0

Row = tuple[int, frozenset[str]]


def lookup_table(name: str) -> dict[str, float]:
    """One of the German tables that spacy-lookups-data installs."""
    path = Path(spacy_lookups_data.__file__).parent / "data" / f"{name}.json.gz"
    table: dict[str, float] = json.loads(gzip.decompress(path.read_bytes()))
    return table


@cache
def cluster_paths() -> dict[str, int]:
    """The path of each word's cluster, lowest bit at the top of the tree."""
    return {w: int(c) for w, c in lookup_table("de_lexeme_cluster").items() if c}


def cluster_vectors(clusters: list[int], seed: int = 0) -> NDArray[np.float32]:
    """One row a cluster: for each prefix length a random part shared by all with that prefix."""
    rng = np.random.default_rng(seed)
    rows = np.zeros((len(clusters), PART_WIDTH * len(PREFIX_BITS)), dtype="float32")
    for part, bits in enumerate(PREFIX_BITS):
        prefixes = sorted({cluster % (1 << bits) for cluster in clusters})
        table = {p: rng.standard_normal(PART_WIDTH).astype("float32") for p in prefixes}
        for row, cluster in enumerate(clusters):
            at = part * PART_WIDTH
            rows[row, at : at + PART_WIDTH] = table[cluster % (1 << bits)]
    rows /= np.float32(PART_WIDTH**0.5)
    rows[[cluster == 0 for cluster in clusters]] = 0
    return rows


def add_cluster_vectors(vocab: Vocab) -> None:
    """Give `vocab` vectors for the commonest words in a cluster and for known names.

    A row holds the parts of a cluster (zeros for none) and one column for each list of names.
    """
    order = rows()
    columns = np.array([[kind in have for kind in KINDS] for _, have in order], dtype="float32")
    data = np.hstack([cluster_vectors([cluster for cluster, _ in order]), columns])
    vectors = Vectors(strings=vocab.strings, data=data, name="de_clusters")
    row_of = {row: i for i, row in enumerate(order)}
    for word, row in row_of_word().items():
        # By hash, so that half a million strings need not be stored with the pipeline.
        vectors.add(hash_string(word), row=row_of[row])
    vocab.vectors = vectors


@cache
def row_of_word() -> dict[str, Row]:
    """The cluster (0 for none) of each word that gets a vector, and the lists that it is in."""
    paths, kinds = cluster_paths(), capitalized(name_kinds())
    words = dict.fromkeys([*commonest(paths, VECTOR_WORDS), *kinds])
    return {word: (paths.get(word, 0), kinds.get(word, frozenset())) for word in words}


def rows() -> list[Row]:
    """The rows of the table of vectors."""
    return sorted(set(row_of_word().values()), key=lambda row: (row[0], sorted(row[1])))


def known_words() -> dict[str, tuple[int, str]]:
    """The cluster (0 for none) and the lists of names of each word that has a vector."""
    return {word: plain(row) for word, row in row_of_word().items()}


def plain(row: Row) -> tuple[int, str]:
    """A row with its lists in one string."""
    return row[0], "+".join(sorted(row[1]))


def commonest(cluster_of: dict[str, int], words: int) -> list[str]:
    """The commonest words that are in a cluster."""
    frequency = lookup_table("de_lexeme_prob")
    return sorted(cluster_of, key=lambda w: (-frequency.get(w, RARE), w))[:words]


def capitalized(kinds: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The names that are not commoner in small letters."""
    frequency = lookup_table("de_lexeme_prob")
    return {
        word: have
        for word, have in kinds.items()
        if frequency.get(word, RARE) >= frequency.get(word.lower(), RARE)
    }
