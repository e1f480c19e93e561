"""Our words answer as spaCy's do."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.words import Doc, words_of
from tests.trees import parse, tree, vocab, word

if TYPE_CHECKING:
    import spacy.tokens

# A busy machine may not make it within the deadline.
no_deadline = settings(deadline=None)
SENTENCES = """
    Die       2 det   ART   der Case=Nom,Acc|Gender=Fem
    Ministerin 3 nsubj NN   _   Gender=Fem|Number=Sing
    besucht   0 root  VVFIN besuchen
    Riga      3 obj   NE
    .         3 punct $.

    ¶

    Dort      2 advmod ADV
    spricht   0 root  VVFIN sprechen
    sie       2 nsubj PPER
    .         2 punct $.
"""


@st.composite
def texts(draw: st.DrawFn) -> dict[str, list[Any]]:
    """The words, spaces and heads of a text with some trees, crossing branches included."""
    size = draw(st.integers(1, 12))
    heads = [draw(st.sampled_from([*range(max(0, i - 4), i), i])) for i in range(size)]
    order = draw(st.permutations(range(size)))
    place = {old: new for new, old in enumerate(order)}
    words = st.lists(st.sampled_from(["Riga", ",", "hat"]), min_size=size, max_size=size)
    spaces = st.lists(st.booleans(), min_size=size, max_size=size)
    heads = [place[heads[old]] for old in order]
    return {"words": draw(words), "spaces": draw(spaces), "heads": heads, "deps": ["dep"] * size}


def parsed(text: Mapping[str, list[Any]]) -> "spacy.tokens.Doc":
    """A text as a pipeline gives it, its second half a name."""
    from spacy.tokens import Doc, Span

    doc = Doc(
        vocab(), words=text["words"], spaces=text["spaces"], heads=text["heads"], deps=text["deps"]
    )
    doc.ents = (Span(doc, len(doc) // 2, len(doc), label="LOC"),)
    return doc


@no_deadline
@given(texts())
def test_words_answer_as_those_of_spacy(text: Mapping[str, list[Any]]) -> None:
    given_doc = parsed(text)
    doc = words_of(given_doc)
    assert doc.text == given_doc.text
    for ours, theirs in zip(doc, given_doc, strict=True):
        assert (ours.text, ours.idx, len(ours)) == (theirs.text, theirs.idx, len(theirs))
        assert (ours.lower_, ours.is_punct, ours.is_space) == (
            theirs.lower_,
            theirs.is_punct,
            theirs.is_space,
        )
        assert [t.i for t in ours.ancestors] == [t.i for t in theirs.ancestors]
        assert [t.i for t in ours.children] == sorted(t.i for t in theirs.children)
        assert {t.i for t in ours.subtree} == {t.i for t in theirs.subtree}
        assert (ours.ent_type_, ours.ent_iob_) == (theirs.ent_type_, theirs.ent_iob_)
    assert [(e.start, e.end, e.label_, e.text) for e in doc.ents] == [
        (e.start, e.end, e.label_, e.text) for e in given_doc.ents
    ]


@no_deadline
@given(texts(), st.data())
def test_a_span_has_the_root_and_offsets_that_spacy_gives(
    text: Mapping[str, list[Any]], data: st.DataObject
) -> None:
    given_doc = parsed(text)
    first = data.draw(st.integers(0, len(given_doc) - 1))
    end = data.draw(st.integers(first + 1, len(given_doc)))
    ours, theirs = words_of(given_doc)[first:end], given_doc[first:end]
    assert (ours.start_char, ours.end_char, ours.text) == (
        theirs.start_char,
        theirs.end_char,
        theirs.text,
    )
    assert ours.root.i == theirs.root.i
    assert len(ours) == len(list(ours)) == end - first


def test_sentences_are_trees() -> None:
    doc, given_doc = tree(SENTENCES), parse(SENTENCES)
    assert [(s.start, s.end) for s in doc.sents] == [(s.start, s.end) for s in given_doc.sents]
    assert [t.i for t in doc if t.is_sent_start] == [s.start for s in doc.sents]
    assert word(doc, "sie").sent.text == "Dort spricht sie."
    assert word(doc, "Riga").left_edge is word(doc, "Riga")
    assert word(doc, "besucht").left_edge is doc[0]
    assert word(doc, "besucht").right_edge.text == "\n\n"
    assert word(doc, "besucht").is_ancestor(doc[0])
    assert not doc[0].is_ancestor(word(doc, "besucht"))


def test_features_are_told_one_by_one() -> None:
    article = tree(SENTENCES)[0]
    assert "Case=Acc" in article.morph
    assert "Case=Gen" not in article.morph
    assert article.morph.get("Case") == ["Acc", "Nom"]
    assert article.morph.get("Number") == []
    assert str(article.morph) == "Case=Acc,Nom|Gender=Fem"


def test_a_range_of_characters_has_the_tokens_that_it_touches() -> None:
    doc = tree(SENTENCES)
    start = doc.text.index("nisterin")
    span = doc.span_around(start, start + len("nisterin bes"))
    assert span is not None
    assert span.text == "Ministerin besucht"
    assert doc.span_around(3, 3) is None
    assert Doc("").span_around(0, 1) is None


def test_a_neighbour_beyond_the_ends_is_none() -> None:
    doc = tree(SENTENCES)
    assert doc[0].nbor().text == "Ministerin"
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc[len(doc) - 1].nbor()


@pytest.mark.parametrize(("form", "lemma"), [("Kongress", "Kongress"), ("Kongreß", "Kongreß")])
def test_a_lemma_is_spelt_as_its_word(form: str, lemma: str) -> None:
    assert tree(f"{form} 0 _ NN Kongreß")[0].lemma_ == lemma
