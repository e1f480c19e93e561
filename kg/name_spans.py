"""Find where a name begins and ends in what a pipeline takes for one, and whether it is one."""

from typing import TYPE_CHECKING

from kg.gazetteer import STATE, Gazetteer, actor_of, by_tail
from kg.known_names import known_name
from kg.words import Span

if TYPE_CHECKING:
    from kg.words import Token

NOT_FIRST = ("DET", "ADP")  # what a name begins with only where the gazetteer has it so


def without_title(span: Span, gazetteer: Gazetteer) -> Span:
    """A name without a common noun before it that is a mention of its own.

    *Bundesregierung Aserbaidschan* is no name: the one calls on the other; nor is *Emirat Katar*.
    """
    if len(span) < 2 or span[0].tag_ != "NN" or known_name(gazetteer, span):
        return span
    rest = span.doc[span.start + 1 : span.end]
    own = span[0].text in gazetteer.governments or span[0].lower_ in gazetteer.roles
    known, actor = known_name(gazetteer, rest), actor_of(gazetteer, span[0].text)
    # *die Mafia Cosa Nostra*, *der Nachbar Peru*, but *das Landgericht Kiel*
    body = bool(known and actor and known.type == actor[1].type == "Organization")
    own = own or body or bool(known and actor and known.kind == STATE)
    if not own or not known:
        return span
    return Span(span.doc, span.start + 1, span.end, span.label_)


def is_common_noun(span: Span, gazetteer: Gazetteer) -> bool:
    """Whether a span is a common noun (*Verteidigungsministerium*, *CDU-Politiker*) and no name."""
    if len(span) > 1 or span[0].tag_ != "NN" or known_name(gazetteer, span):
        return False
    first, _, last = span.text.rpartition("-")
    actor = by_tail(gazetteer.actors, last)
    if first:
        people = actor and actor[1].type in ("Group", "Person")
        title = by_tail(gazetteer.roles, last)
        return bool(people or title or last.lower() in gazetteer.nationals)
    region = actor and actor[1].kind == "region" and span[0].below["det"]
    return bool(region or (actor and actor[1].type == "Organization"))


def trimmed(span: Span, gazetteer: Gazetteer) -> Span | None:
    """A name without quotation marks and spaces at its ends, and an article only if part of it.

    *Den Haag* keeps its own, *die Türkei* does not.
    """
    first, end, tokens = span.start, span.end, span.doc.tokens
    while first < end and is_mark(tokens[first]):
        first += 1
    if first < end and tokens[first].pos_ in NOT_FIRST:
        first = behind_article(span.doc[first:end], gazetteer)
    while first < end and is_mark(tokens[end - 1]) and tokens[end - 1].text != ".":
        end -= 1
    if (first, end) == (span.start, span.end):
        return span
    return Span(span.doc, first, end, span.label_) if first < end else None


def is_mark(token: "Token") -> bool:
    """Whether a token is no word."""
    return token.is_punct or token.is_space


def behind_article(span: Span, gazetteer: Gazetteer) -> int:
    """Index of the first word of a name behind what is no part of it."""
    if known_name(gazetteer, span):
        return span.start
    own = (token.i for token in span if token.pos_ not in NOT_FIRST and not token.is_punct)
    return next(own, span.end)
