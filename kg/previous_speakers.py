"""Find who goes on speaking where a passive leaves the speaker out.

*Beobachter lobten die Wahl. Kritisiert wurde die Berichterstattung der Medien*: whoever judged,
demanded or said something in the sentence before does so here too.
"""

from typing import TYPE_CHECKING

from kg.drafts import End, ends_at
from kg.lexicon import Frame, grammar, load_lexicon
from kg.model import Argument, Modality, Proposition
from kg.reading import Reading
from kg.sources import speech_verbs
from kg.syntax import infinitive, is_passive

if TYPE_CHECKING:
    from kg.words import Token


def previous_speakers(reading: Reading, said: Proposition, frame: Frame) -> list[End]:
    """Who spoke in the sentence before, for a speech act in a main clause that names nobody."""
    if said.kind != "verb" or not is_judging(frame):
        return []
    verb = reading.doc[said.token]
    told = said.modality is not Modality.ASSERTED  # somebody else tells of it
    if told or not is_passive(verb):
        return []
    if verb != verb.sent.root or any(a.place == "agent" for a in said.arguments):
        return []
    before = root_before(verb)
    if before is None or is_passive(before) or not speaks(before):
        return []
    return [e for t in before.below["nsubj"] for e in ends_at(reading, Argument("agent", t.i))]


def root_before(verb: "Token") -> "Token | None":
    """The head of the sentence before, in the same paragraph."""
    start = verb.sent.start
    if start == 0 or "\n\n" in verb.doc[start - 1].text:
        return None
    return verb.doc[start - 1].sent.root


def speaks(verb: "Token") -> bool:
    """Whether a verb says, judges or demands something."""
    lexicon = load_lexicon()
    word = infinitive(lexicon, verb)
    return word in speech_verbs() or any(is_judging(f) for f in lexicon.verbs.get(word, ()))


def is_judging(frame: Frame) -> bool:
    """Whether a frame is one of a judgement or demand."""
    demand = frame.relation == grammar()["demand_relation"]
    return demand or frame.relation in grammar()["owner_relations"]
