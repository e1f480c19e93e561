"""Facts that noun phrases express: roles, membership, origin, place (*der russische Präsident*)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.drafts import Draft, End, mention_text
from kg.lexicon import grammar
from kg.mentions import Found, last_part
from kg.reading import Cluster, Reading
from kg.syntax import children, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token


def structure_drafts(reading: Reading) -> Iterator[Draft]:
    """All facts that the noun phrases of an article express, in reading order."""
    for cluster in reading.clusters:
        for mention in cluster.mentions:
            token = reading.doc[mention.head]
            if mention.kind == "nominal":
                yield from nominal_facts(reading, cluster, mention, token)
            elif mention.kind == "national":
                yield from national_facts(reading, cluster, mention, token)
            elif mention.kind == "name":
                yield from name_facts(reading, cluster, mention, token)


def nominal_facts(
    reading: Reading, cluster: Cluster, mention: Found, token: "Token"
) -> Iterator[Draft]:
    """What a common noun says of the thing it stands for."""
    rules = grammar()["structure"]
    if cluster.type == "Person" and mention.detail in rules["positions"]:
        role = End(None, role_name(token), token.i)
        yield draft(reading, cluster, token, "holdsPosition", role, token.text, "role", 0.9)
    for owner, word in owners(reading, token):
        if owner is cluster:
            continue
        end = End(owner, mention_text(owner, word), word.i)
        for relation in owned_relations(cluster, mention, owner):
            yield draft(reading, cluster, token, relation, end, phrase(token, word), "attribute", 0.8)


def owned_relations(cluster: Cluster, mention: Found, owner: Cluster) -> list[str]:
    """The relations between a thing and what its noun is attributed to, by the kinds of both."""
    tables = grammar()["structure"]
    detail = mention.detail
    if mention.base in grammar()["troops"]:
        detail = "troops"
    relations = tables["owned"].get(detail) or tables["owned"].get(cluster.type) or {}
    return list(relations.get(owner.type) or relations.get("any") or [])


def owners(reading: Reading, token: "Token") -> list[tuple[Cluster, "Token"]]:
    """States, organisations and places that a noun is attributed to, with the words for them."""
    found = [(reading.parts[token.i], token)] if token.i in reading.parts else []
    for child in children(token, "amod"):
        if child.i in reading.adjectives:
            found.append((reading.adjectives[child.i], child))
    for child in children(token, "nmod", "appos", "det"):
        cluster = reading.by_token.get(child.i)
        if cluster and is_attributive(child):
            found.append((cluster, child))
    return found


def is_attributive(child: "Token") -> bool:
    """Whether a phrase says whose or of what the noun is (genitive, *von*, *bei*, possessive)."""
    if child.dep_ == "det":
        return child.tag_ == "PPOSAT"
    if child.dep_ == "appos":
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
    reading: Reading, cluster: Cluster, mention: Found, token: "Token"
) -> Iterator[Draft]:
    """A national is a citizen of the state that the noun is made from."""
    if mention.known is None:
        return
    state = next((c for c in reading.clusters if c.key == mention.known.key), None)
    if state and state is not cluster:
        end = End(state, token.text, token.i)
        yield draft(reading, cluster, token, "citizenOf", end, token.text, "national", 0.7)


def name_facts(reading: Reading, cluster: Cluster, mention: Found, token: "Token") -> Iterator[Draft]:
    """What stands beside a name: brackets, places, adjectives of origin."""
    for child in children(token, "amod"):
        state = reading.adjectives.get(child.i)
        if state and state is not cluster:
            yield from placed(reading, cluster, token, state, child, "adjective of origin")
    for child in children(token, "nmod", "obl", "appos"):
        place = reading.by_token.get(child.i)
        near = preposition(child) in grammar()["structure"]["place_prepositions"]
        if place and place is not cluster and place.type == "Place" and near:
            yield from placed(reading, cluster, token, place, child, "place of a name")
    yield from bracket_facts(reading, cluster, mention, token)


def placed(
    reading: Reading, cluster: Cluster, token: "Token", place: Cluster, word: "Token", rule: str
) -> Iterator[Draft]:
    """The relation of a thing to a place beside it, by the kinds of both."""
    relation = grammar()["structure"]["placed"].get(finer_type(cluster))
    if relation and place.type == "Place":
        end = End(place, mention_text(place, word), word.i)
        yield draft(reading, cluster, token, relation, end, phrase(token, word), rule, 0.75)


def finer_type(cluster: Cluster) -> str:
    """The class of a cluster; regions apart from other places."""
    return "region" if cluster.detail == "region" else cluster.type


def bracket_facts(
    reading: Reading, cluster: Cluster, mention: Found, token: "Token"
) -> Iterator[Draft]:
    """A name in brackets behind a name (*Olaf Scholz (SPD)*, *Wapakoneta (Ohio)*)."""
    doc = reading.doc
    if mention.end + 1 >= len(doc) or doc[mention.end].text != "(":
        return
    other = reading.by_token.get(mention.end + 1)
    if other is None or other is cluster:
        return
    relation = grammar()["structure"]["brackets"].get(f"{cluster.type} {other.type}")
    if relation:
        word = doc[mention.end + 1]
        end = End(other, mention_text(other, word), word.i)
        yield draft(reading, cluster, token, relation, end, phrase(token, word), "brackets", 0.85)


def phrase(one: "Token", other: "Token") -> str:
    """The text from one word to the other."""
    first, last = sorted((one.i, other.i))
    return str(one.doc[first : last + 1].text)


def draft(
    reading: Reading,
    cluster: Cluster,
    token: "Token",
    relation: str,
    end: End,
    predicate: str,
    rule: str,
    confidence: float,
) -> Draft:
    """A draft that starts from a cluster."""
    subject = End(cluster, mention_text(cluster, token), token.i)
    return Draft(subject, relation, end, token.i, predicate, rule, confidence)


def part_facts(reading: Reading) -> Iterator[Draft]:
    """An organisation whose name begins with that of another is a part of it (*UN-Sicherheitsrat*)."""
    for cluster in reading.clusters:
        for mention in cluster.mentions:
            whole = reading.parts.get(mention.head)
            if mention.kind == "name" and whole and whole is not cluster and cluster.type == "Organization":
                token = reading.doc[mention.head]
                end = End(whole, last_part(token), token.i)
                yield draft(reading, cluster, token, "partOf", end, token.text, "compound", 0.8)
