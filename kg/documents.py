"""Paths, folders and standard input to documents.

Plain text is read as it is, headline included, without the header lines above it. JSON gives the
`text` as it is; its other fields are never put into it, so offsets fit the text that was given.
What JSON or headers leave open is looked for in the first lines.
"""

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from kg.datelines import find_datelines, find_title, parse_date, split_headers
from kg.encodings import Warn, clean, decode
from kg.languages import GERMAN, detect_language, language_name
from kg.model import Document, InputError

STDIN = "-"
SUFFIXES = (".txt", ".json", ".jsonl")
LONGEST_TEXT = 1_000_000

# Keys of an article in JSON → fields of a document.
_KEYS = {
    "doc": "id",
    "text": "text",
    "title": "title",
    "date": "published",
    "url": "url",
    "source": "source",
}
_JSON_TYPES = {bool: "a boolean", dict: "an object", float: "a number", int: "a number"}
_JSON_START = re.compile(r"\s*(?:\[\s*)?\{")
_BLANKS = re.compile(r"\s*")
_COMMA = re.compile(r"\s*,?\s*")
_MOST_BYTES_A_CHARACTER = 4


@dataclass(frozen=True, slots=True)
class _Source:
    """The text of one input; `stem` is "" for standard input."""

    name: str
    stem: str
    suffix: str
    text: str


@dataclass(frozen=True, slots=True)
class _Article:
    """A document before its id is settled, and what messages call the place it came from."""

    where: str
    document: Document


def read_documents(
    inputs: Sequence[str | Path], stdin: TextIO | BinaryIO
) -> tuple[list[Document], list[str]]:
    """Read every article of the inputs.

    Args:
        inputs: Files, folders (read recursively, hidden files left out), `-` for `stdin`.
        stdin: Standard input; its bytes are preferred where it has a `buffer`.

    Returns:
        The documents in the order of the inputs, files of a folder sorted by name, and warnings
        of one line each. Ids are unique.

    Raises:
        InputError: An input cannot be used, or nothing was left to read.
    """
    warnings: list[str] = []
    articles = [
        article
        for source in _sources(inputs, stdin, warnings.append)
        for article in _articles(source, warnings.append)
    ]
    documents = _with_unique_ids(articles, warnings.append)
    if not documents:
        raise InputError("; ".join(warnings) or "no input: name a file, a folder or - for stdin")
    return documents, warnings


def as_document(text: str, published: str = "") -> Document:
    """A text that stands in no file, its title, date and source looked for in its first lines.

    Args:
        text: The text; offsets count in it as it is.
        published: The date of the article where it is known (`2023-09-20`, `20.09.2023`).
    """
    known = {"published": published} if published else {}
    return _document(text, known, "", "", lambda _: None)


def read_lines(inputs: Sequence[str | Path], stdin: TextIO | BinaryIO) -> list[Document]:
    """Each line of the inputs as a document of its own, its id the number of the line from 1.

    Raises:
        InputError: An input cannot be used.
    """
    texts = [source.text for source in _sources(inputs, stdin, lambda _: None)]
    lines = [line for text in texts for line in text.splitlines()]
    return [Document(id=str(i), text=line) for i, line in enumerate(lines, 1)]


def _sources(
    inputs: Sequence[str | Path], stdin: TextIO | BinaryIO, warn: Warn
) -> Iterator[_Source]:
    for given in inputs:
        if str(given) == STDIN:
            yield _Source("standard input", "", "", _read_stdin(stdin, warn))
            continue
        for path in _files(Path(given)):
            text = clean(decode(_read_bytes(path), str(path), warn))
            yield _Source(str(path), clean(path.stem), path.suffix.lower(), text)


def _read_stdin(stdin: TextIO | BinaryIO, warn: Warn) -> str:
    data: str | bytes = getattr(stdin, "buffer", stdin).read()
    return clean(data if isinstance(data, str) else decode(data, "standard input", warn))


def _files(path: Path) -> list[Path]:
    if not _is_folder(path):
        return [path]
    found = [
        file
        for file in _walk(path)
        if file.suffix.lower() in SUFFIXES and not file.name.startswith(".")
    ]
    if not found:
        raise InputError(f"{path}: holds no {', '.join(SUFFIXES)} file")
    return sorted(found, key=lambda file: file.parts)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError as error:  # raised when a folder on the way there is barred
        raise _unreadable(path, error) from None


def _walk(path: Path) -> Iterator[Path]:
    def fail(error: OSError) -> None:
        raise _unreadable(Path(error.filename), error)

    for folder, subfolders, names in os.walk(path, onerror=fail):
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        yield from (Path(folder, name) for name in names)


def _read_bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if path.suffix.lower() == ".txt" and size > LONGEST_TEXT * _MOST_BYTES_A_CHARACTER:
            raise _too_long(str(path), f"{size:,} bytes")
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: OSError) -> InputError:
    reasons = {FileNotFoundError: "does not exist", PermissionError: "may not be read"}
    return InputError(f"{path}: {reasons.get(type(error)) or error.strerror}")


def _too_long(where: str, size: str) -> InputError:
    return InputError(f"{where}: has {size}, the limit is {LONGEST_TEXT:,} characters a text")


