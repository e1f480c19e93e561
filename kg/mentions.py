"""Find the words of a parsed text that refer to something: names, derived forms, common nouns."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from kg.adjectival import is_adjectival_person
from kg.compounds import firm, named_part, part_of_region
from kg.gazetteer import (
    STATE,
    Actor,
    Gazetteer,
    Known,
    Role,
    actor_of,
    adjective_base,
    by_tail,
    resident_base,
)
from kg.known_names import gazetteer_spans, known_name
from kg.lexicon import grammar, tails
from kg.media_names import media_names
from kg.name_spans import is_common_noun, trimmed, without_title
from kg.name_splits import parted
from kg.name_types import is_namesake, type_of_name
from kg.noun_senses import Senses, senses_of
from kg.nouns import core, is_plural, nominative, whole_of
from kg.quotes import quoted_names
from kg.region_names import with_region
from kg.residents import DERIVED, home_of, is_town, part_of_state
from kg.syntax import children, noun_phrase
from kg.told_names import told_names, with_family_name
from kg.words import Span

if TYPE_CHECKING:
    from kg.words import Doc, Token

NAME_TYPES = {"PER": "Person", "LOC": "Place", "ORG": "Organization", "MISC": "Other"}
LOCATED = ("Organization", "Place")  # what may have the name of a town in its own
NOUNS = ("NOUN", "PROPN")
REFERRING = frozenset(("ADJ", *NOUNS))  # what may refer to something without a name


class Found(NamedTuple):
    """A mention in a parsed text.

    Attributes:
        first: Index of its first token.
        end: Index after its last token.
        head: Index of its head token.
        start_char: Offset of its first character.
        end_char: Offset after its last character.
        text: Its words.
        kind: name, derived, part, national or nominal.
        type: Class of the ontology, as far as the words alone tell.
        detail: A finer kind (state_body, media, leader, …), "" if none.
        known: The gazetteer's entry.
        base: Dictionary form of the head of a nominal; the name itself for names.
        short: A nominal's head with what stands right before it (*armenischen Separatisten*); a
            name without its noun.
        title: The same in the nominative (*armenische Separatisten*).
    """

    first: int
    end: int
    head: int
    start_char: int
    end_char: int
    text: str
    kind: str
    type: str
    detail: str = ""
    known: Known | None = None
    base: str = ""
    short: str = ""
    title: str = ""


def find_mentions(doc: "Doc", gazetteer: Gazetteer) -> list[Found]:
    """All mentions of a text, in its order; those inside a longer name are left out."""
    names = list(name_mentions(doc, gazetteer))
    names += list(repeated_names(doc, names, gazetteer))
    names += list(name_parts(doc, names, gazetteer))
    names += [m for name in names for m in [place_in_name(doc, name, gazetteer)] if m]
    taken = {i for m in names if m.kind == "name" for i in range(m.first, m.end)}
    found = names + [m for t in referring(doc) for m in word_mentions(t, gazetteer, taken)]
    return sorted(found, key=lambda m: (m.start_char, m.end_char, m.kind))


def name_mentions(doc: "Doc", gazetteer: Gazetteer) -> Iterator[Found]:
    """Names that the pipeline found, with the gazetteer's word on them, and names it missed."""
    spans = [s for e in doc.ents if e.label_ in NAME_TYPES for s in [trimmed(e, gazetteer)] if s]
    spans = [with_family_name(without_title(s, gazetteer)) for s in spans]
    spans = [p for s in spans for p in parted(s, gazetteer)]
    units = grammar()["units"]
    spans = [s for s in spans if s.text not in units and not is_common_noun(s, gazetteer)]
    taken = {t.i for span in spans for t in span}
    people = {word for s in spans if s.label_ == "PER" and len(s) > 1 for word in s.text.split()}
    for span in spans:
        known = known_name(gazetteer, span)
        known = None if known and is_namesake(span, known, people) else known
        whole, known = with_region(span, known)
        found = name_mention(whole, known, NAME_TYPES[whole.label_], gazetteer)
        yield found._replace(short=span.text) if whole is not span else found
    for span in gazetteer_spans(doc, gazetteer, taken):
        known = known_name(gazetteer, span)
        if known and not is_namesake(span, known, people):
            yield name_mention(span, known, "Other", gazetteer)
            taken |= {t.i for t in span}
    for span, paper in media_names(doc, taken):
        yield name_mention(span, gazetteer.names.get(paper), "Organization", gazetteer)
    for find in (quoted_names, told_names):
        for span, kind in find(doc, gazetteer, taken):
            yield name_mention(span, known_name(gazetteer, span), kind, gazetteer)


