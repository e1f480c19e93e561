"""Score each third of the gold articles, to see what holds beyond the articles looked at.

python -m benchmarks.thirds [--shared DIR]

An article belongs to third 0, 1 or 2 in turn, in the order of the files' names.
"""

import argparse
from pathlib import Path
from typing import Any

from benchmarks.gold import Gold, load_gold, scored, thirds
from kg.build import read_corpus
from kg.model import Corpus


def main() -> int:
    """Print the table; exit status 0 also where `shared` is absent, with a line that says so."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    given = parser.parse_args()
    if not given.shared.is_dir():
        print(f"skipped: no evaluation data at {given.shared}")
        return 0
    gold = load_gold(given.shared)
    for row in table(gold, read_corpus(gold.documents)):
        print(row)
    return 0


def table(gold: Gold, corpus: Corpus) -> list[str]:
    """A line for each third of the articles and one for all of them."""
    third = thirds(gold.documents)
    parts = {f"third {n}": {doc for doc in third if third[doc] == n} for n in range(3)}
    head = f"{'':8} articles precision recall    f1  pairs f1"
    rows = [
        line(name, docs, scored(gold, corpus, docs))
        for name, docs in {**parts, "all": set(third)}.items()
    ]
    return [head, *rows]


def line(name: str, docs: set[str], figures: dict[str, Any]) -> str:
    """The scores of some articles."""
    facts = figures["facts"]
    numbers = f"{facts['precision']:9.3f} {facts['recall']:6.3f} {facts['f1']:5.3f}"
    return f"{name:8} {len(docs):8} {numbers} {figures['pairs']['f1']:9.3f}"


if __name__ == "__main__":
    raise SystemExit(main())
