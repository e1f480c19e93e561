"""RDF: statements as a dataset with one named graph a document, and back.

rdflib is imported only where an rdflib `Dataset` is made; files are read and written with
pyoxigraph, which is much faster to start and to run.
"""

from kg.rdf.confident import at_least
from kg.rdf.dataset import to_rdflib_graph
from kg.rdf.formats import FORMATS, base_of, one_line, read_quads
from kg.rdf.names import prefixes
from kg.rdf.read import corpus_of, from_dataset
from kg.rdf.source import Source, quads_of, serialize, to_dataset
from kg.rdf.write import corpus_quads

__all__ = [
    "FORMATS",
    "Source",
    "at_least",
    "base_of",
    "corpus_of",
    "corpus_quads",
    "from_dataset",
    "one_line",
    "prefixes",
    "quads_of",
    "read_quads",
    "serialize",
    "to_dataset",
    "to_rdflib_graph",
]
