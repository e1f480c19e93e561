"""The name that a compound begins with: *EU-Kommission*, *Bundestagsfraktion*, *Nordirak*."""

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.gazetteer import STATE, Gazetteer, Known, by_tail, load_gazetteer
from kg.lexicon import REMEMBERED, grammar

if TYPE_CHECKING:
    from kg.reading import Cluster
    from kg.words import Token

SHORTEST_NAME = 4  # letters of a name that no hyphen sets off; shorter ones match by chance
LINKS = ("", "s", "es")


@lru_cache(maxsize=REMEMBERED)
def named_part(word: str, gazetteer: Gazetteer) -> tuple[Known, int, int] | None:
    """What the name in a compound means, with its first and the end of its last letter."""
    return (
        before_hyphen(word, gazetteer)
        or part_of_region(word, gazetteer)
        or joined_part(word, gazetteer)
    )


def before_hyphen(word: str, gazetteer: Gazetteer) -> tuple[Known, int, int] | None:
    """The name before a hyphen, with the hyphen (*EU-* in *EU-Ratspräsident*)."""
    head, hyphen, rest = word.rpartition("-")
    while hyphen and rest:
        known = gazetteer.names.get(head)
        if known:
            return known, 0, len(head) + 1
        head, hyphen, _ = head.rpartition("-")
    return None


def part_of_region(word: str, gazetteer: Gazetteer) -> tuple[Known, int, int] | None:
    """The state in the name of a part of it (*Nordirak*, *Zentralvietnam*)."""
    prefixes = (p for p in grammar()["region_prefixes"] if word.startswith(p))
    prefix = max(prefixes, key=len, default="")
    rest = word.removeprefix(prefix)
    name = rest[:1].upper() + rest[1:]
    known = gazetteer.names.get(name) or gazetteer.names.get(name.removesuffix("s"))
    whole = gazetteer.names.get(word) or gazetteer.names.get(word.removesuffix("s"))
    if not prefix or known is None or known.kind != STATE:
        return None
    if whole and whole.part_of != known.key:  # *Südkorea*, *Nordamerika*
        return None
    return known, len(prefix), len(word)


def joined_part(word: str, gazetteer: Gazetteer) -> tuple[Known, int, int] | None:
    """The name that a noun for people, bodies or events begins with (*Bundestagsfraktion*)."""
    if not word[:1].isupper() or word in gazetteer.names:
        return None
    for end in range(len(word) - SHORTEST_NAME, SHORTEST_NAME - 1, -1):
        known = gazetteer.names.get(word[:end])
        if known and may_begin(known, word[end:], gazetteer):
            return known, 0, end
    return None


def may_begin(known: Known, rest: str, gazetteer: Gazetteer) -> bool:
    """Whether a name makes a compound with the rest of a word.

    An organisation does with roles, bodies and firms. A state does with events and bodies
    (*Afghanistankonferenz*), but a *Russlandexperte* need not be a Russian.
    """
    if known.kind == STATE:
        actor = gazetteer.actors.get(rest)
        return actor is not None and actor.type not in ("Group", "Person")
    return known.type == "Organization" and is_actor(rest, gazetteer)


def is_actor(rest: str, gazetteer: Gazetteer) -> bool:
    """Whether the rest of a compound is a role, a body or a subsidiary, behind *-s-* or not."""
    tables = (gazetteer.roles, gazetteer.actors, grammar()["firms"])
    parts = {rest.removeprefix(link) for link in LINKS if rest.startswith(link)}
    return rest.islower() and any(p in table for p in parts for table in tables)


def firm(last: str, whole: Known | None) -> str:
    """What a firm is to another whose name begins the compound (*VW-Tochter*), "" if none."""
    if whole is None or whole.type != "Organization":
        return ""
    found = by_tail(grammar()["firms"], last)
    return found[1] if found else ""


def is_part(whole: "Cluster", cluster: "Cluster", token: "Token") -> bool:
    """Whether a name that another begins is that of a part (*EU-Kommission*, *Berlin-Mitte*).

    *Rheinland-Pfalz*, *Daimler-Benz* and *Guatemala-Stadt* are names of their own.
    """
    gazetteer = load_gazetteer()
    last = token.text.rpartition("-")[2]
    if whole is cluster or (cluster.type == "Place" and cluster.known and "-" in token.text):
        return False
    if whole.type == "Place" and cluster.type == "Place" and "-" in token.text:
        return whole.detail == "city" and last not in gazetteer.names
    return "-" not in token.text or by_tail(gazetteer.actors, last) is not None
