"""Read the name corpora: one token and IOB2 tag a line, a blank line between sentences."""

from collections.abc import Iterator
from pathlib import Path

Tagged = tuple[list[str], list[bool], list[str]]


def read_names(path: Path) -> Iterator[tuple[str, Tagged]]:
    """Yield (article id or "", (words, space after each, IOB2 tags)) for each sentence."""
    article, rows = "", []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# doc "):
            article = line.removeprefix("# doc ").strip()
        elif line.strip():
            rows.append(line.split("\t"))
        elif rows:
            yield article, as_columns(rows)
            rows = []


def as_columns(rows: list[list[str]]) -> Tagged:
    """Turn rows of (word, tag, optional 0/1 for a following space) into columns."""
    words = [row[0] for row in rows]
    spaces = [len(row) < 3 or row[2] == "1" for row in rows]
    return words, spaces, [row[1] for row in rows]
