"""Find whose report a whole sentence belongs to when it does not say so itself.

Free indirect speech keeps the Konjunktiv I over several sentences, a quotation runs over several
sentences, and *Das meldet X* names the source of the sentence before it.
"""

from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kg.lexicon import Lexicon, cues
from kg.sources import clause_source, speaker_of, speech_verbs
from kg.syntax import auxiliaries, children, finite_verb, infinitive, is_predicate, is_subjunctive

if TYPE_CHECKING:
    from kg.words import Doc, Span, Token

Sources = dict[int, int | None]  # start of a sentence → the speaker whose report it belongs to


class Told(NamedTuple):
    """A sentence with its root and the head word of the speaker that it names, None if nobody."""

    start: int
    end: int
    root: "Token"
    speaker: int | None


@lru_cache(maxsize=2)  # asked for statements and for judgements
def running_reports(doc: "Doc", lexicon: Lexicon) -> Sources:
    """The sentences that report what somebody says without naming him.

    Args:
        doc: A parsed text.
        lexicon: Frames, for the infinitives of verbs of saying.

    Returns:
        Start of each such sentence → index of the speaker's head word, None where unknown.
    """
    sentences = [told(sentence, lexicon) for sentence in doc.sents]
    found = free_indirect_speech(doc, sentences)
    found |= quoted_sentences(doc, sentences, found)
    found |= announced_sentences(doc, sentences, found)
    return found | sources_named_after(doc, sentences, lexicon)


def told(sentence: "Span", lexicon: Lexicon) -> Told:
    """A sentence with what is asked of it more than once."""
    root = sentence.root
    return Told(sentence.start, sentence.end, root, named_speaker(root, lexicon))


def named_speaker(root: "Token", lexicon: Lexicon) -> int | None:
    """The speaker that a sentence introduces by its verb of saying, an insert or a phrase."""
    for verb in (root, *children(root, "parataxis", "conj")):
        if verb.pos_ not in ("VERB", "AUX") or infinitive(lexicon, verb) not in naming_verbs():
            continue
        speaker = speaker_of(verb)
        if speaker is not None and names_somebody(root.doc[speaker]):
            return speaker
    speaker = clause_source(root, lexicon)
    return speaker if speaker is not None and names_somebody(root.doc[speaker]) else None


@cache
def naming_verbs() -> frozenset[str]:
    """Verbs whose subject says something or is said to think it."""
    return speech_verbs().union(cues()["attribution"]["opining_verbs"])


def names_somebody(token: "Token") -> bool:
    """Whether a token is no pronoun; who a pronoun means has spoken before."""
    return token.pos_ != "PRON" and token.tag_ != "PPOSAT"


def starts_paragraph(i: int, doc: "Doc") -> bool:
    """Whether a blank line stands before the token."""
    before = doc.tokens[i - 1] if i > 0 else None
    return before is not None and before.is_space and "\n\n" in before.text


def free_indirect_speech(doc: "Doc", sentences: list[Told]) -> Sources:
    """Sentences in the Konjunktiv of report → who spoke last, no plain sentence in between."""
    found: Sources = {}
    speaker: int | None = None
    for sentence in sentences:
        reported = is_reported_root(sentence.root)
        if starts_paragraph(sentence.start, doc) and not reported:
            speaker = None
        reported = reported or (speaker is not None and is_substitute(sentence.root))
        if sentence.speaker is not None or not reported:
            speaker = sentence.speaker
        if reported:
            found[sentence.start] = speaker
    return found


def is_reported_root(root: "Token") -> bool:
    """Whether the main clause is in Konjunktiv I and not itself governed by a verb of saying."""
    verb = finite_verb(root)
    return verb is not None and is_subjunctive(verb) and not is_hypothetical(verb)


def is_hypothetical(verb: "Token") -> bool:
    """Whether a form is Konjunktiv II, which more often means a hypothesis than a report."""
    return verb.lower_ in cues()["modality"]["hypothetical_forms"]


def is_substitute(root: "Token") -> bool:
    """Whether a Konjunktiv II only stands for a Konjunktiv I that looks like the indicative.

    *Die Soldaten hätten geschossen* after a sentence of report; a hypothesis has its condition.
    """
    words = cues()["modality"]
    if all(a.lower_ not in words["irreal_forms"] for a in auxiliaries(root)):
        return False
    conditions = words["conditional_subordinators"]
    return not any(t.lower_ in conditions and t.dep_ == "mark" for t in root.subtree)


