"""Give what a clause says somebody is the stance of the clause: *X sei Mitglied*, *soll X werden*.

A title beside a name is the article's own knowledge, whoever speaks; what a linking verb says of
somebody is denied, reported or planned as the clause is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.attribution import attributive_stance, stance
from kg.drafts import Draft
from kg.lexicon import Lexicon, grammar
from kg.predication import linked_ends, one_of
from kg.reading import Reading
from kg.source_entities import cluster_at
from kg.speakers import running_reports
from kg.stances import Stance
from kg.syntax import SUBJECTS

if TYPE_CHECKING:
    from kg.words import Token

PREDICATED_RULES = ("role", "attribute")
EVENT_RULE = "place of a noun"


def with_role_stances(
    drafts: Iterable[Draft], reading: Reading, lexicon: Lexicon
) -> Iterator[Draft]:
    """The facts of noun phrases, those that a clause predicates with its stance.

    Args:
        drafts: What noun phrases express.
        reading: The entities of the article.
        lexicon: Frames, for the verbs of saying above a clause.
    """
    sources = running_reports(reading.doc, lexicon)
    for draft in drafts:
        predicate = predicated(reading, draft)
        if predicate is None:
            ruled = draft.rule in PREDICATED_RULES
            yield with_adjectives(draft, reading) if ruled else draft
            continue
        view = stance(predicate, lexicon, sources)
        source = None if view.source is None else cluster_at(reading, view.source)
        yield replace(draft, polarity=view.polarity, modality=view.modality, source=source)


def predicated(reading: Reading, draft: Draft) -> "Token | None":
    """The word whose stance a fact of a noun phrase has, None where that is taken for granted.

    Where a clause tells of an event, it tells of its place too (*die Fluten in Hanoi seien …*).
    """
    if draft.rule in PREDICATED_RULES:
        return linking(reading.doc.tokens[draft.token])
    cluster, noun = draft.subject.cluster, reading.doc.tokens[draft.subject.token]
    event = draft.rule == EVENT_RULE and cluster is not None and cluster.type == "Event"
    return noun if event and noun.dep_ in SUBJECTS else None


def with_adjectives(draft: Draft, reading: Reading) -> Draft:
    """A fact of a noun as its adjectives mean it (*ein möglicher Nachfolger*)."""
    view = attributive_stance(reading.doc.tokens[draft.token], Stance())
    return draft if view.modality is draft.modality else replace(draft, modality=view.modality)


def linking(token: "Token") -> "Token | None":
    """The predicate by which a clause says a noun of its subject, None where none does."""
    token = one_of(token)
    if not any(t.pos_ in ("NOUN", "PROPN", "PRON") for t in linked_ends(token)):
        return None
    if token.below["cop"]:
        return token
    return token.head if token.head.lemma_ in grammar()["linking_verbs"] else None
