from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.biaffine import parse
from kg.parser import LONGEST, BiaffineParser
from tests.networks import RELATIONS, random_network


def pipeline() -> Language:
    nlp = spacy.blank("de")
    parser = nlp.add_pipe("biaffine_parser")
    assert isinstance(parser, BiaffineParser)
    parser.network = random_network()
    return nlp


def two_sentences(nlp: Language) -> Doc:
    words = ["Der", "Regen", "fiel", ".", "Dann", "fiel", "Hagel", "."]
    return Doc(nlp.vocab, words=words, sent_starts=[i in (0, 4) for i in range(8)])


def test_trees_stay_inside_their_sentences() -> None:
    nlp = pipeline()
    doc = nlp(two_sentences(nlp))
    assert [sentence.start for sentence in doc.sents] == [0, 4]
    for sentence in doc.sents:
        assert [t.dep_ for t in sentence].count("ROOT") == 1
        assert all(sentence.start <= t.head.i < sentence.end for t in sentence)


def test_without_boundaries_the_doc_is_one_sentence() -> None:
    doc = pipeline()("Der Regen fiel")
    assert len(list(doc.sents)) == 1


def test_an_empty_doc_is_left_as_it_is() -> None:
    assert len(pipeline()("")) == 0


def test_docs_in_batches_are_parsed_as_alone() -> None:
    nlp = pipeline()
    texts = ["Der Regen fiel.", "", "Hagel fiel auf das Dach und den Hof.", "Der Hagel."]
    together = [[(t.head.i, t.dep_) for t in doc] for doc in nlp.pipe(texts, batch_size=3)]
    assert together == [[(t.head.i, t.dep_) for t in nlp(text)] for text in texts]


def test_a_pipeline_with_the_parser_survives_the_disk(tmp_path: Path) -> None:
    nlp = pipeline()
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert again.get_pipe("biaffine_parser").labels == tuple(RELATIONS)  # type: ignore[attr-defined]
    assert len(again("Der Regen fiel.")) == 4


def test_clusters_are_those_of_the_vectors() -> None:
    nlp = spacy.blank("de")
    nlp.vocab.set_vector("Regen", np.ones(2, "float32"))  # type: ignore[arg-type]
    network = random_network()
    network.inventory.features["cluster"] = {"9": 2}
    row = int(nlp.vocab.vectors.find(key=nlp.vocab.strings["Regen"]))
    parser = BiaffineParser(nlp.vocab, network, [(9, "place")] * (row + 1))
    assert parser.feature_row("Regen")[1] == 2
    assert parser.feature_row("Hagel")[1] == 1


def test_without_weights_it_says_so() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("biaffine_parser")
    with pytest.raises(ValueError, match="no weights"):
        nlp("Regen")


def test_tokens_get_their_parts_of_speech() -> None:
    nlp = pipeline()
    parser = nlp.get_pipe("biaffine_parser")
    assert isinstance(parser, BiaffineParser)
    doc = two_sentences(nlp)
    expected = [parse(parser.weights(), [parser.numbered(span)])[0] for span in doc.sents]
    assert [t.pos_ for t in parser(doc)] == [p for one in expected for p in one.parts_of_speech]


def test_an_endless_sentence_is_cut() -> None:
    nlp = pipeline()
    doc = nlp("und " * (2 * LONGEST + 1))
    assert [len(sentence) for sentence in doc.sents] == [LONGEST, LONGEST, 1]
