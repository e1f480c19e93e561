"""Plain sentences for statements, from `ontology/phrases.toml`."""

import re
import tomllib
from functools import cache
from typing import Any

from kg.model import LexiconError
from kg.ontology import data_path

# A group's name that ends so is most likely a plural: Armenier, Soldaten, Leute, Verletzte.
_PLURAL = re.compile(r"(en|er|eute|te|ige|s)$")


@cache
def load_phrases() -> dict[str, dict[str, list[str]]]:
    """Relation → language → its sentence and the sentence that denies it.

    `{s}` stands for the subject, `{o}` for the object, `[a|b]` for a word that agrees in number
    with the subject.

    Raises:
        LexiconError: The file is missing or malformed, or a sentence lacks an end.
    """
    phrases = {name: table for name, table in _table().items() if isinstance(table, dict)}
    for name, table in phrases.items():
        for sentence in (*table.get("de", ()), *table.get("en", ())):
            if "{s}" not in sentence or "{o}" not in sentence:
                raise LexiconError(
                    f"{data_path('phrases.toml')}: {name}: {sentence!r} lacks an end"
                )
    return phrases


def is_plural(name: str, type_: str) -> bool:
    """Whether an entity takes the verb in the plural.

    The graph holds no grammatical number, so groups are judged by the ending of their name.
    """
    return name in _table()["plural"] or (type_ == "Group" and bool(_PLURAL.search(name)))


@cache
def _table() -> dict[str, Any]:
    path = data_path("phrases.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path}: {error}") from error
