"""Ask a parsed Doc for what the rules need, in Universal Dependencies' vocabulary."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon, contraction, grammar, infinitive_of
from kg.words import Span

if TYPE_CHECKING:
    from kg.words import Token

SUBJECTS = ("nsubj", "nsubj:pass")
PHRASE_BREAKS = {"acl", "advcl", "appos", "cc", "ccomp", "conj", "cop", "parataxis", "punct"}
# Relations below a noun that are no part of its name.
OUTSIDE_NOUN = PHRASE_BREAKS | {
    "aux", "aux:pass", "case", "csubj", "mark", "nsubj", "nsubj:pass", "obj", "xcomp",
}  # fmt: skip


def children(token: "Token", *relations: str) -> list["Token"]:
    """The children with one of several relations, in the order of the text.

    `token.below` has those of a single one.
    """
    if not token.children:  # as with most words
        return []
    return [child for child in token.children if child.dep_ in relations]


def preposition(token: "Token") -> str:
    """The preposition or postposition that governs a noun, in lower case, "" if none."""
    for child in token.below["case"]:
        if child.pos_ != "PART":
            return contraction(child.lower_)
    return ""


def conjuncts(token: "Token") -> list["Token"]:
    """The token and all that are coordinated with it, to the right."""
    found = [token]
    for child in token.below["conj"]:
        found += conjuncts(child)
    return found


def particle(verb: "Token") -> str:
    """The separated prefix of a verb (*auf* in *rief … auf*), "" if none."""
    prefixes = verb.below["compound:prt"]
    return prefixes[0].lower_ if prefixes else ""


def is_reflexive(verb: "Token") -> bool:
    """Whether a reflexive pronoun depends on the verb."""
    pronouns = grammar()["reflexives"]
    found = [c.dep_ for c in verb.children if c.lower_ in pronouns]
    return bool(found) and not set(found).isdisjoint(("expl", "obj", "obl", "iobj"))


def infinitive(lexicon: Lexicon, verb: "Token") -> str:
    """The joined infinitive of a verb token, without *sich*."""
    return infinitive_of(lexicon, verb.text, particle(verb), verb.lemma_)


def auxiliaries(verb: "Token") -> list["Token"]:
    """Auxiliary and modal verbs of a predicate, copula included."""
    helped = verb.below["aux"] or verb.below["aux:pass"] or verb.below["cop"]
    own = children(verb, "aux", "aux:pass", "cop") if helped else []
    if not own and verb.dep_ == "conj":
        return auxiliaries(verb.head) if not children(verb, *SUBJECTS) else []
    return own


def is_passive(verb: "Token") -> bool:
    """Whether the clause is in the passive voice (*werden* or *sein* with a participle)."""
    if verb.below["aux:pass"] or verb.below["nsubj:pass"]:
        return True
    if verb.dep_ == "conj" and not verb.below["nsubj"] and is_participle(verb):
        return is_passive(verb.head)
    return False


def is_participle(verb: "Token") -> bool:
    """Whether the word is a past participle."""
    return verb.tag_ == "VVPP" or "VerbForm=Part" in verb.morph


def is_finite(token: "Token") -> bool:
    """Whether the word is a finite verb form."""
    return token.tag_.endswith("FIN") or "VerbForm=Fin" in token.morph


def finite_verb(verb: "Token") -> "Token | None":
    """The finite word of a clause: the verb or one of its auxiliaries."""
    for word in auxiliaries(verb):
        if is_finite(word):
            return word
    return verb if is_finite(verb) else None


def is_subjunctive(token: "Token") -> bool:
    """Whether a finite form is in Konjunktiv I or II."""
    return "Mood=Sub" in token.morph or token.lower_ in grammar()["subjunctive_forms"]


def clause_verb(token: "Token") -> "Token":
    """The predicate of the clause that a token stands in (the root if there is no verb above)."""
    while token.head != token and not is_predicate(token):
        token = token.head
    return token


def is_predicate(token: "Token") -> bool:
    """Whether a token is the head of a clause: a verb, or what a copula links to the subject."""
    if token.below["cop"]:
        return True
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "aux:pass", "cop", "amod")


def noun_phrase(head: "Token") -> Span:
    """The words of a noun phrase without article, preposition, apposition and clauses.

    What stands before the article (*auch die Bahn*) and adverbs are of the clause.
    """
    first, others = behind_article(head)
    if not others:
        return Span(head.doc, head.i, head.i + 1)
    inside = {head.i, *(word.i for part in others for word in whole_phrase(part))}
    end = head.i + 1
    while end in inside:  # up to where one behind the head is left out
        end += 1
    words = (head.doc.tokens[i] for i in sorted(inside) if first <= i < end)
    start = next((word.i for word in words if begins(head, word)), head.i)
    return Span(head.doc, start, end)


def behind_article(head: "Token") -> tuple[int, list["Token"]]:
    """Index behind the article of a phrase, and what hangs on its head but a bare article."""
    first, others, articles = 0, [], grammar()["articles"]
    for child in phrase_parts(head):
        article = child.i < head.i and child.lower_ in articles
        first = child.i + 1 if article else first
        if not article or child.children:
            others.append(child)
    return first, others


def begins(head: "Token", word: "Token") -> bool:
    """Whether a phrase may begin with a word: no article, and no adverb of the whole phrase."""
    adverb = word.head == head and word.pos_ in ("ADV", "ADP", "CCONJ", "PART")
    return not adverb and word.lower_ not in grammar()["articles"]


def phrase_parts(head: "Token") -> list["Token"]:
    """The heads of what belongs to the phrase of a noun."""
    return [c for c in head.children if c.dep_ not in OUTSIDE_NOUN and not c.is_space]


def whole_phrase(token: "Token") -> Iterator["Token"]:
    """A dependent phrase with its preposition, but without clauses."""
    yield token
    for child in token.children:
        if child.dep_ not in PHRASE_BREAKS and not child.is_space:
            yield from whole_phrase(child)
