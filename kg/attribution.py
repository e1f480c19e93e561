"""Say how a clause is meant: denied, reported, planned, demanded or possible, and who says so.

Scope decides, not the mere presence of a word: a cue counts for the predicate that it governs and
for all that is embedded below (after Saurí and Pustejovsky 2009, "FactBank").
"""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.gazetteer import by_tail
from kg.inflection import noun_forms
from kg.lexicon import REMEMBERED, Lexicon, cues, grammar, noun_frames
from kg.modals import under_modal
from kg.model import Modality, Polarity
from kg.negation import denied, negative_determiners, negators
from kg.sources import (
    complement_kind,
    is_document,
    is_saying,
    named_by,
    speaker_of,
    spoken_by_insert,
    with_source_phrase,
)
from kg.speakers import Sources
from kg.stances import PLAIN, Stance, applied, first_source, marked, strengthened
from kg.syntax import (
    children,
    clause_verb,
    finite_verb,
    infinitive,
    is_finite,
    is_predicate,
    is_subjunctive,
    preposition,
)

if TYPE_CHECKING:
    from kg.words import Token

COMPLEMENTS = ("ccomp", "xcomp", "csubj", "csubj:pass", "parataxis")


def stance(token: "Token", lexicon: Lexicon, sources: Sources) -> Stance:
    """The stance of one predicate: its own markers, then those of the clauses above it."""
    view = own_stance(token)
    if token.dep_ == "amod":  # what is said in passing is taken for granted
        return view
    clause = clause_verb(token)
    if clause != token:
        view = within(token, clause, lexicon, view)
    view = climb(clause, lexicon, view)
    sentence = token.sent.start if sources else -1
    if sentence in sources:
        view = within_report(clause, view, sources[sentence])
    return under_hypothesis(clause, view) if clause == token else view


def under_hypothesis(clause: "Token", view: Stance) -> Stance:
    """A Konjunktiv II that nobody reports tells what is not so (*Er wäre gewählt worden*).

    Where the Konjunktiv I looks like the indicative, it stands for that: somebody reports.
    """
    if view.modality is not Modality.ASSERTED:
        return view
    verb, words = finite_verb(clause), cues()["modality"]
    if verb is None or verb.lower_ not in words["irreal_forms"]:
        return view
    substitute = verb.lower_ in words["substitute_forms"]
    force = Modality.REPORTED if substitute else Modality.POSSIBLE
    return marked(view, strengthened(view, force), verb.i, "Konjunktiv")


def within_report(clause: "Token", view: Stance, speaker: int | None) -> Stance:
    """A sentence of a report that runs on is said by its speaker, where it names none itself."""
    said = strengthened(view, Modality.REPORTED)
    said = said._replace(source=first_source(view.source, speaker))
    verb = finite_verb(clause) or clause
    kind = "Konjunktiv" if is_subjunctive(verb) else "running report"
    return marked(view, said, verb.i, kind)


def within(token: "Token", clause: "Token", lexicon: Lexicon, view: Stance) -> Stance:
    """What a clause does to an event noun in it: a plan, demand or denial reaches its object."""
    first = token.head if token.dep_ == "conj" and token.head != clause else token
    if first.head == clause and is_content_of(first, clause, lexicon):
        if not only_carries(clause, token, lexicon):
            view = governed(clause, lexicon, view)
        return under_modal(clause, view)
    return view


def is_content_of(phrase: "Token", verb: "Token", lexicon: Lexicon) -> bool:
    """Whether a phrase is what a verb is about: its object, or a goal (*sich auf X einigen*)."""
    if phrase.dep_ in ("obj", "nsubj:pass"):
        return True
    planning = complement_kind().get(infinitive(lexicon, verb)) in ("aim", "plan")
    return phrase.dep_ == "obl" and planning and preposition(phrase) == "auf"


def only_carries(verb: "Token", noun: "Token", lexicon: Lexicon) -> bool:
    """Whether a verb does what its event noun says (*Kritik äußern*, *Waffenruhe vereinbaren*)."""
    word = infinitive(lexicon, verb)
    if carries_toll(word, noun, lexicon):
        return True
    kind = complement_kind().get(word)
    if kind == "deny":
        return False
    if kind == "say":
        return word in grammar()["support_verbs"]
    frames = (*lexicon.verbs.get(word, ()), *lexicon.verbs.get(f"sich {word}", ()))
    relations = {frame.relation for frame in frames}
    return any(frame.relation in relations for frame in noun_frames(lexicon, noun.text)[1])


