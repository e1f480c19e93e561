# make demo    the example articles as a graph: output/graph.html, output/graph.ttl, …
# make test    everything that continuous integration checks
# make gate    the scores on ../shared, where it is: fails when one is below its floor
# make format  lays out the code as `make test` wants it
# make clean   removes what the others made
#
# PYTHON=python3.12 names another interpreter. The first run installs into .venv, later ones do not.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

.PHONY: demo test gate format clean

demo: $(VENV)/.runtime
	$(BIN)/kg build examples/*.txt -o output

test: $(VENV)/.dev
	@.ci/system browser
	@.ci/system readers
	@.ci/system node
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest

gate: $(VENV)/.dev
	$(BIN)/python -m benchmarks.gate

format: $(VENV)/.dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf $(VENV) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find output -mindepth 1 ! -name .gitkeep -delete
	find kg tests training benchmarks -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

$(BIN)/python:
	@PYTHON="$(PYTHON)" .ci/system venv
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: pyproject.toml | $(BIN)/python
	$(PIP) install --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	@PYTHON="$(PYTHON)" .ci/system compiler
	$(PIP) install --editable '.[dev,training]'
	@$(PIP) install --editable '.[check]' || echo "rigour is not installed: its test is skipped"
	@touch $(VENV)/.runtime $@
