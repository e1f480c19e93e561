"""The public surface, the errors, and what importing costs."""

import dataclasses
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typer

import kg
from kg import model
from kg.cli import app

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = "".join(page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").glob("*.md")))
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]
HEAVY = "spacy", "thinc", "numpy", "rdflib", "networkx", "pyvis", "pyshacl"


def loaded_after(code: str) -> set[str]:
    """The heavy modules that a fresh process has loaded after some code."""
    ending = f"\nimport sys; print('LOADED', *[m for m in {HEAVY} if m in sys.modules])"
    run = [sys.executable, "-c", code + ending]
    printed = subprocess.run(run, check=True, capture_output=True, text=True).stdout
    return set(printed.rpartition("LOADED")[2].split())


def command_line(*words: str) -> str:
    """Code that runs `kg` and goes on afterwards."""
    return f"""
import contextlib, sys
from kg.cli import main
sys.argv = {["kg", *words]}
with contextlib.suppress(SystemExit):
    main()
"""


def test_the_public_surface() -> None:
    assert kg.__all__ == [
        "load_graph",
        "load_pipeline",
        "read_corpus",
        "read_documents",
        "to_dataframe",
        "to_dataset",
        "view",
    ]


@pytest.mark.parametrize("name", kg.__all__)
def test_public_functions_have_docstrings_and_types(name: str) -> None:
    function = getattr(kg, name)
    assert inspect.getdoc(function)
    assert "return" in function.__annotations__
    assert f"kg.{name}(" in README + PAGES


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'kg' has no attribute 'Graph'"):
        kg.Graph  # noqa: B018


def test_importing_the_package_loads_nothing_heavy() -> None:
    assert loaded_after("import kg") == set()


def test_help_loads_nothing_heavy() -> None:
    assert loaded_after(command_line("--help")) == set()
    assert loaded_after(command_line("build", "--help")) == set()


def test_a_query_loads_neither_spacy_nor_rdflib(tmp_path: Path) -> None:
    graph = tmp_path / "graph.ttl"
    graph.write_text("<http://example.org/a> a <http://example.org/B> .", encoding="utf-8")
    assert loaded_after(command_line("query", str(graph), "ASK { ?a ?b ?c }")) == set()


def test_reading_articles_loads_no_spacy(tmp_path: Path) -> None:
    assert "spacy" not in loaded_after(command_line("build", str(tmp_path / "missing.txt")))


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_commands_have_help_and_are_in_the_readme(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    assert f"kg {name}" in README
    for parameter in command.params:
        assert parameter.help, f"{name} {parameter.name}"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_options_that_the_readme_names_exist(name: str) -> None:
    commands = [COMMANDS[name], *getattr(COMMANDS[name], "commands", {}).values()]
    known = {option for c in commands for parameter in c.params for option in parameter.opts}
    for line in re.findall(rf"\bkg {name}\b[^\n`|]*", README):
        assert set(re.findall(r"(?<=\s)--?[a-z][a-z-]*", line)) <= known | {"--debug"}, line


def test_errors_are_one_family() -> None:
    errors = [e for _, e in inspect.getmembers(model, inspect.isclass) if issubclass(e, Exception)]
    assert len(errors) > 1
    assert all(issubclass(error, model.KgError) and error.__doc__ for error in errors)


def test_values_cannot_be_changed() -> None:
    document = model.Document(id="a", text="b")
    with pytest.raises(dataclasses.FrozenInstanceError):
        document.text = "c"  # type: ignore[misc]
    values = [v for _, v in inspect.getmembers(model, dataclasses.is_dataclass)]
    assert all("__slots__" in vars(value) for value in values)