def carries_toll(verb: str, noun: "Token", lexicon: Lexicon) -> bool:
    """Whether a verb brings in a number of victims (*forderte 92 Todesopfer*): no demand."""
    frames = noun_frames(lexicon, noun.text)[1]
    return verb in grammar()["toll_verbs"] and any("count" in f.object for f in frames)


def climb(clause: "Token", lexicon: Lexicon, view: Stance) -> Stance:
    """Apply what governing predicates do to the clause, from the inside out."""
    view = spoken_by_insert(clause, lexicon, view)
    seen = 0
    while clause.head is not clause and seen < 20:
        governor = clause_verb(clause.head)
        view = below_noun(clause, governor, lexicon, view)
        if clause.dep_ in COMPLEMENTS or is_embedded(clause):
            view = governed(governor, lexicon, view)
            view = with_source_phrase(governor, view)
        elif tells_what_happened(clause):
            view = with_source_phrase(governor, view)
        elif clause.dep_ == "conj":
            view = shared_stance(governor, view)
        if governor == clause:
            break
        clause, seen = governor, seen + 1
    return view


def tells_what_happened(clause: "Token") -> bool:
    """Whether a relative clause goes on with the report (*ein Anschlag, bei dem viele starben*).

    One about who or what the noun is (*der in Kiel lebt*) is known to the article itself.
    """
    relatives = ("PRELS", "PWAV")
    return clause.dep_ == "acl" and any(
        t.tag_ in relatives and (t.tag_ == "PWAV" or bool(preposition(t)))
        for t in children(clause, "obl", "nmod", "advmod")
    )


def below_noun(clause: "Token", governor: "Token", lexicon: Lexicon, view: Stance) -> Stance:
    """What a noun, and the clause it stands in, do to its complement (*den Plan, … zu …*)."""
    noun = clause.head
    words = cues()["attribution"]["report_relatives"]
    if [c for c in clause.children if c.lower_ in words]:
        return by_report(noun, view)
    found = by_tail(complement_nouns(), noun.text) if is_noun_complement(clause) else None
    if found is None:
        return view
    effect = {"negates": True} if found[1] == "negative" else {"modality": found[1]}
    view = marked(view, applied(effect, view, None), noun.i, "noun with a clause")
    view = denied(attributive_stance(noun, view), negative_determiners(noun))
    return within(noun, governor, lexicon, view)


def by_report(noun: "Token", view: Stance) -> Stance:
    """What stands in a text or somebody's words (*ein Bericht der Polizei, wonach …*)."""
    if not (is_saying(noun) or is_document(noun)):
        return view
    said = strengthened(view, Modality.REPORTED)
    said = said._replace(source=first_source(view.source, named_by(noun).i))
    return marked(view, said, noun.i, "noun with a clause")


def is_noun_complement(clause: "Token") -> bool:
    """Whether a clause says what a noun is about; relative clauses do not."""
    if clause.head.pos_ != "NOUN" or clause.dep_ not in ("acl", "ccomp", "xcomp"):
        return False
    if clause.tag_ == "VVIZU" or clause.below["mark"]:
        return True
    return is_embedded(clause) and all(t.tag_ not in ("PRELS", "PRELAT") for t in clause.subtree)


@cache
def complement_nouns() -> dict[str, str]:
    """Every form of the nouns with a complement clause, in lower case → what they do to it."""
    nouns = cues()["modality"]["nouns"]
    return {form.lower(): name for name, ns in nouns.items() for n in ns for form in noun_forms(n)}


def is_embedded(clause: "Token") -> bool:
    """Whether a clause in Konjunktiv hangs on the clause above as an adverbial or relative."""
    if clause.dep_ not in ("advcl", "acl"):
        return False
    verb = finite_verb(clause)
    return verb is not None and is_subjunctive(verb)


def shared_stance(governor: "Token", view: Stance) -> Stance:
    """A coordinated clause is reported where the first one is."""
    if view.modality is not Modality.ASSERTED:
        return view
    if own_stance(governor).modality is not Modality.REPORTED:
        return view
    return marked(view, strengthened(view, Modality.REPORTED), governor.i, "clause before it")


