"""Facts that noun phrases express: roles, membership, origin, place (*der russische Präsident*)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.affiliations import affiliations
from kg.belonging import belonging, whereabouts_relation
from kg.compounds import is_part
from kg.drafts import Draft, End, end_for
from kg.gazetteer import STATE, Role, load_gazetteer, role_of
from kg.holders import holders
from kg.jurisdictions import implied_state, is_field, is_state_office
from kg.leadership import owned_relations
from kg.lexicon import grammar
from kg.mentions import Found, last_part
from kg.name_origins import is_of_its_name, name_origins, relations_of_name
from kg.naming import genitive_names
from kg.nouns import is_plural
from kg.predication import is_said_of_another
from kg.reading import Cluster, Reading
from kg.syntax import children, conjuncts, preposition
from kg.trades import trade_with
from kg.whereabouts import places_of

if TYPE_CHECKING:
    from kg.words import Token

CITY = "city"
LONGEST_ENDING = 4  # letters of an ending (*Spielerinnen*)


def structure_drafts(reading: Reading) -> Iterator[Draft]:
    """All facts that the noun phrases of an article express, in reading order."""
    rules = {"nominal": nominal_facts, "national": national_facts, "name": name_facts}
    for cluster in reading.clusters:
        for mention in cluster.mentions:
            if mention.kind in rules:
                held = holders_facts(reading, mention) if mention.kind == "nominal" else []
                if not held or cluster.named or is_plural(reading.doc.tokens[mention.head]):
                    yield from rules[mention.kind](reading, cluster, mention)
                yield from held


def holders_facts(reading: Reading, mention: Found) -> list[Draft]:
    """What a noun in the plural, or one for a member, says of the names that it is said of."""
    held = holders(reading, mention)
    found = [d for holder, word in held for d in role_facts(reading, holder, word, mention)]
    return [replace(draft, token=mention.head) for draft in found]


def nominal_facts(reading: Reading, cluster: Cluster, mention: Found) -> Iterator[Draft]:
    """What a common noun says of the thing it stands for."""
    token = reading.doc.tokens[mention.head]
    if not cluster.named and is_unsaid(reading, token):
        return  # *zum Präsidenten gewählt*: the verb says of whom
    yield from role_facts(reading, cluster, token, mention)
    if mention.detail != "government":  # which may stand for the whole state
        yield from place_facts(reading, cluster, token)
    elif cluster.named:
        yield from capital_facts(reading, cluster, token)


def is_unsaid(reading: Reading, token: "Token") -> bool:
    """Whether a noun says what somebody else is or becomes, or what nobody need be."""
    predicative = preposition(token) in grammar()["structure"]["predicative"]
    return predicative or is_vacancy(token) or is_said_of_another(reading, token)


def capital_facts(reading: Reading, state: Cluster, token: "Token") -> Iterator[Draft]:
    """The capital that the government of a state is said to be in (*die Regierung in Kabul*)."""
    for place, word in places_of(reading, token):
        if place is not state and place.detail == CITY:
            ends = end_for(state, token), end_for(place, word)
            yield draft(*ends, "basedIn", phrase(token, word), "place of a noun")


def role_facts(
    reading: Reading, cluster: Cluster, holder: "Token", mention: Found
) -> Iterator[Draft]:
    """The position that a noun gives, and its relations to what it is attributed to.

    Args:
        reading: The entities of the article.
        cluster: Who has the role.
        holder: The word for it.
        mention: The noun.
    """
    token = reading.doc.tokens[mention.head]
    if holds_position(reading, cluster, mention):
        role = End(None, role_name(token), token.i)
        yield draft(end_for(cluster, holder), role, "holdsPosition", token.text, "role")
    for owner, word in named_or_implied(reading, cluster, mention):
        if owner is not cluster:
            ends = end_for(cluster, holder), end_for(owner, word)
            trade = trade_with(mention, owner, word)
            for relation in [trade] if trade else owned_relations(reading, cluster, mention, owner):
                found = draft(*ends, relation, phrase(token, word), "attribute")
                yield happening(found, word)
    yield from inner_facts(reading, cluster, holder, mention)
    if mention.detail == "people":
        yield from people_facts(reading, cluster, holder, mention)


def holds_position(reading: Reading, cluster: Cluster, mention: Found) -> bool:
    """Whether a role noun names an office: of a named person, or one whose body is named too."""
    rules = grammar()["structure"]
    token = reading.doc.tokens[mention.head]
    if mention.detail not in rules["positions"] or cluster.type != "Person" or is_untitled(token):
        return False
    if cluster.named:
        return True
    before = [c for c in children(token, "det", "nmod") if c.i < token.i]
    one = bool(before) and not is_plural(token)
    return one and mention.detail in rules["offices"] and bool(owners(reading, token))


def is_vacancy(token: "Token") -> bool:
    """Whether a noun tells a place that may have no holder (*das Amt des Präsidenten*)."""
    return token.dep_ == "nmod" and token.head.lemma_ in grammar()["structure"]["vacancies"]


def is_untitled(token: "Token") -> bool:
    """Whether a noun for a person's views or fortune is no office or profession."""
    found = role_of(last_part(token))
    return found is not None and found[1].name in grammar()["structure"]["untitled"]


