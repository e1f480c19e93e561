"""What an article says of a thing that helps to tell whether another article means it too."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, reduce
from typing import TYPE_CHECKING, NamedTuple

from kg.body_names import is_abbreviation
from kg.descriptions import owner_of
from kg.gazetteer import STATE, by_tail, load_gazetteer
from kg.genders import person_genders
from kg.jurisdictions import federation, is_federal
from kg.lexicon import grammar
from kg.mentions import last_part
from kg.mere_persons import AGE
from kg.model import Document
from kg.reading import Cluster, Reading

if TYPE_CHECKING:
    from kg.words import Token

FIRST_NEWS = 1600
Office = tuple[str, str]  # the noun in lower case, and the name of whose office it is or ""


class Profile(NamedTuple):
    """What is known of one thing, by one article or by several.

    Attributes:
        documents: Ids of the articles.
        names: What it is called by name, in the nominative.
        types: Classes of the ontology that articles take it for.
        known: Key of the gazetteer, "" if it has none.
        offices: Roles with the state or body that each is held in.
        states: Names of the states that it is said to be of.
        genders: The only gender that nouns for it leave, if they do.
        births: Years that it may be born in, by an age that is told.
        years: Years of the articles.
        companions: The other names in the articles.
    """

    documents: frozenset[str]
    names: frozenset[str]
    types: frozenset[str]
    known: str = ""
    offices: frozenset[Office] = frozenset()
    states: frozenset[str] = frozenset()
    genders: frozenset[str] = frozenset()
    births: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()
    companions: frozenset[str] = frozenset()

    @property
    def person(self) -> bool:
        """Whether it is taken for a person."""
        return "Person" in self.types


def profile(
    document: Document, reading: Reading, cluster: Cluster, names: Mapping[str, int]
) -> Profile:
    """What an article says of a named thing; `names` are those of `names_in` the article."""
    year, name, type_ = year_of(document), cluster.name, cluster.type
    genders = person_genders(reading.doc, cluster) if type_ == "Person" else set()
    return Profile(
        documents=frozenset([document.id]),
        names=frozenset(names_of(cluster)),
        types=frozenset([type_]),
        known=cluster.known.key if cluster.known else "",
        offices=frozenset(roles(reading, cluster) if type_ == "Person" else ()),
        states=frozenset(states_of(reading, cluster)),
        genders=frozenset(genders if len(genders) == 1 else ()),
        births=frozenset(birth_years(cluster, year) if year else ()),
        years=frozenset([year] if year else ()),
        companions=frozenset(names) - ({name} if names[name] == 1 else set()),
    )


def birth_years(cluster: Cluster, year: int) -> Iterator[int]:
    """Years that somebody may be born in whose age is told in a year."""
    for mention in cluster.mentions:
        if mention.kind == "nominal":
            for age in AGE.findall(mention.text):
                yield from (year - int(age), year - int(age) - 1)


def year_of(document: Document) -> int:
    """The year of an article, 0 where its date is unknown or before there was news."""
    year = document.published[:4]
    return int(year) if year.isdigit() and int(year) >= FIRST_NEWS else 0


def names_in(reading: Reading) -> Counter[str]:
    """The names in an article, with how many things are called by each."""
    return Counter(c.name for c in reading.clusters if c.named)


def names_of(cluster: Cluster) -> Iterator[str]:
    """The name of a cluster, the gazetteer's others, and abbreviations that stand for it."""
    yield cluster.name
    for mention in cluster.mentions if cluster.type != "Person" else ():
        if mention.kind not in ("name", "part"):
            continue
        text = mention.base if mention.kind == "part" else mention.text
        listed = mention.kind == "name" and cluster.known and mention.known == cluster.known
        if listed or is_abbreviation(text):
            yield " ".join(text.split())


def roles(reading: Reading, cluster: Cluster) -> Iterator[Office]:
    """The roles of a person, each with the name of its state or body."""
    for mention in cluster.mentions:
        if mention.kind == "nominal" and mention.detail in grammar()["structure"]["positions"]:
            owner = owner_or_federation(reading, reading.doc[mention.head])
            listed = by_tail(load_gazetteer().roles, last_part(reading.doc[mention.head]))
            noun = listed[1].name if listed else mention.base
            yield noun.lower(), owner.name if owner and owner.named else ""


def owner_or_federation(reading: Reading, token: "Token") -> Cluster | None:
    """Whose an office is; a *Bundes-* office that of the federation in the article."""
    return owner_of(reading, token) or (federation(reading) if is_federal(token) else None)


def states_of(reading: Reading, cluster: Cluster) -> Iterator[str]:
    """Names of the states that a thing is said to be of, by its nouns and whose they are."""
    for mention in cluster.mentions:
        if mention.kind == "national" and mention.known:
            yield mention.known.name
        owner = owner_or_federation(reading, reading.doc.tokens[mention.head])
        known = owner.known if owner is not cluster and owner else None
        if known and (known.kind == STATE or known.part_of in state_names()):
            yield known.name if known.kind == STATE else state_names()[known.part_of]


@cache
def state_names() -> dict[str, str]:
    """Key of a state → its name."""
    return {k.key: k.name for k in load_gazetteer().names.values() if k.kind == STATE}


def joined(profiles: list[Profile]) -> Profile:
    """What several articles say of one thing."""
    return reduce(both, profiles)


def both(one: Profile, other: Profile) -> Profile:
    """What two profiles say together."""
    return Profile(
        one.documents | other.documents,
        one.names | other.names,
        one.types | other.types,
        one.known or other.known,
        one.offices | other.offices,
        one.states | other.states,
        one.genders | other.genders,
        one.births | other.births,
        one.years | other.years,
        one.companions | other.companions,
    )