def governed(governor: "Token", lexicon: Lexicon, view: Stance) -> Stance:
    """What a governing verb does to its complement."""
    word = infinitive(lexicon, governor)
    kinds = predicate_kinds(governor, word)
    if kinds:
        return under_predicate(governor, kinds, view)
    effect = cues()["effects"].get(complement_kind().get(word, ""))
    if not effect:
        return view
    after = applied(effect, view, speaker_of(governor))
    return marked(view, after, governor.i, f"verb of {effect['name']}")


def predicate_kinds(governor: "Token", word: str) -> list[str]:
    """What a predicate, or an adjective beside a verb, says of whether its clause comes about.

    *ist bereit, … zu*, *erklärte sich bereit, … zu*, *gelang es, … zu*.
    """
    forms = {governor.lower_}
    if governor.pos_ == "VERB":
        forms |= {word, *(t.lower_ for t in children(governor, "advmod", "xcomp", "obj"))}
    return [kind for kind, words in clause_predicates().items() if not forms.isdisjoint(words)]


@cache
def clause_predicates() -> dict[str, frozenset[str]]:
    """What predicates say of their clause → those that say so."""
    return {kind: frozenset(words) for kind, words in cues()["predicates"].items()}


def under_predicate(governor: "Token", kinds: list[str], view: Stance) -> Stance:
    """What such a predicate does to its clause; two negations do not cancel each other."""
    words = negators(governor) if "succeeding" in kinds else []
    if words or "negative" in kinds:
        cue, kind = (words[0], "negation") if words else (governor, "predicate with a clause")
        return marked(view, view._replace(polarity=Polarity.NEGATIVE), cue.i, kind)
    force = next((Modality(k) for k in kinds if k in ("possible", "planned", "demanded")), None)
    after = strengthened(view, force) if force else view
    return marked(view, after, governor.i, "predicate with a clause")


def own_stance(token: "Token") -> Stance:
    """Negation, modal verbs, mood, adverbs and conditions at the predicate itself."""
    view = under_modal(token, denied(PLAIN, negators(token)))
    view = under_adverbs(token, view)
    if token.below["mark"] or token.dep_ == "conj":
        view = under_subordinators(token, view)
    return attributive_stance(token, view)


@cache
def adverb_modalities() -> dict[str, Modality]:
    """Sentence adverb → the modality that it gives its clause."""
    adverbs = cues()["modality"]["adverbs"]
    return {word: Modality(name) for name, words in adverbs.items() for word in words}


def under_adverbs(token: "Token", view: Stance) -> Stance:
    """What sentence adverbs do to a stance (*möglicherweise*, *angeblich*)."""
    for child in token.below["advmod"]:
        force = adverb_modalities().get(child.lower_)
        if force:
            view = marked(view, strengthened(view, force), child.i, "adverb")
    return view


def under_subordinators(token: "Token", view: Stance) -> Stance:
    """What the words that open a clause do to its stance."""
    for word in conditions(token):
        view = marked(view, strengthened(view, Modality.POSSIBLE), word.i, "condition")
    for word in purposes(token):
        view = marked(view, strengthened(view, Modality.PLANNED), word.i, "purpose")
    return view


def conditions(token: "Token") -> list["Token"]:
    """The words that make the clause a condition (*wenn*, *falls*) or an open question (*ob*)."""
    words = cues()["modality"]["conditional_subordinators"]
    return [c for c in token.below["mark"] if c.lower_ in words]


def purposes(token: "Token") -> list["Token"]:
    """The words that make the clause a purpose (*um … zu*, *damit*): meant, not done."""
    words = cues()["modality"]["purpose_subordinators"]
    marks = token.below["mark"]
    if token.dep_ == "conj" and not is_finite(token) and is_predicate(token.head):
        marks = (*marks, *token.head.below["mark"])
    return [c for c in marks if c.lower_ in words]


def attributive_stance(token: "Token", view: Stance) -> Stance:
    """Adjectives before an event noun (*der geplante Angriff*, *der angebliche Angriff*)."""
    for child in token.below["amod"]:
        name = attribute_class(child.lower_)
        if name == "negative":
            denial = view._replace(polarity=Polarity.NEGATIVE)
            view = marked(view, denial, child.i, "adjective")
        elif name:
            view = marked(view, strengthened(view, Modality(name)), child.i, "adjective")
    return view


@lru_cache(maxsize=REMEMBERED)
def attribute_class(word: str) -> str:
    """What an adjective does to the event noun behind it: `negative`, a modality, "" if nothing."""
    attributes = cues()["modality"]["attributes"].items()
    return next((name for name, stems in attributes if word.startswith(tuple(stems))), "")
