"""Run a spaCy pipeline over a document, whitespace kept out of the parser's way."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.datelines import find_datelines
from kg.lines import block_starts
from kg.model import Document, ModelError
from kg.repairs import repaired
from kg.tiger import is_tiger, universal
from kg.trees import Tree, set_tree
from kg.words import Doc, Form, as_words, blank, forms_of, hang, label, readings_of, words_of

if TYPE_CHECKING:
    import spacy.tokens
    from spacy.language import Language
    from spacy.tokens import Token
    from spacy.vocab import Vocab

BUNDLED = Path(__file__).parent / "models" / "de_news"
AUXILIARY = ("aux", "aux:pass", "cop")


READER = "newskg"
"""Name of the factory of our own component, which reads what those before it have found."""


def load_pipeline(name: str = "") -> "Language":
    """Load the bundled German pipeline, or any spaCy pipeline by name or path, anew.

    Raises:
        ModelError: If spaCy finds no such pipeline.
    """
    import spacy

    import kg.component  # so that it can be added, and is known where a pipeline has it
    import kg.german  # the bundled pipeline is of this language
    import kg.parser  # noqa: F401 (and has this component)
    from kg.products import fast_products

    try:
        with fast_products():
            return spacy.load(name or BUNDLED)
    except OSError as error:
        reason = str(error).splitlines()[0]
        raise ModelError(f"language pipeline {name or BUNDLED}: {reason}") from error


@cache
def shared_pipeline(name: str = "") -> "Language":
    """The pipeline that `load_pipeline` loads, once a process; nobody may change it.

    Raises:
        ModelError: If spaCy finds no such pipeline.
    """
    return load_pipeline(name)


def annotate(document: Document, nlp: "Language", *, one_sentence: bool = False) -> Doc:
    """Parse the text of a document.

    The pipeline sees the words alone, without white-space tokens, and is told that the end of a
    block of lines ends a sentence; what comes back covers `document.text` exactly, so that
    `token.idx` is an offset into it. With `one_sentence` the whole text is taken for a single
    sentence.
    """
    from kg.products import one_thread

    whole = nlp.make_doc(document.text)
    words = [token for token in whole if not token.is_space]
    if not words:
        return words_of(whole)
    bare = words_only(words, nlp.vocab, block_starts(document.text))
    mark_datelines(bare, words, document.text)
    if one_sentence:
        for token in bare[1:]:
            token.is_sent_start = False
    with one_thread():
        for name, component in nlp.pipeline:
            if nlp.get_pipe_meta(name).factory == READER:
                break
            bare = component(bare)
    if is_tiger(bare):
        make_universal(bare)
    return with_spaces(whole, words, bare)


def make_universal(doc: "spacy.tokens.Doc") -> None:
    """Give a Doc with TIGER trees those that the rules read, and their parts of speech."""
    tree = universal(doc)
    set_tree(doc, tree.heads, tree.relations)
    for token in doc:
        token.pos_ = "AUX" if token.dep_ in AUXILIARY else token.pos_
        token.pos_ = "ADJ" if token.tag_ == "ADJD" else token.pos_


def words_only(words: list["Token"], vocab: "Vocab", blocks: set[int]) -> "spacy.tokens.Doc":
    """A Doc of the given tokens in which blocks (character offsets) start sentences."""
    from spacy.tokens import Doc

    spaces = [bool(token.whitespace_) or next_is_space(token) for token in words]
    bare = Doc(vocab, words=[token.text for token in words], spaces=spaces)
    for token, original in zip(bare, words, strict=True):
        if token.i == 0 or original.idx in blocks:
            token.is_sent_start = True
    return bare


def mark_datelines(bare: "spacy.tokens.Doc", words: list["Token"], text: str) -> None:
    """Make a dateline (*Stand: 20.09.2023 19:25 Uhr*) a sentence of its own."""
    for line in find_datelines(text):
        for token, word in zip(bare, words, strict=True):
            inside = line.start <= word.idx < line.end
            opens = inside and (word.i == 0 or words[token.i - 1].idx < line.start)
            follows = word.idx >= line.end and token.i > 0 and words[token.i - 1].idx < line.end
            if opens or follows:
                token.is_sent_start = True
            elif inside:
                token.is_sent_start = False


def next_is_space(token: "Token") -> bool:
    """Whether a white-space token follows."""
    return token.i + 1 < len(token.doc) and token.doc[token.i + 1].is_space


def with_spaces(whole: "spacy.tokens.Doc", words: list["Token"], bare: "spacy.tokens.Doc") -> Doc:
    """The tokens of `whole` with the annotation of `bare`, which has the words alone.

    White-space tokens hang on the word before them.
    """
    tree, doc, forms = repaired(bare), Doc(whole.text), forms_of(whole)
    read = iter(readings_of(bare, tree.relations))
    readings = [blank(form.text) if form.is_space else next(read) for form in forms]
    doc.tokens = as_words(doc, forms, readings)
    hang(doc, list(heads(forms, [word.i for word in words], tree)))
    label(doc, [(words[e.start].i, words[e.end - 1].i + 1, e.label_) for e in bare.ents])
    return doc


def heads(forms: list[Form], words: list[int], tree: Tree) -> Iterator[int]:
    """The head of every token, as indices of tokens; `words` are those of the tree's words."""
    last, place = words[0], 0
    for i, form in enumerate(forms):
        if form.is_space:
            yield last
        else:
            last = i
            yield words[tree.heads[place]]
            place += 1
