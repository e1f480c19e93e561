"""Measure loading, querying and exporting graphs of a growing size, and print a table.

python -m benchmarks.query [--triples N…]

Beside `kg`, on a folder as `kg build` writes it and on a store, stand plain rdflib and plain
pyoxigraph, each on the N-Quads file with named graphs and their union as the default graph. The
graphs are made up: articles of our own statements' shape with entities that recur, so that queries
have work to do. Times are those of the processor, those of queries the best of as many runs as fit
half a second.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import rdflib

from kg.model import (
    Corpus,
    Document,
    Entity,
    Evidence,
    Mention,
    Modality,
    Polarity,
    Span,
    Statement,
)
from kg.ontology import DEFAULT_BASE
from kg.query import query
from kg.rdf import corpus_quads, loaded, prefixes, quads_of, replace_graphs, serialize

SIZES = (10_000, 100_000, 1_000_000)
HALF_A_SECOND = 0.5
STATEMENTS = 10  # of an article
RELATIONS = ("attacked", "accused", "metWith", "calledOn", "supported", "aided")
SENTENCE = "Die Regierung von A griff am Dienstag B an."
TRIPLES = 42.5  # of a statement, its passage, its ends and their mentions, on average
QUERIES = {
    "two hops over plain triples": """
        SELECT DISTINCT ?through ?whom WHERE {
          ent:e1 kg:attacked|kg:accused ?through . ?through kg:attacked|kg:accused ?whom .
        }""",
    "two hops over statements, all": """
        SELECT (COUNT(*) AS ?n) WHERE {
          ?first rdf:subject ?who ; rdf:object ?through .
          ?second rdf:subject ?through ; rdf:object ?whom .
        }""",
    "statements of one entity": """
        SELECT ?relation ?name ?sentence WHERE {
          ?statement rdf:subject ent:e7 ; rdf:predicate ?relation ; rdf:object/schema:name ?name ;
            kg:evidence/nif:anchorOf ?sentence .
        } ORDER BY ?relation ?name ?sentence""",
    "statements by relation": """
        SELECT ?relation (COUNT(?statement) AS ?n) WHERE {
          ?statement a kg:Statement ; rdf:predicate ?relation ; kg:polarity kg:positive .
        } GROUP BY ?relation ORDER BY ?relation""",
}


@dataclass(frozen=True, slots=True)
class Library:
    """One way to ask a file.

    Attributes:
        load: Path → what can be asked.
        ask: That and a query with its prefixes → number of rows.
        export: That → Turtle.
    """

    name: str
    load: Callable[[Path], Any]
    ask: Callable[[Any, str], int]
    export: Callable[[Any], bytes]


def main() -> None:
    """Measure one size after the other, smallest first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, nargs="+", default=SIZES)
    for size in parser.parse_args().triples:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), size)


def measure(folder: Path, size: int) -> None:
    """Print a table for one size."""
    quads, path = corpus_quads(articles(size)), folder / "graph.nq"
    path.write_bytes(serialize(quads, "nquads"))
    path.with_suffix(".ttl").write_bytes(serialize(quads, "turtle"))
    print(f"\n| {len(quads):,} quads, seconds | {' | '.join(one.name for one in LIBRARIES)} |")
    print("|---|" + "--:|" * len(LIBRARIES))
    del quads
    columns = [list(times(library, path)) for library in LIBRARIES]
    for row in zip(*columns, strict=True):
        print(f"| {row[0][0]} | {' | '.join(f'{taken:.5f}' for _, taken, _ in row)} |", flush=True)
        if len({found for _, _, found in row}) > 1:
            raise AssertionError(f"the libraries answer differently: {row}")


def times(library: Library, path: Path) -> Iterator[tuple[str, float, int]]:
    """Name, seconds and number of results of each task."""
    began = time.process_time()
    graph = library.load(path)
    yield "load the file", time.process_time() - began, 0
    for name, sparql in QUERIES.items():
        taken, found = best(partial(library.ask, graph, sparql))
        yield name, taken, found
    began = time.process_time()
    library.export(graph)
    yield "export as Turtle", time.process_time() - began, 0


def best(task: Callable[[], int]) -> tuple[float, int]:
    """Seconds of the quickest run, of as many as fit half a second, and its result."""
    shortest, found, spent = float("inf"), 0, 0.0
    while spent < HALF_A_SECOND:
        began = time.process_time()
        found = task()
        taken = time.process_time() - began
        shortest, spent = min(shortest, taken), spent + taken
    return shortest, found


