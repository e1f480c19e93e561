"""Decide by hand that entities of a graph are one or two, and undo it."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.decisions import DECISIONS, PROGRAM, check_words, decision_row
from kg.entity_lists import decisions_in, named_entity, read_graph_entities
from kg.files import write_whole
from kg.model import Decision, Entity, InputError, Mention, Quote, Side, Verdict
from kg.outputs import lines


def decide(
    graph: Path, pair: tuple[str, str], verdict: Verdict, *, by: str, why: str = ""
) -> Decision:
    """Write down that two entities are one, are two, or that nobody knows.

    Args:
        graph: Folder of a build.
        pair: Ids or names of the entities.
        verdict: What they are.
        by: Who says so.
        why: A reason in a few words.

    Raises:
        InputError: If the folder or an entity is not there, or an earlier decision says otherwise.
    """
    check_build(graph)
    entities = read_graph_entities(graph)
    one, other = (named_entity(entities, wanted, graph) for wanted in pair)
    if one.id == other.id:
        raise InputError(f"{one.name} is one entity already; name the parts of it to split off")
    sides = side_of(one, one.mentions), side_of(other, other.mentions)
    return written(graph, sides, verdict, by, why)


def split_off(
    graph: Path, wanted: str, places: Sequence[str], *, by: str, why: str = ""
) -> Decision:
    """Write down that some mentions of an entity are of another thing.

    Args:
        graph: Folder of a build.
        wanted: Id or name of the entity.
        places: Ids of articles, or mentions as `article:start`.
        by: Who says so.
        why: A reason in a few words.

    Raises:
        InputError: If the folder, the entity or a mention is not there, nothing would be left, or
            an earlier decision says otherwise.
    """
    check_build(graph)
    entity = named_entity(read_graph_entities(graph), wanted, graph)
    moved = [m for place in places for m in mentions_at(entity, place)]
    rest = [m for m in entity.mentions if m not in moved]
    if not rest:
        raise InputError(f"these are all mentions of {entity.name}; some must stay")
    sides = side_of(entity, moved), side_of(entity, rest)
    return written(graph, sides, Verdict.DIFFERENT, by, why)


def forget(graph: Path, number: int) -> Decision:
    """Take a decision by hand back.

    Args:
        graph: Folder of a build.
        number: Of the decision, as `decisions_by_hand` lists them from 1.

    Raises:
        InputError: If there is no such decision.
    """
    check_build(graph)
    decisions = decisions_by_hand(graph)
    if not 1 <= number <= len(decisions):
        raise InputError(f"{graph}: has no decision {number}; there are {len(decisions)}")
    write(graph, [d for d in decisions if d != decisions[number - 1]])
    return decisions[number - 1]


def decisions_by_hand(graph: Path) -> tuple[Decision, ...]:
    """What people decided in a folder."""
    return tuple(d for d in decisions_in(graph) if d.by != PROGRAM)


def check_build(graph: Path) -> None:
    """Check that decisions can be kept beside a graph.

    Raises:
        InputError: If it is no folder.
    """
    if not graph.is_dir():
        raise InputError(f"{graph}: is no folder of kg build; decisions are kept in one")


def mentions_at(entity: Entity, place: str) -> list[Mention]:
    """The mentions of an entity in an article, or at one place of it.

    Raises:
        InputError: If there are none.
    """
    found = [m for m in entity.mentions if m.span.document == place]
    document, _, start = place.rpartition(":")
    if not found and start.isdigit():
        here = [m for m in entity.mentions if m.span.document == document]
        at = [m for m in here if m.span.start == int(start)]
        found = [m for m in here if any(touch(m, other) for other in at)]
    if not found:
        raise InputError(f"{entity.name} is not mentioned at {place}")
    return found


def touch(one: Mention, other: Mention) -> bool:
    """Whether mentions share characters, as a phrase does with its core."""
    return one.span.start < other.span.end and other.span.start < one.span.end


def side_of(entity: Entity, mentions: Iterable[Mention]) -> Side:
    """An entity, or some of its mentions, as one side of a decision."""
    quotes = sorted({Quote(m.span, m.text) for m in mentions})
    return Side(entity.name, entity.type, tuple(quotes))


def written(graph: Path, pair: tuple[Side, Side], verdict: Verdict, by: str, why: str) -> Decision:
    """A new decision, kept in the folder if none contradicts it."""
    if by in ("", PROGRAM):
        raise InputError(f"{by!r} is no name of a person who decides")
    new = Decision(pair, verdict, None, (why,) if why else (), by)
    decisions = list(dict.fromkeys([*decisions_by_hand(graph), new]))
    check_words(decisions)
    write(graph, decisions)
    return new


def write(graph: Path, by_hand: Iterable[Decision]) -> None:
    """Write the decisions of a folder, those by hand before those of the program."""
    kept = [d for d in decisions_in(graph) if d.by == PROGRAM]
    write_whole(graph / DECISIONS, lines(decision_row(d) for d in (*by_hand, *kept)))
