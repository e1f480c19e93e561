"""The component of a spaCy pipeline."""

import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import DocBin

import kg
from kg.annotate import annotate
from kg.component import StatementReader, make_reader
from kg.model import Corpus, Document, InputError

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).resolve().parent.parent
ATTACK = "Russland hat die Ukraine am Dienstag angegriffen."
TEXT = f"Angriff auf die Ukraine\n\n{ATTACK}\n\nDeutschland verurteilte den Angriff.\n"

pytestmark = pytest.mark.pipeline


@pytest.fixture(scope="module")
def nlp() -> "Language":
    """A pipeline with nothing but our component, which then reads with the bundled one."""
    nlp = spacy.blank("de")
    nlp.add_pipe("newskg")
    return nlp


@pytest.fixture(scope="module")
def full() -> "Language":
    """The bundled pipeline with our component behind it."""
    nlp = kg.load_pipeline()
    nlp.add_pipe("newskg")
    return nlp


def facts(corpus: Corpus) -> list[tuple[str, str, str, str]]:
    return [(s.subject, s.relation, s.object, s.evidence.sentence) for s in corpus.statements]


def test_it_finds_what_a_build_finds(nlp: "Language", full: "Language") -> None:
    expected = kg.read_corpus([Document("x", TEXT)])
    assert ("attacked", ATTACK) in {(r, sentence) for _, r, _, sentence in facts(expected)}
    for pipeline in (nlp, full):
        doc = pipeline(TEXT)
        assert facts(doc._.kg_corpus) == facts(expected)
        assert doc._.statements == doc._.kg_corpus.statements
        assert {e.name for e in doc._.kg_entities} >= {"Russland", "Ukraine", "Deutschland"}


def test_offsets_count_in_the_doc(nlp: "Language") -> None:
    doc = nlp(TEXT)
    for statement in doc._.statements:
        span = statement.evidence.span
        assert doc.text[span.start : span.end] == statement.evidence.sentence
        assert doc.char_span(span.start, span.end) is not None


def test_the_date_is_given_or_found_in_the_first_lines(nlp: "Language") -> None:
    doc = nlp.make_doc(ATTACK)
    doc._.kg_published = "2023-09-20"
    assert [s.date for s in nlp(doc)._.statements] == ["2023-09-19"]
    assert [s.date for s in nlp(f"Stand: 20.09.2023 19:25 Uhr\n\n{ATTACK}")._.statements] == [
        "2023-09-19"
    ]


def test_it_leaves_the_annotation_of_others_alone(full: "Language", pipeline: "Language") -> None:
    plain = pipeline(TEXT)
    doc = full(TEXT)
    assert [(t.dep_, t.head.i, t.pos_, t.lemma_) for t in doc] == [
        (t.dep_, t.head.i, t.pos_, t.lemma_) for t in plain
    ]


def test_a_text_without_words_has_no_statements(nlp: "Language") -> None:
    assert [doc._.statements for doc in nlp.pipe(["", " \n", "Ja."])] == [(), (), ()]
    assert spacy.blank("de")("Ohne die Komponente.")._.statements == ()


def test_it_survives_the_disk_and_batches(full: "Language", tmp_path: Path) -> None:
    full.to_disk(tmp_path)
    loaded = spacy.load(tmp_path)
    found = [doc._.statements for doc in loaded.pipe([TEXT, ATTACK], batch_size=2)]
    assert found == [full(TEXT)._.statements, full(ATTACK)._.statements]


def test_what_was_found_is_stored_with_the_doc(nlp: "Language") -> None:
    doc = nlp(TEXT)
    data = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (back,) = DocBin().from_bytes(data).get_docs(nlp.vocab)
    assert back._.kg_corpus == doc._.kg_corpus


def test_resources_are_named_under_the_base_of_the_configuration() -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("newskg", config={"base": "https://example.org/n/"})
    doc = nlp("Annalena Baerbock besuchte Polen.")
    assert "https://example.org/n/annalena-baerbock" in {e.id for e in doc._.kg_entities}
    with pytest.raises(InputError, match="base 'nonsense'"):
        spacy.blank("de").add_pipe("newskg", config={"base": "nonsense"})


def test_a_build_does_not_run_the_component_of_its_pipeline(
    full: "Language", monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[object] = []
    monkeypatch.setattr(StatementReader, "__call__", lambda _, doc: called.append(doc))
    assert [token.text for token in annotate(Document("x", ATTACK), full)][:2] == [
        "Russland",
        "hat",
    ]
    assert not called


def test_an_installed_package_brings_the_factory() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    value = project["entry-points"]["spacy_factories"]["newskg"]
    assert EntryPoint("newskg", value, "spacy_factories").load() is make_reader
