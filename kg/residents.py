"""Places that only an adjective or the name of a body tells, and no gazetteer lists.

*Schönauer Bürgermeisterin*, *Feuerwehr Schönau*: what the pipeline takes for an adjective of a
place is one, and which place shows in the rest of the article or in GeoNames.
*Norditalienisch* is of a part of a state.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.cities import town_names
from kg.gazetteer import STATE, adjective_base
from kg.lexicon import REMEMBERED, grammar

if TYPE_CHECKING:
    from kg.gazetteer import Gazetteer
    from kg.words import Token

DERIVED = "LOCderiv"  # the pipeline's label of words made from a place


def home_of(token: "Token") -> str:
    """The town or village that an adjective in *-er* before a noun is made from, "" if unclear."""
    if token.ent_type_ != DERIVED or not token.text[:1].isupper() or token.text[-2:] != "er":
        return ""
    if token.head.i <= token.i:  # *der Schönauer*
        return ""
    texts = {t.text for t in token.doc}
    return next((name for name in bases(token.text) if name in texts or is_town(name)), "")


@lru_cache(maxsize=REMEMBERED)
def part_of_state(adjective: str, gazetteer: "Gazetteer") -> str:
    """The part of a state that an adjective is made from (*norditalienisch*), "" for others."""
    word = adjective.lower()
    for prefix in grammar()["region_prefixes"]:
        state = adjective_base(gazetteer, word.removeprefix(prefix.lower()))
        if word.startswith(prefix.lower()) and state and state.kind == STATE:
            return prefix + state.name.lower() if state.name.isalpha() else ""
    return ""


def bases(adjective: str) -> Iterator[str]:
    """The names that an adjective in *-er* may be made from (*Dresdner*, *Bremer*)."""
    stem = adjective[:-2]
    yield from (stem + ending for ending in ("", "n", "en", "e", "a"))
    yield f"{stem[:-1]}e{stem[-1:]}"


def is_town(name: str) -> bool:
    """Whether GeoNames has a town of the name that German news may name without its state."""
    return name in town_names()
