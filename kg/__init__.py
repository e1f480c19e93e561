"""German news to knowledge graphs: who did what to whom, when, where and according to whom.

The public surface is what `__all__` names; everything is loaded when it is first asked for, so that
importing the package costs nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.annotate import load_pipeline
    from kg.build import read_corpus
    from kg.documents import read_documents
    from kg.frames import to_dataframe
    from kg.graph import load_graph
    from kg.rdf import to_dataset

__all__ = [
    "load_graph",
    "load_pipeline",
    "read_corpus",
    "read_documents",
    "to_dataframe",
    "to_dataset",
]

_HOMES = {
    "load_graph": "kg.graph",
    "load_pipeline": "kg.annotate",
    "read_corpus": "kg.build",
    "read_documents": "kg.documents",
    "to_dataframe": "kg.frames",
    "to_dataset": "kg.rdf",
}


def __getattr__(name: str) -> Any:
    """Import a public function from its module when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
