"""Places and bodies that names are made with."""

from collections.abc import Mapping

import pytest

from kg.structure import structure_drafts
from tests.worlds import read


def facts(table: str, names: Mapping[str, str]) -> set[tuple[str, str]]:
    """The relations and objects of what the names of a text tell."""
    found = structure_drafts(read(table, names))
    return {(d.relation, d.object.text) for d in found if d.rule == "place in a name"}


def tree_of(name: str, place: str) -> str:
    """A name of several words, and a place that the text speaks of as well."""
    words = name.split()
    first = "\n".join(f"{w} {1 if i else 0} {'flat' if i else '_'} NE" for i, w in enumerate(words))
    return f"{first}\nin {len(words) + 2} case APPR\n{place} 1 obl NE"


@pytest.mark.parametrize(
    ("name", "label", "place", "facts_"),
    [
        ("Deutsche Sparbank", "ORG", "Deutschland", {("basedIn", "Deutsche")}),
        ("Deutsches Verteidigungsministerium", "ORG", "Deutschland", {("partOf", "Deutsches")}),
        ("Liberale Partei Russlands", "ORG", "Russland", {("basedIn", "Russlands")}),
        ("Rat der Alten in Russland", "ORG", "Russland", {("basedIn", "Russland")}),
        ("Gefängnis Moskau", "ORG", "Moskau", {("locatedIn", "Moskau")}),
        ("Moskauer Turm", "LOC", "Moskau", {("locatedIn", "Moskauer")}),
        ("Russische Botschaft", "LOC", "Russland", set()),  # which stands elsewhere
        ("Deutsche Sparbank", "ORG", "Russland", set()),  # the text has no Germany
        ("Deutsch Müller", "PER", "Deutschland", set()),
    ],
)
def test_places(name: str, label: str, place: str, facts_: set[tuple[str, str]]) -> None:
    assert facts(tree_of(name, place), {name: label, place: "LOC"}) == facts_


def test_bodies() -> None:
    name, whole = "Hoher Rat der Europäischen Union", "Europäische Union"
    words = tree_of(name, "Europäische").replace("obl NE", "obl NE\nUnion 1 flat NE")
    assert facts(words, {name: "ORG", whole: "ORG"}) == {("partOf", "Europäischen")}