def owners(reading: Reading, token: "Token") -> list[tuple[Cluster, "Token"]]:
    """States, organisations and places that a noun is attributed to, with the words for them."""
    found = [(reading.parts[token.i], token)] if token.i in reading.parts else []
    if not token.children:
        return found
    found += [(reading.adjectives[t.i], t) for t in origins(reading, token)]
    for child in children(token, "nmod", "det"):
        if child.i in reading.by_token and is_attributive(child):
            found.append((reading.by_token[child.i], child))
    return found + [(reading.by_token[t.i], t) for t in genitive_names(reading, token)]


def named_or_implied(
    reading: Reading, cluster: Cluster, mention: Found
) -> list[tuple[Cluster, "Token"]]:
    """The owners of a noun, or the state of an office whose noun names none."""
    token = reading.doc.tokens[mention.head]
    found = owners(reading, token) + bodies_around(reading, token, mention.detail)
    if any(owner.named for owner, _ in found):
        return found
    state = implied_state(reading, cluster, mention)
    return [*found, (state, token)] if state else found


def bodies_around(reading: Reading, token: "Token", kind: str) -> list[tuple[Cluster, "Token"]]:
    """Bodies that a person of a kind has a role in or at (*Professorin an der Universität*)."""
    prepositions = grammar()["structure"]["around"].get(kind)
    if prepositions is None:
        return []
    inside = [c for c in token.below["nmod"] if preposition(c) in prepositions]
    found = [(reading.by_token[c.i], c) for c in inside if c.i in reading.by_token]
    return [(body, word) for body, word in found if body.type == "Organization"]


def is_attributive(child: "Token") -> bool:
    """Whether a phrase says whose or of what the noun is (genitive, *von*, *bei*, possessive)."""
    genitive = child.lower_ in grammar()["genitive_pronouns"]
    if child.dep_ == "det" or genitive:
        return child.tag_ == "PPOSAT" or genitive
    if is_field(child) and is_state_office(child.head):
        return False
    before = child.i < child.head.i  # only a genitive may stand before its noun
    if before and not preposition(child) and not child.text.endswith(("s", "’", "'")):
        return False
    return preposition(child) in grammar()["structure"]["owner_prepositions"]


def role_name(token: "Token") -> str:
    """A role in the nominative singular, its compound kept."""
    head, hyphen, last = token.text.rpartition("-")
    lemma = token.lemma_.rpartition("-")[2] if hyphen else token.lemma_
    known = role_of(last)
    if known and (lemma == last or not role_of(lemma)):
        whole = "Case=Nom" in token.morph and not is_plural(token)
        lemma = last if whole else listed_name(last, *known)
    if lemma[:1].lower() == last[:1].lower() and abs(len(lemma) - len(last)) <= LONGEST_ENDING:
        last = lemma[:1].upper() + lemma[1:] if last[:1].isupper() else lemma
    return head + hyphen + last


def listed_name(noun: str, tail: str, role: Role) -> str:
    """A noun in any form as a compound of the dictionary form of its last part."""
    return noun.lower().removesuffix(tail) + role.name.lower()


