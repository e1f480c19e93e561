"""Tell what led to a statement, while the parse that it was read from is at hand."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.drafts import Draft, End, is_beside
from kg.lexicon import Frame, load_lexicon, noun_frames
from kg.mentions import Found
from kg.model import (
    Cue,
    Derivation,
    FrameUse,
    Modality,
    Polarity,
    Proposition,
    Reference,
    StanceWord,
    TimeWords,
)
from kg.paths import dependency_path, with_particle
from kg.reading import Cluster, Reading
from kg.sources import SOURCE_PHRASE
from kg.syntax import preposition

if TYPE_CHECKING:
    from kg.words import Token

BY_VERB = ("supporter", "receiver", "attendee")  # places beside a noun that its verb gives
COUNT = "count"
FORM = "form of "
NOMINAL = ("amod", "appos", "det", "flat", "nmod")  # relations within a noun phrase


def derive(statement: str, draft: Draft, reading: Reading) -> Derivation:
    """What led to a statement.

    Args:
        statement: Its id.
        draft: What it was made from.
        reading: The entities of its article, with the parse.
    """
    return Derivation(
        statement=statement,
        path=path(draft, reading),
        frame=frame_use(draft, reading),
        subject=reference(draft.subject, reading),
        object=reference(draft.object, reading) if draft.object.cluster else None,
        stance=(*stance_words(draft, reading), *frame_stance(draft)),
        speaker=speaker(draft, reading),
        time=time_words(draft, reading),
        place=place(draft, reading),
    )


def path(draft: Draft, reading: Reading) -> str:
    """The way from the subject through the predicate to the object, names as they stand there."""
    subject, object_ = spot(draft.subject), spot(draft.object)
    names = {}
    for end, i in ((draft.subject, subject), (draft.object, object_)):
        mention = mention_at(end.cluster, i)
        if mention and mention.kind == "name":
            names[i] = mention.text
    return dependency_path(reading.doc, (subject, draft.token, object_), names)


def spot(end: End) -> int:
    """The word of an end: the head of the name that stands for it beside a common noun."""
    here = mention_at(end.cluster, end.token)
    if end.cluster is None or here is None:
        return end.token
    for mention in end.cluster.mentions:
        if mention.text == end.text and mention is not here and is_beside(mention, here):
            return mention.head
    return end.token


def mention_at(cluster: Cluster | None, token: int) -> Found | None:
    """The mention of a cluster that a word is part of."""
    for mention in cluster.mentions if cluster else ():
        if mention.first <= token < mention.end:
            return mention
    return None


def frame_use(draft: Draft, reading: Reading) -> FrameUse | None:
    """The frame of the lexicon that gave a draft, with the places that its ends hold."""
    frame, said = draft.frame, draft.proposition
    if frame is None or said is None or not (frame.subject or frame.object):
        return None
    return FrameUse(
        word=frame_word(draft, frame, said),
        kind=frame.kind,
        relation=frame.relation,
        subject=frame.subject,
        object=frame.object,
        subject_place=held_place(said, frame.subject, reading.doc[draft.subject.token]),
        object_place=held_place(said, frame.object, reading.doc[draft.object.token]),
    )


def frame_stance(draft: Draft) -> Iterator[StanceWord]:
    """What the word itself says of polarity and modality (*verschonen*: did not attack)."""
    frame, said = draft.frame, draft.proposition
    if frame is None or said is None:
        return
    effects: list[str] = [frame.polarity] if frame.polarity is Polarity.NEGATIVE else []
    effects += [frame.modality] if frame.modality is draft.modality is not Modality.ASSERTED else []
    if effects:
        yield StanceWord(frame_word(draft, frame, said), "frame", " ".join(effects))


def frame_word(draft: Draft, frame: Frame, said: Proposition) -> str:
    """The word that the lexicon lists: a verb's infinitive, of a compound its last part."""
    if frame.kind == "expression":
        return draft.predicate
    if frame.kind == "noun":
        part, _ = noun_frames(load_lexicon(), said.predicate)
        return part.capitalize() or said.predicate
    return f"sich {said.predicate}" if said.reflexive else said.predicate


def held_place(said: Proposition, places: tuple[str, ...], token: "Token") -> str:
    """The place of a frame that a word holds, "" if it is reached through other words."""
    if COUNT in places and token.pos_ == "NUM":
        return COUNT
    held = [a.place for a in said.arguments if a.token == token.i]
    return next((p for p in (*places, *BY_VERB) if p in (*held, preposition(token))), "")


def reference(end: End, reading: Reading) -> Reference:
    """How the words at an end came to stand for its entity."""
    cluster = end.cluster
    if cluster is None:
        return Reference(end.text)
    return Reference(end.text, tuple(steps(cluster, end.token, reading)))


