"""Sends a graph to a triple store that runs somewhere else.

By SPARQL 1.1 Update (https://www.w3.org/TR/sparql11-update/) or, one request a graph, by the SPARQL
1.1 Graph Store HTTP Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pyoxigraph as ox

from kg.model import InputError, PushError
from kg.rdf import Source, quads_of

if TYPE_CHECKING:
    import requests

_TRIPLES = 1000
"""Triples of one update: Virtuoso refuses one that it would compile to 10,000 lines of SQL."""
_CHARACTERS = 1_000_000
"""Size of one update, where literals are long."""
_RETRIES = 3
_PATIENCE = 10, 300
"""Seconds to wait for a connection, and for an answer."""
_PASSING = 429, 502, 503, 504
"""States of a server that pass: too busy, or on its way up."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to send to.

    Attributes:
        url: Address of the update service, or of the graph store where `graph_store` is true.
        user: Name to log in with, "" for none.
        basic: Whether the password goes by HTTP Basic, readable on the way, instead of Digest.
    """

    url: str
    graph_store: bool = False
    user: str = ""
    password: str = ""
    basic: bool = False


@dataclass(frozen=True, slots=True)
class Pushed:
    """What was sent: how many triples, into how many graphs, in how many requests."""

    triples: int
    graphs: int
    requests: int


@dataclass(frozen=True, slots=True)
class _Request:
    """One request and how many triples it carries."""

    method: str
    body: str
    media_type: str
    triples: int
    parameters: str | dict[str, str] = ""


def push(source: Source, endpoint: Endpoint, *, graph: str = "", replace: bool = False) -> Pushed:
    """Add a graph to a triple store, each document to the named graph that bears its IRI.

    What is sent twice is there once: a push that broke off is just repeated.

    Args:
        source: What `kg.rdf.quads_of` takes.
        endpoint: Where to.
        graph: IRI of the graph for triples that are in none, "" for the store's default graph.
        replace: Whether the graphs are emptied first. Other graphs stay as they are.

    Raises:
        InputError: The source is no graph, or cannot be sent in this way.
        PushError: The server cannot be reached or refuses; the message says what it answered.
    """
    _check_url(endpoint.url)
    quads = _in_graphs(quads_of(source), graph)
    if replace and any(isinstance(quad.graph_name, ox.DefaultGraph) for quad in quads):
        raise InputError("triples that are in no graph replace nothing: name one with --graph IRI")
    requests = (_graphs if endpoint.graph_store else _updates)(quads, replace=replace)
    sent = number = 0
    with _session(endpoint) as session:
        for request in requests:
            _send(session, endpoint.url, request, f"{sent} of {len(quads)} triples were taken")
            sent += request.triples
            number += 1
    return Pushed(sent, len({quad.graph_name for quad in quads}), number)


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(f"{url}: is no address of a server: http://… or https://…")
    if parts.username or parts.password:
        raise InputError("the user goes into --user, not into the address")


def _in_graphs(quads: Iterable[ox.Quad], graph: str) -> list[ox.Quad]:
    """The quads, sorted by graph; those in no graph in the named one."""
    try:
        target = ox.NamedNode(graph) if graph else ox.DefaultGraph()
    except ValueError as error:
        raise InputError(f"{graph}: is no IRI: {error}") from error
    named = {
        ox.Quad(q.subject, q.predicate, q.object, target)
        if isinstance(q.graph_name, ox.DefaultGraph)
        else q
        for q in quads
    }
    return sorted(named, key=lambda quad: (str(quad.graph_name), str(quad.triple)))


def _updates(quads: list[ox.Quad], *, replace: bool) -> Iterator[_Request]:
    """Updates that insert the quads, the first that names a graph emptying it."""
    if any(isinstance(term, ox.BlankNode) for quad in quads for term in quad):
        raise InputError("blank nodes would be doubled by a second update: use --graph-store")
    begun: set[str] = set()
    for batch in _batches(quads):
        groups = [(str(g), list(found)) for g, found in groupby(batch, lambda q: q.graph_name)]
        new = [name for name, _ in groups if name not in begun] if replace else []
        begun.update(name for name, _ in groups)
        clear = "".join(f"CLEAR SILENT GRAPH {name} ;\n" for name in new)
        body = f"{clear}INSERT DATA {{\n{''.join(_block(*group) for group in groups)}}}"
        yield _Request("POST", body, "application/sparql-update", len(batch))


def _block(name: str, quads: Iterable[ox.Quad]) -> str:
    triples = _triples(quads)
    return triples if name == str(ox.DefaultGraph()) else f"GRAPH {name} {{\n{triples}}}\n"


def _triples(quads: Iterable[ox.Quad]) -> str:
    return "".join(f"{quad.triple} .\n" for quad in quads)


def _batches(quads: Iterable[ox.Quad]) -> Iterator[list[ox.Quad]]:
    batch: list[ox.Quad] = []
    size = 0
    for quad in quads:
        length = len(str(quad))
        if batch and (len(batch) == _TRIPLES or size + length > _CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(quad)
        size += length
    if batch:
        yield batch


def _graphs(quads: list[ox.Quad], *, replace: bool) -> Iterator[_Request]:
    """A request for each graph, which N-Triples describe as Turtle."""
    method = "PUT" if replace else "POST"
    for graph, found in groupby(quads, lambda quad: quad.graph_name):
        named = isinstance(graph, ox.NamedNode)
        parameters = {"graph": graph.value} if named else "default"
        triples = list(found)
        yield _Request(method, _triples(triples), "text/turtle", len(triples), parameters)


def _session(endpoint: Endpoint) -> "requests.Session":
    import requests
    from requests.adapters import HTTPAdapter
    from requests.auth import HTTPBasicAuth, HTTPDigestAuth
    from urllib3.util import Retry

    session = requests.Session()
    # Every request may be repeated: what is inserted twice is there once.
    retry = Retry(
        _RETRIES,
        backoff_factor=0.5,
        status_forcelist=_PASSING,
        allowed_methods=None,
        raise_on_status=False,
        respect_retry_after_header=False,
    )
    for scheme in ("http://", "https://"):
        session.mount(scheme, HTTPAdapter(max_retries=retry))
    if endpoint.user:
        method = HTTPBasicAuth if endpoint.basic else HTTPDigestAuth
        session.auth = method(endpoint.user, endpoint.password)
    return session


def _send(session: "requests.Session", url: str, request: _Request, so_far: str) -> None:
    import requests

    try:
        response = session.request(
            request.method,
            url,
            params=request.parameters,
            data=request.body.encode(),
            headers={"Content-Type": request.media_type},
            timeout=_PATIENCE,
            allow_redirects=False,
        )
    except requests.RequestException as error:
        raise PushError(f"{url}: {_reason(error)}; {so_far}") from error
    if not response.ok or response.is_redirect:
        raise PushError(f"{url}: {_refusal(response)}; {so_far}")


def _reason(error: "requests.RequestException") -> str:
    """What went wrong, without the names of the classes that it went through."""
    import requests

    if isinstance(error, requests.exceptions.SSLError):
        return "the certificate of the server is not trusted"
    if isinstance(error, requests.Timeout):
        return "the server does not answer in time"
    return "the server cannot be reached"


def _refusal(response: "requests.Response") -> str:
    if response.is_redirect:
        return f"the service has moved to {response.headers['Location']}: push there"
    challenge = response.headers.get("WWW-Authenticate", "").split(" ")[0]
    if response.status_code == 401 and challenge.lower() == "basic":
        return "asks for the password by HTTP Basic: --user, --password-from and --basic"
    if response.status_code == 401:
        return "asks for a user and the right password: --user and --password-from"
    return f"answers {response.status_code} {response.reason}: {_said(response)}".rstrip(": ")


def _said(response: "requests.Response") -> str:
    """The first line of an answer, of a page its first words, nothing that steers a terminal."""
    text = response.text[:5000].strip()
    if "html" in response.headers.get("Content-Type", ""):
        text = " ".join(re.sub(r"(?s)<style.*?</style>|<[^>]*>", " ", text).split())
    return re.sub(r"[\x00-\x1f\x7f-\x9f]", "", text.partition("\n")[0])[:200].strip()
