"""Rows as CSV."""

import csv
from collections.abc import Iterable

_END = "\r\n"


def to_separated(rows: Iterable[Iterable[object]]) -> bytes:
    r"""Rows as CSV in UTF-8, after RFC 4180 but with `\n` as line end.

    None and "" are empty fields, truth values are `true` and `false`.
    """
    lines: list[str] = []
    # Only with this line end does Python quote a field that holds a carriage return.
    writer = csv.writer(_Lines(lines), lineterminator=_END)
    writer.writerows(map(_field, row) for row in rows)
    return "".join(line.removesuffix(_END) + "\n" for line in lines).encode()


def _field(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else value


class _Lines:
    """Collects what a writer writes, a line at a time."""

    def __init__(self, lines: list[str]) -> None:
        self.write = lines.append
