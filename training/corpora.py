"""Make the training and development corpora of both halves of the pipeline."""

import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.training import biluo_tags_to_spans, iob_to_biluo
from spacy.vocab import Vocab

from training.lemmas import with_silver_lemmas
from training.names import Tagged, read_names
from training.treebank import Sentence, read_treebank, without

LONGEST_DOC = 4  # sentences joined into one Doc, so that boundaries are learned


def held_out(data: Path) -> set[str]:
    """Articles that facts are scored on: their sentences stay out of training."""
    gold = data.parent / "gold" / "dev"
    return {json.loads(p.read_text(encoding="utf-8"))["doc"] for p in gold.glob("*.json")}


def training_trees(data: Path, *, with_hdt: bool) -> list[Sentence]:
    """All sentences with trees, each with only those annotations that suit German-GSD."""
    ud, skip = data / "ud", held_out(data)
    trees = [s for _, s in read_treebank(ud / "gsd_train_part.conllu")]
    trees += [without(s, "lemma") for _, s in read_treebank(ud / "gsd_train_parseme.conllu")]
    trees += [without(s, "xpos", "feats", "upos") for _, s in read_treebank(ud / "pud.conllu")]
    trees += [
        without(s, "lemma", "xpos", "feats", "upos")
        for name, s in read_treebank(ud / "wikinews_trees.conllu")
        if name.rsplit("-", 1)[0] not in skip
    ]
    if with_hdt:
        trees += [without(s, "lemma") for _, s in read_treebank(ud / "hdt_part.conllu")]
    return [with_silver_lemmas(s) for s in trees]


def training_tags(data: Path, trees: list[Sentence]) -> list[Sentence]:
    """The sentences that have tags and features but no trees."""
    known = {tuple(w.form for w in s) for s in trees}
    tagged = (s for _, s in read_treebank(data / "ud" / "gsd_train_tags.conllu.gz"))
    return [with_silver_lemmas(s) for s in tagged if tuple(w.form for w in s) not in known]


def grouped(sentences: list[Sentence], seed: int) -> Iterator[list[Sentence]]:
    """Shuffle the sentences and cut them into groups of one to LONGEST_DOC."""
    rng = random.Random(seed)
    order = sentences[:]
    rng.shuffle(order)
    while order:
        size = rng.randint(1, LONGEST_DOC)
        yield order[:size]
        order = order[size:]


def tree_doc(vocab: Vocab, sentences: list[Sentence]) -> Doc:
    """One Doc of several sentences; annotations that are missing stay unset."""
    starts: list[int] = []
    words: Sentence = []
    for sentence in sentences:
        starts += [len(words)] * len(sentence)
        words += sentence
    doc = Doc(vocab, words=[w.form for w in words], spaces=[w.space for w in words])
    for token, word, start in zip(doc, words, starts, strict=True):
        token.tag_, token.pos_, token.lemma_ = word.xpos, word.upos, word.lemma
        if word.upos:
            token.set_morph(word.feats)  # type: ignore[attr-defined]
        if word.head is not None:
            token.head, token.dep_ = doc[start + word.head], word.deprel
    return doc


def name_doc(vocab: Vocab, sentences: Iterable[Tagged]) -> Doc:
    """One Doc of several sentences with their names as entities."""
    words: list[str] = []
    spaces: list[bool] = []
    tags: list[str] = []
    for w, s, t in sentences:
        words, spaces, tags = words + w, spaces + s, tags + t
    doc = Doc(vocab, words=words, spaces=spaces)
    doc.set_ents(biluo_tags_to_spans(doc, iob_to_biluo(tags)))
    return doc


def name_docs(vocab: Vocab, path: Path, skip: set[str]) -> list[Doc]:
    """The corpus as Docs of up to LONGEST_DOC neighbouring sentences of one article."""
    docs: list[Doc] = []
    group: list[Tagged] = []
    last = ""
    for article, sentence in read_names(path):
        if article in skip:
            continue
        if group and (article != last or not article or len(group) == LONGEST_DOC):
            docs.append(name_doc(vocab, group))
            group = []
        group.append(sentence)
        last = article
    return docs + ([name_doc(vocab, group)] if group else [])


def write_docs(docs: Iterable[Doc], path: Path) -> None:
    """Write Docs in spaCy's binary format."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=False).to_disk(path)


def write_corpora(data: Path, work: Path, *, with_hdt: bool) -> None:
    """Write `{parser,ner}_{train,dev}.spacy` under `work`."""
    vocab = Vocab()
    trees = training_trees(data, with_hdt=with_hdt)
    groups = [*grouped(trees, 1), *grouped(training_tags(data, trees), 2)]
    random.Random(3).shuffle(groups)
    write_docs((tree_doc(vocab, g) for g in groups), work / "parser_train.spacy")
    dev = [s for _, s in read_treebank(data / "ud" / "gsd_dev.conllu")]
    write_docs((tree_doc(vocab, [s]) for s in dev), work / "parser_dev.spacy")
    ner, skip = data / "ner", held_out(data)
    names = name_docs(vocab, ner / "germeval_train.tsv", skip)
    names += name_docs(vocab, ner / "wikinews_train.tsv", skip)
    random.Random(4).shuffle(names)
    write_docs(names, work / "ner_train.spacy")
    dev_names = []
    for part, step in (("germeval", 2), ("wikinews", 1)):
        dev_names += name_docs(vocab, ner / f"{part}_dev.tsv", set())[::step]
    write_docs(dev_names, work / "ner_dev.spacy")
