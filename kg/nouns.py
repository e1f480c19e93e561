"""Number of common nouns, and their phrases in the nominative as names of what they mean."""

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.lexicon import grammar
from kg.syntax import SUBJECTS
from kg.words import Span

if TYPE_CHECKING:
    from kg.words import Token

STRONG_ENDINGS = {"Masc": "er", "Fem": "e", "Neut": "es"}
ENDINGS = ("", "s", "es", "n", "en", "ns", "ens")  # of nouns in the singular
OBLIQUE = ("iobj", "nmod", "obj", "obl")
SHORTEST_STEM = 3
UMLAUTS = "äöü"
YEAR = re.compile("(?:19|20)[0-9]{2}")


def is_plural(token: "Token") -> bool:
    """Whether a noun is in the plural, by the pipeline's tags or its article.

    *der* before a masculine that is no subject is the genitive plural (*das Haus der Soldaten*).
    """
    articles = determiners(token)
    article = "der" in articles
    if article and token.dep_ == "nsubj":  # *der* as a nominative is masculine singular
        return False
    if "Number=Plur" in token.morph or (token.dep_ in SUBJECTS and has_plural_verb(token)):
        return True
    if ("die" in articles or token.dep_ == "conj") and has_plural_article(token):
        return True
    if not article or token.morph.get("Gender") != ["Masc"]:
        return False
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token.dep_ in OBLIQUE


def determiners(noun: "Token") -> list[str]:
    """The articles and the like of a noun, in lower case."""
    found = noun.below["det"]
    return [c.lower_ for c in found] if found else []


def has_plural_article(noun: "Token") -> bool:
    """Whether *die* stands before a masculine, whatever its number is tagged (*die Minister*)."""
    first = noun.head if noun.dep_ == "conj" and noun.head.text.endswith("-") else noun
    if "die" not in determiners(first):
        return False
    return noun.morph.get("Gender") == ["Masc"] or noun.lower_.endswith(masculine_plurals())


@cache
def masculine_plurals() -> tuple[str, ...]:
    """Ends of masculine nouns whose plural looks like the singular or ends in *-s*."""
    return tuple(grammar()["masculine_plurals"])


def has_plural_verb(noun: "Token") -> bool:
    """Whether a bare subject whose plural looks like its singular has a verb in the plural."""
    if noun.pos_ != "NOUN" or not noun.lower_.endswith("er"):
        return False
    if any(c.dep_ in ("appos", "conj", "det", "flat", "nummod") for c in noun.children):
        return False
    verbs = (noun.head, *(c for c in noun.head.children if c.dep_ in ("aux", "aux:pass", "cop")))
    finite = [v for v in verbs if "VerbForm=Fin" in v.morph]
    return bool(finite) and all("Number=Plur" in v.morph for v in finite)


def whole_of(token: "Token") -> str:
    """The genitive right behind a noun for a part of a place, which is as good as its name.

    *der Norden des Landes* is told from *der Norden Italiens*.
    """
    doc = token.doc
    for whole in (c for c in token.below["nmod"] if token.i < c.i <= token.i + 2):
        between = doc[token.i + 1 : whole.i]
        if all(t.head == whole and t.dep_ == "det" for t in between):
            return doc.text[token.idx + len(token) : whole.idx + len(whole)]
    return ""


def core(token: "Token", start: int) -> Span:
    """A noun with the adjectives and numerals right before it, from the token `start` on.

    A participle with words of its own says little without them (*das von allen erwartete Spiel*).
    """
    first, tokens = token.i, token.doc.tokens
    while first > start and tokens[first - 1].head is token and is_attribute(tokens[first - 1]):
        first -= 1
    return Span(token.doc, first, token.i + 1)


def is_attribute(token: "Token") -> bool:
    """Whether a word before a noun is a plain adjective or a numeral that is no year."""
    if token.pos_ == "NUM":
        return not YEAR.fullmatch(token.text)
    if token.pos_ != "ADJ":
        return False
    return not token.children or all(c.dep_ not in OBLIQUE for c in token.children)


def nominative(words: Span) -> str:
    """A noun with its adjectives in the nominative without article, by the pipeline's tags."""
    *attributes, noun = words
    plural = is_plural(noun)
    title = in_nominative(noun, plural=plural)
    if not attributes:
        return title
    ending = "e" if plural else STRONG_ENDINGS.get("".join(noun.morph.get("Gender")), "")
    return " ".join([*(inflected(word, ending) for word in attributes), title])


def inflected(word: "Token", ending: str) -> str:
    """An adjective with another ending, where its stem is clear; *Berliner* has no endings."""
    if word.pos_ != "ADJ" or not ending or (word.text[:1].isupper() and word.text.endswith("er")):
        return word.text
    endings = (e for e in grammar()["adjective_endings"] if word.text.endswith(e))
    stem = next((word.text.removesuffix(e) for e in endings), "")
    return stem + ending if len(stem) >= SHORTEST_STEM else word.text


def nominative_noun(noun: "Token") -> str:
    """A noun without the ending of the genitive or of the dative plural."""
    return in_nominative(noun, plural=is_plural(noun))


def in_nominative(noun: "Token", *, plural: bool) -> str:
    """The same where the number is known."""
    text, lemma = noun.text, noun.lemma_
    whole = text.removesuffix("s")
    if whole.endswith(nouns_in_en()):
        return whole
    if not plural:
        ending = text.removeprefix(lemma) if lemma[:1].isupper() else text
        plain = ending in ENDINGS and "Case=Nom" not in noun.morph
        return lemma if plain else text
    if "Case=Dat" not in noun.morph or text.endswith(plural_only()):
        return text
    # *Städten*: a plural with an umlaut that the singular lacks ends in -e.
    changed = text.endswith("en") and any(v in text and v not in lemma.lower() for v in UMLAUTS)
    return text[:-1] if changed or text.endswith(("ern", "eln")) else text


@cache
def plural_only() -> tuple[str, ...]:
    """Ends of nouns that have no singular."""
    return tuple(grammar()["plural_only"])


@cache
def nouns_in_en() -> tuple[str, ...]:
    """Ends of nouns whose nominative ends in *-en*."""
    return tuple(grammar()["nouns_in_en"])