def repeated_names(doc: "Doc", names: list[Found], gazetteer: Gazetteer) -> Iterator[Found]:
    """Last names that the pipeline missed, of persons whom it found by their full names."""
    last = {m.text.split()[-1] for m in names if m.type == "Person" and " " in m.text}
    if not last:
        return
    taken = {i for m in names for i in range(m.first, m.end)}
    for token in doc.tokens:
        if token.pos_ not in ("NOUN", "PROPN") or token.i in taken:
            continue
        if token.text in last or token.text.removesuffix("s") in last:
            yield name_mention(doc[token.i : token.i + 1], None, "Person", gazetteer)


def name_parts(doc: "Doc", names: list[Found], gazetteer: Gazetteer) -> Iterator[Found]:
    """Names of organisations in this text that a compound begins with (*der Nordbank-Chef*)."""
    bodies = {m.text for m in names if m.type == "Organization" and m.known is None}
    for token in (t for t in doc.tokens if "-" in t.text) if bodies else ():
        head, _, rest = token.text.rpartition("-")
        if rest and head in bodies and not named_part(token.text, gazetteer):
            end = token.idx + len(head) + 1
            yield Found(
                token.i, token.i + 1, token.i, token.idx, end, head + "-", "part", "Organization",
                base=head,
            )  # fmt: skip


def place_in_name(doc: "Doc", name: Found, gazetteer: Gazetteer) -> Found | None:
    """The town or region that a body is named after (*Landgericht Kiel*), None if none."""
    if name.kind != "name" or name.known:
        return None
    body = actor_of(gazetteer, doc.tokens[name.first].text)
    if not body or body[1].type not in LOCATED:
        return None
    rest = doc[name.first + 1 : name.end]
    city = gazetteer.names.get(rest.text.partition("-")[0])
    known = gazetteer.names.get(rest.text)
    place = known or city if len(rest) else None
    listed = place is not None and place.type == "Place" and place.kind in ("city", "region")
    if not listed and (known or not is_town(rest.text)):
        return None
    kind, base = (place.kind, place.name) if place and known else ("city", rest.text)
    return Found(
        rest.start, rest.end, rest.root.i, rest.start_char, rest.end_char, rest.text, "part",
        "Place", place.kind if listed and place else kind, known, base,
    )  # fmt: skip


def name_mention(span: "Span", known: Known | None, kind: str, gazetteer: Gazetteer) -> Found:
    """A name with its type: the gazetteer's, else what its words or the pipeline tell."""
    kind = known.type if known else type_of_name(span, kind, gazetteer)
    head = span.root
    detail = known.kind if known else kind_in_name(head, span[-1], kind, gazetteer)
    start, end, text = extent(span)
    return Found(
        span.start, span.end, head.i, start, end, text, "name", kind, detail, known,
        known.name if known else text,
    )  # fmt: skip


def extent(span: "Span") -> tuple[int, int, str]:
    """Offsets of the first character and behind the last one, and the text between."""
    first, last = span.doc.tokens[span.start], span.doc.tokens[span.end - 1]
    start, end = first.idx, last.idx + len(last.text)
    return start, end, span.doc.text[start:end]


def kind_in_name(head: "Token", last: "Token", type_: str, gazetteer: Gazetteer) -> str:
    """The kind of thing that the common noun in a name tells (*Nunavut-Territorium*), or ""."""
    for word in (head, last) if head is not last else (head,):
        actor = by_tail(gazetteer.actors, word.text)
        if actor and actor[1].type == type_:
            return actor[1].kind
    return ""


