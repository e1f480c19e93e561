"""Places that only an adjective in *-er* or the name of a body tells, and no gazetteer lists.

*Schönauer Bürgermeisterin*, *Feuerwehr Schönau*: what the pipeline takes for an adjective of a
place is one, and which place shows in the rest of the article or in GeoNames.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.cities import town_names

if TYPE_CHECKING:
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


def bases(adjective: str) -> Iterator[str]:
    """The names that an adjective in *-er* may be made from (*Dresdner*, *Bremer*)."""
    stem = adjective[:-2]
    yield from (stem + ending for ending in ("", "n", "en", "e", "a"))
    yield f"{stem[:-1]}e{stem[-1:]}"


def is_town(name: str) -> bool:
    """Whether GeoNames has a town of the name that German news may name without its state."""
    return name in town_names()
