"""Find who protests where a protest names only what it is against.

*Teilnehmer von Protesten gegen X*, *bei Protesten gegen X schoss die Polizei auf
Demonstranten*: those who take part in it, else the protesters of the same sentence.
"""

from typing import TYPE_CHECKING

from kg.drafts import End, end_for, ends_at
from kg.lexicon import Frame, grammar, tails
from kg.model import Argument, Proposition
from kg.reading import Reading

if TYPE_CHECKING:
    from kg.words import Token


def protesters(reading: Reading, protest: Proposition, frame: Frame) -> list[End]:
    """Whoever a sentence shows to take part in a protest that its noun leaves without a subject."""
    rules = grammar()["protesters"]
    if protest.kind != "noun" or frame.relation != rules["relation"]:
        return []
    noun = reading.doc[protest.token]
    head = noun.head
    if head.pos_ == "NOUN" and is_called(head, rules["participants"]):
        return ends_at(reading, Argument("agent", head.i))
    near = [t for t in noun.sent if t.i in reading.by_token and is_called(t, rules["nouns"])]
    nearest = min(near, key=lambda t: abs(t.i - noun.i), default=None)
    if nearest is None:
        return []
    cluster = reading.by_token[nearest.i]
    return [end_for(cluster, nearest)]


def is_called(noun: "Token", words: list[str]) -> bool:
    """Whether a noun is one of some words, or ends in one."""
    return noun.pos_ == "NOUN" and any(part in words for part in tails(noun.lemma_))
