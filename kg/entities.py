"""Decide which things of several articles are one, and give each its IRI, name and labels."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.body_names import is_abbreviation, stem
from kg.cities import City, find_cities
from kg.decisions import PROGRAM, Bound, check_consistent, pairs_apart, pairs_together, sentence
from kg.gazetteer import Known, state_codes
from kg.grouping import Judged, group
from kg.lexicon import REMEMBERED
from kg.model import Decision, Entity, Mention, Verdict
from kg.parts import Article, Body, Part, bind, mentions_of, parts_of
from kg.personal_names import person_name
from kg.trust import as_trusted, trusted, untrusted_pairs

WIKIDATA = "http://www.wikidata.org/entity/"
LONGEST_SLUG = 80
OTHERS = re.compile(r"[^a-z0-9]+")  # than letters and digits
# How reasons tell where a thing outside the article was found.
LISTED, IN_GEONAMES = "in the gazetteer", "in GeoNames"
PLAIN = ("same_name", "bare_name", "generic_name")


class Identified(NamedTuple):
    """The entities of a corpus.

    Attributes:
        entities: Sorted by id.
        ids: `id()` of a cluster → id of its entity.
        decisions: What people decided, and what the program did, in the order of the file.
    """

    entities: tuple[Entity, ...]
    ids: dict[int, str]
    decisions: tuple[Decision, ...]


def identify(
    articles: Iterable[Article], used: set[int], base: str, decisions: Sequence[Decision] = ()
) -> Identified:
    """Join the clusters of all articles into entities.

    Args:
        articles: Articles in any order.
        used: `id()`s of the clusters to keep: names are kept always, nominals when they are used.
        base: IRI that the ids of entities without a Wikidata identifier begin with.
        decisions: What people decided; it comes before all that the program finds.

    Raises:
        InputError: If the decisions contradict each other.
    """
    parts = parts_of(articles, used)
    bound = bind(decisions, parts)
    check_consistent(bound)
    known = trusted(parts, bound)
    groups, judged = grouped(parts, known, bound)
    makings = [making([parts[i] for i in g], usual_entry([known[i] for i in g])) for g in groups]
    iris = mint(makings, base)
    entities = entities_of(makings, iris, reasons_by_group(groups, judged, bound))
    ids = {id(part.cluster): iris[n] for n, m in enumerate(makings) for part in m.parts}
    return Identified(entities, ids, (*by_hand(decisions), *by_program(parts, judged)))


def grouped(
    parts: Sequence[Part], known: Sequence[Known | None], bound: Sequence[Bound]
) -> tuple[list[list[int]], list[Judged]]:
    """The parts that are one, by index, and what was judged of pairs of them."""
    sole = same_body([part.body for part in parts], bound)
    together = [*pairs_together(bound), *same_key(known), *sole]
    apart = [*pairs_apart(bound), *untrusted_pairs(parts, known)]
    profiles = [as_trusted(p.profile, entry) for p, entry in zip(parts, known, strict=True)]
    return group(profiles, together, apart)


def entities_of(
    makings: Sequence["Making"], iris: Sequence[str], reasons: Mapping[int, Sequence[str]]
) -> tuple[Entity, ...]:
    """The entities, sorted by id; `reasons` by index tell why their parts are one."""
    cities = find_cities(places_with_states(makings))
    found = (entity(iris[n], m, cities, reasons.get(n, ())) for n, m in enumerate(makings))
    return tuple(sorted(found, key=lambda e: e.id))


def places_with_states(makings: Iterable["Making"]) -> dict[str, set[str]]:
    """Names of the places that no list has → codes of the states that are spoken of with them."""
    found: dict[str, set[str]] = {}
    for making in makings:
        if making.named and not making.known and making.type == "Place":
            found.setdefault(making.name, set()).update(states_around(making.parts))
    return found


def states_around(parts: Iterable[Part]) -> set[str]:
    """Codes of the states that the articles of some parts speak of."""
    keys = {c.known.key for p in parts for c in p.article.reading.clusters if c.known}
    return {code for key, code in state_codes().items() if key in keys}


def same_key(known: Sequence[Known | None]) -> list[tuple[int, int]]:
    """Pairs of parts that are one thing of the gazetteer."""
    first: dict[str, int] = {}
    return [(first.setdefault(entry.key, i), i) for i, entry in enumerate(known) if entry]


def same_body(bodies: Sequence[Body | None], bound: Iterable[Bound]) -> list[tuple[int, int]]:
    """Pairs of parts that are the one body of its kind that a state has."""
    first: dict[Body, int] = {}
    apart = {i for pair in pairs_apart(bound) for i in pair}
    found = [(i, body) for i, body in enumerate(bodies) if body and i not in apart]
    return [(first.setdefault(body, i), i) for i, body in found]


class Making(NamedTuple):
    """An entity in the making.

    Attributes:
        parts: Its parts.
        known: The gazetteer's entry for it.
        named: Whether an article calls it by a name.
        type: The gazetteer's class, else the one that most articles take it for.
        name: The usual name: the gazetteer's, the fullest name in the text, else a phrase.
    """

    parts: list[Part]
    known: Known | None
    named: bool
    type: str
    name: str


def making(parts: list[Part], known: Known | None) -> Making:
    """An entity of parts and the gazetteer's entry for it."""
    named = any(part.cluster.named for part in parts)
    if known:
        return Making(parts, known, named, known.type, known.name)
    name = usual_name(parts) if named else usual_phrase(parts)
    return Making(parts, None, named, usual_type(parts), name)


