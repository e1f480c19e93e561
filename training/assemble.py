"""Put the two trained halves together into the pipeline that the package ships."""

from pathlib import Path

import spacy
from spacy.language import Language

META = {
    "name": "news",
    "version": "0.1.0",
    "description": "German news: tags, morphology, lemmas, Universal Dependencies, names.",
    "author": "newskg contributors",
    "license": "CC BY-SA 4.0",
    "url": "https://w3id.org/newskg",
}


def assemble(parser: Path, names: Path, target: Path) -> Language:
    """Join parser and names into one pipeline and write it.

    Args:
        parser: Folder of the trained parser half.
        names: Folder of the trained names half; both share the same vectors.
        target: Folder to write.
    """
    nlp = spacy.load(parser)
    nlp.add_pipe("ner", source=spacy.load(names))
    nlp.meta.update(META)
    nlp.meta.pop("performance", None)
    nlp.to_disk(target)
    return nlp
