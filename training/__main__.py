"""Train the bundled pipeline and print its scores.

    python -m training [--data ../shared/data] [--work DIR] [--target DIR] [--with-hdt]

Takes about three quarters of an hour on two cores: the two halves are trained side by side, each
on one.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import spacy

from training.assemble import assemble
from training.corpora import write_corpora
from training.score import score_table
from training.vectors import add_cluster_vectors

HERE = Path(__file__).parent
VECTOR_WORDS = 500_000
HALVES = ("parser", "ner")


def main() -> None:
    """Run all steps; a failing one stops the rest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument(
        "--work", type=Path, default=Path(tempfile.gettempdir()) / "newskg-training"
    )
    parser.add_argument("--target", type=Path, default=HERE.parent / "kg" / "models" / "de_news")
    parser.add_argument("--with-hdt", action="store_true", help="use the HDT trees as well")
    parser.add_argument("--score-only", action="store_true", help="score the weights in --target")
    arguments = parser.parse_args()
    if not arguments.score_only:
        train(arguments.data, arguments.work, arguments.target, with_hdt=arguments.with_hdt)
    print(score_table(arguments.target, arguments.data))


def train(data: Path, work: Path, target: Path, *, with_hdt: bool) -> None:
    """From the corpora to the weights in `target`."""
    write_corpora(data, work, with_hdt=with_hdt)
    blank = spacy.blank("de")
    add_cluster_vectors(blank.vocab, VECTOR_WORDS)
    blank.to_disk(work / "vectors")
    running = [start_training(half, work) for half in HALVES]
    statuses = [process.wait() for process in running]
    if any(statuses):
        raise SystemExit("training failed")
    halves = [work / half / "model-best" for half in HALVES]
    assemble(halves[0], halves[1], target, with_hdt=with_hdt)


def start_training(half: str, work: Path) -> "subprocess.Popen[bytes]":
    """Start spaCy's training of one half on one core."""
    command = [
        sys.executable, "-m", "spacy", "train", str(HERE / f"{half}.cfg"),
        "--output", str(work / half),
        "--paths.train", str(work / f"{half}_train.spacy"),
        "--paths.dev", str(work / f"{half}_dev.spacy"),
        "--paths.vectors", str(work / "vectors"),
    ]  # fmt: skip
    one_core = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
    return subprocess.Popen(command, env={**os.environ, **one_core})  # noqa: S603 (our own)


if __name__ == "__main__":
    main()
