"""The service as clients and browsers meet it."""

import csv
import io
import json
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import pyoxigraph as ox
import pytest

from kg.model import InputError
from kg.rdf import corpus_quads, replace_graphs
from kg.rdf.events import events_of
from kg.rdf.names import KG, document_node, phrase_node
from kg.rdf.store import reading
from kg.serve.app import Options
from kg.serve.limits import Limits
from kg.serve.service import running
from tests.console import kg
from tests.corpora import BASE, NORDLAND, SUEDLAND, small_corpus
from tests.serving import EVIL, Reply, ask, evil_corpus, post, query, write_graph

ATTACKED = "SELECT ?who ?whom { ?who kg:attacked ?whom } ORDER BY ?who ?whom"
ANYTHING = "SELECT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
JSON = "application/sparql-results+json"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
GRAPH_TYPES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


class Page(HTMLParser):
    """What a page loads and leads to, its text, and its language."""

    def __init__(self, reply: Reply) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.tags: list[str] = []
        self.words: list[str] = []
        self.language = ""
        assert (reply.type, reply.status < 500) == ("text/html", True)
        self.feed(reply.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        values = {name: value or "" for name, value in attrs}
        self.language = values.get("lang", "") if tag == "html" else self.language
        self.targets += [values[name] for name in ("href", "src", "action") if name in values]
        assert not [name for name in values if name.startswith("on") or name == "style"]

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


@pytest.fixture(scope="module")
def hurried(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A service that allows everything but takes no more than a second for it."""
    limits = Limits(seconds=1, memory=256 * 2**20, result=2**20)
    options = Options(update=True, service=True, cors=True, limits=limits)
    with running(write_graph(tmp_path_factory.mktemp("hurried")), options) as address:
        yield address


# The endpoint


def test_solutions_come_in_every_format(service: str) -> None:
    found = json.loads(query(service, ATTACKED, JSON).body)["results"]["bindings"]
    rows = {(row["who"]["value"], row["whom"]["value"]) for row in found}
    assert (NORDLAND, SUEDLAND) in rows
    table = query(service, ATTACKED, "text/csv")
    assert table.type == "text/csv"
    assert {tuple(row) for row in csv.reader(io.StringIO(table.text))} == rows | {("who", "whom")}
    assert (
        f"<{NORDLAND}>\t<{SUEDLAND}>" in query(service, ATTACKED, "text/tab-separated-values").text
    )
    assert "<sparql" in query(service, ATTACKED, "application/sparql-results+xml").text
    assert query(service, ATTACKED).type == JSON


@pytest.mark.parametrize("media_type", GRAPH_TYPES)
def test_graphs_come_in_every_format(service: str, media_type: str) -> None:
    reply = query(service, "CONSTRUCT { ?a kg:attacked ?b } { ?a kg:attacked ?b }", media_type)
    assert reply.type == media_type
    triples = list(ox.parse(reply.body, format=GRAPH_TYPES[media_type]))
    assert (NORDLAND, SUEDLAND) in {(t.subject.value, t.object.value) for t in triples}


def test_ask_is_answered(service: str) -> None:
    assert json.loads(query(service, "ASK { ?a kg:attacked ?b }").body)["boolean"] is True
    assert "true" in query(service, "ASK {}", "application/sparql-results+xml").text


def test_all_ways_to_send_a_query_give_the_same(service: str) -> None:
    expected = query(service, ATTACKED).body
    kind = "application/sparql-query"
    assert post(service, query=ATTACKED).body == expected
    assert ask(service, "/sparql", body=ATTACKED.encode(), kind=kind).body == expected


def test_a_request_may_choose_its_graphs(service: str) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s a kg:Statement }"
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s a kg:Statement } }"
    document = document_node("später", BASE).value

    def number(sparql: str, **fields: str) -> int:
        reply = query(service, sparql, **fields)
        return int(json.loads(reply.body)["results"]["bindings"][0]["n"]["value"])

    later = [s for s in small_corpus().statements if s.evidence.span.document == "später"]
    everything = len(evil_corpus().statements)
    assert (number(count), number(named)) == (everything, everything)
    chosen = {"default-graph-uri": document}
    assert (number(count, **chosen), number(named, **chosen)) == (len(later), 0)
    chosen = {"named-graph-uri": document}
    assert (number(count, **chosen), number(named, **chosen)) == (0, len(later))


def test_without_a_query_the_endpoint_describes_itself(service: str) -> None:
    reply = ask(service, "/sparql", accept="text/turtle")
    triples = list(ox.parse(reply.body, format=ox.RdfFormat.TURTLE))
    space = "http://www.w3.org/ns/sparql-service-description#"
    found = {(t.predicate.value.removeprefix(space), t.object.value) for t in triples}
    assert ("endpoint", f"{service}/sparql") in found
    assert ("supportedLanguage", space + "SPARQL11Query") in found
    assert ("supportedLanguage", space + "SPARQL11Update") not in found


def test_a_browser_is_led_from_the_endpoint_to_the_page(service: str) -> None:
    reply = query(service, "ASK {}", BROWSER)
    assert (reply.status, reply.fields["location"]) == (303, "/?query=ASK+%7B%7D")
    assert ask(service, "/sparql", accept=BROWSER).fields["location"] == "/"


@pytest.mark.parametrize(
    ("sparql", "accept", "status", "words"),
    [
        ("SELECT x", "*/*", 400, "line 1, column 9: this is not SPARQL from here on"),
        ("SELECT * { ?a nix:b ?c }", "*/*", 400, "line 1, column 20: Prefix not found"),
        (ATTACKED, "image/png", 406, "can be given as"),
        ("", "*/*", 400, "line 1, column 1"),
    ],
)
def test_errors_have_a_status_and_one_line(
    service: str, sparql: str, accept: str, status: int, words: str
) -> None:
    reply = query(service, sparql, accept)
    assert (reply.status, reply.type, reply.text.count("\n")) == (status, "text/plain", 1)
    assert words in reply.text


def test_unknown_methods_and_addresses(service: str) -> None:
    assert ask(service, "/sparql", method="DELETE").status == 405
    assert ask(service, "/nowhere").status == 404
    assert ask(service, "/static/..%2fapp.py").status == 404
    assert ask(service, "/sparql?query=ASK%7B%7D", method="HEAD").status == 200


# Hostile requests: each is refused in one line, and the service lives on


DEEP = {
    "groups": "SELECT * {" + "{" * 20_000 + "}" * 20_000 + "}",
    "brackets": "SELECT * { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }",
    "negations": "ASK { ?a ?b ?c FILTER(" + "!" * 30_000 + "?c) }",
    "paths": "ASK { ?a " + "/".join(["<a:a>"] * 9_000) + " ?b }",
    "collections": "ASK { ?a ?b " + "(" * 20_000 + ")" * 20_000 + " }",
}
SLOW = ANYTHING.replace("?a ?d ?g", "(COUNT(*) AS ?n)")
PATHS = " . ".join(f"?a{n} (<a:a>|!<a:a>)* ?b{n}" for n in "123")
LONG = "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?c), STR(?f))) AS ?t)"
GREEDY = {
    "product": (ANYTHING, "larger than 1 MiB"),
    "count": (SLOW, "longer than 1 seconds"),
    "paths": (
        f"SELECT (COUNT(*) AS ?n) {{ {PATHS} }}",
        "longer than 1 seconds",
    ),
    "sorting": (f"{ANYTHING} ORDER BY ?i ?f", "stopped"),
    "text": (ANYTHING.replace("SELECT ?a ?d ?g", LONG), "stopped"),
    "graph": (ANYTHING.replace("SELECT ?a ?d ?g", "CONSTRUCT { ?a ?e ?i }"), "larger|stopped"),
}


def is_alive(service: str) -> bool:
    return json.loads(query(service, "ASK {}").body)["boolean"] is True


@pytest.mark.parametrize("name", DEEP)
def test_deep_nesting_is_refused(service: str, name: str) -> None:
    reply = post(service, query=DEEP[name])
    assert (reply.status, reply.text) == (400, "nests too deeply to be read\n")
    assert is_alive(service)


@pytest.mark.parametrize("name", GREEDY)
def test_what_takes_too_much_is_stopped(hurried: str, name: str) -> None:
    sparql, reason = GREEDY[name]
    reply = post(hurried, query=sparql)
    assert (reply.status, reply.text.count("\n")) == (503, 1)
    assert re.search(reason, reply.text)
    assert is_alive(hurried)


def test_many_at_once_do_not_stop_the_others(hurried: str) -> None:
    with ThreadPoolExecutor(12) as pool:
        slow = [pool.submit(post, hurried, query=SLOW) for _ in range(3)]
        quick = [pool.submit(query, hurried, "ASK {}") for _ in range(9)]
        assert {reply.result().status for reply in quick} == {200}
        assert {reply.result().status for reply in slow} == {503}


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?a ?b ?c } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?a ?b ?c } }",
        r"ASK { S\u0045RVICE <http://127.0.0.1:1/> { ?a ?b ?c } }",
        "PREFIX x: <http://127.0.0.1:1/> ASK { FILTER(1=1)SERVICE x: { ?a ?b ?c } }",
    ],
)
def test_no_other_endpoint_is_called(service: str, sparql: str) -> None:
    reply = query(service, sparql)
    assert (reply.status, reply.text.startswith("SERVICE is not allowed")) == (403, True)
    assert is_alive(service)


def test_updates_need_leave(service: str) -> None:
    reply = post(service, update="CLEAR ALL")
    assert (reply.status, "--update" in reply.text) == (403, True)
    assert query(service, "CLEAR ALL").status == 400
    assert is_alive(service)
    assert "Nordland" in ask(service, "/entities", accept=BROWSER).text


def test_a_huge_request_is_refused(service: str) -> None:
    reply = post(service, query="ASK {} #" + "x" * 2**18)
    assert (reply.status, "larger than" in reply.text) == (413, True)
    assert is_alive(service)


def test_a_broken_connection_harms_nobody(service: str) -> None:
    host, port = urlsplit(service).netloc.split(":")
    for data in (
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\nx",
        b"\x00",
    ):
        with socket.create_connection((host, int(port))) as line:
            line.sendall(data)
    assert is_alive(service)


def test_another_name_for_this_machine_is_refused(service: str) -> None:
    assert ask(service, "/", Host="evil.example:80").status == 421
    assert ask(service, "/", Host="localhost:80").status == 200


def test_other_sites_may_not_read_the_endpoint(service: str) -> None:
    reply = query(service, "ASK {}")
    assert "access-control-allow-origin" not in reply.fields
    assert ask(service, "/sparql", method="OPTIONS").status == 405


# With leave


def test_an_update_with_leave_changes_the_graph(hurried: str) -> None:
    kind = "application/sparql-update"
    added = b"INSERT DATA { ent:neu kg:attacked ent:alt }"
    assert ask(hurried, "/sparql", body=added, kind=kind).status == 204
    asked = "ASK { ent:neu kg:attacked ent:alt }"
    assert json.loads(query(hurried, asked).body)["boolean"] is True
    assert post(hurried, update="DELETE WHERE { ent:neu ?p ?o }").status == 204
    assert json.loads(query(hurried, asked).body)["boolean"] is False


@pytest.mark.parametrize(
    ("update", "status"),
    [
        ("INSERT", 400),
        ("LOAD <file:///etc/passwd>", 403),
        ("LOADSILENT<http://127.0.0.1:1/x>", 403),
        ("INSERT { ?a ?e ?i } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", 503),
        ("INSERT DATA { " + "[ <a:a> " * 9000 + "1" + " ]" * 9000 + " <a:b> 1 }", 400),
    ],
)
def test_a_bad_update_changes_nothing(hurried: str, update: str, status: int) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    before = query(hurried, count).body
    assert post(hurried, update=update).status == status
    assert query(hurried, count).body == before


def test_a_page_of_another_site_may_read_with_leave_but_never_change(hurried: str) -> None:
    assert query(hurried, "ASK {}").fields["access-control-allow-origin"] == "*"
    assert ask(hurried, "/sparql", method="OPTIONS").status == 204
    body = urlencode({"update": "CLEAR ALL"}).encode()
    kind = "application/x-www-form-urlencoded"
    foreign = ask(hurried, "/sparql", body=body, kind=kind, Origin="https://evil.example")
    assert foreign.status == 403
    assert "Nordland" in ask(hurried, "/entities", accept=BROWSER).text


def test_service_with_leave_calls_another_endpoint(hurried: str, service: str) -> None:
    sparql = f"SELECT ?who ?whom {{ SERVICE <{service}/sparql> {{ ?who <{KG}attacked> ?whom }} }}"
    found = json.loads(query(hurried, sparql).body)["results"]["bindings"]
    assert NORDLAND in {row["who"]["value"] for row in found}
    dead = "SELECT * { SERVICE <http://127.0.0.1:2/> { ?a ?b ?c } }"
    assert query(hurried, dead).status == 502


def test_the_description_tells_what_is_allowed(hurried: str) -> None:
    text = ask(hurried, "/sparql", accept="text/turtle").text
    assert "SPARQL11Update" in text
    assert "BasicFederatedQuery" in text


# Pages


ADDRESSES = [
    "/",
    "/?name=about-entity",
    "/?name=nonsense",
    "/?" + urlencode({"query": ATTACKED}),
    "/?" + urlencode({"query": "SELECT ?a ?b ?c { ?a ?b ?c }", "lang": "en"}),
    "/?" + urlencode({"query": "CONSTRUCT { ?a ?b ?c } { ?a ?b ?c . ?a a kg:Place }"}),
    "/?" + urlencode({"query": "ASK {}"}),
    "/?" + urlencode({"query": f"SELECT {EVIL}", "name": EVIL, "p.x": EVIL}),
    "/graph",
    "/entities",
    "/entities?" + urlencode({"part": EVIL}),
    "/articles",
    "/id/nordland",
    "/id/nordland?lang=en",
    "/id/ada-m%C3%BCller",
    "/id/b%C3%B6se%2520e",
    "/id/statement/a1",
    "/id/statement/evil",
    "/id/document/angriff%25201",
    "/id/event/" + events_of(small_corpus())["a1"].id,
    "/id/" + quote(EVIL),
    "/resource?" + urlencode({"iri": EVIL}),
    "/resource?" + urlencode({"iri": KG + "attacked"}),
    "/resource?" + urlencode({"iri": KG + "Person"}),
    "/resource?" + urlencode({"iri": SUEDLAND}),
]


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_page_stays_on_the_service_and_takes_no_text_for_markup(service: str, path: str) -> None:
    reply = ask(service, path, accept=BROWSER)
    page = Page(reply)
    policy = reply.fields["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert reply.fields["x-content-type-options"] == "nosniff"
    assert all(re.match(r"/(?!/)|#", target) for target in page.targets), page.targets
    assert page.tags.count("script") == 1
    assert "img src=x" not in reply.text.replace("&lt;img src=x", "")


def test_every_link_of_the_pages_leads_somewhere(service: str) -> None:
    seen: set[str] = set()
    for path in ("/entities", "/articles", "/id/statement/a1", "/id/nordland"):
        seen |= set(Page(ask(service, path, accept=BROWSER)).targets)
    targets = sorted(target for target in seen if not target.startswith(("#", "/view")))
    # Every third of them, and those of the entity with a name that might break an address.
    for target in {*targets[::3], *(target for target in targets if "se%2520e" in target)}:
        assert ask(service, target, accept=BROWSER).status == 200, target


def test_the_page_of_an_entity_tells_its_statements(service: str) -> None:
    page = Page(ask(service, "/id/nordland", accept=BROWSER))
    assert page.language == "de"
    assert "Nordland griff an Südland" in page.text
    assert "verneint" in page.text
    assert "Nordland griff am Dienstag Südland und den Küstenbund bei Hafen an." in page.text
    assert "Northland attacked Southland" in Page(ask(service, "/id/nordland?lang=en")).text


def test_the_language_of_the_browser_counts_unless_another_is_chosen(service: str) -> None:
    english = Page(ask(service, "/", accept=BROWSER, Accept_Language="fr, en-GB;q=0.8, de;q=0.5"))
    assert (english.language, "/?lang=en" in english.targets) == ("en", False)
    chosen = Page(ask(service, "/?lang=de", accept=BROWSER, Accept_Language="en"))
    assert (chosen.language, "/entities?lang=de" in chosen.targets) == ("de", True)


def test_an_article_shows_the_passage_and_marks_the_statement(service: str) -> None:
    (first,) = [s for s in small_corpus().statements if s.id == "a1"]
    iri = phrase_node(first.evidence.span, BASE).value
    fields = {"iri": iri, "statement": f"{BASE}statement/a1"}
    text = ask(service, f"/resource?{urlencode(fields)}", accept=BROWSER).text
    assert '<section class="passage chosen">' in text
    assert '<mark class="subject"><a href="/id/nordland">Nordland</a></mark>' in text
    assert '<mark class="predicate">griff</mark>' in text


@pytest.mark.parametrize("media_type", GRAPH_TYPES)
def test_a_resource_is_also_rdf(service: str, media_type: str) -> None:
    reply = ask(service, "/id/nordland", accept=media_type)
    assert (reply.type, reply.fields["vary"]) == (media_type, "Accept, Accept-Language")
    triples = list(ox.parse(reply.body, format=GRAPH_TYPES[media_type]))
    assert {t.predicate.value for t in triples if t.subject.value == NORDLAND} >= {KG + "attacked"}
    assert any(t.object == ox.NamedNode(NORDLAND) for t in triples)


def test_an_article_as_rdf_is_its_graph(service: str) -> None:
    reply = ask(service, "/id/document/angriff%25201", accept="application/n-triples")
    name = document_node("angriff 1", BASE)
    quads = [quad for quad in corpus_quads(evil_corpus()) if quad.graph_name == name]
    assert len(reply.body.splitlines()) == len(quads)


def test_what_the_graph_does_not_know_is_not_found(service: str) -> None:
    reply = ask(service, "/id/nix", accept="text/turtle")
    assert (reply.status, reply.type) == (404, "text/plain")
    assert Page(ask(service, "/id/nix", accept=BROWSER)).text.count(BASE + "nix") == 1


def test_the_page_of_a_query_has_files_of_all_results(service: str) -> None:
    page = Page(ask(service, "/?" + urlencode({"query": ATTACKED}), accept=BROWSER))
    (address,) = [target for target in page.targets if target.endswith("format=csv")]
    assert ask(service, address).text.startswith("who,whom\r\n")


def test_a_ready_made_query_takes_its_parameters(service: str) -> None:
    from kg.query import named_query

    fields = {"name": "about-entity", "query": named_query("about-entity")}
    none = Page(ask(service, "/?" + urlencode(fields | {"p.entity": "Atlantis"}), accept=BROWSER))
    some = Page(ask(service, "/?" + urlencode(fields | {"p.entity": "Hafen"}), accept=BROWSER))
    assert "Keine Treffer" in none.text
    assert "bei Hafen an" in some.text


def test_a_stopped_query_keeps_its_text(hurried: str) -> None:
    reply = ask(hurried, "/?" + urlencode({"query": SLOW}), accept=BROWSER)
    page = Page(reply)
    assert "longer than 1 seconds" in page.text
    assert SLOW in page.text


@pytest.mark.parametrize(
    "path", ["/view", "/view?" + urlencode({"query": "CONSTRUCT WHERE { ?a kg:attacked ?b }"})]
)
def test_a_drawn_graph_loads_its_own_script_alone(service: str, path: str) -> None:
    reply = ask(service, path, accept=BROWSER)
    assert (reply.status, reply.type) == (200, "text/html")
    assert "Nordland" in reply.text
    assert reply.fields["content-security-policy"] == "frame-ancestors 'self'"
    inner = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', reply.text)
    assert inner
    assert inner[1].startswith("default-src &#39;none&#39;; script-src &#39;sha256-")


def test_what_is_no_graph_cannot_be_drawn(service: str) -> None:
    reply = ask(service, "/view?" + urlencode({"query": "ASK {}"}), accept=BROWSER)
    assert reply.status == 400
    assert "only CONSTRUCT" in Page(reply).text


# A store on disk


def test_a_store_is_served_as_it_is_now(tmp_path: Path) -> None:
    path, count = tmp_path / "store", "SELECT (COUNT(*) AS ?n) { ?s a kg:Statement }"
    quads = corpus_quads(small_corpus())
    later = [quad for quad in quads if quad.graph_name == document_node("später", BASE)]
    replace_graphs(path, later)
    with running(path) as address:
        before = query(address, count, "text/csv").text
        replace_graphs(path, quads)
        assert (before, query(address, count, "text/csv").text) == ("n\r\n2\r\n", "n\r\n10\r\n")
        assert post(address, query=DEEP["groups"]).status == 400
        with reading(path):
            assert is_alive(address)
    with pytest.raises(InputError, match="not --update"), running(path, Options(update=True)):
        pass


# The command


def test_the_command_serves_until_it_is_told_to_stop(tmp_path: Path) -> None:
    run = [sys.executable, "-c", "from kg.cli import main; main()"]
    words = ["serve", str(write_graph(tmp_path)), "--port", "0"]
    with subprocess.Popen(
        [*run, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        address = process.stdout.readline().strip().rstrip("/")
        assert address.startswith("http://127.0.0.1:")
        assert is_alive(address)
        process.send_signal(2)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, "", "")


def test_the_command_refuses_what_it_cannot_serve(tmp_path: Path) -> None:
    assert kg("serve", tmp_path / "no.ttl").err == f"kg: {tmp_path / 'no.ttl'}: does not exist\n"
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        outcome = kg("serve", write_graph(tmp_path), "--port", port)
    assert (outcome.status, outcome.err.count("\n")) == (2, 1)
    assert f"127.0.0.1:{port}: cannot be listened at" in outcome.err


def test_a_graph_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text("nonsense", encoding="utf-8")
    with pytest.raises(InputError, match=r"x\.ttl: "), running(tmp_path / "x.ttl"):
        pass
