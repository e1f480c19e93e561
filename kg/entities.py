"""Decide which entities of several articles are one, and give each its IRI, name and labels."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.cities import City, find_cities
from kg.gazetteer import state_codes
from kg.mentions import Found
from kg.model import Document, Entity, Mention, Span
from kg.reading import Cluster, Reading

WIKIDATA = "http://www.wikidata.org/entity/"
LONGEST_SLUG = 80
# How reasons tell where a thing outside the article was found.
LISTED, IN_GEONAMES = "in the gazetteer", "in GeoNames"
KINDS = {"national": "nominal"}


@dataclass(frozen=True, slots=True)
class Article:
    """A document with the entities that were read in it."""

    document: Document
    reading: Reading


Identity = tuple[str, ...]


def identify(
    articles: Iterable[Article], used: set[int], base: str
) -> tuple[tuple[Entity, ...], dict[int, str]]:
    """Join the clusters of all articles into entities.

    Args:
        articles: Articles in the order of the input.
        used: `id()`s of the clusters to keep: names are kept always, nominals when they are used.
        base: IRI that the ids of entities without a Wikidata identifier begin with.

    Returns:
        The entities, sorted by id, and for each `id()` of a cluster the id of its entity.
    """
    groups: dict[Identity, list[tuple[Article, Cluster]]] = defaultdict(list)
    pairs = [(a, c) for a in articles for c in a.reading.clusters if c.named or id(c) in used]
    last_names = unique_last_names(c for _, c in pairs)
    for article, cluster in pairs:
        groups[identity(article.document, cluster, last_names)].append((article, cluster))
    places = {k[1]: g for k, g in groups.items() if k[0] == "name" and g[0][1].type == "Place"}
    cities = find_cities({name: states_around(group) for name, group in places.items()})
    iris = mint(groups, base)
    entities = [entity(iris[key], group, cities) for key, group in groups.items()]
    ids = {id(c): iris[key] for key, group in groups.items() for _, c in group}
    return tuple(sorted(entities, key=lambda e: e.id)), ids


def states_around(group: Iterable[tuple[Article, Cluster]]) -> set[str]:
    """Codes of the states that the articles of some clusters speak of."""
    keys = {c.known.key for a, _ in group for c in a.reading.clusters if c.known}
    return {code for key, code in state_codes().items() if key in keys}


def unique_last_names(clusters: Iterable[Cluster]) -> dict[str, Identity]:
    """Last name → the one person who has it, by what decides that clusters are one."""
    found: dict[str, set[Identity]] = defaultdict(set)
    for cluster in clusters:
        name = cluster.known.name if cluster.known else cluster.key
        if cluster.named and cluster.type == "Person" and " " in name:
            found[name.split()[-1]].add(own_identity(cluster))
    return {last: next(iter(ids)) for last, ids in found.items() if len(ids) == 1}


def identity(document: Document, cluster: Cluster, last_names: Mapping[str, Identity]) -> Identity:
    """What decides that two clusters are one: identifier, name and class, or place in the text."""
    if not cluster.named and not cluster.known:
        return ("nominal", document.id, cluster.key)
    own = own_identity(cluster)
    bare = cluster.type == "Person" and not cluster.known
    return last_names.get(cluster.key, own) if bare else own


def own_identity(cluster: Cluster) -> Identity:
    """The identifier of what a cluster names, else its name and class."""
    if cluster.known:
        return ("known", cluster.known.key)
    return ("name", cluster.key, cluster.type)


def mint(
    groups: Mapping[Identity, list[tuple[Article, Cluster]]], base: str
) -> dict[Identity, str]:
    """The IRI of each group: Wikidata's where certain, else one made from the name."""
    iris: dict[Identity, str] = {}
    taken: set[str] = set()
    for key in sorted(groups):
        known = groups[key][0][1].known
        if known and known.wikidata:
            iris[key] = WIKIDATA + known.wikidata
            continue
        iris[key] = free(base + slug_of(key, groups[key][0][1]), taken)
        taken.add(iris[key])
    return iris


def free(iri: str, taken: set[str]) -> str:
    """The IRI, numbered where another entity has it."""
    if iri not in taken:
        return iri
    return next(f"{iri}-{n}" for n in range(2, len(taken) + 3) if f"{iri}-{n}" not in taken)


def slug_of(key: Identity, cluster: Cluster) -> str:
    """The last part of an entity's IRI; things without a name stay within their article."""
    if key[0] == "nominal":
        return f"{slugify(key[1])}/{slugify(cluster.mentions[0].title or cluster.mentions[0].text)}"
    return slugify(cluster.known.name if cluster.known else key[1])


def slugify(text: str) -> str:
    """Text as lower-case letters, digits and hyphens, readable in an IRI."""
    for letter, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        text = text.lower().replace(letter, plain)
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")[:LONGEST_SLUG]
    return slug or "x" + text.encode("utf-8").hex()[:LONGEST_SLUG]


def entity(iri: str, group: list[tuple[Article, Cluster]], cities: Mapping[str, City]) -> Entity:
    """One entity from all its clusters."""
    clusters = [c for _, c in group]
    known, name = clusters[0].known, name_of(clusters)
    city = cities.get(name) if not known else None
    mentions = [m for a, c in group for found in c.mentions for m in as_mentions(a.document, found)]
    reasons = dict.fromkeys(r for c in clusters for r in c.reasons)
    if known:
        reasons[f"{name}: {known.kind} {LISTED}"] = None
    if city:
        reasons[f"{name}: city {IN_GEONAMES} ({city.geonameid})"] = None
    return Entity(
        id=iri,
        type=Counter(c.type for c in clusters).most_common(1)[0][0],
        name=name,
        labels=labels(clusters[0], name, city),
        mentions=tuple(sorted(set(mentions), key=lambda m: (m.span, m.kind))),
        wikidata=known.wikidata if known else None,
        reasons=tuple(reasons),
        close=city.iri if city else None,
    )


def name_of(clusters: list[Cluster]) -> str:
    """The usual name: the gazetteer's, the fullest name in the text, else the first phrase."""
    if clusters[0].known:
        return clusters[0].known.name
    if clusters[0].named:
        return max((c.key for c in clusters), key=len)
    titles = [" ".join((m.title or m.base or m.text).split()) for m in clusters[0].mentions]
    numbers = {words[0] for t in titles if (words := t.split())[0][:1].isdigit()}
    if len(numbers) > 1:  # *russische Soldaten*, of whom 31 and 200 are spoken of
        titles = [t for t in titles if t.split()[0] not in numbers] or titles
    return max(titles, key=lambda title: title.count(" "))


def labels(cluster: Cluster, name: str, city: City | None) -> tuple[tuple[str, str], ...]:
    """German and English labels; names of persons and organisations serve in both."""
    english = (
        cluster.known.name_en
        if cluster.known
        else city.name
        if city
        else name
        if cluster.named
        else ""
    )
    return (("de", name), ("en", english)) if english else (("de", name),)


def as_mentions(document: Document, found: Found) -> list[Mention]:
    """A mention as values of the model: its phrase, and for nominals also their core."""
    kind = KINDS.get(found.kind, found.kind)
    spans = [(found.start_char, found.end_char)]
    if found.short and found.short != found.text:
        start = found.start_char + found.text.index(found.short)
        spans.append((start, start + len(found.short)))
    return [Mention(Span(document.id, a, b), document.text[a:b], kind) for a, b in spans]
