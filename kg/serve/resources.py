"""What an IRI stands for: as a page for people, as RDF for programs."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial

import pyoxigraph as ox

from kg.ontology import ancestors
from kg.rdf.names import KG, NIF, RDFS, SCHEMA, WIKIDATA
from kg.serve.answer import HTML, Answer, RefusedError
from kg.serve.cards import Card, cards, marked, parts
from kg.serve.facts import (
    CONTEXT,
    DERIVED,
    EVENT,
    OBJECT,
    PLACE,
    PREDICATE,
    SOURCE,
    SUBJECT,
    TYPE,
    corpus_with,
    is_a,
    mentions,
    passages,
    statements_with,
    whole_text,
)
from kg.serve.graph import Graph, is_term
from kg.serve.negotiation import preferred
from kg.serve.pages import Link, Reader, error_page, link, page
from kg.serve.sparql import GRAPHS, written

MOST = 200
"""Statements or triples that a page shows."""
_MOST_TRIPLES = 10_000

Rows = list[tuple[Link, list[Link]]]


def show_resource(
    graph: Graph, *, iris: Sequence[str], accept: str, reader: Reader, statement: str, most: int
) -> Answer:
    """Show what the graph knows of a resource.

    Args:
        graph: The graph.
        iris: How the resource may be meant; the first that the graph knows counts.
        accept: What the client takes.
        reader: For whom, where it takes HTML.
        statement: IRI of the statement whose words an article's page marks, "" for none.
        most: Bytes that the answer may have.

    Raises:
        RefusedError: The client takes neither HTML nor RDF, or the graph knows nothing of it.
    """
    media_type = preferred(accept, [HTML, *GRAPHS])
    node = next((n for n in map(_node, iris) if n and _is_known(graph, n)), None)
    if node is None:
        refusal = RefusedError(404, f"the graph says nothing of {iris[0]}")
        if media_type == HTML:
            return error_page(graph, reader, refusal)
        raise refusal
    if media_type == HTML:
        return _page(graph, node, reader, _node(statement))
    return Answer(written(_said(graph, node), media_type, graph.prefixes, most), media_type)


def _said(graph: Graph, node: ox.NamedNode) -> list[ox.Triple]:
    """What stands in an article's graph; of anything else, the triples that it begins or ends."""
    if graph.store.contains_named_graph(node):
        return [quad.triple for quad in graph.store.quads_for_pattern(None, None, None, node)]
    return [
        *graph.triples(node, most=_MOST_TRIPLES),
        *graph.triples(object_=node, most=_MOST_TRIPLES),
    ]


def show_named(
    graph: Graph, *, paths: Sequence[str], accept: str, reader: Reader, statement: str, most: int
) -> Answer:
    """Show what the graph knows of a resource that is named under its base IRI.

    Args:
        graph: The graph.
        paths: How the path behind the base IRI may be meant: decoded, encoded, as it was sent.
        accept: As in `show_resource`, as all that follow.
        reader: For whom.
        statement: What to mark.
        most: How much to answer.

    Raises:
        RefusedError: As in `show_resource`.
    """
    iris = [graph.base + path for path in paths]
    return show_resource(
        graph, iris=iris, accept=accept, reader=reader, statement=statement, most=most
    )


def _node(iri: str) -> ox.NamedNode | None:
    try:
        return ox.NamedNode(iri)
    except ValueError:
        return None


def _is_known(graph: Graph, node: ox.NamedNode) -> bool:
    return bool(graph.triples(node, most=1) or graph.triples(object_=node, most=1))


def _page(
    graph: Graph, node: ox.NamedNode, reader: Reader, statement: ox.NamedNode | None
) -> Answer:
    context = graph.triples(node, CONTEXT, most=1)
    if context and isinstance(context[0].object, ox.NamedNode):
        return _article(graph, context[0].object, node, reader, statement)
    if is_a(graph, node, NIF + "Context"):
        return _article(graph, node, node, reader, statement)
    if is_a(graph, node, KG + "Statement"):
        corpus = corpus_with(graph, [node])
        if corpus.statements:
            return _statement(graph, node, cards(graph, corpus, reader.language)[0], reader)
    kind = _entity_class(graph, node)
    return _entity(graph, node, kind, reader) if kind else _resource(graph, node, reader)


def _entity_class(graph: Graph, node: ox.NamedNode) -> str:
    """Local name of the class of an entity, "" for what is none."""
    types = [
        t.object.value for t in graph.triples(node, TYPE) if isinstance(t.object, ox.NamedNode)
    ]
    names = [type_.removeprefix(KG) for type_ in types if type_.startswith(KG)]
    return next((name for name in names if "Entity" in ancestors(name)), "")


def _statement(graph: Graph, node: ox.NamedNode, card: Card, reader: Reader) -> Answer:
    rows = _rows(graph, graph.triples(node), reader.language)
    return page("statement", graph, reader, card=card, iri=node.value, rows=rows)


def _entity(graph: Graph, node: ox.NamedNode, kind: str, reader: Reader) -> Answer:
    ends = statements_with(graph, node, (SUBJECT, OBJECT), MOST)
    others = statements_with(graph, node, (SOURCE, PLACE), MOST)
    asides = [found for found in others if found not in set(ends)]
    show = partial(cards, graph, language=reader.language)
    return page(
        "entity",
        graph,
        reader,
        node_name=link(graph, node, reader.language).name,
        kind=link(graph, ox.NamedNode(KG + kind), reader.language),
        kind_name=kind,
        labels=_labels(graph, node),
        wikidata=_wikidata(graph, node),
        statements=show(corpus_with(graph, ends)),
        asides=show(corpus_with(graph, asides)),
        capped=len(ends) == MOST or len(others) == MOST,
        iri=node.value,
        rows=_rows(graph, graph.triples(node), reader.language),
    )


