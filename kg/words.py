"""The words of a parsed text as plain values, read off a spaCy Doc once.

The rules ask every word for its neighbours many times, and spaCy makes a new object for each
answer. What is here has the names that it has there, and the same meaning, as far as the rules
need it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from sys import intern
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    import spacy.tokens


@dataclass(frozen=True, slots=True)
class Features:
    """The morphological features of a word: `"Case=Gen" in features`."""

    text: str
    single: frozenset[str]

    def __contains__(self, feature: str) -> bool:
        return feature in self.single

    def __str__(self) -> str:
        return self.text

    def get(self, name: str) -> list[str]:
        """The values of a feature, [] if the word does not have it."""
        return sorted(f.partition("=")[2] for f in self.single if f.startswith(name + "="))


@dataclass(slots=True, eq=False)
class Token:
    """A word or white-space token; offsets are characters of the text, indices those of tokens."""

    doc: "Doc"
    i: int
    idx: int
    text: str
    whitespace_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    morph: Features
    is_punct: bool
    is_space: bool
    is_quote: bool
    is_sent_start: bool = False
    ent_type_: str = ""
    ent_iob_: str = "O"  # whether a name begins here (B), goes on (I) or neither
    lower_: str = field(init=False)
    head: "Token" = field(init=False)
    sent: "Span" = field(init=False)
    children: tuple["Token", ...] = field(init=False, default=())  # in the order of the text

    def __post_init__(self) -> None:
        self.lower_ = self.text.lower()
        self.head = self

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return self.text

    @property
    def text_with_ws(self) -> str:
        """The word with the space behind it."""
        return self.text + self.whitespace_

    @property
    def subtree(self) -> Iterator["Token"]:
        """The word and all below it: those on its left, itself, those on its right."""
        for child in self.children:
            if child.i < self.i:
                yield from child.subtree
        yield self
        for child in self.children:
            if child.i > self.i:
                yield from child.subtree

    @property
    def ancestors(self) -> Iterator["Token"]:
        """The words above, from the head to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def left_edge(self) -> "Token":
        """The first word of the subtree."""
        return min(self.subtree, key=_index)

    @property
    def right_edge(self) -> "Token":
        """The last word of the subtree."""
        return max(self.subtree, key=_index)

    def is_ancestor(self, other: "Token") -> bool:
        """Whether the word stands above another one."""
        return any(token is self for token in other.ancestors)

    def nbor(self, distance: int = 1) -> "Token":
        """The token so many places on.

        Raises:
            IndexError: If there is none.
        """
        place = self.i + distance
        if place < 0:
            raise IndexError(place)
        return self.doc[place]


@dataclass(frozen=True, slots=True)
class Span:
    """The tokens from `start` up to `end` of a text."""

    doc: "Doc" = field(repr=False)
    start: int
    end: int
    label_: str = ""

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> "Span": ...
    def __getitem__(self, place: int | slice) -> "Token | Span":
        if isinstance(place, slice):
            first, end, _ = place.indices(len(self))
            return Span(self.doc, self.start + first, self.start + max(first, end))
        return self.doc.tokens[self.start : self.end][place]

    @property
    def start_char(self) -> int:
        """Offset of the first character."""
        tokens = self.doc.tokens
        return tokens[self.start].idx if self.start < len(tokens) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Offset behind the last character."""
        if not len(self):
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last)

    @property
    def text(self) -> str:
        """The text without the space behind it."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> Token:
        """The root of a sentence within, else the word nearest to one, the first of several."""
        top = next((token for token in self if token.head is token), None)
        return top or min(self._heads(), key=_distance)

    def _heads(self) -> list[Token]:
        """The words that hang on none within."""
        return [t for t in self if not self.start <= t.head.i < self.end] or [self[0]]


