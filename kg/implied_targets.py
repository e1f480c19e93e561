"""Find whom a speech act is aimed at where its clause names a charge or deed but nobody's.

*X wies die Vorwürfe zurück* answers whoever accused X, *X verurteilte den Angriff* blames whoever
attacked, *X kritisierte diesen Schritt* whoever took it, *X bemängelte, dass Y schweigt* blames Y.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.argument_places import arranged, in_places
from kg.counts import is_generic
from kg.drafts import Draft, End, ends_at, mention_text
from kg.judgements import judged_as, judgement, judging_verbs
from kg.kinds import is_taken_up
from kg.lexicon import REMEMBERED, Frame, Lexicon, grammar, noun_frames, tails
from kg.model import Argument, Polarity, Proposition
from kg.previous_speakers import root_before
from kg.reading import Reading
from kg.relations import (
    frame_subjects,
    framed_draft,
    frames_of,
    predicate_tokens,
    with_noun_arguments,
)
from kg.sources import complement_kind
from kg.structure import is_attributive, owners
from kg.syntax import SUBJECTS, children, finite_verb, is_passive, is_subjunctive, preposition

if TYPE_CHECKING:
    from kg.words import Token

ACTORS = ("Group", "Organization", "Person", "Place")
FARTHEST_CHARGE = 2  # sentences back, where the charge names nobody
FARTHEST_DEED = 6


@dataclass(frozen=True, slots=True)
class Told:
    """What an article has said: facts by frames in the order of the text, and its sentences."""

    reading: Reading
    facts: tuple[Draft, ...]
    starts: tuple[int, ...]
    lexicon: Lexicon

    def before(self, i: int, sentences: int) -> Iterator[Draft]:
        """Facts expressed before a token, at most so many sentences back, the nearest first."""
        here = max((k for k, s in enumerate(self.starts) if s <= i), default=0)
        first = self.starts[max(0, here - sentences)]
        yield from (d for d in reversed(self.facts) if first <= d.token < i)


def implied_target_drafts(
    reading: Reading, propositions: list[Proposition], drafts: Iterable[Draft], lexicon: Lexicon
) -> Iterator[Draft]:
    """What speech acts without a named target say of the one whom the text makes plain.

    Args:
        reading: The entities of the article.
        propositions: What its clauses say.
        drafts: The facts already found; a clause that gave one gives no other.
        lexicon: Frames.
    """
    facts = sorted((d for d in drafts if d.object.cluster and d.frame), key=lambda d: d.token)
    told = Told(reading, tuple(facts), tuple(s.start for s in reading.doc.sents), lexicon)
    done = {d.token for d in facts}
    for clause in propositions:
        new = clause.kind == "verb" and clause.token not in done
        if new and may_be_aimed(lexicon, clause.predicate):
            yield from aimed(told, clause)


@lru_cache(maxsize=REMEMBERED)
def may_be_aimed(lexicon: Lexicon, verb: str) -> bool:
    """Whether a verb, or an expression with it, is of a speech act against or for somebody."""
    frames = [f for key in (verb, f"sich {verb}") for f in lexicon.verbs.get(key, ())]
    frames += [expression.frame for expression in lexicon.expressions.get(verb, ())]
    return verb in judging_verbs() or any(map(is_aimed, frames))


def is_aimed(frame: Frame) -> bool:
    """Whether a frame is of a speech act against or for somebody."""
    demand = frame.relation == grammar()["demand_relation"]
    return demand or frame.relation in grammar()["owner_relations"]


def aimed(told: Told, clause: Proposition) -> Iterator[Draft]:
    """The facts of one clause, by its first reading that finds a target."""
    for frame, words, subjects, objects in readings(told, clause):
        ends = targets(told, frame.relation, subjects, clause, objects) if subjects else []
        speaking = [s.cluster for s in subjects]
        found = [(s, t) for s in subjects for t in ends if t.cluster not in speaking]
        for subject, target in found:
            draft = framed_draft(told.reading, clause, frame, subject, target, words)
            yield replace(draft, rule=f"implied target: {clause.predicate}")
        if found:
            return


def readings(
    told: Told, clause: Proposition
) -> Iterator[tuple[Frame, list[int], list[End], list["Token"]]]:
    """Frames of a clause with their words, who speaks and the nouns at the place of the target."""
    reading, doc = told.reading, told.reading.doc
    for frame, words in frames_of(reading, clause, told.lexicon):
        if is_aimed(frame):
            demand = frame.relation == grammar()["demand_relation"]
            own = arranged(doc, clause.arguments)
            arguments = with_noun_arguments(reading, clause, words, own)
            places = ("patient",) if demand else frame.object
            subjects = frame_subjects(reading, arguments, frame)
            objects = [doc[a.token] for a in in_places(arguments, places)]
            yield frame, words, subjects, objects
    for word in judged_as(doc[clause.token], clause.predicate):
        relation = judgement(word, "predicates")
        if relation and clause.polarity is Polarity.POSITIVE:
            subjects = [
                e for a in clause.arguments if a.place == "agent" for e in ends_at(reading, a)
            ]
            judged = (a.token for a in clause.arguments if a.place == "patient")
            objects = [doc[i] for i in judged if i != word.i]
            words = [*predicate_tokens(reading, clause), word.i]
            yield Frame(relation, "verb", (), ()), words, subjects, objects


def targets(
    told: Told, relation: str, subjects: list[End], clause: Proposition, objects: list["Token"]
) -> list[End]:
    """Whom a speech act of somebody is aimed at."""
    rules = grammar()["implied_targets"]
    if relation == grammar()["demand_relation"]:
        return [e for noun in objects for e in wanted_of(told.reading, noun)]
    nouns = [n for n in objects if n.pos_ == "NOUN"]
    denies = complement_kind().get(clause.predicate) == "deny" and not nouns
    answers = relation == rules["answer"] and (denies or any(map(is_charge, nouns)))
    found = accusers(told, subjects, clause.token, objects) if answers else []
    found = found or [e for noun in objects for e in behind(told, relation, noun)]
    return found or complained_of(told, relation, clause)


def is_charge(noun: "Token") -> bool:
    """Whether a noun means a charge or demand whose author it leaves open."""
    rules, parts = grammar()["implied_targets"], tails(noun.lemma_)
    if not any(part in rules["charges"] for part in parts):
        return False
    phrases = [t for t in children(noun, "nmod", "det") if is_attributive(t)]
    return not phrases or any(part in rules["with_content"] for part in parts)


def behind(told: Told, relation: str, noun: "Token") -> list[End]:
    """Who stands behind a deed or behind what was said just before."""
    if owners(told.reading, noun) or any(map(is_attributive, noun.below["nmod"])):
        return []
    found = author(told, noun) or doer(told, noun) or owner_before(told, noun)
    found = found or place_of_conditions(told.reading, noun)
    return found or (spoken_of(told, relation, noun) if points_back(noun) else [])


def accusers(told: Told, subjects: list[End], i: int, objects: list["Token"]) -> list[End]:
    """Who charged those who answer, else whoever charged anybody just before."""
    rules = grammar()["implied_targets"]
    named = any(n.pos_ == "NOUN" for n in objects)
    charging = [*rules["charging"], *(rules["prosecuting"] if named else ())]
    answering = [s.cluster for s in subjects]
    charges = [d for d in told.before(i, len(told.starts)) if d.relation in charging]
    found = [d.subject for d in charges if d.object.cluster in answering]
    if not found:
        near = [d for d in told.before(i, FARTHEST_CHARGE) if d.relation == charging[0]]
        found = [d.subject for d in near][:1]
    return list({id(e.cluster): e for e in found}.values())


def spoken_of(told: Told, relation: str, noun: "Token") -> list[End]:
    """Who did what the sentence before tells: the one judged so in it, else who acts in it."""
    root = root_before(noun)
    if root is None:
        return []
    facts = told.before(root.sent.end - 1, 0)
    judged = [d.object for d in facts if d.relation == relation]
    return judged or actors(told.reading, root)


def doer(told: Told, noun: "Token") -> list[End]:
    """Who did what an event noun with its article takes up (*der Angriff*)."""
    if not is_taken_up(noun):
        return []
    deeds = grammar()["implied_targets"]["deeds"]
    relations = {f.relation for f in noun_frames(told.lexicon, noun.text)[1]}.intersection(deeds)
    facts = told.before(noun.i, FARTHEST_DEED)
    found = next((d for d in facts if d.relation in relations), None)
    return [found.subject] if found else []


def author(told: Told, noun: "Token") -> list[End]:
    """Whose a thing is by a participle before it (*die von der Partei eingebrachten Pläne*)."""
    agents = grammar()["agent_prepositions"]
    phrases = [t for a in noun.below["amod"] for t in children(a, "obl", "nmod")]
    named = [t for t in phrases if preposition(t) in agents]
    return [e for t in named for e in ends_at(told.reading, Argument("agent", t.i))]


def owner_before(told: Told, noun: "Token") -> list[End]:
    """Whose a definite thing is by its last mention with an owner (*Pläne der EU … die Pläne*)."""
    if not is_taken_up(noun) or noun.pos_ != "NOUN":
        return []
    same = (t for t in reversed(told.reading.doc[: noun.i]) if t.lemma_ == noun.lemma_)
    owned = (found for t in same if (found := owners(told.reading, t)))
    return [End(c, mention_text(c, w), w.i) for c, w in next(owned, [])]


def place_of_conditions(reading: Reading, noun: "Token") -> list[End]:
    """Where things are as they are (*die Zustände im Gefängnis*)."""
    rules = grammar()["implied_targets"]
    if not any(part in rules["conditions"] for part in tails(noun.lemma_)):
        return []
    words = [t for t in noun.below["nmod"] if preposition(t) in rules["scenes"]]
    return [e for t in words for e in ends_at(reading, Argument("agent", t.i))]


def wanted_of(reading: Reading, noun: "Token") -> list[End]:
    """Who must do what somebody demands (*forderte den Rücktritt des Ministers*)."""
    rules = grammar()["implied_targets"]
    phrases = children(noun, "nmod", "det")
    own = any(t in rules["own_deeds"] for t in tails(noun.lemma_))
    words = [t for t in phrases if preposition(t) in rules["doers"] or (own and is_attributive(t))]
    words = [t for t in words if not is_far(reading, t)]
    ends = [e for t in words for e in ends_at(reading, Argument("agent", t.i))]
    return [e for e in ends if e.cluster and e.cluster.type in ACTORS and is_somebody(reading, e)]


def is_far(reading: Reading, pronoun: "Token") -> bool:
    """Whether a pronoun was taken for somebody of another sentence while its own names one too."""
    sentence, i = pronoun.sent, reading.antecedents.get(pronoun.i)
    if i is None or sentence.start <= i < sentence.end:
        return False
    before = (reading.by_token.get(k) for k in range(sentence.start, pronoun.i))
    return any(c is not None and c.named and c.type == "Person" for c in before)


def points_back(noun: "Token") -> bool:
    """Whether a word means what the sentence before told (*diesen Schritt*, *dies*)."""
    words = grammar()["implied_targets"]["pointers"]
    if noun.pos_ != "NOUN":
        return noun.lower_ in words
    shown = any(c.lower_.startswith("dies") for c in noun.below["det"])
    return shown and not children(noun, "nmod", "acl")


def complained_of(told: Told, relation: str, clause: Proposition) -> list[End]:
    """Who does what somebody blames or praises in a clause (*kritisierte, dass X schweigt*)."""
    if relation not in grammar()["implied_targets"]["with_clauses"]:
        return []
    verb = told.reading.doc[clause.token]
    contents = [c for c in children(verb, "ccomp", "parataxis") if is_content(c)]
    return [e for content in contents for e in actors(told.reading, content)]


def is_content(clause: "Token") -> bool:
    """Whether a clause says what somebody is blamed or praised for (*dass …*, Konjunktiv)."""
    verb = finite_verb(clause)
    reported = verb is not None and is_subjunctive(verb)
    return reported or any(c.lower_ in grammar()["complementizers"] for c in clause.below["mark"])


def actors(reading: Reading, head: "Token") -> list[End]:
    """Who acts in a clause: its subject, or who is named as the agent of a passive."""
    if is_passive(head):
        agents = grammar()["agent_prepositions"]
        words = [t for t in children(head, "obl", "nmod") if preposition(t) in agents]
    else:
        words = children(head, *SUBJECTS)
    ends = [e for t in words for e in ends_at(reading, Argument("agent", t.i))]
    return [e for e in ends if e.cluster and e.cluster.type in ACTORS and is_somebody(reading, e)]


def is_somebody(reading: Reading, end: End) -> bool:
    """Whether an end is more than mere people."""
    return not is_generic(reading.doc[end.token])
