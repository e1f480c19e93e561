"""Train one part of the pipeline: `python -m training.part CONFIG TRAIN DEV VECTORS OUT`."""

import sys
from pathlib import Path

import spacy
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from thinc.api import set_current_ops

import kg.german  # noqa: F401 (registers the language)
from kg.products import FastOps


def train_part(config: Path, corpora: tuple[Path, Path], vectors: Path, target: Path) -> None:
    """What `spacy train` does, with matrix products by NumPy.

    Args:
        config: spaCy training configuration.
        corpora: Training and development corpus, in spaCy's binary format.
        vectors: Folder of a pipeline that holds the vectors.
        target: Folder for `model-best` and `model-last`.
    """
    set_current_ops(FastOps())
    paths = {"train": corpora[0], "dev": corpora[1], "vectors": vectors}
    overrides = {f"paths.{name}": str(path) for name, path in paths.items()}
    nlp = init_nlp(spacy.util.load_config(config, overrides=overrides, interpolate=False))
    target.mkdir(parents=True, exist_ok=True)
    train(nlp, target)


if __name__ == "__main__":
    config, train_docs, dev_docs, vectors, target = map(Path, sys.argv[1:])
    train_part(config, (train_docs, dev_docs), vectors, target)
