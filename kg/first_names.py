"""Tell by a first name whether its bearer is a man or a woman."""

from functools import cache

from kg.lexicon import read_toml


@cache
def genders_of_names() -> dict[str, str]:
    """First name in lower case → masculine or feminine."""
    table = read_toml("gazetteer", "first_names.toml")
    return {name.lower(): gender for gender, names in table.items() for name in names}


def gender_of_name(name: str) -> str:
    """Masculine or feminine, "" where the name does not tell.

    Args:
        name: A name as the text has it; a last name alone tells nothing.
    """
    first, _, rest = name.partition(" ")
    if not rest:
        return ""
    genders = genders_of_names()
    return genders.get(first.lower()) or genders.get(first.partition("-")[0].lower(), "")
