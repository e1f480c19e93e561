"""`kg serve`: a graph as a web service."""

from pathlib import Path
from typing import Annotated

import typer

_MIB = 2**20


def serve(  # noqa: PLR0913 (one a flag)
    graph: Annotated[
        Path, typer.Argument(metavar="GRAPH", help="Folder of a build, or any RDF file.")
    ],
    *,
    host: Annotated[str, typer.Option(help="Address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8000,
    update: Annotated[bool, typer.Option("--update", help="Take SPARQL updates.")] = False,
    allow_service: Annotated[
        bool, typer.Option("--allow-service", help="Let queries call other endpoints.")
    ] = False,
    cors: Annotated[
        bool, typer.Option("--cors", help="Let web pages of any host read the endpoint.")
    ] = False,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds that a query may take.")] = 10,
    max_memory: Annotated[int, typer.Option(min=64, help="MiB that a query may take.")] = 1024,
    max_result: Annotated[int, typer.Option(min=1, help="MiB that an answer may have.")] = 32,
) -> None:
    """Serve the graph: a SPARQL endpoint, and pages to look at it with a browser."""
    from kg.serve.app import Options
    from kg.serve.limits import Limits
    from kg.serve.service import serve as run

    limits = Limits(seconds=timeout, memory=max_memory * _MIB, result=max_result * _MIB)
    options = Options(update=update, service=allow_service, cors=cors, limits=limits)
    run(graph, options, host=host, port=port, started=lambda address: typer.echo(f"{address}/"))
