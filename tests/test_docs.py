"""The Python blocks of the documentation run and print what they say."""

import io
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from kg.serve.service import running

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def served(examples: Path) -> Iterator[str]:
    with running(examples) as address:
        yield address


@pytest.fixture
def here(examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working directory with `examples` and their build in `output`."""
    (tmp_path / "output").symlink_to(examples)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)


def printed(code: str, names: dict[str, object]) -> str:
    out = io.StringIO()
    with redirect_stdout(out):
        exec(compile(code, "<documentation>", "exec"), names)  # noqa: S102
    return out.getvalue()


@pytest.mark.pipeline
@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("page", ["python.md", "serve.md"])
def test_the_blocks_run_in_order(page: str, served: str) -> None:
    names: dict[str, object] = {}
    blocks = BLOCK.findall((ROOT / "docs" / page).read_text(encoding="utf-8"))
    assert len(blocks) > 3
    for block in blocks:
        out = printed(block.replace("http://127.0.0.1:8000", served), names)
        # Comments at the beginning of a line are what is printed; a block without any is only run.
        expected = re.findall(r"^# (.*)$", block, re.MULTILINE)
        assert not expected or out.splitlines() == expected, block