def referring(doc: "Doc") -> list["Token"]:
    """The words that may refer to something: nouns, adjectives and what may be made with a name."""
    return [
        t
        for t in doc.tokens
        if t.pos_ in REFERRING or t.text != t.lower_ or t.dep_ == "amod" or t.ent_type_ == DERIVED
        or "-" in t.text
    ]  # fmt: skip


def word_mentions(token: "Token", gazetteer: Gazetteer, taken: set[int]) -> Iterator[Found]:
    """Mentions of a single word outside names: derived adjective, compound part, common noun."""
    if not token.text[:1].isalnum():
        return
    named = named_part(token.text, gazetteer)
    part = compound_part(token, *named) if named else None
    if part:
        yield part
    if token.i in taken:
        return
    noun = token.pos_ in NOUNS
    if part and noun and part_of_region(token.text, gazetteer):
        yield word_mention(token, "name", "Place", "region", None, token.text)
    elif token.pos_ == "ADJ" or token.dep_ == "amod" or is_indeclinable(token):
        yield from adjective_mentions(token, gazetteer)
    elif noun:
        yield from noun_mentions(token, gazetteer, part.known if part else None)


def adjective_mentions(token: "Token", gazetteer: Gazetteer) -> Iterator[Found]:
    """An adjective made from a place or people (*russisch*, *Schönauer*, *norditalienisch*)."""
    known = adjective_base(gazetteer, token.text)
    if known:
        yield word_mention(token, "derived", known.type, known.kind, known, known.name)
    elif home := home_of(token):
        yield word_mention(token, "derived", "Place", "city", None, home)
    elif region := part_of_state(token.text, gazetteer):
        yield word_mention(token, "derived", "Place", "region", None, region)


def is_indeclinable(token: "Token") -> bool:
    """Whether a token is an indeclinable adjective in *-er* before a noun."""
    return token.ent_type_ == DERIVED and token.text.endswith("er") and token.dep_ != "nsubj"


def compound_part(token: "Token", known: Known, first: int, end: int) -> Found | None:
    """The name that a compound begins with (*EU-* in *EU-Ratspräsident*).

    A *Bayern-Trainer* is one of the club, not of the land.

    Args:
        token: The compound.
        known: What the name in it means.
        first: The place of its first letter in the compound.
        end: The place behind its last letter.
    """
    place = known.type == "Place" and known.kind != STATE
    if place and last_part(token).lower() in grammar()["club_people"]:
        return None
    return Found(
        token.i, token.i + 1, token.i, token.idx + first, token.idx + end, token.text[first:end],
        "part", known.type, known.kind, known, known.name,
    )  # fmt: skip


def noun_mentions(
    token: "Token", gazetteer: Gazetteer, part: Known | None = None
) -> Iterator[Found]:
    """A common noun for a government, a national, a role or an actor."""
    senses = senses_of(gazetteer, token.text)
    state, role, actor = senses.government, senses.role, senses.actor
    if role and role[0] in grammar()["bodies_as_titles"] and not before_person(token):
        role = None
    if state:
        yield word_mention(token, "name", "Place", "government", state, state.name)
    elif part and (relation := firm(senses.last, part)):
        yield nominal(token, "Organization", relation)
    elif national := national_of(token, senses, gazetteer):
        yield from national_mentions(token, national, alone=part is None)
    elif role and not is_thing(token, role[1]) and not (actor and is_body(token, actor, role[0])):
        yield nominal(token, person_or_group(token), role[1].kind)
    elif senses.people and is_people(token):
        yield word_mention(token, "name", "Group", "people", senses.people, senses.people.name)
    elif actor:
        yield nominal(token, type_of_actor(actor[1], token), actor[1].kind)
    elif is_adjectival_person(token):
        yield nominal(token, person_or_group(token), "persons")


def person_or_group(token: "Token") -> str:
    """The class of a noun for people by its number."""
    return "Group" if is_plural(token) else "Person"


