"""Give drafts the date of what they state, from the time expressions of their sentence."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from kg.dates import find_dates
from kg.drafts import Draft
from kg.gazetteer import by_tail, load_gazetteer
from kg.lexicon import load_lexicon, noun_frames, read_toml, tails
from kg.model import Modality
from kg.narration import DAY, days_told, is_aside, next_day
from kg.predication import linked_ends
from kg.sources import speech_verbs
from kg.syntax import (
    auxiliaries,
    children,
    clause_verb,
    finite_verb,
    infinitive,
    is_participle,
    preposition,
)

if TYPE_CHECKING:
    from kg.words import Doc, Span, Token

# Structure holds at the time of the article; only what happens is dated.
UNDATED_RULES = frozenset(
    (
        "role",
        "attribute",
        "national",
        "adjective of origin",
        "place of a noun",
        "brackets",
        "compound",
        "place in a name",
        "affiliation",
    )
)


TIMELESS_RULES = ("possession",)  # a time beside it may date it, the day that is told does not
CERTAIN = (Modality.ASSERTED, Modality.REPORTED)
PREDICATED_RULES = ("role", "attribute")  # of a noun that a clause may say of somebody


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression: its head, its ISO date and the indices of its tokens."""

    token: "Token"
    value: str
    inside: range


def dated(drafts: Iterable[Draft], doc: "Doc", published: str) -> Iterator[Draft]:
    """The drafts with dates where the text gives one."""
    past = {s.start: by_tense(s, published, ahead=False) for s in doc.sents}
    past |= days_after(doc, past)
    told = days_told(doc, {s.start: main_date(s, past[s.start]) for s in doc.sents}, published)
    past |= {
        s.start: hours(s, told.get(s.start, published)) for s in doc.sents if not past[s.start]
    }
    coming: dict[int, list[Dated]] = {}
    for draft in drafts:
        token = doc.tokens[draft.token]
        if draft.rule in UNDATED_RULES and not happens(draft, token):
            yield draft
            continue
        sentence, found = token.sent, past[token.sent.start]
        if draft.modality in (Modality.PLANNED, Modality.DEMANDED):
            if sentence.start not in coming:
                coming[sentence.start] = by_tense(sentence, published, ahead=True)
            found = coming[sentence.start]
        value = date_after(token, published) or nearest(token, found, draft.modality)
        value = value or time_of_event(draft, doc, found) or carried(draft, token, told)
        words = time_words(token, value, found, past)
        same = (value, words) == (draft.date, draft.time)
        yield draft if same else replace(draft, date=value, time=words)


def time_words(
    token: "Token", value: str | None, here: list[Dated], past: Mapping[int, list[Dated]]
) -> range | None:
    """The words that a date comes from: those of its sentence, else the last ones before it."""
    if value is None:
        return None
    near = [e.inside for e in here if e.value == value]
    if near:
        return min(near, key=lambda words: abs(words.start - token.i))
    if preposition(token) == "nach":  # *einen Tag nach dem Angriff*
        return range(token.head.left_edge.i, token.i + 1)
    earlier = [found for start, found in past.items() if start < token.sent.start]
    return next((e.inside for found in reversed(earlier) for e in found if e.value == value), None)


def main_date(sentence: "Span", expressions: list[Dated]) -> str | None:
    """The date of a main clause, None where its sentence has no time, "" where it is unclear.

    The day on which somebody says something is not the day that he tells of.
    """
    if not expressions:
        return None
    root = sentence.root
    if infinitive(load_lexicon(), root) in speech_verbs():
        return ""
    own = [e for e in expressions if not is_aside(e.token, root)]
    value = nearest(root, own, Modality.ASSERTED)
    return value or ("" if own else None)


def carried(draft: Draft, token: "Token", told: Mapping[int, str]) -> str | None:
    """The day that the sentence goes on telling of, for what its main clauses say happened."""
    day = told.get(token.sent.start)
    if not day or draft.modality not in CERTAIN or draft.rule in TIMELESS_RULES:
        return None
    clause = clause_verb(token)
    main = clause if clause.dep_ != "conj" else clause.head
    if main.below["cop"]:  # what somebody was is not of the day
        return None
    of_day = main is token.sent.root and infinitive(load_lexicon(), token) not in speech_verbs()
    return day if of_day else None


