"""Score a pipeline on the development sets; the figures are those of spaCy's `Scorer`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.scorer import PRFScore
from spacy.tokens import Doc
from spacy.training import Example

from kg.annotate import load_pipeline
from training.boundaries import boundary_scores
from training.corpora import name_docs, tree_doc
from training.treebank import read_treebank

GRAPH_RELATIONS = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "appos", "conj", "ccomp", "acl",
)  # fmt: skip
NAMES = ("PER", "LOC", "ORG")


def score_table(pipeline: Path, data: Path) -> str:
    """Lines of figures in per cent: tags, morphology, lemmas, trees, boundaries and names."""
    nlp = load_pipeline(str(pipeline))
    size = sum(p.stat().st_size for p in pipeline.rglob("*") if p.is_file())
    lines = [f"size {size / 1e6:.1f} MB", *tree_lines(nlp, data)]
    for part, counts in boundary_scores(nlp, data).items():
        lines.append(f"wikinews_dev sentence boundaries, {part}, F1 {100 * counts.fscore:.1f}")
    for part in ("germeval", "wikinews"):
        lines += name_lines(nlp, data, part)
    return "\n".join(lines)


def tree_lines(nlp: Language, data: Path) -> Iterator[str]:
    """Figures on German-GSD's development set, gold tokens, a sentence at a time."""
    sentences = [s for _, s in read_treebank(data / "ud" / "gsd_dev.conllu")]
    golds = [tree_doc(nlp.vocab, [s]) for s in sentences]
    scores = nlp.evaluate(pairs(nlp, golds))
    for name in ("tag_acc", "pos_acc", "morph_acc", "lemma_acc", "dep_uas", "dep_las"):
        yield f"gsd_dev {name} {100 * scores[name]:.1f}"
    by_type = scores["dep_las_per_type"]
    for relation in (r for r in GRAPH_RELATIONS if r in by_type):  # the set has no `iobj`
        yield f"gsd_dev {relation} F1 {100 * by_type[relation]['f']:.1f}"


def name_lines(nlp: Language, data: Path, part: str) -> Iterator[str]:
    """Figures for names on one development set; the variants `deriv` and `part` apart."""
    golds = name_docs(nlp.vocab, data / "ner" / f"{part}_dev.tsv")
    types = nlp.evaluate(pairs(nlp, golds))["ents_per_type"]
    counted = name_scores(nlp, golds)
    yield f"{part}_dev PER+LOC+ORG F1 {100 * counted.fscore:.1f}"
    for label in sorted(types):
        yield f"{part}_dev {label} F1 {100 * types[label]['f']:.1f}"


def name_scores(nlp: Language, golds: Iterable[Doc]) -> PRFScore:
    """Exact-match counts over persons, places and organisations together."""
    total = PRFScore()
    for example in pairs(nlp, golds):
        predicted = nlp(example.predicted)
        total.score_set(spans(predicted), spans(example.reference))
    return total


def spans(doc: Doc) -> set[tuple[int, int, str]]:
    """The names of the three main classes."""
    return {(e.start, e.end, e.label_) for e in doc.ents if e.label_ in NAMES}


def pairs(nlp: Language, golds: Iterable[Doc]) -> list[Example]:
    """Examples whose predicted side has the gold words and no annotation yet."""
    return [Example(bare(nlp, gold), gold) for gold in golds]


def bare(nlp: Language, gold: Doc) -> Doc:
    """The words of a Doc alone."""
    return Doc(nlp.vocab, words=[t.text for t in gold], spaces=[bool(t.whitespace_) for t in gold])
