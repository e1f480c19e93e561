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


def assemble(parser: Path, names: Path, target: Path, *, with_hdt: bool) -> Language:
    """Join parser and names into one pipeline and write it.

    Args:
        parser: Folder of the trained parser half.
        names: Folder of the trained names half; both share the same vectors.
        target: Folder to write.
        with_hdt: Whether the HDT trees were used; the notice beside the weights says so.
    """
    nlp = spacy.load(parser)
    nlp.add_pipe("ner", source=spacy.load(names))
    nlp.meta.update(META)
    nlp.meta.pop("performance", None)
    nlp.to_disk(target)
    notice = (Path(__file__).parent / "NOTICE.md").read_text(encoding="utf-8")
    used = "used as well (text for academic use)" if with_hdt else "not used"
    (target / "NOTICE.md").write_text(notice.replace("{hdt}", used), encoding="utf-8")
    return nlp
