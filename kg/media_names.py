"""Find newspapers whose name is a common noun, where only a paper can be meant.

*Nach Informationen des Spiegel*, *sagte er dem Stern*, *wie der Kurier berichtet*; a mirror and a
star say nothing.
"""

from functools import cache
from typing import TYPE_CHECKING

from kg.lexicon import cues, grammar
from kg.sources import is_document, is_saying
from kg.syntax import preposition
from kg.words import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.words import Doc, Token


def media_names(doc: "Doc", taken: set[int]) -> "Iterator[tuple[Span, str]]":
    """Words that name a newspaper, with its full name.

    Args:
        doc: A parsed text.
        taken: Indices of the words that are in other names.
    """
    names = media_nouns()
    for token in (t for t in doc.tokens if t.lower_ in names):
        if token.i in taken or not token.text[:1].isupper():
            continue
        quoted = token.i > 0 and doc[token.i - 1].is_quote  # which tells a name by itself
        if not quoted and is_medium(token):
            yield Span(doc, token.i, token.i + 1, "ORG"), names[token.lower_]


@cache
def media_nouns() -> dict[str, str]:
    """Forms of the nouns that may name a newspaper, in lower case → its full name."""
    listed = grammar()["media_nouns"]
    forms = {form: noun for noun in listed for form in (noun, f"{noun}s")}
    return {form: listed[n] for form, n in forms.items() if form.removesuffix("s") == n}


def is_medium(token: "Token") -> bool:
    """Whether a noun reports, is told something or is where something is said."""
    rules = cues()["attribution"]
    if token.dep_ == "nsubj":
        return token.head.lemma_ in rules["confirming_verbs"]
    if token.dep_ == "nmod" and not preposition(token):
        return is_saying(token.head) or is_document(token.head)
    return preposition(token) in (*rules["strong"], "gegenüber")
