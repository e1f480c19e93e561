"""Say that two things have to do with each other where no frame says how.

Whoever acts in a clause has to do with whom its other phrases name, also through nouns that are no
entities (*verschwor sich zum Sturz der Regierung*), and so have the parties of a noun without a
frame (*der Streit zwischen X und Y*).
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from kg.counts import is_generic
from kg.drafts import Draft, End, ends_at, mention_text
from kg.gazetteer import STATE
from kg.happenings import as_clause_says
from kg.lexicon import Frame, grammar, tails
from kg.model import Argument, Proposition
from kg.places import place_around
from kg.reading import Cluster, Reading
from kg.relations import framed_draft, is_predicative, predicate_tokens
from kg.syntax import conjuncts, preposition

if TYPE_CHECKING:
    from kg.words import Token

Pair = frozenset[int]  # `id()` of the entities at both ends of a fact

RELATED = "relatedTo"


class Participant(NamedTuple):
    """Somebody or something in a clause, the most active having the lowest rank."""

    rank: int
    end: End
    direct: bool
    place: str = ""


def link_drafts(
    reading: Reading, propositions: list[Proposition], drafts: Iterable[Draft]
) -> Iterator[Draft]:
    """Unspecific facts between entities that no other fact links.

    Args:
        reading: The entities of the article.
        propositions: What its clauses say; those that gave a fact give no other.
        drafts: The facts already found.
    """
    facts = [d for d in drafts if d.object.cluster]
    linked = {pair(d) for d in facts}
    framed = {d.token for d in facts}
    silent = [p for p in propositions if p.kind == "verb" and p.token not in framed]
    yield from (d for p in silent for d in clause_links(reading, p, linked))
    yield from (d for d in party_links(reading) if pair(d) not in linked)


def pair(draft: Draft) -> Pair:
    """The ends of a fact, whatever their order."""
    return pair_of(draft.subject, draft.object)


def pair_of(one: End, other: End) -> Pair:
    """Two ends, whatever their order."""
    return frozenset((id(one.cluster), id(other.cluster)))


def clause_links(reading: Reading, clause: Proposition, linked: set[Pair]) -> Iterator[Draft]:
    """Between who acts, or else is acted on, and whoever else takes part."""
    found = participants(reading, clause)
    if len(found) < 2:
        return
    passive = grammar()["ranks"]["recipient"]
    first = min((p.rank for p in found if p.direct), default=passive)
    for subject in (p for p in found if p.direct and p.rank == first < passive):
        others = (p for p in found if p.rank > first and is_linked(subject, p))
        for other in (p for p in others if pair_of(subject.end, p.end) not in linked):
            words = predicate_tokens(reading, clause)
            frame = Frame(relation_of(subject, other), "verb", (), ())
            draft = framed_draft(reading, clause, frame, subject.end, other.end, words)
            scene = other.end.cluster if is_scene(other) else draft.place
            yield replace(draft, rule=f"clause: {clause.predicate}", place=scene)


def relation_of(subject: Participant, other: Participant) -> str:
    """What two participants have to do with each other: events happen where their clause says."""
    one = subject.end.cluster
    event = one is not None and one.type == "Event"
    return "locatedIn" if event and is_scene(other) else RELATED


def is_scene(participant: Participant) -> bool:
    """Whether a participant is where something happened."""
    cluster = participant.end.cluster
    place = cluster is not None and cluster.type == "Place"
    return place and participant.place in grammar()["links"]["scenes"]


def participants(reading: Reading, clause: Proposition) -> list[Participant]:
    """The entities in a clause, those below its other nouns too."""
    hosts, ranks = grammar()["links"]["hosts"], grammar()["ranks"]
    found: list[Participant] = []
    for argument in clause.arguments:
        direct, host = argument.place in direct_places(), argument.place in hosts
        if not (direct or host):
            continue
        rank = ranks.get(argument.place, len(ranks))
        ends = [e for e in ends_at(reading, argument) if is_participant(reading, argument, e)]
        if direct:
            found += [Participant(rank, e, True, argument.place) for e in ends]  # noqa: FBT003
        if host and not ends:
            found += [Participant(len(ranks), e, direct=False) for e in below(reading, argument)]
    return found


@cache
def direct_places() -> frozenset[str]:
    """The places of those who take part in a clause themselves."""
    return frozenset((*grammar()["ranks"], *grammar()["links"]["places"]))


def is_participant(reading: Reading, argument: Argument, end: End) -> bool:
    """Whether an argument is somebody in particular, not what somebody is, nor just people."""
    return not is_predicative(argument, end) and not is_generic(reading.doc[end.token])


def below(reading: Reading, argument: Argument) -> list[End]:
    """The entities in the phrases of a noun that is none."""
    wanted = grammar()["links"]["attributes"]
    phrases = [c for c in reading.doc[argument.token].below["nmod"] if preposition(c) in wanted]
    return [e for c in phrases for t in conjuncts(c) for e in named_ends(reading, t)]


def named_ends(reading: Reading, token: "Token") -> list[End]:
    """The entity that a token stands for, as an end."""
    cluster = reading.by_token.get(token.i)
    return [End(cluster, mention_text(cluster, token), token.i)] if cluster else []


def is_linked(subject: Participant, other: Participant) -> bool:
    """Whether a fact that says so little is worth it.

    It is of names and actors, of what these do something with, and of vehicles, works and events
    at a named place.
    """
    one, two = subject.end.cluster, other.end.cluster
    if one is None or two is None or one is two:
        return False
    rules, object_ = grammar()["links"], other.direct and other.rank < len(grammar()["ranks"])
    if not is_notable(one):
        return two.named and two.type == "Place" and other.direct and is_concrete(one)
    if is_notable(two):
        return True
    return object_ and (two.type in rules["things"] if one.named else is_concrete(two))


def is_concrete(cluster: Cluster) -> bool:
    """Whether a cluster is an event or a thing, and no text."""
    rules = grammar()["links"]
    return cluster.type in rules["concrete"] and cluster.detail not in rules["texts"]


def is_notable(cluster: Cluster) -> bool:
    """Whether a cluster has a name or acts."""
    return cluster.named or cluster.type in ("Person", "Group", "Organization")


def party_links(reading: Reading) -> Iterator[Draft]:
    """Between the parties of a noun (*der Streit zwischen X und Y*), as its clause means it."""
    if "zwischen" not in reading.doc.text.lower():
        return
    between = [word.head for word in reading.doc if word.lower_ == "zwischen"]
    for token in dict.fromkeys(between):
        if token.head.pos_ != "NOUN" or preposition(token) != "zwischen":
            continue
        ends = [e for t in conjuncts(token) for e in named_ends(reading, t)]
        for i, one in enumerate(ends):
            for other in ends[i + 1 :]:
                if is_party(one) and is_party(other):
                    found = party_link(token.head, one, other, sides=i == 0)
                    found = replace(found, place=place_around(reading, token.head))
                    yield as_clause_says(reading, found, token.head.i)


def is_party(end: End) -> bool:
    """Whether an end is more than a place that something else lies by."""
    cluster = end.cluster
    return bool(cluster and (cluster.type != "Place" or cluster.detail == STATE))


def party_link(noun: "Token", one: End, other: End, *, sides: bool) -> Draft:
    """A fact that a noun expresses between two parties, on two sides if one is named first."""
    named = grammar()["parties"] if sides else {}
    relation = next((r for r in named if any(t in named[r] for t in tails(noun.lemma_))), RELATED)
    return Draft(one, relation, other, noun.i, noun.text, f"parties: {noun.lemma_}")
