"""Find the names of the gazetteer in a text, inflected ones too."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.gazetteer import Gazetteer, Known, inflection_key
from kg.lexicon import REMEMBERED

if TYPE_CHECKING:
    from kg.words import Doc, Span

LONGEST_CAPITALS = 4  # letters of what is more likely an abbreviation than a name in capitals
LONGEST_NAME = 6  # words of a name in the gazetteer


def gazetteer_spans(doc: "Doc", gazetteer: Gazetteer, taken: set[int]) -> Iterator["Span"]:
    """Known names among capitalised words that the pipeline took for nothing, longest first."""
    i, texts = 0, [t.text_with_ws for t in doc]
    while i < len(doc):
        end = known_end(doc, i, gazetteer, taken, texts)
        if end:
            yield doc[i:end]
        i = max(end, i + 1)


def known_end(
    doc: "Doc", start: int, gazetteer: Gazetteer, taken: set[int], texts: list[str]
) -> int:
    """Index after the longest known name that starts at a token, 0 if none does."""
    if not texts[start][:1].isupper() or doc[start].pos_ not in ("ADJ", "PROPN", "NOUN", "X"):
        return 0
    least = start + (doc[start].pos_ == "ADJ")  # *Internationaler Gerichtshof*
    farthest = min(start + LONGEST_NAME, len(doc))
    farthest = next((i for i in range(start, farthest) if i in taken), farthest)
    for end in range(farthest, least, -1):
        if name_known(gazetteer, "".join(texts[start:end])):
            return end
    return 0


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
