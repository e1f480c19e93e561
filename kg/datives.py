"""Find the dative that a parser took for the genitive of the noun before it.

*Gestern warf der Verband der Polizei Versagen vor*: articles do not tell the two apart, but a verb
of blaming has a dative, and a name has no genitive behind it (*Katar der Firma einen Kredit*). The
dative may also be a name that was taken for the noun's apposition (*warf der Verband Alm vor, …*).
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.core_arguments import names_behind
from kg.lexicon import REMEMBERED, Lexicon, grammar
from kg.syntax import children, infinitive, preposition

if TYPE_CHECKING:
    from kg.words import Token


def swallowed_datives(verb: "Token", subjects: list["Token"], lexicon: Lexicon) -> list["Token"]:
    """The first bare noun phrase below the subject that must be the dative of the verb.

    Args:
        verb: A verb below which no dative was found.
        subjects: Heads of its subject.
        lexicon: Frames; only verbs with one that asks for a recipient are looked at.
    """
    subjects = [s for s in subjects if s.children]
    word = infinitive(lexicon, verb) if subjects else ""
    if not gives(lexicon, word):
        return []
    bound = word in grammar()["dative_verbs"]
    below = [t for s in subjects for t in noun_phrases_below(s)]
    found = [t for t in below if may_be_dative(t) and (bound or stands_behind_name(t))]
    names = [t for s in subjects for t in names_behind(s) if s.i > verb.i] if bound else []
    return (found or names)[:1]


@lru_cache(maxsize=REMEMBERED)
def gives(lexicon: Lexicon, verb: str) -> bool:
    """Whether a frame of a verb asks for a recipient."""
    return any("recipient" in frame.object for frame in lexicon.verbs.get(verb, ()))


def noun_phrases_below(noun: "Token") -> list["Token"]:
    """Bare noun phrases below a noun and the names beside it, in the order of the text."""
    beside = children(noun, "appos", "flat")
    return [t for n in (noun, *beside) for t in n.below["nmod"] if t.i > n.i]


def may_be_dative(noun: "Token") -> bool:
    """Whether a noun phrase has an article that the dative may have, and no preposition."""
    articles = [c.lower_ for c in noun.below["det"]]
    return not preposition(noun) and any(a in grammar()["dative_articles"] for a in articles)


def stands_behind_name(noun: "Token") -> bool:
    """Whether a name stands right before a noun phrase."""
    first = noun.left_edge.i
    return first > 0 and noun.doc[first - 1].pos_ == "PROPN"
