"""Take mentions out of a thing of an article where a person said that they mean another."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kg.clusters import Cluster, Reading, note
from kg.model import Decision, Document, Side, Verdict

if TYPE_CHECKING:
    from kg.mentions import Found


def split_by_hand(document: Document, reading: Reading, decisions: Sequence[Decision]) -> None:
    """Split the clusters of an article where a decision tells some of their mentions from others.

    Args:
        document: The article.
        reading: Its entities, pronouns resolved; the clusters are changed.
        decisions: What people decided.
    """
    for decision in decisions:
        if decision.verdict is Verdict.SAME:
            continue
        left, right = (starts(side, document) for side in decision.pair)
        for cluster in list(reading.clusters) if left and right else ():
            moved = [m for m in cluster.mentions if spans(m) & left]
            if moved and any(spans(m) & right for m in cluster.mentions if m not in moved):
                move(reading, cluster, moved, decision.by)


def starts(side: Side, document: Document) -> set[tuple[int, int]]:
    """The places that one side of a decision names in an article, where its words still stand."""
    here = (q for q in side.quotes if q.span.document == document.id)
    found = ((q.span.start, q.span.end, q.text) for q in here)
    return {(a, b) for a, b, text in found if document.text[a:b] == text}


def spans(mention: "Found") -> set[tuple[int, int]]:
    """The place of a mention, and of its core."""
    found = {(mention.start_char, mention.end_char)}
    if mention.short and mention.short != mention.text:
        start = mention.start_char + mention.text.index(mention.short)
        found.add((start, start + len(mention.short)))
    return found


def move(reading: Reading, cluster: Cluster, moved: "list[Found]", by: str) -> None:
    """Make a cluster of some mentions of another, with the pronouns for them."""
    names = [m for m in moved if m.kind == "name"]
    key = max((m.text for m in names), key=len) if names else f"#{moved[0].start_char}"
    known = next((m.known for m in moved if m.known), None)
    new = Cluster(key, moved, named=bool(names), known=known)
    note(new, f"{moved[0].text}: set apart from {cluster.key} by {by}")
    cluster.drop(moved)
    rename(cluster)
    reading.clusters.append(new)
    reading.clusters.sort(key=lambda c: min(m.start_char for m in c.mentions))
    words = {i for m in moved for i in range(m.first, m.end)}
    for i in (*words, *pronouns_of(reading, words)):
        for index in (reading.by_token, reading.adjectives, reading.parts):
            if index.get(i) is cluster:
                index[i] = new


def rename(cluster: Cluster) -> None:
    """Call a cluster by a name that is left to it."""
    names = [m.text for m in cluster.mentions if m.kind == "name"]
    if cluster.named and not cluster.known and names and cluster.key not in names:
        cluster.key = max(names, key=len)


def pronouns_of(reading: Reading, words: Iterable[int]) -> Iterator[int]:
    """The pronouns that stand for words, by one step or several."""
    meant = set(words)
    for pronoun, antecedent in sorted(reading.antecedents.items()):
        if antecedent in meant:
            meant.add(pronoun)
            yield pronoun
