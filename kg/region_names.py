"""Tell a region from the city of the same name by the noun before it: *Kanton Bern*."""

from typing import TYPE_CHECKING

from kg.lexicon import grammar
from kg.mentions import Found, last_part

if TYPE_CHECKING:
    from kg.words import Doc


def region_name(doc: "Doc", mention: Found) -> str:
    """The name of a region with the noun for it, "" where the mention is no such name."""
    city = mention.kind == "name" and mention.known is not None and mention.known.kind == "city"
    if not city or mention.first == 0:
        return ""
    noun = doc[mention.first - 1]
    is_region = last_part(noun).lower() in grammar()["regions_with_cities"]
    return f"{noun.lemma_} {mention.text}" if is_region else ""
