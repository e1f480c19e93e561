"""Read whom somebody answers: *X wies die Vorwürfe zurück* rejects whoever accused X before."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.drafts import Draft, End, ends_at
from kg.lexicon import Frame, Lexicon, grammar, tails
from kg.model import Proposition
from kg.reading import Reading
from kg.relations import framed_draft, predicate_tokens
from kg.structure import owners

if TYPE_CHECKING:
    from spacy.tokens import Token

CONFIDENCE = 0.65  # a first estimate


def reply_drafts(
    reading: Reading,
    propositions: list[Proposition],
    lexicon: Lexicon,
    said: Iterable[Draft],
) -> Iterator[Draft]:
    """Answers to what was said to or about somebody earlier in the article.

    Args:
        reading: The entities of the article.
        propositions: What its predicates say.
        lexicon: Frames.
        said: What was found so far.
    """
    before = list(said)
    for found in propositions:
        if found.kind == "verb" and answers(found, lexicon):
            yield from replies(reading, found, before)


def answers(reply: Proposition, lexicon: Lexicon) -> bool:
    """Whether a verb rejects what its object names."""
    frames = lexicon.verbs.get(reply.predicate, ())
    return any(frame.relation == grammar()["reply_relation"] for frame in frames)


def replies(reading: Reading, reply: Proposition, before: list[Draft]) -> Iterator[Draft]:
    """Who is answered, for each who answers."""
    objects = [reading.doc[a.token] for a in reply.arguments if a.place in ("patient", "recipient")]
    relations = [r for t in objects if not owners(reading, t) for r in answered(t)]
    answering = [e for a in reply.arguments if a.place == "agent" for e in ends_at(reading, a)]
    for subject in answering if relations else ():
        first = last_before(before, subject, relations, reply.token)
        if first and first.subject.cluster is not subject.cluster:
            yield reply_draft(reading, reply, subject, first.subject)


def answered(noun: "Token") -> list[str]:
    """The relations by which a speech act that a noun names was done (*die Vorwürfe*)."""
    definite = any(c.lower_ in grammar()["definite_determiners"] for c in noun.children)
    table, parts = grammar()["answered"], set(tails(noun.lemma_))
    return [r for r, nouns in table.items() if definite and parts.intersection(nouns)]


def last_before(before: list[Draft], target: End, relations: list[str], token: int) -> Draft | None:
    """The last earlier speech act of one of the relations that was directed at somebody."""
    found = [d for d in before if d.relation in relations and d.token < token]
    found = [d for d in found if d.object.cluster is target.cluster]
    return max(found, key=lambda d: d.token, default=None)


def reply_draft(reading: Reading, reply: Proposition, subject: End, target: End) -> Draft:
    """The statement that one rejects what the other said."""
    frame = Frame(grammar()["reply_relation"], "verb", (), ())
    words = predicate_tokens(reading, reply)
    found = framed_draft(reading, reply, frame, subject, target, words)
    return replace(found, rule=f"reply: {reply.predicate}", confidence=CONFIDENCE)