def articles(triples: int) -> Corpus:
    """A made-up corpus that takes about so many quads; the same for the same number."""
    chance = random.Random(0)
    number = max(1, round(triples / TRIPLES / STATEMENTS))
    entities = 2 + number
    documents, said = [], []
    mentions: dict[str, list[Mention]] = {f"{DEFAULT_BASE}e{i}": [] for i in range(entities)}
    for page in range(number):
        document = f"article-{page}"
        documents.append(Document(document, " ".join([SENTENCE] * STATEMENTS), f"Artikel {page}"))
        for line in range(STATEMENTS):
            # The square makes some entities far more frequent than others, as news does.
            ends = [f"{DEFAULT_BASE}e{int(entities * chance.random() ** 2)}" for _ in range(2)]
            start = line * (len(SENTENCE) + 1)
            for end, offset in zip(ends, (14, 32), strict=True):
                span = Span(document, start + offset, start + offset + 1)
                mentions[end].append(Mention(span, SENTENCE[offset], "name"))
            said.append(
                made_up(
                    f"{page}-{line}", ends, Span(document, start, start + len(SENTENCE)), chance
                )
            )
    named = (
        Entity(i, "Place", f"Ort {i[-6:]}", (("de", i[-6:]), ("en", i[-6:])), tuple(m))
        for i, m in mentions.items()
    )
    return Corpus(tuple(documents), tuple(named), tuple(said))


def made_up(id_: str, ends: list[str], span: Span, chance: random.Random) -> Statement:
    """A statement of which three in four are positive and asserted."""
    return Statement(
        id=id_,
        subject=ends[0],
        subject_text="A",
        relation=chance.choice(RELATIONS),
        object=ends[1],
        object_text="B",
        literal=False,
        polarity=Polarity.POSITIVE,
        modality=chance.choice((*[Modality.ASSERTED] * 3, Modality.REPORTED)),
        source=None,
        date=f"2023-09-{chance.randint(1, 30):02}",
        place=None,
        evidence=Evidence(span, SENTENCE, "griff an"),
        confidence=round(chance.random(), 2),
        rule="verb frame: angreifen",
    )


def load_kg(path: Path) -> ox.Store:
    """What `kg query` asks, by a query that names no graph, of the folder that `kg build` wrote."""
    with loaded(path.parent, graphs=False) as store:
        return store


def load_kg_store(path: Path) -> ox.Store:
    """A store on disk, written as `kg build --store` does, and opened."""
    store = path.with_name("store")
    replace_graphs(store, quads_of(path))
    with loaded(store) as opened:
        return opened


def ask_kg(store: ox.Store, sparql: str) -> int:
    """All of the way of `kg query` but printing."""
    return counted([list(row) for row in query(store, sparql).rows])


def load_oxigraph(path: Path) -> ox.Store:
    """Plain pyoxigraph; the union is copied, as its own view of it counts triples repeatedly."""
    store = ox.Store()
    store.bulk_load(path=path, format=ox.RdfFormat.N_QUADS)
    store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
    return store


def ask_oxigraph(store: ox.Store, sparql: str) -> int:
    """The rows of plain pyoxigraph."""
    found = store.query(sparql, prefixes=prefixes())
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError(sparql)
    return counted([[term and getattr(term, "value", "") for term in row] for row in found])


def export_oxigraph(store: ox.Store) -> bytes:
    """The union as Turtle, in whatever order it is kept."""
    data = store.dump(format=ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph(), prefixes=prefixes())
    return data or b""


def load_rdflib(path: Path) -> rdflib.Dataset:
    """Plain rdflib."""
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(path, format="nquads")
    return dataset


def ask_rdflib(dataset: rdflib.Dataset, sparql: str) -> int:
    """The rows of plain rdflib."""
    names = {name: rdflib.Namespace(space) for name, space in prefixes().items()}
    return counted([[str(term) for term in row] for row in dataset.query(sparql, initNs=names)])  # type: ignore[union-attr]


def export_rdflib(dataset: rdflib.Dataset) -> bytes:
    """The union as rdflib's Turtle."""
    graph = rdflib.Graph()
    for subject, predicate, object_, _ in dataset.quads():
        graph.add((subject, predicate, object_))
    return graph.serialize(format="turtle", encoding="utf-8")


def counted(rows: list[list[Any]]) -> int:
    """Number of rows, or the number that a single count holds."""
    return int(rows[0][0]) if len(rows) == 1 and len(rows[0]) == 1 else len(rows)


LIBRARIES = (
    Library("kg, a folder", load_kg, ask_kg, lambda graph: serialize(graph, "turtle")),
    Library("kg, a store", load_kg_store, ask_kg, lambda graph: serialize(graph, "turtle")),
    Library("pyoxigraph", load_oxigraph, ask_oxigraph, export_oxigraph),
    Library("rdflib", load_rdflib, ask_rdflib, export_rdflib),
)


if __name__ == "__main__":
    main()
