"""Measure the bundled spaCy pipeline: size on disk, time to load, tokens a second on one core.

python -m benchmarks.pipeline [--shared DIR] [--articles N]
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from spacy.language import Language

from benchmarks.speed import articles
from kg.annotate import BUNDLED, load_pipeline

ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
BATCH = 64  # articles


def main() -> None:
    """Measure in a fresh process whose products are made by one thread."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--articles", type=int, default=200, help="how many to read at most")
    parser.add_argument("--here", action="store_true", help="in this process")
    given = parser.parse_args()
    if given.here:
        measure(given.shared, given.articles)
    else:
        command = [sys.executable, "-m", "benchmarks.pipeline", *sys.argv[1:], "--here"]
        subprocess.run(command, check=True, env={**os.environ, **ONE_CORE})  # noqa: S603 (ourselves)


def measure(shared: Path, number: int) -> None:
    """Print the figures; speed is the best of three rounds."""
    size = sum(path.stat().st_size for path in BUNDLED.rglob("*") if path.is_file())
    began = time.perf_counter()
    nlp = load_pipeline()
    loaded = time.perf_counter() - began
    texts = [document.text for document in articles(shared, number)]
    tokens = sum(len(nlp.make_doc(text)) for text in texts)
    rounds = [seconds_to_read(nlp, texts) for _ in range(3)]
    print(f"{'size on disk':32} {size / 1e6:10.1f} MB")
    print(f"{'loading':32} {loaded:10.2f} s")
    print(f"{f'{tokens} tokens in batches':32} {tokens / min(rounds):10.0f} tokens/s")


def seconds_to_read(nlp: Language, texts: list[str]) -> float:
    """How long the whole pipeline takes for the texts, tokenizer included."""
    began = time.perf_counter()
    for _ in nlp.pipe(texts, batch_size=BATCH):
        pass
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
