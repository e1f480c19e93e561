"""Counts of what is in a graph."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.model import Corpus, InputError
from kg.rdf import corpus_of, quads_of


def statistics(path: Path) -> str:
    """Counts of articles, entities by type, and statements by relation, modality and polarity."""
    quads = quads_of(path)
    corpus = corpus_in(path, quads)
    if not (corpus.documents or corpus.statements):
        return foreign_statistics(quads)
    parts = [
        f"{len(corpus.documents)} articles",
        f"{len(corpus.entities)} entities",
        f"{len(corpus.statements)} statements",
        counted("entities by type", (e.type for e in corpus.entities)),
        counted("linked to Wikidata", ("yes" if e.wikidata else "no" for e in corpus.entities)),
        counted("statements by relation", (s.relation for s in corpus.statements)),
        counted("by modality", (s.modality.value for s in corpus.statements)),
        counted("by polarity", (s.polarity.value for s in corpus.statements)),
    ]
    return "\n".join(parts) + "\n"


def corpus_in(path: Path, quads: list[ox.Quad]) -> Corpus:
    """The statements among quads; an error names the file that they come from."""
    try:
        return corpus_of(quads)
    except InputError as error:
        raise InputError(f"{path}: {error}") from error


def foreign_statistics(quads: list[ox.Quad]) -> str:
    """Counts of a graph that holds none of our statements."""
    subjects = {quad.subject for quad in quads}
    parts = [
        "0 statements",
        f"{len(quads)} triples",
        f"{len(subjects)} subjects",
        counted("triples by predicate", (quad.predicate.value for quad in quads)),
    ]
    return "\n".join(parts) + "\n"


def counted(title: str, values: Iterable[str]) -> str:
    """A titled list of values with how often each occurs, commonest first."""
    ranked = sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0]))
    return "\n".join([f"\n{title}", *(f"  {number:6}  {value}" for value, number in ranked)])
