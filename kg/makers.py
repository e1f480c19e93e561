"""Tell the products that are named after their makers: *VW Golf*, *Boeing 737*."""

import re
from functools import cache

from kg.lexicon import read_toml
from kg.words import Span

MODEL = re.compile(r"[A-Z]{0,3}-?\d{2,4}[A-Z]?(?:-\d+[A-Z]*)?")  # no thousands with a dot
YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def makers() -> frozenset[str]:
    """Names of firms behind which the name of a product may stand."""
    return frozenset(read_toml("lexicon", "name_heads.toml")["makers"]["names"])


def is_made_by_first(span: Span) -> bool:
    """Whether a name is a maker's with what it made, not that of a firm or team of it."""
    if len(span) < 2 or span[0].text not in makers():
        return False
    others = read_toml("lexicon", "name_heads.toml")["makers"]["others"]
    word = span[1]
    return word.pos_ not in ("ADP", "DET", "PUNCT") and not word.lower_.startswith(tuple(others))


def with_model(span: Span) -> Span:
    """A maker's name with the number of a model behind it (*Boeing 757*), or the name as it is."""
    doc, end = span.doc, span.end
    alone = len(span) == 1 and doc.tokens[span.start].text in makers() and end < len(doc)
    if not alone or doc[end].sent != span[0].sent or doc[end].head.i > end:  # *Intel 20 Prozent*
        return span
    if not is_model_number(doc[end].text):
        return span
    return Span(doc, span.start, end + 1, span.label_)


def is_model_number(word: str) -> bool:
    """Whether a word is the number of a model and no year."""
    return MODEL.fullmatch(word) is not None and not YEAR.fullmatch(word)


def end_of_product(span: Span) -> int:
    """Number of words of a product's name, which an article ends (*Boeing 737 der Lufthansa*)."""
    articles = (i for i, token in enumerate(span) if token.pos_ in ("ADP", "DET"))
    return next(articles, len(span))
