"""SPARQL over a graph, by Oxigraph, without any request to the network."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import Any

import pyoxigraph as ox

from kg.model import QueryError
from kg.ontology import NAMESPACE
from kg.rdf import Source, base_of, loaded, one_line, prefixes
from kg.sparql_words import asks_service, names_graphs

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

_PLACE = re.compile(r"VALUES\s+[?$](\w+)\s*\{\s*UNDEF\s*\}", re.IGNORECASE)
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_STATEMENTS = None, _TYPE, ox.NamedNode(NAMESPACE + "Statement"), ox.DefaultGraph()
_WITHOUT_VALUE = (ox.BlankNode, ox.Triple)
_WITH_VALUE = (ox.NamedNode, ox.Literal)
_LONGEST_MESSAGE = 200


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a query.

    Attributes:
        columns: Names of the variables; `subject`, `predicate`, `object` for CONSTRUCT and
            DESCRIBE, `answer` for ASK.
        terms: For each row a term a column, None where the variable is unbound.
        answer: The answer to ASK, None for other queries.
    """

    columns: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]
    answer: bool | None = None

    @property
    def rows(self) -> tuple[tuple[str | None, ...], ...]:
        """The terms' values as strings, IRIs in full."""
        return tuple([tuple(map(_string, row)) for row in self.terms])


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query that comes with the program; `parameters` are pairs of a name and its meaning."""

    name: str
    description: str
    parameters: tuple[tuple[str, str], ...]


def query(source: Source, sparql: str, parameters: Mapping[str, str] | None = None) -> Result:
    """Ask a graph a question in SPARQL 1.1.

    The default graph is the union of all named graphs, unless the query has a FROM. The prefixes
    of `kg.rdf.prefixes` need no declaration.

    Args:
        source: A folder that `kg build` wrote, a store, an RDF file, an rdflib dataset or a corpus.
        sparql: SELECT, ASK, CONSTRUCT or DESCRIBE.
        parameters: Variable → what stands for it: an IRI when it begins with http, else a string.
            The variable has a place of its own in the query, `VALUES ?name { UNDEF }`, or is one
            that SELECT names.

    Raises:
        QueryError: The query is malformed, asks a SERVICE, or lacks a parameter's variable.
        InputError: The source is no graph.
    """
    if asks_service(sparql):
        raise QueryError("SERVICE asks the network, which kg never does")
    with loaded(source, graphs=names_graphs(sparql)) as store:
        try:
            text, terms = fill(sparql, parameters or {})
            return _result(store.query(text, prefixes=_prefixes(store), substitutions=terms))
        except (SyntaxError, RuntimeError, ValueError, OSError) as error:
            raise QueryError(_brief(error)) from error


def run_named(source: Source, name: str, assignments: Iterable[str] = ()) -> Result:
    """Ask a graph a question that comes with the program.

    Args:
        source: What `query` takes.
        name: One of `list_queries`.
        assignments: Parameters as `name=value`.

    Raises:
        QueryError: There is no such query, or it has no such parameter.
        InputError: The source is no graph.
    """
    text = named_query(name)
    known = [parameter for parameter, _ in _parameters(text)]
    given = dict(_assigned(assignment) for assignment in assignments)
    for parameter in given:
        if parameter not in known:
            has = f"its parameters are {', '.join(known)}" if known else "it has none"
            raise QueryError(f"query {name!r} has no parameter {parameter!r}; {has}")
    return query(source, text, given)


def _assigned(assignment: str) -> tuple[str, str]:
    parameter, sign, value = assignment.partition("=")
    if not sign:
        raise QueryError(f"parameter {assignment!r} is not of the form name=value")
    return parameter.strip(), value


@cache
def list_queries() -> tuple[NamedQuery, ...]:
    """The queries that `named_query` knows, by name."""
    folder = files("kg") / "queries"
    names = (file.name.removesuffix(".rq") for file in folder.iterdir() if ".rq" in file.name)
    return tuple(_described(name) for name in sorted(names))


def named_query(name: str) -> str:
    """The text of a query that comes with the program.

    Raises:
        QueryError: There is none of this name.
    """
    known = [query.name for query in list_queries()]
    if name not in known:
        raise QueryError(f"no query {name!r}; known are {', '.join(known)}")
    return _text(name)


def format_rows(result: Result, format_: str) -> str:
    """Write a result.

    Args:
        result: What `query` returned.
        format_: `table` to read, `csv`, or `json` as in SPARQL 1.1 Query Results JSON Format.

    Raises:
        QueryError: The format is none of these.
    """
    writers = {"table": _table, "csv": _csv, "json": _json}
    if format_ not in writers:
        raise QueryError(f"unknown format {format_!r}; known are {', '.join(writers)}")
    return writers[format_](result)


def _prefixes(store: ox.Store) -> dict[str, str]:
    """Those of our files, with the base IRI that a statement of the graph has."""
    return prefixes(base_of(islice(store.quads_for_pattern(*_STATEMENTS), 1)))


def _term(value: str) -> ox.NamedNode | ox.Literal:
    return ox.NamedNode(value) if re.match(r"https?://\S+$", value) else ox.Literal(value)


def fill(sparql: str, parameters: Mapping[str, str]) -> tuple[str, dict[ox.Variable, Term]]:
    """Put parameters into the places that a query keeps for them.

    Args:
        sparql: The query.
        parameters: As `query` takes them.

    Returns:
        The query, and what stands for the variables that have no place of their own.

    Raises:
        ValueError: A parameter that begins as an IRI is none.
    """
    if not parameters:
        return sparql, {}
    terms = {name: _term(value) for name, value in parameters.items()}

    def place(match: re.Match[str]) -> str:
        name = match[1]
        # As Oxigraph writes a term.
        return f"VALUES ?{name} {{ {terms[name]} }}" if name in terms else match[0]

    placed = set(_PLACE.findall(sparql))
    others: dict[ox.Variable, Term] = {}
    others |= {ox.Variable(name): term for name, term in terms.items() if name not in placed}
    return _PLACE.sub(place, sparql), others


def _parameters(sparql: str) -> list[tuple[str, str]]:
    return re.findall(r"^# parameter (\w+): *(.*?) *$", sparql, re.MULTILINE)


def _result(found: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean) -> Result:
    if isinstance(found, ox.QueryBoolean):
        answer = bool(found)
        return Result(("answer",), ((ox.Literal(answer),),), answer)
    if isinstance(found, ox.QueryTriples):
        triples = sorted({(t.subject, t.predicate, t.object) for t in found}, key=str)
        return Result(("subject", "predicate", "object"), tuple(triples))
    columns = tuple(variable.value for variable in found.variables)
    return Result(columns, tuple([tuple(row) for row in found]))


def _brief(error: Exception) -> str:
    text = one_line(error)
    return text if len(text) <= _LONGEST_MESSAGE else text[: _LONGEST_MESSAGE - 1] + "…"


@cache
def _text(name: str) -> str:
    return (files("kg") / "queries" / f"{name}.rq").read_text(encoding="utf-8")


def _described(name: str) -> NamedQuery:
    text = _text(name)
    return NamedQuery(name, text.partition("\n")[0].lstrip("# "), tuple(_parameters(text)))


def _value(term: Term) -> str:
    return str(term) if isinstance(term, _WITHOUT_VALUE) else term.value


def _string(term: Term | None) -> str | None:
    # Most terms are names or literals: to ask for their value is quicker than to ask what they are.
    if isinstance(term, _WITH_VALUE):
        return term.value
    return None if term is None else _value(term)


def _table(result: Result) -> str:
    names = sorted(prefixes().items(), key=lambda item: -len(item[1]))
    cells = [[_cell(term, names) for term in row] for row in result.terms]
    lines = [list(result.columns), *cells]
    widths = [max(len(line[i]) for line in lines) for i in range(len(result.columns))]
    lines.insert(1, ["─" * width for width in widths])
    return "".join(f"{_aligned(line, widths)}\n" for line in lines)


def _aligned(line: list[str], widths: list[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def _cell(term: Term | None, names: list[tuple[str, str]]) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        for name, space in names:
            if term.value.startswith(space):
                return f"{name}:{term.value.removeprefix(space)}"
    return " ".join(_value(term).split())


def _csv(result: Result) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([result.columns, *result.rows])
    return text.getvalue()


def _json(result: Result) -> str:
    if result.answer is not None:
        content: dict[str, Any] = {"head": {}, "boolean": result.answer}
    else:
        bindings = [dict(_bindings(result.columns, row)) for row in result.terms]
        content = {"head": {"vars": list(result.columns)}, "results": {"bindings": bindings}}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _bindings(
    columns: tuple[str, ...], row: tuple[Term | None, ...]
) -> Iterator[tuple[str, dict[str, str]]]:
    for column, term in zip(columns, row, strict=True):
        if term is not None:
            yield column, _binding(term)


def _binding(term: Term) -> dict[str, str]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        return {"type": "literal", "value": str(term)}
    content = {"type": "literal", "value": term.value}
    if term.language:
        return content | {"xml:lang": term.language}
    plain = term.datatype.value.endswith("XMLSchema#string")
    return content if plain else content | {"datatype": term.datatype.value}
