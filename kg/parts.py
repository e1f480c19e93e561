"""What is one thing within one article: what entities are made of, and decisions are about."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.body_names import table
from kg.countries import is_definite
from kg.decisions import Bound
from kg.descriptions import owner_of
from kg.gazetteer import STATE, Known
from kg.mentions import Found
from kg.model import Decision, Document, Mention, Quote, Side, Span, Verdict
from kg.nouns import is_plural
from kg.profiles import Profile, names_in, profile
from kg.reading import Cluster, Reading

UNDATED = "9999"
Body = tuple[str, str]  # the name of its state and the noun for it
KINDS = {"national": "nominal"}


@dataclass(frozen=True, slots=True)
class Article:
    """A document with the entities that were read in it.

    Attributes:
        active: The things without a name that take part in what it says.
        profiles: `id()` of a cluster → what the article says of it.
        bodies: `id()` of a cluster → the body of its kind that a state has one of, if it is one.
    """

    document: Document
    reading: Reading
    active: tuple[Cluster, ...]
    profiles: Mapping[int, Profile]
    bodies: Mapping[int, Body]


def as_article(document: Document, reading: Reading, active: Iterable[Cluster] = ()) -> Article:
    """A document with its entities, once nothing is added to them any more."""
    clusters, names = reading.clusters, names_in(reading)
    bodies = ((id(c), sole_body(reading, c)) for c in clusters)
    return Article(
        document,
        reading,
        tuple(active),
        {id(c): profile_of(document, reading, c, names) for c in clusters},
        {key: body for key, body in bodies if body},
    )


class Part(NamedTuple):
    """One thing in one article."""

    article: Article
    cluster: Cluster

    @property
    def known(self) -> Known | None:
        """The gazetteer's entry."""
        return self.cluster.known

    @property
    def profile(self) -> Profile:
        """What the article says of it."""
        return self.article.profiles[id(self.cluster)]

    @property
    def body(self) -> Body | None:
        """The body of its kind that a state has one of, if it is one."""
        return self.article.bodies.get(id(self.cluster))

    @property
    def quotes(self) -> list[Quote]:
        """Its mentions, names first."""
        text, id_ = self.article.document.text, self.article.document.id
        found = sorted(self.cluster.mentions, key=lambda m: (m.kind != "name", m.start_char))
        return [
            Quote(Span(id_, m.start_char, m.end_char), text[m.start_char : m.end_char])
            for m in found
        ]

    @property
    def name(self) -> str:
        """What it is called in the article, a thing without a name by its noun."""
        first = self.cluster.mentions[0]
        return self.cluster.name if self.cluster.named else first.title or first.text

    def side(self) -> Side:
        """The part as one side of a decision."""
        return Side(self.name, self.cluster.type, (self.quotes[0],))


def parts_of(articles: Iterable[Article], used: set[int]) -> list[Part]:
    """The named things of all articles and the used ones, in the order of dates and ids."""
    parts = [Part(a, c) for a in articles for c in a.reading.clusters if c.named or id(c) in used]
    return sorted(parts, key=order)


def order(part: Part) -> tuple[str, str, int, str]:
    """Older articles first; no two parts are equal, and the order of the input is none."""
    document, cluster = part.article.document, part.cluster
    first = min(m.start_char for m in cluster.mentions)
    return document.published or UNDATED, document.id, first, cluster.key


def profile_of(
    document: Document, reading: Reading, cluster: Cluster, names: Mapping[str, int]
) -> Profile:
    """What is known of a cluster; of one without a name nothing that finds it elsewhere."""
    if cluster.named:
        return profile(document, reading, cluster, names)
    return Profile(frozenset([document.id]), frozenset(), frozenset([cluster.type]))


def mentions_of(part: Part) -> list[Mention]:
    """The mentions of a part as values of the model."""
    return [m for found in part.cluster.mentions for m in as_mentions(part.article.document, found)]


def as_mentions(document: Document, found: Found) -> list[Mention]:
    """A mention as values of the model: its phrase, and for nominals also their core."""
    kind, start, end = KINDS.get(found.kind, found.kind), found.start_char, found.end_char
    mentions = [Mention(Span(document.id, start, end), document.text[start:end], kind)]
    if found.short and found.short != found.text:
        start += found.text.index(found.short)
        end = start + len(found.short)
        mentions.append(Mention(Span(document.id, start, end), document.text[start:end], kind))
    return mentions


def sole_body(reading: Reading, cluster: Cluster) -> Body | None:
    """The owner and the noun of a body that its owner has one of (*die türkische Armee*)."""
    if cluster.named or cluster.type != "Organization":
        return None
    nouns = [m for m in cluster.mentions if m.kind == "nominal" and is_sole(reading, m)]
    owners = {id(o): o for m in nouns if (o := owner_of(reading, reading.doc[m.head]))}
    found = list(owners.values())
    if len(found) != 1 or found[0].known is None or found[0].known.kind not in (STATE, "region"):
        return None
    return found[0].known.name, last_word(nouns[0])


def is_sole(reading: Reading, mention: Found) -> bool:
    """Whether a noun is a definite one for a body that each state has one of."""
    token = reading.doc[mention.head]
    if last_word(mention) in table()["sole"] and not is_plural(token):
        return is_definite(token) or not token.below["det"]
    return last_word(mention) in table()["sole_plural"]


def last_word(mention: Found) -> str:
    """The noun of a mention in lower case, without a name before its hyphen (*US-Armee*)."""
    return mention.base.lower().rpartition("-")[2]


@dataclass(slots=True)
class Index:
    """Where articles speak of parts.

    Attributes:
        spans: Document, start and end of a mention → indices of parts.
        texts: Document and text of a mention → indices of parts.
    """

    spans: dict[Span, set[int]] = field(default_factory=lambda: defaultdict(set))
    texts: dict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))


def indexed(parts: Sequence[Part]) -> Index:
    """An index of the mentions of parts."""
    index = Index()
    for i, part in enumerate(parts):
        for mention in mentions_of(part):
            index.spans[mention.span].add(i)
            index.texts[mention.span.document, mention.text].add(i)
    return index


def bind(decisions: Sequence[Decision], parts: Sequence[Part]) -> list[Bound]:
    """Find the parts that decisions speak of; what is not among them binds nothing."""
    index = indexed(parts) if decisions else Index()
    found = []
    for decision in decisions:
        left, right = (located(side, index) for side in decision.pair)
        if (left and right) or (decision.verdict is Verdict.SAME and (left or right)):
            found.append(Bound(decision, left, right))
    return found


def located(side: Side, index: Index) -> tuple[int, ...]:
    """The parts that a side speaks of, by the place of its words, else by the words alone."""
    found = set()
    for quote in side.quotes:
        here = index.spans.get(quote.span, set())
        alone = index.texts.get((quote.span.document, quote.text), set())
        found |= here or (alone if len(alone) == 1 else set())
    return tuple(sorted(found))
