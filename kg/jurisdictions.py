"""Find the state of an office whose noun does not name it: *Bundeskanzler*, *Präsident Ciampi*.

German news names the state of an office once, or leaves it to the topic: the rules here ask the
noun itself, then the sentence, then the whole article, and answer only where one state is meant.
"""

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.descriptions import earliest
from kg.gazetteer import STATE, role_of
from kg.lexicon import REMEMBERED, grammar
from kg.mentions import Found, last_part
from kg.reading import Cluster, Reading
from kg.syntax import SUBJECTS, children, preposition

if TYPE_CHECKING:
    from kg.words import Token


def implied_state(reading: Reading, cluster: Cluster, mention: Found) -> Cluster | None:
    """The state that a named person holds an office of, if its noun leaves no other.

    Args:
        reading: The entities of the article.
        cluster: The person.
        mention: The noun for the office, with no state attributed to it.
    """
    token = reading.doc.tokens[mention.head]
    if not cluster.named or not is_state_office(token):
        return None
    rules = grammar()["jurisdiction"]
    if is_federal(token):
        return federation(reading)
    state = party_state(reading, cluster) or spoken_of(reading, cluster, mention)
    if state and is_dealt_with(reading, state, cluster):
        return None
    below = mention.base.lower() in rules["below_federation"]
    return None if state and below and state.key in rules["federations"] else state


def spoken_of(reading: Reading, cluster: Cluster, mention: Found) -> Cluster | None:
    """The state of the article, else of the sentence.

    Where several hold the office, or one who is in the news of other states (foreign ministers),
    the article has to be of one state by far, or a state has to act right before.
    """
    rules, token = grammar()["jurisdiction"], reading.doc[mention.head]
    if mention.base.lower().endswith(tuple(rules["abroad"])):
        return main_state(reading, rules["clear_share"])
    if rivals(reading, cluster, mention):
        return main_state(reading, rules["clear_share"]) or actor_before(reading, token)
    return main_state(reading, rules["main_share"]) or one_state(sentence_states(reading, token))


def is_dealt_with(reading: Reading, state: Cluster, person: Cluster) -> bool:
    """Whether a person does something to a state, as one does to others (*rief Syrien auf*)."""
    names = (reading.doc[m.head] for m in state.mentions if m.kind == "name")
    verbs = [verb for name in names if (verb := verb_aimed_at(name))]
    return any(reading.by_token.get(s.i) is person for v in verbs for s in children(v, *SUBJECTS))


def verb_aimed_at(name: "Token") -> "Token | None":
    """The verb that a name is an object of, also by a noun (*kündigte Angriffe auf Syrien an*)."""
    aimed = preposition(name) in grammar()["target_prepositions"]
    if name.dep_ in ("obj", "iobj") or (aimed and name.dep_ == "obl"):
        return name.head
    return name.head.head if aimed and name.dep_ == "nmod" and name.head.dep_ == "obj" else None


def actor_before(reading: Reading, token: "Token") -> Cluster | None:
    """The last state that is a subject before a token in its sentence or the one before."""
    for i in range(token.i - 1, earliest(reading.doc, token, 1) - 1, -1):
        cluster = reading.by_token.get(i)
        if cluster and is_state(cluster) and reading.doc[i].dep_ in SUBJECTS:
            return cluster
    return None


def rivals(reading: Reading, cluster: Cluster, mention: Found) -> bool:
    """Whether another named person is called by the same role in the article."""
    return any(
        m.base == mention.base
        for other in reading.clusters
        if other is not cluster and other.named and other.type == "Person"
        for m in other.mentions
        if m.kind == "nominal"
    )


def party_state(reading: Reading, cluster: Cluster) -> Cluster | None:
    """The state of the party that the article says a person is of (*die Grünen-Politikerin*)."""
    heads = [m.head for m in cluster.mentions if m.kind == "nominal"]
    parties = [reading.parts[i].known for i in heads if i in reading.parts]
    keys = {p.part_of for p in parties if p and p.part_of}
    found = [c for c in reading.clusters if c.key in keys and is_state(c)]
    return found[0] if len(found) == 1 else None


def is_state_office(token: "Token") -> bool:
    """Whether a role noun names an office of a government (*Innenminister*, *Premier*)."""
    role = role_of(last_part(token))
    name = role[1].name.lower() if role else ""
    rules = grammar()["jurisdiction"]
    bare = name in rules["offices"] or name.endswith(tuple(rules["endings"]))
    phrases = token.below["nmod"]
    attributes = [c for c in phrases if preposition(c) != "für" and not is_field(c)]
    return is_federal(token) or (bare and not attributes)


def is_field(attribute: "Token") -> bool:
    """Whether a word says what a minister deals with (*Minister der Finanzen*)."""
    return attribute.lower_ in grammar()["jurisdiction"]["portfolios"]


def is_federal(token: "Token") -> bool:
    """Whether a compound says that the office is one of a federation (*Bundesfinanzminister*)."""
    return is_federal_noun(last_part(token))


@lru_cache(maxsize=REMEMBERED)
def is_federal_noun(noun: str) -> bool:
    """Whether a compound without hyphen names an office of a federation."""
    rules = grammar()["jurisdiction"]
    _, federal, office = noun.lower().rpartition(rules["federal"])
    heads = tuple(rules["federal_offices"])
    return bool(federal) and (office.startswith(heads) or "minister" in office)


def federation(reading: Reading) -> Cluster | None:
    """The federation that the article speaks of most, the first one listed if of none."""
    states = grammar()["jurisdiction"]["federations"]
    named = [c for key in states for c in reading.clusters if c.key == key]
    return max(named, key=lambda c: len(c.mentions), default=None)


def sentence_states(reading: Reading, token: "Token") -> list[Cluster]:
    """The states that a sentence mentions."""
    found = [
        index[t.i]
        for t in token.sent
        for index in (reading.by_token, reading.adjectives, reading.parts)
        if t.i in index
    ]
    return [c for c in found if is_state(c)]


def main_state(reading: Reading, share: float) -> Cluster | None:
    """The state that makes up a share of all mentions of states in an article."""
    counts = Counter({id(c): len(c.mentions) for c in reading.clusters if is_state(c)})
    top = counts.most_common(2)
    if not top or top[0][1] < share * sum(counts.values()):
        return None
    return next(c for c in reading.clusters if id(c) == top[0][0])


def one_state(states: list[Cluster]) -> Cluster | None:
    """The state of a list that has no other."""
    return states[0] if states and all(s is states[0] for s in states) else None


def is_state(cluster: Cluster) -> bool:
    """Whether a cluster is a known state."""
    return cluster.known is not None and cluster.known.kind == STATE
