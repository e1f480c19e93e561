"""Sentence boundaries in articles, as a reader of the package meets them."""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.scorer import PRFScore

from kg.annotate import annotate
from kg.model import Document
from training.names import read_names

PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n[^\S\n]*\S.*)*")


def boundary_scores(nlp: Language, data: Path) -> dict[str, PRFScore]:
    """Counts over the sentences of the articles in `ner/wikinews_dev.tsv`.

    A sentence is right where one starts at the same character of the article's own text, blank
    lines and all.

    Returns:
        Counts for `articles`, and for `running text`: paragraphs without a line break, which leaves
        out lists and tables.
    """
    total = {"articles": PRFScore(), "running text": PRFScore()}
    texts = articles(data)
    for name, sentences in gold_sentences(data).items():
        gold = starts(texts[name], sentences)
        doc = annotate(Document(name, texts[name]), nlp)
        found = {next(t.idx for t in s if not t.is_space) for s in doc.sents}
        total["articles"].score_set(found, gold)
        for start, end in running_text(texts[name]):
            inside = set(range(start, end))
            total["running text"].score_set(found & inside, gold & inside)
    return total


def running_text(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end (characters) of each paragraph without a line break."""
    for found in PARAGRAPH.finditer(text):
        if "\n" not in found.group():
            yield found.span()


def articles(data: Path) -> dict[str, str]:
    """The texts of the raw articles by their ids."""
    raw = gzip.decompress((data / "text" / "wikinews_de.jsonl.gz").read_bytes()).decode()
    return {row["doc"]: row["text"] for row in map(json.loads, raw.splitlines())}


def gold_sentences(data: Path) -> dict[str, list[list[str]]]:
    """The words of each sentence of each article."""
    found: defaultdict[str, list[list[str]]] = defaultdict(list)
    for name, (words, _, _) in read_names(data / "ner" / "wikinews_dev.tsv"):
        found[name].append(words)
    return found


def starts(text: str, sentences: Iterable[list[str]]) -> set[int]:
    """Where the sentences start in the text (characters)."""
    at, found = 0, set()
    for words in sentences:
        found.add(text.index(words[0], at))
        for word in words:
            at = text.index(word, at) + len(word)
    return found