def steps(cluster: Cluster, token: int, reading: Reading) -> Iterator[str]:
    """The steps from a word to what its entity is called, pronouns first."""
    while token in reading.antecedents:
        before = antecedent_of(reading, token, cluster)
        mention = mention_at(cluster, before)
        words = mention.text if mention else reading.doc[before].text
        yield f"{reading.doc[token].text}: {link_name(reading, token)} {words}"
        token = before
    mention = mention_at(cluster, token)
    if mention:
        yield from reasons_for(cluster, mention)
    else:
        yield f"{reading.doc[token].text}: leads to {called(cluster)}"


def antecedent_of(reading: Reading, token: int, cluster: Cluster) -> int:
    """The word that a pronoun stands for; of several the one for the entity asked about."""
    members = reading.several.get(token, ())
    own = (i for i in members if reading.by_token.get(i) is cluster)
    return next(own, reading.antecedents[token])


def link_name(reading: Reading, token: int) -> str:
    """What a word is to the one that it stands for."""
    if token in reading.several:
        return "several together, one of them"
    tags = {"PRELAT": "relative pronoun for", "PRELS": "relative pronoun for"}
    word = reading.doc[token]
    return tags.get(word.tag_, "says again" if word.pos_ == "NOUN" else "pronoun for")


def reasons_for(cluster: Cluster, mention: Found) -> list[str]:
    """Why a mention was taken for one of the cluster, that of its basic form behind its own."""
    if not cluster.reasons:
        return []
    words = mention.text
    begin, empty = f"{words}: ", f"{words}: same noun as {words}"  # stood there before
    found = [r for r in cluster.reasons if r.startswith(begin) and r != empty]
    bases = [f"{r.partition(FORM)[2]}: " for r in found if FORM in r]
    beyond = [r for r in cluster.reasons for base in bases if r.startswith(base)] if bases else []
    return list(dict.fromkeys(found + beyond))


def called(cluster: Cluster) -> str:
    """What a cluster is called in its article."""
    return cluster.name if cluster.known or cluster.named else cluster.mentions[0].text


def stance_words(draft: Draft, reading: Reading) -> Iterator[StanceWord]:
    """The cues in the text."""
    for cue in draft.proposition.cues if draft.proposition else ():
        yield stance_word(reading.doc[cue.token], cue)


def stance_word(token: "Token", cue: Cue) -> StanceWord:
    """A cue with its words: a verb with its prefix, a source with the phrase that names it."""
    text = with_particle(token)
    if cue.kind == SOURCE_PHRASE:
        words = token.doc[top_of_phrase(token).left_edge.i : token.i + 1]
        text = words[next((i for i, t in enumerate(words) if not t.is_punct), 0) :].text or text
    return StanceWord(text, cue.kind, cue.effect)


def top_of_phrase(token: "Token") -> "Token":
    """The head of the noun phrase that a word is part of (*Angaben* in *nach Angaben von X*)."""
    while token.dep_ in NOMINAL and token.head != token:
        token = token.head
    return token


def speaker(draft: Draft, reading: Reading) -> Reference | None:
    """Who says so and by what words, with the way to the predicate."""
    token = draft.proposition.attribution if draft.proposition else None
    if draft.source is None or token is None:
        return None
    return remote(draft, draft.source, token, reading)


def place(draft: Draft, reading: Reading) -> Reference | None:
    """Where it happened, by the mention next to the predicate in its sentence, else before it."""
    cluster, sentence = draft.place, reading.doc[draft.token].sent
    if cluster is None:
        return None
    heads = [m.head for m in cluster.mentions]
    here = [i for i in heads if sentence.start <= i < sentence.end]
    near = here or [i for i in heads if i < sentence.start][-1:] or heads[:1]
    nearest = min(near, key=lambda i: abs(i - draft.token), default=draft.token)
    return remote(draft, cluster, nearest, reading)


def remote(draft: Draft, cluster: Cluster, token: int, reading: Reading) -> Reference:
    """A reference to what is no end, with the way to it from the predicate."""
    mention = mention_at(cluster, token)
    text = mention.text if mention else reading.doc[token].text
    names = {token: text} if mention and mention.kind == "name" else {}
    path = dependency_path(reading.doc, (draft.token, token), names)
    return Reference(text, tuple(steps(cluster, token, reading)), path)


def time_words(draft: Draft, reading: Reading) -> TimeWords | None:
    """The words that the date comes from."""
    if not draft.time:
        return None
    words = reading.doc[draft.time.start : draft.time.stop]
    sentence = reading.doc[draft.time.start].sent
    elsewhere = sentence.start != reading.doc[draft.token].sent.start
    return TimeWords(words.text, sentence.text.strip() if elsewhere else "")
