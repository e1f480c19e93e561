"""The command line as a user meets it, run in this process so that the pipeline loads once."""

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from kg.cli import main


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left behind."""

    status: int
    out: str
    err: str


def kg(*words: str | Path, stdin: bytes = b"") -> Outcome:
    """Run `kg` with words; the status is 0 where nothing exits otherwise."""
    out, err, status = io.StringIO(), io.StringIO(), 0
    argv = patch.object(sys, "argv", ["kg", *map(str, words)])
    piped = patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
    with argv, piped, redirect_stdout(out), redirect_stderr(err):
        try:
            main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 0
    return Outcome(status, out.getvalue(), err.getvalue())
