"""Which statements tell of one and the same event.

Two statements of the same words meet where they share an end: *A griff B und C an* is one attack.
Across sentences and articles they meet where event type, ends and day are the same and the places
do not differ. What is told with a vaguer date, or with none, joins the one day that it fits, and
stays for itself where it fits several:

- within an article any month, year or missing date that the day lies in;
- in another article a month that the day lies in, or no date in an article of that day or the next.
  A year is too wide: two attacks in one year are not one attack.

Without any day, accounts of one publication day that give no date meet.

What is done to somebody (`suffered` in `ontology/events.toml`) also meets where only the target and
the day are the same, while who did it is left open in one article: see `kg.rdf.actors`.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kg.model import Corpus, Modality, Polarity, Statement
from kg.rdf.accounts import Account, accounts_of, event_date, event_id, exactness
from kg.rdf.actors import event_type, suffered_types

_MONTH = len("2023-09")
_NEXT_DAY = 1
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Event:
    """An event: its id, and the most exact date that it is told with, "" where there is none."""

    id: str
    date: str


class _Groups:
    """Disjoint sets of statements, each led by the one with the first id."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.parent = {id_: id_ for id_ in ids}

    def leader(self, id_: str) -> str:
        while self.parent[id_] != id_:
            self.parent[id_] = id_ = self.parent[self.parent[id_]]
        return id_

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.leader(one), self.leader(other)))
        self.parent[second] = first


def holds(statement: Statement) -> bool:
    """Whether the article itself says that it is so: only then is there a plain triple."""
    return (statement.polarity, statement.modality) == (Polarity.POSITIVE, Modality.ASSERTED)


def events_of(corpus: Corpus, named: Mapping[str, str] | None = None) -> dict[str, Event]:
    """Id of each statement that tells of an event → the event.

    What was denied, claimed or only wanted is no event. The id of an event depends on nothing but
    what it is, so that two builds give it alike: see `kg.rdf.accounts.event_id`.

    Args:
        corpus: What was found.
        named: Id of a statement → id of its event, where that is settled already.
    """
    settled = named or {}
    told = sorted((s for s in corpus.statements if _tells(s)), key=lambda s: s.id)
    accounts = accounts_of(told, corpus)
    groups = _Groups(statement.id for statement in told)
    _join_same_words(told, groups)
    _join_settled(accounts, settled, groups)
    for alike in _grouped(accounts, lambda a: (a.type, a.ends)):
        _join_same_ends(alike, groups)
    _join_same_target(accounts, groups)
    found: dict[str, Event] = {}
    for group in _grouped(accounts, lambda a: groups.leader(a.statement)):
        found |= dict.fromkeys((a.statement for a in group), _event(group, settled))
    return found


def _event(group: list[Account], settled: Mapping[str, str]) -> Event:
    known = [account for account in group if account.statement in settled]
    id_ = settled[min(known, key=exactness).statement] if known else event_id(group)
    return Event(id_, event_date(account.date for account in group))


def _tells(statement: Statement) -> bool:
    return holds(statement) and bool(event_type(statement))


def _join_same_words(told: Iterable[Statement], groups: _Groups) -> None:
    first: dict[Hashable, str] = {}
    for statement in told:
        words = (statement.evidence.span, statement.evidence.predicate, statement.relation)
        for end in (("subject", statement.subject), ("object", statement.object)):
            groups.join(first.setdefault((*words, *end), statement.id), statement.id)


def _join_settled(accounts: Iterable[Account], settled: Mapping[str, str], groups: _Groups) -> None:
    first: dict[str, str] = {}
    for account in accounts:
        if account.statement in settled:
            id_ = settled[account.statement]
            groups.join(first.setdefault(id_, account.statement), account.statement)


def _join_same_ends(alike: list[Account], groups: _Groups) -> None:
    days = [account for account in alike if account.day]
    _join_by_time(days, groups)
    alone = []
    for account in (a for a in alike if not a.day):
        fitting = {groups.leader(day.statement) for day in days if _fits(account, day)}
        if len(fitting) == 1:
            groups.join(account.statement, fitting.pop())
        else:
            alone.append(account)
    _join_by_time(alone, groups)


def _join_by_time(alike: Iterable[Account], groups: _Groups) -> None:
    """One event of a time, or one for each place where the places differ."""
    for same_time in _grouped(alike, lambda a: a.time):
        places = {account.place for account in same_time if account.place}
        first: dict[str, str] = {}
        for account in same_time:
            place = account.place if len(places) >= _SEVERAL else ""
            groups.join(first.setdefault(place, account.statement), account.statement)


def _fits(vague: Account, day: Account) -> bool:
    """Whether what has no day may have happened on this one."""
    if vague.place and day.place and vague.place != day.place:
        return False
    if vague.document == day.document:
        return day.date.startswith(vague.date)
    if vague.date:
        return len(vague.date) == _MONTH and day.date.startswith(vague.date)
    return 0 <= _days_between(day.date, vague.published) <= _NEXT_DAY


def _days_between(first: str, last: str) -> int:
    """Days from one day to another, -1 where one of them is no day."""
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return -1


def _join_same_target(accounts: Iterable[Account], groups: _Groups) -> None:
    """What nobody in particular does to somebody is what the only other one does to them that day.

    An article that tells of two such events means two.
    """
    suffered = (a for a in accounts if a.day and a.type in suffered_types())
    for same in _grouped(suffered, lambda a: (a.type, a.ends[1], a.time)):
        told = {(a.document, groups.leader(a.statement)) for a in same}
        named = {groups.leader(a.statement) for a in same if a.exact}
        places = {a.place for a in same if a.place}
        once_each = len(told) == len({document for document, _ in told})
        if once_each and len(named) == 1 and len(places) < _SEVERAL:
            for account in same:
                groups.join(same[0].statement, account.statement)


def _grouped(
    accounts: Iterable[Account], key: Callable[[Account], Hashable]
) -> list[list[Account]]:
    groups: defaultdict[Hashable, list[Account]] = defaultdict(list)
    for account in accounts:
        groups[key(account)].append(account)
    return list(groups.values())
