"""Gather sentences from the corpora, and make Docs of them."""

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.training import biluo_tags_to_spans, iob_to_biluo
from spacy.vocab import Vocab

from training.consistency import consistent
from training.lemmas import with_silver_lemmas
from training.names import Tagged, read_names
from training.treebank import Sentence, Word, read_treebank, with_whole_compounds, without

NAME_PARTS = ("germeval_train.tsv", "wikinews_train.tsv")
LONGEST_DOC = 4  # sentences joined into one Doc, so that boundaries are learned


def held_out(data: Path) -> frozenset[str]:
    """Articles that facts are scored on: their sentences stay out of training."""
    gold = data.parent / "gold" / "dev"
    return frozenset(json.loads(p.read_text("utf-8"))["doc"] for p in gold.glob("*.json"))


def training_trees(data: Path, *, with_hdt: bool) -> list[Sentence]:
    """All sentences with trees, without those annotations that do not suit German-GSD."""
    ud, skip = data / "ud", held_out(data)
    trees = [s for _, s in read_treebank(ud / "gsd_train_part.conllu")]
    trees += [without(s, "lemma") for _, s in read_treebank(ud / "gsd_train_parseme.conllu")]
    trees += [without(s, "xpos", "feats") for _, s in read_treebank(ud / "pud.conllu")]
    trees += [
        without(s, "lemma", "xpos", "feats")
        for name, s in read_treebank(ud / "wikinews_trees.conllu")
        if name.rsplit("-", 1)[0] not in skip
    ]
    if with_hdt:
        trees += [without(s, "lemma") for _, s in read_treebank(ud / "hdt_part.conllu")]
    return [consistent(s) for s in trees]


def treeless(data: Path, trees: list[Sentence]) -> list[Sentence]:
    """Sentences without trees: those of German-GSD have tags, those of the names' corpora words."""
    known, skip = {forms(s) for s in trees}, held_out(data)
    found = gsd_tags(data)
    for part in NAME_PARTS:
        path = data / "ner" / part
        found += [named(tagged) for article, tagged in read_names(path) if article not in skip]
    return [s for s in found if forms(s) not in known]


def with_names(data: Path, trees: list[Sentence]) -> list[Sentence]:
    """The sentences, with names where the corpora of names have the same sentence."""
    tagged = (x for part in NAME_PARTS for _, x in read_names(data / "ner" / part))
    tags = {tuple(words): names for words, _, names in tagged}
    return [
        [replace(w, name=n) for w, n in zip(s, tags[forms(s)], strict=True)]
        if forms(s) in tags
        else s
        for s in trees
    ]


def named(tagged: Tagged) -> Sentence:
    """A sentence of words and names alone."""
    return [Word(form, space, name=tag) for form, space, tag in zip(*tagged, strict=True)]


def gsd_tags(data: Path) -> list[Sentence]:
    """All training sentences of German-GSD with their tags, without trees."""
    path = data / "ud" / "gsd_train_tags.conllu.gz"
    return [consistent(s) for _, s in read_treebank(path)]


def forms(sentence: Sentence) -> tuple[str, ...]:
    """The words of a sentence."""
    return tuple(word.form for word in sentence)


def tagger_docs(vocab: Vocab, data: Path, trees: list[Sentence]) -> list[Doc]:
    """Docs with tags, and articles without, from which sentence boundaries are learned."""
    known = {forms(s) for s in trees}
    tagged = [s for s in gsd_tags(data) if forms(s) not in known]
    groups = [*grouped([*trees, *tagged], 1), *running_text(data)]
    docs = [tree_doc(vocab, [fit(with_whole_compounds(s)) for s in g]) for g in groups]
    random.Random(3).shuffle(docs)
    return docs


def running_text(data: Path) -> Iterator[list[Sentence]]:
    """Neighbouring sentences of articles, words alone."""
    path = data / "ner" / "wikinews_train.tsv"
    for group in name_groups(path, held_out(data)):
        yield [named(tagged) for tagged in group]


def fit(sentence: Sentence) -> Sentence:
    """The sentence with silver lemmas, and parts of speech only where there are features too.

    The morphologizer learns both as one label.
    """
    whole = any(word.feats for word in sentence)
    return with_silver_lemmas(sentence if whole else without(sentence, "upos"))


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
    starts = [sum(map(len, sentences[:i])) for i, s in enumerate(sentences) for _ in s]
    words = [word for sentence in sentences for word in sentence]
    doc = Doc(vocab, words=[w.form for w in words], spaces=[w.space for w in words])
    for token, word, start in zip(doc, words, starts, strict=True):
        token.tag_, token.pos_, token.lemma_ = word.xpos, word.upos, word.lemma
        if word.upos:
            token.set_morph(word.feats)  # type: ignore[attr-defined]
        if word.head is not None:
            token.head, token.dep_ = doc[start + word.head], word.deprel
    if not all(word.deprel for word in words):
        for token, start in zip(doc, starts, strict=True):
            token.is_sent_start = token.i == start
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


def name_groups(path: Path, skip: frozenset[str]) -> Iterator[list[Tagged]]:
    """The corpus in groups of up to LONGEST_DOC neighbouring sentences of one article."""
    group: list[Tagged] = []
    last = ""
    for article, sentence in read_names(path):
        if article in skip:
            continue
        if group and (article != last or not article or len(group) == LONGEST_DOC):
            yield group
            group = []
        group.append(sentence)
        last = article
    if group:
        yield group


def name_docs(vocab: Vocab, path: Path, skip: frozenset[str] = frozenset()) -> list[Doc]:
    """The corpus, without some articles, as Docs of neighbouring sentences."""
    return [name_doc(vocab, group) for group in name_groups(path, skip)]


def training_names(vocab: Vocab, data: Path) -> list[Doc]:
    """Docs of both corpora of names, shuffled."""
    paths, skip = [data / "ner" / part for part in NAME_PARTS], held_out(data)
    docs = [doc for path in paths for doc in name_docs(vocab, path, skip)]
    random.Random(4).shuffle(docs)
    return docs


def dev_names(vocab: Vocab, data: Path) -> list[Doc]:
    """Docs to choose the best weights by: every second of GermEval's sentences, all of Wikinews."""
    germeval, wikinews = (data / "ner" / f"{part}_dev.tsv" for part in ("germeval", "wikinews"))
    return name_docs(vocab, germeval)[::2] + name_docs(vocab, wikinews)


def write_docs(docs: Iterable[Doc], path: Path) -> None:
    """Write Docs in spaCy's binary format."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs, store_user_data=False).to_disk(path)
