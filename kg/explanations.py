"""The file of a build that keeps what led to each statement, when the parse is gone."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kg.model import (
    Derivation,
    FrameUse,
    InputError,
    Reference,
    StanceWord,
    TimeWords,
)

EXPLANATIONS = "explanations.jsonl"


def derivation_row(derivation: Derivation) -> dict[str, Any]:
    """A line of `explanations.jsonl`, without what is empty."""
    kept = filled(asdict(derivation))
    return {"id": kept.pop("statement"), **kept}


def filled(row: dict[str, Any]) -> dict[str, Any]:
    """A table and those within it without empty values."""
    inner = ((key, filled(v) if isinstance(v, dict) else v) for key, v in row.items())
    return {key: value for key, value in inner if value or isinstance(value, dict)}


def read_derivation(graph: Path, statement: str) -> Derivation | None:
    """What a folder of `kg build` keeps of a statement; None where it, or a file, keeps nothing.

    Args:
        graph: The folder or file that is asked about.
        statement: Id of the statement.

    Raises:
        InputError: If the file in the folder cannot be read.
    """
    path = graph / EXPLANATIONS
    if not path.is_file():
        return None
    try:
        lines = path.read_text(encoding="utf-8").split("\n")  # other breaks stand within a line
        rows = (json.loads(line) for line in lines if line)
        row = next((row for row in rows if row["id"] == statement), None)
        return as_derivation(row) if row else None
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except (ValueError, TypeError, KeyError) as error:
        raise InputError(f"{path}: is no file of explanations: {error}") from error


def as_derivation(row: dict[str, Any]) -> Derivation:
    """A derivation from its line."""
    return Derivation(
        statement=row["id"],
        path=row.get("path", ""),
        frame=FrameUse(**as_tuples(row["frame"])) if "frame" in row else None,
        subject=Reference(**as_tuples(row["subject"])),
        object=as_reference(row, "object"),
        stance=tuple(StanceWord(**cue) for cue in row.get("stance", ())),
        speaker=as_reference(row, "speaker"),
        time=TimeWords(**row["time"]) if "time" in row else None,
        place=as_reference(row, "place"),
    )


def as_reference(row: dict[str, Any], name: str) -> Reference | None:
    """The reference that a line has under a name."""
    return Reference(**as_tuples(row[name])) if name in row else None


def as_tuples(table: dict[str, Any]) -> dict[str, Any]:
    """A table with its lists as tuples."""
    return {key: tuple(v) if isinstance(v, list) else v for key, v in table.items()}
