"""The open layer: binary facts in the sentence's own words, whatever they are about.

Each clause gives its subject, its predicate and one more constituent at a time, as clause-based
open information extraction does (Del Corro and Gemulla 2013, "ClausIE"). What completes the
predicate comes first; an adverbial before it joins the predicate, one behind it comes after it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from kg.constituents import (
    Constituent,
    Step,
    constituents,
    extended,
    is_lone_adjective,
    is_nominal_predicate,
)
from kg.model import Document, Modality, OpenFact, Polarity, Proposition, Span
from kg.phrases import QUOTES, Words
from kg.predicates import adverbs, negations, predicate_words
from kg.subjects import is_clause, subjects
from kg.syntax import is_finite

if TYPE_CHECKING:
    from kg.words import Doc, Token

Stance = tuple[Polarity, Modality]
Triple = tuple[Words, Words, Words]
Complement = tuple[Words, Words]


def open_facts(
    document: Document, doc: "Doc", propositions: Iterable[Proposition]
) -> list[OpenFact]:
    """All open facts of an article, sentence by sentence."""
    stances = {p.token: (p.polarity, p.modality) for p in propositions if p.kind == "verb"}
    found = []
    for number, sentence in enumerate(doc.sents):
        for token in filter(is_clause, sentence):
            view = stance(token, stances)
            facts = (open_fact(document, number, triple, *view) for triple in triples(token))
            found += [f for f in facts if f.subject and f.relation and f.object]
    return list(dict.fromkeys(found))


def stance(verb: "Token", stances: Mapping[int, Stance]) -> Stance:
    """How the article stands to a clause; the infinitive that belongs to its verb decides."""
    said = extended(verb) or verb
    polarity, modality = stances.get(said.i, (Polarity.POSITIVE, Modality.ASSERTED))
    return (Polarity.NEGATIVE if negations(verb) else polarity), modality


def open_fact(
    document: Document, number: int, triple: Triple, polarity: Polarity, modality: Modality
) -> OpenFact:
    """One triple as a value of the model."""
    subject, relation, object_ = (words(part) for part in triple)
    tokens = [t for part in triple for t in part]
    start, end = min(t.idx for t in tokens), max(t.idx + len(t) for t in tokens)
    span = Span(document.id, start, end)
    return OpenFact(document.id, number, subject, relation, object_, polarity, modality, span)


def words(tokens: Words) -> str:
    """The words as the text spaces them, punctuation and half quotes at the ends left out."""
    tokens = trimmed(tokens)
    parts = []
    for i, token in enumerate(tokens):
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        joined = following is not None and following.i == token.i + 1 and not token.whitespace_
        parts.append(token.text if joined else token.text + " ")
    return " ".join("".join(parts).split())


def trimmed(tokens: Words) -> Words:
    """Tokens without a comma or stop at the end, or a quote at one end alone."""
    while tokens and tokens[-1].tag_ in ("$,", "$."):
        tokens = tokens[:-1]
    if tokens and sum(t.text in QUOTES for t in tokens) % 2:
        tokens = tokens[1:] if tokens[0].text in QUOTES else tokens
        tokens = tokens[:-1] if tokens and tokens[-1].text in QUOTES else tokens
    return tokens


def triples(token: "Token") -> Iterator[Triple]:
    """The binary facts of one clause."""
    found = [pair for pair in complements(token) if all(pair)]
    for subject in filter(None, subjects(token) if found else ()):
        yield from ((subject, relation, object_) for relation, object_ in found)


def complements(verb: "Token") -> Iterator[Complement]:
    """(relation words, object words) for each constituent besides the subject."""
    predicate, found = predicate_and_constituents(verb)
    if found:
        main = main_constituent(predicate, found)
        first = min([main.place, *(t.i for t in main.steps[0].together)])
        before = [] if main.kind == "clause" else adverbs(verb, predicate, first)
        yield from arranged(predicate, with_words(main, before), found)


def predicate_and_constituents(verb: "Token") -> tuple[Words, list[Constituent]]:
    """Both parts of a clause; those of an infinitive that belongs to the verb are among them."""
    predicate, found = predicate_words(verb), constituents(verb)
    if is_nominal_predicate(verb) or is_lone_adjective(verb):
        predicate = [t for t in predicate if t != verb]
    infinitive = extended(verb)
    if infinitive is not None:
        predicate = predicate + predicate_words(infinitive)
        found = [c for c in found if c.place != infinitive.i] + constituents(infinitive)
    return predicate, found


def with_words(main: Constituent, before: Words) -> Constituent:
    """A constituent with adverbs before its first phrase (*hatte* | *nun freie Hand*)."""
    first, *others = main.steps
    alternatives = tuple(before + words for words in first.alternatives)
    step = Step(alternatives, before + first.together)
    return Constituent(main.place, main.kind, (step, *others))


def arranged(predicate: Words, main: Constituent, found: list[Constituent]) -> Iterator[Complement]:
    """The constituents in the order in which facts are told."""
    yield from chain(predicate, main.steps)
    base = predicate + (together(main) if main.kind == "object" else [])
    for other in found:
        if other.kind == "object" and other.place != main.place:
            yield from chain(predicate, other.steps)
        elif other.place < main.place and main.kind != "clause":
            yield from chain(predicate + together(other), main.steps[:1])
        elif other.place != main.place:
            yield from chain(base, other.steps)


def together(constituent: Constituent) -> Words:
    """All words of a constituent."""
    return [t for step in constituent.steps for t in step.together]


def main_constituent(predicate: Words, found: list[Constituent]) -> Constituent:
    """What completes the predicate: an object, else a clause, else what follows the finite verb."""
    kinds = [c for kind in ("object", "clause") for c in found if c.kind == kind]
    finite = next((t.i for t in predicate if is_finite(t)), 0)
    behind = [c for c in found if c.place > finite]
    return (kinds or behind or found)[0]


def chain(relation: Words, steps: Iterable[Step]) -> Iterator[Complement]:
    """One fact for each phrase; those before it join the relation."""
    for step in steps:
        for words_ in step.alternatives:
            yield relation, words_
        relation = relation + step.together
