"""Find who says so: verbs of saying, inserted clauses, phrases such as *nach Angaben von X*."""

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from kg.gazetteer import by_tail
from kg.inflection import noun_forms
from kg.lexicon import Lexicon, cues
from kg.model import Modality
from kg.stances import Stance, applied, first_source, stronger
from kg.syntax import SUBJECTS, children, clause_verb, infinitive, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

REPORTING = ("say", "claim", "think")


@cache
def speech_verbs() -> frozenset[str]:
    """Verbs that introduce what somebody says."""
    speech = cues()["speech"]
    return frozenset(
        v for name in ("say", "claim", "deny", "demand", "plan") for v in speech.get(name, ())
    )


@cache
def complement_kind() -> dict[str, str]:
    """Verb → what it does to its complement: say, claim, think, deny, demand, plan and so on."""
    order = ("say", "claim", "think", "possible", "attempt", "plan", "demand", "deny", "prevent")
    return {v: name for name in order for v in cues()["speech"].get(name, ())}


@cache
def saying_nouns() -> dict[str, str]:
    """Every form of the nouns for what somebody says, in lower case."""
    return {form.lower(): n for n in cues()["attribution"]["nouns"] for form in noun_forms(n)}


def speaker_of(verb: "Token") -> int | None:
    """Head word of the subject of a verb of saying, the agent where it is passive."""
    subjects = children(verb, "nsubj")
    if subjects:
        return int(subjects[0].i)
    if verb.dep_ == "conj":
        return speaker_of(verb.head)
    return None


def spoken_by_insert(clause: "Token", lexicon: Lexicon, view: Stance) -> Stance:
    """An inserted or trailing clause of saying (*…, sagte Baerbock*)."""
    for insert in children(clause, "parataxis", "ccomp"):
        kind = complement_kind().get(infinitive(lexicon, insert), "")
        complete = children(insert, "ccomp", "obj", "xcomp")
        if kind in REPORTING and not complete and children(insert, *SUBJECTS):
            return applied(cues()["effects"][kind], view, speaker_of(insert))
    return with_source_phrase(clause, said_by(clause, lexicon, view))


def said_by(clause: "Token", lexicon: Lexicon, view: Stance) -> Stance:
    """A source in a clause or phrase of its own (*wie X berichtet, …*; *„…“, so X*)."""
    words = cues()["attribution"]["reporting_subordinators"]
    for insert in children(clause, "advcl", "parataxis"):
        kind = complement_kind().get(infinitive(lexicon, insert), "")
        reported = any(c.lower_ in words for c in insert.children)
        if kind in REPORTING and reported and children(insert, *SUBJECTS):
            return applied(cues()["effects"][kind], view, speaker_of(insert))
    named = next((t for t in clause.subtree if follows_so(t) and clause_verb(t) == clause), None)
    return applied(cues()["effects"]["say"], view, int(named.i)) if named is not None else view


def follows_so(noun: "Token") -> bool:
    """Whether a token is a noun whose phrase follows *so* behind a comma or quotation mark."""
    if noun.pos_ not in ("NOUN", "PROPN"):
        return False
    first = next((t for t in noun.subtree if not t.is_punct), noun)
    words = cues()["attribution"]["naming_adverbs"]
    if first.lower_ not in words and first.i > 0:
        first = first.nbor(-1)
    return first.lower_ in words and first.i > 0 and first.nbor(-1).is_punct


def with_source_phrase(clause: "Token", view: Stance) -> Stance:
    """A phrase that names the source (*laut X*, *nach Angaben von X*, *X zufolge*)."""
    for phrase in children(clause, "obl", "nmod", "advmod"):
        source = phrase_source(phrase)
        if source is not None:
            modality = stronger(view.modality, Modality.REPORTED)
            return replace(view, modality=modality, source=first_source(view.source, source.i))
    return view


def phrase_source(phrase: "Token") -> "Token | None":
    """Head word of the source that a prepositional phrase names, the phrase itself if unnamed."""
    words, word = cues()["attribution"], preposition(phrase)
    is_saying = by_tail(saying_nouns(), phrase.text) is not None
    if not (word in words["strong"] or (word in words["with_noun"] and is_saying)):
        return None
    if not is_saying:
        return phrase
    owners = [c for c in children(phrase, "nmod") if preposition(c) in ("", "von", "aus", "in")]
    owners += [
        c for c in children(phrase, "amod", "appos", "det") if c.dep_ != "det" or c.tag_ == "PPOSAT"
    ]
    return owners[0] if owners else phrase
