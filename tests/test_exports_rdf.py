"""RDF files, read by Raptor (C) and by n3 and jsonld (JavaScript)."""

from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg.rdf import quads_of
from tests.hostile import CONTROLS, REPLACED
from tests.tools import output, program, read_by_node

GRAPHS = ("examples", "hostile")
RAPTOR = {".nq": "nquads", ".nt": "ntriples", ".rdf": "rdfxml", ".trig": "trig", ".ttl": "turtle"}
NODE = (".jsonld", ".nq", ".nt", ".trig", ".ttl")
TRIPLES_ONLY = (".nt", ".rdf", ".ttl")


@pytest.fixture(scope="module")
def by_node(exported: Path) -> dict[Path, Any]:
    """What n3 and jsonld read, as N-Quads, by file."""
    return read_by_node(exported / f"{graph}{suffix}" for graph in GRAPHS for suffix in NODE)


def quads(text: str | bytes) -> set[ox.Quad]:
    """N-Quads or N-Triples as a set."""
    return set(ox.parse(text, format=ox.RdfFormat.N_QUADS))


def written(exported: Path, graph: str, suffix: str) -> set[ox.Quad]:
    """What the file should say: the graph itself, without document graphs where it has none."""
    found = quads_of(exported / f"{graph}.nq")
    if suffix not in TRIPLES_ONLY:
        return set(found)
    return {ox.Quad(*quad.triple) for quad in found}


@pytest.mark.parametrize("graph", GRAPHS)
@pytest.mark.parametrize("suffix", RAPTOR)
def test_raptor_reads_the_same(exported: Path, graph: str, suffix: str) -> None:
    to = "ntriples" if suffix in TRIPLES_ONLY else "nquads"
    file = exported / f"{graph}{suffix}"
    found = quads(output(program("rapper"), "-q", "-i", RAPTOR[suffix], "-o", to, file))
    expected = written(exported, graph, suffix)
    if suffix == ".rdf":
        expected = {_without_controls(quad) for quad in expected}
    assert len(found) == len(expected) > 100
    assert found == expected


@pytest.mark.parametrize("graph", GRAPHS)
@pytest.mark.parametrize("suffix", NODE)
def test_javascript_reads_the_same(
    exported: Path, by_node: dict[Path, Any], graph: str, suffix: str
) -> None:
    found = quads(by_node[exported / f"{graph}{suffix}"])
    expected = written(exported, graph, suffix)
    assert len(found) == len(expected) > 100
    assert found == expected


def _without_controls(quad: ox.Quad) -> ox.Quad:
    term = quad.object
    if not isinstance(term, ox.Literal) or CONTROLS not in term.value:
        return quad
    text = term.value.replace(CONTROLS, REPLACED)
    literal = ox.Literal(text, language=term.language) if term.language else ox.Literal(text)
    return ox.Quad(quad.subject, quad.predicate, literal)
