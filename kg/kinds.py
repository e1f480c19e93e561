"""Find the thing that a bare noun for its kind means: *Landgericht Kiel … das Gericht*.

The noun may be part of the name (*Deutsche Bank … die Bank*), tell the kind of the only thing of
its class nearby (*Porsche … der Konzern*), or the kind that it was called before.
"""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from kg.countries import has_contraction, is_bare
from kg.descriptions import earliest
from kg.gazetteer import STATE, actor_of, load_gazetteer
from kg.lexicon import grammar, tails
from kg.mentions import Found
from kg.nouns import is_plural
from kg.syntax import children

if TYPE_CHECKING:
    from kg.reading import Cluster, Reading
    from kg.words import Token

FARTHEST = 8  # sentences back to the thing that a noun was used for


def named_in(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The last thing whose name has a noun taken up, unless another was called so since."""
    if mention.type in ("Person", "Group"):
        return None
    noun = mention.base.lower()
    alike = (c for c in reading.clusters if c.named and noun in c.name.lower())
    holders = {id(c) for c in alike if has_as_head(c, mention)}
    if not holders or is_plural(token) or not is_bare(token):
        return None
    for cluster in before(reading, token, FARTHEST):
        if id(cluster) in holders:
            return cluster
        if not cluster.named and ends_in(cluster.mentions[0].base, mention.base):
            return None
    return None


def has_as_head(cluster: "Cluster", mention: Found) -> bool:
    """Whether the noun of a mention may be the head of the name of a thing of its class or none."""
    alike = cluster.type in (mention.type, "Other") and not is_state(cluster)
    return alike and any(ends_in(word, mention.base) for word in words_of(cluster))


def words_of(cluster: "Cluster") -> list[str]:
    """The words of a name that may be its head (*Gewerkschaft* in *Gewerkschaft der Polizei*)."""
    return list(takewhile(lambda word: not word.islower(), cluster.name.split()))


def of_kind(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The thing nearby that a noun for its kind can mean, if there is only one."""
    rule = kind_meant(reading, mention, token)
    if rule is None:
        return None
    near = list(before(reading, token, rule["sentences"]))
    origins = [reading.adjectives[c.i] for c in token.below["amod"]]
    fitting = [c for c in near if fits(c, rule) and all(is_from(c, o) for o in origins)]
    named = [c for c in fitting if c.named]
    called = [c for c in named if any(m.base.lower() in rule["nouns"] for m in c.mentions)]
    nearest = in_nearest_sentence(reading, named, token) if rule.get("nearest") else []
    unnamed = [c for c in fitting if not c.named] if not named and not origins else []
    choices = (named, called, nearest, unnamed)
    return next((found[0] for found in choices if len(found) == 1), None)


def kind_meant(reading: "Reading", mention: Found, token: "Token") -> dict[str, Any] | None:
    """The kind in the grammar that a definite noun without attributes but of origin speaks of."""
    rule = kinds_by_noun().get(mention.base.lower())
    if rule is None or not is_one_known(token):
        return None
    attributes = children(token, "amod", "nmod", "appos", "flat", "nummod", "acl")
    return rule if all(t.i in reading.adjectives for t in attributes) else None


@cache
def kinds_by_noun() -> dict[str, dict[str, Any]]:
    """Noun in lower case → the first kind in the grammar that it is for."""
    kinds = reversed(grammar()["kinds"].values())
    return {noun: rule for rule in kinds for noun in rule["nouns"]}


def fits(cluster: "Cluster", rule: dict[str, Any]) -> bool:
    """Whether a thing may be of a kind, by its class and by what else it is called."""
    if "names" in rule:
        return cluster.name in rule["names"]
    region = cluster.known is not None and cluster.known.kind == "region"
    if cluster.type != rule["type"] or is_state(cluster) or region != bool(rule.get("region")):
        return False
    nouns = [m for m in cluster.mentions if m.kind == "nominal"]
    shown = kinds_in_name(cluster)
    if (shown or (rule.get("shown") and not nouns)) and not shown & set(rule["details"]):
        return False
    return all(m.detail in rule["details"] for m in nouns)


def kinds_in_name(cluster: "Cluster") -> set[str]:
    """The kinds of the nouns in a name (*Bundeskartellamt*)."""
    if not cluster.named:
        return set()
    actors = (actor_of(load_gazetteer(), word) for word in words_of(cluster))
    kinds = {found[1].kind for found in actors if found and found[1].type == "Organization"}
    return kinds - {"body"}  # which tells no more than that it is one


def is_from(cluster: "Cluster", origin: "Cluster") -> bool:
    """Whether the gazetteer says that a thing belongs to a state."""
    return cluster.known is not None and cluster.known.part_of == origin.key


def in_nearest_sentence(
    reading: "Reading", clusters: list["Cluster"], token: "Token"
) -> list["Cluster"]:
    """Those of some things that the last sentence with any of them speaks of."""
    last = {id(c): max(m.head for m in c.mentions if m.head < token.i) for c in clusters}
    start = max((reading.doc[i].sent.start for i in last.values()), default=0)
    return [c for c in clusters if last[id(c)] >= start]


def is_state(cluster: "Cluster") -> bool:
    """Whether a thing is a known state."""
    return cluster.known is not None and cluster.known.kind == STATE


def is_one_known(token: "Token") -> bool:
    """Whether a noun in the singular is taken up from before."""
    return is_taken_up(token) and not is_plural(token)


def is_taken_up(token: "Token") -> bool:
    """Whether an article or demonstrative says that something known is meant."""
    for article in token.below["det"]:
        if article.lower_ in articles_of_known():
            return True
    return has_contraction(token)


@cache
def articles_of_known() -> frozenset[str]:
    """Definite articles and demonstratives in lower case."""
    return frozenset((*grammar()["definite_articles"], *grammar()["demonstratives"]))


def before(reading: "Reading", token: "Token", sentences: int) -> "Iterator[Cluster]":
    """What the words before a token in its sentence and some before it stand for, last first."""
    first, entities = earliest(reading.doc, token, sentences), reading.by_token
    words = (i for i in range(token.i - 1, first - 1, -1) if i in entities)
    found = {id(entities[i]): entities[i] for i in words}
    return iter(found.values())


def ends_in(noun: str, part: str) -> bool:
    """Whether a noun is another one or a compound of it."""
    return part.lower() in tails(noun)
