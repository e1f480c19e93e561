"""Put the two trained halves together into the pipeline that the package ships."""

import json
from pathlib import Path

import spacy
import srsly
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
    drop_strings(target, nlp)
    notice = (Path(__file__).parent / "NOTICE.md").read_text(encoding="utf-8")
    used = "used as well (text for academic use)" if with_hdt else "not used"
    (target / "NOTICE.md").write_text(notice.replace("{hdt}", used), encoding="utf-8")
    return nlp


def drop_strings(target: Path, nlp: Language) -> None:
    """Leave out the words of the training texts; what the components refer to stays.

    Vectors are found by the hash of a word, so the words themselves need not be stored.
    """
    path = target / "vocab" / "strings.json"
    words = json.loads(path.read_text(encoding="utf-8"))
    hashes, kept = tree_hashes(target), kept_strings(nlp)
    needed = [w for w in words if w in kept or nlp.vocab.strings[w] in hashes]
    path.write_text(json.dumps(needed, ensure_ascii=False), encoding="utf-8")


def tree_hashes(target: Path) -> set[int]:
    """Hashes of the strings that the lemmatizer's edit trees take away or put in."""
    trees = srsly.msgpack_loads((target / "lemmatizer" / "trees").read_bytes())["trees"]
    return {tree[key] for tree in trees for key in ("orig", "subst") if key in tree}


def kept_strings(nlp: Language) -> set[str]:
    """Strings of every German pipeline, and the labels of this one with their parts."""
    labels = {str(x) for name in nlp.pipe_names for x in getattr(nlp.get_pipe(name), "labels", ())}
    return {*spacy.blank("de").vocab.strings, *labels, *(p for x in labels for p in x.split("|"))}
