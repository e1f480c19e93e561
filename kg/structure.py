"""Facts that noun phrases express: roles, membership, origin, place (*der russische Präsident*)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.drafts import Draft, End, mention_text
from kg.gazetteer import STATE, load_gazetteer
from kg.lexicon import grammar, tails
from kg.mentions import Found, last_part
from kg.reading import Cluster, Reading
from kg.syntax import children, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

# First estimates of how often each rule is right.
CONFIDENCE = {
    "adjective of origin": 0.75,
    "attribute": 0.8,
    "brackets": 0.85,
    "compound": 0.8,
    "national": 0.7,
    "place of a noun": 0.65,
    "possession": 0.7,
    "role": 0.9,
}


def structure_drafts(reading: Reading) -> Iterator[Draft]:
    """All facts that the noun phrases of an article express, in reading order."""
    rules = {"nominal": nominal_facts, "national": national_facts, "name": name_facts}
    for cluster in reading.clusters:
        for mention in cluster.mentions:
            if mention.kind in rules:
                token = reading.doc[mention.head]
                subject = End(cluster, mention_text(cluster, token), token.i)
                yield from rules[mention.kind](reading, subject, cluster, mention)


def nominal_facts(
    reading: Reading, subject: End, cluster: Cluster, mention: Found
) -> Iterator[Draft]:
    """What a common noun says of the thing it stands for."""
    token = reading.doc[mention.head]
    if not cluster.named and preposition(token) in grammar()["structure"]["predicative"]:
        return  # *zum Präsidenten gewählt*: the verb says of whom
    if holds_position(reading, cluster, mention):
        role = End(None, role_name(token), token.i)
        yield draft(subject, "holdsPosition", role, token.text, "role")
    for owner, word in owners(reading, token):
        if owner is not cluster:
            end = End(owner, mention_text(owner, word), word.i)
            for relation in owned_relations(cluster, mention, owner):
                yield draft(subject, relation, end, phrase(token, word), "attribute")
    yield from people_facts(reading, subject, mention)
    if mention.detail != "government":  # which may stand for the whole state
        yield from place_facts(reading, subject, token)


def holds_position(reading: Reading, cluster: Cluster, mention: Found) -> bool:
    """Whether a role noun names an office: of a named person, or one whose body is named too."""
    rules = grammar()["structure"]
    if cluster.type != "Person" or mention.detail not in rules["positions"]:
        return False
    official = mention.detail in rules["offices"] and owners(reading, reading.doc[mention.head])
    return cluster.named or bool(official)


def owned_relations(cluster: Cluster, mention: Found, owner: Cluster) -> list[str]:
    """The relations between a thing and what its noun is attributed to, by the kinds of both."""
    table = grammar()["structure"]["owned"]
    detail = "troops" if is_troop(mention.base) else mention.detail
    if owner.type == "Place" and owner.detail != STATE:
        below = grammar()["structure"]["below_states"]
        detail = below.get(detail) or below.get(cluster.type, detail)
    relations = table.get(detail) or table.get(cluster.type) or {}
    return list(relations.get(owner.type, ()))


def is_troop(noun: str) -> bool:
    """Whether a noun, or its last part as a compound, is one for armed people."""
    return any(part in grammar()["troops"] for part in tails(noun))


def owners(reading: Reading, token: "Token") -> list[tuple[Cluster, "Token"]]:
    """States, organisations and places that a noun is attributed to, with the words for them."""
    found = [(reading.parts[token.i], token)] if token.i in reading.parts else []
    origins = [t for t in children(token, "amod") if t.i in reading.adjectives]
    found += [(reading.adjectives[t.i], t) for t in origins]
    phrases = [t for t in children(token, "nmod", "det") if is_attributive(t)]
    return found + [(reading.by_token[t.i], t) for t in phrases if t.i in reading.by_token]


def is_attributive(child: "Token") -> bool:
    """Whether a phrase says whose or of what the noun is (genitive, *von*, *bei*, possessive)."""
    if child.dep_ == "det":
        return child.tag_ == "PPOSAT"
    before = child.i < child.head.i  # only a genitive may stand before its noun
    if before and not preposition(child) and not child.text.endswith(("s", "’", "'")):
        return False
    return preposition(child) in grammar()["structure"]["owner_prepositions"]


def role_name(token: "Token") -> str:
    """A role in the nominative singular, its compound kept."""
    head, hyphen, last = token.text.rpartition("-")
    lemma = token.lemma_.rpartition("-")[2] if hyphen else token.lemma_
    if lemma[:1].lower() == last[:1].lower() and abs(len(lemma) - len(last)) <= 3:
        last = lemma[:1].upper() + lemma[1:] if last[:1].isupper() else lemma
    return head + hyphen + last


def national_facts(
    reading: Reading, subject: End, cluster: Cluster, mention: Found
) -> Iterator[Draft]:
    """A national is a citizen of the state that the noun is made from."""
    token = reading.doc[mention.head]
    key = mention.known.key if mention.known else ""
    state = next((c for c in reading.clusters if c.key == key), None)
    if state and state is not cluster:
        end = End(state, token.text, token.i)
        yield draft(subject, "citizenOf", end, token.text, "national")


def people_facts(reading: Reading, subject: End, mention: Found) -> Iterator[Draft]:
    """A named person who is called one of a people belongs to it (*der Kurde Masud Barzani*)."""
    token, cluster = reading.doc[mention.head], subject.cluster
    if mention.detail != "people" or not (cluster and cluster.named and cluster.type == "Person"):
        return
    known = load_gazetteer().peoples.get(token.lower_)
    people = next((c for c in reading.clusters if known and c.key == known.key), None)
    if people:
        end = End(people, token.text, token.i)
        yield draft(subject, "memberOf", end, token.text, "national")


def name_facts(reading: Reading, subject: End, cluster: Cluster, mention: Found) -> Iterator[Draft]:
    """What stands beside a name: adjectives of origin, places, brackets."""
    token = reading.doc[mention.head]
    for child in children(token, "amod"):
        if child.i in reading.adjectives:
            yield from placed(subject, reading.adjectives[child.i], child, "adjective of origin")
    yield from place_facts(reading, subject, token)
    if mention.kind == "name" and cluster.type in ("Organization", "Place"):
        yield from part_facts(reading, subject, token)
    yield from bracket_facts(reading, subject, cluster, mention)


def place_facts(reading: Reading, subject: End, token: "Token") -> Iterator[Draft]:
    """Places that a noun is said to be in (*die Separatisten in Bergkarabach*)."""
    if token.dep_ == "nmod" and not is_fixed(
        subject
    ):  # *Sitzung des Rats in New York*: the place may be of either
        return
    for child in children(token, "nmod", "obl", "appos"):
        near = preposition(child) in grammar()["structure"]["place_prepositions"]
        place = reading.by_token.get(child.i)
        if near and place and place.named:
            yield from placed(subject, place, child, "place of a noun")


def is_fixed(end: End) -> bool:
    """Whether a thing is where it is: a place that is no state, or an event."""
    cluster = end.cluster
    return cluster is not None and cluster.type in ("Event", "Place") and cluster.detail != STATE


def placed(subject: End, place: Cluster, word: "Token", rule: str) -> Iterator[Draft]:
    """The relation of a thing to a place beside it, by the kinds of both."""
    cluster = subject.cluster
    if cluster is None or cluster is place or place.type != "Place":
        return
    kind = "region" if cluster.detail == "region" else cluster.type
    relation = grammar()["structure"]["placed"].get(kind)
    if relation:
        end = End(place, mention_text(place, word), word.i)
        yield draft(subject, relation, end, phrase(word.doc[subject.token], word), rule)


def part_facts(reading: Reading, subject: End, token: "Token") -> Iterator[Draft]:
    """What another organisation's name begins is a part of it (*UN-Sicherheitsrat*)."""
    whole = reading.parts.get(token.i)
    if whole and whole is not subject.cluster:
        end = End(whole, last_part(token), token.i)
        yield draft(subject, "partOf", end, token.text, "compound")


def bracket_facts(
    reading: Reading, subject: End, cluster: Cluster, mention: Found
) -> Iterator[Draft]:
    """A name in brackets behind a name (*Olaf Scholz (SPD)*, *Wapakoneta (Ohio)*)."""
    doc = reading.doc
    if mention.end + 1 >= len(doc) or doc[mention.end].text != "(":
        return
    other, word = reading.by_token.get(mention.end + 1), doc[mention.end + 1]
    if other is None or other is cluster:
        return
    relation = grammar()["structure"]["brackets"].get(f"{cluster.type} {other.type}")
    if relation:
        end = End(other, mention_text(other, word), word.i)
        yield draft(subject, relation, end, phrase(doc[mention.head], word), "brackets")


def phrase(one: "Token", other: "Token") -> str:
    """The text from one word to the other."""
    first, last = sorted((one.i, other.i))
    return str(one.doc[first : last + 1].text)


def draft(subject: End, relation: str, object_: End, predicate: str, rule: str) -> Draft:
    """A draft of one of the rules here."""
    return Draft(subject, relation, object_, subject.token, predicate, rule, CONFIDENCE[rule])
