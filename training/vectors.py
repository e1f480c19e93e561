"""Word vectors from Brown clusters.

Every word of `de_lexeme_cluster` (spacy-lookups-data, MIT) carries the path of its cluster in a
binary tree, the lowest bit at the top. Words whose paths begin alike get vectors that agree in the
parts made from the shared prefixes (after Koo, Carreras and Collins 2008, "Simple Semi-supervised
Dependency Parsing", who use cluster prefixes as features).
"""

import gzip
import json
from pathlib import Path

import numpy as np
import spacy_lookups_data
from numpy.typing import NDArray
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.vectors import Vectors
from spacy.vocab import Vocab

PREFIX_BITS = (3, 5, 7, 9, 11, 32)
PART_WIDTH = 32


def lookup_table(name: str) -> dict[str, float]:
    """One of the German tables that spacy-lookups-data installs."""
    path = Path(spacy_lookups_data.__file__).parent / "data" / f"{name}.json.gz"
    table: dict[str, float] = json.loads(gzip.decompress(path.read_bytes()))
    return table


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
    return rows


def add_cluster_vectors(vocab: Vocab, words: int) -> None:
    """Give `vocab` vectors for the commonest `words` words that are in a cluster."""
    cluster_of = {w: int(c) for w, c in lookup_table("de_lexeme_cluster").items() if c}
    frequency = lookup_table("de_lexeme_prob")
    chosen = sorted(cluster_of, key=lambda w: (-frequency.get(w, -99.0), w))[:words]
    clusters = sorted(set(cluster_of.values()))
    row_of = {cluster: row for row, cluster in enumerate(clusters)}
    vectors = Vectors(strings=vocab.strings, data=cluster_vectors(clusters), name="de_clusters")
    for word in chosen:
        # By hash, so that half a million strings need not be stored with the pipeline.
        vectors.add(hash_string(word), row=row_of[cluster_of[word]])
    vocab.vectors = vectors