def _labels(graph: Graph, node: ox.NamedNode) -> list[Link]:
    triples = graph.triples(node, ox.NamedNode(RDFS + "label"))
    return sorted({link(graph, triple.object, "") for triple in triples}, key=_by_name)


def _wikidata(graph: Graph, node: ox.NamedNode) -> str:
    same = [t.object for t in graph.triples(node, ox.NamedNode(SCHEMA + "sameAs"))]
    iris = [n.value for n in (node, *same) if isinstance(n, ox.NamedNode)]
    return next((iri.removeprefix(WIKIDATA) for iri in iris if iri.startswith(WIKIDATA)), "")


def _article(
    graph: Graph,
    document: ox.NamedNode,
    chosen: ox.NamedNode,
    reader: Reader,
    statement: ox.NamedNode | None,
) -> Answer:
    """An article's text, the passage that was asked for in sight and its statement marked."""
    told = statements_with(graph, document, (DERIVED,), _MOST_TRIPLES)
    corpus = corpus_with(graph, told)
    spots = [m for s in corpus.statements if _is(s.id, statement) for m in marked(s)]
    words = mentions(graph, document)
    by_sentence: defaultdict[int, list[Card]] = defaultdict(list)
    for card in cards(graph, corpus, reader.language):
        by_sentence[_start(card.phrase)].append(card)
    return page(
        "article",
        graph,
        reader,
        node=link(graph, document, reader.language),
        passages=[
            (
                passage,
                parts(passage, spots, words),
                _within(by_sentence, passage.start, passage.end),
            )
            for passage in passages(graph, document)
        ],
        whole=bool(whole_text(graph, document)),
        chosen=_start(chosen.value) if chosen != document else -1,
        facts=_facts(graph, document),
        iri=document.value,
        rows=_rows(graph, graph.triples(document), reader.language),
    )


def _is(id_: str, statement: ox.NamedNode | None) -> bool:
    return statement is not None and statement.value.endswith(f"/statement/{id_}")


def _start(phrase: str) -> int:
    """The offset at which a passage of RFC 5147 begins, -1 where the IRI has none."""
    offset = phrase.partition("#char=")[2].partition(",")[0]
    return int(offset) if offset.isdecimal() else -1


def _within(by_sentence: dict[int, list[Card]], start: int, end: int) -> list[Card]:
    return [c for at, found in sorted(by_sentence.items()) if start <= at < end for c in found]


def _facts(graph: Graph, document: ox.NamedNode) -> list[str]:
    """Date, publisher and address of an article, those that are known."""
    wanted = (SCHEMA + "datePublished", "http://purl.org/dc/elements/1.1/publisher", SCHEMA + "url")
    found = (graph.triples(document, ox.NamedNode(predicate), most=1) for predicate in wanted)
    return [link(graph, triples[0].object, "").name for triples in found if triples]


def _resource(graph: Graph, node: ox.NamedNode, reader: Reader) -> Answer:
    """Anything else: what is said of it, and where it is used."""
    language = reader.language
    told = statements_with(graph, node, (EVENT, PREDICATE), MOST)
    uses = graph.triples(object_=node, most=MOST + len(told))
    return page(
        "resource",
        graph,
        reader,
        node=link(graph, node, language),
        rows=_rows(graph, graph.triples(node, most=MOST), language),
        uses=_uses(graph, (t for t in uses if t.subject not in set(told)), language),
        statements=cards(graph, corpus_with(graph, told), language),
        capped=len(uses) >= MOST,
        iri=node.value,
    )


def _rows(graph: Graph, triples: Iterable[ox.Triple], language: str) -> Rows:
    """Predicates with their objects, types first."""
    grouped: defaultdict[ox.NamedNode, list[Link]] = defaultdict(list)
    for triple in triples:
        grouped[triple.predicate].append(link(graph, triple.object, language))
    order = sorted(grouped, key=lambda predicate: (predicate != TYPE, predicate.value))
    return [(_short(graph, p, language), sorted(set(grouped[p]), key=_by_name)) for p in order]


def _uses(graph: Graph, triples: Iterable[ox.Triple], language: str) -> Rows:
    """Predicates with the subjects that they lead from."""
    grouped: defaultdict[ox.NamedNode, list[Link]] = defaultdict(list)
    for triple in triples:
        grouped[triple.predicate].append(link(graph, triple.subject, language))
    order = sorted(grouped, key=lambda predicate: predicate.value)
    return [(_short(graph, p, language), sorted(set(grouped[p]), key=_by_name)) for p in order]


def _by_name(found: Link) -> tuple[str, str, str]:
    return found.name, found.iri, found.note


def _short(graph: Graph, predicate: ox.NamedNode, language: str) -> Link:
    """A predicate by its label, with its short name as a note; ours alone have pages."""
    iri, name = predicate.value, link(graph, predicate, language).name
    known = ((prefix, space) for prefix, space in graph.prefixes.items() if iri.startswith(space))
    prefix, space = next(known, ("", ""))
    short = f"{prefix}:{iri.removeprefix(space)}" if space else ""
    return Link(name, iri if is_term(iri) else "", short)
