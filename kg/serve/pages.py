"""Writes pages: templates, texts in two languages, and links that stay on this service."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote, urlencode

import pyoxigraph as ox
from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.rdf.names import XSD
from kg.serve.answer import HTML, Answer, RefusedError
from kg.serve.facts import name_of
from kg.serve.graph import Graph

LANGUAGES = ("de", "en")
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
"""What a page of ours may load: nothing from elsewhere, nothing in line."""
STATIC = {"style.css": "text/css", "script.js": "text/javascript", "icon.svg": "image/svg+xml"}
"""Files that pages load → their media types."""

_TEMPLATES = (
    "article",
    "articles",
    "base",
    "entities",
    "entity",
    "error",
    "graph",
    "macros",
    "query",
    "resource",
    "statement",
)
# Paths that a browser would not rewrite.
_PLAIN_PATH = re.compile(r"(?:[^\W_]|[_~-])[^/?#]*(?:/(?:[^\W_]|[_~-])[^/?#]*)*")


@dataclass(frozen=True, slots=True)
class Link:
    """A node of the graph and what to call it; `iri` is "" for what has no page."""

    name: str
    iri: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a page is written.

    Attributes:
        language: `de` or `en`.
        chosen: Whether the address of the page says so, so that its links have to say it too.
        here: The page's own path.
        fields: The fields of its address, the language aside.
    """

    language: str
    chosen: bool = False
    here: str = "/"
    fields: tuple[tuple[str, str], ...] = ()


def page(name: str, graph: Graph, reader: Reader, *, status: int = 200, **values: Any) -> Answer:
    """Fill the template of a page.

    Args:
        name: The template.
        graph: The graph that it is about.
        reader: For whom.
        status: Status of HTTP.
        values: What the template names.
    """
    template = _environment().get_template(f"templates/{name}.html.j2")
    text = template.render(
        t=texts()[reader.language],
        reader=reader,
        graph=graph,
        status=status,
        local=lambda iri: local(iri, graph.base, reader),
        to=lambda path, **fields: to(path, reader, fields),
        switched=lambda language: _switched(reader, language),
        **values,
    )
    # A lone surrogate cannot be written as UTF-8.
    return Answer(text.encode("utf-8", "replace"), HTML, status)


def error_page(graph: Graph, reader: Reader, error: RefusedError) -> Answer:
    """A refusal as a page."""
    return page("error", graph, reader, status=error.status, reason=str(error))


def warm() -> None:
    """Load what pages need, libraries included, before the first one is asked for."""
    import pyvis.network  # noqa: F401

    import kg.graph
    import kg.views  # noqa: F401

    texts()
    for name in _TEMPLATES:
        _environment().get_template(f"templates/{name}.html.j2")


@cache
def texts() -> dict[str, dict[str, Any]]:
    """The words of the pages by language."""
    return tomllib.loads(static("texts.toml").decode())


def static(name: str) -> bytes:
    """A file beside this module."""
    return (files("kg.serve") / name).read_bytes()


def link(graph: Graph, term: object, language: str) -> Link:
    """A term as a page shows it."""
    if isinstance(term, ox.NamedNode):
        return Link(name_of(graph, term, language), term.value)
    if isinstance(term, ox.Literal):
        datatype = term.datatype.value.removeprefix(XSD)
        return Link(term.value, "", term.language or ("" if datatype == "string" else datatype))
    return Link(str(term))


def local(iri: str, base: str, reader: Reader) -> str:
    """The address on this service of what an IRI names, whatever the IRI."""
    rest = iri.removeprefix(base)
    if rest != iri and _PLAIN_PATH.fullmatch(rest):
        return to(f"/id/{quote(rest)}", reader, {})
    return to("/resource", reader, {"iri": iri})


def to(path: str, reader: Reader, fields: Mapping[str, str]) -> str:
    """A path with fields, and the language where the reader chose one."""
    chosen = dict(fields) | ({"lang": reader.language} if reader.chosen else {})
    return f"{path}?{urlencode(chosen)}" if chosen else path


def _switched(reader: Reader, language: str) -> str:
    """The same page in another language."""
    return f"{reader.here}?{urlencode([*reader.fields, ('lang', language)])}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kg.serve", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["languages"] = LANGUAGES
    return environment
