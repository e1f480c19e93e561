"""What the page knows: entities, relations, statements and articles as plain data."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from kg.ontology import load_relations
from kg.views.highlight import marks
from kg.views.phrases import is_plural, load_phrases

Record = dict[str, Any]

LANGUAGES = ("de", "en")


def names(graph: "nx.MultiDiGraph[str]", unnamed: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return the name of every node by language, with the nearest fallback.

    Args:
        graph: The graph.
        unnamed: Language → what to show for a node without any name.
    """
    return {
        node: {
            language: _name(node, graph.nodes[node], language) or unnamed[language]
            for language in LANGUAGES
        }
        for node in sorted(graph)
    }


def page_data(graph: "nx.MultiDiGraph[str]", names: Mapping[str, Mapping[str, str]]) -> Record:
    """Gather what the page shows beside the drawing.

    Args:
        graph: The graph of statements; literal facts are in the nodes' attribute `facts`, the
            articles in the graph's attribute `documents`.
        names: Node → language → name to show.

    Returns:
        `entities`, sorted; `relations` by name; `documents`, sorted; and `statements` in reading
        order. Statements and mentions refer to entities and documents by their numbers. Offsets
        count code points: those of a mention in the article's text, those of a statement's
        `marks` in its sentence. A `sentence` is given only where the text does not hold it.
    """
    numbers = {node: number for number, node in enumerate(sorted(graph))}
    statements = sorted(_statements(graph), key=_reading_order)
    documents = _documents(graph, statements)
    places = {document["id"]: number for number, document in enumerate(documents)}
    return {
        "entities": [_entity(node, graph.nodes[node], names[node]) for node in numbers],
        "relations": _relations(graph),
        "statements": [_numbered(s, numbers, places, documents) for s in statements],
        "documents": [
            document | {"mentions": _mentions(document, numbers)} for document in documents
        ],
        "base": str(graph.graph.get("base", "")),
    }


def numbered(
    nodes: list[Record], edges: list[Record], data: Record
) -> tuple[list[Record], list[Record]]:
    """Let what is drawn refer to entities and statements by number, without what names tell."""
    entities = {entity["id"]: number for number, entity in enumerate(data["entities"])}
    statements = {statement["id"]: number for number, statement in enumerate(data["statements"])}
    names = [entity["names"] for entity in data["entities"]]
    drawn = [
        {k: v for k, v in node.items() if k != "id" and not (k == "label" and v == name)}
        for node, name in zip(nodes, names, strict=True)
    ]
    lines = [
        {k: v for k, v in edge.items() if k != "id" and v is not False}
        | {end: entities[edge[end]] for end in ("from", "to")}
        | {"statements": [statements[id_] for id_ in edge["statements"]]}
        for edge in edges
    ]
    return drawn, lines


_ALWAYS = ("id", "subject", "object", "relation", "document", "confidence")


def _name(node: str, attributes: Mapping[str, Any], language: str) -> str:
    for key in (f"label_{language}", "label", "label_de", "label_en"):
        if name := _text(attributes.get(key)):
            return name
    return _text(re.split(r"[/#]", node)[-1])


def _text(value: object) -> str:
    """Return one line of text, "" for None."""
    return "" if value is None else " ".join(str(value).split())


def _entity(node: str, attributes: Mapping[str, Any], names: Mapping[str, str]) -> Record:
    wikidata = _text(attributes.get("wikidata"))
    name = _text(attributes.get("label")) or names["de"]
    type_ = str(attributes.get("type") or "Other")
    return {
        "id": node,
        "names": dict(names),
        "name": name,
        "type": type_,
        "plural": is_plural(names["de"], type_),
        "wikidata": wikidata if re.fullmatch(r"Q[1-9]\d*", wikidata) else "",
        "mentions": int(attributes.get("mentions") or 0),
    }


def _relations(graph: "nx.MultiDiGraph[str]") -> Record:
    """Relation → its labels, group and sentences, for all that occur."""
    facts = (fact for node in graph for fact in graph.nodes[node].get("facts") or ())
    edges = (edge for *_, edge in graph.edges(data=True))
    found: Record = {}
    for edge in (*edges, *facts):
        name = str(edge.get("relation") or "")
        label = {language: _text(edge.get(f"label_{language}")) or name for language in LANGUAGES}
        found.setdefault(name, {"label": label})
    for name in found:
        known = load_relations().get(name)
        found[name]["group"] = known.group if known else "other"
        found[name]["sentences"] = load_phrases().get(name, {})
    return dict(sorted(found.items()))