def _articles(source: _Source, warn: Warn) -> Iterator[_Article]:
    # Without a suffix that says so, news text never begins with a brace.
    sniffed = source.suffix not in SUFFIXES and _JSON_START.match(source.text)
    is_json = source.suffix in (".json", ".jsonl") or sniffed
    found = list((_read_json if is_json else _read_plain)(source))
    if not found:
        warn(f"{source.name}: is empty, skipped")
    for where, fields in found:
        if article := _article(where, fields, source.stem, warn):
            yield article


def _read_plain(source: _Source) -> Iterator[tuple[str, dict[str, str]]]:
    fields, text = split_headers(source.text)
    yield source.name, {**fields, "text": text}


def _read_json(source: _Source) -> Iterator[tuple[str, dict[str, str]]]:
    line, counted = 1, 0
    for position, value in _json_values(source):
        line += source.text.count("\n", counted, position)
        counted = position
        where = f"{source.name}:{line}"
        if not isinstance(value, dict):
            raise InputError(f"{where}: is not an object with title, date and text")
        yield where, _checked(value, where)


def _json_values(source: _Source) -> Iterator[tuple[int, Any]]:
    """Yield position and value of what stands one after the other, or in a list."""
    text = source.text
    decoder = json.JSONDecoder()
    position = _after(_BLANKS, text, 0)
    while position < len(text):
        try:
            value, end = decoder.raw_decode(text, position)
        except json.JSONDecodeError as error:
            place = f"line {error.lineno}, column {error.colno}"
            raise InputError(f"{source.name}: {place}: not JSON: {error.msg}") from None
        except (RecursionError, ValueError) as error:
            raise InputError(f"{source.name}: JSON that cannot be read: {error}") from None
        yield from _elements(text, position) if isinstance(value, list) else [(position, value)]
        position = _after(_BLANKS, text, end)


def _elements(text: str, start: int) -> Iterator[tuple[int, Any]]:
    """Walk a list that is known to be well-formed, to tell the line of each element."""
    decoder = json.JSONDecoder()
    position = _after(_BLANKS, text, start + 1)
    while text[position] != "]":
        value, end = decoder.raw_decode(text, position)
        yield position, value
        position = _after(_COMMA, text, end)


def _after(gap: re.Pattern[str], text: str, position: int) -> int:
    found = gap.match(text, position)
    return found.end() if found else position


def _checked(value: dict[str, Any], where: str) -> dict[str, str]:
    given = {key: value[key] for key in _KEYS if value.get(key) is not None}
    for key, content in given.items():
        if not isinstance(content, str):
            kind = _JSON_TYPES.get(type(content), "a list")
            raise InputError(f'{where}: "{key}" must be a string, not {kind}')
    if "text" not in given:
        raise InputError(f'{where}: "text" is missing')
    return {_KEYS[key]: clean(content) for key, content in given.items()}


def _article(where: str, fields: dict[str, str], stem: str, warn: Warn) -> _Article | None:
    text = fields["text"]
    if not text.strip():
        warn(f"{where}: is empty, skipped")
        return None
    if len(text) > LONGEST_TEXT:
        raise _too_long(where, f"{len(text):,} characters")
    known = {
        name: " ".join(value.split())
        for name, value in fields.items()
        if name != "text" and value.strip()
    }
    if "published" in known and not parse_date(known["published"]):
        warn(f"{where}: {known.pop('published')!r} is not a date, left out")
        known["published"] = ""
    return _Article(where, _document(text, known, stem, where, warn))


def _document(text: str, known: dict[str, str], stem: str, where: str, warn: Warn) -> Document:
    datelines = find_datelines(text)
    dates = [parse_date(known["published"])] if "published" in known else []
    return Document(
        id=known.get("id") or stem or f"doc-{_digest(text, 12)}",
        text=text,
        title=known.get("title") or find_title(text, datelines),
        url=known.get("url", ""),
        published=_first(dates or [found.published for found in datelines]),
        source=known.get("source") or _first([found.source for found in datelines]),
        language=_language(text, where, warn),
    )


def _first(values: list[str]) -> str:
    return next(filter(None, values), "")


def _language(text: str, where: str, warn: Warn) -> str:
    language = detect_language(text)
    if language != GERMAN:
        name = language_name(language)
        warn(f"{where}: looks like {name}, not German; read as German all the same")
    return language


def _with_unique_ids(articles: list[_Article], warn: Warn) -> list[Document]:
    """Tell documents of one name apart by a hash; drop those that are equal in everything."""
    kept: dict[Document, str] = {}
    for article in articles:
        if article.document in kept:
            warn(f"{article.where}: is the same article as {kept[article.document]}, skipped")
        kept.setdefault(article.document, article.where)
    uses = Counter(document.id for document in kept)
    return [document if uses[document.id] == 1 else _renamed(document) for document in kept]


def _renamed(document: Document) -> Document:
    content = (document.text, document.title, document.published, document.url, document.source)
    return replace(document, id=f"{document.id}-{_digest(chr(0).join(content), 8)}")


def _digest(content: str, length: int) -> str:
    return hashlib.sha256(content.encode()).hexdigest()[:length]
