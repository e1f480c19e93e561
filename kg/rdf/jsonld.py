"""JSON-LD 1.1, compacted by the prefixes of its context, laid out as `json.dumps(indent=1)` does.

The standard library's own encoder is forty times slower once it has to indent.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter

from kg.model import InputError
from kg.rdf.rows import TYPE, Row, literal_parts, unescaped

_encoded: Callable[[str], str] = json.JSONEncoder(ensure_ascii=False).encode
_NODES = 2  # levels of indentation of the nodes within `{"@graph": [`
_Entries = Iterable[tuple[str, str]]  # keys and values, as they stand in the file


class _Short(dict[str, str]):
    """The word of N-Quads → a name of JSON-LD in quotes, worked out once each."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self.longest_first = sorted(names.items(), key=lambda item: -len(item[1]))

    def __missing__(self, word: str) -> str:
        self[word] = short = _encoded(word if word[0] == "_" else self.compact(word[1:-1]))
        return short

    def compact(self, iri: str) -> str:
        """The IRI with a prefix, unless it would then look like one with an authority."""
        for name, space in self.longest_first:
            if iri.startswith(space) and not iri.startswith("//", len(space)):
                return f"{name}:{iri[len(space) :]}"
        return iri


def to_jsonld(rows: Iterable[Row], names: Mapping[str, str]) -> str:
    """Write sorted rows as JSON-LD, one object a named graph.

    Raises:
        InputError: There is a triple term of RDF 1.2, which JSON-LD 1.1 cannot hold.
    """
    short = _Short(names)
    context = _object([(f'"{name}"', _encoded(space)) for name, space in names.items()], 1)
    graph = _list(_graphs(rows, short), 1)
    return _object([('"@context"', context), ('"@graph"', graph)], 0) + "\n"


def _graphs(rows: Iterable[Row], short: _Short) -> Iterator[str]:
    for graph, members in groupby(rows, key=itemgetter(0)):
        if not graph:
            yield from _nodes(members, short, _NODES)
            continue
        nodes = _list(_nodes(members, short, _NODES + 2), _NODES + 1)
        yield _object([('"@id"', short[graph]), ('"@graph"', nodes)], _NODES)


def _nodes(rows: Iterable[Row], short: _Short, level: int) -> Iterator[str]:
    for subject, members in groupby(rows, key=itemgetter(1)):
        pairs = groupby(members, key=itemgetter(2))
        entries = [_entry(p, [row[3] for row in found], short, level + 1) for p, found in pairs]
        yield _object([('"@id"', short[subject]), *entries], level)


def _entry(predicate: str, words: list[str], short: _Short, level: int) -> tuple[str, str]:
    if predicate == TYPE and not any(word[0] == '"' for word in words):
        return '"@type"', _list([short[word] for word in words], level)
    if len(words) == 1:
        return short[predicate], _value(words[0], short, level)
    return short[predicate], _list([_value(word, short, level + 1) for word in words], level)


def _value(word: str, short: _Short, level: int) -> str:
    if word.startswith("<<"):
        raise InputError("JSON-LD has no way to write a triple term of RDF 1.2")
    if word[0] != '"':
        return _object([('"@id"', short[word])], level)
    text, language, datatype = literal_parts(word)
    value = ('"@value"', _encoded(unescaped(text)))
    if datatype:
        return _object([('"@type"', short[f"<{datatype}>"]), value], level)
    return _object([*_tags(language), value], level) if language else value[1]


def _tags(language: str) -> _Entries:
    tag, _, direction = language.partition("--")
    yield '"@language"', f'"{tag}"'
    if direction:
        yield '"@direction"', f'"{direction}"'


def _object(entries: _Entries, level: int) -> str:
    return _laid_out("{", [f"{key}: {value}" for key, value in entries], "}", level)


def _list(items: Iterable[str], level: int) -> str:
    return _laid_out("[", list(items), "]", level)


def _laid_out(opening: str, items: list[str], closing: str, level: int) -> str:
    if not items:
        return opening + closing
    outer, inner = "\n" + " " * level, "\n" + " " * (level + 1)
    return f"{opening}{inner}{f',{inner}'.join(items)}{outer}{closing}"
