"""Index the dependents of all words of a parsed text once, as the rules ask for them often."""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Labelled = list[tuple[str, "Token"]]  # relation and child, in the order of the text


def labelled_children(token: "Token") -> Labelled:
    """The children of a token with their relations, in the order of the text."""
    return index(token.doc)[token.i]


def all_children(token: "Token") -> list["Token"]:
    """The children of a token, in the order of the text."""
    return [child for _, child in index(token.doc)[token.i]]


@lru_cache(maxsize=2)  # one text is read after the other
def index(doc: "Doc") -> list[Labelled]:
    """The labelled children of each token; the trees of a Doc are not changed once it is asked."""
    found: list[Labelled] = [[] for _ in doc]
    for token in doc:
        head = token.head.i
        if head != token.i:
            found[head].append((token.dep_, token))
    return found
