"""Say who stands in an election: candidates, and whoever gets votes or seats.

Reports name the election once and then speak of its results (*Die Partei kam auf 12 Prozent*), so a
result without an election belongs to the one that the article is about, if it is about one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from kg.attendance import ATTENDED, agents_of
from kg.drafts import Draft, End, mention_text
from kg.lexicon import grammar, tails
from kg.model import Polarity, Proposition
from kg.reading import Cluster, Reading
from kg.relations import framed_draft, predicate_tokens
from kg.syntax import children, preposition

if TYPE_CHECKING:
    from kg.words import Token


def election_drafts(reading: Reading, propositions: Iterable[Proposition]) -> Iterator[Draft]:
    """The participation of candidates and parties in the elections that an article tells of.

    Args:
        reading: The entities of the article.
        propositions: What its clauses say.
    """
    elections = [c for c in reading.clusters if is_election(c)]
    if not elections:
        return
    for clause in propositions:
        if clause.kind == "verb" and is_result(reading, clause):
            agents = [e for e in agents_of(reading, clause) if is_contestant(e)]
            for agent, end in product(agents, elections_meant(reading, clause, elections)):
                words = predicate_tokens(reading, clause)
                found = framed_draft(reading, clause, ATTENDED, agent, end, words)
                rule = f"election: {clause.predicate}"
                yield replace(found, rule=rule, polarity=Polarity.POSITIVE)


def is_election(cluster: Cluster) -> bool:
    """Whether something is an election, by a noun for it."""
    words = [m.base.rpartition(" ")[2] for m in cluster.mentions] if cluster.type == "Event" else []
    return any(not election_nouns().isdisjoint(tails(word)) for word in words)


@cache
def election_nouns() -> frozenset[str]:
    """Nouns for elections, in lower case."""
    return frozenset(grammar()["elections"]["nouns"])


def is_result(reading: Reading, clause: Proposition) -> bool:
    """Whether a clause tells that somebody stands or how he fares (*errang 12 Sitze*)."""
    rules = grammar()["elections"]
    if clause.predicate in rules["standing"]:
        return True
    verb = reading.doc[clause.token]
    gains = children(verb, "obj", "obl") if clause.predicate in rules["faring"] else []
    return any(part in rules["votes"] for noun in gains for part in tails(noun.lemma_))


def is_contestant(end: End) -> bool:
    """Whether an end can stand in an election: a party, a named person, candidates."""
    cluster = end.cluster
    if cluster is None or (cluster.known is not None and cluster.known.kind == "media"):
        return False
    kinds = grammar()["elections"]["contestants"]
    return (
        cluster.named
        or cluster.detail in kinds
        or any(part in kinds for m in cluster.mentions for part in tails(m.base))
    )


def elections_meant(reading: Reading, clause: Proposition, elections: list[Cluster]) -> list[End]:
    """The elections that a clause names, else the only one of the article."""
    verb = reading.doc[clause.token]
    phrases = [t for c in children(verb, "obl", "nmod", "obj") for t in (c, *c.below["nmod"])]
    named = [t for t in phrases if reading.by_token.get(t.i) in elections]
    if named:
        return [end_at(reading, t) for t in named if preposition(t) in grammar()["elections"]["at"]]
    if len(elections) != 1:
        return []
    first = elections[0].mentions[0]
    return [End(elections[0], first.text, first.head)]


def end_at(reading: Reading, token: "Token") -> End:
    """What a word stands for."""
    cluster = reading.by_token[token.i]
    return End(cluster, mention_text(cluster, token), token.i)
