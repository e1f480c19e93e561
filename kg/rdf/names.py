"""Namespaces, the IRIs of what we describe, and literals."""

import re
from datetime import date
from decimal import Decimal
from urllib.parse import quote, unquote

import pyoxigraph as ox

from kg.model import Span
from kg.ontology import DEFAULT_BASE, NAMESPACE, PLOVER

KG = NAMESPACE
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
ITSRDF = "http://www.w3.org/2005/11/its/rdf#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
PROV = "http://www.w3.org/ns/prov#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
OA = "http://www.w3.org/ns/oa#"
DC = "http://purl.org/dc/elements/1.1/"
XSD = "http://www.w3.org/2001/XMLSchema#"
WIKIDATA = "http://www.wikidata.org/entity/"

_DATATYPES = {
    r"\d{4}-\d{2}-\d{2}": "date",
    r"\d{4}-(0[1-9]|1[0-2])": "gYearMonth",
    r"(?!0000)\d{4}": "gYear",
}
_FORBIDDEN = re.compile(r'[\x00-\x20<>"{}|\\^`]|%(?![0-9A-Fa-f]{2})')


def prefixes(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Prefix → namespace of everything that our files use, `ent:` for the base IRI."""
    return {
        "dc": DC,
        "doc": base + "document/",
        "ent": base,
        "ev": base + "event/",
        "itsrdf": ITSRDF,
        "kg": KG,
        "nif": NIF,
        "oa": OA,
        "plover": PLOVER,
        "prov": PROV,
        "rdf": RDF,
        "rdfs": RDFS,
        "schema": SCHEMA,
        "sem": SEM,
        "skos": SKOS,
        "st": base + "statement/",
        "wd": WIKIDATA,
        "xsd": XSD,
    }


def entity_node(id_: str) -> ox.NamedNode:
    """The entity's own IRI, with characters that no IRI may hold percent-encoded."""
    return ox.NamedNode(_FORBIDDEN.sub(lambda sign: quote(sign[0], safe=""), id_))


def document_node(id_: str, base: str) -> ox.NamedNode:
    """IRI of a document, which is also the name of its graph."""
    return ox.NamedNode(f"{base}document/{quote(id_, safe='')}")


def statement_node(id_: str, base: str) -> ox.NamedNode:
    """IRI of a statement."""
    return ox.NamedNode(f"{base}statement/{quote(id_, safe='')}")


def event_node(id_: str, base: str) -> ox.NamedNode:
    """IRI of an event, by the id that `kg.rdf.accounts.event_id` makes."""
    return ox.NamedNode(f"{base}event/{quote(id_, safe='')}")


def phrase_node(span: Span, base: str) -> ox.NamedNode:
    """IRI of a passage: the document's with a fragment after RFC 5147."""
    document = document_node(span.document, base).value
    return ox.NamedNode(f"{document}#char={span.start},{span.end}")


def local_id(iri: str, kind: str) -> str:
    """The id in an IRI that `document_node` or `statement_node` made; `kind` is its folder."""
    return unquote(iri.rpartition(f"{kind}/")[2] or iri)


def text_literal(text: str, language: str) -> ox.Literal:
    """A literal with a language tag, without one where the tag is no language."""
    try:
        return ox.Literal(text, language=language)
    except ValueError:
        return ox.Literal(text)


def time_literal(text: str) -> ox.Literal:
    """A day, month or year with its datatype, anything else as a plain string."""
    for pattern, datatype in _DATATYPES.items():
        if re.fullmatch(pattern, text, re.ASCII) and (datatype != "date" or _is_day(text)):
            return typed(text, datatype)
    return ox.Literal(text)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def count_literal(text: str) -> ox.Literal:
    """`32` as an integer, `sechs` as a string."""
    return typed(text, "integer") if re.fullmatch(r"[0-9]+", text) else ox.Literal(text)


def decimal_literal(number: float) -> ox.Literal:
    """A decimal without exponent that gives back the very same float."""
    return typed(f"{Decimal(repr(float(number))):f}", "decimal")


def typed(text: str, datatype: str) -> ox.Literal:
    """A literal of an XSD datatype."""
    return ox.Literal(text, datatype=ox.NamedNode(XSD + datatype))
