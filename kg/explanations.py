"""The files that keep what led to each statement, when the parse is gone.

A build's folder has one file for all articles; a store has one for each, so that it comes and goes
with its article.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.files import write_whole
from kg.model import (
    Derivation,
    FrameUse,
    InputError,
    Reference,
    StanceWord,
    TimeWords,
)

EXPLANATIONS = "explanations.jsonl"
_OF_STORE = "explanations"


def derivation_row(derivation: Derivation) -> dict[str, Any]:
    """A line of `explanations.jsonl`, without what is empty."""
    kept = filled(asdict(derivation))
    return {"id": kept.pop("statement"), **kept}


def filled(row: dict[str, Any]) -> dict[str, Any]:
    """A table and those within it without empty values."""
    inner = ((key, filled(v) if isinstance(v, dict) else v) for key, v in row.items())
    return {key: value for key, value in inner if value or isinstance(value, dict)}


def article_file(store: Path, article: str) -> Path:
    """The file of a store that keeps what led to the statements of an article, named by its IRI."""
    return store / _OF_STORE / f"{sha256(article.encode()).hexdigest()[:16]}.jsonl"


def keep_derivations(store: Path, article: str, derivations: Iterable[Derivation]) -> None:
    """Keep in a store what led to the statements of an article, and nothing else about it.

    Raises:
        InputError: The file cannot be written.
    """
    rows = (json.dumps(derivation_row(d), ensure_ascii=False) + "\n" for d in derivations)
    data, path = "".join(rows).encode(), article_file(store, article)
    if not data:
        drop_derivations(store, article)
    elif not path.is_file() or path.read_bytes() != data:
        write_whole(path, data)


def drop_derivations(store: Path, article: str) -> None:
    """Forget what led to the statements of an article.

    Raises:
        InputError: The file cannot be removed.
    """
    path = article_file(store, article)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(f"{path}: cannot be removed: {error.strerror}") from error


def read_derivation(graph: Path, statement: str, article: str) -> Derivation | None:
    """What a folder of `kg build`, or a store, keeps of a statement; None where nothing is kept.

    Args:
        graph: The folder, store or file that is asked about.
        statement: Id of the statement.
        article: IRI of its article.

    Raises:
        InputError: If the file in the folder cannot be read.
    """
    path = graph / EXPLANATIONS
    if not path.is_file():
        path = article_file(graph, article)
    return _derivation_in(path, statement) if path.is_file() else None


def _derivation_in(path: Path, statement: str) -> Derivation | None:
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
