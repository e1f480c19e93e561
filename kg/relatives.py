"""Find the noun that a relative pronoun stands for (*die Partei, deren Chef …*)."""

from typing import TYPE_CHECKING

from kg.agreement import candidate_features, pronoun_features
from kg.genders import by_morphology
from kg.syntax import children

if TYPE_CHECKING:
    from kg.reading import Reading
    from kg.words import Token


def relative_antecedent(reading: "Reading", pronoun: "Token") -> tuple[int, ...]:
    """Index of the word with an entity that a relative pronoun stands for, none if there is none.

    The clause hangs below its noun; where that does not agree with the pronoun, the parse took one
    of the nouns of a phrase for another, and the last one that agrees is meant.
    """
    clause = relative_clause(pronoun)
    if clause is None:
        return ()
    noun = clause.head
    before = noun.doc[noun.sent.start : clause.left_edge.i]
    words = [noun, *(t for t in reversed(before) if is_noun(t))]
    wanted = pronoun_features(pronoun)
    meant = next((t for t in words if t.i < pronoun.i and fits(reading, wanted, t)), None)
    return spot(reading, meant) if meant is not None else ()


def relative_clause(pronoun: "Token") -> "Token | None":
    """The verb of the clause that describes a noun and that a pronoun stands in."""
    while pronoun.dep_ not in ("acl", "relcl") and pronoun.head != pronoun:
        pronoun = pronoun.head
    return pronoun if pronoun.head != pronoun else None


def is_noun(token: "Token") -> bool:
    """Whether a token is a noun or name."""
    return token.pos_ in ("NOUN", "PROPN")


def fits(reading: "Reading", wanted: set[str], noun: "Token") -> bool:
    """Whether gender or number of a noun is one of those of a relative pronoun."""
    cluster = reading.by_token.get(noun.i)
    have = by_morphology(noun) | (candidate_features(noun, cluster) if cluster else set())
    if noun.below["conj"]:
        have.add("plural")
    return not have.isdisjoint(wanted)


def spot(reading: "Reading", noun: "Token") -> tuple[int, ...]:
    """The index of a noun or of the name beside it that has an entity."""
    words = [noun, *children(noun, "appos", "flat")]
    return next(((t.i,) for t in words if t.i in reading.by_token), ())
