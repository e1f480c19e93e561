"""Leaves out of a graph what is not sure enough."""

from collections.abc import Iterable
from dataclasses import replace

import pyoxigraph as ox

from kg.rdf.formats import base_of
from kg.rdf.names import KG, local_id
from kg.rdf.read import corpus_of
from kg.rdf.source import Source, quads_of
from kg.rdf.write import corpus_quads


def at_least(source: Source, confidence: float) -> list[ox.Quad]:
    """The quads of a graph without the statements below a confidence.

    With a statement go its plain triple and its part in an event, unless another statement says
    the same. Entities and articles stay, and so does all that `kg build` did not write.

    Raises:
        InputError: The path is no graph, or a statement lacks something.
    """
    quads = quads_of(source)
    corpus, base = corpus_of(quads), base_of(quads)
    kept = tuple(s for s in corpus.statements if s.confidence >= confidence)
    # Only the difference counts: RDF does not give everything back that a corpus holds.
    events = _events_in(quads)
    before = set(corpus_quads(corpus, base, events))
    after = set(corpus_quads(replace(corpus, statements=kept), base, events))
    return sorted((set(quads) - (before - after)) | (after - before), key=str)


def _events_in(quads: Iterable[ox.Quad]) -> dict[str, str]:
    """Id of each statement that tells of an event → id of the event, as the graph has them.

    The graph may be of several builds, each with events of its own.
    """
    return {
        local_id(quad.subject.value, "statement"): local_id(quad.object.value, "event")
        for quad in quads
        if quad.predicate.value == KG + "event"
        and isinstance(quad.subject, ox.NamedNode)
        and isinstance(quad.object, ox.NamedNode)
    }
