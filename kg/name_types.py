"""The class of a name by its own words, where they tell more than the pipeline's label.

*Schlacht von Verdun* is an event, *Reusable Launch Vehicle* a product, *Parti socialiste* an
organisation, whatever a label learned from other names says.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from kg.gazetteer import BODIES, STATE, Actor, Gazetteer, Known, by_tail
from kg.lexicon import grammar, read_toml
from kg.makers import is_made_by_first

if TYPE_CHECKING:
    from kg.words import Span, Token

# A make or model: *F-16*, *Ariane 5*, *Komet-II*, *Stern IV*; years are no such numbers.
MODEL = re.compile(
    r"(\w*[^\W\d_])(?:[- ]?(?!(?:19|20)\d\d\b)\d{1,4}[A-Za-z]?|[- ](?:I{1,3}|IV|VI{0,3}))\b"
)


def type_of_name(span: "Span", label: str, gazetteer: Gazetteer) -> str:
    """The class of a name that the gazetteer does not know.

    Args:
        span: The name.
        label: The class that the pipeline gave it, `Other` if none of its own.
        gazetteer: The nouns whose kinds are known.
    """
    if label == "Person":
        return label
    foreign = by_foreign_head(span.text)
    if not foreign and is_made_by_first(span):
        return "Product"
    if foreign or label != "Other":
        return foreign or (event_for_body(span, gazetteer) if label == "Organization" else label)
    noun = next(nouns_in_name(span, gazetteer), None)
    if noun:
        return noun.type
    return "Product" if is_model(span.text) else label


def event_for_body(span: "Span", gazetteer: Gazetteer) -> str:
    """The class of what a pipeline takes for a body (*die Fußball-Weltmeisterschaft* is none)."""
    found = by_tail(gazetteer.actors, span[-1].text)
    told = found and found[1].kind in grammar()["structure"]["kinds_in_bodies"]
    return found[1].type if found and told else "Organization"


def by_foreign_head(name: str) -> str:
    """The class that the first or last word of a name of several words tells, "" if none."""
    words = name.lower().rstrip(".").split()
    if len(words) < 2:
        return ""
    heads = foreign_heads()
    return heads["last"].get(words[-1]) or heads["first"].get(words[0]) or ""


@cache
def foreign_heads() -> Mapping[str, Mapping[str, str]]:
    """Place in a name (first, last) → word → class."""
    tables = read_toml("lexicon", "name_heads.toml")
    return {
        place: {word: kind for kind, words in tables[place].items() for word in words}
        for place in ("first", "last")
    }


def is_model(name: str) -> bool:
    """Whether a name ends in a number like that of a make or model (*F-16 Falcon*)."""
    found = MODEL.search(name)
    others = read_toml("lexicon", "name_heads.toml")["numbered"]["no_product"]
    return found is not None and found[1].lower() not in others


def nouns_in_name(span: "Span", gazetteer: Gazetteer) -> Iterator[Actor]:
    """What the common nouns in a name denote: its last word, its head, its first word."""
    kinds = grammar()["structure"]["kinds_in_names"]
    for token in (span[-1], span.root, span[0]):
        found = by_tail(gazetteer.actors, token.text)
        body = found is not None and found[1].kind in BODIES and is_common(token)
        if found and (found[1].kind in kinds or body):
            yield found[1]


def is_common(token: "Token") -> bool:
    """Whether a word of a name is a common noun."""
    return token.tag_ == "NN"


def is_namesake(span: "Span", known: Known, people: set[str]) -> bool:
    """Whether a word is no place of that name but a person's or a common noun (*das Essen*).

    Args:
        span: The word; whatever the pipeline took for a place is one.
        known: What the gazetteer has under the name.
        people: First and last names of the persons whom the article names in full.
    """
    if len(span) > 1 or known.type != "Place" or known.kind == STATE or span.label_ == "LOC":
        return False
    name = span.text in people or span.text.removesuffix("s") in people
    return name or (not span.label_ and span[0].tag_ == "NN")
