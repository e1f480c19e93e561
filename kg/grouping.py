"""Put together what several articles say of one thing, and keep apart what must be.

Each thing of an article joins the group of earlier ones that it fits best, full names first, so
that a last name alone meets everybody who may be meant.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from kg.body_names import (
    initials,
    is_abbreviation,
    stem,
    without_club,
    without_form,
    written_together,
)
from kg.identity import Judgement, best_names, judge, rarities
from kg.lexicon import REMEMBERED
from kg.model import Verdict
from kg.personal_names import last_word, limit, person_name
from kg.profiles import Profile, joined
from kg.romanisation import skeleton, sound_key

RECORDED = 3  # of the groups that something may belong to but was not joined to
EXACT = ("same_name", "generic_name", "abbreviation_of_two")
# Names that leave something out, and may so be those of several.
SHORTER = (
    "abbreviation",
    "first_name",
    "initial",
    "last_name",
    "later_first_name",
    "longer_name",
    "middle_name",
)

Pair = tuple[int, int]


class Judged(NamedTuple):
    """The first things of two groups, and what was found of them."""

    pair: Pair
    judgement: Judgement
    verdict: Verdict


@dataclass(slots=True)
class Groups:
    """Groups in the making.

    Attributes:
        profiles: What each article says of each thing.
        rarity: How much a name tells, see `rarities`.
        apart: Index of a thing → those that it must not be put together with.
        members: First thing of a group → all of its things.
        known: First thing of a group → what is known of the group.
        index: Key of a name → first things of the groups that have it.
        judged: What was found of pairs, in order.
    """

    profiles: Sequence[Profile]
    rarity: Mapping[str, float]
    apart: Mapping[int, set[int]]
    members: dict[int, list[int]] = field(default_factory=dict)
    known: dict[int, Profile] = field(default_factory=dict)
    index: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    judged: list[Judged] = field(default_factory=list)


def group(
    profiles: Sequence[Profile], together: Iterable[Pair], apart: Iterable[Pair]
) -> tuple[list[list[int]], list[Judged]]:
    """Group things by whether they are one.

    Args:
        profiles: What each article says of each thing, in an order that does not depend on that
            of the input.
        together: Pairs of indices that are one whatever the evidence.
        apart: Pairs that are not.

    Returns:
        Groups of indices, each sorted, in the order of their first; and the pairs that were
        judged, without those that came together in another way.
    """
    kept = defaultdict(set)
    for a, b in apart:
        kept[a].add(b)
        kept[b].add(a)
    groups = Groups(profiles, rarities(profiles), kept)
    units = sorted(components(len(profiles), together), key=lambda unit: unit[0])
    short = [unit for unit in units if all(is_short(profiles[i]) for i in unit)]
    full = {unit[0] for unit in units} - {unit[0] for unit in short}
    for unit in units:
        if len(unit) > 1:
            explain_unit(groups, unit)
        if unit[0] in full:
            place(groups, unit)
    join_groups(groups)
    whole = set(groups.members)
    for unit in short:
        place(groups, unit, whole)
    for first in sorted(groups.members.keys() - whole):
        place_short(groups, first, whole)
    return finished(groups)


def components(size: int, pairs: Iterable[Pair]) -> list[list[int]]:
    """The sets that pairs tie together, each sorted."""
    root = list(range(size))

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for a, b in pairs:
        first, second = sorted((find(a), find(b)))
        root[second] = first
    found: dict[int, list[int]] = {}
    for i in range(size):
        found.setdefault(find(i), []).append(i)
    return list(found.values())


def is_short(profile: Profile) -> bool:
    """Whether a thing is only called by a last name or an abbreviation."""
    if profile.known:
        return False
    if profile.person:
        return all(person_name(name).bare for name in profile.names)
    return all(is_abbreviation(name) for name in profile.names)


def explain_unit(groups: Groups, unit: list[int]) -> None:
    """Keep what the names and circumstances say of things that are one in any case."""
    first, *rest = [i for i in unit if not groups.profiles[i].known] or unit[:1]
    before = groups.profiles[first]
    for i in rest:
        judgement = judge(groups.profiles[i], before, groups.rarity)
        if judgement and judgement.verdict is Verdict.SAME:
            groups.judged.append(Judged((i, first), judgement, Verdict.SAME))
        before = joined([before, groups.profiles[i]])


def place(groups: Groups, unit: list[int], barred: Collection[int] = ()) -> None:
    """Add things to the group that they fit best and is not barred, else begin one."""
    profile, first = joined([groups.profiles[i] for i in unit]), unit[0]
    found = [f for f in fitting(groups, unit, profile) if f[0] not in barred]
    if found and found[0][1].verdict is Verdict.SAME and is_clear(found):
        groups.judged.append(Judged((first, found[0][0]), found[0][1], Verdict.SAME))
        add(groups, found[0][0], unit, profile)
    else:
        record(groups, first, found)
        add(groups, first, unit, profile)


def place_short(groups: Groups, first: int, whole: Collection[int]) -> None:
    """Join things that have only a short name to the one group that they can mean, if it is one."""
    found = fitting(groups, groups.members[first], groups.known[first])
    found = [f for f in found if f[0] in whole]
    if found and found[0][1].verdict is Verdict.SAME and is_clear(found):
        groups.judged.append(Judged((first, found[0][0]), found[0][1], Verdict.SAME))
        absorb(groups, found[0][0], first)
    else:
        record(groups, first, found)


def record(groups: Groups, first: int, found: list[tuple[int, Judgement]]) -> None:
    """Keep what was found of groups that something was not joined to."""
    for other, judgement in found[:RECORDED]:
        if judgement.verdict is not Verdict.DIFFERENT:
            groups.judged.append(Judged((first, other), judgement, Verdict.UNSURE))
        elif judgement.relation in EXACT:
            groups.judged.append(Judged((first, other), judgement, Verdict.DIFFERENT))


def fitting(groups: Groups, unit: list[int], profile: Profile) -> list[tuple[int, Judgement]]:
    """The groups that things may belong to, the likeliest first."""
    if not profile.names:
        return []
    alike = {g for key in keys(profile) for g in groups.index.get(key, ())} - {unit[0]}
    near = {g for g in alike if g in groups.members and may_join(groups, unit, g)}
    if not near:
        return []
    last, first = bearers_of(groups, profile, near)
    found = []
    for g in sorted(near):
        bearers = None if first and not last else len(last - {g})
        judgement = judge(profile, groups.known[g], groups.rarity, bearers)
        if judgement:
            found.append((g, judgement))
    return sorted(found, key=lambda f: (-f[1].score, f[0]))


def bearers_of(groups: Groups, profile: Profile, near: set[int]) -> tuple[set[int], set[int]]:
    """The groups of people of whose names a short one may be the last, and the first."""
    if not profile.person or not is_short(profile):
        return set(), set()
    relations = {g: best_names(profile, groups.known[g]) for g in near}
    last, first = (
        {g for g, found in relations.items() if found and found[0] == relation}
        for relation in ("last_name", "first_name")
    )
    return last, first


def may_join(groups: Groups, unit: list[int], other: int) -> bool:
    """Whether nobody said that two are different."""
    apart = (groups.apart[i] for i in unit if i in groups.apart)
    return not any(things.intersection(groups.members[other]) for things in apart)


def is_clear(found: list[tuple[int, Judgement]]) -> bool:
    """Whether a name that leaves something out fits one group better than all others by far."""
    whole = found[0][1].relation not in SHORTER
    return whole or len(found) < 2 or found[0][1].score - found[1][1].score >= limit("margin")


def add(groups: Groups, first: int, unit: list[int], profile: Profile) -> None:
    """Add things to a group, which is made when there is none."""
    old = groups.known.get(first)
    groups.members.setdefault(first, []).extend(unit)
    groups.known[first] = joined([old, profile]) if old else profile
    for key in keys(profile):
        groups.index[key].add(first)


def join_groups(groups: Groups) -> None:
    """Join groups that are one by all that is now known of them, the likeliest pairs first."""
    kept = [near & groups.members.keys() for near in groups.index.values()]
    pairs = {(a, b) for near in kept for a in near for b in near if a < b}
    found = {pair: j for pair in sorted(pairs) if (j := judge_groups(groups, *pair))}
    into: dict[int, int] = {}
    for a, b in sorted(found, key=lambda pair: (-found[pair].score, pair)):
        one, other = sorted((latest(into, a), latest(into, b)))
        clear = found[a, b].relation not in SHORTER or not fits_others(found, a, b)
        judgement = judge_groups(groups, one, other) if one != other and clear else None
        if judgement:
            groups.judged.append(Judged((other, one), judgement, Verdict.SAME))
            into[other] = one
            absorb(groups, one, other)


def fits_others(found: Collection[Pair], one: int, other: int) -> bool:
    """Whether a third group is the same as one of two groups and not as the other."""
    partners = [
        {b if a == group else a for a, b in found if group in (a, b)} for group in (one, other)
    ]
    return bool((partners[0] ^ partners[1]) - {one, other})


def judge_groups(groups: Groups, one: int, other: int) -> Judgement | None:
    """The judgement on two groups that are one, None where they are not."""
    if not may_join(groups, groups.members[one], other):
        return None
    judgement = judge(groups.known[one], groups.known[other], groups.rarity)
    return judgement if judgement and judgement.verdict is Verdict.SAME else None


def latest(into: Mapping[int, int], i: int) -> int:
    """The group that a group has become part of."""
    while i in into:
        i = into[i]
    return i


def absorb(groups: Groups, one: int, other: int) -> None:
    """Move all things of a group into another."""
    profile = groups.known.pop(other)
    for key in keys(profile):
        groups.index[key].discard(other)
    add(groups, one, groups.members.pop(other), profile)


def keys(profile: Profile) -> list[str]:
    """What a name is found by: its sounds, its parts, its initials, its skeleton."""
    keys_of = person_keys if profile.person else body_keys
    return [key for name in profile.names for key in keys_of(name)]


@lru_cache(maxsize=REMEMBERED)
def person_keys(name: str) -> tuple[str, ...]:
    """Keys of a person's name: last name by sound and skeleton, first name, name as a whole."""
    whole = (f"={name}",) if " " in name else ()
    parts = person_name(name)
    if not parts.family:
        return *whole, f"whole {sound_key(name)}"
    family = last_word(parts.family)
    last = f"last {sound_key(family)}"
    if not parts.given:
        return *whole, last, f"first {sound_key(family)}"
    first = parts.given[0]
    like = f"like {skeleton(first)} {skeleton(family)}"
    words = f"words {' '.join(sorted(sound_key(name).split()))}"
    return *whole, last, f"first {sound_key(first)}", like, words


@lru_cache(maxsize=REMEMBERED)
def body_keys(name: str) -> tuple[str, ...]:
    """Keys of another name: by sound, without endings, as a club's, by initials, by skeleton."""
    core = without_form(name)
    found = [f"={name}"] if " " in name else []
    found += [f"body {sound_key(core)}", f"letters {written_together(name)}"]
    found.append(f"body {sound_key(without_club(core))}")
    if stem(name):
        found += [f"stem {stem(name)}", f"begins {' '.join(stem(name).split()[:2])}"]
    if is_abbreviation(name) or initials(name):
        found.append(f"initials {name if is_abbreviation(name) else initials(name)}")
    if len(core) >= limit("long_name"):
        found.append(f"like {skeleton(core)}")
    return tuple(found)


def finished(groups: Groups) -> tuple[list[list[int]], list[Judged]]:
    """The groups, and what was judged of those that stayed apart or came together by it."""
    members = sorted(sorted(group) for group in groups.members.values())
    home = {i: n for n, group in enumerate(members) for i in group}
    judged = [
        j for j in groups.judged if j.verdict is Verdict.SAME or home[j.pair[0]] != home[j.pair[1]]
    ]
    return members, judged
