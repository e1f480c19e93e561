"""Take a noun for the members of a party as the party that the article names.

*Die SPD … die Sozialdemokraten*: as actors both are one.
"""

from typing import TYPE_CHECKING

from kg.kinds import is_taken_up
from kg.lexicon import grammar
from kg.mentions import Found
from kg.nouns import is_plural
from kg.syntax import children

if TYPE_CHECKING:
    from kg.reading import Cluster, Reading
    from kg.words import Token


def party_of(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The only party of the article whose members a plural noun names as a whole."""
    names = grammar()["party_people"].get(mention.base.lower())
    if not names or not is_taken_up(token) or not is_plural(token):
        return None
    if children(token, "amod", "nmod", "nummod", "appos", "acl"):
        return None
    found = [c for c in reading.clusters if c.named and c.type == "Organization"]
    found = [c for c in found if c.name in names]
    return found[0] if len(found) == 1 else None
