"""Judge whether two articles, or groups of them, speak of one thing.

Evidence adds up as log-odds, as in probabilistic record linkage (Fellegi and Sunter 1969, "A
Theory for Record Linkage"): what the names have in common first, then what else is said. The
weights stand in `ontology/lexicon/identity.toml`; they were set by hand.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from math import exp, log

from kg.body_names import compare_bodies
from kg.gazetteer import actor_of, load_gazetteer
from kg.lexicon import grammar, read_toml, tails
from kg.model import Verdict
from kg.personal_names import OTHER, compare_persons, limit
from kg.profiles import Office, Profile

# What the names have in common, in words; {0} and {1} are the names.
NAMES = {
    "same_name": "same name",
    "bare_name": "same name, with no first name",
    "generic_name": "same name, which several may have",
    "middle_name": "{0}: more or fewer first names than {1}",
    "later_first_name": "{0}: without the first one of the first names of {1}",
    "initial": "{0}: initial in {1}",
    "romanised": "{0}: another spelling of {1}",
    "romanised_long": "{0}: another spelling of {1}",
    "similar": "{0}: spelt much like {1}",
    "last_name": "{0}: last name of {1}",
    "first_name": "{0}: first name of {1}",
    "genitive": "{0}: genitive of {1}",
    "legal_form": "{0}: {1} but for signs or legal form",
    "longer_name": "{0}: {1} with or without what it is of or in",
    "inflected": "{0}: inflected form of {1}",
    "club_form": "{0}: {1} but for the kind of club",
    "abbreviation": "{0}: abbreviation for the one, name of the other",
    "abbreviation_of_two": "{0}: abbreviation for names that differ",
    "initials": "{0}: initials of {1}",
}
# In one article these are forms of one name rather than two things.
FORMS = (
    "same_name",
    "legal_form",
    "longer_name",
    "inflected",
    "club_form",
    "middle_name",
    "genitive",
)
BARE = ("bare_name", "last_name", "first_name")
GUESSES = ("similar", "initials", "first_name")  # never sure
BODIES = ("court", "government", "state_body")

Evidence = tuple[str, str, float]  # key of `weights`, what it is in words, and its weight


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two are one: a probability, what it rests on, and what their names have in common."""

    score: float
    reasons: tuple[str, ...]
    relation: str

    @property
    def verdict(self) -> Verdict:
        """Same, different, or unsure."""
        if self.score >= limit("same"):
            return Verdict.SAME
        return Verdict.UNSURE if self.score >= limit("unsure") else Verdict.DIFFERENT


@cache
def weights() -> dict[str, float]:
    """Log-odds of each kind of evidence."""
    return dict(read_toml("lexicon", "identity.toml")["weights"])


def judge(
    one: Profile, other: Profile, rarity: Mapping[str, float], bearers: int | None = None
) -> Judgement | None:
    """Whether two profiles are of one thing.

    Args:
        one: What is known of the one.
        other: What is known of the other.
        rarity: Key of a name → how much it tells that both are named with it, the rarer the more.
        bearers: How many others are known by a last name that both are called by, and one by
            nothing else.

    Returns:
        None where their names have nothing in common, or they are two for certain.
    """
    if one.known and other.known:
        return None
    named = best_names(one, other)
    if named is None:
        return None
    relation, text = named
    evidence = [(relation, text, weights()[relation]), *circumstances(one, other, relation, rarity)]
    if bearers is not None:
        evidence += by_bearers(bearers, relation)
    return weighed(evidence, relation)


def by_bearers(bearers: int, relation: str) -> Iterator[Evidence]:
    """Others of that last name."""
    if bearers and relation in ("last_name", "bare_name"):
        weight = bearers * weights()["each_other_bearer"]
        yield "each_other_bearer", f"{bearers} more of that name", weight
    elif relation == "bare_name":
        yield known_as("nobody_else", "nobody else has it")


def weighed(evidence: list[Evidence], relation: str) -> Judgement:
    """The judgement that evidence adds up to; what may be chance or a slip is never sure."""
    score = 1 / (1 + exp(-sum(weight for _, _, weight in evidence)))
    if relation in GUESSES and "first_name_there" not in {key for key, _, _ in evidence}:
        score = min(score, limit("same") - 0.01)
    return Judgement(round(score, 2), tuple(text for _, text, _ in evidence), relation)


def best_names(one: Profile, other: Profile) -> tuple[str, str] | None:
    """The strongest relation between names of both, with its words; None where names clash."""
    compare = compare_persons if one.person and other.person else compare_bodies
    pairs = sorted(product(one.names, other.names))
    related = [(r, a, b) for a, b in pairs if (r := compare(a, b))]
    kinds = {r for r, _, _ in related}
    if OTHER in kinds and "same_name" not in kinds:
        return None
    found = [(specific(r, a, one, other), a, b) for r, a, b in related if r != OTHER]
    if not found:
        return None
    relation, a, b = max(found, key=lambda f: weights()[f[0]])
    if relation == "club_form" and "Place" in one.types | other.types:
        return None
    return relation, NAMES[relation].format(*in_order(relation, a, b))


def specific(relation: str, a: str, one: Profile, other: Profile) -> str:
    """What equal names are worth: less where it is a name that several bear."""
    if relation != "same_name" or one.person or other.person:
        return relation
    short = sum(is_short_form(a, p.names) for p in (one, other))
    if short:
        return "abbreviation" if short == 1 else "abbreviation_of_two"
    return "generic_name" if is_generic(a) else relation


def is_short_form(name: str, names: frozenset[str]) -> bool:
    """Whether a name is the short one of several."""
    return any(len(other) > len(name) for other in names)


