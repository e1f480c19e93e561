"""The way from documents to a corpus, by the trained pipeline."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.build import check_base, load_parser, read_corpus, read_open_facts, with_modalities
from kg.model import Corpus, Document, InputError, Modality, ModelError, Polarity
from kg.outputs import tables
from kg.rdf import to_dataset
from kg.validate import validate
from tests.corpora import small_corpus

if TYPE_CHECKING:
    from spacy.language import Language

ATTACK = Document(
    id="angriff",
    text="Russland griff am Dienstag die Ukraine an.",
    published="2023-09-20",
)
ODD_TEXTS = {
    "number": "42",
    "marks": "… – „“ !?",
    "emoji": "🇺🇦👍🏽 Selenskyj 👨‍👩‍👧 sagte: 🙂",
    "capitals": "RUSSLAND GREIFT DIE UKRAINE AN",
    "line breaks": "Russland\n\n\ngriff\n \t\ndie\r\nUkraine\n\nan.\n\n",
    "no stop": "Russland griff die Ukraine an und " * 60,
    "repeated": "Nein. " * 200,
    "other scripts": "Россия напала на Украину. 俄罗斯攻击乌克兰。 هاجمت روسيا",
    "combining": "Die Za\u0308hlung in Ko\u0308ln\u00ad\u200b wurde ge\u00adstoppt.",
    "markup": '<b>Russland</b> & "Ukraine" </script> [[Ukraine]] {{Zitat}} \\ %20',
    "urls": "Mehr auf https://example.org/a?b=c&d=ä und @kanzler #Berlin a@b.de",
    "names alone": "Berlin, Paris, Moskau, Kiew, EU, UN, NATO, Putin, Scholz",
    "verbs alone": "angreifen auffordern warnen",
    "speech": "„Wir greifen nicht an“, sagte er. „Sie auch nicht“, sagte sie.",
}


def odd_documents() -> list[Document]:
    return [Document(id=name, text=text) for name, text in ODD_TEXTS.items()]


@pytest.mark.pipeline
def test_a_sentence_becomes_a_statement() -> None:
    corpus = read_corpus([ATTACK])
    names = {entity.id: entity.name for entity in corpus.entities}
    (attack,) = [s for s in corpus.statements if s.relation == "attacked"]
    assert (names[attack.subject], names[attack.object]) == ("Russland", "Ukraine")
    assert (attack.polarity, attack.modality) == (Polarity.POSITIVE, Modality.ASSERTED)
    assert (attack.source, attack.date) == (None, "2023-09-19")
    assert attack.evidence.sentence == ATTACK.text


@pytest.mark.pipeline
@pytest.mark.parametrize(
    ("sentence", "polarity", "modality"),
    [
        ("Russland hat die Ukraine nicht angegriffen.", "negative", "asserted"),
        ("Laut der Polizei hat Russland die Ukraine angegriffen.", "positive", "reported"),
        ("Russland will die Ukraine angreifen.", "positive", "planned"),
        ("Russland soll die Ukraine angegriffen haben.", "positive", "reported"),
        ("Russland könnte die Ukraine angreifen.", "positive", "possible"),
    ],
)
def test_what_is_not_so_is_not_asserted(sentence: str, polarity: str, modality: str) -> None:
    corpus = read_corpus([Document(id="satz", text=sentence)])
    stances = {(s.polarity, s.modality) for s in corpus.statements if s.relation == "attacked"}
    assert stances == {(polarity, modality)}


@pytest.mark.pipeline
def test_no_documents_give_an_empty_corpus() -> None:
    assert read_corpus([]) == Corpus()
    assert read_open_facts([]) == []


@pytest.mark.pipeline
def test_odd_texts_give_graphs_that_conform() -> None:
    corpus = read_corpus(odd_documents())
    assert [document.id for document in corpus.documents] == list(ODD_TEXTS)
    assert validate(to_dataset(corpus)).messages == ()
    assert_well_formed(corpus)


@pytest.mark.pipeline
def test_order_of_articles_changes_no_statement() -> None:
    other = Document(id="später", text="Die Ukraine warf Russland den Angriff vor.")
    there, back = read_corpus([ATTACK, other]), read_corpus([other, ATTACK])
    assert set(there.statements) == set(back.statements)
    assert {e.id for e in there.entities} == {e.id for e in back.entities}


@pytest.mark.pipeline
def test_one_entity_across_articles() -> None:
    again = Document(id="zweiter", text="Moskau hat auch Polen gedroht.")
    corpus = read_corpus([ATTACK, again])
    (russia,) = [e for e in corpus.entities if e.wikidata == "Q159"]
    assert {m.span.document for m in russia.mentions} == {"angriff", "zweiter"}


@pytest.mark.pipeline
def test_the_base_names_new_entities() -> None:
    base = "https://example.org/news/"
    corpus = read_corpus([Document(id="a", text="Die Firma Norbau kaufte Südwerk.")], base=base)
    own = [e.id for e in corpus.entities if not e.wikidata]
    assert own
    assert all(id_.startswith(base) for id_ in own)


@pytest.mark.pipeline
def test_progress_sees_every_document() -> None:
    seen = []

    def watch(documents: Iterable[Document]) -> Iterator[Document]:
        for document in documents:
            seen.append(document.id)
            yield document

    read_corpus([ATTACK], progress=watch)
    assert seen == ["angriff"]


@pytest.mark.pipeline
def test_open_facts_alone_are_those_of_the_corpus() -> None:
    assert read_open_facts([ATTACK]) == list(read_corpus([ATTACK]).open_facts)


@pytest.mark.pipeline
def test_a_line_is_one_sentence_when_told_so() -> None:
    text = "Am 3. Oktober griff Russland die Ukraine an. Polen half der Ukraine."
    cut, whole = (
        {f.sentence_index for f in read_open_facts([Document("1", text)], one_sentence=one)}
        for one in (False, True)
    )
    assert max(cut) > 0
    assert whole == {0}


def test_modalities_are_chosen_and_entities_stay() -> None:
    corpus = small_corpus()
    kept = with_modalities(corpus, [Modality.PLANNED])
    assert {s.modality for s in kept.statements} == {Modality.PLANNED}
    assert (kept.documents, kept.entities) == (corpus.documents, corpus.entities)
    assert with_modalities(corpus, Modality) == corpus


@pytest.mark.parametrize("base", ["", "nonsense", "https://exa mple.org/", "https://example.org/a"])
def test_a_base_that_is_no_base(base: str) -> None:
    with pytest.raises(InputError, match="base '"):
        check_base(base)
    with pytest.raises(InputError, match="base '"):
        read_corpus([ATTACK], base=base)


def test_an_unknown_pipeline() -> None:
    with pytest.raises(ModelError, match="language pipeline de_nowhere: "):
        read_corpus([ATTACK], model="de_nowhere")


def test_a_pipeline_without_a_parser(tmp_path: Path) -> None:
    import spacy

    spacy.blank("de").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="blank: has no dependency parser"):
        load_parser(str(tmp_path / "blank"))


@pytest.mark.pipeline
def test_the_bundled_pipeline_names_its_licence(pipeline: "Language") -> None:
    assert pipeline.lang == "de_news"
    assert pipeline.meta["license"] == "CC BY-SA 4.0"


def assert_well_formed(corpus: Corpus) -> None:
    """Offsets fit, ids resolve, and nothing occurs twice."""
    texts = {document.id: document.text for document in corpus.documents}
    ids = {entity.id for entity in corpus.entities}
    for entity in corpus.entities:
        for mention in entity.mentions:
            span = mention.span
            assert texts[span.document][span.start : span.end] == mention.text
    for statement in corpus.statements:
        span = statement.evidence.span
        assert texts[span.document][span.start : span.end] == statement.evidence.sentence
        ends = {statement.subject, statement.source or statement.subject}
        assert ends <= ids
        assert statement.literal or statement.object in ids
    assert len({s.id for s in corpus.statements}) == len(corpus.statements)
    assert len(ids) == len(corpus.entities)
    assert all(json.loads(line) for data in tables(corpus).values() for line in data.splitlines())
