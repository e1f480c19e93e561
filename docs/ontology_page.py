"""Write docs/ontology.html from the files under ontology/.

python -m docs.ontology_page
"""

from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.ontology import NAMESPACE, PLOVER, data_path

HERE = Path(__file__).parent
OWL = "http://www.w3.org/2002/07/owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES = {
    "kg": NAMESPACE,
    "plover": PLOVER,
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "owl": OWL,
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": SKOS,
    "time": "http://www.w3.org/2006/time#",
    "xsd": XSD,
}
# What is shown of a term: heading → property.
SHOWN = {
    "domain": RDFS + "domain",
    "range": RDFS + "range",
    "inverse of": OWL + "inverseOf",
    "kind of": RDFS + "subClassOf",
    "implies": RDFS + "subPropertyOf",
    "close to": SKOS + "closeMatch",
    "event type": NAMESPACE + "ploverType",
    "differs from": OWL + "differentFrom",
}
GROUPS = {
    "conflict": "Relations of conflict",
    "cooperation": "Relations of cooperation",
    "structure": "Relations of structure and biography",
    "count": "Counts",
    "other": "Other relations",
}
SECTIONS = (
    "Classes",
    *GROUPS.values(),
    "Properties of statements, events and passages",
    "Polarity and modality",
    "Inverse relations",
    "Event types",
)

Values = dict[str, list[ox.NamedNode | ox.Literal]]


def main() -> None:
    """Write the page."""
    (HERE / "ontology.html").write_text(page(), encoding="utf-8")


def page() -> str:
    """The page, the same for the same ontology."""
    terms = read("kg.ttl", NAMESPACE) | read("plover.ttl", PLOVER)
    sections: dict[str, list[dict[str, object]]] = {name: [] for name in SECTIONS}
    turned = {v.value for values in terms.values() for v in values.get(OWL + "inverseOf", [])}
    for iri, values in sorted(terms.items()):
        if name := section(iri, values, turned):
            sections[name].append(described(iri, values))
    loader = FileSystemLoader(HERE)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    template = environment.get_template("ontology.html.j2")
    return template.render(sections=sections, prefixes=PREFIXES, namespace=NAMESPACE) + "\n"


def read(name: str, namespace: str) -> dict[str, Values]:
    """IRI of each term of a namespace → property → values, sorted."""
    found: defaultdict[str, defaultdict[str, list[ox.NamedNode | ox.Literal]]]
    found = defaultdict(lambda: defaultdict(list))
    quads = ox.parse(path=data_path(name), format=ox.RdfFormat.TURTLE)
    for quad in sorted(quads, key=str):
        subject, object_ = quad.subject, quad.object
        ours = isinstance(subject, ox.NamedNode) and subject.value.startswith(namespace)
        if ours and isinstance(object_, ox.NamedNode | ox.Literal):
            found[str(subject)[1:-1]][quad.predicate.value].append(object_)
    return {iri: dict(values) for iri, values in found.items()}


def section(iri: str, values: Values, turned: set[str]) -> str | None:
    """Heading under which a term stands, None for a grouping that has none."""
    types = {value.value for value in values[RDF + "type"]}
    if group := values.get(NAMESPACE + "relationGroup"):
        return GROUPS[group[0].value]
    if OWL + "Class" in types:
        return "Classes"
    if OWL + "NamedIndividual" in types:
        return "Polarity and modality"
    if SKOS + "Concept" in types:
        return "Event types"
    if iri in turned:
        return "Inverse relations"
    return None if SKOS + "Collection" in types else SECTIONS[6]


def described(iri: str, values: Values) -> dict[str, object]:
    """What the page shows of a term."""
    types = {value.value for value in values[RDF + "type"]}
    comments = values.get(RDFS + "comment") or values.get(SKOS + "definition", [])
    marks = [name for name in ("Symmetric", "Functional") if f"{OWL}{name}Property" in types]
    return {
        "name": short(iri),
        "anchor": iri.rpartition("#")[2],
        "labels": in_languages(values.get(RDFS + "label", [])),
        "comments": in_languages(comments),
        "marks": [mark.lower() for mark in marks],
        "rows": {
            heading: [link(value) for value in values[property_]]
            for heading, property_ in SHOWN.items()
            if property_ in values
        },
    }


def in_languages(values: list[ox.NamedNode | ox.Literal]) -> dict[str, str]:
    """Language → text."""
    return {v.language or "": v.value for v in values if isinstance(v, ox.Literal)}


def link(value: ox.NamedNode | ox.Literal) -> tuple[str, str]:
    """A term's short name and where it is described: on this page, or under its own IRI."""
    own = value.value.startswith((NAMESPACE, PLOVER))
    return short(value.value), "#" + value.value.rpartition("#")[2] if own else value.value


def short(iri: str) -> str:
    """The IRI with its prefix."""
    spaces = ((name, space) for name, space in PREFIXES.items() if iri.startswith(space))
    return next((f"{name}:{iri.removeprefix(space)}" for name, space in spaces), iri)


if __name__ == "__main__":
    main()
