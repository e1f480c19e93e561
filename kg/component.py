"""Reading statements as a component of a spaCy pipeline."""

from functools import cache
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate import READER
from kg.build import check_base, load_parser, parses, read_with
from kg.documents import as_document
from kg.model import Corpus, Entity, Statement
from kg.ontology import DEFAULT_BASE

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_FOUND = "newskg"
"""Key of `Doc.user_data` for what was found, as JSON, which every way to store a Doc keeps."""


class StatementReader:
    """Finds entities and statements in a Doc: see `make_reader`."""

    def __init__(self, nlp: Language, base: str) -> None:
        """Read with the components of a pipeline, or with the bundled pipeline if none parses."""
        self.nlp = nlp
        self.base = base

    def __call__(self, doc: Doc) -> Doc:
        """Read one Doc; its annotation stays as it is."""
        nlp = self.nlp if parses(self.nlp) else load_parser("")
        documents = [as_document(doc.text, doc._.kg_published)] if doc.text.strip() else []
        found = read_with(nlp, documents, base=self.base)
        doc.user_data[_FOUND] = _json().dump_json(found).decode()
        return doc


@Language.factory(READER, default_config={"base": DEFAULT_BASE})
def make_reader(nlp: Language, name: str, base: str) -> StatementReader:
    """A component that finds what `kg build` finds in the same text.

    It sets `doc._.statements`, a tuple of `kg.model.Statement`; `doc._.kg_entities`, a tuple of
    `kg.model.Entity`; and `doc._.kg_corpus`, both and more as a `kg.model.Corpus`. The date of the
    article, from which *am Dienstag* is reckoned, is looked for in the first lines unless
    `doc._.kg_published` has it.

    White space disturbs a parser, so the text is read once more without it, by the components
    before this one. Where none of them parses, the bundled pipeline reads it.

    Args:
        nlp: The pipeline.
        name: Name of the component in it.
        base: IRI that new entities' ids begin with.

    Raises:
        InputError: The base is no IRI that ends in `/`.
    """
    del name
    check_base(base)
    return StatementReader(nlp, base)


def _corpus(doc: Doc) -> Corpus:
    found = doc.user_data.get(_FOUND)
    return _json().validate_json(found) if found else Corpus()


def _statements(doc: Doc) -> tuple[Statement, ...]:
    return _corpus(doc).statements


def _entities(doc: Doc) -> tuple[Entity, ...]:
    return _corpus(doc).entities


@cache
def _json() -> "TypeAdapter[Corpus]":
    from pydantic import TypeAdapter

    return TypeAdapter(Corpus)


Doc.set_extension("kg_published", default="", force=True)
Doc.set_extension("kg_corpus", getter=_corpus, force=True)
Doc.set_extension("kg_entities", getter=_entities, force=True)
Doc.set_extension("statements", getter=_statements, force=True)
