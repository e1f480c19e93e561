"""Train the bundled pipeline and print its scores.

    python -m training [--data ../shared/data] [--work DIR] [--target DIR] [--with-hdt]

Takes about an hour and a half on two cores: first two large parsers side by side, which read the
sentences that have no trees, then on one core the parser that ships, on the other the taggers and
the names.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import spacy

import kg.german  # noqa: F401 (registers the language)
from training.assemble import assemble
from training.prepare import write_corpora
from training.score import score_table
from training.vectors import add_cluster_vectors

HERE = Path(__file__).parent
TEACHER_SEEDS = (1, 2)
ONE_CORE = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1",
    "PYTHONHASHSEED": "0",
}


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
    blank = spacy.blank("de_news")
    add_cluster_vectors(blank.vocab)
    blank.to_disk(work / "vectors")
    hdt = ["--with-hdt"] if with_hdt else []
    teachers = {str(seed): str(work / f"teacher{seed}.npz") for seed in TEACHER_SEEDS}
    teach = ([["training.teach", str(data), *pair, *hdt]] for pair in teachers.items())
    side_by_side(*teach)
    student = ["training.student", str(data), str(work / "parser"), *teachers.values(), *hdt]
    classes = ["training.parts_of_speech", str(data), str(work / "parser")]
    spacys = [spacy_command(part, work) for part in ("tagger", "names")]
    side_by_side([student, classes], spacys)
    assemble(work, target, with_hdt=with_hdt)


def spacy_command(part: str, work: Path) -> list[str]:
    """The module that trains one part in spaCy, and its arguments."""
    corpora = [str(work / f"{part}_{side}.spacy") for side in ("train", "dev")]
    config, target = str(HERE / f"{part}.cfg"), str(work / part)
    return ["training.part", config, *corpora, str(work / "vectors"), target]


def side_by_side(*queues: list[list[str]]) -> None:
    """Run queues of modules, each queue on one core, and wait for all.

    Raises:
        SystemExit: If a module fails.
    """
    with ThreadPoolExecutor(len(queues)) as pool:
        if not all(pool.map(run_all, queues)):
            raise SystemExit("training failed")


def run_all(commands: list[list[str]]) -> bool:
    """Run modules one after the other; whether all went well."""
    environment = {**os.environ, **ONE_CORE}
    for module in commands:
        command = [sys.executable, "-m", *module]
        done = subprocess.run(command, check=False, env=environment)  # noqa: S603 (our own)
        if done.returncode:
            return False
    return True


if __name__ == "__main__":
    main()
