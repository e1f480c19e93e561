"""Load the vocabulary under `ontology/lexicon/`: frames, cue words, grammar words.

A frame says which relation a word expresses and which syntactic place holds which end; see the
comment at the head of `ontology/lexicon/de.toml` for the format.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from kg.inflection import (
    load_strong_verbs,
    noun_forms,
    participle_forms,
    separable_prefix,
    verb_forms,
)
from kg.model import LexiconError, Modality, Polarity
from kg.ontology import data_path

KINDS = ("verb", "noun", "adjective", "expression")
REMEMBERED = 20_000  # words of the texts whose entries are kept at hand
SHORTEST_TAIL = 4  # letters of a compound's last part; shorter ones match by chance


@dataclass(frozen=True, slots=True)
class Frame:
    """One reading of a word: its relation and the places of both ends."""

    relation: str
    kind: str
    subject: tuple[str, ...]
    object: tuple[str, ...]
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    subject_types: frozenset[str] = frozenset()
    object_types: frozenset[str] = frozenset()
    troops_only: bool = False
    named_only: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """A support-verb construction: `preposition` may be empty; `noun` is in lower case."""

    preposition: str
    noun: str
    verb: str
    frame: Frame


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All frames, found by the words that express them.

    Attributes:
        verbs: Infinitive → frames; reflexive verbs with leading `sich `.
        nouns: Any inflected form, in lower case → frames.
        adjectives: Uninflected form, in lower case → frames.
        expressions: Infinitive of the support verb → expressions.
        infinitives: Any inflected form, in lower case → infinitives, prefix joined.
        participles: Uninflected participle → (infinitive, "active" or "passive").
    """

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    adjectives: Mapping[str, tuple[Frame, ...]]
    expressions: Mapping[str, tuple[Expression, ...]]
    infinitives: Mapping[str, frozenset[str]]
    participles: Mapping[str, tuple[str, str]]


@cache
def read_toml(*parts: str) -> dict[str, Any]:
    """Read a TOML file under `ontology/`.

    Raises:
        LexiconError: If it is missing or malformed.
    """
    path = data_path(*parts)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path}: {error}") from error


def as_frame(table: Mapping[str, Any]) -> Frame:
    """A frame from its TOML table.

    Raises:
        LexiconError: If a key is missing or a value is not one of those allowed.
    """
    try:
        frame = Frame(
            relation=table["relation"],
            kind=table["kind"],
            subject=tuple(table["subject"]),
            object=tuple(table["object"]),
            polarity=Polarity(table.get("polarity", "positive")),
            modality=Modality(table.get("modality", "asserted")),
            subject_types=frozenset(table.get("subject_types", ())),
            object_types=frozenset(table.get("object_types", ())),
            troops_only=table.get("troops_only", False),
            named_only=table.get("named_only", False),
        )
    except (KeyError, ValueError) as error:
        raise LexiconError(f"frame {dict(table)}: {error}") from error
    if frame.kind not in KINDS:
        raise LexiconError(f"frame of unknown kind {frame.kind!r}")
    return frame


def by_word(pairs: Iterable[tuple[str, Frame]]) -> dict[str, tuple[Frame, ...]]:
    """Collect the frames of each word in the order of the file, those of troops or names first."""
    found: dict[str, list[Frame]] = defaultdict(list)
    for word, frame in pairs:
        if frame not in found[word]:
            found[word].append(frame)
    narrow = {w: [f for f in fs if f.troops_only or f.named_only] for w, fs in found.items()}
    return {w: (*narrow[w], *(f for f in fs if f not in narrow[w])) for w, fs in found.items()}


def as_expression(words: str, frame: Frame) -> Expression:
    """An expression from `[PREPOSITION] NOUN VERB` or `ADJECTIVE VERB`; articles are left out.

    Raises:
        LexiconError: If there is nothing before the verb.
    """
    *before, verb = words.split()
    if not before:
        raise LexiconError(f"expression {words!r} is not [PREPOSITION] NOUN VERB")
    noun = next((word for word in reversed(before) if word[0].isupper()), before[-1])
    first = before[0]
    plain = first == noun or first[0].isupper() or first in grammar()["articles"]
    return Expression("" if plain else contraction(first), noun.lower(), verb, frame)


