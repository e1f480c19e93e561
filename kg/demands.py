"""Read calls on somebody from what a speaker says that somebody must do."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.counts import is_generic
from kg.drafts import Draft, End, ends_at, mention_text
from kg.lexicon import Frame, Lexicon, cues, grammar
from kg.modals import modal_force
from kg.model import Modality, Proposition
from kg.places import place_told
from kg.reading import Cluster, Reading
from kg.relations import framed_draft, predicate_tokens
from kg.source_entities import source_cluster
from kg.syntax import auxiliaries, clause_verb, infinitive

if TYPE_CHECKING:
    from kg.words import Token


def demand_drafts(
    reading: Reading, propositions: list[Proposition], lexicon: Lexicon
) -> Iterator[Draft]:
    """Who calls on whom, in reading order."""
    for proposition in propositions:
        if proposition.kind == "verb" and proposition.attribution is not None:
            yield from demands(reading, proposition, lexicon)


def demands(reading: Reading, proposition: Proposition, lexicon: Lexicon) -> Iterator[Draft]:
    """A speaker who says what somebody must do calls on them (*X müsse …, sagte Y*)."""
    speaker, verb = source_cluster(reading, proposition), reading.doc[proposition.token]
    if speaker is None or not may_be_asked(speaker):
        return
    obliged = modal_force(verb) is Modality.DEMANDED or is_demanded(verb, lexicon)
    if not obliged or proposition.predicate in grammar()["suffered"]:
        return
    frame = Frame(grammar()["demand_relation"], "verb", (), ())
    source = reading.doc[proposition.attribution or 0]
    subject = End(speaker, mention_text(speaker, source), source.i)
    words = predicate_tokens(reading, proposition)
    for argument in proposition.arguments:
        for end in ends_at(reading, argument) if argument.place == "agent" else ():
            asked = end.cluster is not None and may_be_asked(end.cluster)
            if asked and end.cluster is not speaker and not is_generic(reading.doc[end.token]):
                found = framed_draft(reading, proposition, frame, subject, end, words)
                yield replace(
                    found,
                    modality=Modality.ASSERTED,
                    source=None,
                    place=place_told(reading, clause_verb(source)),
                    rule="demand",
                )


def may_be_asked(cluster: Cluster) -> bool:
    """Whether something can demand and be called on: no law, office or other thing."""
    return cluster.type in grammar()["no_things"]


def is_demanded(verb: "Token", lexicon: Lexicon) -> bool:
    """Whether a clause says what somebody is to do, below a verb of demanding (*dass X zahlt*)."""
    if verb.dep_ not in ("ccomp", "advcl") or not verb.below["mark"]:
        return False
    introduced = any(c.lower_ in grammar()["complementizers"] for c in verb.below["mark"])
    granted = any(a.lower_ in grammar()["permissive_modals"] for a in auxiliaries(verb))
    governor = infinitive(lexicon, verb.head)
    return introduced and not granted and governor in cues()["speech"]["demand"]
