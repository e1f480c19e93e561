"""The open layer: binary facts in the sentence's own tokens, whatever they are about.

Each clause gives its subject, its predicate and one more argument at a time, as clause-based open
information extraction does (Del Corro and Gemulla 2013, "ClausIE").
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kg.lexicon import grammar
from kg.model import Document, Modality, OpenFact, Polarity, Proposition, Span
from kg.syntax import SUBJECTS, auxiliaries, children, conjuncts, is_finite, noun_phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Triple = tuple[list["Token"], list["Token"], list["Token"]]


def open_facts(
    document: Document, doc: "Doc", propositions: Iterable[Proposition]
) -> list[OpenFact]:
    """All open facts of an article, sentence by sentence."""
    stance = {p.token: (p.polarity, p.modality) for p in propositions if p.kind == "verb"}
    found = []
    for index, sentence in enumerate(doc.sents):
        for token in sentence:
            for triple in triples(token):
                polarity, modality = stance.get(token.i, (Polarity.POSITIVE, Modality.ASSERTED))
                found.append(open_fact(document, index, triple, polarity, modality))
    return list(dict.fromkeys(found))


def open_fact(
    document: Document, index: int, triple: Triple, polarity: Polarity, modality: Modality
) -> OpenFact:
    """One triple as a value of the model."""
    subject, relation, object_ = (words(part) for part in triple)
    tokens = [t for part in triple for t in part]
    start, end = min(t.idx for t in tokens), max(t.idx + len(t.text) for t in tokens)
    span = Span(document.id, start, end)
    return OpenFact(document.id, index, subject, relation, object_, polarity, modality, span)


def words(tokens: list["Token"]) -> str:
    """Tokens joined by single spaces, punctuation at the ends left out."""
    while tokens and tokens[-1].is_punct:
        tokens = tokens[:-1]
    return " ".join(t.text for t in tokens if not t.is_space)


def triples(token: "Token") -> Iterator[Triple]:
    """The binary facts of one predicate."""
    if is_clause(token):
        for subject in clause_subjects(token):
            for complement in complements(token):
                yield phrase(subject), *complement


def is_clause(token: "Token") -> bool:
    """Whether a token heads a clause: a full verb, or a noun or adjective with a copula."""
    if children(token, "cop"):
        return True
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "aux:pass", "cop", "amod")


def clause_subjects(token: "Token") -> list["Token"]:
    """Heads of the subjects of a clause; a relative pronoun stands for its antecedent."""
    own = [t for s in children(token, *SUBJECTS) for t in conjuncts(s)]
    if own:
        return [relative_antecedent(t, token) for t in own]
    if token.dep_ in ("conj", "xcomp") and token.head != token:
        return clause_subjects(token.head)
    if token.dep_ == "acl" and not children(token, "mark"):
        return [token.head]
    return []


def relative_antecedent(token: "Token", verb: "Token") -> "Token":
    """The noun that a relative pronoun stands for."""
    is_relative = token.tag_ == "PRELS" or "PronType=Rel" in token.morph
    return verb.head if is_relative and verb.dep_ == "acl" else token


def complements(verb: "Token") -> Iterator[tuple[list["Token"], list["Token"]]]:
    """(relation words, object words) for each argument besides the subject."""
    predicate = predicate_words(verb)
    if children(verb, "cop"):
        yield predicate_of_copula(verb), phrase(verb)
    objects = [
        t for o in children(verb, "obj") for t in conjuncts(o) if not is_reflexive_pronoun(o)
    ]
    for object_ in objects:
        yield predicate, phrase(object_)
    for clause in children(verb, "ccomp"):
        if clause.i > verb.i:
            yield predicate, whole_clause(clause)
    for oblique in [t for o in children(verb, "obl", "iobj") for t in conjuncts(o)]:
        if is_reflexive_pronoun(oblique):
            continue
        relation = (
            predicate if not objects else sorted({*predicate, *phrase(objects[0])}, key=index)
        )
        yield relation, prepositional_phrase(oblique)


def whole_clause(clause: "Token") -> list["Token"]:
    """All words of a complement clause but the punctuation at its start."""
    found = [t for t in clause.subtree if not t.is_space]
    while found and found[0].is_punct:
        found.pop(0)
    return found


def index(token: "Token") -> int:
    """Place of a token in the text."""
    return int(token.i)


def is_reflexive_pronoun(token: "Token") -> bool:
    """Whether a token is *sich* or the like."""
    return token.lower_ in grammar()["reflexives"]


def predicate_words(verb: "Token") -> list["Token"]:
    """The verb with auxiliaries, particle, reflexive and negation: finite word first."""
    parts = {verb, *auxiliaries(verb), *children(verb, "compound:prt")}
    parts |= {c for c in verb.children if is_reflexive_pronoun(c) or is_negation(c)}
    parts |= {c for c in children(verb, "mark") if c.tag_ == "PTKZU"}
    ordered = sorted(parts, key=index)
    if verb.dep_ == "xcomp" and verb.head.pos_ in ("VERB", "AUX") and verb.head != verb:
        ordered = [*predicate_words(verb.head), *ordered]
    finite = [t for t in ordered if is_finite(t)]
    return finite + [t for t in ordered if t not in finite]


def is_negation(token: "Token") -> bool:
    """Whether a token negates the predicate."""
    return token.tag_ == "PTKNEG"


def predicate_of_copula(noun: "Token") -> list["Token"]:
    """The copula and its auxiliaries."""
    parts = [*children(noun, "cop", "aux"), *(c for c in noun.children if is_negation(c))]
    return sorted(parts, key=index)


def phrase(head: "Token") -> list["Token"]:
    """The words of a noun phrase, article included."""
    span = noun_phrase(head)
    first = min([span.start, *(c.i for c in children(head, "det") if c.i < head.i)])
    return [t for t in head.doc[first : span.end] if not t.is_space]


def prepositional_phrase(head: "Token") -> list["Token"]:
    """A noun phrase with its preposition."""
    found = phrase(head)
    before = [c for c in children(head, "case") if c.i < found[0].i]
    if not before and head.dep_ == "conj":
        before = [c for c in children(head.head, "case") if c.i < head.head.i]
    return [*before, *found]
