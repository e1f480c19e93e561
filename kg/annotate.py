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
from kg.words import (
    Doc,
    Forms,
    as_words,
    forms_of,
    hang,
    insert_blank,
    label,
    readings_of,
    words_of,
)

if TYPE_CHECKING:
    import spacy.tokens
    from spacy.language import Language
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
    forms = forms_of(whole)
    words = [i for i, is_space in enumerate(forms.is_space) if not is_space]
    if not words:
        return words_of(whole)
    bare = words_only(forms, words, nlp.vocab, document.text)
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
    return with_spaces(document.text, forms, words, bare)


def make_universal(doc: "spacy.tokens.Doc") -> None:
    """Give a Doc with TIGER trees those that the rules read, and their parts of speech."""
    tree = universal(doc)
    set_tree(doc, tree.heads, tree.relations)
    for token in doc:
        token.pos_ = "AUX" if token.dep_ in AUXILIARY else token.pos_
        token.pos_ = "ADJ" if token.tag_ == "ADJD" else token.pos_


def words_only(forms: Forms, words: list[int], vocab: "Vocab", text: str) -> "spacy.tokens.Doc":
    """The words of a text, whose indices are given, as a pipeline is to see them.

    No sentence goes beyond a block of lines, and a dateline is one of its own.
    """
    from spacy.tokens import Doc

    before_space = [*forms.is_space[1:], False]
    spaces = [before_space[i] or forms.space[i] != "" for i in words]
    bare = Doc(vocab, words=[forms.text[i] for i in words], spaces=spaces)
    places, blocks = [forms.idx[i] for i in words], block_starts(text)
    for i, place in enumerate(places):
        if i == 0 or place in blocks:
            bare[i].is_sent_start = True
    mark_datelines(bare, places, text)
    return bare


def mark_datelines(bare: "spacy.tokens.Doc", places: list[int], text: str) -> None:
    """Make a dateline (*Stand: 20.09.2023 19:25 Uhr*) a sentence of its own.

    Args:
        bare: The words of the text.
        places: Their offsets in it.
        text: The text.
    """
    for line in find_datelines(text):
        inside = [line.start <= place < line.end for place in places]
        for i in range(1, len(places)):
            if inside[i] or inside[i - 1]:
                bare[i].is_sent_start = not (inside[i] and inside[i - 1])


def with_spaces(text: str, forms: Forms, words: list[int], bare: "spacy.tokens.Doc") -> Doc:
    """The tokens of a text with the annotation of `bare`, which has the words alone.

    White-space tokens hang on the word before them.
    """
    tree, doc = repaired(bare), Doc(text)
    readings = readings_of(bare, tree.relations)
    for i, is_space in enumerate(forms.is_space):
        if is_space:
            insert_blank(readings, i, forms.text[i])
    doc.tokens = as_words(doc, forms, readings)
    hang(doc, list(heads(forms.is_space, words, tree)))
    label(doc, [(words[e.start], words[e.end - 1] + 1, e.label_) for e in bare.ents])
    return doc


def heads(spaces: list[bool], words: list[int], tree: Tree) -> Iterator[int]:
    """The head of every token, as indices of tokens; `words` are those of the tree's words."""
    last, above = words[0], iter(tree.heads)
    for i, is_space in enumerate(spaces):
        last = last if is_space else i
        yield last if is_space else words[next(above)]
