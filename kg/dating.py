"""Give drafts the date of what they state, from the time expressions of their sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kg.dates import find_dates
from kg.drafts import Draft
from kg.lexicon import read_toml
from kg.model import Modality
from kg.syntax import children, clause_verb, preposition

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# Structure holds at the time of the article; only what happens is dated.
UNDATED_RULES = (
    "role",
    "attribute",
    "national",
    "adjective of origin",
    "place of a noun",
    "brackets",
    "compound",
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression: the token that it starts with and its ISO date."""

    token: "Token"
    value: str


def dated(drafts: Iterable[Draft], doc: "Doc", published: str) -> Iterator[Draft]:
    """The drafts with dates where the text gives one."""
    past, future = (
        {s.start: expressions_in(s, published, future=f) for s in doc.sents} for f in (False, True)
    )
    for draft in drafts:
        token = doc[draft.token]
        if draft.rule in UNDATED_RULES and not happens(draft, token):
            yield draft
            continue
        ahead = draft.modality in (Modality.PLANNED, Modality.DEMANDED)
        found = (future if ahead else past)[token.sent.start]
        value = date_after(token, published) or nearest(token, found)
        yield replace(draft, date=value)


def happens(draft: Draft, token: "Token") -> bool:
    """Whether a fact of a noun phrase has a time: an event's, or a predicated role's."""
    event = draft.subject.cluster is not None and draft.subject.cluster.type == "Event"
    return event or bool(children(token, "cop"))


def expressions_in(sentence: "Span", published: str, *, future: bool) -> list[Dated]:
    """The time expressions of a sentence; a weekday ahead where it speaks of the future."""
    found = []
    for first, last, value in find_dates(sentence.text, published, future=future):
        start = sentence.start_char
        span = sentence.doc.char_span(start + first, start + last, alignment_mode="expand")
        if span is not None:
            found.append(Dated(span.root, value))
    return found


def nearest(token: "Token", expressions: list[Dated]) -> str | None:
    """The date that belongs to a predicate: in its own clause, else the only one above it."""
    clause = clause_verb(token)
    own = [e for e in expressions if clause_verb(e.token) == clause]
    below = [e for e in own if e.token.is_ancestor(token) or token.is_ancestor(e.token)]
    if below or own:
        return (below or own)[0].value
    above = [e for e in expressions if clause_verb(e.token) in clause.ancestors]
    return above[0].value if len(expressions) == 1 and above else None


def date_after(token: "Token", published: str) -> str | None:
    """The date of an event that a time is measured from (*einen Tag nach dem Angriff*).

    The sentence tells what is new, so the time that it speaks of is that of publication.
    """
    if preposition(token) != "nach" or len(published) != len("2023-09-20"):
        return None
    unit = token.head
    table = read_toml("lexicon", "dates.toml")["measured"]
    days = table["units"].get(unit.lower_)
    counts = [
        table["numbers"].get(c.lower_) or as_number(c.text) for c in children(unit, "det", "nummod")
    ]
    if not days or not counts or not counts[0]:
        return None
    return (date.fromisoformat(published) - timedelta(days=days * counts[0])).isoformat()


def as_number(text: str) -> int:
    """A whole number written in digits, 0 for anything else."""
    return int(text) if text.isdecimal() else 0
