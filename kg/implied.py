"""Who must have done what a passive leaves open, where the text nearby makes it plain.

Who is arrested is arrested by the police that the same passage speaks of.
"""

from typing import TYPE_CHECKING

from kg.drafts import End, mention_text
from kg.lexicon import grammar, tails
from kg.reading import Reading
from kg.syntax import preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

EARLIER_SENTENCES = 2


def implied_police(reading: Reading, verb: "Token") -> End | None:
    """The police, troops or agents last named in the sentence of a verb or shortly before.

    Args:
        reading: The entities of the article.
        verb: The passive verb that names nobody who acts.
    """
    start = verb.sent.start
    for _ in range(EARLIER_SENTENCES):
        start = verb.doc[max(start - 1, 0)].sent.start
    for token in reversed(verb.doc[start : verb.sent.end]):
        cluster = reading.by_token.get(token.i)
        if cluster and is_police(token) and preposition(token) != "an":
            return End(cluster, mention_text(cluster, token), token.i)
    return None


def is_police(token: "Token") -> bool:
    """Whether a noun, or its last part, is one for those who arrest."""
    return any(part in grammar()["police"] for part in tails(token.lemma_))
