"""The biaffine parser as a component of a spaCy pipeline."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.pipeline.dep_parser import parser_score  # type: ignore[import-not-found]
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import minibatch
from spacy.vocab import Vocab

from kg import biaffine
from kg.biaffine import Network, Numbers, Parse
from kg.trees import set_tree

Row = tuple[int, str]
LONGEST = 250  # words; sentences of news stay far below


class BiaffineParser:
    """Gives every token a head, a relation and a part of speech; boundaries must be set before."""

    def __init__(
        self, vocab: Vocab, network: Network | None = None, rows: Sequence[Row] = ()
    ) -> None:
        """Make a parser.

        Args:
            vocab: Its vectors say which words are alike.
            network: The weights; without them `from_disk` has to come first.
            rows: For each row of the vectors the Brown cluster and the lists of names.
        """
        self.vocab = vocab
        self.network = network
        self.rows = rows
        self.numbers = cache(self.feature_row)

    @property
    def labels(self) -> tuple[str, ...]:
        """The relations."""
        return tuple(self.network.inventory.relations) if self.network else ()

    def __call__(self, doc: Doc) -> Doc:
        """Parse one Doc."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 16) -> Iterator[Doc]:
        """Parse Docs in batches."""
        for docs in minibatch(stream, size=batch_size):  # type: ignore[no-untyped-call]
            spans = [span for doc in docs for span in sentences(doc)]
            parses = iter(biaffine.parse(self.weights(), [self.numbered(span) for span in spans]))
            for doc in docs:
                set_trees(doc, [next(parses) for _ in sentences(doc)])
                yield doc

    def weights(self) -> Network:
        """The network.

        Raises:
            ValueError: If there is none yet.
        """
        if self.network is None:
            raise ValueError("the parser has no weights: load it with a pipeline")
        return self.network

    def numbered(self, span: Span) -> Numbers:
        """The numbers of a sentence's words."""
        return np.array([self.numbers(token.text) for token in span], "int32")

    def feature_row(self, form: str) -> list[int]:
        """The numbers of one word."""
        row = int(self.vocab.vectors.find(key=self.vocab.strings[form]))
        cluster, lists = self.rows[row] if 0 <= row < len(self.rows) else (0, "")
        return biaffine.feature_row(form, cluster, lists, self.weights().inventory)

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:
        """Attachment scores, as spaCy's own parser counts them."""
        found: dict[str, Any] = parser_score(examples, **settings)
        return found

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write weights and rows to a folder."""
        del exclude  # spaCy names the vocabulary here, which the pipeline writes
        biaffine.save(self.weights(), Path(path))
        text = json.dumps(list(self.rows), ensure_ascii=False)
        (Path(path) / "rows.json").write_text(text, encoding="utf-8")

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "BiaffineParser":
        """Read what `to_disk` wrote."""
        del exclude
        self.network = biaffine.load(Path(path))
        rows = json.loads((Path(path) / "rows.json").read_text(encoding="utf-8"))
        self.rows = [(cluster, lists) for cluster, lists in rows]
        self.numbers = cache(self.feature_row)
        return self


@Language.factory(
    "biaffine_parser",
    assigns=["token.dep", "token.head", "token.pos"],
    requires=["token.sent_start"],
)
def make_parser(nlp: Language, name: str) -> BiaffineParser:
    """A parser without weights, for a pipeline that is being loaded."""
    del name
    return BiaffineParser(nlp.vocab)


def sentences(doc: Doc) -> list[Span]:
    """The sentences of a Doc, all of it where no boundaries are set; endless ones are cut.

    The scores of heads grow with the square of a sentence's length.
    """
    if not len(doc):
        return []
    whole = list(doc.sents) if doc.has_annotation("SENT_START") else [doc[:]]
    return [
        doc[start : min(start + LONGEST, span.end)]
        for span in whole
        for start in range(span.start, span.end, LONGEST)
    ]


def set_trees(doc: Doc, parses: Sequence[Parse]) -> None:
    """Write heads, relations and parts of speech of all sentences into a Doc."""
    heads: list[int] = []
    for parse in parses:
        start = len(heads)
        heads += [start + (head - 1 if head else i) for i, head in enumerate(parse.heads)]
    if heads:
        set_tree(doc, heads, [relation for parse in parses for relation in parse.relations])
    kinds = [kind for parse in parses for kind in parse.parts_of_speech]
    for token, kind in zip(doc, kinds, strict=False):  # all or none
        token.pos_ = kind
