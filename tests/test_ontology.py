import re
from pathlib import Path

import pyoxigraph as ox
import pytest

import kg.ontology
from kg.model import LexiconError
from kg.ontology import (
    NAMESPACE,
    ancestors,
    data_path,
    fits,
    load_relations,
    relation_label,
    term_label,
)

RDFS = "http://www.w3.org/2000/01/rdf-schema#"
TYPES = ("Person", "Organization", "Place", "Group", "Event", "Product", "Other")


def quads(name: str) -> list[ox.Quad]:
    return list(ox.parse(path=data_path(name), format=ox.RdfFormat.TURTLE))


def languages(name: str, predicate: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for quad in quads(name):
        if isinstance(quad.subject, ox.NamedNode):
            known = found.setdefault(quad.subject.value, set())
            if quad.predicate.value == predicate and isinstance(quad.object, ox.Literal):
                known.add(quad.object.language or "")
    return found


def test_data_path_finds_the_files_of_the_checkout() -> None:
    assert data_path("kg.ttl").is_file()
    assert data_path("lexicon", "de.toml") == data_path() / "lexicon" / "de.toml"


def test_there_are_the_relations_of_the_scheme() -> None:
    groups = {name: relation.group for name, relation in load_relations().items()}
    assert len(groups) == 44
    assert sorted(groups) == list(groups)
    assert set(groups.values()) == {"conflict", "cooperation", "structure", "count", "other"}
    assert {name for name, group in groups.items() if group == "count"} == {
        "killedCount",
        "injuredCount",
        "arrestedCount",
    }


def test_a_relation_is_read_in_full() -> None:
    attacked = load_relations()["attacked"]
    assert (attacked.label_de, attacked.label_en) == ("griff an", "attacked")
    assert (attacked.domain, attacked.range) == ("Agent", "Entity")
    assert (attacked.symmetric, attacked.literal) == (False, False)
    assert (attacked.group, attacked.plover) == ("conflict", "ASSAULT")


def test_symmetric_and_literal_relations() -> None:
    relations = load_relations().values()
    assert {r.name for r in relations if r.symmetric} == {
        "agreedWith",
        "metWith",
        "cooperatedWith",
        "alliedWith",
        "relativeOf",
    }
    assert all(r.domain == r.range for r in relations if r.symmetric)
    literal = {r.name for r in relations if r.literal}
    assert literal == {"holdsPosition", "killedCount", "injuredCount", "arrestedCount"}


def test_every_event_type_has_a_relation_and_the_other_way_round() -> None:
    scheme = {
        quad.subject.value.rpartition("#")[2]
        for quad in quads("plover.ttl")
        if isinstance(quad.subject, ox.NamedNode) and quad.predicate.value.endswith("#inScheme")
    }
    assert len(scheme) == 16
    assert {r.plover for r in load_relations().values() if r.plover} == scheme
    assert sum(r.plover is not None for r in load_relations().values()) == 17


@pytest.mark.parametrize("predicate", ["label", "comment"])
def test_every_term_is_described_in_both_languages(predicate: str) -> None:
    found = languages("kg.ttl", RDFS + predicate)
    assert {iri: tags for iri, tags in found.items() if tags != {"de", "en"}} == {}


def test_every_event_type_is_described_in_both_languages() -> None:
    found = languages("plover.ttl", RDFS + "label")
    assert {iri: tags for iri, tags in found.items() if tags != {"de", "en"}} == {}


def test_every_named_term_is_defined() -> None:
    defined = {q.subject.value for q in quads("kg.ttl") if isinstance(q.subject, ox.NamedNode)}
    used = {
        node.value
        for quad in quads("kg.ttl")
        for node in (quad.predicate, quad.object)
        if isinstance(node, ox.NamedNode) and node.value.startswith(NAMESPACE)
    }
    assert used <= defined


def test_the_entity_types_are_kinds_of_entity() -> None:
    assert all("Entity" in ancestors(name) for name in TYPES)
    assert fits("Place", "Agent")
    assert not fits("Event", "Agent")
    assert not fits("Nonsense", "Entity")


def test_domains_and_ranges_have_a_shape() -> None:
    shapes = data_path("shapes.ttl").read_text(encoding="utf-8")
    domains = {relation.domain for relation in load_relations().values()} - {"Entity"}
    ranges = {relation.range for relation in load_relations().values()}
    assert set(re.findall(r"^kg:(\w+)DomainShape a", shapes, re.MULTILINE)) == domains
    assert {
        name[0].lower() + name[1:] if name == "String" else name
        for name in re.findall(r"^kg:(\w+)RangeShape a", shapes, re.MULTILINE)
    } == ranges


def test_labels() -> None:
    assert relation_label("calledOn", "de") == "rief auf"
    assert relation_label("calledOn", "en") == "called on"
    assert relation_label("unheardOf", "de") == "unheardOf"


def broken(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(kg.ontology, "data_path", lambda *_: path)
    for function in (kg.ontology._terms, kg.ontology.load_relations):
        monkeypatch.setattr(kg.ontology, function.__name__, function.__wrapped__)


def test_a_malformed_ontology_is_a_lexicon_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kg.ttl"
    broken(monkeypatch, path)
    with pytest.raises(LexiconError, match="No such file"):
        kg.ontology.load_relations()
    path.write_text("kg:attacked a", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"kg\.ttl"):
        kg.ontology.load_relations()
    path.write_text(f'<{NAMESPACE}x> <{NAMESPACE}relationGroup> "other" .', encoding="utf-8")
    with pytest.raises(LexiconError, match="kg:x has no"):
        kg.ontology.load_relations()


def test_any_term_has_a_label() -> None:
    assert (term_label("negative", "de"), term_label("negative", "en")) == ("verneint", "negative")
    assert term_label("nothing", "de") == "nothing"