def usual_type(parts: Iterable[Part]) -> str:
    """The class that most articles take an entity for."""
    types = [part.cluster.type for part in parts]
    if len(types) == 1:
        return types[0]
    told = [t for t in types if t != "Other"] or types
    return max(dict.fromkeys(told), key=told.count)


def usual_entry(entries: Iterable[Known | None]) -> Known | None:
    """The gazetteer's entry that most parts have."""
    found = [entry for entry in entries if entry]
    if len(found) < 2:
        return found[0] if found else None
    return Counter(found).most_common(1)[0][0]


def usual_name(parts: Iterable[Part]) -> str:
    """The name that most articles use, of those that leave nothing out, in the nominative."""
    named = [part for part in parts if part.cluster.named]
    if len(named) == 1:
        return named[0].name
    names = Counter(part.name for part in named)
    whole = [p.name for p in named if not is_shortened(p.name, p.cluster.type)] or list(names)
    usual = min(whole, key=lambda name: (-names[name], -len(name), capitals(name), name))
    forms = [name for name in whole if stem(name) and stem(name) == stem(usual)]
    return min(forms, key=lambda name: (is_oblique(name), -names[name], name), default=usual)


def capitals(name: str) -> int:
    """How many capitals a name has; those in capitals throughout are seldom spelt so."""
    return sum(letter.isupper() for letter in name)


def is_oblique(name: str) -> bool:
    """Whether the first of several words has an ending that the nominative seldom has."""
    return name.split(maxsplit=1)[0].endswith(("en", "em"))


def is_shortened(name: str, type_: str) -> bool:
    """Whether a name is a last name alone or an abbreviation."""
    return person_name(name).bare if type_ == "Person" else is_abbreviation(name)


def usual_phrase(parts: Sequence[Part]) -> str:
    """The fullest phrase for a thing without a name, of the first article."""
    mentions = parts[0].cluster.mentions
    titles = [" ".join((m.title or m.base or m.text).split()) for m in mentions]
    if len(titles) == 1:
        return titles[0]
    numbers = {words[0] for t in titles if (words := t.split())[0][:1].isdigit()}
    if len(numbers) > 1:  # *russische Soldaten*, of whom 31 and 200 are spoken of
        titles = [t for t in titles if t.split()[0] not in numbers] or titles
    return max(titles, key=lambda title: title.count(" "))


def mint(makings: Sequence[Making], base: str) -> list[str]:
    """The IRI of each entity: Wikidata's where certain, else one made from the name."""
    slugs = {n: slug_of(m) for n, m in enumerate(makings) if not (m.known and m.known.wikidata)}
    iris = {n: WIKIDATA + str(m.known.wikidata) for n, m in enumerate(makings) if m.known}
    taken: set[str] = set()
    for n in sorted(slugs, key=lambda n: (slugs[n], makings[n].type, n)):
        iris[n] = free(base + slugs[n], taken)
        taken.add(iris[n])
    return [iris[n] for n in range(len(makings))]


