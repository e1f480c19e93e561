"""Find what the clauses, event nouns and adjectives of a parsed text say.

The unit is the predicate with role-labelled arguments, as in PropBank's verbs (Palmer, Gildea and
Kingsbury 2005) and NomBank's nouns (Meyers et al. 2004), read off Universal Dependencies.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.adjective_forms import (
    adjective_form,
    attributive_participle,
    is_perfect_as_adjective,
)
from kg.attribution import stance
from kg.control import (
    antecedent,
    bare_datives,
    is_infinitive_clause,
    named_accusatives,
    possessives,
    understood_subjects,
)
from kg.core_arguments import Core, acts_on_subject, core_arguments
from kg.datives import swallowed_datives
from kg.lexicon import Lexicon, grammar, noun_frames, tails
from kg.model import Argument, Proposition
from kg.speakers import running_reports
from kg.stances import Stance
from kg.syntax import (
    SUBJECTS,
    children,
    conjuncts,
    infinitive,
    is_passive,
    is_reflexive,
    preposition,
)

if TYPE_CHECKING:
    from kg.words import Doc, Token

Predication = tuple[str, str, Sequence[Argument]]  # kind, predicate, arguments
NO_PREDICATION: Predication = ("", "", ())
NOUNS = ("NOUN", "PROPN")
OBLIQUES = ("obl", "nmod", "advmod")
PREDICATES = frozenset((*NOUNS, "ADJ", "AUX", "VERB"))  # what may be one without a copula


def find_propositions(doc: "Doc", lexicon: Lexicon) -> list[Proposition]:
    """All propositions of a text, in the order of their predicates.

    Args:
        doc: A parsed text in Universal Dependencies.
        lexicon: Frames; only nouns and adjectives that have one are predicates, all verbs are.
    """
    sources = running_reports(doc, lexicon)
    found: list[Proposition] = []
    words = [t for t in doc.tokens if t.pos_ in PREDICATES or t.dep_ == "amod" or t.below["cop"]]
    for token in words:
        kind, predicate, arguments = predication(token, lexicon)
        if arguments:
            view = stance(token, lexicon, sources)
            found.append(proposition(token, kind, predicate, arguments, view))
    return found


def proposition(
    token: "Token", kind: str, predicate: str, arguments: Sequence[Argument], view: Stance
) -> Proposition:
    """Put one proposition together."""
    return Proposition(
        kind=kind,
        predicate=predicate,
        reflexive=kind == "verb" and is_reflexive(token),
        token=token.i,
        arguments=tuple(dict.fromkeys(arguments)),
        polarity=view.polarity,
        modality=view.modality,
        attribution=view.source,
        cues=view.cues,
    )


def predication(token: "Token", lexicon: Lexicon) -> Predication:
    """The reading of a token as a predicate; one that is none has no arguments."""
    linked = bool(token.below["cop"])
    if token.pos_ in NOUNS and not linked and token.dep_ != "amod":
        return noun_predication(token, lexicon)
    if linked or token.pos_ == "ADJ" or token.dep_ == "amod":
        form = adjective_form(token)
        if form in lexicon.adjectives:
            return "adjective", form, adjective_arguments(token)
        participle = attributive_participle(token, lexicon)
        if participle:
            return "verb", participle[0], attributive_arguments(token, participle)
    if is_verb(token) or (linked and is_perfect_as_adjective(token, lexicon)):
        return "verb", infinitive(lexicon, token), verb_arguments(token, lexicon)
    return noun_predication(token, lexicon) if token.pos_ in NOUNS else NO_PREDICATION


def noun_predication(noun: "Token", lexicon: Lexicon) -> Predication:
    """The reading of a noun as an event, if it has a frame."""
    if noun_frames(lexicon, noun.text)[1]:
        return "noun", noun.text, noun_arguments(noun, lexicon)
    return NO_PREDICATION


def is_verb(token: "Token") -> bool:
    """Whether a token is the full verb of a clause."""
    if token.pos_ == "VERB":
        return token.dep_ not in ("amod", "aux", "compound:prt")
    return token.pos_ == "AUX" and token.dep_ not in ("aux", "aux:pass", "cop")


def attributive_arguments(token: "Token", participle: tuple[str, str]) -> list[Argument]:
    """The noun as patient (past participle) or agent, and obliques.

    It is the agent of a present participle and of the past one of a verb that takes no object.
    """
    verb, voice = participle
    passive = voice == "passive" and verb not in grammar()["intransitives"]
    place = "patient" if passive else "agent"
    found = [Argument(place, t.i) for t in conjuncts(token.head)]
    found += oblique_arguments(token) + prenominal_arguments(token)
    return found + agents_by_preposition(token) if passive else found


def prenominal_arguments(participle: "Token") -> list[Argument]:
    """Prepositional phrases between the determiner of a noun and a participle before the noun.

    They belong to the participle by position (*mehrere in Bergkarabach stationierte Soldaten*),
    whatever the parser hung them on.
    """
    noun = participle.head
    hosts = [noun, *noun.below["det"]]
    phrases = [t for host in hosts for t in children(host, "nmod", "obl") if t.i < participle.i]
    return [a for t in phrases if preposition(t) for a in spread(preposition(t), [t])]


def verb_arguments(verb: "Token", lexicon: Lexicon) -> list[Argument]:
    """All participants of a clause."""
    core, place = core_arguments(verb, lexicon), place_of_subject(verb, lexicon)
    found = placed_subjects(verb, place, core[0], lexicon) + object_arguments(verb, core, lexicon)
    found += oblique_arguments(verb)
    if place == "patient" and is_passive(verb):
        found += agents_by_preposition(verb) or shared_agents(verb)
        found += causes(verb, lexicon)
    return found + shared_objects(verb)


def subject_arguments(verb: "Token", lexicon: Lexicon) -> list[Argument]:
    """Who acts (active) or is acted on (passive), by syntax or by control."""
    subjects, _ = core_arguments(verb, lexicon)
    return placed_subjects(verb, place_of_subject(verb, lexicon), subjects, lexicon)


def place_of_subject(verb: "Token", lexicon: Lexicon) -> str:
    """What the subject of a clause is."""
    return "patient" if acts_on_subject(verb, lexicon) else "agent"


def placed_subjects(
    verb: "Token", place: str, subjects: Sequence["Token"], lexicon: Lexicon
) -> list[Argument]:
    """The subjects of a clause, or those who are understood, in the place that is the subject's."""
    if subjects:
        words = words_meant(subjects)
        return [Argument(p, i) for p in (place, "subject") for i in words]
    if verb.dep_ == "acl" and not is_infinitive_clause(verb):
        return antecedent_arguments(verb, place)
    return [Argument(place, t.i) for t in understood_subjects(verb, lexicon)]


