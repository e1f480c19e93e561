"""The page on which queries are typed, and the graph of what they find."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice

import pyoxigraph as ox

from kg.query import fill, list_queries, named_query
from kg.rdf.names import KG, RDF, RDFS, SCHEMA
from kg.serve.answer import HTML, Answer, RefusedError
from kg.serve.graph import Graph
from kg.serve.pages import Link, Reader, error_page, link, page
from kg.serve.sparql import Found, Question, evaluated

MOST_ROWS = 1000
"""Rows that the page shows."""
FIRST = """SELECT ?who ?whom ?date WHERE {
  ?statement rdf:subject/schema:name ?who ;
    rdf:predicate kg:attacked ;
    rdf:object/schema:name ?whom .
  OPTIONAL { ?statement kg:date ?date }
}
ORDER BY ?who ?whom"""
"""What stands in the empty page."""
_DESCRIBING = tuple(ox.NamedNode(iri) for iri in (RDF + "type", RDFS + "label", SCHEMA + "name"))


@dataclass(frozen=True, slots=True)
class Table:
    """What a query found, as the page shows it.

    Attributes:
        columns: Names of the variables; of CONSTRUCT and DESCRIBE the parts of a triple.
        rows: A cell a column, None where nothing is bound.
        more: Whether there are more rows than these.
        triples: Whether the rows are triples, which also make a graph.
        answer: The answer to ASK, None for other queries.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Link | None, ...], ...] = ()
    more: bool = False
    triples: bool = False
    answer: bool | None = None


def show_query(
    graph: Graph,
    *,
    question: Question,
    name: str,
    parameters: Mapping[str, str],
    reader: Reader,
    stopped: str = "",
) -> Answer:
    """Show the page of queries, with the answer where one was asked for.

    Args:
        graph: The graph.
        question: The query, its text "" where none was asked yet.
        name: A query that comes with the program, "" for none.
        parameters: What to put into its places.
        reader: For whom.
        stopped: Why the query was stopped when it was asked before; it is not asked again.
    """
    table, reason = None, stopped
    try:
        text = question.text or (named_query(name) if name else "")
        if question.text and not stopped:
            table = _table(graph, _filled(question, parameters), reader.language)
    except RefusedError as error:
        text, reason = question.text, str(error)
    return page(
        "query",
        graph,
        reader,
        status=400 if reason else 200,
        queries=list_queries(),
        chosen=next((query for query in list_queries() if query.name == name), None),
        parameters=parameters,
        text=text or FIRST,
        counts=() if question.text else _counts(graph),
        asked=_filled_text(question, parameters) if table else "",
        table=table,
        reason=reason,
        most=MOST_ROWS,
    )


def show_graph(graph: Graph, *, reader: Reader) -> Answer:
    """Show the page around the drawing of the whole graph."""
    return page("graph", graph, reader)


def show_error(graph: Graph, *, reader: Reader, status: int, reason: str) -> Answer:
    """Show what went wrong as a page."""
    return error_page(graph, reader, RefusedError(status, reason))


def draw_result(graph: Graph, *, question: Question, language: str) -> Answer:
    """Draw what a CONSTRUCT or DESCRIBE finds.

    Raises:
        RefusedError: The query is malformed, not allowed, or finds no triples.
    """
    with evaluated(graph, question) as found:
        if not isinstance(found, ox.QueryTriples):
            raise RefusedError(400, "only CONSTRUCT and DESCRIBE find a graph to draw")
        triples = list(found)
    quads = [ox.Quad(t.subject, t.predicate, t.object) for t in triples]
    return _drawing(quads + _descriptions(graph, triples), graph.name, language)


def draw_all(graph: Graph, *, language: str) -> Answer:
    """Draw the whole graph."""
    quads = list(graph.store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
    return _drawing(quads, graph.name, language)


def _drawing(quads: list[ox.Quad], title: str, language: str) -> Answer:
    from kg.graph import load_graph
    from kg.views import render

    drawn = render(load_graph(quads), title=title, language=language)
    return Answer(drawn.encode(), HTML, drawn=True)


def _descriptions(graph: Graph, triples: list[ox.Triple]) -> list[ox.Quad]:
    """Names and types of the nodes, which a query seldom asks for."""
    nodes = {node for t in triples for node in (t.subject, t.object)}
    return [
        ox.Quad(triple.subject, triple.predicate, triple.object)
        for node in nodes
        if isinstance(node, ox.NamedNode)
        for predicate in _DESCRIBING
        for triple in graph.triples(node, predicate)
    ]


def _filled(question: Question, parameters: Mapping[str, str]) -> Question:
    return replace(question, text=_filled_text(question, parameters))


def _filled_text(question: Question, parameters: Mapping[str, str]) -> str:
    try:
        text, _ = fill(question.text, {name: value for name, value in parameters.items() if value})
    except ValueError as error:
        raise RefusedError(400, f"a parameter is no IRI: {error}") from error
    return text


def _counts(graph: Graph) -> list[tuple[int, str, str]]:
    """How many articles and statements there are, each with the keys of its words."""
    kinds = ((SCHEMA + "NewsArticle", "article"), (KG + "Statement", "statement"))
    type_ = ox.NamedNode(RDF + "type")
    return [
        (len(graph.triples(None, type_, ox.NamedNode(class_))), word, word + "s")
        for class_, word in kinds
    ]


def _table(graph: Graph, question: Question, language: str) -> Table:
    with evaluated(graph, question) as found:
        if isinstance(found, ox.QueryBoolean):
            return Table(answer=bool(found))
        columns, rows = _rows(found)
    cells = tuple(
        tuple(None if term is None else link(graph, term, language) for term in row)
        for row in rows[:MOST_ROWS]
    )
    return Table(columns, cells, len(rows) > MOST_ROWS, isinstance(found, ox.QueryTriples))


def _rows(
    found: Found,
) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """Columns and the first rows, one more than the page shows."""
    if isinstance(found, ox.QueryTriples):
        triples = islice(found, MOST_ROWS + 1)
        return ("subject", "predicate", "object"), [tuple(triple) for triple in triples]
    if isinstance(found, ox.QueryBoolean):
        return (), []
    return (
        tuple(variable.value for variable in found.variables),
        [tuple(solution) for solution in islice(found, MOST_ROWS + 1)],
    )
