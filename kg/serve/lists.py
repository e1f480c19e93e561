"""What is in the graph: its entities and its articles."""

import pyoxigraph as ox

from kg.serve.answer import Answer
from kg.serve.facts import name_of
from kg.serve.graph import Graph
from kg.serve.pages import Link, Reader, page
from kg.serve.sparql import Question, evaluated

MOST = 500
"""Entities or articles that a page shows."""

_ENTITIES = f"""
SELECT ?node (SAMPLE(?title) AS ?name) (SAMPLE(?kind) AS ?class) ?number WHERE {{
  {{ SELECT ?node (COUNT(DISTINCT ?statement) AS ?number) WHERE {{
      ?statement a kg:Statement ; rdf:subject|rdf:object ?node .
    }} GROUP BY ?node }}
  ?node schema:name ?title ; a ?kind .
  FILTER ( STRSTARTS(STR(?kind), STR(kg:)) )
  FILTER ( CONTAINS(LCASE(?title), LCASE(?part)) || EXISTS {{
    ?node rdfs:label ?label FILTER CONTAINS(LCASE(?label), LCASE(?part)) }} )
}} GROUP BY ?node ?number ORDER BY DESC(?number) ?name LIMIT {MOST + 1}
"""
_ARTICLES = f"""
SELECT ?node (SAMPLE(?title) AS ?name) (SAMPLE(?date) AS ?day) (SAMPLE(?by) AS ?publisher)
  (COUNT(DISTINCT ?statement) AS ?number) WHERE {{
  ?node a schema:NewsArticle .
  OPTIONAL {{ ?node schema:headline ?title }}
  OPTIONAL {{ ?node schema:datePublished ?date }}
  OPTIONAL {{ ?node dc:publisher ?by }}
  OPTIONAL {{ ?statement prov:wasDerivedFrom ?node }}
}} GROUP BY ?node ORDER BY DESC(?day) ?node LIMIT {MOST + 1}
"""


def show_entities(graph: Graph, *, part: str, reader: Reader) -> Answer:
    """List the entities that most is said of.

    Args:
        graph: The graph.
        part: What their name or label holds, upper and lower case alike; "" for all.
        reader: For whom.
    """
    literal = ox.Literal(part)
    rows = _rows(graph, _ENTITIES.replace("?part", str(literal)))
    found = [
        (Link(_text(row["name"]), _text(row["node"])), _text(row["class"]), _text(row["number"]))
        for row in rows[:MOST]
    ]
    classes = {class_ for _, class_, _ in found}
    return page(
        "entities",
        graph,
        reader,
        found=found,
        part=part,
        more=len(rows) > MOST,
        names_of_classes={c: name_of(graph, ox.NamedNode(c), reader.language) for c in classes},
    )


def show_articles(graph: Graph, *, reader: Reader) -> Answer:
    """List the articles, the latest first."""
    rows = _rows(graph, _ARTICLES)
    found = [
        (
            Link(_text(row["name"]) or _text(row["node"]), _text(row["node"])),
            _text(row["day"]),
            _text(row["publisher"]),
            _text(row["number"]),
        )
        for row in rows[:MOST]
    ]
    return page("articles", graph, reader, found=found, more=len(rows) > MOST)


def _rows(graph: Graph, query: str) -> list[ox.QuerySolution]:
    with evaluated(graph, Question(query)) as found:
        return list(found) if isinstance(found, ox.QuerySolutions) else []


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else ""
