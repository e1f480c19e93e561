"""RDF: statements as a dataset with one named graph a document, and back.

rdflib is imported only where an rdflib `Dataset` is made; files are read and written with
pyoxigraph, which is much faster to start and to run.
"""

from kg.rdf.annotations import with_annotations
from kg.rdf.confident import at_least
from kg.rdf.dataset import to_rdflib_graph
from kg.rdf.formats import FORMATS, base_of, read_quads, serialize_all
from kg.rdf.known import as_stored
from kg.rdf.loading import loaded, memory_store
from kg.rdf.names import prefixes
from kg.rdf.read import corpus_of, from_dataset
from kg.rdf.rows import one_line
from kg.rdf.source import Source, quads_of, serialize, to_dataset
from kg.rdf.store import Changes, check_store, remove_documents, replace_graphs
from kg.rdf.stored_events import events_beside
from kg.rdf.triple_terms import with_triple_terms
from kg.rdf.write import corpus_quads

__all__ = [
    "FORMATS",
    "Changes",
    "Source",
    "as_stored",
    "at_least",
    "base_of",
    "check_store",
    "corpus_of",
    "corpus_quads",
    "events_beside",
    "from_dataset",
    "loaded",
    "memory_store",
    "one_line",
    "prefixes",
    "quads_of",
    "read_quads",
    "remove_documents",
    "replace_graphs",
    "serialize",
    "serialize_all",
    "to_dataset",
    "to_rdflib_graph",
    "with_annotations",
    "with_triple_terms",
]
