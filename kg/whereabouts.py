"""Find the place that a noun or name is said to be in: *das Gericht in Den Haag*, *mit Sitz in*.

A phrase of place right behind a noun is often taken for an adverbial. It belongs to the noun where
both stand before the finite verb, as one constituent alone may stand there, and behind nouns for
what does not move: facilities, towns, courts, meetings.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.belonging import is_troop
from kg.gazetteer import STATE, actor_of, load_gazetteer
from kg.kinds import kinds_in_name, words_of
from kg.lexicon import grammar
from kg.reading import Cluster, Reading
from kg.syntax import children, clause_verb, conjuncts, finite_verb, preposition

if TYPE_CHECKING:
    from kg.words import Token

REGION = "region"
UNBOUNDED = (STATE, "continent", "river", "sea")  # kinds of places that lie in no other one
Place = tuple[Cluster, "Token"]
CLOSING = ("“", "”", '"', "«", "'", ")")


def places_of(reading: Reading, token: "Token") -> list[Place]:
    """Places that a noun or the head of a name is said to be in, with the words for them."""
    words = right_behind(reading, token)
    phrases = children(token, "nmod", "obl", "appos") if token.children else []
    if phrases:
        words = [*attached(reading, token, phrases), *words, *seats(token)]
        words += [c for c in token.below["appos"] if is_region_of(reading, token, c)]
    return named_places(reading, words) if words else []


def named_places(reading: Reading, words: Iterable["Token"]) -> list[Place]:
    """The named places that some words or what is coordinated with them are or lie in."""
    found = {}
    for word in (w for first in words for w in conjuncts(first)):
        for whole in [word, *wholes(reading, word)]:
            place = reading.by_token.get(whole.i)
            if place and place.named and place.type == "Place":
                found[id(place)] = place, whole
                break
    return list(found.values())


def is_region_of(reading: Reading, town: "Token", word: "Token") -> bool:
    """Whether a name between commas says where a town is (*Springfield, Illinois, …*)."""
    region = reading.by_token.get(word.i)
    if region is None or region.known is None or not is_named_place(reading, town):
        return False
    end = end_of(reading, town)
    inside = word.i == end + 1 and reading.doc[end].text == ","
    whole = region.known.kind in (STATE, REGION) and not children(word, "case", "conj", "det")
    return inside and whole and not is_unbounded(reading.by_token[town.i])


def is_unbounded(place: Cluster) -> bool:
    """Whether a place lies in no other one."""
    return place.detail in (*UNBOUNDED, REGION)


def wholes(reading: Reading, word: "Token") -> list["Token"]:
    """What a part of a place without a name is a part of (*im Süden Italiens*)."""
    part = reading.by_token.get(word.i)
    if part is None or part.detail != REGION:
        return []
    return [c for c in word.below["nmod"] if preposition(c) in ("", "von")]


def attached(reading: Reading, token: "Token", phrases: Iterable["Token"]) -> list["Token"]:
    """Phrases of place among those that the parse hangs on a noun.

    *Sitzung des Rats in New York*: behind an attribute the place may be of either noun, unless
    that stays where it is or are troops, who are told of where they are.
    """
    found = [c for c in phrases if is_local(c)]
    found = found or behind_genitive(reading, token)
    below = token.dep_ == "nmod"
    if found and below and not is_troop(token.lemma_) and not is_settled(reading, token):
        return []
    return found


def behind_genitive(reading: Reading, token: "Token") -> list["Token"]:
    """Where an event was, behind whom it was of (*der Absturz einer Maschine in Athen*)."""
    event = reading.by_token.get(token.i) if token.below["nmod"] else None
    if event is None or event.type != "Event":
        return []
    owners = [c for c in token.below["nmod"] if preposition(c) in ("", "von")]
    moving = [c for c in owners if c.i > token.i and not is_settled(reading, c)]
    return [p for c in moving for p in c.below["nmod"] if is_local(p)]


def is_local(token: "Token") -> bool:
    """Whether a noun has a preposition of place."""
    return preposition(token) in grammar()["structure"]["place_prepositions"]


def right_behind(reading: Reading, token: "Token") -> list["Token"]:
    """A phrase of place right behind a noun, where the noun is what is there."""
    tokens, i = token.doc.tokens, end_of(reading, token)
    while i < len(tokens) and tokens[i].text in CLOSING:
        i += 1
    phrase = phrase_head(token, i)
    set_off = phrase is None and i < len(tokens) and tokens[i].text == ","
    if set_off:
        phrase = region_at(reading, token, i + 1)
    if phrase is None or (is_named_place(reading, token) and preposition(phrase) != "in"):
        return []  # *Wannsee bei Potsdam* says what is near
    bound = is_settled(reading, token) or (not set_off and is_bound(reading, token, phrase))
    return [phrase] if bound else []


def is_bound(reading: Reading, token: "Token", phrase: "Token") -> bool:
    """Whether a phrase right behind a noun must belong to it."""
    return in_prefield(token, phrase) or is_seat(reading, token, phrase)


def is_seat(reading: Reading, token: "Token", phrase: "Token") -> bool:
    """Whether a town right behind the name of an institute or office is where it sits."""
    body, town = reading.by_token.get(token.i), reading.by_token.get(phrase.i)
    if body is None or town is None or not body.named or body.type != "Organization":
        return False
    above = reading.by_token.get(token.head.i) if token.dep_ == "nmod" else None
    if above and above.type == "Event":  # *die Sitzung des Sicherheitsrats in New York*
        return False
    named = any(m.kind == "name" and m.head == token.i for m in body.mentions)
    return named and town.detail == "city" and bool(kinds_in_name(body) | bodies_in_name(body))


def bodies_in_name(body: Cluster) -> set[str]:
    """The nouns for bodies of any kind in a name."""
    actors = (actor_of(load_gazetteer(), word) for word in words_of(body))
    return {found[0] for found in actors if found and found[1].type == "Organization"}


def is_named_place(reading: Reading, token: "Token") -> bool:
    """Whether a token is the name of a place."""
    cluster = reading.by_token.get(token.i)
    return cluster is not None and cluster.named and cluster.type == "Place"


def region_at(reading: Reading, token: "Token", i: int) -> "Token | None":
    """The region that a town behind a comma lies in (*Kiel, im Bundesland Schleswig-Holstein*)."""
    phrase = phrase_head(token, i)
    region = reading.by_token.get(phrase.i) if phrase else None
    kinds = [m.kind for m in region.mentions if phrase and m.head == phrase.i] if region else []
    return phrase if region and region.detail == REGION and "nominal" in kinds else None


def phrase_head(token: "Token", i: int) -> "Token | None":
    """The noun of a phrase of place that starts at a token of the same sentence."""
    tokens = token.doc.tokens
    if i >= len(tokens) or tokens[i].dep_ != "case" or tokens[i].sent != token.sent:
        return None
    noun = tokens[i].head
    near = preposition(noun) in grammar()["structure"]["settled_prepositions"]
    return noun if noun.i > i and near and not is_goal(noun) else None


def is_goal(noun: "Token") -> bool:
    """Whether a phrase says where to (*in die Hauptstadt*), by an article that is no dative."""
    return any(c.lower_ in grammar()["accusative_articles"] for c in noun.below["det"])


def end_of(reading: Reading, token: "Token") -> int:
    """Index behind the mention of a token and an abbreviation in brackets behind it."""
    cluster, tokens, end = reading.by_token.get(token.i), token.doc.tokens, token.i + 1
    if cluster:
        end = max([m.end for m in cluster.mentions if m.head == token.i], default=end)
        end = max([m.end for m in cluster.mentions if m.first == end], default=end)
    if end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")":
        return end + 3
    return end


def is_settled(reading: Reading, token: "Token") -> bool:
    """Whether a noun is for something that does not move, whatever its clause says."""
    cluster = reading.by_token.get(token.i)
    mention = next((m for m in cluster.mentions if m.head == token.i), None) if cluster else None
    if mention is None or cluster is None:
        return False
    if mention.kind == "name" and cluster.type == "Place":
        return cluster.detail not in UNBOUNDED
    kinds = grammar()["structure"]["settled"]
    if mention.detail in kinds:
        return True
    actor = actor_of(load_gazetteer(), token.text)
    return actor is not None and actor[1].kind in kinds


def in_prefield(token: "Token", phrase: "Token") -> bool:
    """Whether a noun and the phrase behind it stand together before the verb of a main clause."""
    finite = finite_verb(clause_verb(token))
    if finite is None or phrase.i > finite.i or children(clause_verb(token), "mark"):
        return False
    first = min(t.i for t in token.subtree)
    return first == token.sent.start and last_of(phrase) + 1 == finite.i


def last_of(token: "Token") -> int:
    """Index of the last word below a token."""
    return max(t.i for t in token.subtree)


def seats(token: "Token") -> list["Token"]:
    """Where an organisation has its seat (*die Firma mit Sitz in Kiel*)."""
    words = grammar()["structure"]["seats"]
    nouns = [c for c in token.below["nmod"] if c.lower_ in words and preposition(c) == "mit"]
    return [c for n in nouns for c in children(n, "nmod", "obl") if is_local(c)]
