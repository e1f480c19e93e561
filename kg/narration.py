"""Carry the day of an event on to the sentences that go on telling it."""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from kg.lexicon import read_toml
from kg.speakers import starts_paragraph
from kg.syntax import auxiliaries, finite_verb, is_participle, preposition

if TYPE_CHECKING:
    from kg.words import Doc, Span, Token

DAY = len("2024-05-15")


def days_told(doc: "Doc", days: Mapping[int, str | None], published: str) -> dict[int, str]:
    """The day that a sentence without a date of its own goes on telling of.

    Args:
        doc: A parsed text.
        days: Start of each sentence → the date of its main clause, None if it has none, "" if
            it speaks of several or of none that is a day.
        published: ISO date of publication.

    Returns:
        Start of each sentence in the past tense that follows a dated one in its paragraph → that
        date. The pluperfect goes back, the present describes: both carry nothing.
    """
    found: dict[int, str] = {}
    day, seen = "", set[str]()
    for sentence in doc.sents:
        own = days[sentence.start]
        if starts_paragraph(sentence.start, doc):
            day = next(iter(seen)) if len(seen) == 1 else ""
        if own is not None:
            day = own if len(own) == DAY and own <= published else ""
            seen.add(day)
        elif day and is_told(sentence.root):
            found[sentence.start] = day
        else:
            day = ""
    return found


def is_told(root: "Token") -> bool:
    """Whether a main clause is in the preterite, or what is reported in the perfect."""
    verb = finite_verb(root)
    if verb is None or not tells(verb, root):
        return False
    elsewhere = read_toml("lexicon", "dates.toml")["telling"]["elsewhere"]
    return not any(t.lower_ in elsewhere and not is_aside(t, root) for t in root.subtree)


def tells(verb: "Token", root: "Token") -> bool:
    """Whether the finite verb of a main clause has the tense of what is told."""
    if "Mood=Sub" in verb.morph:
        return is_participle(root) and "Tense=Pres" in verb.morph
    if "Tense=Past" not in verb.morph:
        return False
    pluperfect = verb.dep_ == "aux" and is_participle(root)
    return not pluperfect and not any(a.tag_.startswith("VM") for a in auxiliaries(root))


def next_day(sentence: "Span") -> "Token | None":
    """The word by which a sentence goes on to the next day (*am folgenden Tag*)."""
    words = read_toml("lexicon", "dates.toml")["telling"]["next"]
    for token in sentence:
        part = token.lower_ in parts_of_day() and preposition(token) == "an"
        if part and any(c.lower_ in words for c in token.below["amod"]):
            return token
    return None


@cache
def parts_of_day() -> frozenset[str]:
    """Words for a day or a part of it, in lower case."""
    return frozenset(("tag", *read_toml("lexicon", "dates.toml")["parts"]["words"]))


def is_aside(token: "Token", root: "Token") -> bool:
    """Whether a word stands in a relative clause, whose time is its own."""
    while token.head not in (token, root):
        if token.dep_ == "acl":
            return True
        token = token.head
    return token.dep_ == "acl"
