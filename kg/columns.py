"""Attributes of all tokens of a spaCy Doc at once: token by token takes many times longer."""

from sys import intern
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Strings by their hash, which is the same in every vocabulary. spaCy keeps them all too, but makes
# a new object at each look.
_STRINGS: dict[int, str] = {}


def numbers_of(doc: "Doc", *attributes: str) -> list[list[int]]:
    """For each attribute a list of its value for each token, as spaCy keeps it."""
    rows = doc.to_array([*attributes]).reshape(len(doc), len(attributes))
    return cast("list[list[int]]", rows.T.tolist())


def flags_of(doc: "Doc", *attributes: str) -> list[list[bool]]:
    """For each attribute that a token has or has not a list of which it is for each token."""
    rows = doc.to_array([*attributes]).reshape(len(doc), len(attributes)).astype(bool)
    return cast("list[list[bool]]", rows.T.tolist())


def strings_of(doc: "Doc", *attributes: str) -> list[list[str]]:
    """For each attribute a list of its string for each token, with one copy of each string."""
    columns = numbers_of(doc, *attributes)
    for key in set().union(*columns).difference(_STRINGS):
        _STRINGS[key] = intern(doc.vocab.strings[key])
    return [list(map(_STRINGS.__getitem__, column)) for column in columns]


def heads_of(doc: "Doc") -> list[int]:
    """The index of the head of each token, its own for a root."""
    offsets = doc.to_array(["HEAD"]).astype("int64").tolist()  # spaCy keeps no sign
    return [i + offset for i, offset in enumerate(cast("list[int]", offsets))]