def antecedent_arguments(verb: "Token", place: str) -> list[Argument]:
    """The noun that a participial clause without a subject of its own modifies."""
    return [Argument(place, t.i) for t in conjuncts(verb.head)] if is_passive_acl(verb) else []


def is_passive_acl(verb: "Token") -> bool:
    """Whether a clause below a noun has no relative pronoun (*der von X gewählte Y*)."""
    return not any(c.tag_ in ("PRELS", "PRELAT") for c in verb.subtree)


def object_arguments(verb: "Token", core: Core, lexicon: Lexicon) -> list[Argument]:
    """Accusative and dative objects."""
    subjects, objects = core[0], core[1] or named_accusatives(verb)
    datives = bare_datives(verb) or swallowed_datives(verb, subjects, lexicon)
    return spread("patient", objects) + spread("recipient", datives)


def oblique_arguments(verb: "Token") -> list[Argument]:
    """Prepositional phrases of a verb, each conjunct on its own, and those of its object."""
    return [
        Argument(word, i)
        for phrase in verb.children
        if phrase.below["case"] and phrase.dep_ in OBLIQUES and (word := preposition(phrase))
        for i in words_meant([phrase])
    ]


def agents_by_preposition(verb: "Token") -> list[Argument]:
    """The agent of a passive (*von den Truppen beschossen*)."""
    words = grammar()["agent_prepositions"]
    phrases = [t for t in children(verb, "obl", "nmod") if preposition(t) in words]
    return spread("agent", [t for t in phrases if not is_origin(t)])


def is_origin(phrase: "Token") -> bool:
    """Whether *aus* behind a phrase makes it a place to act from (*vom Dach aus beschossen*)."""
    last = phrase.right_edge
    behind = phrase.doc[last.i + 1 : last.i + 2]
    return any(t.lower_ == "aus" for t in (last, *behind))


def shared_agents(verb: "Token") -> list[Argument]:
    """The agent before the first of coordinated participles (*von X gefunden und verhaftet*)."""
    first = verb.head
    if verb.dep_ != "conj" or children(verb, *SUBJECTS, "aux", "aux:pass") or not is_passive(first):
        return []
    return [a for a in agents_by_preposition(first) if a.token < first.i]


