"""`kg push`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.model import InputError


def push(  # noqa: PLR0913 - the options of the command
    graph: Annotated[
        Path, typer.Argument(metavar="GRAPH", help="Folder of a build, or any RDF file.")
    ],
    endpoint: Annotated[
        str, typer.Option(metavar="URL", help="Address that takes SPARQL updates.")
    ],
    *,
    graph_store: Annotated[
        bool, typer.Option("--graph-store", help="The address is a graph store instead.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Empty the articles' graphs there first.")
    ] = False,
    into: Annotated[
        str, typer.Option("--graph", metavar="IRI", help="Graph for triples that are in none.")
    ] = "",
    user: Annotated[str, typer.Option(metavar="NAME", help="User to log in as.")] = "",
    password_from: Annotated[
        str, typer.Option(metavar="FILE", help="File with the password, - for stdin.")
    ] = "",
    basic: Annotated[
        bool, typer.Option("--basic", help="Send the password readable instead of digested.")
    ] = False,
) -> None:
    """Send a graph to a triple store that runs somewhere else."""
    from kg.push import Endpoint
    from kg.push import push as send

    if bool(user) != bool(password_from):
        raise InputError("--user and --password-from go together")
    password = read_password(password_from) if password_from else ""
    target = Endpoint(endpoint, graph_store, user, password, basic)
    sent = send(graph, target, graph=into, replace=replace)
    graphs = "1 graph" if sent.graphs == 1 else f"{sent.graphs} graphs"
    typer.echo(f"{endpoint}: {sent.triples} triples in {graphs} taken")


def read_password(file: str) -> str:
    """The first line of a file, or of standard input."""
    try:
        text = sys.stdin.readline() if file == "-" else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: no password can be read there") from error
    return text.partition("\n")[0].rstrip("\r")
