"""Find the person whom a definite description means: *der Ministerpräsident*, *die Politikerin*."""

from typing import TYPE_CHECKING

from kg.lexicon import grammar, tails
from kg.mentions import Found
from kg.syntax import preposition

if TYPE_CHECKING:
    from kg.reading import Cluster, Reading
    from kg.words import Doc, Token


def described(reading: "Reading", mention: Found, token: "Token") -> "Cluster | None":
    """The named person of that role, else the last one of that gender for a mere description."""
    if mention.type != "Person" or not is_definite(token):
        return None
    near = people_before(reading, token)
    holder = holder_among(reading, mention, near) or sole_holder(reading, mention)
    if holder is None and mention.detail in grammar()["describing_roles"]:
        found = next((c for c in near if fits_gender(mention, c)), None)
        return found if found and not has_rival(reading, mention, found) else None
    return holder


def has_rival(reading: "Reading", mention: Found, cluster: "Cluster") -> bool:
    """Whether somebody unnamed of the same sex was spoken of after a named person."""
    last = max(m.head for m in cluster.mentions if m.head < mention.head)
    own = reading.doc[mention.head].head  # *ein Berater des Politikers* is another
    words = (reading.doc[i] for i in range(last + 1, mention.head))
    words = (t for t in words if t != own and not t.below["cop"])
    between = (reading.by_token.get(t.i) for t in words)
    unnamed = (c for c in between if c and not c.named and c.type == "Person")
    return any(fits_gender(mention, c) for c in unnamed)


def holder_among(reading: "Reading", mention: Found, people: "list[Cluster]") -> "Cluster | None":
    """The first of some people who was called by a role."""
    fitting = [c for c in people if holds(c, mention) and may_share_owner(reading, mention, c)]
    exact = [c for c in fitting if wanted_roles(mention).intersection(lower_roles(c))]
    return next(iter([*exact, *fitting]), None)


def sole_holder(reading: "Reading", mention: Found) -> "Cluster | None":
    """The only named person of the article who holds an office."""
    if mention.detail not in grammar()["structure"]["offices"]:
        return None
    people = [c for c in reading.clusters if c.named and c.type == "Person"]
    holders = [c for c in people if holds(c, mention) and may_share_owner(reading, mention, c)]
    sole = len(holders) == 1 and holds_now(reading, holders[0], mention)
    return holders[0] if sole else None


def holds(cluster: "Cluster", mention: Found) -> bool:
    """Whether a person was called by a role, a kind of it or another word for the same office."""
    wanted, other = wanted_roles(mention), tuple(grammar()["other_offices"])
    roles = lower_roles(cluster)
    kinds = (tails(role) for role in roles if not role.startswith(other))
    return bool(wanted & roles) or any(wanted.intersection(parts) for parts in kinds)


def wanted_roles(mention: Found) -> set[str]:
    """A role with other words for it and the narrower ones, in lower case."""
    plain = mention.base.lower().removeprefix("ex-")
    synonyms = (*grammar()["same_offices"], *grammar()["synonyms"])
    words = [w for w in synonyms if plain in w]
    return {plain, *(word for group in words for word in group), *narrower(plain)}


def narrower(noun: str) -> set[str]:
    """The professions that a wider noun may take up (*Biologin … die Forscherin*)."""
    feminine = noun.removesuffix("in") if noun.endswith("in") else ""
    kinds: list[str] = grammar()["narrower_professions"].get(feminine or noun, [])
    return {f"{kind.removesuffix('e')}in" if feminine else kind for kind in kinds}


def lower_roles(cluster: "Cluster") -> set[str]:
    """The role nouns that a person was called by, in lower case."""
    return {role.lower() for role in roles_of(cluster)}


def holds_now(reading: "Reading", cluster: "Cluster", mention: Found) -> bool:
    """Whether no adjective says that one of two mentions of an office is of another time."""
    heads = [m.head for m in cluster.mentions if m.kind == "nominal"]
    return not any(of_other_time(reading.doc[i]) for i in [*heads, mention.head])


