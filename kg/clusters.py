"""The entities of one article while it is read: clusters of mentions, and what words stand for."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.gazetteer import Known
from kg.mentions import Found

if TYPE_CHECKING:
    from kg.words import Doc


@dataclass(slots=True)
class Cluster:
    """Mentions of one thing in one article.

    Attributes:
        key: What makes two clusters one: identifier or name; unique to the article for nominals.
        mentions: `add` and `drop` change them.
        named: Whether a name stands for it somewhere.
        evident: Its class where a title leaves no doubt, whatever the pipeline takes the name for.
        told: The class that its mentions suggest, "" until it is asked for.
    """

    key: str
    mentions: list[Found] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    named: bool = True
    known: Known | None = None
    evident: str = ""
    told: str = field(init=False, default="", compare=False)

    @property
    def type(self) -> str:
        """The gazetteer's class, else the one that most names (else nominals) suggest."""
        if self.known:
            return self.known.type
        if not (self.evident or self.told):
            self.told = suggested(self.mentions)
        return self.evident or self.told

    @property
    def name(self) -> str:
        """The gazetteer's name, else the one in the article; for things without one a key."""
        return self.known.name if self.known else self.key

    @property
    def detail(self) -> str:
        """The finer kind of the first mention that has one."""
        for mention in self.mentions:
            if mention.detail:
                return mention.detail
        return ""

    def add(self, mentions: Iterable[Found]) -> None:
        """Take in mentions."""
        self.mentions += mentions
        self.told = ""

    def drop(self, mentions: Collection[Found]) -> None:
        """Give up mentions."""
        self.mentions = [m for m in self.mentions if m not in mentions]
        self.told = ""


def suggested(mentions: Sequence[Found]) -> str:
    """The class that most of some mentions suggest, names before others."""
    if len(mentions) == 1:
        return mentions[0].type
    told = [m for m in mentions if m.type != "Other"] or mentions
    types = [m.type for m in told if m.kind == "name"] or [m.type for m in told]
    return max(dict.fromkeys(types), key=types.count)


@dataclass(slots=True)
class Reading:
    """The entities of one parsed article.

    Attributes:
        clusters: In the order of their first mention.
        by_token: Token index → the cluster that the token refers to.
        adjectives: Index of an adjective of origin → cluster.
        parts: Index of a compound → cluster of its first part.
        antecedents: Index of a pronoun → index of the word that it was taken to stand for.
        several: Index of a pronoun or noun (*die beiden*) → indices of the words of the entities
            that it stands for together.
    """

    doc: "Doc"
    clusters: list[Cluster]
    by_token: dict[int, Cluster]
    adjectives: dict[int, Cluster]
    parts: dict[int, Cluster]
    antecedents: dict[int, int] = field(default_factory=dict)
    several: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def link(self, i: int, words: tuple[int, ...]) -> None:
        """Let a word stand for the entity of another, or for those of several together."""
        self.antecedents[i] = words[0]
        if len(words) == 1:
            self.by_token[i] = self.by_token[words[0]]
        else:
            self.several[i] = words


def note(cluster: Cluster, reason: str) -> None:
    """Keep a reason once."""
    if reason and reason not in cluster.reasons:
        cluster.reasons.append(reason)


def cluster_of(reading: Reading, key: str, known: Known | None = None) -> Cluster:
    """The cluster with a key, made when there is none."""
    for cluster in reading.clusters:
        if cluster.key == key:
            return cluster
    reading.clusters.append(Cluster(key, known=known))
    return reading.clusters[-1]


def merge(reading: Reading, cluster: Cluster, into: Cluster, reason: str) -> None:
    """Move all mentions of a cluster into another."""
    into.add(cluster.mentions)
    note(into, reason)
    into.reasons += [r for r in cluster.reasons if r not in into.reasons]
    for index in (reading.by_token, reading.adjectives, reading.parts):
        for token, value in index.items():
            if value is cluster:
                index[token] = into
    reading.clusters.remove(cluster)
