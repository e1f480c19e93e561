"""`kg remove`: take articles out of a store."""

from pathlib import Path
from typing import Annotated

import typer


def remove(
    store: Annotated[
        Path, typer.Argument(metavar="STORE", help="Store that kg build --store made.")
    ],
    documents: Annotated[
        list[str], typer.Argument(metavar="DOC", help="Id or IRI of an article (repeatable).")
    ],
) -> None:
    """Take articles out of a store; everything else in it stays."""
    from kg.outputs import remove_from_store

    for graph in remove_from_store(store, documents):
        typer.echo(f"removed {graph}")