def of_other_time(token: "Token") -> bool:
    """Whether an adjective says that an office is held no longer or not yet."""
    before = token.doc[max(0, token.left_edge.i) : token.i]
    stems = tuple(grammar()["of_other_time"])
    return any(word.lower_.startswith(stems) for word in before if word.pos_ != "DET")


def may_share_owner(reading: "Reading", mention: Found, cluster: "Cluster") -> bool:
    """Whether no two states or bodies set the role apart (*der russische Präsident*)."""
    owner = owner_of(reading, reading.doc[mention.head])
    same = [m for m in cluster.mentions if m.kind == "nominal"]
    others = [o for m in same if (o := owner_of(reading, reading.doc[m.head]))]
    return owner is None or not others or any(o is owner for o in others)


def owner_of(reading: "Reading", token: "Token") -> "Cluster | None":
    """The state, place or organisation that a noun is attributed to."""
    for child in token.children:
        if child.dep_ == "amod" and child.i in reading.adjectives:
            return reading.adjectives[child.i]
        known = child.dep_ == "nmod" and child.i in reading.by_token
        if known and preposition(child) in ("", "von"):
            return reading.by_token[child.i]
    return reading.parts.get(token.i)


def is_definite(token: "Token") -> bool:
    """Whether a noun in the singular has the definite article."""
    articles = [c.lower_ for c in token.below["det"]]
    return any(a in grammar()["definite_articles"] for a in articles)


def set_apart(token: "Token", other: "Token") -> bool:
    """Whether attributes of two nouns clash: numbers, places, or no adjective in common."""
    for kind, told in (("nummod", attributes), ("amod", attributes), ("nmod", places_beside)):
        if token.below[kind] and other.below[kind]:
            one, two = told(token, kind), told(other, kind)
            if one and two and one.isdisjoint(two):
                return True
    return False


def places_beside(token: "Token", kind: str) -> set[str]:
    """Where a noun is said to be or to be from (*die Rebellen im Norden*)."""
    local = (*grammar()["structure"]["place_prepositions"], "aus")
    return {c.lemma_.lower() for c in token.below[kind] if preposition(c) in local}


def attributes(token: "Token", kind: str) -> set[str]:
    """The adjectives or numerals of a noun that tell which is meant, without their endings."""
    loose = grammar()["loose_adjectives"]
    words = (w for c in token.below[kind] if (w := c.lemma_.lower()) not in loose)
    endings = grammar()["adjective_endings"] if kind == "amod" else ()  # lemmas may keep them
    return {next((w.removesuffix(e) for e in endings if w.endswith(e)), w) for w in words}


def people_before(reading: "Reading", token: "Token") -> list["Cluster"]:
    """Named persons in this sentence and the two before it, the last one first.

    A noun does not mean whoever stands in another place of its verb (*Ada leitet die Bank*;
    Chomsky 1981, Lectures on Government and Binding, principle C).
    """
    first = earliest(reading.doc, token)
    beside = [reading.by_token[t.i] for t in token.head.children if t.i in reading.by_token]
    found = [
        reading.by_token[i] for i in range(token.i - 1, first - 1, -1) if i in reading.by_token
    ]
    unique = {id(c): c for c in found if c.named and c.type == "Person"}
    return [c for c in unique.values() if not any(c is other for other in beside)]


def earliest(doc: "Doc", token: "Token", sentences: int = 2) -> int:
    """Index of the first token of the sentence that lies so many before the token's."""
    start = token.sent.start
    for _ in range(sentences):
        start = doc.tokens[start - 1].sent.start if start else 0
    return start


def roles_of(cluster: "Cluster") -> set[str]:
    """The role nouns that a person was called by."""
    return {m.base for m in cluster.mentions if m.kind == "nominal"}


def fits_gender(mention: Found, cluster: "Cluster") -> bool:
    """Whether a person was called by role nouns, and all are of the gender of the description."""
    feminine, roles = mention.base.endswith("in"), roles_of(cluster)
    return bool(roles) and all(role.endswith("in") == feminine for role in roles)
