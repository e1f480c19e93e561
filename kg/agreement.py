"""Gender and number: which pronouns may stand for what."""

from typing import TYPE_CHECKING

from kg.genders import by_morphology, person_genders
from kg.lexicon import grammar, read_toml
from kg.nouns import is_plural
from kg.syntax import SUBJECTS, clause_verb, finite_verb

if TYPE_CHECKING:
    from kg.reading import Cluster
    from kg.words import Token

POINTING = ("ART", "PDS", "PRELS")
DEMONSTRATIVE, RELATIVE = ("ART", "PDS"), ("PRELAT", "PRELS")


def agrees(pronoun: "Token", token: "Token", cluster: "Cluster") -> bool:
    """Whether gender and number of a candidate fit the pronoun."""
    return bool(pronoun_features(pronoun) & candidate_features(token, cluster))


def pronoun_features(pronoun: "Token") -> set[str]:
    """The genders (or `plural`) that a pronoun can stand for."""
    word, subject = pronoun.lower_, pronoun.dep_ in SUBJECTS
    found = {name for name, forms in forms_of(pronoun).items() if word in forms}
    if word == "ihr" and pronoun.tag_ == "PPER":
        return {"feminine"}
    nominative = subject or "Case=Nom" in pronoun.morph
    if nominative and pronoun.tag_ in POINTING and word.endswith("er"):
        return {"masculine"}
    ambiguous = {"feminine", "plural"} <= found
    if ambiguous and subject and pronoun.tag_ != "PPOSAT":
        return {"plural"} if is_plural_clause(pronoun) else found - {"plural"}
    return found


def forms_of(pronoun: "Token") -> dict[str, list[str]]:
    """The forms of a pronoun's kind, by what they can stand for."""
    table = read_toml("lexicon", "coreference.toml")
    if pronoun.tag_ in RELATIVE or pronoun.lower_ in grammar()["genitive_pronouns"]:
        return dict(table["relatives"])
    return dict(table["demonstratives"] if pronoun.tag_ in DEMONSTRATIVE else grammar()["pronouns"])


def is_plural_clause(pronoun: "Token") -> bool:
    """Whether the finite verb of the pronoun's clause is in the plural."""
    finite = finite_verb(clause_verb(pronoun))
    return finite is not None and "Number=Plur" in finite.morph


def candidate_features(token: "Token", cluster: "Cluster") -> set[str]:
    """Genders (or `plural`) of a candidate, by its class and its morphology."""
    if cluster.type == "Group":
        singular = "Number=Sing" in token.morph and not is_plural(token)
        return by_morphology(token) if singular else {"plural"}
    if cluster.type == "Person":
        return person_genders(token.doc, cluster)
    bare = not token.below["det"]
    if cluster.type == "Place" and cluster.known and bare:
        return {"neuter"} | noun_features(token, cluster)
    return by_morphology(token) | noun_features(token, cluster)


def noun_features(token: "Token", cluster: "Cluster") -> set[str]:
    """Genders of the nouns that a name was called by before (*die Insel Rhodos … sie*)."""
    nouns = [m for m in cluster.mentions if m.kind == "nominal" and m.head <= token.i + 1]
    return {g for m in nouns if cluster.named for g in by_morphology(token.doc[m.head])}
