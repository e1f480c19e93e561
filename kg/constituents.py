"""What a clause is made of besides its subject and predicate: complements and adverbials."""

from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

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


class Step(NamedTuple):
    """One more thing that a fact may end with: coordinated phrases, and all of them as one."""

    alternatives: tuple[Words, ...]
    together: Words


class Constituent(NamedTuple):
    """A complement or adverbial: its place, its phrase and those behind it, one after the other.

    Attributes:
        kind: `object` (predicate nouns too), `clause` or `adverbial`.
    """

    place: int
    kind: str
    steps: tuple[Step, ...]


def constituents(verb: "Token") -> list[Constituent]:
    """Complements and adverbials of a clause in the order of the text."""
    found = [*nominals(verb), *clauses(verb)]
    if verb.below["cop"]:
        found = [*predicatives(verb), *found]
    for below in secondary(verb):
        if below.pos_ == "VERB":
            found += nominals(below)
    if not found:
        lone = [c for c in verb.below["advmod"] if c.tag_ == "ADJD" and c != verb]
        found = [Constituent(c.i, "adverbial", (single(list(c.subtree)),)) for c in lone]
    return sorted(found, key=attrgetter("place")) if len(found) > 1 else found


def single(words: Words) -> Step:
    """A step with one phrase."""
    return Step((words,), words)


def is_nominal_predicate(verb: "Token") -> bool:
    """Whether a copula links a noun, or an adjective used as one, to the subject."""
    return bool(verb.below["cop"]) and bool(verb.pos_ in NOMINALS or verb.below["det"])


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


def nominals(verb: "Token") -> list[Constituent]:
    """Objects and prepositional phrases."""
    found = []
    for head in nominal_heads(verb):
        kind = "object" if head.dep_ in ("obj", "xcomp") else "adverbial"
        if not is_relative(head):
            found.append(Constituent(head.i, kind, tuple(steps(head))))
        elif verb.dep_ == "acl":
            words = [*head.below["case"], *core(verb.head)]
            found.append(Constituent(head.i, kind, (single(words),)))
    return found


def nominal_heads(verb: "Token") -> list["Token"]:
    """Heads of what can be an object or adverbial of a verb or adjective."""
    below = children(verb, "obj", "iobj", "obl")
    below += [c for c in verb.below["xcomp"] if c.pos_ in NOMINALS]
    if verb.pos_ == "ADJ":
        below += [c for c in verb.below["nmod"] if c.below["case"]]
    subject = passive_objects(verb)[:1]
    if subject and not children(verb, *SUBJECTS):
        below = [c for c in below if c not in subject]
    if not below:
        return []
    below = [c for c in below if not (is_particle(c) or is_reflexive_pronoun(c))]
    return [c for c in below if not (c.below["case"] and is_source(c))]


def is_particle(word: "Token") -> bool:
    """Whether a word is a preposition or asks a question, and so no phrase."""
    return word.tag_.startswith(("AP", "PW"))


def is_source(head: "Token") -> bool:
    """Whether a phrase says who says so (*laut Polizei*), which is no part of what is said."""
    return preposition(head) in source_prepositions()


@cache
def source_prepositions() -> frozenset[str]:
    """*laut* and the like."""
    return frozenset(cues()["attribution"]["strong"])


def steps(head: "Token") -> list[Step]:
    """A phrase, then the phrases behind it: an object's one by one, an adverbial's with it."""
    heads = nominal_conjuncts(head)
    whole = head.dep_ == "obl"
    found = [first_step(head, heads, whole=whole)]
    if whole or not heads[-1].children:
        return found
    for below in attached(heads[-1]):
        found += steps(below)
    for clause in children(heads[-1], "acl", "ccomp", "xcomp"):
        if clause.i > head.i and is_content(clause):
            words = whole_clause(clause)
            found.append(Step(tuple(coordinated(clause, words)), words))
    return found


def first_step(head: "Token", heads: list["Token"], *, whole: bool) -> Step:
    """A noun, its conjuncts and the appositions to them."""
    if len(heads) == 1 and not head.below["appos"]:
        found = by_adjective(head, prepositional(head, head, whole=whole))
        return Step(tuple(found), found[0])
    found = []
    together: Words = []
    for noun in heads:
        words = prepositional(noun, head, whole=whole)
        together += words
        found += by_adjective(noun, words)
        found += [renamed(apposition, head) for apposition in appositions(noun)]
    found = [words for words in found if words]
    return Step(tuple(found), span(together) if len(heads) > 1 else found[0])


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
    if not case:
        return words
    adverbs = [c for c in noun.below["advmod"] if c.i < case[0].i]
    before = [t for c in adverbs for t in c.subtree] if adverbs else []
    return [*before, *case, *words]


def clauses(verb: "Token") -> Iterator[Constituent]:
    """Complement clauses, whole."""
    if not children(verb, "ccomp", "xcomp", "csubj", "csubj:pass"):
        return
    below = [c for c in verb.below["ccomp"] if not is_parted(c)]
    below += [c for c in verb.below["xcomp"] if c.pos_ in VERBS and c not in secondary(verb)]
    behind = [c for c in children(verb, "csubj", "csubj:pass") if c.i > verb.i]
    if behind and children(verb, *SUBJECTS, "expl"):
        below += behind
    if is_nominal_predicate(verb):  # what the noun means is told with it
        below = [c for c in below if not is_content(c)]
    for clause in below:
        whole = whole_clause(clause)
        first, *others = coordinated(clause, whole)
        step = Step((announced(first, verb), *others), whole)
        yield Constituent(clause.i, "clause", (step,))


def is_parted(clause: "Token") -> bool:
    """Whether a semicolon parts a clause from the one that it is hung on."""
    return any(c.text == ";" for c in clause.doc[clause.head.i : clause.i])


def coordinated(clause: "Token", whole: Words) -> list[Words]:
    """A clause and those joined to it that open as it may: *dass … und dass …*, *zu …, zu …*."""
    heads = [clause, *(t for t in conjuncts(clause)[1:] if is_content(t))]
    if len(heads) == 1:
        return [whole]
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
    first, end = 0, len(found)
    while end and is_joint(found[end - 1]):
        end -= 1
    while first < end and is_joint(found[first]):
        first += 1
    return found[first:end]


def is_joint(token: "Token") -> bool:
    """Whether a token at the end of a clause only joins it to another."""
    return is_punctuation(token) or token.tag_ == "KON"


def extended(verb: "Token") -> "Token | None":
    """The infinitive that makes one predicate with a verb (*begann zu lesen*), if it has any."""
    if not verb.below["xcomp"] or verb.lemma_ not in grammar()["coherent_verbs"]:
        return None
    below = [c for c in verb.below["xcomp"] if c.pos_ in VERBS and has_zu(c)]
    return next((c for c in below if constituents(c)), None)
