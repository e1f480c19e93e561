"""Which words head a clause, and what its subject is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.lexicon import grammar
from kg.phrases import Words, appositions, by_adjective, core, phrase, span
from kg.predicates import has_zu
from kg.syntax import SUBJECTS, children, conjuncts, is_finite, is_participle

if TYPE_CHECKING:
    from kg.words import Token

VERBS = ("AUX", "VERB")
FUNCTIONS = frozenset(("amod", "aux", "aux:pass", "cop", "xcomp"))


def is_clause(token: "Token") -> bool:
    """Whether a token heads a clause that is said to be so."""
    if not (token.pos_ in VERBS and token.dep_ not in FUNCTIONS) and not token.below["cop"]:
        return False
    infinitive = token.dep_ == "conj" and has_zu(token) and not token.below["aux"]
    return not infinitive and not is_question(token)


def is_question(token: "Token") -> bool:
    """Whether a clause asks (*ob er kommt*, *wie alt er ist*)."""
    if token.dep_ not in ("ccomp", "csubj"):
        return False
    return any(c.lower_ == "ob" or c.tag_.startswith("PW") for c in token.children)


def subjects(verb: "Token") -> list[Words]:
    """The subjects of a clause, each conjunct on its own."""
    own = (children(verb, *SUBJECTS) or passive_objects(verb))[:1]
    if own and verb.dep_ == "acl" and is_relative(own[0]):
        return antecedents(verb)
    if own:
        return alternatives(own[0])
    expletive = [[c] for c in verb.below["expl"] if c.lower_ == "es"]
    if not expletive and verb.dep_ in ("conj", "xcomp") and verb.head != verb:
        return subjects(verb.head)
    return antecedents(verb) if is_participial(verb) else expletive


def passive_objects(verb: "Token") -> Sequence["Token"]:
    """What a parse takes for the object of a passive, which has none: its subject."""
    return verb.below["obj"] if verb.below["aux:pass"] else ()


def is_participial(verb: "Token") -> bool:
    """Whether a clause that describes a noun is a participle, which has no subject of its own."""
    helped = any(map(is_finite, children(verb, "aux", "aux:pass", "cop")))
    return verb.dep_ == "acl" and is_participle(verb) and not helped


def is_relative(token: "Token") -> bool:
    """Whether a token is a relative pronoun."""
    return token.tag_ == "PRELS" or "PronType=Rel" in token.morph


def antecedents(verb: "Token") -> list[Words]:
    """The nouns that a relative clause is about."""
    before = [t for t in conjuncts(verb.head) if t.i < verb.left_edge.i]
    return [w for t in before or [verb.head] for w in by_adjective(t, core(t))]


def alternatives(head: "Token") -> list[Words]:
    """Coordinated nouns and appositions, each on its own unless they share an article."""
    if not head.below["conj"] and not head.below["appos"]:
        return by_adjective(head, phrase(head))
    heads = nominal_conjuncts(head)
    bare = any(t.pos_ == "NOUN" and not t.below["det"] for t in heads)
    if bare and any(c.lower_ in grammar()["articles"] for c in head.below["det"]):
        return [span([t for h in heads for t in phrase(h)])]
    return [w for h in heads for t in [h, *appositions(h)] for w in by_adjective(t, phrase(t))]


def nominal_conjuncts(head: "Token") -> list["Token"]:
    """The token and what is coordinated with it, clauses left out."""
    if not head.below["conj"]:
        return [head]
    return [t for t in conjuncts(head) if t == head or not children(t, *SUBJECTS, "aux", "cop")]
