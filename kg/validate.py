"""Checks a graph against the SHACL shapes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.ontology import data_path
from kg.rdf import Source, quads_of, to_rdflib_graph

if TYPE_CHECKING:
    from rdflib import Graph


@dataclass(frozen=True, slots=True)
class Report:
    """What validation found.

    Attributes:
        conforms: Whether the graph keeps to all shapes.
        messages: One line for each fault, sorted.
    """

    conforms: bool
    messages: tuple[str, ...] = ()


def validate(source: Source) -> Report:
    """Check a graph against `shapes.ttl`, all named graphs taken together.

    Args:
        source: A folder that `kg build` wrote, an RDF file, an rdflib dataset or a corpus.

    Raises:
        InputError: The path is neither a folder of `kg build` nor a readable RDF file. A graph
            that breaks the shapes raises nothing.
    """
    from pyshacl import validate as check

    conforms, results, _ = check(
        # Beside the ontology: pyshacl's own mixing leaves annotations out.
        to_rdflib_graph(quads_of(source) + quads_of(data_path("kg.ttl"))),
        shacl_graph=to_rdflib_graph(quads_of(data_path("shapes.ttl"))),
        inference="none",
        advanced=False,
        meta_shacl=False,
    )
    return Report(bool(conforms), tuple(sorted(_messages(results))))


def _messages(results: "Graph") -> set[str]:
    from rdflib.namespace import RDF, SH

    found = set()
    for result in results.subjects(RDF.type, SH.ValidationResult):
        focus, value = results.value(result, SH.focusNode), results.value(result, SH.value)
        where = f"{focus}" if value is None else f"{focus} ({value})"
        found.add(f"{where}: {results.value(result, SH.resultMessage)}")
    return found
