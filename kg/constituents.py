"""What a clause is made of besides its subject and predicate: complements and adverbials."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.lexicon import cues, grammar
from kg.phrases import (
    Words,
    appositions,
    attached,
    by_adjective,
    core,
    is_punctuation,
    phrase,
    span,
)
from kg.predicates import has_zu, is_reflexive_pronoun, negations, secondary
from kg.subjects import VERBS, is_relative, nominal_conjuncts, passive_objects
from kg.syntax import SUBJECTS, children, conjuncts, preposition

if TYPE_CHECKING:
    from kg.words import Token

NOMINALS = ("NOUN", "NUM", "PRON", "PROPN")


@dataclass(frozen=True, slots=True)
class Step:
    """One more thing that a fact may end with: coordinated phrases, and all of them as one."""

    alternatives: tuple[Words, ...]
    together: Words


@dataclass(frozen=True, slots=True)
class Constituent:
    """A complement or adverbial: its place, its phrase and those behind it, one after the other.

    Attributes:
        kind: `object` (predicate nouns too), `clause` or `adverbial`.
    """

    place: int
    kind: str
    steps: tuple[Step, ...]


def constituents(verb: "Token") -> list[Constituent]:
    """Complements and adverbials of a clause in the order of the text."""
    found = [*predicatives(verb), *nominals(verb), *clauses(verb)]
    found += [c for below in secondary(verb) if below.pos_ == "VERB" for c in nominals(below)]
    if not found:
        lone = [c for c in verb.below["advmod"] if c.tag_ == "ADJD" and c != verb]
        found = [Constituent(c.i, "adverbial", (single(list(c.subtree)),)) for c in lone]
    return sorted(found, key=lambda c: c.place)


def single(words: Words) -> Step:
    """A step with one phrase."""
    return Step((words,), words)


def is_nominal_predicate(verb: "Token") -> bool:
    """Whether a copula links a noun, or an adjective used as one, to the subject."""
    used_as_noun = verb.pos_ in NOMINALS or verb.below["det"]
    return bool(verb.below["cop"]) and bool(used_as_noun)


def is_lone_adjective(verb: "Token") -> bool:
    """Whether the head of a clause is an adjective with nothing but a subject."""
    linked = verb.below["cop"] and verb.pos_ == "ADJ"
    return bool(linked) and not children(verb, "obl", "ccomp", "nmod")


def predicatives(verb: "Token") -> Iterator[Constituent]:
    """What a copula links to the subject."""
    if is_nominal_predicate(verb):
        yield Constituent(verb.i, "object", tuple(steps(verb)))
    elif is_lone_adjective(verb):
        negation = negations(verb)
        before = [c for c in verb.below["advmod"] if c.i == verb.i - 1]
        degree = [c for c in before if c not in negation]
        words = [*(t for c in degree for t in c.subtree), verb]
        yield Constituent(verb.i, "object", (single(words),))


def nominals(verb: "Token") -> Iterator[Constituent]:
    """Objects and prepositional phrases."""
    for head in nominal_heads(verb):
        kind = "object" if head.dep_ in ("obj", "xcomp") else "adverbial"
        if not is_relative(head):
            yield Constituent(head.i, kind, tuple(steps(head)))
        elif verb.dep_ == "acl":
            words = [*head.below["case"], *core(verb.head)]
            yield Constituent(head.i, kind, (single(words),))


def nominal_heads(verb: "Token") -> list["Token"]:
    """Heads of what can be an object or adverbial of a verb or adjective."""
    below = children(verb, "obj", "iobj", "obl")
    below += [c for c in verb.below["xcomp"] if c.pos_ in NOMINALS]
    if verb.pos_ == "ADJ":
        below += [c for c in verb.below["nmod"] if c.below["case"]]
    subject = [] if children(verb, *SUBJECTS) else passive_objects(verb)[:1]
    below = [c for c in below if c not in subject and not c.tag_.startswith(("AP", "PW"))]
    return [c for c in below if not is_reflexive_pronoun(c) and not is_source(c)]


def is_source(head: "Token") -> bool:
    """Whether a phrase says who says so (*laut Polizei*), which is no part of what is said."""
    return preposition(head) in cues()["attribution"]["strong"]


def steps(head: "Token") -> Iterator[Step]:
    """A phrase, then the phrases behind it: an object's one by one, an adverbial's with it."""
    heads = nominal_conjuncts(head)
    whole = head.dep_ == "obl"
    yield first_step(head, heads, whole=whole)
    if not whole:
        for below in attached(heads[-1]):
            yield from steps(below)
        for clause in children(heads[-1], "acl", "ccomp", "xcomp"):
            if clause.i > head.i and is_content(clause):
                yield Step(tuple(coordinated(clause)), whole_clause(clause))


def first_step(head: "Token", heads: list["Token"], *, whole: bool) -> Step:
    """A noun, its conjuncts and the appositions to them."""
    phrases = {h: prepositional(h, head, whole=whole) for h in heads}
    together = span([t for words in phrases.values() for t in words])
    found: list[Words] = []
    for noun, words in phrases.items():
        found += by_adjective(noun, words)
        found += [renamed(apposition, head) for apposition in appositions(noun)]
    found = [words for words in found if words]
    return Step(tuple(found), together if len(heads) > 1 else found[0])


def renamed(apposition: "Token", head: "Token") -> Words:
    """An apposition with the preposition before its noun, nothing where an article is in that.

    *am Freitag, dem 3. Mai* gives no *am dem 3. Mai*.
    """
    case = head.below["case"]
    contracted = any(t.lower_ in grammar()["contractions"] for t in case)
    return [] if contracted and apposition.below["det"] else [*case, *core(apposition)]


def is_content(clause: "Token") -> bool:
    """Whether a clause says what a noun means (*die Pflicht, zu helfen*)."""
    return has_zu(clause) or any(c.lower_ == "dass" for c in clause.below["mark"])


def prepositional(noun: "Token", first: "Token", *, whole: bool) -> Words:
    """A noun phrase with its preposition, or that of the first of coordinated ones."""
    words = phrase(noun) if whole else core(noun)
    case = [c for c in noun.below["case"] if c.i < words[0].i]
    case = case or [c for c in first.below["case"] if c.i < first.i]
    adverbs = [c for c in noun.below["advmod"] if case and c.i < case[0].i]
    return [*(t for c in adverbs for t in c.subtree), *case, *words]


def clauses(verb: "Token") -> Iterator[Constituent]:
    """Complement clauses, whole."""
    below = [c for c in verb.below["ccomp"] if not is_parted(c)]
    below += [c for c in verb.below["xcomp"] if c.pos_ in VERBS and c not in secondary(verb)]
    if children(verb, *SUBJECTS, "expl"):
        below += [c for c in children(verb, "csubj", "csubj:pass") if c.i > verb.i]
    if is_nominal_predicate(verb):  # what the noun means is told with it
        below = [c for c in below if not is_content(c)]
    for clause in below:
        parts = coordinated(clause)
        parts[0] = announced(parts[0], verb)
        yield Constituent(clause.i, "clause", (Step(tuple(parts), whole_clause(clause)),))


def is_parted(clause: "Token") -> bool:
    """Whether a semicolon parts a clause from the one that it is hung on."""
    return any(c.text == ";" for c in clause.doc[clause.head.i : clause.i])


def coordinated(clause: "Token") -> list[Words]:
    """A clause and those joined to it that open as it may: *dass … und dass …*, *zu …, zu …*."""
    heads = [clause, *(t for t in conjuncts(clause)[1:] if is_content(t))]
    found = []
    for head in heads:
        below = {t for o in heads if head.is_ancestor(o) for t in o.subtree}
        found.append(without_ends([t for t in head.subtree if t not in below]))
    return found


def announced(words: Words, verb: "Token") -> Words:
    """A clause with the adverb right before it that stands for it (*damit*, sich zu rühmen)."""
    start = words[0].i if words else 0
    before = (verb.doc[i] for i in range(start - 1, -1, -1))
    adverb = next((t for t in before if not is_punctuation(t) and not t.is_space), None)
    if adverb is None or adverb.tag_ not in ("PAV", "PROAV") or adverb.head != verb:
        return words
    colon = any(t.text == ":" for t in verb.doc[adverb.i : start])
    return words if colon else [adverb, *words]


def whole_clause(clause: "Token") -> Words:
    """All words of a clause without the punctuation around it."""
    return without_ends(list(clause.subtree))


def without_ends(tokens: Words) -> Words:
    """Words without the punctuation and conjunctions around them."""
    found = [t for t in tokens if not t.is_space]
    words = [i for i, t in enumerate(found) if not is_punctuation(t) and t.tag_ != "KON"]
    return found[words[0] : words[-1] + 1] if words else []


def extended(verb: "Token") -> "Token | None":
    """The infinitive that makes one predicate with a verb (*begann zu lesen*), if it has any."""
    if verb.lemma_ not in grammar()["coherent_verbs"]:
        return None
    below = [c for c in verb.below["xcomp"] if c.pos_ in VERBS and has_zu(c)]
    return next((c for c in below if constituents(c)), None)
