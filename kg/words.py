"""The words of a parsed text as plain values, read off a spaCy Doc once.

The rules ask every word for its neighbours many times, and spaCy makes a new object for each
answer. What is here has the names that it has there, and the same meaning, as far as the rules
need it.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import count, pairwise, repeat
from sys import intern
from typing import TYPE_CHECKING, NamedTuple, overload

from kg.columns import flags_of, heads_of, numbers_of, strings_of

if TYPE_CHECKING:
    import spacy.tokens

# Attributes of spaCy's tokens.
SIGNS = ("SPACY", "IS_PUNCT", "IS_SPACE", "IS_QUOTE")
READ = ("ORTH", "LEMMA", "POS", "TAG", "MORPH")


class Features(frozenset[str]):
    """The morphological features of a word: `"Case=Gen" in features`."""

    __slots__ = ("text", "values")
    text: str
    values: dict[str, list[str]]  # sorted, by name

    def __str__(self) -> str:
        return self.text

    def get(self, name: str) -> list[str]:
        """The values of a feature, [] if the word does not have it."""
        return self.values.get(name, [])[:]


class Forms(NamedTuple):
    """The tokens of a text as it was cut: offsets, texts, spaces behind them, kinds of sign."""

    idx: list[int]
    text: list[str]
    lower: list[str]
    space: list[str]
    is_punct: list[bool]
    is_space: list[bool]
    is_quote: list[bool]


class Readings(NamedTuple):
    """What a pipeline has made of the tokens of a text."""

    lemma: list[str]
    pos: list[str]
    tag: list[str]
    morph: list[Features]
    relation: list[str]


# The children of a word by their relation; () for a relation that none has.
Below = defaultdict[str, tuple["Token", ...]]
NONE_BELOW: Below = defaultdict(tuple)


@dataclass(slots=True, eq=False)
class Token:
    """A word or white-space token; offsets are characters of the text, indices those of tokens."""

    doc: "Doc"
    i: int
    idx: int
    text: str
    lower_: str
    whitespace_: str
    is_punct: bool
    is_space: bool
    is_quote: bool
    lemma_: str
    pos_: str
    tag_: str
    morph: Features
    dep_: str
    is_sent_start: bool = False
    ent_type_: str = ""
    ent_iob_: str = "O"  # whether a name begins here (B), goes on (I) or neither
    head: "Token" = field(init=False)
    sent: "Span" = field(init=False)
    children: tuple["Token", ...] = field(init=False, default=())  # in the order of the text
    below: Below = field(init=False)  # the children by relation

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


@dataclass(slots=True)  # a frozen one takes three times as long to make
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
        if self.start >= self.end:
            return ""
        first, last = self.doc.tokens[self.start], self.doc.tokens[self.end - 1]
        return self.doc.text[first.idx : last.idx + len(last.text)]

    @property
    def root(self) -> Token:
        """The root of a sentence within, else the word nearest to one, the first of several."""
        if len(self) == 1:
            return self.doc.tokens[self.start]
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

    def forget(self) -> None:
        """Let go of the relations that were asked for in vain; they would take much memory."""
        for token in self.tokens:
            if token.children:
                token.below = by_relation(token.children)

    def span_around(self, start: int, end: int) -> Span | None:
        """The tokens that a range of characters touches, each with the space behind it, or None."""
        first = max(bisect_right(self.tokens, start, key=_offset) - 1, 0)
        last = bisect_left(self.tokens, end, key=_offset)
        return Span(self, first, last) if start < end and first < last else None


def words_of(parsed: "spacy.tokens.Doc") -> Doc:
    """The words of a text that a pipeline has parsed."""
    doc, (relations,) = Doc(parsed.text), strings_of(parsed, "DEP")
    doc.tokens = as_words(doc, forms_of(parsed), readings_of(parsed, relations))
    hang(doc, heads_of(parsed))
    label(doc, [(e.start, e.end, e.label_) for e in parsed.ents])
    return doc


def forms_of(cut: "spacy.tokens.Doc") -> Forms:
    """The tokens of a text as it was cut."""
    (places,), (texts, lowers) = numbers_of(cut, "IDX"), strings_of(cut, "ORTH", "LOWER")
    spaced, puncts, blanks, quotes = flags_of(cut, *SIGNS)
    spaces = [" " if follows else "" for follows in spaced]
    return Forms(places, texts, lowers, spaces, puncts, blanks, quotes)


def readings_of(parsed: "spacy.tokens.Doc", relations: Iterable[str]) -> Readings:
    """What a pipeline has made of each token, with the relations given."""
    texts, lemmas, poses, tags, morphs = strings_of(parsed, *READ)
    if any("ß" in lemma for lemma in lemmas):
        lemmas = list(map(_respelt, lemmas, texts))
    return Readings(lemmas, poses, tags, list(map(_features, morphs)), list(relations))


def insert_blank(readings: Readings, i: int, text: str) -> None:
    """Put in the reading of a white-space token, which a pipeline does not see."""
    readings.lemma.insert(i, intern(text))
    readings.pos.insert(i, "SPACE")
    readings.tag.insert(i, "_SP")
    readings.morph.insert(i, _features(""))
    readings.relation.insert(i, "dep")


def as_words(doc: Doc, forms: Forms, readings: Readings) -> list[Token]:
    """The tokens of a text from what they are and what a pipeline has made of them."""
    return list(map(Token, repeat(doc), count(), *forms, *readings))


def hang(doc: Doc, heads: Sequence[int]) -> None:
    """Give the tokens of a text their heads (indices), children and sentences, one a root."""
    below: dict[int, list[Token]] = {}
    for token, head in zip(doc.tokens, heads, strict=True):
        token.head, token.below = doc.tokens[head], NONE_BELOW
        if head != token.i:
            below.setdefault(head, []).append(token)
    for head, children in below.items():
        doc.tokens[head].children = tuple(children)
        doc.tokens[head].below = by_relation(children)
    doc.sents = tuple(Span(doc, a, b) for a, b in pairwise([*first_words(heads), len(doc)]))
    for sentence in doc.sents:
        sentence[0].is_sent_start = True
        for token in sentence:
            token.sent = sentence


def first_words(heads: Sequence[int]) -> list[int]:
    """The index of the first word below each root, itself included, in the order of the text.

    Words that hang on one another in a circle are below none.
    """
    firsts: dict[int, int] = {}
    for i in range(len(heads)):
        root, steps = i, len(heads)
        while heads[root] != root and steps:
            root, steps = heads[root], steps - 1
        if heads[root] == root:
            firsts.setdefault(root, i)
    return list(firsts.values())


def by_relation(children: Iterable[Token]) -> Below:
    """Children, in the order of the text, by their relation."""
    found: Below = defaultdict(tuple)
    for child in children:
        found[child.dep_] += (child,)
    return found


def label(doc: Doc, names: Iterable[tuple[int, int, str]]) -> None:
    """Give a text its names: index of the first token, that behind the last one, and class."""
    doc.ents = tuple(Span(doc, *name) for name in names)
    for span in doc.ents:
        for token in span:
            token.ent_type_, token.ent_iob_ = span.label_, "I"
        span[0].ent_iob_ = "B"


def _respelt(lemma: str, text: str) -> str:
    """A lemma in the spelling of 1996, where the pipeline has an older one (*Kongreß*)."""
    return intern(lemma.replace("ß", "ss")) if "ß" in lemma and "ß" not in text else lemma


@cache  # a language has few combinations
def _features(text: str) -> Features:
    """The features that a text lists as Universal Dependencies do: `Case=Acc,Dat|Gender=Fem`."""
    pairs = (pair.partition("=") for pair in text.split("|") if pair)
    values = {name: sorted(listed.split(",")) for name, _, listed in pairs}
    found = Features(f"{n}={v}" for n, vs in values.items() for v in vs)
    found.text, found.values = text, values
    return found


def _index(token: Token) -> int:
    return token.i


def _distance(token: Token) -> tuple[bool, int]:
    """How far a word is from its root; a mark or space on which nothing hangs is the farthest."""
    mark = (token.is_punct or token.is_space) and not token.children
    return mark, 0 if mark else sum(1 for _ in token.ancestors)


def _offset(token: Token) -> int:
    return token.idx