def national_of(token: "Token", senses: Senses, gazetteer: Gazetteer) -> tuple[Known, str] | None:
    """The state or place that a noun for its people is made from (*Russin*, *Hesse*, *Bremer*).

    Of the people of regions and towns only the pipeline knows that they are no names (*Bayer*).
    """
    found = senses.national
    if found and found[0].kind == STATE:
        return found
    if token.ent_type_ != DERIVED:
        return None
    home = resident_base(gazetteer, token.text.removesuffix("innen").removesuffix("in"))
    return found or ((home, token.lemma_.capitalize()) if home else None)


def national_mentions(
    token: "Token", national: tuple[Known, str], *, alone: bool
) -> Iterator[Found]:
    """A noun for nationals, and the state in that for one of them if the noun is `alone`."""
    state, base = national
    kind = "Group" if is_plural(token) or not singular_national(token) else "Person"
    first = token.text[: -len(last_part(token))]  # *Karabach-*, which sets them apart
    found = nominal(token, kind, "people")
    yield found._replace(kind="national", known=state, base=first + base)
    if alone and kind == "Person":  # of several, news tells the state elsewhere
        yield word_mention(token, "part", "Place", state.kind, state, state.name)


def type_of_actor(actor: Actor, token: "Token") -> str:
    """The class of an actor noun: several persons or bodies are a group (*die Parteien*).

    *Streitkräfte* and *Behörden* are plurals that news uses for one body.
    """
    several = actor.type in ("Organization", "Person") and is_plural(token)
    one = several and any(part in grammar()["plural_bodies"] for part in tails(token.text))
    return "Group" if several and not one else actor.type


def is_people(token: "Token") -> bool:
    """Whether a noun for a people means all of it (*die Kurden*), not some (*drei Kurden*)."""
    some = children(token, "amod", "nummod", "nmod", "acl", "appos")
    return is_plural(token) and not some


def is_body(token: "Token", actor: tuple[str, Actor], role: str) -> bool:
    """Whether a noun that is a role too names a body: *der Aufsichtsrat*, no name behind it."""
    if len(actor[0]) == len(role) and actor[1].type not in ("Group", "Person"):
        return not before_person(token) and not is_plural(token)
    return len(actor[0]) > len(role)


def before_person(token: "Token") -> bool:
    """Whether the name of a person follows right behind a word."""
    return token.i + 1 < len(token.doc) and token.nbor().ent_type_ == "PER"


def is_thing(token: "Token", role: Role) -> bool:
    """Whether a neuter noun only looks like a form of a masculine role (*Gutachten*)."""
    return token.morph.get("Gender") == ["Neut"] and role.name.endswith("er")


def singular_national(token: "Token") -> bool:
    """Whether a noun for a national stands for one person.

    *Armenier* has one form for both numbers; one person has an article or a name beside it.
    """
    open_form = token.lower_.endswith(tuple(grammar()["numberless_endings"]))
    genitive = any(c.lower_ == "der" for c in token.below["det"]) and token.dep_ != "nsubj"
    if open_form and genitive:  # *der Armenier* as no subject is a plural
        return False
    single = bool(children(token, "det", "cop")) or before_person(token) or not open_form
    return "Number=Sing" in token.morph and single


def last_part(token: "Token") -> str:
    """The part of a compound behind its last hyphen."""
    return token.text.rpartition("-")[2]


def word_mention(
    token: "Token", kind: str, type_: str, detail: str, known: Known | None, base: str
) -> Found:
    """A mention of one word."""
    return Found(
        token.i, token.i + 1, token.i, token.idx, token.idx + len(token.text), token.text,
        kind, type_, detail, known, base,
    )  # fmt: skip


def nominal(token: "Token", type_: str, detail: str) -> Found:
    """A common noun with its phrase."""
    phrase = noun_phrase(token)
    start, end, text = extent(phrase)
    words = core(token, phrase.start)
    short = extent(words)[2]
    behind = whole_of(token) if detail == "region" else ""
    return Found(
        phrase.start, phrase.end, token.i, start, end, text, "nominal", type_, detail, None,
        token.lemma_, short + behind, nominative(words) + behind,
    )  # fmt: skip
