"""Which statements tell of one and the same event."""

from collections.abc import Hashable, Iterable, Iterator

from kg.model import Modality, Polarity, Statement
from kg.ontology import load_relations


def holds(statement: Statement) -> bool:
    """Whether the article itself says that it is so: only then is there a plain triple."""
    return (statement.polarity, statement.modality) == (Polarity.POSITIVE, Modality.ASSERTED)


def events_of(statements: Iterable[Statement]) -> dict[str, str]:
    """Id of each statement that tells of an event → id of the first statement that does.

    Two statements meet in an event when the same words of one sentence say both and they share
    an end, or when they have the same relation, ends and day. What was denied, claimed or only
    wanted is no event.
    """
    told = sorted((s for s in statements if _tells(s)), key=lambda s: s.id)
    leader: dict[Hashable, str] = {}
    parent = {statement.id: statement.id for statement in told}
    for statement in told:
        for key in _keys(statement):
            _join(parent, leader.setdefault(key, statement.id), statement.id)
    return {id_: _root(parent, id_) for id_ in parent}


def _tells(statement: Statement) -> bool:
    relation = load_relations().get(statement.relation)
    return holds(statement) and relation is not None and relation.plover is not None


def _keys(statement: Statement) -> Iterator[Hashable]:
    relation, ends = statement.relation, [statement.subject, statement.object]
    words = (statement.evidence.span, statement.evidence.predicate, relation)
    yield *words, "subject", statement.subject
    yield *words, "object", statement.object
    if load_relations()[relation].symmetric:
        ends.sort()
    if statement.date and len(statement.date) == len("2023-09-20"):
        yield relation, *ends, statement.date


def _root(parent: dict[str, str], id_: str) -> str:
    while parent[id_] != id_:
        parent[id_] = id_ = parent[parent[id_]]
    return id_


def _join(parent: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_root(parent, one), _root(parent, other)))
    parent[second] = first
