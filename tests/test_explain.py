"""What is told of a statement and of an entity."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from kg.explain import (
    Names,
    cue_text,
    date_rows,
    entity_rows,
    explanation,
    find_entity,
    laid_out,
    link_text,
    mention_rows,
    one_line,
    part_in,
    printable,
    reckoning,
    rule_text,
    speaker_rows,
    stance_rows,
)
from kg.explanations import EXPLANATIONS, derivation_row
from kg.model import (
    Derivation,
    Document,
    FrameUse,
    InputError,
    Modality,
    Reference,
    StanceWord,
    TimeWords,
)
from kg.rdf import serialize
from tests.corpora import BUND, HAFEN, MINISTERIN, SUEDLAND, small_corpus, statement

ENTITIES = {entity.id: entity for entity in small_corpus().entities}
NAMES = Names(ENTITIES, {document.id: document for document in small_corpus().documents})
DERIVED = Derivation(
    "a1",
    "Nordland ←nsubj– griff … an –obj→ Südland",
    FrameUse("angreifen", "verb", "attacked", ("agent", "von"), ("patient",), "agent"),
    Reference("Nordland"),
    Reference("Südland", ("Südlands: form of Südland",)),
    (),
    None,
    TimeWords("am Dienstag"),
    Reference("Hafen", (), "griff … an –obl:bei→ Hafen"),
)
DENIED = Derivation(
    "c1",
    "Nordland ←nsubj– getötet –obj→ Soldaten",
    None,
    Reference("Nordland"),
    Reference("Soldaten"),
    (StanceWord("keine", "negation", "negative"), StanceWord("sagte", "verb", "reported speaker")),
    Reference("sie", ("sie: pronoun for Müller",), "getötet ←ccomp– sagte –nsubj→ sie"),
)
PUBLISHED = Document("a", "", published="2023-09-20")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of which only RDF is there."""
    folder = tmp_path_factory.mktemp("bare")
    (folder / "graph.nq").write_bytes(serialize(small_corpus(), "nquads"))
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with the derivations of two statements."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "graph.nq").write_bytes(serialize(small_corpus(), "nquads"))
    rows = [json.dumps(derivation_row(d), ensure_ascii=False) for d in (DERIVED, DENIED)]
    (folder / EXPLANATIONS).write_text("\n".join(rows), encoding="utf-8")
    return folder