def national_facts(reading: Reading, cluster: Cluster, mention: Found) -> Iterator[Draft]:
    """A national is a citizen of the state that the noun is made from, unless he lives elsewhere.

    *Bosnische Serben* are citizens of Bosnia, *Armenier in Aserbaidschan* hardly of Armenia.
    """
    token = reading.doc.tokens[mention.head]
    key = mention.known.key if mention.known else ""
    state = next((c for c in reading.clusters if c.key == key), None)
    if mention.type == "Group" and (words := origins(reading, token)):
        for word in words:
            home = reading.adjectives[word.i]
            if home.type == "Place" and home.detail == STATE:
                ends = end_for(cluster, token), end_for(home, word)
                yield draft(*ends, "citizenOf", phrase(token, word), "national")
    elif state and state is not cluster and not is_ethnic(reading, token, state):
        ends = end_for(cluster, token), End(state, token.text, token.i)
        yield draft(*ends, "citizenOf", token.text, "national")
    yield from place_facts(reading, cluster, token)


def is_ethnic(reading: Reading, token: "Token", state: Cluster) -> bool:
    """Whether a noun for nationals names a people that lives in another state."""
    marked = any(c.lemma_.lower() in grammar()["ethnic"] for c in token.below["amod"])
    part = reading.parts.get(token.i)
    return marked or part not in (None, state) or bool(places_of(reading, token))


def people_facts(
    reading: Reading, cluster: Cluster, holder: "Token", mention: Found
) -> Iterator[Draft]:
    """A named person who is called one of a people belongs to it (*der Kurde Masud Barzani*)."""
    token = reading.doc.tokens[mention.head]
    known = load_gazetteer().peoples.get(token.lower_)
    people = next((c for c in reading.clusters if known and c.key == known.key), None)
    if people and cluster.named and cluster.type == "Person":
        ends = end_for(cluster, holder), End(people, token.text, token.i)
        yield draft(*ends, "memberOf", token.text, "national")


def name_facts(reading: Reading, cluster: Cluster, mention: Found) -> Iterator[Draft]:
    """What stands beside a name: adjectives of origin, places, brackets."""
    token = reading.doc.tokens[mention.head]
    yield from origin_facts(reading, cluster, mention)
    yield from inner_facts(reading, cluster, token, mention)
    yield from place_facts(reading, cluster, token)
    if cluster.type in ("Organization", "Place"):
        yield from part_facts(reading, cluster, token)
        yield from named_after_facts(reading, cluster, mention)
    yield from bracket_facts(reading, cluster, mention)
    for relation, body, word in affiliations(reading, cluster, token) if token.children else ():
        ends = end_for(cluster, token), end_for(body, word)
        yield draft(*ends, relation, phrase(token, word), "affiliation")


def origin_facts(reading: Reading, cluster: Cluster, mention: Found) -> Iterator[Draft]:
    """The place that a named thing is from (*die tunesische Tunisair*)."""
    token = reading.doc.tokens[mention.head]
    noun = noun_before(reading, mention)
    for word in [*origins(reading, token), *(origins(reading, noun) if noun else [])]:
        place = reading.adjectives[word.i]
        if mention.first <= word.i < mention.end or place is cluster or place.type != "Place":
            continue
        ends = end_for(cluster, token), end_for(place, word)
        for relation in relations_of_name(cluster, mention, place):
            yield draft(*ends, relation, phrase(token, word), "adjective of origin")


def noun_before(reading: Reading, mention: Found) -> "Token | None":
    """The noun that no list has before the name that it tells the kind of."""
    name = reading.doc.tokens[mention.head]
    noun = name.head
    before = name.dep_ in ("appos", "flat") and noun.pos_ == "NOUN" and noun.i == mention.first - 1
    return noun if before and noun.i not in reading.by_token else None


