"""What the gazetteer tells of a common noun by its letters alone."""

from functools import lru_cache
from typing import NamedTuple

from kg.gazetteer import Actor, Gazetteer, Known, Role, actor_of, by_tail
from kg.lexicon import REMEMBERED


class Senses(NamedTuple):
    """What a noun may stand for.

    Attributes:
        last: Its part behind the last hyphen.
        government: The state whose government it names (*Bundesregierung*).
        national: The state or place whose people it is for, and the noun's base form.
        role: The role in its last part, with the part.
        actor: The kind of person, body or thing in its last part, with the part.
        people: The people that it names (*Kurden*).
    """

    last: str
    government: Known | None
    national: tuple[Known, str] | None
    role: tuple[str, Role] | None
    actor: tuple[str, Actor] | None
    people: Known | None


@lru_cache(maxsize=REMEMBERED)
def senses_of(gazetteer: Gazetteer, noun: str) -> Senses:
    """What a noun may stand for, as the text has it."""
    last, lower = noun.rpartition("-")[2], noun.lower()
    state, kind = gazetteer.governments.get(noun, (None, ""))
    nationals = gazetteer.nationals
    return Senses(
        last=last,
        government=state if kind == "government" else None,
        national=nationals.get(lower) or nationals.get(last.lower()),
        role=by_tail(gazetteer.roles, last),
        actor=actor_of(gazetteer, last),
        people=gazetteer.peoples.get(lower),
    )