def _statements(graph: "nx.MultiDiGraph[str]") -> Iterable[Record]:
    for subject, object_, key, edge in graph.edges(keys=True, data=True):
        yield _statement(subject, edge) | {"id": str(key), "object": object_}
    for node in sorted(graph):
        for number, fact in enumerate(graph.nodes[node].get("facts") or ()):
            id_ = str(fact.get("id") or f"{node} {number}")
            yield _statement(node, fact) | {"id": id_, "value": _text(fact.get("value"))}


def _statement(subject: str, edge: Mapping[str, Any]) -> Record:
    sentence = str(edge.get("sentence") or "")
    return {
        "subject": subject,
        "relation": str(edge.get("relation") or ""),
        "negative": str(edge.get("polarity")) == "negative",
        "modality": str(edge.get("modality") or "asserted"),
        "source": _text(edge.get("source")),
        "sourceName": _text(edge.get("source_name")),
        "date": _text(edge.get("date")),
        "place": _text(edge.get("place")),
        "placeName": _text(edge.get("place_name")),
        "sentence": sentence,
        "start": int(edge.get("start") or 0),
        "end": int(edge.get("end") or 0),
        "words": [str(edge.get(k) or "") for k in ("subject_text", "predicate", "object_text")],
        "marks": marks(
            sentence,
            subject=_text(edge.get("subject_text")),
            predicate=_text(edge.get("predicate")),
            object_=_text(edge.get("object_text")) or _text(edge.get("value")),
        ),
        "document": str(edge.get("document") or ""),
        "about": {
            "title": _text(edge.get("title")),
            "published": _text(edge.get("published")),
            "url": _safe(edge.get("url")),
        },
        "confidence": float(edge.get("confidence") or 0),
        "rule": _text(edge.get("rule")),
    }


def _safe(url: object) -> str:
    """An address, "" where it is none that the page may link to, such as `javascript:`."""
    address = _text(url)
    return address if re.match(r"https?://[^\s]+$", address, re.IGNORECASE) else ""


def _reading_order(statement: Record) -> tuple[str, str, int, str]:
    published = statement["about"]["published"]
    return published, statement["document"], statement["start"], statement["id"]


def _documents(graph: "nx.MultiDiGraph[str]", statements: Iterable[Record]) -> list[Record]:
    """The graph's articles, and those that only its statements know of."""
    known = {
        document["id"]: {
            "id": document["id"],
            "title": _text(document["title"]),
            "published": _text(document["published"]),
            "url": _safe(document["url"]),
            "source": _text(document["source"]),
            "language": document["language"],
            "text": document["text"],
            "mentions": document["mentions"],
        }
        for document in graph.graph.get("documents", ())
    }
    empty = {"source": "", "language": "de", "text": "", "mentions": []}
    for statement in statements:
        id_ = statement["document"]
        known.setdefault(id_, {"id": id_} | statement["about"] | empty)
    return sorted(known.values(), key=lambda document: (document["published"], document["id"]))


def _mentions(document: Record, numbers: Mapping[str, int]) -> list[list[Any]]:
    return [
        [start, end, kind, numbers[entity]]
        for start, end, kind, entity in document["mentions"]
        if entity in numbers and 0 <= start < end <= len(document["text"])
    ]


def _numbered(
    statement: Record,
    numbers: Mapping[str, int],
    places: Mapping[str, int],
    documents: list[Record],
) -> Record:
    """Put numbers in the place of ids, and leave out what is empty: it halves a large page."""
    document = places[statement["document"]]
    start, end = statement["start"], statement["end"]
    held = documents[document]["text"][start:end] == statement["sentence"]
    ends = {key: numbers[statement[key]] for key in ("subject", "object") if key in statement}
    seen = {key: numbers.get(statement[key], "") for key in ("source", "place") if statement[key]}
    changed = statement | ends | seen | {"document": document}
    left_out = {"about", *(("sentence",) if held else ())}
    return {
        key: value
        for key, value in changed.items()
        if key not in left_out and (key in _ALWAYS or not _empty(value))
    }


def _empty(value: object) -> bool:
    return value is False or value in ("", [], ["", "", ""])
