"""Read what speakers think of others from how they judge them, where no verb says so itself.

*X nannte das Vorgehen der Polizei unverhältnismäßig*, *die Regierung habe versagt, sagte X*: who
judges accuses, rejects or supports whom he judges, or the one whose deed it is.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from kg.attribution import stance
from kg.counts import is_generic
from kg.deeds import deed_owners
from kg.drafts import Draft, End, ends_at, mention_text
from kg.lexicon import Frame, Lexicon, read_toml, tails
from kg.model import Argument, Modality, Polarity, Proposition
from kg.propositions import proposition, spread
from kg.reading import Reading
from kg.relations import framed_draft, predicate_tokens
from kg.source_entities import source_cluster
from kg.speakers import Sources, running_reports
from kg.syntax import SUBJECTS, children, preposition

if TYPE_CHECKING:
    from kg.words import Token


@cache
def judgements() -> dict[str, Any]:
    """Verbs that judge, and what judgements amount to (`judgements.toml`)."""
    return read_toml("lexicon", "judgements.toml")


def judgement_drafts(
    reading: Reading, propositions: list[Proposition], lexicon: Lexicon
) -> Iterator[Draft]:
    """Accusations, rejections and praise in how somebody or his deeds are judged."""
    for found in propositions:
        if found.kind == "verb" and found.polarity is Polarity.POSITIVE:
            if found.predicate in judging_verbs():
                yield from by_verb(reading, found)
            if found.attribution is not None:
                yield from by_deed(reading, found)
    sources = running_reports(reading.doc, lexicon)
    for i in sorted({token.head.i for token in reading.doc.tokens if token.dep_ == "cop"}):
        yield from by_predicate(reading, reading.doc[i], lexicon, sources)


def by_verb(reading: Reading, judging: Proposition) -> Iterator[Draft]:
    """What *nennen*, *bezeichnen als* and the like say of their object."""
    verb = reading.doc[judging.token]
    for word in judged_as(verb, judging.predicate):
        relation = judgement(word, "predicates")
        subjects = [e for a in judging.arguments if a.place == "agent" for e in ends_at(reading, a)]
        for subject in subjects if relation else ():
            words = [*predicate_tokens(reading, judging), word.i]
            yield from verdicts(reading, judging, relation, subject, "patient", words)


def judged_as(verb: "Token", infinitive: str) -> list["Token"]:
    """The words that say what a verb of judging takes its object for."""
    markers = [m for m, verbs in judgements()["verbs"].items() if infinitive in verbs]
    complements = children(verb, "xcomp", "advmod", "obl", "nmod", "obj")
    return [t for t in complements if preposition(t) in markers]


@cache
def judging_verbs() -> frozenset[str]:
    """Verbs that take their object for something (*nennen*, *bezeichnen als*)."""
    return frozenset(verb for verbs in judgements()["verbs"].values() for verb in verbs)


def by_deed(reading: Reading, deed: Proposition) -> Iterator[Draft]:
    """A misdeed that somebody reports of somebody else (*die Regierung habe versagt, sagte X*)."""
    relation = judgement(reading.doc[deed.token], "deeds", deed.predicate)
    subject = speaker(reading, deed) if relation else None
    if subject:
        words = predicate_tokens(reading, deed)
        yield from verdicts(reading, spoken(deed), relation, subject, "agent", words)


def spoken(said: Proposition) -> Proposition:
    """What somebody says, taken as an act of saying it, which the article states itself."""
    return said._replace(modality=Modality.ASSERTED, attribution=None)


def by_predicate(
    reading: Reading, token: "Token", lexicon: Lexicon, sources: Sources
) -> Iterator[Draft]:
    """What somebody says that somebody else is (*der Plan der EU sei verfehlt, sagte X*)."""
    relation = judgement(token, "predicates")
    if not relation:
        return
    view = stance(token, lexicon, sources)
    arguments = spread("noun", children(token, *SUBJECTS))
    said = proposition(token, "adjective", token.text, arguments, view)
    subject = speaker(reading, said)
    if subject and said.polarity is Polarity.POSITIVE:
        yield from verdicts(reading, spoken(said), relation, subject, "noun", [token.i])


def judgement(word: "Token", table: str, form: str = "") -> str:
    """The relation that a predicate amounts to, "" if it judges nobody."""
    lemma = (form or word.lemma_).lower()
    parts = set(tails(lemma)) if word.pos_ == "NOUN" else {lemma, word.lower_}
    words = words_of(table)
    return next((relation for relation in words if not parts.isdisjoint(words[relation])), "")


@cache
def words_of(table: str) -> dict[str, frozenset[str]]:
    """The words of a table of judgements by the relation that they amount to."""
    return {relation: frozenset(words) for relation, words in judgements()[table].items()}


def speaker(reading: Reading, said: Proposition) -> End | None:
    """Who says so, where it is more than a report of facts by the media."""
    cluster = source_cluster(reading, said)
    if cluster is None or cluster.detail == "media" or said.modality is not Modality.REPORTED:
        return None
    if any(reports_facts(reading.doc[cue.token]) for cue in said.cues):
        return None
    word = reading.doc[said.attribution or 0]
    return End(cluster, mention_text(cluster, word), word.i)


def reports_facts(cue: "Token") -> bool:
    """Whether a cue gives news rather than an opinion (*nach Informationen von X*, *meldete X*)."""
    words = judgements()["of_facts"]["words"]
    return any(t.lemma_.lower() in words for t in (cue, cue.head))


def verdicts(
    reading: Reading, judged: Proposition, relation: str, subject: End, place: str, words: list[int]
) -> Iterator[Draft]:
    """One statement for each that is judged in a place of a proposition."""
    arguments = [a for a in judged.arguments if a.place == place and a.token not in words]
    for target in targets(reading, arguments, relation):
        if target.cluster is not subject.cluster and not is_generic(reading.doc[target.token]):
            found = framed_draft(
                reading, judged, Frame(relation, "verb", (), ()), subject, target, words
            )
            yield replace(found, rule=f"judgement: {judged.predicate}")


def targets(reading: Reading, arguments: list[Argument], relation: str) -> list[End]:
    """Who is judged: the one named, else the one whose deed or trait it is."""
    found = [end for a in arguments for end in ends_at(reading, a)]
    return found or deed_owners(reading, [reading.doc[a.token] for a in arguments], relation)
