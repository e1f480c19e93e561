"""Write the corpora of the parts that are trained in spaCy."""

from pathlib import Path

from spacy.vocab import Vocab

from training.corpora import (
    dev_names,
    tagger_docs,
    training_names,
    training_trees,
    tree_doc,
    write_docs,
)
from training.treebank import read_treebank


def write_corpora(data: Path, work: Path, *, with_hdt: bool) -> None:
    """Write `{tagger,names}_{train,dev}.spacy` under `work`."""
    vocab = Vocab()
    trees = training_trees(data, with_hdt=with_hdt)
    write_docs(tagger_docs(vocab, data, trees), work / "tagger_train.spacy")
    dev = [s for _, s in read_treebank(data / "ud" / "gsd_dev.conllu")]
    write_docs((tree_doc(vocab, [s]) for s in dev), work / "tagger_dev.spacy")
    write_docs(training_names(vocab, data), work / "names_train.spacy")
    write_docs(dev_names(vocab, data), work / "names_dev.spacy")
