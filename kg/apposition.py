"""Find the name that a common noun stands beside: *Außenministerin Annalena Baerbock*.

Where the parse does not join the two, their place in the sentence does: a role right before a
name, or one of both between commas or brackets behind the other.
"""

from typing import TYPE_CHECKING

from kg.gazetteer import by_tail, load_gazetteer
from kg.mentions import Found, last_part
from kg.quotes import OPENING as OPENING_QUOTES
from kg.syntax import children, conjuncts, preposition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.words import Doc, Token

BESIDE = ("appos", "flat")
OPENING, CLOSING = (",", "(", "–"), (",", ")", ".", ";", "–", ":")


def names_beside(doc: "Doc", mention: Found, token: "Token") -> "Iterator[tuple[int, bool]]":
    """Indices of tokens that may belong to the name of a common noun, most certain first.

    Yields:
        The index, and whether only the place in the sentence speaks for it.
    """
    words = doc.tokens
    joined = children(token, *BESIDE) if token.children else []
    joined += nearest_conjuncts(token) if token.dep_ in BESIDE else []
    for name in joined:
        yield name.i, False
    if names_the_holder(doc, mention, token):
        yield mention.end, True
    if token.i + 1 < len(words) and not is_attribute(words[token.i + 1], token):
        yield token.i + 1, True
    if is_first_title(doc, mention):
        yield token.i + 2, True
    if token.i + 2 < len(words) and words[token.i + 1].text in OPENING_QUOTES:
        yield token.i + 2, True
    if mention.type in ("Person", "Place"):
        for i in set_off(doc, mention):
            yield i, True


def nearest_conjuncts(token: "Token") -> "list[Token]":
    """What an apposition may be to: of coordinated names the last one before it first."""
    return [t for t in reversed(conjuncts(token.head)) if t.i < token.i] or [token.head]


def is_first_title(doc: "Doc", mention: Found) -> bool:
    """Whether a second title and a name follow a role (*die Vorsitzende Richterin Ada Alm*)."""
    if mention.type != "Person" or mention.head + 2 >= len(doc.tokens):
        return False
    title, name = doc.tokens[mention.head + 1], doc.tokens[mention.head + 2]
    if title.tag_ != "NN" or name.ent_type_ != "PER":
        return False
    return by_tail(load_gazetteer().roles, last_part(title)) is not None


def names_the_holder(doc: "Doc", mention: Found, token: "Token") -> bool:
    """Whether a name follows the attribute of a role (*der Chef der Bank Otto Müller*)."""
    if mention.type != "Person" or mention.end >= len(doc.tokens) or mention.end == token.i + 1:
        return False
    name = doc.tokens[mention.end]
    if name.dep_ not in ("appos", "flat") or name.pos_ != "PROPN":
        return False
    inside = token.i < name.head.i < mention.end
    return inside and not by_tail(load_gazetteer().roles, last_part(name.head))


def is_attribute(follower: "Token", noun: "Token") -> bool:
    """Whether a word behind a noun says whose it is (*Bruder Ottos*) or has a preposition."""
    genitive = "Case=Gen" in follower.morph and follower.text.endswith("s")
    return bool(preposition(follower)) or (follower.head == noun and genitive)


def set_off(doc: "Doc", mention: Found) -> "Iterator[int]":
    """Neighbours across a comma or bracket (*Hugo Chávez, Präsident Venezuelas, …*)."""
    first, end, tokens = mention.first, mention.end, doc.tokens
    while first > 0 and tokens[first - 1].pos_ == "DET":
        first -= 1
    closed = end >= len(tokens) or tokens[end].text in CLOSING
    if first > 1 and tokens[first - 1].text in OPENING and closed:
        yield first - 2
    end = behind_attributes(doc, mention) if mention.type == "Person" else end
    behind = end + 1 < len(tokens) and tokens[end].text == "," and is_closed(doc, end + 1)
    if behind and not names_whose(tokens[mention.head], tokens[end + 1]):
        yield end + 1


def behind_attributes(doc: "Doc", mention: Found) -> int:
    """Index behind a role and what follows it before a comma and a name.

    *Der Leiter der Behörde (LBM) in Speyer, Kurt Ertel, …*: an abbreviation, where the body is.
    """
    end, tokens = mention.end, doc.tokens
    if end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")":
        end += 3
    local = end < len(tokens) and tokens[end].dep_ == "case" and tokens[end].head.i > end
    last = tokens[end].head.i if local else end - 1
    while local and last + 1 < len(tokens) and tokens[last + 1].dep_ == "flat":
        last += 1
    comma = last + 2 < len(tokens) and tokens[last + 1].text == ","
    return last + 1 if comma and tokens[last + 2].ent_type_ == "PER" else mention.end


def names_whose(noun: "Token", name: "Token") -> bool:
    """Whether a name is that of the person whom a noun says whose he is.

    *Der Sohn des Präsidenten, Otto Müller, …* names the son, no president.
    """
    holder = name.head
    if name.dep_ != "appos" or not holder.is_ancestor(noun):
        return False
    return holder.tag_ == "PIS" or bool(by_tail(load_gazetteer().roles, last_part(holder)))


def is_closed(doc: "Doc", first: int) -> bool:
    """Whether the name that starts at a token ends at a comma, bracket or stop.

    *Die Ministerin, Ada Müller, …* is an apposition, *sagte der Minister, Otto komme* none.
    """
    end = first + 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return end == len(doc) or doc[end].text in (*CLOSING, "(")
