"""What firms and people are to the things that they make or run: *Betreiber des Kraftwerks*."""

from typing import TYPE_CHECKING

from kg.gazetteer import STATE
from kg.lexicon import grammar, tails
from kg.mentions import Found
from kg.reading import Cluster

if TYPE_CHECKING:
    from kg.words import Token


def trade_with(mention: Found, owner: Cluster, word: "Token") -> str:
    """The relation of a maker or owner to a thing, "" where the noun tells none.

    Args:
        mention: The noun for the maker or owner.
        owner: What the noun is attributed to.
        word: The word for it; an adjective tells where a firm is from.
    """
    rules = grammar()["structure"]["trades"]
    seat = owner.type == "Place" and owner.detail in (STATE, "city", "region")
    if word.pos_ == "ADJ" or owner.type not in rules["things"] or seat:
        return ""
    parts = tails(mention.base)
    return next((r for r in ("created", "owns") if any(p in rules[r] for p in parts)), "")
