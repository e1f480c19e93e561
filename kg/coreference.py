"""Resolve pronouns to the entities of the same article.

Relative pronouns go by the tree, *die beiden* by what comes in twos, all others to the best of the
candidates that `antecedents` ranks.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.agreement import RELATIVE
from kg.antecedents import Discourse, best_antecedent, discourse
from kg.clusters import Reading
from kg.control import is_infinitive_clause
from kg.lexicon import grammar
from kg.pairs import resolve_pairs
from kg.relatives import relative_antecedent
from kg.syntax import SUBJECTS, children, clause_verb

if TYPE_CHECKING:
    from kg.words import Token

# Tags of pronouns; the pipeline gives genitives of relative ones others.
PRONOUNS = frozenset(("PDS", "PPER", "PPOSAT", *RELATIVE))
# Places that an article without a noun holds as a pronoun (*Der versprach Hilfe*).
ALONE = frozenset((*SUBJECTS, "obj", "iobj"))


def resolve_pronouns(reading: Reading) -> None:
    """Add each pronoun with a clear antecedent to `reading.by_token` or `reading.several`."""
    talk, genitives = discourse(reading), frozenset(grammar()["genitive_pronouns"])
    words = [
        t
        for t in reading.doc.tokens
        if t.tag_ in PRONOUNS or t.lower_ in genitives or (t.tag_ == "ART" and t.dep_ in ALONE)
    ]
    for pronoun in words:
        if pronoun.tag_ in RELATIVE or pronoun.lower_ in genitives:
            link(reading, pronoun, relative_antecedent(reading, pronoun))
    resolve_pairs(talk)
    for pronoun in in_order(talk, words):
        link(reading, pronoun, best_antecedent(talk, pronoun))


def link(reading: Reading, pronoun: "Token", words: tuple[int, ...]) -> None:
    """Let a pronoun stand for what some words stand for, if there are any."""
    if words:
        reading.link(pronoun.i, words)


def in_order(talk: Discourse, words: Iterable["Token"]) -> list["Token"]:
    """The pronouns that stand for nothing yet, subjects before the others of their sentence."""
    done = talk.reading.antecedents
    found = [t for t in words if t.i not in done and is_anaphoric(t)]
    return sorted(found, key=lambda t: (talk.sentence(t.i), t.dep_ not in SUBJECTS, t.i))


def is_anaphoric(token: "Token") -> bool:
    """Whether a word is a personal, possessive or demonstrative pronoun for somebody."""
    if token.tag_ in ("PPER", "PPOSAT"):
        return not is_expletive(token)
    if token.lower_ in grammar()["genitive_pronouns"]:
        return token.head.pos_ in ("NOUN", "PROPN") and token.head.i > token.i
    if token.tag_ == "PDS":
        return token.lower_ not in grammar()["of_facts"]
    return token.tag_ == "ART" and token.dep_ in ALONE and token.lower_ not in grammar()["of_facts"]


def is_expletive(pronoun: "Token") -> bool:
    """Whether *es* stands for nothing, with an impersonal verb or before what is really meant."""
    if pronoun.lower_ != "es":
        return False
    verb = clause_verb(pronoun)
    clauses = children(verb, "ccomp", "csubj", "csubj:pass")
    announcing = [*verb.below["aux:pass"], *(c for c in clauses if c.i > pronoun.i)]
    if verb.lemma_ in grammar()["impersonal_with_infinitive"]:
        announcing += [t for t in verb.children if is_infinitive_clause(t)]
    if pronoun.dep_ == "expl" or verb.lemma_ in grammar()["impersonal_verbs"] or announcing:
        return True
    in_front = pronoun.i + 1 < len(pronoun.doc) and pronoun.nbor().pos_ in ("AUX", "VERB")
    return in_front and any(c != pronoun for c in children(verb, "nsubj", "nsubj:pass"))
