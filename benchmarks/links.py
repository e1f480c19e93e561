"""Score the classes of entities and their links to Wikidata on the gold articles.

python -m benchmarks.links [--shared DIR] [--wrong]

An entity of ours stands for the gold one with which `../shared/score/facts.py` aligns it.

types   share of our entities that have the class of the gold one
given   share of the gold entities with an identifier of which one of ours has one
right   share of those given that are the gold one; where the gold has none, nothing is judged
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.gold import Gold, alignments, load_gold, rows_of, thirds
from kg.build import read_corpus
from kg.model import Corpus


@dataclass(frozen=True, slots=True)
class Pair:
    """An entity of ours and the gold one that it stands for, in one article.

    Attributes:
        gold: Id of the gold entity, unique in its article.
        types: Our class and the gold one.
        links: Our Wikidata identifier and the gold one, "" if none.
        names: Our name and the gold one.
    """

    document: str
    gold: str
    types: tuple[str, str]
    links: tuple[str, str]
    names: tuple[str, str]


def main() -> int:
    """Print the table; exit status 0 also where `shared` is absent, with a line that says so."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--wrong", action="store_true", help="list what is wrong in thirds 0 and 1")
    given = parser.parse_args()
    if not given.shared.is_dir():
        print(f"skipped: no evaluation data at {given.shared}")
        return 0
    gold = load_gold(given.shared)
    found = pairs(gold, read_corpus(gold.documents))
    for row in table(gold, found):
        print(row)
    third = thirds(gold.documents)
    for row in faults(p for p in found if third[p.document] < 2) if given.wrong else ():
        print(row)
    return 0


def pairs(gold: Gold, corpus: Corpus) -> list[Pair]:
    """Our entities that stand for gold ones."""
    ours = rows_of(corpus, "entities")
    aligned, by_id = alignments(gold, ours), {row["id"]: row for row in ours}
    theirs = {(doc, e["id"]): e for doc, a in gold.annotations.items() for e in a["entities"]}
    return [
        pair(doc, by_id[own], theirs[doc, other])
        for doc, ends in aligned.items()
        for own, other in sorted(ends.items())
    ]


def pair(document: str, own: dict[str, str], other: dict[str, str]) -> Pair:
    """One of our entities beside the gold one."""
    return Pair(
        document=document,
        gold=other["id"],
        types=(own["type"], other["type"]),
        links=(own["wikidata"] or "", other["wikidata"] or ""),
        names=(own["name"], other["name_de"]),
    )


def table(gold: Gold, found: Iterable[Pair]) -> list[str]:
    """A line for each third of the articles and one for all of them."""
    third, found = thirds(gold.documents), list(found)
    parts = {f"third {n}": {doc for doc in third if third[doc] == n} for n in range(3)}
    rows = [line(name, gold, docs, found) for name, docs in {**parts, "all": set(third)}.items()]
    return [f"{'':8} articles entities types  linkable given right", *rows]


def line(name: str, gold: Gold, docs: set[str], found: Iterable[Pair]) -> str:
    """The figures of some articles."""
    chosen = [p for p in found if p.document in docs]
    linkable = {
        (doc, e["id"]) for doc in docs for e in gold.annotations[doc]["entities"] if e["wikidata"]
    }
    judged = [p for p in chosen if all(p.links)]
    given = {(p.document, p.gold) for p in judged}
    types = share(p.types[0] == p.types[1] for p in chosen)
    right = share(p.links[0] == p.links[1] for p in judged)
    coverage = len(given) / max(1, len(linkable))
    return (
        f"{name:8} {len(docs):8} {len(chosen):8} {types:.3f} {len(linkable):9} "
        f"{coverage:.3f} {right:.3f}"
    )


def share(verdicts: Iterable[bool]) -> float:
    """The share that is true, 0 of nothing."""
    counts = Counter(verdicts)
    return counts[True] / max(1, counts.total())


def faults(found: Iterable[Pair]) -> Iterator[str]:
    """A line for each wrong class or identifier."""
    for p in found:
        if p.types[0] != p.types[1]:
            yield f"type {' for '.join(p.types)}: {' | '.join(p.names)} ({p.document})"
        if all(p.links) and p.links[0] != p.links[1]:
            yield f"link {' for '.join(p.links)}: {' | '.join(p.names)} ({p.document})"


if __name__ == "__main__":
    raise SystemExit(main())