def quoted_sentences(doc: "Doc", sentences: list[Told], reported: Sources) -> Sources:
    """Sentences within a quotation → who is quoted: named where it begins or ends, or just before.

    Marks that do not pair are given up at the end of the paragraph.
    """
    found: Sources = {}
    before: int | None = None
    for first, last in quotations(doc):
        touched = [i for i, s in enumerate(sentences) if s.start <= last and s.end > first]
        parts = [sentences[i] for i in touched if is_whole(sentences[i].root, first, last)]
        speaker = quoted_speaker(doc, touched, sentences, reported)
        if parts and speaker is None:  # nobody else is named: he who was quoted last goes on
            speaker = before
        if speaker is not None:
            before = speaker
            found |= {s.start: speaker for s in parts if s.speaker is None}
    return found


def quotations(doc: "Doc") -> list[tuple[int, int]]:
    """First and last token of each quotation, its marks."""
    marks = cues()["quotation"]
    opening, closing = ({*marks[side], *marks["straight"]} for side in ("opening", "closing"))
    signs = opening | closing
    found, opened = [], None
    for token in [t for t in doc.tokens if t.is_space or t.text in signs]:
        if token.is_space and "\n\n" in token.text:
            opened = None
        elif opened is None and token.text in opening:
            opened = token.i
        elif opened is not None and token.text in closing:
            found.append((opened, token.i))
            opened = None
    return found


def is_whole(root: "Token", first: int, last: int) -> bool:
    """Whether a quotation holds a clause with its finite verb, not some words of it."""
    if not (first < root.i < last and is_predicate(root)):
        return False
    verb = finite_verb(root)
    return verb is not None and first < verb.i < last


def quoted_speaker(
    doc: "Doc", touched: list[int], sentences: list[Told], reported: Sources
) -> int | None:
    """The speaker that the sentences of a quotation name, else the sentence before them."""
    speakers = (sentences[i].speaker for i in touched)
    own = next((speaker for speaker in speakers if speaker is not None), None)
    before = touched[0] - 1
    if own is not None or before < 0 or starts_paragraph(sentences[touched[0]].start, doc):
        return own
    previous = sentences[before]
    return reported.get(previous.start) if previous.speaker is None else previous.speaker


def announced_sentences(doc: "Doc", sentences: list[Told], reported: Sources) -> Sources:
    """Sentences whose source the one before names, by a colon behind it or their own *demnach*."""
    found: Sources = {}
    for before, sentence in pairwise(sentences):
        if sentence.speaker is not None or starts_paragraph(sentence.start, doc):
            continue
        speaker = before.speaker
        if speaker is not None and ends_in_colon(doc, before):
            found[sentence.start] = speaker
        elif refers_back(sentence.root):
            found[sentence.start] = reported.get(before.start) if speaker is None else speaker
    return found


def ends_in_colon(doc: "Doc", sentence: Told) -> bool:
    """Whether the last word of a sentence is a colon."""
    last = sentence.end - 1
    while last > sentence.start and doc.tokens[last].is_space:
        last -= 1
    return doc.tokens[last].text == ":"


def refers_back(root: "Token") -> bool:
    """Whether a sentence tells what somebody said who was named before it (*demnach*)."""
    words = cues()["attribution"]["referring_adverbs"]
    return any(c.lower_ in words for c in root.below["advmod"])


def sources_named_after(doc: "Doc", sentences: list[Told], lexicon: Lexicon) -> Sources:
    """Sentences whose source the next one names (*Das meldet die Zeitung*)."""
    return {
        before.start: speaker_of(sentence.root)
        for before, sentence in pairwise(sentences)
        if points_back(sentence.root, lexicon) and not starts_paragraph(sentence.start, doc)
    }


def points_back(verb: "Token", lexicon: Lexicon) -> bool:
    """Whether a verb of saying has for its content only the sentence before (*das*, *dies*)."""
    attribution = cues()["attribution"]
    pointers = [c for c in verb.children if c.lower_ in attribution["pointers"] and c.i < verb.i]
    if not pointers or infinitive(lexicon, verb) not in attribution["confirming_verbs"]:
        return False
    if children(verb, "ccomp", "xcomp", "parataxis", "csubj") or finite_verb(verb) is None:
        return False
    others = [c for c in children(verb, "obj", "nsubj:pass") if c not in pointers]
    return not others and speaker_of(verb) != pointers[0].i
