"""Tell a capital or seat that stands for a government from the place itself.

*Moskau meldet*, *nach Moskauer Angaben*, *Baerbock forderte von Baku* speak of governments, *in
Moskau*, *besuchte Baku* of cities: the verb and the case decide (after Markert and Nissim 2002,
"Metonymy resolution as a classification task").
"""

from typing import TYPE_CHECKING

from kg.gazetteer import Gazetteer, Known, by_tail, inflection_key
from kg.lexicon import Frame, Lexicon, grammar, tails
from kg.mentions import Found
from kg.sources import complement_kind, saying_nouns
from kg.syntax import clause_verb, infinitive, is_passive, is_reflexive, preposition

if TYPE_CHECKING:
    from kg.words import Token

# Place of an argument in a frame, by its relation to the verb.
PLACES = {"iobj": "recipient", "nsubj:pass": "patient", "obj": "patient", "obl": "recipient"}


def meant_government(
    mention: Found, token: "Token", gazetteer: Gazetteer, lexicon: Lexicon
) -> Known | None:
    """The state whose capital or seat acts, or is spoken to, like a government."""
    if mention.kind == "derived":
        return government_of_adjective(mention, token, gazetteer)
    table = gazetteer.governments
    found = table.get(mention.text) or table.get(mention.base)
    found = found or table.get(inflection_key(mention.text))
    if found is None:
        return None
    state, kind = found
    first = first_conjunct(token)
    if kind == "seat":
        return state if not preposition(first) else None
    meant = acts(first, lexicon) or is_addressed(first, lexicon) or is_partner(first)
    return state if meant else None


def first_conjunct(token: "Token") -> "Token":
    """The name that a name is coordinated with, which alone shows their place in the clause."""
    while token.dep_ == "conj" and not preposition(token):
        token = token.head
    return token


def acts(token: "Token", lexicon: Lexicon) -> bool:
    """Whether a name is the subject of a verb that asks for somebody who acts or speaks."""
    verb = clause_verb(token)
    if token.dep_ != "nsubj" or preposition(token) or is_passive(verb):
        return False
    return bool(frames_of(verb, lexicon)) or infinitive(lexicon, verb) in complement_kind()


def is_partner(token: "Token") -> bool:
    """Whether a name is one of two between whom something is (*der Streit zwischen Ankara …*)."""
    noun = token.head
    if token.dep_ not in ("nmod", "obl"):
        return False
    nouns = grammar()["between_governments"].get(preposition(token), ())
    return any(part in nouns for part in tails(noun.lemma_))


def frames_of(verb: "Token", lexicon: Lexicon) -> list[Frame]:
    """The frames of a verb, those of the reflexive verb included where *sich* stands with it."""
    word = infinitive(lexicon, verb)
    words = (f"sich {word}", word) if is_reflexive(verb) else (word,)
    return [frame for w in words for frame in lexicon.verbs.get(w, ())]


def is_addressed(token: "Token", lexicon: Lexicon) -> bool:
    """Whether a name holds the place of those whom a verb of dealing with somebody addresses."""
    if token.dep_ not in PLACES:
        return False
    others = [t for t in token.head.below["obj"] if t != token]
    plain = "recipient" if token.dep_ == "obj" and others else PLACES[token.dep_]
    place = preposition(token) or plain
    relations = grammar()["addressing_relations"]
    return any(
        frame.relation in relations and place in frame.object
        for frame in frames_of(token.head, lexicon)
    )


def government_of_adjective(mention: Found, token: "Token", gazetteer: Gazetteer) -> Known | None:
    """The state behind an adjective of its capital (*nach Moskauer Angaben*)."""
    state, _ = gazetteer.governments.get(mention.base, (None, ""))
    noun = token.head
    actor = by_tail(gazetteer.actors, noun.text)
    speaks = by_tail(saying_nouns(), noun.text) or (actor and actor[1].kind == "government")
    return state if speaks else None
