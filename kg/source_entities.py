"""Find the entity that says so, by the word that names it."""

from typing import TYPE_CHECKING

from kg.drafts import unlisted
from kg.gazetteer import BODIES, Actor, load_gazetteer
from kg.lexicon import grammar, tails
from kg.mentions import nominal
from kg.model import Proposition
from kg.naming import is_genitive_of
from kg.reading import Cluster, Reading, place_nominal
from kg.sources import is_saying, saying_nouns
from kg.syntax import children

if TYPE_CHECKING:
    from kg.words import Token


def source_cluster(reading: Reading, proposition: Proposition) -> Cluster | None:
    """The entity that says so."""
    i = proposition.attribution
    return None if i is None else cluster_at(reading, i)


def cluster_at(reading: Reading, i: int) -> Cluster | None:
    """The entity that a speaker's word names, by its index; None for mere hearsay."""
    if is_hearsay(reading, reading.doc[i]):
        return None
    found = reading.by_token.get(i) or reading.adjectives.get(i) or reading.parts.get(i)
    if found is None:
        return unnamed_speaker(reading, reading.doc[i])
    if found.named or is_body(found, reading.doc[i]):
        return found
    return person_beside(reading, reading.doc[i]) or found


def is_body(cluster: Cluster, noun: "Token") -> bool:
    """Whether a noun means a body that no person can be (*die Staatsanwaltschaft*)."""
    titles = grammar()["bodies_as_titles"]
    title = any(part in titles for part in tails(noun.lemma_))
    return cluster.type == "Organization" and cluster.detail in BODIES and not title


def is_hearsay(reading: Reading, token: "Token") -> bool:
    """Whether a word only says that it was reported, not by whom (*Berichten zufolge*)."""
    if not is_saying(token) or token.i in reading.parts or children(token, "det", "amod", "nmod"):
        return False
    cluster = reading.by_token.get(token.i)
    somebody = cluster is not None and (cluster.named or cluster.type in ("Person", "Group"))
    return not somebody and body_in_compound(token) is None


def person_beside(reading: Reading, token: "Token") -> Cluster | None:
    """The person named right behind a noun (*so Finanzvorstand Ada Meier*), no genitive."""
    beside = ((t, reading.by_token.get(t.i)) for t in children(token, "appos", "flat"))
    named = (c for t, c in beside if c and c.named and not is_genitive_of(c, t))
    return next((c for c in named if c.type == "Person"), None)


def unnamed_speaker(reading: Reading, token: "Token") -> Cluster | None:
    """Who a speaker's noun means that is no mention: by its adjective, its class or as compound."""
    origins = [reading.adjectives[c.i] for c in token.children if c.i in reading.adjectives]
    if origins:
        return origins[0]
    return speaker_in_compound(reading, token) or unlisted(reading, token)


def speaker_in_compound(reading: Reading, token: "Token") -> Cluster | None:
    """The body in a compound for its word (*Polizei* in *Polizeiangaben*)."""
    body = body_in_compound(token)
    if body is None:
        return None
    first, actor = body
    here = [c for c in reading.clusters if any(m.base == first for m in c.mentions)]
    return here[-1] if here else new_speaker(reading, token, first, actor)


def body_in_compound(token: "Token") -> tuple[str, Actor] | None:
    """The first part of a compound for somebody's word, with what it denotes."""
    saying = next((part for part in tails(token.text) if is_word_for_saying(part, token)), "")
    first = token.text[: -len(saying)].rstrip("-") if saying else ""
    actor = load_gazetteer().actors.get(first.lower())
    return (first, actor) if actor and actor.type == "Organization" else None


def new_speaker(reading: Reading, token: "Token", text: str, actor: Actor) -> Cluster:
    """An entity for the first part of a compound."""
    end = token.idx + len(text)
    whole = nominal(token, actor.type, actor.kind)
    part = whole._replace(
        first=token.i, start_char=token.idx, end_char=end,
        text=text, base=text, short=text, title=text,
    )  # fmt: skip
    place_nominal(reading, part, load_gazetteer())
    return reading.by_token[token.i]


def is_word_for_saying(part: str, noun: "Token") -> bool:
    """Whether the last part of a compound is a noun of saying."""
    return part != noun.lower_ and part in saying_nouns()