@cache
def is_generic(name: str) -> bool:
    """Whether a name is a common noun for a body that every state or town has."""
    found = actor_of(load_gazetteer(), name) if " " not in name and "-" not in name else None
    return bool(found and found[1].kind in BODIES and not name.startswith("Bundes"))


def in_order(relation: str, a: str, b: str) -> tuple[str, str]:
    """The names with the shorter one first, where a relation tells a short name from a long one."""
    if relation in ("last_name", "first_name", "later_first_name", "initials", "initial"):
        short, long = sorted((a, b), key=lambda name: (len(name.split()), len(name), name))
        return short, long
    return a, b


def circumstances(
    one: Profile, other: Profile, relation: str, rarity: Mapping[str, float]
) -> Iterator[Evidence]:
    """What speaks for or against it besides the names."""
    offices = list(by_office(one, other))
    yield from offices
    if "other_office" not in {key for key, _, _ in offices}:  # which says it already
        yield from by_state(one, other)
    yield from by_body(one, other, relation)
    yield from by_time(one, other)
    yield from by_class(one, other)
    if one.documents & other.documents:
        if relation == "first_name":
            yield known_as("first_name_there", "an article has both")
        elif relation not in FORMS:
            yield known_as("told_apart", "an article tells them apart")
        return
    yield from by_company(one, other, rarity)


def known_as(key: str, text: str) -> Evidence:
    """Evidence with its weight."""
    return key, text, weights()[key]


def by_office(one: Profile, other: Profile) -> Iterator[Evidence]:
    """Offices and roles in common, or one office in two states."""
    pairs = [(a, b) for a in sorted(one.offices) for b in sorted(other.offices) if alike(a, b)]
    owned = [(a, b) for a, b in pairs if a[1] and b[1]]
    same = [a for a, b in owned if a[1] == b[1]]
    if same:
        yield known_as("same_office", f"same office: {same[0][0].capitalize()}")
    elif owned:
        yield known_as("other_office", f"{owned[0][0][0].capitalize()} elsewhere")
    elif pairs:
        yield known_as("same_role", f"same role: {pairs[0][0][0].capitalize()}")
    elif one.offices and other.offices:
        fields = [{field_of(noun) for noun, _ in p.offices} - {""} for p in (one, other)]
        apart = all(fields) and fields[0].isdisjoint(fields[1])
        text = " and ".join(min(p.offices)[0].capitalize() for p in (one, other))
        yield known_as("other_field" if apart else "other_roles", text)


def alike(one: Office, other: Office) -> bool:
    """Whether two nouns name one office (*Bundesinnenminister*, *Innenminister*)."""
    a, b = one[0], other[0]
    groups = grammar()["same_offices"]
    return a == b or a in tails(b) or b in tails(a) or any(a in g and b in g for g in groups)


@cache
def field_of(noun: str) -> str:
    """The field that a role belongs to, "" if to none in particular (*Minister*: politics)."""
    fields = read_toml("lexicon", "identity.toml")["fields"]
    found = (field for tail in tails(noun) for field in fields if tail in fields[field])
    return next(found, "")


def by_state(one: Profile, other: Profile) -> Iterator[Evidence]:
    """States that both are of, or no common one."""
    if one.states & other.states:
        yield known_as("same_state", f"both of {min(one.states & other.states)}")
    elif one.states and other.states:
        yield known_as("other_state", f"{min(one.states)} and {min(other.states)}")


def by_body(one: Profile, other: Profile, relation: str) -> Iterator[Evidence]:
    """Gender and year of birth."""
    if one.genders and other.genders and not one.genders & other.genders:
        key = "other_gender" if relation in BARE else "other_gender_full"
        yield known_as(key, "a man and a woman")
    if one.births and other.births:
        near = any(abs(a - b) <= 1 for a in one.births for b in other.births)
        text = "of the same age" if near else "born in other years"
        yield known_as("same_birth" if near else "other_birth", text)


def by_time(one: Profile, other: Profile) -> Iterator[Evidence]:
    """Years between the articles."""
    gap = min((abs(a - b) for a in one.years for b in other.years), default=0)
    if gap > limit("years"):
        key = "generations_apart" if gap > limit("generations") else "years_apart"
        yield known_as(key, f"{gap} years apart")


def by_class(one: Profile, other: Profile) -> Iterator[Evidence]:
    """Classes that the articles take it for."""
    apart = not one.types & other.types and "Other" not in one.types | other.types
    if apart:
        certain = one.person != other.person or one.known or other.known
        key = "other_class_for_certain" if certain else "other_class"
        yield known_as(key, f"{min(one.types)} and {min(other.types)}")


def by_company(one: Profile, other: Profile, rarity: Mapping[str, float]) -> Iterator[Evidence]:
    """Names that stand in the articles of both; rare ones tell more."""
    common = one.companions & other.companions
    few = min(len(p.companions) for p in (one, other)) < limit("companions")
    if common:
        rarest = sorted(common, key=lambda key: (-rarity[key], key))
        told = 1 - exp(-sum(rarity[key] for key in rarest) / limit("telling"))
        text = f"both named with {', '.join(rarest[:2])}"
        yield "company", text, weights()["company"] * told
    elif not few:
        yield known_as("no_company", "nobody named in both articles")


def rarities(profiles: Iterable[Profile]) -> dict[str, float]:
    """How much a name tells: the logarithm of how few articles have it (inverse frequency)."""
    articles: dict[str, set[str]] = {}
    for profile in profiles:
        for document in profile.documents:
            articles.setdefault(document, set()).update(profile.companions)
    counts = Counter(key for companions in articles.values() for key in companions)
    total = max(len(articles), 1)
    return {key: log((total + 1) / (count + 0.5)) for key, count in counts.items()}