@dataclass(slots=True, eq=False)
class Doc:
    """A parsed text.

    Attributes:
        text: The text that the tokens cover without a gap.
        sents: Its sentences.
        ents: Names, labelled with their class.
    """

    text: str
    tokens: list[Token] = field(default_factory=list)
    sents: tuple[Span, ...] = ()
    ents: tuple[Span, ...] = ()

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, slice):
            first, end, _ = place.indices(len(self.tokens))
            return Span(self, first, max(first, end))
        return self.tokens[place]

    def span_around(self, start: int, end: int) -> Span | None:
        """The tokens that a range of characters touches, each with the space behind it, or None."""
        first = max(bisect_right(self.tokens, start, key=_offset) - 1, 0)
        last = bisect_left(self.tokens, end, key=_offset)
        return Span(self, first, last) if start < end and first < last else None


def words_of(parsed: "spacy.tokens.Doc") -> Doc:
    """The words of a text that a pipeline has parsed."""
    doc = Doc(parsed.text)
    doc.tokens = [as_word(doc, t, t, t.dep_) for t in parsed]
    hang(doc, [t.head.i for t in parsed])
    label(doc, [(e.start, e.end, e.label_) for e in parsed.ents])
    return doc


def as_word(
    doc: Doc, form: "spacy.tokens.Token", read: "spacy.tokens.Token | None", relation: str
) -> Token:
    """A token of a text.

    Args:
        doc: The text, of which it is to be the next token.
        form: The token as it was cut, with its place.
        read: The token that a pipeline has annotated, None for white space.
        relation: Its relation to its head.
    """
    return Token(
        doc=doc,
        i=form.i,
        idx=form.idx,
        text=intern(form.text),
        whitespace_=form.whitespace_,
        lemma_=intern(_respelt(read.lemma_, form.text) if read else form.text),
        pos_=intern(read.pos_ if read else "SPACE"),
        tag_=intern(read.tag_ if read else "_SP"),
        dep_=intern(relation),
        morph=_features(str(read.morph) if read else ""),
        is_punct=form.is_punct,
        is_space=form.is_space,
        is_quote=form.is_quote,
    )


def hang(doc: Doc, heads: Sequence[int]) -> None:
    """Give the tokens of a text their heads (indices), children and sentences, one a root."""
    below: dict[int, list[Token]] = {}
    for token, head in zip(doc.tokens, heads, strict=True):
        token.head = doc.tokens[head]
        if head != token.i:
            below.setdefault(head, []).append(token)
    for head, children in below.items():
        doc.tokens[head].children = tuple(children)
    firsts = {root.i: root.left_edge.i for root in doc.tokens if root.head is root}
    starts = sorted(firsts.values())
    doc.sents = tuple(Span(doc, a, b) for a, b in pairwise([*starts, len(doc)]))
    for sentence in doc.sents:
        sentence[0].is_sent_start = True
        for token in sentence:
            token.sent = sentence


def label(doc: Doc, names: Iterable[tuple[int, int, str]]) -> None:
    """Give a text its names: index of the first token, that behind the last one, and class."""
    doc.ents = tuple(Span(doc, *name) for name in names)
    for span in doc.ents:
        for token in span:
            token.ent_type_, token.ent_iob_ = span.label_, "I"
        span[0].ent_iob_ = "B"


def _respelt(lemma: str, text: str) -> str:
    """A lemma in the spelling of 1996, where the pipeline has an older one (*Kongreß*)."""
    return lemma.replace("ß", "ss") if "ß" in lemma and "ß" not in text else lemma


@cache  # a language has few combinations
def _features(text: str) -> Features:
    """The features that a text lists as Universal Dependencies do: `Case=Acc,Dat|Gender=Fem`."""
    pairs = (pair.partition("=") for pair in text.split("|") if pair)
    return Features(text, frozenset(f"{name}={v}" for name, _, vs in pairs for v in vs.split(",")))


def _index(token: Token) -> int:
    return token.i


def _distance(token: Token) -> tuple[bool, int]:
    """How far a word is from its root; a mark or space on which nothing hangs is the farthest."""
    mark = (token.is_punct or token.is_space) and not token.children
    return mark, 0 if mark else sum(1 for _ in token.ancestors)


def _offset(token: Token) -> int:
    return token.idx
