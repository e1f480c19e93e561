"""Find the person of whom a noun says no more than sex, age, deed or nationality.

*Ein 19-Jähriger … der Angreifer … der Mann*, *Sven Halvorsen … der Norweger*. The noun is taken for
somebody only where one person alone fits.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from kg.countries import is_bare
from kg.descriptions import owner_of
from kg.gazetteer import STATE
from kg.genders import noun_genders, person_genders
from kg.kinds import FARTHEST, before, is_one_known, is_taken_up
from kg.lexicon import grammar, tails
from kg.mentions import Found
from kg.nouns import is_plural
from kg.syntax import clause_verb, is_passive

if TYPE_CHECKING:
    from kg.reading import Cluster, Reading
    from kg.words import Token

NUMERALS = (
    "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
)  # fmt: skip
AGE = re.compile("([0-9]+)(?:-?[Jj]ährig| Jahre)")
WRITTEN_AGE = re.compile(f"({'|'.join(NUMERALS)})(?:jährig| jahre)")  # in lower case
NEAR = 2  # sentences back


def person_meant(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The only person nearby whom a noun for a mere man, woman, culprit or national can mean."""
    if mention.type != "Person" or not is_one_known(token) or not is_bare(token):
        return None
    genders = genders_meant(mention, token)
    if not genders:
        return None
    people = [c for c in before(reading, token, NEAR) if c.type == "Person"]
    people = [c for c in people if genders & person_genders(token.doc, c)]
    if says_more(mention) and not all(is_mere(c) for c in people):
        return None
    fitting = [c for c in people if may_be(reading, c, mention, token)]
    return fitting[0] if len(fitting) == 1 else of_age(reading, mention, token)


def of_age(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The only person some way back whose age a noun tells (*ein Mann (53) … der 53-Jährige*)."""
    told, genders = ages_in(token.text), genders_meant(mention, token)
    people = before(reading, token, FARTHEST) if told else iter(())
    fitting = [c for c in people if c.type == "Person" and told & ages_of(reading, c)]
    fitting = [c for c in fitting if genders & person_genders(token.doc, c)]
    return fitting[0] if len(fitting) == 1 else None


def ages_of(reading: "Reading", cluster: "Cluster") -> set[str]:
    """The ages that somebody is told by, also in brackets behind the name (*Ada Alm (46)*)."""
    doc, ends = reading.doc, [m.end for m in cluster.mentions]
    behind = {doc[i + 1].text for i in ends if i + 2 < len(doc) and doc[i].text == "("}
    return {age for m in cluster.mentions for age in ages_in(m.text)} | behind


def ages_in(text: str) -> set[str]:
    """The ages in a phrase, as figures or as words in lower case."""
    return {*AGE.findall(text), *WRITTEN_AGE.findall(text.lower())}


def group_meant(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The only people nearby who did something that *die Täter* can mean."""
    if mention.type != "Group" or not is_culprit(mention):
        return None
    if not (is_taken_up(token) and is_plural(token) and is_bare(token)):
        return None
    groups = [c for c in before(reading, token, NEAR) if c.type == "Group" and not c.known]
    acting = [c for c in groups if cluster_acts(reading, c, token)]
    return acting[0] if len(acting) == 1 else None


def genders_meant(mention: Found, token: "Token") -> set[str]:
    """The genders of whom a noun may mean, none if it says more than that they are somebody."""
    noun = plain(mention.base)
    sexes = grammar()["mere_persons"]
    if noun in sexes:
        return {sexes[noun]} if sexes[noun] else noun_genders(token, noun)
    mere = mention.kind == "national" or is_culprit(mention) or says_more(mention)
    return noun_genders(token, noun) if mere else set()


def plain(noun: str) -> str:
    """A noun in lower case without what stands before a hyphen, or a number (*Vierjährige*)."""
    last = noun.lower().rpartition("-")[2]
    return WRITTEN_AGE.sub("jährig", last)


def says_more(mention: Found) -> bool:
    """Whether a noun tells what somebody does, which may be told after *eine 81-jährige Frau*."""
    describing = ("person", *grammar()["describing_roles"])
    mere = plain(mention.base) in grammar()["mere_persons"]
    return mention.detail in describing and not mere and not is_culprit(mention)


def is_mere(cluster: "Cluster") -> bool:
    """Whether somebody unnamed was called by no more than sex and age."""
    nouns = [plain(m.base) for m in cluster.mentions]
    return not cluster.named and all(noun in grammar()["mere_persons"] for noun in nouns)


def is_culprit(mention: Found) -> bool:
    """Whether a noun calls somebody after a deed told before (*der Täter*)."""
    return not culprits().isdisjoint(tails(mention.base))


@cache
def culprits() -> frozenset[str]:
    """The nouns in lower case for somebody who did a deed."""
    return frozenset(grammar()["culprits"])


def may_be(reading: "Reading", cluster: "Cluster", mention: Found, token: "Token") -> bool:
    """Whether nothing told of a person speaks against a noun: age, nationality, what they did."""
    if mention.kind == "national":
        return may_be_national(reading, cluster, mention)
    if is_culprit(mention) and not cluster_acts(reading, cluster, token):
        return False
    if mention.base.lower() in grammar()["adults"] and is_minor(cluster):
        return False
    ages = {age for m in cluster.mentions for age in ages_in(m.text)}
    told = ages_in(token.text)
    return not told or not ages or bool(told & ages)


def is_minor(cluster: "Cluster") -> bool:
    """Whether somebody was called a child."""
    return any(m.base.lower() in grammar()["minors"] for m in cluster.mentions)


def may_be_national(reading: "Reading", cluster: "Cluster", mention: Found) -> bool:
    """Whether a person was called after the same state, or has a name and was after no other."""
    others = {m.base for m in cluster.mentions if m.kind == "national"}
    owners = [owner_of(reading, reading.doc[m.head]) for m in cluster.mentions]
    states = {o.key for o in owners if o and o.known and o.known.kind == STATE}
    if mention.known and mention.known.key in states:
        return True
    return cluster.named and not others and not states


def cluster_acts(reading: "Reading", cluster: "Cluster", token: "Token") -> bool:
    """Whether a person did something before a token and did not only suffer it."""
    heads = [reading.doc[m.head] for m in cluster.mentions if m.head < token.i]
    verbs = [clause_verb(t) for t in heads if t.dep_ == "nsubj"]
    return any(not is_passive(v) and v.lemma_ not in grammar()["suffering"] for v in verbs)
