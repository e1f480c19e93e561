"""What tests of the whole program share: the pipeline, loaded once, and a build of the examples.

A test that needs the pipeline fails where it is missing; it is never skipped.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.annotate import shared_pipeline
from kg.exports import FOLDERS, SUFFIXES, export
from kg.rdf import Source, corpus_quads
from kg.serve.app import Options
from kg.serve.limits import Limits
from kg.serve.service import running
from tests.hostile import hostile_corpus
from tests.serving import write_graph

if TYPE_CHECKING:
    from spacy.language import Language

    from tests.browsing import Visit

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = Path("/usr/bin/chromium")
# What a build must not depend on.
SURROUNDINGS = {
    "first": {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    "second": {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
}


def pytest_configure(config: pytest.Config) -> None:
    """Name our marker."""
    config.addinivalue_line("markers", "pipeline: needs the trained pipeline under kg/models")


@pytest.fixture(scope="session")
def pipeline() -> "Language":
    """The bundled pipeline."""
    return shared_pipeline()


@pytest.fixture(autouse=True)
def _pipeline_loaded(request: pytest.FixtureRequest) -> None:
    """Load the pipeline for tests that are marked so."""
    if request.node.get_closest_marker("pipeline"):
        request.getfixturevalue("pipeline")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium; `.ci/system browser` installs it."""
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}")
    sync_api = pytest.importorskip("playwright.sync_api")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def opened_page(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Visit]":
    """The page of the small graph, opened once a module."""
    from tests.browsing import Visit, karabakh_page

    opened = Visit(browser, tmp_path_factory.mktemp("page"), karabakh_page())
    yield opened
    opened.close()


@pytest.fixture
def visit(opened_page: "Visit") -> "Visit":
    """The module's page, loaded anew."""
    opened_page.open()
    return opened_page


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Two builds of the examples by processes of different surroundings."""
    parent = tmp_path_factory.mktemp("builds")
    running = {name: start_build(parent / name, env) for name, env in SURROUNDINGS.items()}
    for name, process in running.items():
        out, err = process.communicate()
        if process.returncode or err:
            pytest.fail(f"build {name!r} ended with {process.returncode}:\n{out}{err}")
    return {name: parent / name for name in SURROUNDINGS}


@pytest.fixture(scope="session")
def examples(builds: dict[str, Path]) -> Path:
    """The folder of a build of the examples."""
    return builds["first"]


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a service over a small graph, with limits of size that are soon reached."""
    limits = Limits(memory=256 * 2**20, result=2**20, body=2**17)
    with running(write_graph(tmp_path_factory.mktemp("served")), Options(limits=limits)) as address:
        yield address


def start_build(folder: Path, surroundings: dict[str, str]) -> "subprocess.Popen[str]":
    """Begin to build the examples as `make demo` does."""
    articles = sorted((ROOT / "examples").glob("*.txt"))
    command = [sys.executable, "-c", "from kg.cli import main; main()", "build"]
    return subprocess.Popen(
        [*command, *map(str, articles), "-o", str(folder)],
        cwd=ROOT,
        env=os.environ | surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="session")
def exported(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every export of the examples, `examples.*`, and of hostile texts, `hostile.*`.

    Both are read from RDF as the command line reads them.
    """
    folder = tmp_path_factory.mktemp("exported")
    sources: dict[str, Source] = {"examples": examples, "hostile": corpus_quads(hostile_corpus())}
    for name, source in sources.items():
        for suffix in (*SUFFIXES, *FOLDERS):
            export(source, folder / f"{name}{suffix}")
    return folder