def causes(verb: "Token", lexicon: Lexicon) -> list[Argument]:
    """Whose deed it was by which something was suffered (*bei einem Angriff Xs getötet*)."""
    found: list[Argument] = []
    if any(preposition(t) == "von" for t in verb.below["obl"]):
        return found
    for phrase in children(verb, "obl", "nmod"):
        noun = preposition(phrase) in grammar()["event_prepositions"] and phrase
        frames = noun_frames(lexicon, noun.text)[1] if noun else ()
        if any(f.relation in grammar()["deed_relations"] for f in frames):
            found += deed_owners(phrase)
    return found


def deed_owners(noun: "Token") -> list[Argument]:
    """Who is said to have done what an event noun means."""
    owners = [t for t in noun.below["nmod"] if preposition(t) in ("", "von", "durch")]
    found = [a for t in owners if may_be_genitive(t) for a in spread("agent", [t])]
    found += [Argument("cause adjective", t.i) for t in noun.below["amod"]]
    return [*found, Argument("cause compound", noun.i)]


def shared_objects(verb: "Token") -> list[Argument]:
    """The object of the last of coordinated verbs, where this one has none of its own."""
    followers = [t for t in verb.below["conj"] if t.pos_ == "VERB"]
    if not followers or children(verb, "obj", "iobj", "obl") or is_passive(verb):
        return []
    last = followers[-1]
    adjacent = last.i - verb.i <= 3
    return spread("patient", last.below["obj"]) if adjacent else []


def adjective_arguments(token: "Token") -> list[Argument]:
    """The noun that an adjective describes, and what depends on the adjective."""
    attributive = token.dep_ == "amod"
    nouns = [token.head] if attributive else children(token, *SUBJECTS)
    found = spread("noun", nouns) + oblique_arguments(token)
    found += spread("recipient", bare_datives(token))
    return found + (prenominal_arguments(token) if attributive else [])


def noun_arguments(noun: "Token", lexicon: Lexicon) -> list[Argument]:
    """Genitives, possessives, adjectives and prepositional phrases of an event noun."""
    found = [*described_arguments(noun), Argument("compound", noun.i)]
    found += [Argument("adjective", t.i) for t in noun.below["amod"]]
    found += [Argument("possessive", t.i) for t in possessives(noun)]
    for phrase in children(noun, "nmod", "obl", "appos"):
        word = preposition(phrase)
        if word or (phrase.dep_ != "appos" and may_be_genitive(phrase)):
            found += spread(word or "genitive", [phrase])
    return found + support_arguments(noun, lexicon)


def described_arguments(noun: "Token") -> list[Argument]:
    """Who or what a noun stands for: itself, or what is said to be it (*X gilt als Gegner*)."""
    seen = noun.head.lemma_ in grammar()["predicative_verbs"] and preposition(noun) == "als"
    host = noun if noun.below["cop"] else noun.head if seen else None
    subjects = children(host, *SUBJECTS) if host is not None else []
    return spread("noun", subjects) or [Argument("noun", noun.i)]


def may_be_genitive(noun: "Token") -> bool:
    """Whether the adjectives of a noun leave the genitive open (*russischer*, not *russische*)."""
    endings = tuple(grammar()["genitive_endings"])
    return all(c.lower_.endswith(endings) for c in noun.below["amod"] if c.tag_ == "ADJA")


def support_arguments(noun: "Token", lexicon: Lexicon) -> list[Argument]:
    """Phrases of the verb whose object the noun is, and its subject where it is a support verb.

    *Aserbaidschan begann seinen Angriff auf …*, *richtete seinen Angriff gegen …*.
    """
    verb = noun.head
    if verb.pos_ not in ("VERB", "AUX"):
        return []
    if noun.dep_ in ("obl", "nmod"):
        return oblique_support(noun, verb, lexicon)
    if noun.dep_ not in ("obj", "nsubj:pass", "nsubj"):
        return []
    word = infinitive(lexicon, verb)
    comes = noun.dep_ == "nsubj" and word in grammar()["origin_verbs"]
    wanted = grammar()["origin_prepositions" if comes else "target_prepositions"]
    phrases = [t for t in verb.below["obl"] if preposition(t) in wanted]
    found = [a for phrase in phrases for a in spread(preposition(phrase), [phrase])]
    if word in grammar()["support_verbs"]:
        found += carried_arguments(noun, verb, lexicon)
    return found


