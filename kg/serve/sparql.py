"""SPARQL queries and updates, as a worker answers them."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass

import pyoxigraph as ox

from kg.rdf import one_line
from kg.serve.answer import TURTLE, Answer, Capped, RefusedError
from kg.serve.graph import Graph
from kg.serve.limits import no_new_files
from kg.serve.negotiation import preferred
from kg.sparql_words import asks_service, loads_file

Found = ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean

JSON_RESULTS = "application/sparql-results+json"
_LONGEST_REASON = 300

SOLUTIONS = {
    JSON_RESULTS: ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/xml": ox.QueryResultsFormat.XML,
}
"""Media type → format of the answers to SELECT and ASK."""

GRAPHS = {
    TURTLE: ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/json": ox.RdfFormat.JSON_LD,
    "application/xml": ox.RdfFormat.RDF_XML,
    "text/plain": ox.RdfFormat.N_TRIPLES,
}
"""Media type → format of the answers to CONSTRUCT and DESCRIBE."""


@dataclass(frozen=True, slots=True)
class Question:
    """A SPARQL text with the graphs that the request wants it to be about.

    Attributes:
        text: The query or update.
        default_graphs, named_graphs: IRIs; where both are empty, the text itself decides.
        service: Whether it may call other endpoints.
    """

    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    service: bool = False


def answer_query(graph: Graph, *, question: Question, accept: str, most: int) -> Answer:
    """Answer a query in the format that the client likes best.

    Args:
        graph: The graph.
        question: The query.
        accept: What the client takes.
        most: Bytes that the answer may have.

    Raises:
        RefusedError: The query is malformed, not allowed, or its answer too large.
    """
    with evaluated(graph, question) as found:
        if isinstance(found, ox.QueryTriples):
            media_type = preferred(accept, list(GRAPHS))
            return Answer(written(found, media_type, graph.prefixes, most), media_type)
        media_type = preferred(accept, list(SOLUTIONS))
        buffer = Capped(most)
        found.serialize(buffer, format=SOLUTIONS[media_type])
        return Answer(buffer.getvalue(), media_type)


def answer_update(graph: Graph, *, question: Question) -> Answer:
    """Change the graph.

    Raises:
        RefusedError: The update is malformed or not allowed.
    """
    if loads_file(question.text):
        raise RefusedError(403, "LOAD is not allowed: it fetches what is not in the graph")
    with _guarded(question):
        graph.store.update(question.text, prefixes=graph.prefixes)
    return Answer(b"", "text/plain", 204)


@contextmanager
def evaluated(graph: Graph, question: Question) -> Iterator[Found]:
    """What a query finds, to be read inside the block only.

    Raises:
        RefusedError: The query is malformed or not allowed.
    """
    default, named = _nodes(question.default_graphs), _nodes(question.named_graphs)
    chosen = bool(default or named)
    with _guarded(question):
        yield graph.store.query(
            question.text,
            prefixes=graph.prefixes,
            default_graph=[*default] if chosen else None,
            named_graphs=[*named] if chosen else None,
        )


def written(
    triples: Sequence[ox.Triple] | ox.QueryTriples,
    media_type: str,
    names: dict[str, str],
    most: int,
) -> bytes:
    """Triples in a format of `GRAPHS`.

    Raises:
        RefusedError: They take more bytes than allowed.
    """
    buffer = Capped(most)
    ox.serialize(triples, buffer, format=GRAPHS[media_type], prefixes=names)
    return buffer.getvalue()


@contextmanager
def _guarded(question: Question) -> Iterator[None]:
    """Refuse calls to other endpoints unless allowed, and say in one line what is wrong."""
    if asks_service(question.text) and not question.service:
        raise RefusedError(403, "SERVICE is not allowed: this service asks no other endpoint")
    closed = nullcontext() if question.service else no_new_files()
    try:
        with closed:
            yield
    except (SyntaxError, ValueError) as error:
        raise RefusedError(400, _brief(error)) from error
    except (RuntimeError, OSError) as error:
        raise RefusedError(502 if question.service else 500, _brief(error)) from error


def _nodes(iris: Sequence[str]) -> list[ox.NamedNode]:
    try:
        return [ox.NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise RefusedError(400, f"a graph's name is no IRI: {error}") from error


def _brief(error: Exception) -> str:
    """What is wrong, without the alphabet that Oxigraph would have liked to read instead."""
    text = one_line(error)
    wrong = re.match(r"error at (\d+):(\d+): expected (one of )?(.*)", text)
    if not wrong:
        return text if len(text) <= _LONGEST_REASON else text[: _LONGEST_REASON - 1] + "…"
    place = f"line {wrong[1]}, column {wrong[2]}"
    # A sentence among what it expected tells more than the signs.
    sentence = re.search(r"(?<![^ ,])[A-Z][a-z]*(?: [\w']+){2,}", wrong[4])
    if sentence:
        return f"{place}: {sentence[0]}"
    only = "" if wrong[3] or not wrong[4].isalpha() else f": expected {wrong[4]}"
    return f"{place}: this is not SPARQL from here on{only}"
