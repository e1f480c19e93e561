"""The gold articles of `../shared`, and its scorer."""

import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.documents import read_documents
from kg.model import Corpus, Document
from kg.outputs import tables


@dataclass(frozen=True, slots=True)
class Gold:
    """Articles with the facts that readers found in them.

    Attributes:
        documents: The articles in the order of their files' names.
        annotations: Name of an article → its entities and facts.
        scorer: The module `score/facts.py`.
    """

    documents: tuple[Document, ...]
    annotations: dict[str, dict[str, Any]]
    scorer: Any


def load_gold(shared: Path) -> Gold:
    """Read the gold articles and the scorer of facts."""
    paths = sorted((shared / "gold" / "dev").glob("*.json"))
    documents, _ = read_documents(paths, sys.stdin)
    annotations = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    scorer = load_scorer(shared / "score" / "facts.py")
    return Gold(tuple(documents), {a["doc"]: a for a in annotations}, scorer)


def load_scorer(path: Path) -> Any:
    """Import a script as a module.

    Raises:
        ImportError: If there is no such script.
    """
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path}: no such script")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def thirds(documents: tuple[Document, ...]) -> dict[str, int]:
    """Id of an article → the third that it belongs to: 0, 1 or 2, in turn."""
    return {document.id: number % 3 for number, document in enumerate(documents)}


def rows_of(corpus: Corpus, table: str) -> list[dict[str, Any]]:
    """The lines of one of the tables of a corpus, as its scorer reads them."""
    return [json.loads(line) for line in tables(corpus)[f"{table}.jsonl"].decode().splitlines()]


def scored(gold: Gold, corpus: Corpus, articles: Container[str] | None = None) -> dict[str, Any]:
    """The scorer's figures for what was read in all of the gold articles or some, by their ids."""
    chosen = [a for doc, a in gold.annotations.items() if articles is None or doc in articles]
    rows = rows_of(corpus, "statements"), rows_of(corpus, "entities")
    figures, _, _ = gold.scorer.score(chosen, *rows)
    return dict(figures)


def judged(gold: Gold, corpus: Corpus) -> list[bool]:
    """Whether each statement holds: an unspecific one if its ends are linked at all."""
    aligned = alignments(gold, rows_of(corpus, "entities"))
    statements = rows_of(corpus, "statements")
    return [holds(gold, aligned[row["doc"]], row) for row in statements]


def alignments(gold: Gold, entities: list[dict[str, Any]]) -> dict[str, dict[str, str]]:
    """Name of an article → our entities in it → the gold entities that they stand for."""
    forms: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for entity in entities:
        for mention in entity["mentions"]:
            forms[mention["doc"]][entity["id"]] |= {mention["text"], entity["name"]}
    annotated = gold.annotations.items()
    return {doc: gold.scorer.align(a["entities"], forms[doc]) for doc, a in annotated}


def holds(gold: Gold, aligned: dict[str, str], row: dict[str, Any]) -> bool:
    """Whether the gold article has the fact of a statement."""
    scorer, relation, object_ = gold.scorer, row["relation"], row["object"]
    value = scorer.value_of(object_) if "value" in object_ else None
    ends = (aligned.get(row["subject"]["id"]), aligned.get(object_.get("id", "")))
    facts = [
        fact["relation"]
        for fact in gold.annotations[row["doc"]]["facts"]
        if scorer.same_ends(
            fact, *ends, value, bool({relation, fact["relation"]} & scorer.SYMMETRIC)
        )
    ]
    return relation in facts or (relation == "relatedTo" and bool(facts))
