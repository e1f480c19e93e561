"""The words of a SPARQL text, to find what must not be asked before anything is."""

import re

_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|<[^<>\"{}|^`\\\s]*>"
    r"|#[^\n\r]*"
    r"|[?$@]\w+"
    r"|[\w.-]*:(?:[\w.:%-]|\\.)*"
    r"|\w+",
    re.DOTALL,
)


def asks_service(sparql: str) -> bool:
    """Whether a query or update may call another endpoint."""
    # Oxigraph needs no space beside a keyword: `1SERVICE:x` is a call.
    return _may_say("SERVICE", sparql) and any(
        "SERVICE" in word.partition(":")[0] for word in _words(sparql)
    )


def names_graphs(sparql: str) -> bool:
    """Whether a query may ask what stands in a named graph."""
    return any(_may_say(word, sparql) for word in ("GRAPH", "FROM"))


def loads_file(sparql: str) -> bool:
    """Whether an update may fetch a file or an address."""
    # No space is needed behind it either: `LOADSILENT<…>`.
    return _may_say("LOAD", sparql) and any(
        word.partition(":")[0].startswith("LOAD") for word in _words(sparql)
    )


def _may_say(word: str, sparql: str) -> bool:
    """Whether a text may have a word anywhere, which is quick to tell of most that do not."""
    return "\\" in sparql or word in sparql.upper()


def _words(sparql: str) -> set[str]:
    """The words in capitals, outside strings, IRIs, variables and comments."""
    # An escape of a character may stand anywhere in a query, so it is also read without escapes.
    unescaped = re.sub(
        r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})",
        lambda match: chr(min(int(match[1] or match[2], 16), 0x10FFFF)),
        sparql,
    )
    tokens = (token for text in (sparql, unescaped) for token in _TOKEN.findall(text))
    return {token.upper() for token in tokens if token[0] not in "\"'<#?$@"}