def inner_facts(
    reading: Reading, cluster: Cluster, holder: "Token", mention: Found
) -> Iterator[Draft]:
    """The place that the name of a body ends in (*Landgericht Kiel*, *Polizei Kiel*)."""
    first = mention.first + 1 if mention.kind == "name" else mention.end
    index = reading.parts if mention.kind == "name" else reading.by_token
    place = index.get(first)
    if place is None or cluster.type != "Organization" or place is cluster:
        return
    if place.type != "Place" or place.detail == STATE:
        return
    token, word = reading.doc.tokens[mention.head], reading.doc.tokens[first]
    if mention.kind == "nominal" and not is_named_after(token, word):
        return
    ends = end_for(cluster, holder), end_for(place, word)
    for relation in belonging(cluster, mention, place):
        yield draft(*ends, relation, phrase(token, word), "place in a name")


def named_after_facts(reading: Reading, cluster: Cluster, mention: Found) -> Iterator[Draft]:
    """The place that a name is made with (*die Deutsche Bank*)."""
    for place, word in name_origins(reading, mention):
        if place is not cluster and is_of_its_name(cluster, place):
            ends = end_for(cluster, reading.doc.tokens[mention.head]), end_for(place, word)
            for relation in relations_of_name(cluster, mention, place):
                yield draft(*ends, relation, mention.text, "place in a name")


def is_named_after(body: "Token", word: "Token") -> bool:
    """Whether a bare name right behind a noun is its apposition."""
    joined = word.head == body and word.dep_ in ("appos", "flat")
    return joined and not preposition(word) and "Case=Gen" not in word.morph


def origins(reading: Reading, token: "Token") -> list["Token"]:
    """Adjectives of origin before a noun, coordinated ones too (*russische und indische*)."""
    attributes = token.below["amod"]
    if not attributes:
        return []
    return [t for a in attributes for t in conjuncts(a) if t.i in reading.adjectives]


def place_facts(reading: Reading, cluster: Cluster, token: "Token") -> Iterator[Draft]:
    """Places that a noun is said to be in (*die Separatisten in Bergkarabach*)."""
    relation = whereabouts_relation(cluster)
    for place, word in places_of(reading, token) if relation else ():
        if place is not cluster:
            ends = end_for(cluster, token), end_for(place, word)
            found = draft(*ends, relation, phrase(token, word), "place of a noun")
            staying = relation in grammar()["placed_by_object"] and relation != "locatedIn"
            yield replace(found, place=place) if staying else happening(found, word)


def part_facts(reading: Reading, cluster: Cluster, token: "Token") -> Iterator[Draft]:
    """What another organisation's name begins is a part of it (*UN-Sicherheitsrat*)."""
    whole = reading.parts.get(token.i)
    if whole and is_part(whole, cluster, token):
        ends = end_for(cluster, token), End(whole, last_part(token), token.i)
        yield draft(*ends, "partOf", token.text, "compound")


def bracket_facts(reading: Reading, cluster: Cluster, mention: Found) -> Iterator[Draft]:
    """A name in brackets behind a name (*Olaf Scholz (SPD)*, *Wapakoneta (Ohio)*)."""
    tokens = reading.doc.tokens
    if mention.end + 1 >= len(tokens) or tokens[mention.end].text != "(":
        return
    other, word = reading.by_token.get(mention.end + 1), tokens[mention.end + 1]
    if other is None or other is cluster:
        return
    relation = grammar()["structure"]["brackets"].get(f"{cluster.type} {other.type}")
    if relation:
        token = tokens[mention.head]
        ends = end_for(cluster, token), end_for(other, word)
        yield draft(*ends, relation, phrase(token, word), "brackets")


def phrase(one: "Token", other: "Token") -> str:
    """The text from one word to the other."""
    first, last = sorted((one.i, other.i))
    return str(one.doc[first : last + 1].text)


def draft(subject: End, object_: End, relation: str, predicate: str, rule: str) -> Draft:
    """A draft of one of the rules here."""
    return Draft(subject, relation, object_, subject.token, predicate, rule)


def happening(draft: Draft, word: "Token") -> Draft:
    """An event happens where a phrase says it is; an adjective only tells whose it is."""
    event = draft.subject.cluster is not None and draft.subject.cluster.type == "Event"
    where = draft.object.cluster if event and word.pos_ != "ADJ" else None
    return replace(draft, place=where) if where and where.type == "Place" else draft
