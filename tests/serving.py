"""A served graph and a plain way to ask it."""

from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from kg.model import Corpus, Entity, Mention, Span
from kg.rdf import serialize
from tests.corpora import BASE, small_corpus, statement

FORM = "application/x-www-form-urlencoded"
EVIL = """<script>alert("1")</script>"><img src=x onerror=alert(2)> javascript:alert(3)"""


@dataclass(frozen=True, slots=True)
class Reply:
    """What the service sent back; names of fields in lower case."""

    status: int
    fields: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def type(self) -> str:
        return self.fields.get("content-type", "").partition(";")[0]


def ask(
    address: str,
    path: str,
    *,
    accept: str = "*/*",
    body: bytes | None = None,
    kind: str = "",
    method: str = "",
    **fields: str,
) -> Reply:
    """Send one request; `fields` are further header fields, their names with underscores."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=30)
    headers = {"Accept": accept} | {name.replace("_", "-"): v for name, v in fields.items()}
    headers |= {"Content-Type": kind} if kind else {}
    try:
        connection.request(method or ("GET" if body is None else "POST"), path, body, headers)
        response = connection.getresponse()
        known = {name.lower(): value for name, value in response.getheaders()}
        return Reply(response.status, known, response.read())
    finally:
        connection.close()


def query(address: str, sparql: str, accept: str = "*/*", **fields: str) -> Reply:
    """Send a query in the address."""
    return ask(address, f"/sparql?{urlencode({'query': sparql} | fields)}", accept=accept)


def post(address: str, accept: str = "*/*", **fields: str) -> Reply:
    """Send a form to the endpoint."""
    return ask(address, "/sparql", body=urlencode(fields).encode(), kind=FORM, accept=accept)


def evil_corpus() -> Corpus:
    """The small corpus with an entity, a literal and words that a page must not take for markup."""
    corpus = small_corpus()
    entity = Entity(
        BASE + "böse%20e",
        "Person",
        EVIL,
        (("de", EVIL),),
        (Mention(Span("angriff 1", 0, 3), EVIL, "name"),),
    )
    literal = statement(
        "evil", subject=entity.id, relation="holdsPosition", object=EVIL, literal=True, rule=EVIL
    )
    return Corpus(corpus.documents, (*corpus.entities, entity), (*corpus.statements, literal))


def write_graph(folder: Path) -> Path:
    """A file with the evil corpus."""
    path = folder / "küste.nq"
    path.write_bytes(serialize(evil_corpus(), "nquads"))
    return path
