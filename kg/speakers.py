"""Find whose report a whole sentence belongs to when it does not say so itself.

Free indirect speech keeps the Konjunktiv I over several sentences, a quotation runs over several
sentences, and *Das meldet X* names the source of the sentence before it.
"""

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.lexicon import Lexicon, cues
from kg.sources import clause_source, speaker_of, speech_verbs
from kg.syntax import auxiliaries, children, finite_verb, infinitive, is_predicate, is_subjunctive

if TYPE_CHECKING:
    from kg.words import Doc, Span, Token

Sources = dict[int, int | None]  # start of a sentence → the speaker whose report it belongs to


@lru_cache(maxsize=2)  # asked for statements and for judgements
def running_reports(doc: "Doc", lexicon: Lexicon) -> Sources:
    """The sentences that report what somebody says without naming him.

    Args:
        doc: A parsed text.
        lexicon: Frames, for the infinitives of verbs of saying.

    Returns:
        Start of each such sentence → index of the speaker's head word, None where unknown.
    """
    named = {s.start: named_speaker(s.root, lexicon) for s in doc.sents}
    found = free_indirect_speech(doc, named)
    found |= quoted_sentences(doc, named, found)
    found |= announced_sentences(doc, named, found)
    return found | sources_named_after(doc, lexicon)


def named_speaker(root: "Token", lexicon: Lexicon) -> int | None:
    """The speaker that a sentence introduces by its verb of saying, an insert or a phrase."""
    verbs = [v for v in [root, *children(root, "parataxis", "conj")] if v.pos_ in ("VERB", "AUX")]
    opinions = cues()["attribution"]["opining_verbs"]
    said = ((v, infinitive(lexicon, v)) for v in verbs)
    saying = [v for v, word in said if word in speech_verbs() or word in opinions]
    speakers = [*(speaker_of(v) for v in saying), clause_source(root, lexicon)]
    return next((i for i in speakers if i is not None and names_somebody(root.doc[i])), None)


def names_somebody(token: "Token") -> bool:
    """Whether a token is no pronoun; who a pronoun means has spoken before."""
    return token.pos_ != "PRON" and token.tag_ != "PPOSAT"


def starts_paragraph(i: int, doc: "Doc") -> bool:
    """Whether a blank line stands before the token."""
    return i > 0 and doc[i - 1].is_space and "\n\n" in doc[i - 1].text


def free_indirect_speech(doc: "Doc", named: Sources) -> Sources:
    """Sentences in the Konjunktiv of report → who spoke last, no plain sentence in between."""
    found: Sources = {}
    speaker: int | None = None
    for sentence in doc.sents:
        own, reported = named[sentence.start], is_reported_root(sentence.root)
        if starts_paragraph(sentence.start, doc) and not reported:
            speaker = None
        reported = reported or (speaker is not None and is_substitute(sentence.root))
        if own is not None or not reported:
            speaker = own
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
    conditions = cues()["modality"]["conditional_subordinators"]
    if any(t.lower_ in conditions and t.dep_ == "mark" for t in root.subtree):
        return False
    return any(a.lower_ in cues()["modality"]["irreal_forms"] for a in auxiliaries(root))


def quoted_sentences(doc: "Doc", named: Sources, reported: Sources) -> Sources:
    """Sentences within a quotation → who is quoted: named where it begins or ends, or just before.

    Marks that do not pair are given up at the end of the paragraph.
    """
    found: Sources = {}
    sentences, before = list(doc.sents), None
    for first, last in quotations(doc):
        parts = [s for s in sentences if first < s.root.i < last and is_whole(s.root, first, last)]
        touched = [s for s in sentences if s.start <= last and s.end > first]
        speaker = quoted_speaker(touched, sentences, named, reported)
        if parts and speaker is None:  # nobody else is named: he who was quoted last goes on
            speaker = before
        if speaker is not None:
            before = speaker
            found |= {s.start: speaker for s in parts if named[s.start] is None}
    return found


def quotations(doc: "Doc") -> list[tuple[int, int]]:
    """First and last token of each quotation, its marks."""
    marks, found, opened = cues()["quotation"], [], None
    for token in doc:
        if token.is_space and "\n\n" in token.text:
            opened = None
        elif opened is None and token.text in (*marks["opening"], *marks["straight"]):
            opened = token.i
        elif opened is not None and token.text in (*marks["closing"], *marks["straight"]):
            found.append((opened, token.i))
            opened = None
    return found


def is_whole(root: "Token", first: int, last: int) -> bool:
    """Whether a quotation holds a clause with its finite verb, not some words of it."""
    verb = finite_verb(root)
    return is_predicate(root) and verb is not None and first < verb.i < last


def quoted_speaker(
    touched: list["Span"], sentences: list["Span"], named: Sources, reported: Sources
) -> int | None:
    """The speaker that the sentences of a quotation name, else the sentence before them."""
    own = next((named[s.start] for s in touched if named[s.start] is not None), None)
    before = sentences.index(touched[0]) - 1
    if own is not None or before < 0 or starts_paragraph(touched[0].start, touched[0].doc):
        return own
    previous = sentences[before]
    return named[previous.start] or reported.get(previous.start)


def announced_sentences(doc: "Doc", named: Sources, reported: Sources) -> Sources:
    """Sentences whose source the one before names, by a colon behind it or their own *demnach*."""
    found: Sources = {}
    for before, sentence in pairwise(doc.sents):
        if starts_paragraph(sentence.start, doc) or named[sentence.start] is not None:
            continue
        speaker = named[before.start]
        if speaker is not None and ends_in_colon(before):
            found[sentence.start] = speaker
        elif refers_back(sentence.root):
            found[sentence.start] = reported.get(before.start) if speaker is None else speaker
    return found


def ends_in_colon(sentence: "Span") -> bool:
    """Whether the last word of a sentence is a colon."""
    last = sentence.end - 1
    while last > sentence.start and sentence.doc[last].is_space:
        last -= 1
    return sentence.doc[last].text == ":"


def refers_back(root: "Token") -> bool:
    """Whether a sentence tells what somebody said who was named before it (*demnach*)."""
    words = cues()["attribution"]["referring_adverbs"]
    return any(c.lower_ in words for c in root.below["advmod"])


def sources_named_after(doc: "Doc", lexicon: Lexicon) -> Sources:
    """Sentences whose source the next one names (*Das meldet die Zeitung*)."""
    found: Sources = {}
    sentences = list(doc.sents)
    for before, sentence in pairwise(sentences):
        verb = sentence.root
        if not starts_paragraph(sentence.start, doc) and points_back(verb, lexicon):
            found[before.start] = speaker_of(verb)
    return found


def points_back(verb: "Token", lexicon: Lexicon) -> bool:
    """Whether a verb of saying has for its content only the sentence before (*das*, *dies*)."""
    attribution = cues()["attribution"]
    if infinitive(lexicon, verb) not in attribution["confirming_verbs"]:
        return False
    if children(verb, "ccomp", "xcomp", "parataxis", "csubj") or finite_verb(verb) is None:
        return False
    pointers = [c for c in verb.children if c.lower_ in attribution["pointers"] and c.i < verb.i]
    others = [c for c in children(verb, "obj", "nsubj:pass") if c not in pointers]
    return bool(pointers) and not others and speaker_of(verb) != pointers[0].i
