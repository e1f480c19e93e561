"""The open layer: binary facts in the sentence's own words, whatever they are about.

Each clause gives its subject, its predicate and one more constituent at a time, as clause-based
open information extraction does (Del Corro and Gemulla 2013, "ClausIE"). What completes the
predicate comes first; an adverbial before it joins the predicate, one behind it comes after it.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

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
Complement = tuple[Words, Words]

STATED = (Polarity.POSITIVE, Modality.ASSERTED)


class Part(NamedTuple):
    """One part of a fact: its words as they are printed, and the characters that they span."""

    text: str
    start: int
    end: int


Triple = tuple[Part, Part, Part]


def open_facts(
    document: Document, doc: "Doc", propositions: Iterable[Proposition]
) -> list[OpenFact]:
    """All open facts of an article, sentence by sentence."""
    stances = {p.token: (p.polarity, p.modality) for p in propositions if p.kind == "verb"}
    found = []
    for number, sentence in enumerate(doc.sents):
        for token in sentence:
            if token.children and is_clause(token):
                found += clause_facts(document, number, token, stances)
    return list(dict.fromkeys(found))


def clause_facts(
    document: Document, number: int, verb: "Token", stances: Mapping[int, Stance]
) -> list[OpenFact]:
    """The open facts of one clause, in the sentence of that number."""
    found = triples(verb)
    if not found:
        return []
    polarity, modality = stance(verb, stances)
    return [open_fact(document, number, triple, polarity, modality) for triple in found]


def stance(verb: "Token", stances: Mapping[int, Stance]) -> Stance:
    """How the article stands to a clause; the infinitive that belongs to its verb decides."""
    said = extended(verb) or verb
    polarity, modality = stances.get(said.i, STATED)
    return (Polarity.NEGATIVE if negations(verb) else polarity), modality


def open_fact(
    document: Document, number: int, triple: Triple, polarity: Polarity, modality: Modality
) -> OpenFact:
    """One triple as a value of the model."""
    subject, relation, object_ = triple
    start = min(subject.start, relation.start, object_.start)
    span = Span(document.id, start, max(subject.end, relation.end, object_.end))
    texts = (subject.text, relation.text, object_.text)
    return OpenFact(document.id, number, *texts, polarity, modality, span)


def as_part(tokens: Words) -> Part:
    """Words as a part of a fact."""
    if len(tokens) == 1:
        (one,) = tokens
        return Part(words(tokens), one.idx, one.idx + len(one.text))
    ends = [t.idx + len(t.text) for t in tokens]
    return Part(words(tokens), min([t.idx for t in tokens]), max(ends))


def words(tokens: Words) -> str:
    """The words as the text spaces them, punctuation and half quotes at the ends left out."""
    text, joined = "", -1  # place of a word that stands right behind the last one
    for token in trimmed(tokens):
        text += token.text if token.i == joined else " " + token.text
        joined = -1 if token.whitespace_ else token.i + 1
    return " ".join(text.split())


def trimmed(tokens: Words) -> Words:
    """Tokens without a comma or stop at the end, or a quote at one end alone."""
    while tokens and tokens[-1].tag_ in ("$,", "$."):
        tokens = tokens[:-1]
    if len([t for t in tokens if t.text in QUOTES]) % 2:
        tokens = tokens[1:] if tokens[0].text in QUOTES else tokens
        tokens = tokens[:-1] if tokens and tokens[-1].text in QUOTES else tokens
    return tokens


def triples(verb: "Token") -> list[Triple]:
    """The binary facts of one clause, those left out that lack a part."""
    pairs = [(as_part(one), as_part(two)) for one, two in complements(verb) if one and two]
    pairs = [(one, two) for one, two in pairs if one.text and two.text]
    first = [as_part(named) for named in subjects(verb) if named] if pairs else []
    return [(subject, *pair) for subject in first if subject.text for pair in pairs]


def complements(verb: "Token") -> list[Complement]:
    """(relation words, object words) for each constituent besides the subject."""
    predicate, found = predicate_and_constituents(verb)
    if not found:
        return []
    main = with_adverbs(main_constituent(predicate, found), verb, predicate)
    return arranged(predicate, main, found)


def predicate_and_constituents(verb: "Token") -> tuple[Words, list[Constituent]]:
    """Both parts of a clause; those of an infinitive that belongs to the verb are among them."""
    found, infinitive = constituents(verb), extended(verb)
    if not found and infinitive is None:
        return [], []
    predicate = predicate_words(verb)
    if verb.below["cop"] and (is_nominal_predicate(verb) or is_lone_adjective(verb)):
        predicate = [t for t in predicate if t != verb]
    if infinitive is not None:
        predicate = predicate + predicate_words(infinitive)
        found = [c for c in found if c.place != infinitive.i] + constituents(infinitive)
    return predicate, found


def with_adverbs(main: Constituent, verb: "Token", predicate: Words) -> Constituent:
    """A constituent with the adverbs before its first phrase (*hatte* | *nun freie Hand*)."""
    if main.kind == "clause" or not verb.below["advmod"]:
        return main
    first, *others = main.steps
    start = min([main.place, *[t.i for t in first.together]])
    before = adverbs(verb, predicate, start)
    if not before:
        return main
    alternatives = tuple(before + words for words in first.alternatives)
    step = Step(alternatives, before + first.together)
    return Constituent(main.place, main.kind, (step, *others))


def arranged(predicate: Words, main: Constituent, found: list[Constituent]) -> list[Complement]:
    """The constituents in the order in which facts are told."""
    told = chain(predicate, main.steps)
    others = [c for c in found if c.place != main.place]
    base = predicate + together(main) if others and main.kind == "object" else predicate
    for other in others:
        if other.kind == "object":
            told += chain(predicate, other.steps)
        elif other.place < main.place and main.kind != "clause":
            told += chain(predicate + together(other), main.steps[:1])
        else:
            told += chain(base, other.steps)
    return told


def together(constituent: Constituent) -> Words:
    """All words of a constituent."""
    return [t for step in constituent.steps for t in step.together]


def main_constituent(predicate: Words, found: list[Constituent]) -> Constituent:
    """What completes the predicate: an object, else a clause, else what follows the finite verb."""
    if len(found) == 1:
        return found[0]
    kinds = [c for kind in ("object", "clause") for c in found if c.kind == kind]
    if kinds:
        return kinds[0]
    finite = next((t.i for t in predicate if is_finite(t)), 0)
    return next((c for c in found if c.place > finite), found[0])


def chain(relation: Words, steps: Sequence[Step]) -> list[Complement]:
    """One fact for each phrase; those before it join the relation."""
    told = [(relation, words_) for words_ in steps[0].alternatives]
    for before, step in pairwise(steps):
        relation = relation + before.together
        told += [(relation, words_) for words_ in step.alternatives]
    return told
