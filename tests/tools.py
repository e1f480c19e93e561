"""The programs that others read our files with.

Where one is not installed, its tests are skipped; under continuous integration, which sets `CI`,
they fail instead.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

import pytest

ROOT = Path(__file__).resolve().parent.parent
NODE_MODULES = ROOT / ".venv" / "node" / "node_modules"


def program(*names: str) -> str:
    """Path of the first of these programs that is there."""
    for name in names:
        if found := shutil.which(name):
            return found
    return missing(" or ".join(names), ".ci/system readers")


def missing(what: str, remedy: str) -> NoReturn:
    """Skip the test, or fail it where everything has to be there."""
    reason = f"{what} is not installed: {remedy}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def output(*command: str | Path) -> str:
    """What a program prints; it must end well and complain of nothing."""
    run = subprocess.run(command, capture_output=True, check=False)
    assert (run.returncode, run.stderr.decode()) == (0, "")
    return run.stdout.decode()


def read_by_node(files: Iterable[Path]) -> dict[Path, Any]:
    """File → what `tests/node/read.cjs` finds in it."""
    node = program("node", "nodejs")
    if not (NODE_MODULES / "n3").is_dir():
        missing("the npm package n3", ".ci/system node")
    script = ROOT / "tests" / "node" / "read.cjs"
    run = subprocess.run(
        [node, script, *files],
        env=os.environ | {"NODE_PATH": str(NODE_MODULES)},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    return {Path(path): found for path, found in json.loads(run.stdout).items()}
