"""Say that a thing has to do with what its noun phrase ties it to: *das Urteil gegen Ada Müller*.

Whoever reads *der Haushaltsplan des Landes* knows which plan is meant, whatever the relation is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kg.counts import is_generic
from kg.drafts import Draft, End, mention_text
from kg.happenings import as_clause_says
from kg.lexicon import REMEMBERED, grammar, tails
from kg.links import RELATED, pair
from kg.mentions import Found
from kg.predication import is_said_of_another
from kg.reading import Cluster, Reading
from kg.structure import is_vacancy, origins, phrase
from kg.syntax import preposition

if TYPE_CHECKING:
    from kg.words import Token


def anchor_drafts(reading: Reading, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Facts between nouns and what they are attributed to that no other rule finds.

    Args:
        reading: The entities of the article.
        drafts: The facts already found; those that they link are linked no more.
    """
    linked = {pair(d) for d in drafts if d.object.cluster}
    for cluster in reading.clusters:
        nouns = (m for m in cluster.mentions if m.kind == "nominal")
        for found in (f for noun in nouns for f in anchored(reading, cluster, noun)):
            if pair(found) not in linked:
                linked.add(pair(found))
                yield as_happening(reading, found)


def as_happening(reading: Reading, draft: Draft) -> Draft:
    """A fact about an event with the stance of the clause that tells of the event."""
    ends = (e for e in (draft.object, draft.subject) if e.cluster and e.cluster.type == "Event")
    event = next(ends, None)
    return as_clause_says(reading, draft, event.token) if event else draft


def anchored(reading: Reading, cluster: Cluster, mention: Found) -> Iterator[Draft]:
    """The facts of one noun."""
    token = reading.doc[mention.head]
    others = [(c, word) for c, word in anchors(reading, token) if c is not cluster]
    if not others or not is_anchorable(reading, cluster, mention):
        return
    subject = End(cluster, mention_text(cluster, token), token.i)
    for anchor, word in others:
        end = End(anchor, mention_text(anchor, word), word.i)
        yield from related(reading, mention, subject, end)


def related(reading: Reading, mention: Found, subject: End, end: End) -> Iterator[Draft]:
    """The fact between a noun and what it is attributed to, by a rule for both or none."""
    token, word = reading.doc[subject.token], reading.doc[end.token]
    cluster, anchor = subject.cluster, end.cluster
    if cluster is None or anchor is None:
        return
    place, rule = attachment(word, token.i), f"noun phrase: {token.lemma_}"
    rules = () if is_loose(anchor.detail) else rules_at(place)
    typed = next((r for r in rules if fits(r, mention, cluster, anchor)), None)
    if typed:
        one, two = (end, subject) if typed.get("inverse") else (subject, end)
        yield Draft(one, typed["relation"], two, token.i, phrase(token, word), rule)
    elif is_worth_it(cluster, anchor, word, place):
        yield Draft(subject, RELATED, end, token.i, phrase(token, word), rule)


@lru_cache(maxsize=REMEMBERED)
def rules_at(place: str) -> tuple[Mapping[str, Any], ...]:
    """The rules for what hangs on a noun in a way that `attachment` gives."""
    return tuple(r for r in grammar()["anchors"]["relations"] if place in r["places"])


def fits(rule: Mapping[str, Any], mention: Found, cluster: Cluster, anchor: Cluster) -> bool:
    """Whether a rule is for a noun and what it is attributed to."""
    nouns = rule.get("nouns")
    return (
        anchor.type in rule["anchors"]
        and anchor.named >= rule.get("named", False)
        and (not nouns or any(t in nouns for t in tails(last_word(mention))))
        and cluster.type in rule.get("types", (cluster.type,))
        and anchor.detail in rule.get("kinds", (anchor.detail,))
    )


def attachment(word: "Token", noun: int) -> str:
    """How a word hangs on its noun: *compound*, *adjective*, *possession*, else its preposition."""
    if word.i == noun:
        return "compound"
    if word.head.i != noun and word.head.lower_ in grammar()["anchors"]["holdings"]:
        return "possession"
    return "adjective" if word.pos_ == "ADJ" or word.dep_ == "amod" else preposition(word)


def last_word(mention: Found) -> str:
    """The noun of a mention as it stands in the text, as lemmas of nouns from adjectives err."""
    return mention.short.rpartition(" ")[2]


def is_anchorable(reading: Reading, cluster: Cluster, mention: Found) -> bool:
    """Whether a noun means something of its own: no office or mere source, nor is said of another.

    *Er wurde Mitglied der Partei* speaks of him.
    """
    token = reading.doc[mention.head]
    none = any(c.lower_.startswith("kein") for c in token.below["det"])
    if none or is_loose(mention.detail) or is_generic(token):
        return False
    said = preposition(token) in grammar()["structure"]["predicative"] or is_vacancy(token)
    return cluster.named or not (said or is_said_of_another(reading, token))


def is_loose(kind: str) -> bool:
    """Whether nouns of a kind mean parts of places, bodies in general or mere sources."""
    return kind in grammar()["anchors"]["loose_kinds"]


def anchors(reading: Reading, token: "Token") -> Iterator[tuple[Cluster, "Token"]]:
    """What a genitive, possessive, phrase, adjective of origin or part of a compound names."""
    if token.i in reading.parts:
        yield reading.parts[token.i], token
    for word in origins(reading, token) if token.below["amod"] else ():
        yield reading.adjectives[word.i], word
    for child in token.below["det"]:
        if child.tag_ == "PPOSAT" and child.i in reading.by_token:
            yield reading.by_token[child.i], child
    for child in own_phrases(token):
        for word in [child, *holders(child)]:
            if word.i in reading.by_token and is_attribute(word):
                yield reading.by_token[word.i], word


def own_phrases(token: "Token") -> list["Token"]:
    """The phrases of a noun less the places behind its first one, which may be of anything."""
    found = token.below["nmod"]
    if not found:
        return []
    first = min((c.i for c in found if c.i > token.i), default=token.i)
    return [c for c in found if preposition(c) != "in" or c.i <= first]


def holders(child: "Token") -> Sequence["Token"]:
    """Whose a thing is that is in somebody's possession (*Schiffe im Besitz der Reederei*)."""
    held = child.lower_ in grammar()["anchors"]["holdings"] and preposition(child) == "in"
    return child.below["nmod"] if held else ()


def is_attribute(child: "Token") -> bool:
    """Whether a noun phrase behind a noun is its genitive or a phrase of a listed preposition."""
    word = preposition(child)
    if word or child.i < child.head.i:
        return word in grammar()["anchors"]["prepositions"]
    articles = [c.lower_ for c in child.below["det"]]
    genitive = any(a in grammar()["anchors"]["genitive_articles"] for a in articles)
    return genitive or "Case=Gen" in child.morph


def is_worth_it(cluster: Cluster, anchor: Cluster, word: "Token", place: str) -> bool:
    """Whether an unspecific fact between a noun and what it is attributed to tells something.

    One of the two has a name, or people are told by their event or vehicle. Events have places and
    parties of their own; *die ATR-Maschine* tells the kind, *der polnische Soldat* is a citizen.
    """
    people = cluster.type in ("Group", "Organization", "Person")
    told = place == "compound" and cluster.type in grammar()["anchors"]["named_by_kind"]
    if cluster.type == "Event" or told or (people and place == "adjective" and not cluster.named):
        return False
    if anchor.named or cluster.named:
        return anchor.named or not (is_generic(word) or is_loose(anchor.detail))
    return people and anchor.type in ("Event", "Product") and anchor.detail != "document"
