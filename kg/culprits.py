"""Say who is said to be behind a deed: *bekannte sich zum Anschlag auf X*, *für … verantwortlich*.

The noun for the deed names whom it hit; who did it is told by the predicate that it stands with.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from kg.argument_places import arranged
from kg.attribution import stance
from kg.drafts import Draft, End
from kg.lexicon import Frame, Lexicon, grammar, noun_frames
from kg.model import Argument, Modality, Proposition
from kg.propositions import proposition, subject_arguments, verb_arguments
from kg.reading import Reading
from kg.relations import fill, frame_objects, frame_subjects, framed_draft, frames_of
from kg.speakers import running_reports
from kg.stances import strengthened
from kg.syntax import SUBJECTS, children, infinitive, is_passive, preposition

if TYPE_CHECKING:
    from kg.words import Token

ACTORS = frozenset({"Group", "Organization", "Person", "Place"})
VICTIMS = frozenset({"Group", "Person"})


@dataclass(frozen=True, slots=True)
class Charge:
    """A predicate by which somebody is behind a deed.

    Attributes:
        predicate: The head of its clause.
        arguments: Those of the clause.
        culprit: The place of whoever did it.
        accuser: The place of whoever says so, "" where the article itself does.
    """

    predicate: "Token"
    arguments: list[Argument]
    culprit: str
    accuser: str


def culprit_drafts(
    reading: Reading, propositions: Iterable[Proposition], lexicon: Lexicon
) -> Iterator[Draft]:
    """What those did to others who are said to be behind a deed.

    Args:
        reading: The entities of the article.
        propositions: What its clauses and event nouns say.
        lexicon: Frames; those of deeds count.
    """
    for deed in propositions:
        if deed.kind != "noun":
            continue
        noun = reading.doc[deed.token]
        frames = noun_frames(lexicon, noun.text)[1]
        frame = next((f for f in frames if f.relation in grammar()["deed_relations"]), None)
        if frame is None:
            continue
        owners = frame_subjects(reading, arranged(reading.doc, deed.arguments), frame)
        charge = None if owners else charge_at(noun, lexicon)
        if charge:
            yield from charged_facts(reading, deed, frame, charge, lexicon)
        elif owners:
            yield from toll_facts(reading, deed, frame, owners, lexicon)


def charged_facts(
    reading: Reading, deed: Proposition, frame: Frame, charge: Charge, lexicon: Lexicon
) -> Iterator[Draft]:
    """The fact of each culprit and each of those whom the deed hit."""
    noun = reading.doc[deed.token]
    accused = arranged(reading.doc, charge.arguments)
    culprits = fill(reading, accused, (charge.culprit,), ACTORS)
    victims = frame_objects(reading, arranged(reading.doc, deed.arguments), frame, culprits)
    view = stance(charge.predicate, lexicon, running_reports(reading.doc, lexicon))
    told = strengthened(view, Modality.REPORTED) if charge.accuser else view
    clause = proposition(noun, "noun", noun.text, [*deed.arguments], told)
    for culprit, victim in product(culprits, victims):
        found = framed_draft(reading, clause, frame, culprit, victim, [noun.i])
        found = replace(found, rule=f"culprit: {noun.lemma_}")
        yield said_by(found, fill(reading, accused, (charge.accuser,), ACTORS))


def toll_facts(
    reading: Reading, deed: Proposition, frame: Frame, owners: list[End], lexicon: Lexicon
) -> Iterator[Draft]:
    """Those who died in a deed were hit by whoever did it (*bei einem Angriff Xs starb Y*)."""
    noun, verb = reading.doc[deed.token], reading.doc[deed.token].head
    deadly = verb.pos_ == "VERB" and preposition(noun) in grammar()["event_prepositions"]
    if not deadly or frame.relation != grammar()["blame"]["toll_relation"] or is_passive(verb):
        return
    clause = proposition(
        verb,
        "verb",
        infinitive(lexicon, verb),
        verb_arguments(verb, lexicon),
        stance(verb, lexicon, running_reports(reading.doc, lexicon)),
    )
    if not any("count" in f.object for f, _ in frames_of(reading, clause, lexicon)):
        return
    victims = fill(reading, arranged(reading.doc, clause.arguments), ("agent",), VICTIMS, owners)
    for owner, victim in product(owners, victims):
        found = framed_draft(reading, clause, frame, owner, victim, [verb.i])
        yield replace(found, rule=f"culprit: {noun.lemma_}")


def said_by(draft: Draft, accusers: list[End]) -> Draft:
    """A fact with whoever says so for its source, where there is one."""
    return replace(draft, source=accusers[0].cluster) if accusers else draft


def charge_at(noun: "Token", lexicon: Lexicon) -> Charge | None:
    """The predicate that a noun for a deed stands with and that says who did it."""
    head = noun.head
    if preposition(noun) == "für" and is_blame(head):
        return charge_of_blame(head, lexicon)
    if head.pos_ != "VERB":
        return None
    word, arguments = infinitive(lexicon, head), verb_arguments(head, lexicon)
    blamed = next(
        (c for c in children(head, "obj", "xcomp", "advmod", "nsubj:pass") if is_blame(c)), None
    )
    if blamed is not None and preposition(noun) == "für":
        return charge_of_verb(head, arguments, word)
    rules = grammar()["blame"]["verbs"].get(preposition(noun) or noun.dep_, {})
    places = next((places for places, verbs in rules.items() if word in verbs), None)
    if places is None:
        return None
    culprit, _, accuser = places.partition(" by ")
    return Charge(head, arguments, culprit, accuser)


def is_blame(token: "Token") -> bool:
    """Whether a word means that somebody is to blame (*verantwortlich*, *Verantwortung*)."""
    return token.lemma_.lower() in grammar()["blame"]["words"]


def charge_of_blame(blame: "Token", lexicon: Lexicon) -> Charge | None:
    """Who is to blame by the clause of a word for it."""
    subjects = children(blame, *SUBJECTS)
    if subjects and blame.below["cop"]:
        return Charge(blame, subject_arguments(blame, lexicon), "subject", "")
    verb = blame.head
    if verb.pos_ != "VERB":
        return None
    return charge_of_verb(verb, verb_arguments(verb, lexicon), infinitive(lexicon, verb))


def charge_of_verb(verb: "Token", arguments: list[Argument], word: str) -> Charge | None:
    """Who is to blame by a verb with a word for it (*machte X verantwortlich*)."""
    places = grammar()["blame"]["carriers"].get(word)
    if places is None:
        return None
    culprit, _, accuser = places.partition(" by ")
    return Charge(verb, arguments, culprit, accuser)
