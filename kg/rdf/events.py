"""Which statements tell of one and the same event.

Two statements of the same words meet where they share an end: *A griff B und C an* is one attack.
Across sentences and articles they meet where relation, ends and day are the same and the places do
not differ. A vaguer date (a month, a year, none in the same article) joins the one event that it
fits; where it fits several, it stays for itself.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable

from kg.model import Modality, Polarity, Statement
from kg.ontology import load_relations

_DAY = len("2023-09-20")


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


def events_of(statements: Iterable[Statement]) -> dict[str, str]:
    """Id of each statement that tells of an event → id of the first statement that does.

    What was denied, claimed or only wanted is no event.
    """
    told = sorted((s for s in statements if _tells(s)), key=lambda s: s.id)
    groups = _Groups(statement.id for statement in told)
    _join_same_words(told, groups)
    for alike in _grouped(told, _ends):
        days = [s for s in alike if s.date and len(s.date) == _DAY]
        for of_day in _grouped(days, lambda s: [s.date]):
            _join_same_day(of_day, groups)
        for statement in alike:
            if statement not in days:
                _join_vague(statement, days, groups)
    return {id_: groups.leader(id_) for id_ in groups.parent}


def _tells(statement: Statement) -> bool:
    relation = load_relations().get(statement.relation)
    return holds(statement) and relation is not None and relation.plover is not None


def _join_same_words(told: Iterable[Statement], groups: _Groups) -> None:
    first: dict[Hashable, str] = {}
    for statement in told:
        words = (statement.evidence.span, statement.evidence.predicate, statement.relation)
        for end in (("subject", statement.subject), ("object", statement.object)):
            groups.join(first.setdefault((*words, *end), statement.id), statement.id)


def _ends(statement: Statement) -> list[str]:
    ends = [statement.subject, statement.object]
    if load_relations()[statement.relation].symmetric:
        ends.sort()
    return [statement.relation, *ends]


def _join_same_day(statements: list[Statement], groups: _Groups) -> None:
    """One event, or one for each place where the places differ."""
    places = {s.place for s in statements if s.place}
    first: dict[str | None, str] = {}
    for statement in statements:
        place = statement.place if len(places) > 1 else None
        if statement.place or len(places) < 2:
            groups.join(first.setdefault(place, statement.id), statement.id)


def _join_vague(statement: Statement, days: Iterable[Statement], groups: _Groups) -> None:
    fitting = {groups.leader(day.id) for day in days if _fits(statement, day)}
    if len(fitting) == 1:
        groups.join(statement.id, fitting.pop())


def _fits(vague: Statement, day: Statement) -> bool:
    here = vague.evidence.span.document == day.evidence.span.document
    time = (day.date or "").startswith(vague.date) if vague.date else here
    return time and (not vague.place or not day.place or vague.place == day.place)


def _grouped(
    statements: Iterable[Statement], key: Callable[[Statement], Iterable[Hashable]]
) -> list[list[Statement]]:
    groups: defaultdict[tuple[Hashable, ...], list[Statement]] = defaultdict(list)
    for statement in statements:
        groups[tuple(key(statement))].append(statement)
    return list(groups.values())