def time_of_event(draft: Draft, doc: "Doc", here: list[Dated]) -> str | None:
    """The time by the noun of an event that somebody took part in (*Proteste im Sommer 2009*)."""
    event = draft.object.cluster
    if not here or event is None or event.type != "Event":
        return None
    if draft.relation not in read_toml("lexicon", "dates.toml")["scope"]["dated_by_event"]:
        return None
    noun = doc[draft.object.token]
    return next((e.value for e in here if noun.is_ancestor(e.token)), None)


def happens(draft: Draft, token: "Token") -> bool:
    """Whether a fact of a noun phrase has a time: an event's, or a predicated role's."""
    event = draft.subject.cluster is not None and draft.subject.cluster.type == "Event"
    if event or draft.rule not in PREDICATED_RULES:
        return event
    return bool(token.below["cop"]) or any(t.pos_ != "ADJ" for t in linked_ends(token))


def by_tense(sentence: "Span", published: str, *, ahead: bool) -> list[Dated]:
    """The time expressions of a sentence, each read by the tense of its clause.

    Args:
        sentence: A sentence.
        published: ISO date of publication.
        ahead: Whether what is to be dated is only to come; it may have been told of in the past
            (*kündigte im Januar den Bau an*), as a weekday in the present is the next one.
    """
    found = expressions_in(sentence, published, future=ahead)
    turned = [e.inside for e in found if (has_happened(e) if ahead else is_due(e))]
    if not turned:
        return found
    other = {e.inside: e for e in expressions_in(sentence, published, future=not ahead)}
    return [other.get(e.inside, e) if e.inside in turned else e for e in found]


def has_happened(time: Dated) -> bool:
    """Whether the clause of a time expression tells of what has been."""
    verb = finite_verb(clause_verb(time.token))
    if verb is None or "Mood=Sub" in verb.morph or verb.tag_.startswith("VM"):
        return False
    perfect = verb.dep_ == "aux" and verb.lemma_ in ("haben", "sein")
    return perfect or "Tense=Past" in verb.morph


def is_due(time: Dated) -> bool:
    """Whether a time is a weekday in the present tense (*am Sonntag wird gewählt*)."""
    days = read_toml("lexicon", "dates.toml")["weekdays"]
    words = [time.token.doc[i].lower_ for i in time.inside]
    clause = clause_verb(time.token)
    verb = finite_verb(clause)
    if verb is None or any(w[0].isdigit() for w in words) or not any(w in days for w in words):
        return False
    since = words[0] == "seit" or time.token.doc[max(time.inside.start - 1, 0)].lower_ == "seit"
    helpers = [a.lower_ for a in auxiliaries(clause) if a != verb]
    over = is_participle(clause) and any(word in ("haben", "sein") for word in helpers)
    present = "Tense=Pres" in verb.morph and "Mood=Ind" in verb.morph
    return present and not since and not over and not has_happened(time)


def expressions_in(sentence: "Span", published: str, *, future: bool) -> list[Dated]:
    """The time expressions of a sentence; a weekday ahead where it speaks of the future."""
    found, start = [], sentence.start_char
    for first, last, value in find_dates(sentence.text, published, future=future):
        span = sentence.doc.span_around(start + first, start + last)
        if span is not None and (future or not is_end(span)):
            found.append(Dated(span.root, value, range(span.start, span.end)))
    return found


def days_after(doc: "Doc", past: Mapping[int, list[Dated]]) -> dict[int, list[Dated]]:
    """The times of sentences that tell of the day after the last one (*am nächsten Morgen*)."""
    found: dict[int, list[Dated]] = {}
    day = ""
    for sentence in doc.sents:
        token = next_day(sentence) if day and not past[sentence.start] else None
        if token is not None:
            value = (date.fromisoformat(day) + timedelta(days=1)).isoformat()
            found[sentence.start] = [Dated(token, value, range(token.i - 1, token.i + 1))]
        own = main_date(sentence, found.get(sentence.start, past[sentence.start]))
        day = day if own is None else own if len(own) == DAY else ""
    return found