@cache
def load_lexicon() -> Lexicon:
    """Load all German frames with the inflected forms of their words."""
    entries = [(as_frame(t), t["words"]) for t in read_toml("lexicon", "de.toml")["frame"]]
    words = [(w, frame) for frame, listed in entries for w in listed]
    kind = {k: [(w, f) for w, f in words if f.kind == k] for k in KINDS}
    expressions = [as_expression(w, f) for w, f in kind["expression"]]
    known = {w.removeprefix("sich ") for w, _ in kind["verb"]} | {e.verb for e in expressions}
    known |= cue_verbs()
    return Lexicon(
        verbs=by_word(kind["verb"]),
        nouns=by_word((form.lower(), f) for w, f in kind["noun"] for form in noun_forms(w)),
        adjectives=by_word((w.lower(), f) for w, f in kind["adjective"]),
        expressions={
            verb: tuple(e for e in expressions if e.verb == verb)
            for verb in sorted({e.verb for e in expressions})
        },
        infinitives=infinitive_index(known),
        participles=participle_index(known),
    )


def infinitive_index(verbs: Iterable[str]) -> dict[str, frozenset[str]]:
    """Every inflected form, in lower case → the infinitives it may belong to."""
    strong = load_strong_verbs()
    found: dict[str, set[str]] = defaultdict(set)
    for verb in verbs:
        for form in verb_forms(verb, strong):
            found[form.lower()].add(verb)
    return {form: frozenset(infinitives) for form, infinitives in found.items()}


def participle_index(verbs: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Uninflected participles → (infinitive, voice that an attributive use has)."""
    strong = load_strong_verbs()
    found: dict[str, tuple[str, str]] = {}
    for verb in sorted(verbs):
        present, past = participle_forms(verb, strong)
        found.setdefault(present, (verb, "active"))
        found.setdefault(past, (verb, "passive"))
    return found


@lru_cache(maxsize=REMEMBERED)
def infinitive_of(lexicon: Lexicon, form: str, particle: str, lemma: str) -> str:
    """The joined infinitive of a verb form.

    Args:
        lexicon: The loaded frames.
        form: The word in the text.
        particle: A separated prefix elsewhere in the clause (*auf* in *rief … auf*), or "".
        lemma: What the pipeline takes for the lemma; used where the form is unknown.
    """
    candidates = lexicon.infinitives.get(form.lower(), frozenset())
    fitting = sorted(v for v in candidates if fits_particle(v, form.lower(), particle))
    if fitting:
        return (
            lemma
            if lemma in fitting
            else particle + lemma
            if particle + lemma in fitting
            else fitting[0]
        )
    if particle and not separable_prefix(particle + lemma):  # a slip: *erklärte in, er habe …*
        return infinitive_of(lexicon, form, "", lemma)
    joined = bool(particle) and not lemma.startswith(particle)
    return particle + lemma if joined else lemma


def fits_particle(infinitive: str, form: str, particle: str) -> bool:
    """Whether form and separated prefix together can be the verb."""
    prefix = separable_prefix(infinitive)
    if particle:
        return prefix == particle
    return not prefix or form.startswith(prefix)


@lru_cache(maxsize=REMEMBERED)
def noun_frames(lexicon: Lexicon, noun: str) -> tuple[str, tuple[Frame, ...]]:
    """The frames of a noun or of the longest last part of a compound that has any.

    Returns:
        The part that matched, in lower case ("" if none), and its frames.
    """
    part = next((tail for tail in tails(noun) if tail in lexicon.nouns), "")
    return part, lexicon.nouns.get(part, ())


@lru_cache(maxsize=REMEMBERED)
def tails(noun: str) -> tuple[str, ...]:
    """A noun in lower case, then the last parts that it may have as a compound, longest first.

    A prefix is no first part: *Entführung* is no *Führung*.
    """
    word, prefixes = noun.lower(), grammar()["noun_prefixes"]
    starts = range(2, len(word) - SHORTEST_TAIL + 1)
    return (word, *(word[start:] for start in starts if word[:start] not in prefixes))


@cache
def cues() -> dict[str, Any]:
    """Cue words of attribution, negation and modality (`cues.toml`)."""
    return read_toml("lexicon", "cues.toml")


@cache
def cue_verbs() -> frozenset[str]:
    """All verbs that introduce what somebody says, wants or denies."""
    return frozenset(v.removeprefix("sich ") for verbs in cues()["speech"].values() for v in verbs)


@cache
def grammar() -> dict[str, Any]:
    """Closed-class words (`grammar.toml`)."""
    return read_toml("lexicon", "grammar.toml")


@lru_cache(maxsize=REMEMBERED)
def contraction(word: str) -> str:
    """The preposition in a contraction (*zum* → *zu*); other words as they are."""
    return str(grammar()["contractions"].get(word, word))
