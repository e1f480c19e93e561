"""Which relation says that one thing is another's: by the kinds of both (`grammar.toml`).

A court of a city is based in it, one of a state is a part of the state; soldiers are a part of
their state, students its citizens; a province is a part of the country, a town lies in it.
"""

from functools import cache, lru_cache

from kg.gazetteer import BODIES, BODY, STATE
from kg.inflection import noun_forms
from kg.lexicon import REMEMBERED, grammar, tails
from kg.mentions import Found
from kg.reading import Cluster

REGION = "region"


def belonging(cluster: Cluster, mention: Found, owner: Cluster) -> list[str]:
    """The relations of a thing to what it is attributed to.

    Args:
        cluster: The thing.
        mention: The noun or name that the attribute belongs to.
        owner: What a genitive, an adjective or the first part of a compound names.
    """
    rules = grammar()["structure"]
    kind = kind_of(cluster, mention)
    if mention.base in rules["kin"] and (owner.type == "Person" or is_bereaved(owner)):
        kind = "relative"
    elif kind == "relative" and is_force(owner):  # *Angehörige der Streitkräfte*
        kind = "member"
    if owner.type == "Place":
        if not owner.named:  # *im Süden des Landes*, but *Ärzte des Krankenhauses*
            work = rules["workplaces"].get(owner.detail, {}).get(kind)
            return [str(work)] if work else []
        kind = kind_below(kind, class_of(cluster, kind), owner)
    table = rules["owned"]
    relations = table[kind] if kind in table else table.get(class_of(cluster, kind), {})
    return list(relations.get(owner.type, ()))


def is_force(owner: Cluster) -> bool:
    """Whether an owner is several bodies or troops, which have members but no kin."""
    several = owner.detail in (*BODIES, BODY) or is_troop(owner.mentions[0].base)
    return owner.type == "Group" and several


def is_bereaved(owner: Cluster) -> bool:
    """Whether those whom a noun for kin is attributed to are people that something befell."""
    nouns = grammar()["structure"]["bereaved"]
    words = (m.base for m in owner.mentions) if owner.type == "Group" else ()
    return any(part in nouns for word in words for part in tails(word))


def class_of(cluster: Cluster, kind: str) -> str:
    """The class that relations go by: several bodies (*Parteien*) have those of one."""
    several = cluster.type == "Group" and kind in (*BODIES, BODY)
    return "Organization" if several else cluster.type


def whereabouts_relation(cluster: Cluster) -> str:
    """The relation of a thing to a place that it is in, "" where none holds."""
    kind = cluster.type
    if kind in ("Group", "Organization") and is_troop(cluster.mentions[0].base):
        kind = "troops"
    elif cluster.detail == REGION:
        kind = REGION
    return str(grammar()["structure"]["placed"].get(kind, ""))


def kind_of(cluster: Cluster, mention: Found) -> str:
    """The kind that relations go by: that of the noun, but armed people are not told apart."""
    if is_separatist(mention.base):
        return "separatists"
    if is_troop(mention.base) or is_troop(mention.short.rpartition(" ")[2]):  # lemmas may be wrong
        return "soldier" if cluster.type == "Person" else "troops"
    if mention.type == cluster.type == "Group":
        return str(grammar()["structure"]["several"].get(mention.detail, mention.detail))
    if mention.kind == "nominal" and is_outpost(mention.base):
        return "relational"
    if mention.kind == "nominal" and "Organization" in (mention.type, cluster.type):
        return firm(mention.base) or firm(mention.short.rpartition(" ")[2]) or mention.detail
    return mention.detail if mention.kind == "nominal" else mention.detail or cluster.detail


@lru_cache(maxsize=REMEMBERED)
def is_separatist(noun: str) -> bool:
    """Whether a noun, or its last part as a compound, is one for those who want a state."""
    separatists = grammar()["separatists"]
    return any(part in separatists for part in tails(noun))


@lru_cache(maxsize=REMEMBERED)
def is_outpost(noun: str) -> bool:
    """Whether a noun is one for what states have abroad, which an adjective says whose it is."""
    outposts = grammar()["structure"]["outposts"]
    return any(part in outposts for part in tails(noun))


@lru_cache(maxsize=REMEMBERED)
def firm(noun: str) -> str:
    """What a firm is to the one that its noun is attributed to (*Mutterkonzern*), or ""."""
    firms = grammar()["firms"]
    return next((str(firms[part]) for part in tails(noun) if part in firms), "")


def kind_below(kind: str, type_: str, place: Cluster) -> str:
    """The kind of a thing that belongs to a region or city, which has no citizens and no army."""
    rules = grammar()["structure"]
    if place.detail == STATE:
        return kind
    local = {} if place.detail == REGION else rules["in_cities"]
    if kind in local or kind in rules["of_any_place"]:
        return str(local.get(kind, kind))
    return str(local.get(type_) or rules["below_states"].get(type_, kind))


@lru_cache(maxsize=REMEMBERED)
def is_troop(noun: str) -> bool:
    """Whether a noun, or its last part as a compound, is one for armed people."""
    return not troop_forms().isdisjoint(tails(noun))


@cache
def troop_forms() -> frozenset[str]:
    """Every form of the nouns for armed people and units, in lower case."""
    words = (word.capitalize() for word in grammar()["troops"])
    return frozenset(form.lower() for word in words for form in noun_forms(word))
