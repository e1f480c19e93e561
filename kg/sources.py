"""Find who says so: verbs of saying, inserted clauses, phrases such as *nach Angaben von X*."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.gazetteer import by_tail
from kg.inflection import noun_forms
from kg.lexicon import Lexicon, cues
from kg.model import Modality
from kg.stances import PLAIN, Stance, applied, first_source, marked, strengthened
from kg.syntax import SUBJECTS, children, clause_verb, infinitive, preposition

if TYPE_CHECKING:
    from kg.words import Doc, Token

REPORTING = ("say", "claim", "think")
SOURCE_PHRASE = "source phrase"


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
    order = (
        "say",
        "claim",
        "think",
        "possible",
        "attempt",
        "aim",
        "plan",
        "demand",
        "deny",
        "prevent",
    )
    return {v: name for name in order for v in cues()["speech"].get(name, ())}


@cache
def saying_nouns() -> dict[str, str]:
    """Every form of the nouns for what somebody says, in lower case."""
    return {form.lower(): n for n in cues()["attribution"]["nouns"] for form in noun_forms(n)}


@cache
def document_nouns() -> dict[str, str]:
    """Every form of the nouns for texts in which something is said, in lower case."""
    return {form.lower(): n for n in cues()["attribution"]["documents"] for form in noun_forms(n)}


def speaker_of(verb: "Token") -> int | None:
    """Head word of who says something: the subject, or the phrase that stands in for it."""
    nobody = cues()["attribution"]["no_speakers"]
    subjects = tuple(t for t in verb.below["nsubj"] if t.lower_ not in nobody)
    if verb.lemma_ in cues()["attribution"]["quoting"]:
        subjects = verb.below["nsubj:pass"] or subjects  # *X wird mit den Worten zitiert*
    if subjects:
        return int(subjects[0].i)
    named = impersonal_speaker(verb)
    if named is not None:
        return int(named.i)
    return speaker_of(verb.head) if verb.dep_ == "conj" else None


def impersonal_speaker(verb: "Token") -> "Token | None":
    """Who says something where nobody is the subject.

    *von X wurde mitgeteilt*, *hieß es aus dem Ministerium*, *heißt es in einer Mitteilung von X*.
    """
    words = cues()["attribution"]
    for phrase in children(verb, "obl", "nmod"):
        if preposition(phrase) not in words["impersonal"]:
            continue
        if is_saying(phrase) or is_document(phrase):
            return named_by(phrase)
        if preposition(phrase) != "in":
            return phrase
    return None


def spoken_by_insert(clause: "Token", lexicon: Lexicon, view: Stance) -> Stance:
    """An inserted or trailing clause of saying (*…, sagte Baerbock*)."""
    holds = clause.below["parataxis"] or clause.below["ccomp"]
    for insert in children(clause, "parataxis", "ccomp") if holds else ():
        if children(insert, "ccomp", "obj", "xcomp") or not children(insert, *SUBJECTS, "expl"):
            continue
        kind = complement_kind().get(infinitive(lexicon, insert), "")
        if kind in REPORTING:
            said = applied(cues()["effects"][kind], view, speaker_of(insert))
            return marked(view, said, insert.i, "inserted clause")
    if clause.i not in near_source(clause.doc):
        return view
    return with_source_phrase(clause, said_by(clause, lexicon, view))


@lru_cache(maxsize=2)  # one text is read after the other
def near_source(doc: "Doc") -> frozenset[int]:
    """The clauses that a phrase or clause which may name a source hangs on, and those above."""
    phrases = [t.head for t in source_words(doc)]
    clauses = {i for t in phrases for i in (t.head.i, t.head.head.i)}
    return frozenset(clauses.union(named_behind_so(doc)))


def clause_source(clause: "Token", lexicon: Lexicon) -> int | None:
    """Head word of the source that a clause names in an insert or a phrase."""
    return spoken_by_insert(clause, lexicon, PLAIN).source


def said_by(clause: "Token", lexicon: Lexicon, view: Stance) -> Stance:
    """A source in a clause or phrase of its own (*wie X berichtet, …*; *„…“, so X*)."""
    for insert in inserted_reports(clause):
        kind = complement_kind().get(infinitive(lexicon, insert), "")
        if kind in REPORTING and children(insert, *SUBJECTS):
            said = applied(cues()["effects"][kind], view, speaker_of(insert))
            return marked(view, said, insert.i, "inserted clause")
    named = named_behind_so(clause.doc).get(clause.i)
    if named is None:
        return view
    return marked(view, applied(cues()["effects"]["say"], view, named), named, SOURCE_PHRASE)


def inserted_reports(clause: "Token") -> list["Token"]:
    """The clauses below a clause, or below one that shares its subject, which open with *wie*."""
    words = cues()["attribution"]["reporting_subordinators"]
    last = [c for c in clause.below["conj"] if not children(c, *SUBJECTS)]
    below = [i for c in (clause, *last) for i in children(c, "advcl", "parataxis")]
    return [i for i in below if any(c.lower_ in words for c in i.children)]


@lru_cache(maxsize=2)  # one text is read after the other
def named_behind_so(doc: "Doc") -> dict[int, int]:
    """Head of a clause → the first noun in it whose phrase follows *so*."""
    found: dict[int, int] = {}
    words = cues()["attribution"]["naming_adverbs"]
    heads = {t.i for so in source_words(doc) if so.lower_ in words for t in around(so)}
    for token in filter(follows_so, (doc.tokens[i] for i in sorted(heads))):
        found.setdefault(clause_verb(token).i, token.i)
    return found


@lru_cache(maxsize=2)
def source_words(doc: "Doc") -> list["Token"]:
    """The words of a text with which a phrase or clause that names a source begins."""
    words = naming_words()
    return [token for token in doc.tokens if token.lower_ in words]


@cache
def naming_words() -> frozenset[str]:
    """All such words, in lower case."""
    words, lists = cues()["attribution"], ("strong", "with_noun", "reporting_subordinators")
    return frozenset(word for name in (*lists, "naming_adverbs") for word in words[name])


def around(adverb: "Token") -> Iterator["Token"]:
    """The words above an adverb and above the word behind it, and these two."""
    for token in adverb.doc.tokens[adverb.i : adverb.i + 2]:
        yield token
        yield from token.ancestors


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
    if clause.i not in near_source(clause.doc):
        return view
    phrases = children(clause, "obl", "nmod", "advmod", *SUBJECTS)
    sources = [s for s in map(phrase_source, phrases) if s is not None]
    if not sources:
        return view
    source = next((s for s in sources if not is_saying(s)), sources[0])
    said = strengthened(view, Modality.REPORTED)
    said = said._replace(source=first_source(view.source, source.i))
    return marked(view, said, source.i, SOURCE_PHRASE)


def phrase_source(phrase: "Token") -> "Token | None":
    """Head word of the source that a prepositional phrase names, the phrase itself if unnamed."""
    words, word = cues()["attribution"], preposition(phrase)
    if word in words["strong"]:
        return named_by(phrase) if is_saying(phrase) or is_document(phrase) else phrase
    return named_by(phrase) if word in words["with_noun"] and is_saying(phrase) else None


def is_saying(noun: "Token") -> bool:
    """Whether a noun is one for what somebody says (*Angaben*)."""
    return by_tail(saying_nouns(), noun.text) is not None


def is_document(noun: "Token") -> bool:
    """Whether a noun is one for where somebody says it (*Artikel*); *nach* it only means later."""
    return by_tail(document_nouns(), noun.text) is not None


def named_by(saying: "Token") -> "Token":
    """Whose word a noun of saying is (*Angaben von X*, *eigene Angaben*), itself if nobody's."""
    described = children(saying, "amod", "appos", "det")
    own = any(c.lower_.startswith("eigen") for c in described)
    owners = list(children(clause_verb(saying), *SUBJECTS)) if own else []
    owners += [c for c in saying.below["nmod"] if preposition(c) in ("", "von", "aus", "in")]
    owners += [c for c in described if c.dep_ != "det" or c.tag_ == "PPOSAT"]
    return owners[0] if owners else saying
