"""Find others than its own entity that a role noun is said of.

A noun in the plural gives each of the names beside it the role (*die Minister Ada und Otto*), and
a member may be a state or a body (*das NATO-Mitglied Türkei*, *Peru ist Mitglied der UN*).
"""

from typing import TYPE_CHECKING

from kg.apposition import names_beside
from kg.gazetteer import role_of
from kg.mentions import Found, last_part
from kg.nouns import is_plural
from kg.predication import is_negated, is_stated, linked_ends, one_of
from kg.syntax import conjuncts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.reading import Cluster, Reading
    from kg.words import Token

MEMBER = "member"


def holders(reading: "Reading", mention: Found) -> "Iterator[tuple[Cluster, Token]]":
    """Named things that hold the role of a noun without being what it refers to.

    Yields:
        The entity, and the word that stands for it.
    """
    token = reading.doc.tokens[mention.head]
    role = role_of(last_part(token))
    if role is None:
        return
    own = reading.by_token.get(token.i)
    for word in said_of(reading, mention, token):
        cluster = reading.by_token.get(word.i)
        if cluster is None or cluster is own or not cluster.named or is_genitive(word, cluster):
            continue
        member = role[1].kind == MEMBER and cluster.type in ("Organization", "Place")
        if member or (not stands_for(token) and cluster.type == "Person"):
            yield cluster, word


def stands_for(token: "Token") -> bool:
    """Whether a role in the singular may be another mention of its one holder."""
    several = is_plural(token) or one_of(token) != token
    return not several and is_stated(token) and not is_negated(token)


def is_genitive(name: "Token", cluster: "Cluster") -> bool:
    """Whether a name has the ending of the genitive (*die Anwälte Müllers*)."""
    return name.text.endswith("s") and name.text not in cluster.key.split()


def said_of(reading: "Reading", mention: Found, token: "Token") -> "list[Token]":
    """The words that a noun is said of by a clause or by standing beside them."""
    beside = (reading.doc.tokens[i] for i, _ in names_beside(reading.doc, mention, token))
    first = next(linked_ends(token), None) or next(
        (t for t in beside if t.i in reading.by_token), None
    )
    if first is None:
        return []
    return conjuncts(first) if is_plural(token) else [first]
