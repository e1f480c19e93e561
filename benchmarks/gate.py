"""Fail when a score falls below its floor, so that no change makes the program worse unnoticed.

python -m benchmarks.gate [--shared DIR] [--floors FILE] [--raise]

The floors are in `benchmarks/floors.toml`; `--raise` lifts them to the scores of today, and never
lowers one.
"""

import argparse
import math
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path

from benchmarks.gold import load_gold, load_scorer, scored
from benchmarks.score import OPEN_GOLD, write_triples
from kg.build import read_corpus

FLOORS = Path(__file__).with_name("floors.toml")
STEPS = 100  # floors are in hundredths, rounded down, so that a hair's breadth is no fault
HEAD = """\
# The least that each score of `python -m benchmarks.gate` may be. `--raise` lifts them; lowering
# one is a decision, made here by hand.

"""

Figures = Mapping[str, float]


def main() -> int:
    """Compare and print; exit status 1 if a score is too low, 0 also where `shared` is absent."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--floors", type=Path, default=FLOORS, help="file with the floors")
    parser.add_argument("--raise", action="store_true", dest="lift", help="lift the floors")
    given = parser.parse_args()
    if not given.shared.is_dir():
        print(f"skipped: no evaluation data at {given.shared}")
        return 0
    floors, figures = read_floors(given.floors), measured(given.shared)
    for name, figure in figures.items():
        print(f"{name:18} {figure:.3f}  floor {floors.get(name, 0):.2f}")
    for fault in faults(figures, floors):
        print(fault)
    if given.lift:
        given.floors.write_text(as_toml(lifted(figures, floors)), encoding="utf-8")
    return 1 if faults(figures, floors) else 0


def measured(shared: Path) -> dict[str, float]:
    """The scores that have floors."""
    gold = load_gold(shared)
    found = scored(gold, read_corpus(gold.documents))
    attributes = {n: found["attributes"][n] for n in ("polarity", "modality", "source", "date")}
    return {
        "facts f1": found["facts"]["f1"],
        "facts precision": found["facts"]["precision"],
        "pairs f1": found["pairs"]["f1"],
        **attributes,
        "open facts f1": open_facts_f1(shared),
    }


def open_facts_f1(shared: Path) -> float:
    """The F1 of the open facts of the BenchIE sentences."""
    scorer = load_scorer(shared / "score" / "openie.py")
    texts, clusters = scorer.load_gold(shared / OPEN_GOLD)
    with tempfile.TemporaryDirectory() as folder:
        triples = scorer.load_triples(write_triples(shared, Path(folder)))
    figures, _, _ = scorer.score({number: clusters[number] for number in texts}, triples)
    return float(figures["f1"])


def read_floors(path: Path) -> dict[str, float]:
    """The floors of a file by score; none if there is no such file."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def faults(figures: Figures, floors: Figures) -> list[str]:
    """A line for each score that is too low or was not measured."""
    low = [n for n in floors if n in figures and figures[n] < floors[n]]
    lines = [f"too low: {n} is {figures[n]:.4f}, its floor is {floors[n]:.2f}" for n in low]
    return lines + [f"not measured: {name}" for name in floors if name not in figures]


def lifted(figures: Figures, floors: Figures) -> dict[str, float]:
    """The floors, each lifted to the score of today where that is higher."""
    today = {name: math.floor(figure * STEPS) / STEPS for name, figure in figures.items()}
    return {n: max(today.get(n, 0), floors.get(n, 0)) for n in dict.fromkeys([*today, *floors])}


def as_toml(floors: Figures) -> str:
    """The text of a file of floors."""
    return HEAD + "".join(f'"{name}" = {floor}\n' for name, floor in floors.items())


if __name__ == "__main__":
    raise SystemExit(main())
