"""Find the jury behind a prize whose giver the clause leaves out: *Der Preis geht an Ada*."""

from kg.drafts import End
from kg.lexicon import Frame, grammar, tails
from kg.reading import Cluster, Reading


def juries(reading: Reading, frame: Frame) -> list[End]:
    """The only jury, academy or foundation of an article, for a frame of giving prizes.

    Args:
        reading: The entities of the article.
        frame: The frame whose subject the clause does not name.
    """
    if frame.relation not in grammar()["juries"]["relations"]:
        return []
    found = [c for c in reading.clusters if is_jury(c)]
    return (
        [End(c, c.mentions[0].text, c.mentions[0].head) for c in found] if len(found) == 1 else []
    )


def is_jury(cluster: Cluster) -> bool:
    """Whether a body is called by a noun for those who give prizes."""
    nouns = grammar()["juries"]["nouns"]
    words = [w for m in cluster.mentions for w in m.base.replace("-", " ").split()]
    body = cluster.type in ("Group", "Organization")
    return body and any(part in nouns for word in words for part in tails(word))
