"""Offices that a verb or noun gives, takes or wants: *wurde zum Präsidenten des Irak gewählt*."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.drafts import End, end_for
from kg.gazetteer import Role, role_of
from kg.jurisdictions import implied_state
from kg.lexicon import Frame, grammar
from kg.mentions import last_part
from kg.model import Argument
from kg.reading import Cluster, Reading, mention_at
from kg.structure import owners, role_name

if TYPE_CHECKING:
    from kg.words import Token

Fact = tuple[Frame, End]


def positions(
    reading: Reading, frame: Frame, arguments: Iterable[Argument], holder: End
) -> Iterator[Fact]:
    """The role in an object place of a frame as a literal, and where the role is held.

    Args:
        reading: The entities of the article.
        frame: What the predicate expresses.
        arguments: Arguments of the predicate.
        holder: Who gets, holds or leaves the role.

    Yields:
        The frame, with `positionIn`, `leads` and the like for the body, and the object.
    """
    for argument in arguments:
        token = reading.doc[argument.token]
        found = role_of(last_part(token))
        if argument.place in frame.object and found and token.pos_ == "NOUN":
            yield frame, End(None, role_name(token), token.i)
            yield from bodies(reading, frame, token, found[1], holder)


def bodies(
    reading: Reading, frame: Frame, token: "Token", role: Role, holder: End
) -> Iterator[Fact]:
    """The states and organisations that a role belongs to, or the state that it leaves out."""
    table = grammar()["structure"]["owned"].get(role.kind, {})
    state = state_left_out(reading, token, holder)
    for owner, word in owners(reading, token) or ([(state, token)] if state else []):
        for relation in table.get(owner.type, ()):
            end = end_for(owner, word)
            yield replace(frame, relation=relation), end


def state_left_out(reading: Reading, token: "Token", holder: End) -> Cluster | None:
    """The state of an office whose noun names none (*das Amt des Bundespräsidenten*)."""
    mention = mention_at(reading, token)
    return implied_state(reading, holder.cluster, mention) if holder.cluster and mention else None
