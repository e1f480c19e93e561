"""Read the tables of names under `ontology/gazetteer/`: one thing a line, tabs between its cells.

TOML took ten times as long to read for thousands of names, and every command waits for it.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from kg.model import LexiconError
from kg.ontology import data_path

LISTS = ("adjectives_extra", "aliases", "family", "residents")
SEPARATOR = " | "

Row = Mapping[str, Any]


@cache
def read_table(name: str) -> tuple[Row, ...]:
    """The rows of a table, each by the names in its first line; lines with `#` are comments.

    The columns of `LISTS` hold lists, an empty `name_en` is the `name`.

    Args:
        name: Name of the file, e.g. `places.tsv`.

    Raises:
        LexiconError: If the file is missing, or a line has more or fewer cells than the first.
    """
    path = data_path("gazetteer", name)
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise LexiconError(f"{path}: {error}") from error
    head, *rows = (line.split("\t") for line in lines if line and line[0] != "#")
    for row in rows:
        if len(row) != len(head):
            raise LexiconError(f"{path}: {row[0]}: {len(row)} cells instead of {len(head)}")
    return tuple(as_row(head, row) for row in rows)


def as_row(head: Iterable[str], cells: Iterable[str]) -> Row:
    """A line by the names of its columns."""
    row: dict[str, Any] = dict(zip(head, cells, strict=True))
    row["name_en"] = row["name_en"] or row["name"]
    for column in LISTS:
        if column in row:
            row[column] = row[column].split(SEPARATOR) if row[column] else []
    return row
