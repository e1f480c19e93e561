"""A thing has one type and one name in a store, whatever two builds say."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from kg.model import Corpus, Derivation, Document, Entity, Evidence, Mention, Reference, Span
from kg.outputs import remove_from_store, write_store
from kg.query import query
from kg.rdf import as_stored, quads_of
from kg.rdf.read import corpus_of
from kg.validate import validate
from tests.corpora import BASE, statement

GOLF, SPIEGEL, HAMBURG = BASE + "golf", BASE + "spiegel", BASE + "hamburg"


def build(name: str, *entities: Entity, relation: str = "", **ends: Any) -> Corpus:
    """An article of one sentence that names entities and may say something of them."""
    text = " ".join(entity.name for entity in entities)
    span = Span(name, 0, len(text))
    mentioned = tuple(
        replace(e, mentions=(Mention(Span(name, i, i + len(e.name)), e.name, "name"),))
        for e in entities
        for i in [text.index(e.name)]
    )
    evidence = Evidence(span, text, "x")
    said = (
        (statement(f"s{name}", evidence=evidence, relation=relation, **ends),) if relation else ()
    )
    return Corpus((Document(name, text),), mentioned, said)


def thing(id_: str, type_: str, name: str, *, english: str = "") -> Entity:
    labels = (("de", name), ("en", english)) if english else (("de", name),)
    return Entity(id_, type_, name, labels, ())


def stored(path: Path, *builds: Corpus) -> dict[str, Entity]:
    for corpus in builds:
        write_store(corpus, path, base=BASE)
    assert validate(path).messages == ()
    return {entity.id: entity for entity in corpus_of(quads_of(path)).entities}


HAMBURG_PLACE = thing(HAMBURG, "Place", "Hamburg", english="Hamburg")


def test_the_same_thing_keeps_its_type_name_and_labels(tmp_path: Path) -> None:
    first = build("a", thing(SPIEGEL, "Organization", "Spiegel"))
    second = build("b", thing(SPIEGEL, "Other", "SPIEGEL", english="Mirror"), HAMBURG_PLACE)
    found = stored(tmp_path / "store", first, second)
    assert found.keys() == {SPIEGEL, HAMBURG}
    assert found[SPIEGEL].type == "Organization"
    assert found[SPIEGEL].name == "Spiegel"
    assert dict(found[SPIEGEL].labels) == {"de": "Spiegel", "en": "Mirror"}


def test_another_thing_of_that_name_gets_a_number(tmp_path: Path) -> None:
    place = build("a", thing(GOLF, "Place", "Golf"))
    office: dict[str, Any] = {"relation": "holdsPosition", "object": "Kapitän", "literal": True}
    person = build("b", thing(GOLF, "Person", "Golf"), subject=GOLF, **office)
    again = build("c", thing(GOLF, "Person", "Golf"))
    path = tmp_path / "store"
    found = stored(path, place, person)
    assert {id_: e.type for id_, e in found.items()} == {
        GOLF: "Place",
        f"{GOLF}-2": "Person",
    }
    asked = "SELECT ?who { ?who kg:holdsPosition ?what }"
    assert query(path, asked).rows == ((f"{GOLF}-2",),)
    assert stored(path, again).keys() == found.keys()
    # The number is found again, and nothing changes.
    before = quads_of(path)
    assert str(write_store(person, path, base=BASE)).startswith("0 added, 0 replaced")
    assert quads_of(path) == before


def test_two_things_of_a_build_stay_two(tmp_path: Path) -> None:
    place, ball = thing(GOLF, "Place", "Golf"), thing(f"{GOLF}-2", "Product", "Golf")
    turned = (thing(GOLF, "Product", "Golf"), thing(f"{GOLF}-2", "Place", "Golf"))
    path = tmp_path / "store"
    found = stored(path, build("a", place, ball), build("b", *turned))
    assert {id_: e.type for id_, e in found.items()} == {GOLF: "Place", f"{GOLF}-2": "Product"}


def test_what_the_build_replaces_does_not_count(tmp_path: Path) -> None:
    path = tmp_path / "store"
    found = stored(
        path,
        build("a", thing(GOLF, "Place", "Golf")),
        build("a", thing(GOLF, "Product", "Golf")),
    )
    assert found[GOLF].type == "Product"
    corpus = build("b", thing(HAMBURG, "Place", "Hamburg"))
    assert as_stored(corpus, path, BASE) == corpus
    assert as_stored(corpus, tmp_path / "none", BASE) is corpus


def test_explanations_come_and_go_with_their_article(tmp_path: Path) -> None:
    path = tmp_path / "store"
    corpus = build(
        "a",
        HAMBURG_PLACE,
        thing(GOLF, "Organization", "Golf"),
        relation="basedIn",
        subject=GOLF,
        object=HAMBURG,
    )
    told = replace(
        corpus, derivations=(Derivation("sa", "Golf ←x– y", None, Reference("Golf"), None),)
    )
    write_store(told, path, base=BASE)
    (kept,) = (path / "explanations").iterdir()
    assert "Golf ←x– y" in kept.read_text(encoding="utf-8")
    write_store(corpus, path, base=BASE)
    assert not kept.exists()
    write_store(told, path, base=BASE)
    remove_from_store(path, ["a"])
    assert not kept.exists()