def oblique_support(noun: "Token", verb: "Token", lexicon: Lexicon) -> list[Argument]:
    """Who has a part in an event that a phrase of a verb names."""
    if noun.dep_ == "obl" and carried_by(verb, lexicon) == preposition(noun):
        return [Argument("supporter", a.token) for a in subject_arguments(verb, lexicon)]
    if occurs(noun, verb, lexicon):
        return parties_of(verb)
    if is_help(noun, lexicon):
        return [Argument("receiver", a.token) for a in subject_arguments(verb, lexicon)]
    return attendee_arguments(noun, verb, lexicon)


def is_help(noun: "Token", lexicon: Lexicon) -> bool:
    """Whether somebody does something by the help that a noun means (*mit Hilfe der Polizei*)."""
    if preposition(noun) != "mit":
        return False
    helping = grammar()["helping_relations"]
    return any(frame.relation in helping for frame in noun_frames(lexicon, noun.text)[1])


def occurs(noun: "Token", verb: "Token", lexicon: Lexicon) -> bool:
    """Whether a clause says no more than that an event was (*es kam zu Gefechten*)."""
    if preposition(noun) != "zu" or infinitive(lexicon, verb) != "kommen":
        return False
    return any(c.lower_ == "es" for c in children(verb, "nsubj", "expl"))


def parties_of(verb: "Token") -> list[Argument]:
    """Those between whom an event was, where the clause names them apart from its noun."""
    words = grammar()["party_prepositions"]
    phrases = [t for t in verb.below["obl"] if preposition(t) in words]
    return [a for t in phrases for a in spread(preposition(t), [t])]


def carried_by(verb: "Token", lexicon: Lexicon) -> str | None:
    """The preposition with which a support verb carries its event noun (*begann mit …*)."""
    found = grammar()["support_prepositions"].get(infinitive(lexicon, verb))
    return str(found) if found else None


def attendee_arguments(noun: "Token", verb: "Token", lexicon: Lexicon) -> list[Argument]:
    """Who does something at an event (*sagte X bei einem Treffen mit Y*), and to whom.

    What is done at a call is done by the one called on (*auf Antrag von X entschied Y*).
    """
    if preposition(noun) not in grammar()["attendance_prepositions"]:
        return []
    if any(part in grammar()["press_events"] for part in tails(noun.lemma_)):  # told the press
        return []
    journey = any(f.relation == "movedTo" for f in noun_frames(lexicon, noun.text)[1])
    if journey and preposition(noun) == "zu":  # *bewegte sie zur Rückkehr*
        return []
    core = core_arguments(verb, lexicon)
    subjects = placed_subjects(verb, place_of_subject(verb, lexicon), core[0], lexicon)
    found = [Argument("attendee", a.token) for a in subjects if a.place in ("agent", "patient")]
    if preposition(noun) == grammar()["occasion_preposition"]:
        acting = agents_by_preposition(verb) if is_passive(verb) else subjects
        return found + [Argument("requested", a.token) for a in acting if a.place == "agent"]
    frames = lexicon.verbs.get(infinitive(lexicon, verb), ())
    addressing = any(f.relation in grammar()["addressing_relations"] for f in frames)
    others = object_arguments(verb, core, lexicon) if addressing and not is_passive(verb) else []
    return found + [Argument("addressee", a.token) for a in others]


def carried_arguments(noun: "Token", verb: "Token", lexicon: Lexicon) -> list[Argument]:
    """Who gives (*supporter*) and who gets (*receiver*) what an event noun says, by its verb.

    *X erteilt Y ein Verbot*, *Y wird von X ein Verbot erteilt*.
    """
    if noun.dep_ == "nsubj":
        return []
    givers = agents_by_preposition(verb) if is_passive(verb) else subject_arguments(verb, lexicon)
    found = [Argument("supporter", a.token) for a in givers if a.token != noun.i]
    return found + spread("receiver", bare_datives(verb))


def spread(place: str, tokens: Sequence["Token"]) -> list[Argument]:
    """One argument for each conjunct; a relative pronoun stands for its antecedent."""
    return [Argument(place, i) for i in words_meant(tokens)] if tokens else []


def words_meant(tokens: Sequence["Token"]) -> list[int]:
    """Indices of the conjuncts of all tokens, the antecedent for a relative pronoun."""
    return [antecedent(t).i for token in tokens for t in conjuncts(antecedent(token))]
