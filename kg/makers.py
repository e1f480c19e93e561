"""Tell the products that are named after their makers: *VW Golf*, *Boeing 737*."""

from functools import cache
from typing import TYPE_CHECKING

from kg.lexicon import read_toml

if TYPE_CHECKING:
    from kg.words import Span


@cache
def makers() -> frozenset[str]:
    """Names of firms behind which the name of a product may stand."""
    return frozenset(read_toml("lexicon", "name_heads.toml")["makers"]["names"])


def is_made_by_first(span: "Span") -> bool:
    """Whether a name is a maker's with what it made, not that of a firm or team of it."""
    if len(span) < 2 or span[0].text not in makers():
        return False
    others = read_toml("lexicon", "name_heads.toml")["makers"]["others"]
    word = span[1]
    return word.pos_ not in ("ADP", "DET", "PUNCT") and not word.lower_.startswith(tuple(others))


def end_of_product(span: "Span") -> int:
    """Number of words of a product's name, which an article ends (*Boeing 737 der Lufthansa*)."""
    articles = (i for i, token in enumerate(span) if token.pos_ in ("ADP", "DET"))
    return next(articles, len(span))
