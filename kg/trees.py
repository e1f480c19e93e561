"""Heads and relations of a text, apart from the Doc that they belong to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(slots=True)
class Tree:
    """Heads (indices) and relations of all tokens."""

    heads: list[int]
    relations: list[str]


def set_tree(doc: "Doc", heads: Sequence[int], relations: Sequence[str]) -> None:
    """Write heads (indices into the Doc) and relations into a Doc."""
    import numpy as np

    offsets = [(head - i) % 2**64 for i, head in enumerate(heads)]  # spaCy keeps no sign
    labels = [doc.vocab.strings.add(relation) for relation in relations]
    columns = np.array([offsets, labels], dtype=np.uint64).T
    doc.from_array(["HEAD", "DEP"], columns)  # type: ignore[arg-type]  # spaCy's stubs want signed