def hours(sentence: "Span", day: str) -> list[Dated]:
    """The parts of a day in a sentence without a date (*am späten Abend*): of the day told of.

    Not those of another day (*am Abend des Anschlags*, *am nächsten Morgen*).
    """
    if len(day) != DAY:
        return []
    words = [t for t in sentence if t.lower_ in hour_words() and t.pos_ == "NOUN"]
    return [Dated(t, day, range(t.i - 1, t.i + 1)) for t in words if is_hour(t)]


@cache
def hour_words() -> frozenset[str]:
    """Words for a part of a day, in lower case."""
    return frozenset(read_toml("lexicon", "dates.toml")["parts"]["words"])


def is_hour(token: "Token") -> bool:
    """Whether nothing tells a word for a part of a day from that of another day."""
    if preposition(token) != "an":
        return False
    words = read_toml("lexicon", "dates.toml")["parts"]["adjectives"]
    return all(c.lower_ in words for c in children(token, "amod", "det", "nmod"))


def is_end(time: "Span") -> bool:
    """Whether a time is only how long something lasted (*bis heute*); a plan may be due then."""
    words = (time[0].lower_, time.doc[time.start - 1].lower_ if time.start else "")
    return "bis" in words


def nearest(token: "Token", expressions: list[Dated], modality: Modality) -> str | None:
    """The date that belongs to a predicate: in its own clause, else the only one above it.

    What is only planned or possible does not happen when it is said.
    """
    if not expressions:
        return None
    below = [e for e in expressions if token.is_ancestor(e.token) and dates(e, token)]
    if token.dep_ == "amod":  # what is said in passing happened at a time of its own
        below += [e for e in expressions if e.token.head == token.head]
        return below[0].value if below else None
    if below:
        return below[0].value
    clause = clause_verb(token)
    above = [e for e in expressions if e.token.is_ancestor(token)]
    own = [e for e in expressions if clause_verb(e.token) == clause and dates(e, clause)]
    if above or own:
        return (above or own)[0].value
    higher = [e for e in expressions if clause_verb(e.token) in clause.ancestors]
    return higher[0].value if modality in CERTAIN and len(expressions) == 1 and higher else None


def dates(expression: Dated, predicate: "Token") -> bool:
    """Whether a time belongs to a predicate, not to a noun in its clause (*die Wahl von 2009*)."""
    token = expression.token
    while token.head not in (token, predicate):
        token = token.head
        if token.i not in expression.inside and not lets_through(token, expression, predicate):
            return False
    return True


def lets_through(token: "Token", expression: Dated, predicate: "Token") -> bool:
    """Whether the time below a word is that of the predicate above it too.

    It is where the event of that time is the occasion (*auf dem Gipfel am Freitag*) or the word is
    no event at all, so that the parser has only hung the time too low.
    """
    words = read_toml("lexicon", "dates.toml")["scope"]
    if token.pos_ in ("VERB", "AUX", "ADJ"):
        return False
    if token.pos_ not in ("NOUN", "PROPN") or any(
        part in words["time_nouns"] for part in tails(token.lemma_)
    ):
        return True
    if token.pos_ == "PROPN" and predicate.pos_ == "NOUN":  # *das Massaker von Srebrenica 1995*
        return True
    if is_event(token):
        return token.head == predicate and preposition(token) in words["occasion_prepositions"]
    return token.doc[expression.inside.start].lower_ in words["free"]


def is_event(noun: "Token") -> bool:
    """Whether a noun is one for something that happens."""
    actor = by_tail(load_gazetteer().actors, noun.text)
    return bool(noun_frames(load_lexicon(), noun.text)[1] or (actor and actor[1].type == "Event"))


def date_after(token: "Token", published: str) -> str | None:
    """The date of an event that a time is measured from (*einen Tag nach dem Angriff*).

    The sentence tells what is new, so the time that it speaks of is that of publication.
    """
    if preposition(token) != "nach" or len(published) != DAY:
        return None
    unit = token.head
    table = read_toml("lexicon", "dates.toml")["measured"]
    days = table["units"].get(unit.lower_)
    counts = [
        table["numbers"].get(c.lower_) or as_number(c.text) for c in children(unit, "det", "nummod")
    ]
    if not days or not counts or not counts[0]:
        return None
    return (date.fromisoformat(published) - timedelta(days=days * counts[0])).isoformat()


def as_number(text: str) -> int:
    """A whole number written in digits, 0 for anything else."""
    return int(text) if text.isdecimal() else 0
