from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Span

from kg import words
from kg.annotate import annotate, load_pipeline
from kg.model import Document, ModelError

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.component("toy_parser")
def toy_parser(doc: "Doc") -> "Doc":
    """Hang every word of a sentence on the first; capitals are names, full stops end sentences."""
    starts = [t.i for t in doc if t.i == 0 or t.is_sent_start or is_break(doc, t.i)]
    for token in doc:
        head = doc[max(start for start in starts if start <= token.i)]
        token.head, token.dep_ = head, "ROOT" if head == token else "nmod"
        token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", token.text.lower()
        token.set_morph("Case=Nom")  # type: ignore[attr-defined]  # not in spaCy's stubs
    doc.ents = tuple(Span(doc, t.i, t.i + 1, label="LOC") for t in doc if t.text == "Riga")
    return doc


def is_break(doc: "Doc", i: int) -> bool:
    """Whether the toy parser starts a sentence of its own accord."""
    return doc[i].is_sent_start is None and doc[i - 1].text == "."


@pytest.fixture
def nlp() -> Language:
    """A pipeline without a model."""
    pipeline = spacy.blank("de")
    pipeline.add_pipe("toy_parser")
    return pipeline


def sentences(doc: words.Doc) -> list[str]:
    return [sentence.text.strip() for sentence in doc.sents]


def parse(text: str, nlp: Language) -> words.Doc:
    return annotate(Document(id="d", text=text), nlp)


@pytest.mark.parametrize(
    "text",
    [
        "Riga feiert.",
        "  Riga\tfeiert \n laut .  ",
        "Titel\n\nRiga feiert.\nWien auch.\n\n\nEnde",
        "\n\nRiga",
        "Geschütztes\u00a0Zeichen und\u2009Riga",
        "Größe 🎉 Riga e\u0301",
    ],
)
def test_the_doc_covers_the_text_exactly(text: str, nlp: Language) -> None:
    doc = parse(text, nlp)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t.text)] == t.text for t in doc)


def test_the_pipeline_sees_no_white_space_and_its_annotation_comes_back(nlp: Language) -> None:
    seen: list[str] = []

    @Language.component("spy")
    def spy(doc: "Doc") -> "Doc":
        seen.extend(t.text for t in doc)
        return doc

    nlp.add_pipe("spy")
    doc = parse("Alte  Stadt \n Riga", nlp)
    assert seen == ["Alte", "Stadt", "Riga"]
    riga = doc[-1]
    assert (riga.tag_, riga.pos_, riga.lemma_, str(riga.morph)) == (
        "NN",
        "NOUN",
        "riga",
        "Case=Nom",
    )
    assert (riga.head.text, riga.dep_) == ("Alte", "nmod")
    assert [(e.text, e.label_, e.start_char) for e in doc.ents] == [("Riga", "LOC", 14)]


def test_white_space_hangs_on_the_word_before_it(nlp: Language) -> None:
    doc = parse("Riga\n\nWien", nlp)
    assert (doc[1].pos_, doc[1].head.text) == ("SPACE", "Riga")


def test_a_blank_line_ends_a_sentence_and_a_line_break_does_not(nlp: Language) -> None:
    assert sentences(parse("Fest in Riga\n\nRiga feiert\nheute", nlp)) == [
        "Fest in Riga",
        "Riga feiert\nheute",
    ]


def test_a_dateline_is_a_sentence_of_its_own(nlp: Language) -> None:
    text = "Fest in Riga\nStand: 20.09.2023 19:25 Uhr\nRiga feiert."
    assert sentences(parse(text, nlp)) == [
        "Fest in Riga",
        "Stand: 20.09.2023 19:25 Uhr",
        "Riga feiert.",
    ]


def test_a_text_may_be_taken_for_one_sentence(nlp: Language) -> None:
    document = Document(id="d", text="Riga feiert. Wien auch.")
    assert len(list(annotate(document, nlp).sents)) == 2
    assert len(list(annotate(document, nlp, one_sentence=True).sents)) == 1


@pytest.mark.parametrize("text", ["", " \n\n "])
def test_a_text_without_words_is_not_parsed(text: str, nlp: Language) -> None:
    assert parse(text, nlp).text == text


def test_the_same_text_gives_the_same_annotation(nlp: Language) -> None:
    text = "Fest in Riga\n\nRiga feiert."
    one, other = parse(text, nlp), parse(text, nlp)
    assert [fields(t) for t in one] == [fields(t) for t in other]
    assert sentences(one) == sentences(other)
    assert [(e.text, e.label_) for e in one.ents] == [(e.text, e.label_) for e in other.ents]


def fields(token: words.Token) -> tuple[object, ...]:
    """All that a token says of itself."""
    place = (token.i, token.idx, token.text, token.whitespace_)
    read = (token.lemma_, token.pos_, token.tag_, token.morph, token.dep_, token.head.i)
    return (*place, *read, token.ent_type_, token.ent_iob_, token.is_sent_start)


def test_a_missing_pipeline_is_named() -> None:
    with pytest.raises(ModelError, match="no_such_pipeline"):
        load_pipeline("no_such_pipeline")


@Language.component("tiger_parser")
def tiger_parser(doc: "Doc") -> "Doc":
    """Annotate *Riga wird* … *krank* as spaCy's own German pipelines do."""
    labels = {"Riga": ("sb", "NE", "PROPN"), "krank": ("pd", "ADJD", "ADV")}
    for token in doc:
        token.head = next(t for t in doc if t.text == "wird" and (t.i < 3) == (token.i < 3))
        label, token.tag_, token.pos_ = labels.get(token.text, ("ROOT", "VAFIN", "VERB"))
        token.dep_ = label
    doc.ents = (Span(doc, 0, 1, label="LOC"),)
    return doc


def test_tiger_trees_become_universal_dependencies_within_their_sentences() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("tiger_parser")
    doc = parse("Riga wird  krank Riga wird krank", nlp)
    assert [s.text.strip() for s in doc.sents] == ["Riga wird  krank", "Riga wird krank"]
    assert [(t.text, t.dep_, t.pos_, t.head.i) for t in doc if not t.is_space] == [
        ("Riga", "nsubj", "PROPN", 3),
        ("wird", "cop", "AUX", 3),
        ("krank", "ROOT", "ADJ", 3),
        ("Riga", "nsubj", "PROPN", 6),
        ("wird", "cop", "AUX", 6),
        ("krank", "ROOT", "ADJ", 6),
    ]
    assert [(e.text, e.label_) for e in doc.ents] == [("Riga", "LOC")]
