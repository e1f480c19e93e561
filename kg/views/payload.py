"""What the side panel shows: entities, statements, sentences and articles as plain data."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from kg.views.highlight import marks

Record = dict[str, Any]


def names(graph: "nx.MultiDiGraph[str]", language: str, unnamed: str) -> dict[str, str]:
    """Return the name of every node in a language, with the nearest fallback."""
    return {node: _name(node, graph.nodes[node], language) or unnamed for node in sorted(graph)}


def panel_data(graph: "nx.MultiDiGraph[str]", names: Mapping[str, str], language: str) -> Record:
    """Gather the data of the side panel.

    Args:
        graph: The graph of statements; literal facts are in the nodes' attribute `facts`.
        names: Node → name to show.
        language: Language of the relations' labels.

    Returns:
        `entities` by node, `statements` in reading order, and the `sentences` and `documents` to
        which statements refer by number, so that none is repeated.
    """
    edges = [
        _statement(subject, edge, language) | {"id": str(key), "object": object_}
        for subject, object_, key, edge in graph.edges(keys=True, data=True)
    ]
    facts = [
        _statement(node, fact, language)
        | {"id": str(fact.get("id") or f"{node} {number}"), "value": _text(fact.get("value"))}
        for node in sorted(graph)
        for number, fact in enumerate(graph.nodes[node].get("facts") or ())
    ]
    statements = sorted(edges + facts, key=_reading_order)
    sentences = _numbered(statements, "sentence")
    documents = _numbered(statements, "document")
    return {
        "entities": {node: _entity(graph.nodes[node], names[node]) for node in sorted(graph)},
        "statements": [_filled(statement) for statement in statements],
        "sentences": sentences,
        "documents": [dict(zip(_DOCUMENT, values, strict=True)) for values in documents],
    }


_ALWAYS = ("id", "subject", "value", "sentence", "document", "confidence")
_DOCUMENT = ("id", "title", "published", "url")


def _name(node: str, attributes: Mapping[str, Any], language: str) -> str:
    for key in (f"label_{language}", "label", "label_de", "label_en"):
        if name := _text(attributes.get(key)):
            return name
    return _text(re.split(r"[/#]", node)[-1])


def _text(value: object) -> str:
    """Return one line of text, "" for None."""
    return "" if value is None else " ".join(str(value).split())


def _entity(attributes: Mapping[str, Any], name: str) -> Record:
    others = [_text(attributes.get(key)) for key in ("label_de", "label_en", "label")]
    wikidata = _text(attributes.get("wikidata"))
    return {
        "name": name,
        "aliases": sorted({other for other in others if other and other != name}),
        "wikidata": wikidata if re.fullmatch(r"Q[1-9]\d*", wikidata) else "",
        "mentions": int(attributes.get("mentions") or 0),
    }


def _reading_order(statement: Record) -> tuple[str, str, int, str]:
    document, _, published, _ = statement["document"]
    return published, document, statement["start"], statement["id"]


def _statement(subject: str, edge: Mapping[str, Any], language: str) -> Record:
    sentence = str(edge.get("sentence") or "")
    return {
        "subject": subject,
        "label": _text(edge.get(f"label_{language}") or edge.get("relation")),
        "negative": str(edge.get("polarity")) == "negative",
        "modality": str(edge.get("modality") or "asserted"),
        "source": _text(edge.get("source")),
        "sourceName": _text(edge.get("source_name")),
        "date": _text(edge.get("date")),
        "place": _text(edge.get("place")),
        "placeName": _text(edge.get("place_name")),
        "sentence": sentence,
        "start": int(edge.get("start") or 0),
        "marks": marks(
            sentence,
            subject=_text(edge.get("subject_text")),
            predicate=_text(edge.get("predicate")),
            object_=_text(edge.get("object_text")) or _text(edge.get("value")),
        ),
        "document": _document(edge),
        "confidence": round(float(edge.get("confidence") or 0), 2),
        "rule": _text(edge.get("rule")),
    }


def _document(edge: Mapping[str, Any]) -> tuple[str, ...]:
    url = _text(edge.get("url"))
    # The only links out of the page: anything else, such as javascript:, is not a link.
    safe = url if re.match(r"https?://[^\s]+$", url, re.IGNORECASE) else ""
    keys = ("document", "title", "published")
    return (*(_text(edge.get(key)) for key in keys), safe)


def _filled(statement: Record) -> Record:
    """Leave out what is empty or was needed for the order only: it halves a large page."""
    return {
        key: value
        for key, value in statement.items()
        if key in _ALWAYS or (key != "start" and value not in ("", False, []))
    }


def _numbered(records: Sequence[Record], field: str) -> list[Any]:
    """Replace the values of a field by their number in a sorted list, and return the list."""
    values = sorted({record[field] for record in records})
    numbers = {value: number for number, value in enumerate(values)}
    for record in records:
        record[field] = numbers[record[field]]
    return values
