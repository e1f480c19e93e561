"""Text about a graph: counts, and what a statement or an entity rests on."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.model import Corpus, Entity, InputError, Statement
from kg.ontology import relation_label
from kg.rdf import corpus_of, quads_of


def statistics(path: Path) -> str:
    """Counts of articles, entities by type, and statements by relation, modality and polarity."""
    quads = quads_of(path)
    corpus = corpus_in(path, quads)
    if not (corpus.documents or corpus.statements):
        return foreign_statistics(quads)
    parts = [
        f"{len(corpus.documents)} articles",
        f"{len(corpus.entities)} entities",
        f"{len(corpus.statements)} statements",
        counted("entities by type", (e.type for e in corpus.entities)),
        counted("linked to Wikidata", ("yes" if e.wikidata else "no" for e in corpus.entities)),
        counted("statements by relation", (s.relation for s in corpus.statements)),
        counted("by modality", (s.modality.value for s in corpus.statements)),
        counted("by polarity", (s.polarity.value for s in corpus.statements)),
    ]
    return "\n".join(parts) + "\n"


def corpus_in(path: Path, quads: list[ox.Quad]) -> Corpus:
    """The statements among quads; an error names the file that they come from."""
    try:
        return corpus_of(quads)
    except InputError as error:
        raise InputError(f"{path}: {error}") from error


def foreign_statistics(quads: list[ox.Quad]) -> str:
    """Counts of a graph that holds none of our statements."""
    subjects = {quad.subject for quad in quads}
    parts = [
        "0 statements",
        f"{len(quads)} triples",
        f"{len(subjects)} subjects",
        counted("triples by predicate", (quad.predicate.value for quad in quads)),
    ]
    return "\n".join(parts) + "\n"


def counted(title: str, values: Iterable[str]) -> str:
    """A titled list of values with how often each occurs, commonest first."""
    ranked = sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0]))
    return "\n".join([f"\n{title}", *(f"  {number:6}  {value}" for value, number in ranked)])


def explanation(path: Path, wanted: str) -> str:
    """What a statement or an entity rests on.

    Args:
        path: Folder of a build or an RDF file.
        wanted: Id of a statement, or id, last part of the id, or label of an entity.

    Raises:
        InputError: If the graph has neither.
    """
    corpus = corpus_in(path, quads_of(path))
    names = {e.id: e.name for e in corpus.entities}
    statement = next((s for s in corpus.statements if s.id == wanted.rpartition("/")[2]), None)
    if statement:
        return explain_statement(statement, names, corpus)
    entity = find_entity(corpus, wanted)
    if entity is None:
        raise InputError(f"{path}: has no statement and no entity {wanted!r}")
    return explain_entity(entity, names, corpus)


def find_entity(corpus: Corpus, wanted: str) -> Entity | None:
    """The entity with an id, the last part of an id, or a label."""
    for entity in corpus.entities:
        if wanted in (
            entity.id,
            entity.id.rpartition("/")[2],
            *(label for _, label in entity.labels),
        ):
            return entity
    return None


def explain_statement(statement: Statement, names: dict[str, str], corpus: Corpus) -> str:
    """A statement with its sentence, stance and rule."""
    document = next((d for d in corpus.documents if d.id == statement.evidence.span.document), None)
    span = statement.evidence.span
    rows = [
        ("statement", f"{statement.id}: {one_line(statement, names)}"),
        ("sentence", statement.evidence.sentence),
        (
            "words",
            f"{statement.subject_text} | {statement.evidence.predicate} | {statement.object_text}",
        ),
        ("stance", f"{statement.polarity.value}, {statement.modality.value}"),
        ("speaker", names.get(statement.source or "", "the article")),
        ("date", statement.date or "none in the text"),
        ("place", names.get(statement.place or "", "none in the text")),
        ("rule", statement.rule),
        ("confidence", f"{statement.confidence:.2f}"),
        ("article", f"{span.document}, characters {span.start} to {span.end}"),
        ("headline", document.title if document else ""),
    ]
    return "".join(f"{name:10}  {value}\n" for name, value in rows if value)


def explain_entity(entity: Entity, names: dict[str, str], corpus: Corpus) -> str:
    """An entity with the reasons for its mentions and its statements."""
    rows = [f"{entity.name} ({entity.type})  {entity.id}"]
    rows += [f"  label {language}: {label}" for language, label in entity.labels]
    rows += [f"  because {reason}" for reason in entity.reasons]
    places = Counter((m.span.document, m.text) for m in entity.mentions)
    rows += [f"  in {doc}: {text} ({number}×)" for (doc, text), number in sorted(places.items())]
    rows += [
        f"  {s.id}  {one_line(s, names)}{parts}"
        for s in corpus.statements
        if (parts := parts_in(entity.id, s)) is not None
    ]
    return "\n".join(rows) + "\n"


def parts_in(entity: str, statement: Statement) -> str | None:
    """What an entity is in a statement: "" for an end of it, None where it has no part in it."""
    if entity == statement.subject or (entity == statement.object and not statement.literal):
        return ""
    parts = {"speaker": statement.source, "place": statement.place}
    held = [part for part, holder in parts.items() if holder == entity]
    return f" ({', '.join(held)})" if held else None


def one_line(statement: Statement, names: dict[str, str]) -> str:
    """Subject, relation and object with German labels."""
    object_ = (
        statement.object if statement.literal else names.get(statement.object, statement.object)
    )
    label = relation_label(statement.relation, "de")
    return f"{names.get(statement.subject, statement.subject)} – {label} – {object_}"
