"""Who acts in an event, as far as the articles say."""

import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from kg.model import Corpus, Entity, Statement
from kg.ontology import data_path, load_relations

_WITHOUT_NAME = frozenset({"nominal", "pronoun"})


def event_type(statement: Statement) -> str:
    """The PLOVER type of the event that a statement may tell of, "" where it tells of none."""
    relation = load_relations().get(statement.relation)
    return (relation and relation.plover) or ""


@cache
def suffered_types() -> frozenset[str]:
    """PLOVER types of what is done to somebody: a target and a day tell such events apart."""
    return frozenset(_table()["suffered"])


@cache
def acts_for() -> frozenset[str]:
    """Relations by which troops, police and officers act for somebody."""
    return frozenset(_table()["acts_for"])


def unnamed(corpus: Corpus) -> frozenset[str]:
    """Ids of the entities that no article calls by a name (*Unbekannte*, *die Polizei*)."""
    return frozenset(e.id for e in corpus.entities if _is_unnamed(e))


def actors_of(statements: Iterable[Statement], corpus: Corpus) -> dict[str, str]:
    """Who acts in the event of each statement.

    In what is done to somebody, a state acts through its troops, and it is left open who those are
    that no article names. Not so where the target is a place, in which much happens, nor where an
    article tells of several of them: then they are who they are.

    Returns:
        Id of each statement → id of an entity, "" where it is left open.
    """
    places = {entity.id for entity in corpus.entities if entity.type == "Place"}
    nameless = unnamed(corpus)
    superiors = _superiors(corpus, nameless)
    found = {}
    open_: defaultdict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for statement in statements:
        found[statement.id] = statement.subject
        if event_type(statement) in suffered_types():
            found[statement.id] = actor = _highest(statement.subject, superiors)
            if actor in nameless and statement.object not in places:
                open_[_target(statement)].append(statement)
    alone = (s for s in open_.values() if len({found[one.id] for one in s}) == 1)
    return found | {statement.id: "" for group in alone for statement in group}


def _target(statement: Statement) -> tuple[str, ...]:
    document = statement.evidence.span.document
    return document, event_type(statement), statement.object


def _highest(id_: str, superiors: Mapping[str, str]) -> str:
    seen = {id_}
    while (above := superiors.get(id_)) and above not in seen:
        seen.add(above)
        id_ = above
    return id_


def _superiors(corpus: Corpus, nameless: Collection[str]) -> dict[str, str]:
    """Id of each entity that acts for exactly one other → id of the other.

    States and places act for themselves, and so does a person who has a name.
    """
    servants = {
        e.id
        for e in corpus.entities
        if e.type in ("Organization", "Group") or (e.type == "Person" and e.id in nameless)
    }
    found: defaultdict[str, set[str]] = defaultdict(set)
    for statement in corpus.statements:
        if statement.relation in acts_for() and statement.subject in servants:
            found[statement.subject].add(statement.object)
    return {id_: next(iter(above)) for id_, above in found.items() if len(above) == 1}


def _is_unnamed(entity: Entity) -> bool:
    kinds = {mention.kind for mention in entity.mentions}
    return bool(kinds) and kinds <= _WITHOUT_NAME and not entity.wikidata


@cache
def _table() -> dict[str, list[str]]:
    path = data_path("events.toml")
    table: dict[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    return table
