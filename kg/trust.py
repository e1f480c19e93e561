"""Tell whether a thing of an article is the one that the gazetteer has under its name."""

from collections.abc import Iterable, Sequence

from kg.body_names import table
from kg.decisions import Bound
from kg.gazetteer import STATE, Known
from kg.model import Verdict
from kg.parts import Part
from kg.profiles import Profile


def trusted(parts: Sequence[Part], bound: Iterable[Bound]) -> list[Known | None]:
    """The gazetteer's entry of each part, without those that it cannot be.

    These are what a person says it is not, and bodies of a state that the article is not about.
    """
    entries = [None if is_elsewhere(part) else part.known for part in parts]
    for decided in bound:
        if decided.decision.verdict is not Verdict.SAME:
            others = {e.key for i in decided.right if (e := parts[i].known)}
            for i in decided.left:
                if (entry := entries[i]) and entry.key in others:
                    entries[i] = None
    return entries


def is_elsewhere(part: Part) -> bool:
    """Whether a name that bodies of several states have stands in an article on other states."""
    entry = part.known
    if entry is None or entry.name not in table()["shared_names"]:
        return False
    known = [c.known for c in part.article.reading.clusters if c.known]
    states = {k.key if k.kind == STATE else k.part_of for k in known if k != entry} - {""}
    return bool(states) and entry.part_of not in states


def as_trusted(profile: Profile, entry: Known | None) -> Profile:
    """A profile without the key of an entry that is not its."""
    return profile if entry or not profile.known else profile._replace(known="")


def untrusted_pairs(
    parts: Sequence[Part], entries: Sequence[Known | None]
) -> list[tuple[int, int]]:
    """Pairs of a part whose entry is not its and the parts that have the entry."""
    holders: dict[str, list[int]] = {}
    for i, entry in enumerate(entries):
        if entry:
            holders.setdefault(entry.key, []).append(i)
    lost = [(i, part.known.key) for i, part in enumerate(parts) if part.known and not entries[i]]
    return [(i, other) for i, key in lost for other in holders.get(key, ())]
