"""Who acts in a clause without a subject of its own: *forderte X auf, … zu …*, *Xs Plan, … zu …*.

The subject, the object, a dative or a noun of the clause above controls an infinitive; coordinated
verbs share the subject of the first.
"""

from typing import TYPE_CHECKING

from kg.core_arguments import core_arguments
from kg.lexicon import Lexicon, cues, grammar
from kg.syntax import children, clause_verb, conjuncts, infinitive, preposition

if TYPE_CHECKING:
    from kg.words import Token

CONTROLLED = ("advcl", "ccomp", "conj", "csubj", "xcomp")  # clauses that may lack a subject


def understood_subjects(verb: "Token", lexicon: Lexicon) -> list["Token"]:
    """The subject that a coordinated verb or an infinitive takes from the clause above."""
    governor = verb.head
    if verb.dep_ == "acl" and is_infinitive_clause(verb):
        return noun_controllers(governor, lexicon)
    if governor == verb or verb.dep_ not in CONTROLLED:
        return []
    if verb.dep_ in ("advcl", "ccomp", "csubj") and not is_infinitive_clause(verb):
        return []
    if infinitive(lexicon, governor) in grammar()["dative_control_verbs"]:
        return [t for d in bare_datives(governor) or governor.below["nsubj"] for t in conjuncts(d)]
    if not acts_with_subject(verb) and controls_by_object(governor, lexicon):
        datives = [t for t in governor.below["obl"] if is_bare_dative(t)]
        objects = children(governor, "obj", "iobj") or datives
        if objects:
            return conjuncts(antecedent(objects[0]))
    subjects, _ = core_arguments(governor, lexicon)
    own = [t for s in subjects for t in conjuncts(antecedent(s))]
    return own or understood_subjects(governor, lexicon)


def acts_with_subject(verb: "Token") -> bool:
    """Whether whoever acts above does so here too: a coordinated verb, or *statt … zu* and such."""
    words = grammar()["adverbial_infinitives"]
    return verb.dep_ == "conj" or any(mark.lower_ in words for mark in verb.below["mark"])


def noun_controllers(noun: "Token", lexicon: Lexicon) -> list["Token"]:
    """Who acts in the infinitive below a noun (*der Aufruf an X, … zu …*, *Xs Plan, … zu …*)."""
    addressed = [t for t in children(noun, "nmod", "obl") if preposition(t) == "an"]
    owners = [t for t in noun.below["nmod"] if preposition(t) in ("", "von")]
    own = addressed or possessives(noun) or owners
    if not own and noun.dep_ in ("obj", "obl"):
        own, _ = core_arguments(clause_verb(noun), lexicon)
    return [t for s in own for t in conjuncts(antecedent(s))]


def is_infinitive_clause(verb: "Token") -> bool:
    """Whether the predicate is an infinitive with *zu*."""
    return verb.tag_ in ("VVIZU", "VVINF", "VAINF") and not any(
        t.tag_.endswith("FIN") for t in children(verb, "aux", "aux:pass", "cop")
    )


def controls_by_object(verb: "Token", lexicon: Lexicon) -> bool:
    """Whether the object of the verb is the one who acts in its infinitive (*fordert X auf, …*)."""
    word = infinitive(lexicon, verb)
    relations = {frame.relation for frame in lexicon.verbs.get(word, ())}
    controlling = grammar()["object_control_relations"]
    return word in cues()["speech"]["demand"] or bool(relations.intersection(controlling))


def possessives(noun: "Token") -> list["Token"]:
    """Possessive determiners and relatives before a noun (*sein Angriff*, *dessen Angriff*)."""
    words = children(noun, "det", "nmod")
    genitives = grammar()["genitive_pronouns"]
    return [t for t in words if t.tag_ == "PPOSAT" or t.lower_ in genitives]


def bare_datives(verb: "Token") -> list["Token"]:
    """The dative noun phrases without preposition below a verb or adjective."""
    if not (verb.below["obl"] or verb.below["iobj"]):
        return []
    return [t for t in children(verb, "iobj", "obl") if is_bare_dative(t)]


def is_bare_dative(token: "Token") -> bool:
    """Whether an object or oblique is a dative noun phrase without preposition.

    A name beside an accusative object is one whatever its case is taken for (*warf den USA … vor*),
    and so is a feminine behind *der*, which is no genitive without a noun (*trat der Union bei*).
    """
    if preposition(token) or token.lower_ in grammar()["reflexives"]:
        return False
    if token.dep_ == "iobj":
        return True
    if token.ent_type_ and token.head.below["obj"]:
        return True
    if any("Case=Dat" in t.morph for t in (token, *token.below["det"])):
        return True
    articles = [c.lower_ for c in token.below["det"]]
    unclear = token.dep_ == "obl" and any(a in grammar()["genitive_or_dative"] for a in articles)
    feminine = "Case=Gen" in token.morph and "Gender=Fem" in token.morph and "der" in articles
    return unclear or feminine


def named_accusatives(verb: "Token") -> list["Token"]:
    """Noun phrases in the accusative that a parse takes for adverbials, with a name beside them.

    No time or measure has one (*soll den Journalisten Otto Müller ermordet haben*).
    """
    bare = [t for t in verb.below["obl"] if not t.below["case"] and "Case=Acc" in t.morph]
    return [t for t in bare if any(name.ent_type_ for name in t.below["appos"])]


def antecedent(token: "Token") -> "Token":
    """The noun that a relative pronoun stands for; other tokens as they are."""
    if token.tag_ != "PRELS" and "PronType=Rel" not in token.morph:
        return token
    clause = token
    while clause.head is not clause and clause.dep_ not in ("acl", "relcl"):
        clause = clause.head
    return clause.head if clause.dep_ in ("acl", "relcl") else token
