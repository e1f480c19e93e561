"""`kg entities`: look at the entities of a graph, and say which are one and which are two."""

from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kg.model import Decision

app = typer.Typer(
    help="Look at entities; merge and split them by hand.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

NEXT = "kg build with the same articles and folder applies it"

FolderArgument = Annotated[Path, typer.Argument(metavar="GRAPH", help="Folder of a build.")]
EntityArgument = Annotated[str, typer.Argument(metavar="ID", help="Id or name of an entity.")]
OtherArgument = Annotated[str, typer.Argument(metavar="OTHER", help="Id or name of another one.")]
ByOption = Annotated[str, typer.Option(help="Who decides; the name of the user by default.")]
WhyOption = Annotated[str, typer.Option(help="Why, in a few words.")]


@app.command("list")
def list_(
    graph: Annotated[
        Path, typer.Argument(metavar="GRAPH", help="Folder of a build, or any RDF file.")
    ],
    *,
    type_: Annotated[str, typer.Option("--type", help="Only this class (Person, …).")] = "",
    text: Annotated[str, typer.Option(help="Only with this in a name or mention.")] = "",
    articles: Annotated[int, typer.Option(min=0, help="Only with so many articles.")] = 0,
    mentions: Annotated[int, typer.Option(min=0, help="Only with so many mentions.")] = 0,
    close: Annotated[
        bool, typer.Option("--close", help="Pairs that may be one and are worth a look.")
    ] = False,
) -> None:
    """List entities, those in most articles first, or pairs of them that may be one."""
    from kg.entity_lists import Filter, close_rows, decisions_in, entity_rows, read_graph_entities

    entities, wanted = read_graph_entities(graph), Filter(type_, text, articles, mentions)
    pairs = close_rows(entities, decisions_in(graph), wanted) if close else ()
    for row in pairs if close else entity_rows(entities, wanted):
        typer.echo("\t".join(map(plain, row)))


@app.command()
def show(
    graph: Annotated[
        Path, typer.Argument(metavar="GRAPH", help="Folder of a build, or any RDF file.")
    ],
    entity: EntityArgument,
) -> None:
    """Show an entity with each of its mentions, as `split` takes them, and why they are one."""
    from kg.entity_lists import (
        decisions_in,
        identity_rows,
        mention_rows,
        named_entity,
        read_graph_entities,
    )

    found = named_entity(read_graph_entities(graph), entity, graph)
    typer.echo(f"{plain(found.name)} ({found.type})\n{found.id}")
    for row in mention_rows(found):
        typer.echo("\t".join(map(plain, ("mention", *row))))
    for reason in identity_rows(found, decisions_in(graph)):
        typer.echo(f"identity\t{plain(reason)}")


@app.command()
def merge(
    graph: FolderArgument,
    entity: EntityArgument,
    other: OtherArgument,
    by: ByOption = "",
    why: WhyOption = "",
) -> None:
    """Say that two entities are one."""
    from kg.hand_decisions import decide
    from kg.model import Verdict

    made = decide(graph, (entity, other), Verdict.SAME, by=author(by), why=why)
    told(made)


@app.command()
def split(  # noqa: PLR0913 (the options of a command)
    graph: FolderArgument,
    entity: EntityArgument,
    other: Annotated[
        str, typer.Argument(metavar="[OTHER]", help="An entity that is another, if not the same.")
    ] = "",
    *,
    at: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PLACE",
            help="ARTICLE, or ARTICLE:START as in `show`, that means another thing (repeatable).",
        ),
    ] = None,
    unsure: Annotated[
        bool, typer.Option("--unsure", help="Keep two entities apart, though they may be one.")
    ] = False,
    by: ByOption = "",
    why: WhyOption = "",
) -> None:
    """Say that two entities are two, or that some mentions of one are of another thing."""
    from kg.hand_decisions import decide, split_off
    from kg.model import InputError, Verdict

    if bool(other) == bool(at) or (unsure and at):
        raise InputError("give either another entity, or --at with a part of this one")
    verdict = Verdict.UNSURE if unsure else Verdict.DIFFERENT
    if at:
        told(split_off(graph, entity, at, by=author(by), why=why))
    else:
        told(decide(graph, (entity, other), verdict, by=author(by), why=why))


@app.command()
def decisions(graph: FolderArgument) -> None:
    """List what people decided, numbered."""
    from kg.entity_lists import decision_rows
    from kg.hand_decisions import decisions_by_hand

    for row in decision_rows(decisions_by_hand(graph)):
        typer.echo("\t".join(map(plain, row)).rstrip())


@app.command()
def forget(
    graph: FolderArgument,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="As `decisions` lists it.")],
) -> None:
    """Take a decision back."""
    from kg.hand_decisions import forget as take_back

    told(take_back(graph, number), "forgotten: ")


def author(by: str) -> str:
    """Who decides: the name given, else that of the user.

    Raises:
        InputError: If the machine does not know the user's name.
    """
    from kg.model import InputError

    try:
        return by or getuser()
    except (KeyError, OSError) as error:
        raise InputError("nobody knows who decides: give --by NAME") from error


def told(decision: "Decision", before: str = "") -> None:
    """Print a decision and what to do next."""
    from kg.decisions import sentence

    typer.echo(f"{before}{plain(sentence(decision))}; {NEXT}")


def plain(text: str) -> str:
    """Text that does nothing to a terminal."""
    from kg.explain import printable

    return printable(text)
