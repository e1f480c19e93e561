"""Find names that a pipeline missed beside a noun or name that shows them: *das Start-up Wiz*."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.gazetteer import Gazetteer, actor_of
from kg.quotes import is_named

if TYPE_CHECKING:
    from kg.words import Doc, Span, Token

BESIDE = ("appos", "flat")


def told_names(doc: "Doc", gazetteer: Gazetteer, taken: set[int]) -> Iterator[tuple["Span", str]]:
    """Names right behind a noun that says what they name, with the class that it tells.

    Args:
        doc: A parsed text.
        gazetteer: Nouns with the classes of what they denote.
        taken: Indices of tokens that belong to other names.
    """
    for noun, name in zip(doc.tokens, doc.tokens[1:], strict=False):
        if name.tag_ != "NE" or noun.tag_ != "NN" or name.head is not noun or name.i in taken:
            continue
        actor = actor_of(gazetteer, noun.text)
        if actor and is_named(actor[1]) and name.dep_ in BESIDE and is_name(name):
            span = doc[name.i : end_of_name(name)]
            if not taken.intersection(range(span.start, span.end)):
                yield span, actor[1].type


def with_family_name(span: "Span") -> "Span":
    """A person's first name with the rest of the name, where the pipeline left that out."""
    if span.label_ != "PER" or len(span) > 1:
        return span
    end = end_of_name(span[0])
    return type(span)(span.doc, span.start, end, span.label_)


def end_of_name(first: "Token") -> int:
    """Index behind the last of the words that go on with a name from its first word on."""
    tokens, end = first.doc.tokens, first.i + 1
    while end < len(tokens) and tokens[end].head is first and goes_on(tokens[end]):
        end += 1
    return end


def goes_on(token: "Token") -> bool:
    """Whether a word is part of the name before it, and of no name that the pipeline found."""
    return token.dep_ == "flat" and not token.ent_type_ and is_name(token)


def is_name(token: "Token") -> bool:
    """Whether a word looks like a name."""
    return token.pos_ == "PROPN" and token.text[:1].isupper() and token.text.isalpha()
