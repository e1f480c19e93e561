"""Say what modal and future auxiliaries make of a predicate: *soll*, *kann*, *wird getan haben*."""

from typing import TYPE_CHECKING

from kg.lexicon import cues
from kg.model import Modality
from kg.stances import Stance, marked, strengthened
from kg.syntax import SUBJECTS, auxiliaries, children, is_finite, is_participle, is_subjunctive

if TYPE_CHECKING:
    from kg.words import Token


def under_modal(verb: "Token", view: Stance) -> Stance:
    """What the modal and future auxiliaries of a verb do to a stance."""
    word, force = modal_word(verb)
    if force is Modality.ASSERTED:
        return view
    return marked(view, strengthened(view, force), word.i, "modal verb")


def modal_force(token: "Token") -> Modality:
    """The modality that modal and future auxiliaries give."""
    return modal_word(token)[1]


def modal_word(token: "Token") -> tuple["Token", Modality]:
    """The auxiliary that gives a modality, and which; the finite one has the widest scope."""
    helpers = all_auxiliaries(token)
    if len(helpers) > 1:
        helpers = sorted(helpers, key=lambda a: not is_finite(a))
    for auxiliary in helpers:
        force = auxiliary_force(token, auxiliary)
        if force is not Modality.ASSERTED:
            return auxiliary, force
    return token, Modality.ASSERTED


def all_auxiliaries(token: "Token") -> list["Token"]:
    """Auxiliaries of a predicate, those too that the first and last participle of a row share.

    *soll Häuser geplündert und Vieh gestohlen haben*: the modal stands with the first, *haben* with
    the last.
    """
    own = auxiliaries(token)
    if not own or not is_participle(token):
        return own
    infinitives = cues()["modality"]["perfect_infinitives"]
    last_of_row = token.dep_ == "conj" and not children(token, *SUBJECTS)
    bare = all(a.lower_ in infinitives or is_passive_infinitive(a) for a in own)
    if last_of_row and bare and is_participle(token.head):
        return [*own, *(a for a in auxiliaries(token.head) if a not in own)]
    if all(a.tag_ != "VMFIN" for a in own):
        return own
    last = [c for c in token.below["conj"] if is_participle(c) and not children(c, *SUBJECTS)]
    return [*own, *(a for c in last for a in c.below["aux"] if a.lower_ in infinitives)]


def is_passive_infinitive(auxiliary: "Token") -> bool:
    """Whether an auxiliary is *werden* as an infinitive, which asks for a modal verb before it."""
    return auxiliary.tag_ == "VAINF" and auxiliary.lower_ == "werden"


def auxiliary_force(token: "Token", auxiliary: "Token") -> Modality:
    """The modality that one auxiliary gives."""
    lemma = cues()["modality"]["modal_forms"].get(auxiliary.lower_, "")
    if lemma in cues()["modality"]["modals"]:
        return modal_modality(lemma, auxiliary, token)
    return Modality.PLANNED if is_future(token, auxiliary) else Modality.ASSERTED


def is_future(token: "Token", auxiliary: "Token") -> bool:
    """Whether *werden* makes a future: with an infinitive, not a passive and not *würde*."""
    if auxiliary.lower_ not in cues()["modality"]["future_forms"] or auxiliary.dep_ != "aux":
        return False
    return not is_participle(token) or any(a.tag_ == "VAINF" for a in auxiliaries(token))


def modal_modality(lemma: str, auxiliary: "Token", token: "Token") -> Modality:
    """What a modal verb means by its form (*soll getan haben* reports, *soll tun* may plan)."""
    table = cues()["modality"]["modals"][lemma]
    if is_perfect(token):
        return Modality(table["perfect"])
    hypothetical = auxiliary.lower_ in cues()["modality"]["hypothetical_forms"]
    if hypothetical or is_subjunctive(auxiliary):
        return Modality(table["subjunctive"])
    past = "Tense=Past" in auxiliary.morph or is_ersatz_infinitive(auxiliary, token)
    return Modality(table["past" if past else "indicative"])


def is_ersatz_infinitive(modal: "Token", token: "Token") -> bool:
    """Whether a modal verb is the infinitive of a perfect (*hatte nicht verhindern können*)."""
    having = [a for a in auxiliaries(token) if a != modal and a.lemma_ == "haben"]
    before = any(is_finite(a) and not is_subjunctive(a) for a in having)
    return before and not is_participle(token) and modal.lower_.endswith("en")


def is_perfect(token: "Token") -> bool:
    """Whether a modal verb has a perfect infinitive (*beschossen haben*, *Chef gewesen sein*)."""
    words, helpers = cues()["modality"], all_auxiliaries(token)
    copula = any(a.dep_ == "cop" and a.lower_ in words["perfect_copulas"] for a in helpers)
    complete = is_participle(token) or copula
    return complete and any(a.lower_ in words["perfect_infinitives"] for a in helpers)
