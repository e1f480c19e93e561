"""Join family names to the one person whom they mean: in the article, else in news at large."""

import re
from typing import TYPE_CHECKING

REGNAL = re.compile(r"[IVX]+\.?")

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.gazetteer import Gazetteer
    from kg.reading import Cluster, Reading


def full_names(cluster: "Cluster") -> set[str]:
    """The names of several words that an article calls a person by, genitives included."""
    names = {m.text for m in cluster.mentions if m.kind == "name"} if cluster.known else set()
    return {name for name in (names | {cluster.key}) if " " in name}


def named_in_full(reading: "Reading") -> "list[tuple[Cluster, set[str]]]":
    """The persons of an article whom it calls by full names, with these."""
    people = (c for c in reading.clusters if c.type == "Person")
    return [(c, names) for c in people if (names := full_names(c))]


def bearers(people: "Iterable[tuple[Cluster, set[str]]]", name: str) -> "list[Cluster]":
    """Those of some persons with their full names who have one that ends in a name."""
    return [c for c, names in people if any(is_last_name(name, full) for full in names)]


def is_last_name(name: str, full: str) -> bool:
    """Whether a name is the end of a longer one, an article before it in either case (*Al-*).

    Of a ruler it is the beginning (*Felipe VI.*).
    """
    if full.startswith(f"{name} ") and REGNAL.fullmatch(full.removeprefix(f"{name} ")):
        return True
    ending = full[-len(name) :]
    return full[: -len(name)].endswith(" ") and ending[:1].lower() + ending[1:] == (
        name[:1].lower() + name[1:]
    )


def well_known(reading: "Reading", gazetteer: "Gazetteer") -> "Iterator[Cluster]":
    """Persons of whom an article says no more than a name that means one person in all news.

    Each gets that person's entry. Somebody else of the name in the article leaves it open.
    """
    for cluster in reading.clusters:
        known = gazetteer.families.get(cluster.key)
        bare = cluster.named and not cluster.known and cluster.type == "Person"
        if known and bare and not bearers(named_in_full(reading), cluster.key):
            cluster.known = known
            yield cluster
