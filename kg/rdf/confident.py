"""Leaves out of a graph what is not sure enough."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

import pyoxigraph as ox

from kg.rdf.accounts import event_date
from kg.rdf.events import Event
from kg.rdf.formats import base_of
from kg.rdf.names import KG, SEM, local_id
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


def _events_in(quads: Iterable[ox.Quad]) -> dict[str, Event]:
    """Id of each statement that tells of an event → the event, as the graph has them.

    The graph may be of several builds, each with events of its own.
    """
    told: dict[str, str] = {}
    dates: defaultdict[str, set[str]] = defaultdict(set)
    for quad in quads:
        subject, object_ = quad.subject, quad.object
        if not isinstance(subject, ox.NamedNode) or not isinstance(
            object_, ox.NamedNode | ox.Literal
        ):
            continue
        if quad.predicate.value == KG + "event":
            told[local_id(subject.value, "statement")] = object_.value
        if quad.predicate.value == SEM + "hasTimeStamp":
            dates[subject.value].add(object_.value)
    return {
        statement: Event(local_id(event, "event"), event_date(dates[event]))
        for statement, event in told.items()
    }
