"""The ontology: where its files are, and its relations as plain values.

The files are read with pyoxigraph, which takes milliseconds; rdflib is not needed here.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import pyoxigraph as ox

from kg.model import LexiconError

NAMESPACE = "https://w3id.org/newskg/ontology#"
PLOVER = "https://w3id.org/newskg/plover#"
DEFAULT_BASE = "https://w3id.org/newskg/id/"

_OWL = "http://www.w3.org/2002/07/owl#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"

_Values = dict[str, list[ox.NamedNode | ox.Literal]]


@dataclass(frozen=True, slots=True)
class Relation:
    """A property that a statement may have as its relation.

    Attributes:
        name: Local name in the ontology's namespace (`attacked`).
        label_de, label_en: Words for reading from subject to object.
        domain, range: Local names of the classes that the ends belong to; the range of a literal
            relation is `string` or `Literal`.
        symmetric: Whether both directions are one fact.
        literal: Whether the object is a literal.
        group: `conflict`, `cooperation`, `structure`, `count` or `other`.
        plover: The PLOVER event type (`ASSAULT`), None where the relation is no event.
    """

    name: str
    label_de: str
    label_en: str
    domain: str
    range: str
    symmetric: bool
    literal: bool
    group: str
    plover: str | None


def data_path(*parts: str) -> Path:
    """Path of a file or folder under `ontology/`, e.g. `data_path("lexicon", "de.toml")`.

    An installed wheel carries the folder as `kg/ontology_data`; a checkout has it beside `kg/`.
    """
    installed = Path(str(files("kg") / "ontology_data"))
    root = installed if installed.is_dir() else Path(__file__).resolve().parent.parent / "ontology"
    return root.joinpath(*parts)


@cache
def load_relations() -> dict[str, Relation]:
    """Every relation of `kg.ttl` by its local name, in alphabetical order.

    Raises:
        LexiconError: `kg.ttl` is missing, malformed, or a relation in it lacks a property.
    """
    terms = _terms()
    names = sorted(name for name, values in terms.items() if NAMESPACE + "relationGroup" in values)
    return {name: _relation(name, terms[name]) for name in names}


def relation_label(name: str, language: str) -> str:
    """The relation's label in `de` or `en`; the name itself where the ontology lacks it."""
    relation = load_relations().get(name)
    if relation is None:
        return name
    return relation.label_de if language == "de" else relation.label_en


@cache
def term_label(name: str, language: str) -> str:
    """The label in `de` or `en` of any term by its local name; the name where it has none."""
    try:
        return _label(_terms()[name], language)
    except KeyError:
        return name


@cache
def ancestors(name: str) -> frozenset[str]:
    """The class with this local name and all classes of the ontology above it."""
    parents = _terms().get(name, {}).get(_RDFS + "subClassOf", [])
    own = [_local(p.value) for p in parents if p.value.startswith(NAMESPACE)]
    return frozenset({name}).union(*(ancestors(parent) for parent in own))


def fits(name: str, ancestor: str) -> bool:
    """Whether an entity of the type `name` may stand where `ancestor` is asked for."""
    return ancestor in ancestors(name)


@cache
def _terms() -> dict[str, _Values]:
    """Every term of the ontology: local name → predicate IRI → objects."""
    path, found = data_path("kg.ttl"), dict[str, _Values]()
    try:
        quads = list(ox.parse(path=path, format=ox.RdfFormat.TURTLE))
    except (OSError, SyntaxError) as error:
        raise LexiconError(f"{path}: {error}") from error
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(NAMESPACE):
            values = found.setdefault(_local(quad.subject.value), {})
            if isinstance(quad.object, ox.NamedNode | ox.Literal):
                values.setdefault(quad.predicate.value, []).append(quad.object)
    return found


def _relation(name: str, values: _Values) -> Relation:
    types = {value.value for value in values.get(_RDF + "type", [])}
    plover = values.get(NAMESPACE + "ploverType")
    try:
        return Relation(
            name=name,
            label_de=_label(values, "de"),
            label_en=_label(values, "en"),
            domain=_local(values[_RDFS + "domain"][0].value),
            range=_local(values[_RDFS + "range"][0].value),
            symmetric=_OWL + "SymmetricProperty" in types,
            literal=_OWL + "DatatypeProperty" in types,
            group=values[NAMESPACE + "relationGroup"][0].value,
            plover=_local(plover[0].value) if plover else None,
        )
    except KeyError as error:
        raise LexiconError(f"{data_path('kg.ttl')}: kg:{name} has no {error}") from error


def _label(values: _Values, language: str) -> str:
    for label in values[_RDFS + "label"]:
        if isinstance(label, ox.Literal) and label.language == language:
            return label.value
    raise KeyError(f"label @{language}")


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]
