"""Resolve personal and possessive pronouns to the entities of the same article.

Candidates are ranked by agreement, grammatical role and distance (after Lappin and Leass 1994,
"An Algorithm for Pronominal Anaphora Resolution").
"""

from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.genders import by_morphology, person_genders
from kg.lexicon import grammar
from kg.reading import Cluster, Reading
from kg.syntax import children, clause_verb, preposition

if TYPE_CHECKING:
    from kg.words import Token

FARTHEST_SENTENCE = 2
UNNAMED_THING = 2.0
CASE_WEIGHT = {"nsubj": 3.0, "nsubj:pass": 3.0, "obj": 1.5, "iobj": 1.5, "obl": 0.5}


def resolve_pronouns(reading: Reading) -> None:
    """Add each pronoun with a clear antecedent to `reading.by_token`."""
    starts = [sentence.start for sentence in reading.doc.sents]
    for token in reading.doc:
        if token.tag_ in ("PPER", "PPOSAT") and not is_expletive(token):
            found = antecedent_of(reading, token, starts)
            if found is not None:
                reading.antecedents[token.i] = found
                reading.by_token[token.i] = reading.by_token[found]


def is_expletive(pronoun: "Token") -> bool:
    """Whether *es* stands for nothing, with an impersonal verb or before what is really meant."""
    if pronoun.lower_ != "es":
        return False
    verb = clause_verb(pronoun)
    announcing = children(verb, "aux:pass", "ccomp", "csubj", "csubj:pass")
    if pronoun.dep_ == "expl" or verb.lemma_ in grammar()["impersonal_verbs"] or announcing:
        return True
    in_front = pronoun.i + 1 < len(pronoun.doc) and pronoun.nbor().pos_ in ("AUX", "VERB")
    return in_front and any(c != pronoun for c in children(verb, "nsubj", "nsubj:pass"))


def antecedent_of(reading: Reading, pronoun: "Token", starts: list[int]) -> int | None:
    """Index of the best candidate before the pronoun, None if nothing agrees."""
    sentence = bisect_right(starts, pronoun.i) - 1
    first = starts[max(0, sentence - FARTHEST_SENTENCE)]
    ranked = []
    for i in range(first, pronoun.i):
        cluster = reading.by_token.get(i)
        if cluster is None:
            continue
        token = reading.doc[i]
        if agrees(pronoun, token, cluster) and may_corefer(pronoun, token):
            distance = sentence - (bisect_right(starts, i) - 1)
            ranked.append((weight(token, distance) - aloofness(cluster), i))
    return max(ranked)[1] if ranked else None


def weight(token: "Token", distance: int) -> float:
    """Prominence of a candidate: its grammatical role, less its distance in sentences."""
    role = 0.0 if preposition(token) and token.dep_ == "nmod" else CASE_WEIGHT.get(token.dep_, 0.25)
    return role - 1.5 * distance


def aloofness(cluster: Cluster) -> float:
    """How much less a thing without a name is spoken of by pronouns than people and names are."""
    return UNNAMED_THING if not cluster.named and cluster.type in grammar()["things"] else 0.0


def may_corefer(pronoun: "Token", token: "Token") -> bool:
    """Whether binding allows it: a personal pronoun and its antecedent stand in two clauses."""
    if pronoun.tag_ == "PPOSAT":
        return pronoun.head != token
    return clause_verb(pronoun) != clause_verb(token)


def agrees(pronoun: "Token", token: "Token", cluster: Cluster) -> bool:
    """Whether gender and number of the candidate fit the pronoun."""
    wanted, features = pronoun_features(pronoun), candidate_features(token, cluster)
    return bool(wanted & features)


def pronoun_features(pronoun: "Token") -> set[str]:
    """The genders (or `plural`) that a pronoun can stand for."""
    classes, word = grammar()["pronouns"], pronoun.lower_
    found = {name for name, forms in classes.items() if word in forms}
    if word == "sie" and pronoun.dep_ in ("nsubj", "nsubj:pass"):
        return {"plural"} if is_plural_clause(pronoun) else {"feminine"}
    return found


def is_plural_clause(pronoun: "Token") -> bool:
    """Whether the finite verb of the pronoun's clause is in the plural."""
    verb = clause_verb(pronoun)
    finite = [
        t for t in [verb, *verb.children] if "VerbForm=Fin" in t.morph or t.tag_.endswith("FIN")
    ]
    return any("Number=Plur" in t.morph for t in finite)


def candidate_features(token: "Token", cluster: Cluster) -> set[str]:
    """Genders (or `plural`) of a candidate, by its class and its morphology."""
    if cluster.type == "Group":
        return {"plural"}
    if cluster.type == "Person":
        return person_genders(token.doc, cluster)
    if cluster.type == "Place" and cluster.known and not children(token, "det"):
        return {"neuter"} | noun_features(token, cluster)
    return by_morphology(token) | noun_features(token, cluster)


def noun_features(token: "Token", cluster: Cluster) -> set[str]:
    """Genders of the nouns that a name was called by before (*die Insel Rhodos … sie*)."""
    nouns = [m for m in cluster.mentions if m.kind == "nominal" and m.head <= token.i + 1]
    return {g for m in nouns if cluster.named for g in by_morphology(token.doc[m.head])}