def parts(text: str) -> dict[str, list[str]]:
    """The lines of a text by their headings."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        heading, rest = line[:12].strip(), line[12:]
        found.setdefault(heading or list(found)[-1], []).append(rest)
    return found


@pytest.mark.parametrize("wanted", ["c1", "https://w3id.org/newskg/id/c1"])
def test_of_rdf_all_is_told_that_it_holds(bare: Path, wanted: str) -> None:
    found = parts(explanation(bare, wanted))
    assert found["statement"] == ["Nordland – griff an – Soldaten"]
    assert (found["id"], found["relation"]) == (["c1"], ["attacked"])
    assert found["sentence"] == ["Nordland habe keine Soldaten getötet, sagte sie."]
    assert found["article"] == ["angriff 1, characters 154 to 202, published 2023-09-20"]
    assert found["headline"] == ["Nordland greift Südland an"]
    assert found["words"] == ["Nordland | getötet | Soldaten"]
    assert found["derivation"] == [
        "not recorded in this graph; a folder or store written by kg build has it"
    ]
    assert found["stance"] == ["negative, reported"]
    assert found["speaker"] == ["Ada Müller"]
    assert found["confidence"] == ["0.83"]
    assert not {"path", "frame"}.intersection(found)


def test_of_a_build_the_derivation_is_told(built: Path) -> None:
    found = parts(explanation(built, "a1"))
    assert found["path"] == ["Nordland ←nsubj– griff … an –obj→ Südland"]
    assert found["frame"] == [
        "angreifen (verb) means attacked",
        "subject: agent, von; object: patient",
        "here: agent = Nordland; Südland (by the path)",
    ]
    assert found["object"] == [
        "Südland → Südland (Place)",
        "because Südlands: form of Südland",
        "link: Wikidata Q99999901; in no list of names",
    ]
    assert found["date"] == ["am Dienstag, published 2023-09-20 (Wednesday) → 2023-09-19 (Tuesday)"]
    assert found["place"][-1] == "path: griff … an –obl:bei→ Hafen"
    assert "derivation" not in found


def test_the_words_that_deny_and_report_are_told(built: Path) -> None:
    found = parts(explanation(built, "c1"))
    assert found["stance"] == [
        "negative, reported",
        "keine (negation): negative",
        "sagte (verb): reported, speaker",
    ]
    assert found["speaker"] == [
        "sie → Ada Müller (Person)",
        "because sie: pronoun for Müller",
        "link: no Wikidata id; in no list of names",
        "path: getötet ←ccomp– sagte –nsubj→ sie",
    ]


def test_what_the_text_does_not_say_is_told(bare: Path) -> None:
    found = parts(explanation(bare, "e1"))
    assert found["speaker"] == ["the article"]
    assert found["date"] == found["place"] == ["none in the text"]
    assert "headline" not in parts(explanation(bare, "f1"))


def test_a_report_of_nobody_is_not_the_article_s_own_word() -> None:
    hearsay = statement("a", modality=Modality.REPORTED)
    assert list(speaker_rows(hearsay, None, NAMES)) == [("speaker", "not named")]


def test_a_literal_is_in_the_words_of_the_text(bare: Path) -> None:
    assert parts(explanation(bare, "d1"))["object"] == ["32 (in the words of the text)"]


@pytest.mark.parametrize(
    ("stance", "expected"),
    [
        ((), "positive, asserted: nothing in the text denies, reports, plans or doubts it"),
        (DENIED.stance, "positive, asserted: to say so is what the statement tells"),
    ],
)
def test_a_plain_stance(stance: tuple[StanceWord, ...], expected: str) -> None:
    rows = list(stance_rows(statement("a"), replace(DERIVED, stance=stance)))
    assert rows[0] == ("stance", expected)
    assert len(rows) == 1 + len(stance)


@pytest.mark.parametrize(
    ("words", "value", "published", "expected"),
    [
        ("gestern", "2023-09-19", "2023-09-20",
         "gestern, published 2023-09-20 (Wednesday) → 2023-09-19 (Tuesday)"),
        ("im Juli 2022", "2022-07", "2023-09-20", "im Juli 2022 → 2022-07"),
        ("im Vorjahr", "2022", "2023", "im Vorjahr, published 2023 → 2022"),
        ("am 19. September", "2023-09-19", "", "am 19. September → 2023-09-19"),
        ("im Mai", "2023-13-40", "2023-09-20",
         "im Mai, published 2023-09-20 (Wednesday) → 2023-13-40"),
    ],
)  # fmt: skip
def test_a_date_is_reckoned(words: str, value: str, published: str, expected: str) -> None:
    document = Document("a", "", published=published)
    assert reckoning(TimeWords(words), value, document) == expected


def test_a_date_that_is_carried_on_has_its_sentence() -> None:
    derivation = replace(DERIVED, time=TimeWords("am Dienstag", "Es begann am Dienstag."))
    rows = list(date_rows(statement("a", date="2023-09-19"), derivation, NAMES))
    assert rows[1] == ("", "carried on from: Es begann am Dienstag.")


def test_a_date_without_words_is_told_alone() -> None:
    rows = list(date_rows(statement("a", date="2023"), replace(DERIVED, time=None), NAMES))
    assert rows == [("date", "2023")]


def test_a_rule_is_told_with_what_it_reads() -> None:
    assert rule_text("role") == "role (a noun for an office that stands for somebody)"
    assert rule_text("verb frame: gehen").startswith("verb frame: gehen (a verb ")
    assert rule_text("of others") == "of others"


def test_a_cue_is_told_with_what_it_does() -> None:
    cue = StanceWord("soll", "modal verb", "reported speaker")
    assert cue_text(cue) == "soll (modal verb): reported, speaker"


@pytest.mark.parametrize("wanted", [BUND, "küstenbund", "Küstenbund", "Coast League"])
def test_an_entity_is_explained(bare: Path, wanted: str) -> None:
    found = parts(explanation(bare, wanted))
    assert (found["entity"], found["id"]) == (["Küstenbund (Organization)"], [BUND])
    assert found["labels"] == ["Küstenbund (de), Coast League (en)"]
    assert found["link"] == ["no Wikidata id; in no list of names"]
    assert found["mentions"] == [
        "angriff 1: Küstenbund (2×)",
        "because same name",
        "because same type",
    ]
    assert found["statements"] == [
        "a2  Nordland – griff an – Küstenbund",
        "e1  Ada Müller – besuchte – Küstenbund",
    ]


def test_a_mention_has_its_own_reasons() -> None:
    reasons = ("Küstenbund: form of Bund", "Bund: organization in the gazetteer")
    rows = list(mention_rows(replace(ENTITIES[BUND], reasons=reasons)))
    assert rows == [("mentions", "angriff 1: Küstenbund (2×) – form of Bund")]


@pytest.mark.parametrize(
    ("wikidata", "reasons", "expected"),
    [
        ("Q1", ("Bund: state in the gazetteer",), "Wikidata Q1; state in the gazetteer"),
        (None, ("Kiel: city in GeoNames (7)",), "no Wikidata id; city in GeoNames (7)"),
        (None, ("same name",), "no Wikidata id; in no list of names"),
    ],
)
def test_a_link_is_told(wikidata: str | None, reasons: tuple[str, ...], expected: str) -> None:
    assert link_text(replace(ENTITIES[BUND], wikidata=wikidata, reasons=reasons)) == expected


def test_an_entity_is_explained_by_what_it_says_and_where_it_happened(bare: Path) -> None:
    """A place or speaker is told as such, unless it is an end of the statement as well."""
    place = parts(explanation(bare, "Hafen"))["statements"]
    assert "a1  Nordland – griff an – Südland (place)" in place
    assert "a2  Nordland – griff an – Küstenbund (place)" in place
    assert not any(row.startswith("b1") for row in place)
    speaker = parts(explanation(bare, "Ada Müller"))["statements"]
    assert "c1  Nordland – griff an – Soldaten (speaker)" in speaker
    assert "b2  Ada Müller – rief auf – Nordland" in speaker


@pytest.mark.parametrize(
    ("values", "part"),
    [
        ({}, None),
        ({"place": HAFEN}, " (place)"),
        ({"source": HAFEN, "place": HAFEN}, " (speaker, place)"),
        ({"subject": HAFEN, "place": HAFEN}, ""),
        ({"object": HAFEN, "source": HAFEN}, ""),
        ({"object": HAFEN, "literal": True}, None),
    ],
)
def test_what_an_entity_is_in_a_statement(values: dict[str, object], part: str | None) -> None:
    assert part_in(HAFEN, statement("a", **values)) == part


def test_what_is_not_there_is_named(bare: Path) -> None:
    with pytest.raises(InputError, match="no statement and no entity 'Niemand'"):
        explanation(bare, "Niemand")


@pytest.mark.parametrize("wanted", [SUEDLAND, "Q99999901", "Southland"])
def test_find_entity(wanted: str) -> None:
    found = find_entity(small_corpus(), wanted)
    assert found is not None
    assert found.id == SUEDLAND


def test_nothing_is_found_for_nothing() -> None:
    assert find_entity(small_corpus(), "") is None


def test_one_line() -> None:
    literal = statement("a", subject=MINISTERIN, object="32", literal=True)
    assert one_line(literal, NAMES) == "Ada Müller – griff an – 32"
    unknown = statement("b", subject="urn:x", object=HAFEN, relation="befriended")
    assert one_line(unknown, NAMES) == "urn:x – befriended – Hafen"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mrot\x1b[0m\x07", "[31mrot[0m"),
        ("a\nb\tc\u2028d\xa0e", "a b c d e"),
        ("\u202everkehrt\u200b", "verkehrt"),
        ("„Größe“ – 5\u202f€ ← 東", "„Größe“ – 5 € ← 東"),
    ],
)
def test_nothing_of_an_article_controls_the_terminal(text: str, expected: str) -> None:
    assert printable(text) == expected
    assert laid_out(iter([("", text)])) == f"{'':12}{expected}\n"


def test_an_entity_without_statements_has_none() -> None:
    assert "statements" not in dict(entity_rows(ENTITIES[BUND], (), NAMES))
