"""What must hold of everything that a build found: `shapes.ttl` said of the values themselves.

SHACL over the finished graph takes as long as a third of the reading and sees less: these checks
also compare each passage with the article's text. The tests let pyshacl prove that what passes
here conforms to the shapes.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from kg.model import Corpus, Entity, Span, Statement
from kg.ontology import ancestors, fits, load_relations
from kg.rdf.names import entity_node, time_literal

_PLAIN_DATE = "string"  # what a date that is none becomes


def broken(corpus: Corpus) -> tuple[str, ...]:
    """One line for each invariant that a corpus breaks, sorted; none for a sound one."""
    entities = {entity.id: entity for entity in corpus.entities}
    texts = {document.id: document.text for document in corpus.documents}
    found = [*_repeated("article", (d.id for d in corpus.documents))]
    found += _repeated("entity", (e.id for e in corpus.entities))
    found += _repeated("statement", (s.id for s in corpus.statements))
    for entity in corpus.entities:
        found += (f"{entity.id}: {fault}" for fault in _of_entity(entity, texts))
    for statement in corpus.statements:
        found += (f"{statement.id}: {fault}" for fault in _of_statement(statement, entities))
        found += (f"{statement.id}: {fault}" for fault in _of_evidence(statement, texts))
    return tuple(sorted(set(found)))


def _repeated(kind: str, ids: Iterator[str]) -> Iterator[str]:
    return (f"{id_}: more than one {kind} has this id" for id_, n in Counter(ids).items() if n > 1)


def _of_entity(entity: Entity, texts: Mapping[str, str]) -> Iterator[str]:
    if "Entity" not in ancestors(entity.type):
        yield f"an entity has a type from the ontology, not {entity.type!r}"
    if not _is_iri(entity.id):
        yield "an entity is an IRI"
    if not all(label for _, label in entity.labels or (("", entity.name),)):
        yield "an entity has a label that is not empty"
    if len(dict(entity.labels)) < len(entity.labels):
        yield "an entity has one label in each language"
    for mention in entity.mentions:
        yield from _of_passage(mention.span, mention.text, texts)


def _of_statement(statement: Statement, entities: Mapping[str, Entity]) -> Iterator[str]:
    named = {"subject": statement.subject, "source": statement.source, "place": statement.place}
    if not statement.literal:
        named["object"] = statement.object
    for name, id_ in named.items():
        if id_ is not None and id_ not in entities:
            yield f"its {name} {id_} is no entity of the corpus"
    if not 0 <= statement.confidence <= 1:
        yield f"a confidence goes from 0 to 1, not {statement.confidence}"
    if statement.date and time_literal(statement.date).datatype.value.endswith(_PLAIN_DATE):
        yield f"a date is a day, month or year, not {statement.date!r}"
    yield from _of_ends(statement, entities)


def _of_ends(statement: Statement, entities: Mapping[str, Entity]) -> Iterator[str]:
    relation = load_relations().get(statement.relation)
    if relation is None:
        yield f"the ontology has no relation {statement.relation!r}"
        return
    if relation.literal != statement.literal:
        yield f"the object of {relation.name} is {'a literal' if relation.literal else 'an entity'}"
    subject, object_ = entities.get(statement.subject), entities.get(statement.object)
    if subject and not fits(subject.type, relation.domain):
        yield f"the subject of {relation.name} is a kg:{relation.domain}, not {subject.type}"
    if object_ and not statement.literal and not fits(object_.type, relation.range):
        yield f"the object of {relation.name} is a kg:{relation.range}, not {object_.type}"


def _of_evidence(statement: Statement, texts: Mapping[str, str]) -> Iterator[str]:
    return _of_passage(statement.evidence.span, statement.evidence.sentence, texts)


def _of_passage(span: Span, words: str, texts: Mapping[str, str]) -> Iterator[str]:
    text = texts.get(span.document)
    if text is None:
        yield f"a passage lies in an article of the corpus, not in {span.document!r}"
    elif not 0 <= span.start < span.end <= len(text):
        yield f"a passage lies within its article, not at {span.start} to {span.end}"
    elif text[span.start : span.end] != words:
        yield f"the article has other words than {words!r} at {span.start} to {span.end}"


def _is_iri(id_: str) -> bool:
    try:
        entity_node(id_)
    except ValueError:
        return False
    return True
