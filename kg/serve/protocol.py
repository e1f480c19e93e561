"""Reads requests of the SPARQL 1.1 Protocol (W3C Recommendation, 21 March 2013)."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

from kg.serve.answer import RefusedError

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_MOST_FIELDS = 1000
_ONCE = ("query", "update")

FORMATS = {
    "json": "application/sparql-results+json, application/ld+json",
    "xml": "application/sparql-results+xml, application/rdf+xml",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
}
"""Value of the field `format`, for clients that cannot set `Accept` → what it stands for."""

Fields = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Operation:
    """What a request asks for.

    Attributes:
        kind: `query`, `update`, or `description` where the request has no query.
        text: The query or update.
        default_graphs, named_graphs: The graphs that the query shall be about.
        accept: What the client takes.
    """

    kind: str
    text: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    accept: str


def read_operation(
    method: str, address_query: str, body: bytes, *, content_type: str = "", accept: str
) -> Operation:
    """What a request to the endpoint asks for.

    Args:
        method: `GET`, `HEAD` or `POST`.
        address_query: What stands behind `?` in the address, percent-encoded.
        body: The request's content.
        content_type: Its field `Content-Type`.
        accept: Its field `Accept`.

    Raises:
        RefusedError: The request is not of the protocol.
    """
    fields = _fields(address_query)
    if method == "POST":
        fields = _posted(fields, body, content_type.partition(";")[0].strip().lower())
    elif "update" in fields:
        raise RefusedError(405, "an update is sent by POST")
    for name in _ONCE:
        if len(fields.get(name, [])) > 1:
            raise RefusedError(400, f"{name} is given more than once")
    return _operation(fields, _accepted(fields, accept))


def _fields(encoded: str) -> dict[str, list[str]]:
    try:
        return parse_qs(
            encoded, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS
        )
    except ValueError as error:
        raise RefusedError(400, f"the fields of the request cannot be read: {error}") from error


def _posted(fields: dict[str, list[str]], body: bytes, content_type: str) -> dict[str, list[str]]:
    """All fields of a POST: a query or update alone is content of its own type."""
    text = _text(body)
    if content_type == FORM:
        added = _fields(text)
        return {name: fields.get(name, []) + added.get(name, []) for name in fields | added}
    kinds = {QUERY: "query", UPDATE: "update"}
    if content_type not in kinds:
        raise RefusedError(415, f"POST takes {FORM}, {QUERY} or {UPDATE}")
    kind = kinds[content_type]
    return fields | {kind: [*fields.get(kind, []), text]}


def _text(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise RefusedError(400, "the request is not UTF-8 text") from error


def _operation(fields: Fields, accept: str) -> Operation:
    kinds = [kind for kind in ("query", "update") if kind in fields]
    if len(kinds) > 1:
        raise RefusedError(400, "give a query or an update, not both")
    kind = kinds[0] if kinds else "description"
    if kind == "update" and any(name.startswith("using-") for name in fields):
        raise RefusedError(400, "using-graph-uri is not supported: write USING into the update")
    return Operation(
        kind,
        fields[kind][0] if kinds else "",
        tuple(fields.get("default-graph-uri", [])),
        tuple(fields.get("named-graph-uri", [])),
        accept,
    )


def _accepted(fields: Fields, accept: str) -> str:
    # Some clients add names of their own to what their `Accept` says already.
    return next((FORMATS[name] for name in fields.get("format", []) if name in FORMATS), accept)