def free(iri: str, taken: set[str]) -> str:
    """The IRI, numbered where another entity has it."""
    if iri not in taken:
        return iri
    return next(f"{iri}-{n}" for n in range(2, len(taken) + 3) if f"{iri}-{n}" not in taken)


def slug_of(making: Making) -> str:
    """The last part of an entity's IRI; things without a name stay within their article."""
    if making.named or making.known:
        return slugify(making.name)
    first = making.parts[0]
    if len(making.parts) > 1 and first.body:
        return slugify(" ".join(first.body))
    noun = first.cluster.mentions[0]
    return f"{slugify(first.article.document.id)}/{slugify(noun.title or noun.text)}"


@lru_cache(maxsize=REMEMBERED)
def slugify(text: str) -> str:
    """Text as lower-case letters, digits and hyphens, readable in an IRI."""
    text = text.lower()
    for letter, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        text = text.replace(letter, plain)
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    slug = OTHERS.sub("-", ascii_text).strip("-")[:LONGEST_SLUG]
    return slug or "x" + text.encode("utf-8").hex()[:LONGEST_SLUG]


def entity(iri: str, making: Making, cities: Mapping[str, City], identity: Iterable[str]) -> Entity:
    """One entity from all its parts; `identity` tells why those of several articles are one."""
    known, name = making.known, making.name
    city = cities.get(name) if not known and making.named and making.type == "Place" else None
    mentions = {place_of(m): m for part in making.parts for m in mentions_of(part)}
    reasons = dict.fromkeys(r for part in making.parts for r in part.cluster.reasons)
    reasons |= dict.fromkeys(identity)
    if known:
        reasons[f"{name}: {known.kind} {LISTED}"] = None
    if city:
        reasons[f"{name}: city {IN_GEONAMES} ({city.geonameid})"] = None
    return Entity(
        id=iri,
        type=making.type,
        name=name,
        labels=labels(making, name, city),
        mentions=tuple(mentions[place] for place in sorted(mentions)),
        wikidata=known.wikidata if known else None,
        reasons=tuple(reasons),
        close=city.iri if city else None,
    )


def place_of(mention: Mention) -> tuple[str, int, int, str]:
    """Where a mention stands, and its kind, which tell it from all others."""
    span = mention.span
    return span.document, span.start, span.end, mention.kind


def labels(making: Making, name: str, city: City | None) -> tuple[tuple[str, str], ...]:
    """German and English labels; names of persons and organisations serve in both."""
    english = name if making.named else ""
    if making.known:
        english = making.known.name_en
    elif city:
        english = city.name
    return (("de", name), ("en", english)) if english else (("de", name),)


def reasons_by_group(
    groups: Sequence[list[int]], judged: Iterable[Judged], bound: Iterable[Bound]
) -> dict[int, list[str]]:
    """Index of a group → why its parts are one, where their names alone do not say so."""
    home = {i: n for n, group in enumerate(groups) for i in group}
    found: dict[int, list[str]] = {}
    for judgement in judged:
        if judgement.verdict is Verdict.SAME and judgement.judgement.relation not in PLAIN:
            found.setdefault(home[judgement.pair[0]], []).append(judgement.judgement.reasons[0])
    for decided in bound:
        for n in sorted({home[i] for i in (*decided.left, *decided.right)}):
            found.setdefault(n, []).append(sentence(decided.decision))
    return found


def by_hand(decisions: Iterable[Decision]) -> list[Decision]:
    """What people decided, in an order that does not depend on that of their files."""
    return sorted(decisions, key=lambda d: (*(side.quotes for side in d.pair), d.verdict, d.by))


def by_program(parts: Sequence[Part], judged: Iterable[Judged]) -> list[Decision]:
    """What the program found of parts of several articles."""
    found = [
        Decision(
            pair=(parts[one].side(), parts[other].side()),
            verdict=verdict,
            score=judgement.score,
            reasons=judgement.reasons,
            by=PROGRAM,
        )
        for (one, other), judgement, verdict in judged
    ]
    return sorted(found, key=lambda d: tuple(side.quotes for side in d.pair))
