"""Subject and object of a clause, with what a parser without case endings gets wrong set right.

Names have no case, so German word order leaves *riefen die EU Aserbaidschan auf* open to a parser.
A clause has one subject, articles such as *den* and *einen* are never nominative, and a verb whose
frame wants an object takes the bare name behind its subject rather than an apposition without
comma.
"""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.gazetteer import by_tail, load_gazetteer
from kg.lexicon import REMEMBERED, Lexicon, grammar
from kg.syntax import (
    SUBJECTS,
    auxiliaries,
    children,
    conjuncts,
    finite_verb,
    infinitive,
    is_participle,
    is_passive,
    preposition,
)

if TYPE_CHECKING:
    from kg.words import Token

Core = tuple[list["Token"], list["Token"]]


def core_arguments(verb: "Token", lexicon: Lexicon) -> Core:
    """Heads of the subject and of the accusative objects of a clause, conjuncts not spread."""
    objects = list(verb.below["obj"])
    if objects:
        reflexives = grammar()["reflexives"]
        objects = [t for t in objects if t.lower_ not in reflexives]
    subjects, objects = one_subject(subjects_of(verb), objects)
    if not subjects and len(objects) == 1 and wants_subject(verb, objects[0]):
        subjects, objects = objects, []
    lacks_object = subjects and not objects and not verb.below["ccomp"]
    if lacks_object and is_transitive(verb, lexicon) and not acts_on_subject(verb, lexicon):
        behind = [] if opens_clause(subjects[0], verb) else names_behind(subjects[0])
        objects = behind or bare_names(verb) or names_behind_phrases(verb)
    return subjects, objects


def subjects_of(verb: "Token") -> list["Token"]:
    """What a parser takes for the subjects of a clause, in the order of the text."""
    active, passive = verb.below["nsubj"], verb.below["nsubj:pass"]
    return children(verb, *SUBJECTS) if active and passive else list(active or passive)


def wants_subject(verb: "Token", noun: "Token") -> bool:
    """Whether a finite clause of its own has no subject that the noun could not be."""
    shared = verb.dep_ == "conj" or children(verb, "csubj", "expl")
    return not shared and finite_verb(verb) is not None and not is_oblique_case(noun)


def opens_clause(subject: "Token", verb: "Token") -> bool:
    """Whether a subject stands before the finite verb of a main clause, where nothing else can."""
    finite = finite_verb(verb)
    subordinate = verb.dep_ == "acl" or verb.below["mark"]
    return finite is not None and subject.i < finite.i and not subordinate


def one_subject(subjects: list["Token"], objects: list["Token"]) -> Core:
    """Leave one subject: the first that can be a nominative; the others are objects.

    What a comma alone parts from the next subject belongs to another clause (*Bonn zögert, Rom
    handelt*).
    """
    if not subjects:
        return [], objects
    if len(subjects) == 1 and not is_oblique_case(subjects[0]):
        return subjects, objects
    if len(subjects) > 1:
        subjects = [t for t in subjects if not any(parted(t, other) for other in subjects)]
    possible = [t for t in subjects if not is_oblique_case(t)]
    if not possible and len(objects) == 1 and not is_oblique_case(objects[0]):
        return objects, subjects
    chosen = (possible or subjects)[:1]
    return chosen, [t for t in subjects if t not in chosen] + objects


def parted(first: "Token", second: "Token") -> bool:
    """Whether the second noun phrase begins right behind the only comma after the first."""
    between = first.doc[first.i + 1 : second.i]
    commas = [t.i for t in between if t.text == ","]
    return len(commas) == 1 and commas[0] + 1 == second.left_edge.i


def is_oblique_case(noun: "Token") -> bool:
    """Whether the article rules the nominative out (*den*, *einen*)."""
    articles = noun.below["det"]
    return bool(articles) and not oblique_articles().isdisjoint([c.lower_ for c in articles])


@cache
def oblique_articles() -> frozenset[str]:
    """The articles that are never nominative."""
    return frozenset(grammar()["oblique_articles"])


def is_transitive(verb: "Token", lexicon: Lexicon) -> bool:
    """Whether a frame of the verb takes its object from the accusative."""
    return takes_object(lexicon, infinitive(lexicon, verb))


@lru_cache(maxsize=REMEMBERED)
def takes_object(lexicon: Lexicon, verb: str) -> bool:
    """Whether a frame of an infinitive takes its object from the accusative."""
    return any("patient" in frame.object for frame in lexicon.verbs.get(verb, ()))


def acts_on_subject(verb: "Token", lexicon: Lexicon) -> bool:
    """Whether the subject is the one acted on: a passive, or a headline that leaves it out.

    *32 Menschen getötet* is a passive, *Kanzler zurückgetreten* a perfect: only verbs that take an
    object have a passive.
    """
    if is_passive(verb):
        return infinitive(lexicon, verb) not in grammar()["intransitives"]
    bare = is_participle(verb) and not auxiliaries(verb) and verb.dep_ in ("ROOT", "conj")
    if not bare or (verb.dep_ == "conj" and is_active_perfect(verb.head)):
        return False
    return not verb.below["obj"] and is_transitive(verb, lexicon)


def is_active_perfect(verb: "Token") -> bool:
    """Whether a clause has an auxiliary but no passive; a gapped one behind it shares that."""
    return bool(auxiliaries(verb)) and not is_passive(verb)


def bare_names(verb: "Token") -> list["Token"]:
    """A name without preposition taken for an adverbial (*Polen griff Litauen nicht an*)."""
    phrases = [t for t in verb.below["obl"] if t.pos_ == "PROPN" and not preposition(t)]
    return phrases[:1]


def names_behind_phrases(verb: "Token") -> list["Token"]:
    """A person's name taken for the apposition of an adverbial's noun that means nobody.

    *Sie soll in ihrer neuen Funktion Carl Alm beerben*.
    """
    nouns = [t for t in verb.below["obl"] if preposition(t) and not is_person_noun(t)]
    names = [n for t in nouns for n in names_behind(t)]
    return [n for n in names if n.ent_type_ == "PER"][:1]


def is_person_noun(noun: "Token") -> bool:
    """Whether a noun means a person, by the gazetteer's roles and actors or its ending."""
    gazetteer = load_gazetteer()
    if by_tail(gazetteer.roles, noun.text):
        return True
    actor = by_tail(gazetteer.actors, noun.text)
    named = noun.lower_.endswith(tuple(grammar()["agentive_endings"]))
    return named or (actor is not None and actor[1].type in ("Group", "Person"))


def names_behind(subject: "Token") -> list["Token"]:
    """A bare name right behind the subject that was taken for its apposition or genitive."""
    last = conjuncts(subject)[-1]
    for child in children(last, "appos", "flat", "nmod"):
        bare = child.pos_ == "PROPN" and child.i == last.i + 1 and not preposition(child)
        if bare and last.pos_ == "NOUN":
            return [child]
    return []
