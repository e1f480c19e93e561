"""Put the trained parts together into the pipeline that the package ships."""

import json
import shutil
from pathlib import Path
from typing import cast

import spacy
import srsly
from spacy.language import Language

from kg import biaffine
from kg.parser import BiaffineParser
from training.consistency import FUNCTION_VERB
from training.vectors import plain, rows

META = {
    "name": "news",
    "version": "0.2.0",
    "description": "German news: tags, morphology, lemmas, Universal Dependencies, names.",
    "author": "newskg contributors",
    "license": "CC BY-SA 4.0",
    "url": "https://w3id.org/newskg",
}


def assemble(work: Path, target: Path, *, with_hdt: bool) -> Language:
    """Join names, taggers and parser, and write the pipeline anew.

    Args:
        work: Folder of the trained parts, `names`, `tagger` and `parser`.
        target: Folder to write.
        with_hdt: Whether the HDT trees were used; the notice beside the weights says so.
    """
    nlp = spacy.load(work / "tagger" / "model-best")
    # The last weights: the best on the mixed development set read running news worse.
    names = spacy.load(work / "names" / "model-last")
    # First, because no name may cross a sentence boundary that is set before.
    nlp.add_pipe("ner", source=names, first=True)
    parser = cast("BiaffineParser", nlp.add_pipe("biaffine_parser", name="parser"))
    parser.network = biaffine.load(work / "parser")
    parser.rows = [plain(row) for row in rows()]
    add_auxiliary_rules(nlp)
    nlp.meta.update(META)
    nlp.meta.pop("performance", None)
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # where it was trained means nothing
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target)
    drop_strings(target, nlp)
    notice = (Path(__file__).parent / "NOTICE.md").read_text(encoding="utf-8")
    used = "used as well (text for academic use)" if with_hdt else "not used"
    (target / "NOTICE.md").write_text(notice.replace("{hdt}", used), encoding="utf-8")
    return nlp


def add_auxiliary_rules(nlp: Language) -> None:
    """Let the tree decide whether *haben*, *sein*, *werden* or a modal is an auxiliary.

    So do UD's German guidelines, and the parser sees more of the sentence than the tagger.
    """
    ruler = nlp.add_pipe("attribute_ruler")
    tags = {"IN": sorted(t for t in nlp.get_pipe("tagger").labels if t[:2] in ("VA", "VM"))}  # type: ignore[attr-defined]
    function = sorted(FUNCTION_VERB)
    for test, upos, other in (("IN", "AUX", "VERB"), ("NOT_IN", "VERB", "AUX")):
        pattern = {"TAG": tags, "POS": other, "DEP": {test: function}}
        ruler.add([[pattern]], {"POS": upos})  # type: ignore[attr-defined]


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
