"""Find the names of the gazetteer in a text, inflected ones too."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.gazetteer import Gazetteer, Known, inflection_key, without_ending
from kg.lexicon import REMEMBERED

if TYPE_CHECKING:
    from kg.words import Doc, Span, Token

LONGEST_CAPITALS = 4  # letters of what is more likely an abbreviation than a name in capitals
LONGEST_NAME = 6  # words of a name in the gazetteer
OPENING = frozenset(("ADJ", "NOUN", "PROPN", "X"))  # what a name may begin with


def gazetteer_spans(doc: "Doc", gazetteer: Gazetteer, taken: set[int]) -> Iterator["Span"]:
    """Known names among capitalised words that the pipeline took for nothing, longest first."""
    behind = 0
    for token in doc.tokens:
        if token.pos_ not in OPENING or token.i < behind or token.i in taken:
            continue
        end = known_end(token, gazetteer, taken) if token.text[:1].isupper() else 0
        if end:
            yield doc[token.i : end]
            behind = end


def known_end(token: "Token", gazetteer: Gazetteer, taken: set[int]) -> int:
    """Index after the longest known name that starts at a token, 0 if none does."""
    if token.whitespace_ and not opens_name(gazetteer, token.text):
        return 0
    least = token.i + (token.pos_ == "ADJ")  # *Internationaler Gerichtshof*
    for end in range(farthest_end(token, gazetteer, taken), least, -1):
        if name_known(gazetteer, text_to(token, end)):
            return end
    return 0


def farthest_end(token: "Token", gazetteer: Gazetteer, taken: set[int]) -> int:
    """Index after the last word that a known name from a token on may have."""
    end = end_of_word(token)
    if begins_name(gazetteer, text_to(token, end).rstrip()):
        end = min(token.i + LONGEST_NAME, len(token.doc.tokens))
    for i in range(token.i + 1, end):
        if i in taken:
            return i
    return end


def text_to(token: "Token", end: int) -> str:
    """The text from a token up to the index of another, without the space before that."""
    last = token.doc.tokens[end - 1]
    return token.doc.text[token.idx : last.idx + len(last.text)]


def end_of_word(token: "Token") -> int:
    """Index after the tokens that no space parts from one, and the white space behind them."""
    tokens, end = token.doc.tokens, token.i + 1
    farthest = min(token.i + LONGEST_NAME, len(tokens))
    while end < farthest and (tokens[end].is_space or is_joined(tokens[end - 1])):
        end += 1
    return end


def is_joined(token: "Token") -> bool:
    """Whether no space stands behind a token that is none."""
    return not token.whitespace_ and not token.is_space


@lru_cache(maxsize=REMEMBERED)
def opens_name(gazetteer: Gazetteer, word: str) -> bool:
    """Whether a word is a known name or a longer one begins with it."""
    return name_known(gazetteer, word) is not None or begins_name(gazetteer, word)


@lru_cache(maxsize=REMEMBERED)
def begins_name(gazetteer: Gazetteer, word: str) -> bool:
    """Whether a known name of several words begins with a word, with whatever ending."""
    return without_ending(word) in first_words(gazetteer)


@lru_cache(maxsize=1)
def first_words(gazetteer: Gazetteer) -> frozenset[str]:
    """The first words of the names of several words, without their endings."""
    names = [words for name in gazetteer.names if len(words := name.split()) > 1]
    keys = {key.split()[0] for key in gazetteer.inflected}
    return frozenset(keys | {without_ending(words[0]) for words in names})


def known_name(gazetteer: Gazetteer, span: "Span") -> Known | None:
    """The gazetteer's entry for a name, with or without the ending of the genitive."""
    return name_known(gazetteer, span.text)


@lru_cache(maxsize=REMEMBERED)
def name_known(gazetteer: Gazetteer, name: str) -> Known | None:
    """The same for the name as the text spaces it."""
    text = " ".join(name.split())
    found = gazetteer.names.get(text) or gazetteer.inflected.get(inflection_key(text))
    if not found and len(text) > 4 and text.endswith(("s", "’", "'")):  # *Polens*
        found = gazetteer.names.get(text[:-1])
        # *Bundestages*; but *Hollandes* is the president's, not Holland's
        if not found and text.endswith("es") and text[:-1] not in gazetteer.families:
            found = gazetteer.names.get(text[:-2])
    if not found and len(text) > LONGEST_CAPITALS and text.isupper() and text.isalpha():
        found = gazetteer.names.get(text.capitalize())  # *die GRÜNEN*
    return found
