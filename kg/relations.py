"""Turn propositions into typed facts by the frames of the lexicon."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import product

from kg.argument_places import Arguments, arranged, at_place, in_places
from kg.belonging import is_troop
from kg.control import possessives
from kg.counts import counts, is_generic
from kg.deeds import authors, deed_owners
from kg.drafts import Draft, End, ends_at, is_member
from kg.expressions import expressions_at
from kg.juries import juries
from kg.lexicon import Frame, Lexicon, grammar, noun_frames, tails
from kg.model import Argument, Modality, Polarity, Proposition
from kg.mutual import each_way
from kg.places import place_at_ends, place_of
from kg.positions import positions
from kg.previous_speakers import previous_speakers
from kg.prosecutors import prosecutors
from kg.protesters import protesters
from kg.reading import Reading
from kg.source_entities import source_cluster
from kg.standins import former_body, leaves_office, standins
from kg.syntax import children, preposition
from kg.things import things_at

ATTENDED = "participatedIn"
ROLE_RULE = "role frame"


def relation_drafts(
    reading: Reading, propositions: list[Proposition], lexicon: Lexicon
) -> Iterator[Draft]:
    """All facts that clauses, event nouns and adjectives express, in reading order."""
    for proposition in each_way(reading.doc, propositions):
        yield from facts_of(reading, proposition, lexicon)


def facts_of(reading: Reading, proposition: Proposition, lexicon: Lexicon) -> list[Draft]:
    """The facts of one proposition, by its first frame that fits."""
    frames = frames_of(reading, proposition, lexicon)
    if not frames:
        return []
    own = arranged(reading.doc, proposition.arguments)
    facts = [d for f, words in frames for d in frame_facts(reading, proposition, f, words, own)]
    return first_reading(facts) if facts else []


def first_reading(drafts: list[Draft]) -> list[Draft]:
    """The facts of the first relation found, and counts, offices and places, which go with any."""
    placed = grammar()["placing_relations"]
    free = [
        not d.object.cluster or d.rule.startswith(ROLE_RULE) or d.relation in placed for d in drafts
    ]
    first = next((d for d, f in zip(drafts, free, strict=True) if not f), None)
    return [d for d, f in zip(drafts, free, strict=True) if f or (first and goes_with(d, first))]


def goes_with(draft: Draft, first: Draft) -> bool:
    """Whether a fact is of the relation that is read, or of one that the predicate says besides."""
    if draft.relation == first.relation:
        return True
    pair = {draft.relation, first.relation}
    joint = any(pair == {*relations} for relations in grammar()["joint_relations"])
    return joint and draft.object.cluster is not first.object.cluster


def frames_of(
    reading: Reading, proposition: Proposition, lexicon: Lexicon
) -> list[tuple[Frame, list[int]]]:
    """Frames of a predicate, most specific first, with the tokens that express it."""
    if proposition.kind == "verb":
        return verb_frames(reading, proposition, lexicon)
    if proposition.kind == "noun":
        frames = noun_frames(lexicon, reading.doc.tokens[proposition.token].text)[1]
    else:
        frames = lexicon.adjectives.get(proposition.predicate, ())
    return [(frame, [proposition.token]) for frame in frames]


def verb_frames(
    reading: Reading, proposition: Proposition, lexicon: Lexicon
) -> list[tuple[Frame, list[int]]]:
    """Support-verb expressions first, then the verb, reflexive where *sich* stands with it."""
    verb = proposition.predicate
    made = expressions_at(lexicon, reading.doc.tokens[proposition.token], verb)
    reflexive = lexicon.verbs.get(f"sich {verb}", ()) if proposition.reflexive else ()
    plain = (*reflexive, *lexicon.verbs.get(verb, ()))
    if not made and not plain:
        return []
    words = predicate_tokens(reading, proposition)
    return [*((e.frame, [noun.i, *words]) for e, noun in made), *((f, words) for f in plain)]


def frame_facts(
    reading: Reading, proposition: Proposition, frame: Frame, words: list[int], own: Arguments
) -> Iterator[Draft]:
    """The facts that a frame gives: each subject with each object.

    Args:
        reading: The entities of the article.
        proposition: What is said.
        frame: What its predicate expresses.
        words: Indices of the words of the predicate.
        own: The arguments of the proposition.
    """
    if "count" in frame.object:
        yield from count_facts(reading, proposition, frame, words)
        return
    arguments = with_noun_arguments(reading, proposition, words, own)
    subjects = frame_subjects(reading, arguments, frame)
    if frame.relation in grammar()["role_relations"]:
        yield from role_facts(reading, proposition, frame, arguments, subjects, words)
        return
    implied = [] if subjects else implied_agents(reading, proposition, frame)
    objects = frame_objects(reading, arguments, frame, subjects, implied)
    if not objects and "coagent" in frame.object:
        subjects, objects = subjects[:1], subjects[1:]
    for subject, object_ in product(subjects or implied, objects):
        if is_pair(reading, frame, subject, object_):
            found = framed_draft(reading, proposition, frame, subject, object_, words)
            yield implied_draft(found, proposition) if implied else found


def is_pair(reading: Reading, frame: Frame, subject: End, object_: End) -> bool:
    """Whether two entities differ and can be the ends of a frame's relation."""
    one, other, rules = subject.cluster, object_.cluster, grammar()["like_ends"]
    if one is None or other is None or one is other or is_member(reading, subject, object_):
        return False
    if frame.relation == ATTENDED:
        nouns = tails(reading.doc[object_.token].lemma_)
        return not any(part in rules["no_meetings"] for part in nouns)
    people = rules["people"]
    return frame.relation not in rules["relations"] or (one.type in people) == (
        other.type in people
    )


def implied_agents(reading: Reading, proposition: Proposition, frame: Frame) -> list[End]:
    """Who must have charged, protested or chosen where the clause leaves it to the text around."""
    found = prosecutors(reading, proposition, frame) or protesters(reading, proposition, frame)
    return found or previous_speakers(reading, proposition, frame) or juries(reading, frame)


def implied_draft(draft: Draft, proposition: Proposition) -> Draft:
    """A fact whose subject the clause leaves to the text before it."""
    return replace(draft, rule=f"implied agent: {proposition.predicate}")


def frame_subjects(reading: Reading, arguments: Arguments, frame: Frame) -> list[End]:
    """The entities in the subject places of a frame that its relation can have for subjects."""
    places = subject_places(frame.kind, frame.relation, frame.subject)
    subjects = fill(reading, arguments, places, frame.subject_types)
    if not subjects:
        return []
    if frame.relation in grammar()["addressing_relations"]:
        subjects = authors(reading, subjects)
    if frame.troops_only:
        subjects = [e for e in subjects if is_troop(reading.doc[e.token].lemma_)]
    if frame.relation in grammar()["not_of_generic_people"]:
        subjects = [e for e in subjects if not is_generic(reading.doc.tokens[e.token])]
    return subjects


def frame_objects(
    reading: Reading,
    arguments: Arguments,
    frame: Frame,
    subjects: list[End],
    implied: Sequence[End] = (),
) -> list[End]:
    """The entities in the object places of a frame, or those that stand behind what is there.

    Where nobody acts no fact comes of it, but whoever stands there is an entity from now on.
    """
    places = object_places(frame.kind, frame.relation, frame.object)
    arguments = moving(reading, frame, arguments)
    leaving = frame.relation in grammar()["leaving_relations"]
    if leaving and leaves_office(reading, arguments.listed, places):
        return left_body(reading, arguments, subjects)
    objects = fill(reading, arguments, places, object_classes(frame), subjects)
    if not subjects and not implied:
        return objects
    if frame.named_only:
        return [e for e in objects if e.cluster and e.cluster.named]
    if frame.relation in grammar()["standins_first"]:
        objects = standins(reading, frame, in_places(arguments, frame.object)) or objects
    objects = objects or objects_behind(reading, arguments, frame)
    if not objects and "als" in frame.object and leaving:
        objects = left_body(reading, arguments, subjects)
    return objects or (things_at(reading, frame, arguments.listed) if subjects else [])


def objects_behind(reading: Reading, arguments: Arguments, frame: Frame) -> list[End]:
    """The entities that stand behind what is in the object places of a frame."""
    objects: list[End] = []
    if frame.relation in grammar()["owner_relations"]:
        objects = owners_at(reading, arguments, frame)
        if frame.kind == "noun" and frame.object_types:
            objects = [e for e in objects if e.cluster and e.cluster.type in frame.object_types]
    return objects or standins(reading, frame, in_places(arguments, frame.object))


def left_body(reading: Reading, arguments: Arguments, subjects: Iterable[End]) -> list[End]:
    """The body that the first of those who leave one with their office leaves."""
    return [b for e in subjects if (b := former_body(reading, arguments.listed, e))][:1]


@cache
def object_places(kind: str, relation: str, own: tuple[str, ...]) -> tuple[str, ...]:
    """The places that may hold the object of a frame, those outside its own words last."""
    occasions = grammar()["occasions"].get(relation, ())
    places = (*own, "receiver", *occasions) if kind == "noun" else own
    return tuple(place for place in places if place != "coagent")


def moving(reading: Reading, frame: Frame, arguments: Arguments) -> Arguments:
    """The arguments without those that say where, if the frame asks whither."""
    directed = "in" in frame.object and "nach" in frame.object and frame.kind != "expression"
    if not directed or "in" not in arguments.by_place:
        return arguments
    return arranged(reading.doc, [a for a in arguments.listed if not stays(reading, a)])


def stays(reading: Reading, argument: Argument) -> bool:
    """Whether a phrase with *in* says where (*die Flucht in Köln*).

    A name without an article goes with *nach* there, *der*, *dem* and *im* are datives.
    """
    if argument.place != "in":
        return False
    token = reading.doc[argument.token]
    words = [c.lower_ for c in children(token, "case", "det")]
    dative = any(w in grammar()["datives_of_place"] for w in words)
    return dative or (
        token.pos_ == "PROPN" and not children(token, "det", "amod") and "ins" not in words
    )


@cache
def subject_places(kind: str, relation: str, own: tuple[str, ...]) -> tuple[str, ...]:
    """The places that may hold the subject of a frame, those outside its own words last."""
    if kind == "noun":
        attended = relation in grammar()["attended_relations"]
        return (*own, "supporter", *(["attendee"] if attended else []))
    if "agent" in own and relation in grammar()["deed_relations"]:
        return (*own, "cause adjective", "cause compound")
    return own


def object_classes(frame: Frame) -> frozenset[str]:
    """The classes that a frame takes as its object; nobody aids or calls on a thing."""
    if frame.object_types or frame.relation not in grammar()["not_of_things"]:
        return frame.object_types
    return frozenset(grammar()["no_things"])


def role_facts(
    reading: Reading,
    proposition: Proposition,
    frame: Frame,
    arguments: Arguments,
    subjects: list[End],
    words: list[int],
) -> Iterator[Draft]:
    """The offices that somebody is given, holds or leaves."""
    for subject in subjects:
        for held, role in positions(reading, frame, arguments.listed, subject):
            found = framed_draft(reading, proposition, held, subject, role, words)
            yield replace(found, rule=f"{ROLE_RULE}: {proposition.predicate}")


def with_noun_arguments(
    reading: Reading, proposition: Proposition, words: list[int], own: Arguments
) -> Arguments:
    """Arguments of the predicate, and for expressions those that hang on their noun."""
    found: list[Argument] = []
    for i in words if proposition.kind == "verb" else ():
        token = reading.doc.tokens[i]
        if i != proposition.token and token.pos_ in ("NOUN", "PROPN"):
            found += [Argument(preposition(p) or "genitive", p.i) for p in token.below["nmod"]]
            found += [Argument("adjective", t.i) for t in token.below["amod"]]
            found += [Argument("possessive", t.i) for t in possessives(token)]
    return arranged(reading.doc, [*own.listed, *found]) if found else own


def fill(
    reading: Reading,
    arguments: Arguments,
    places: Iterable[str],
    types: frozenset[str],
    others: Sequence[End] = (),
) -> list[End]:
    """The entities in the first of the places that holds any of the right type, less others."""
    for place in places:
        here = at_place(arguments, place)
        held = [(a, e) for a in here for e in ends_at(reading, a)] if here else ()
        ends = [e for a, e in held if fits(a, e, types)] if held else []
        if ends and others:
            taken = {id(e.cluster) for e in others}
            ends = [e for e in ends if id(e.cluster) not in taken]
        if ends:
            return ends
    return []


def fits(argument: Argument, end: End, types: frozenset[str]) -> bool:
    """Whether an entity in a place takes part and is of one of some types (any if none)."""
    if end.cluster is None or (types and end.cluster.type not in types):
        return False
    return not is_predicative(argument, end)


def owners_at(reading: Reading, arguments: Arguments, frame: Frame) -> list[End]:
    """Whose deed or trait the object is (*verurteilte das Vorgehen Aserbaidschans*)."""
    at = [reading.doc[a.token] for a in in_places(arguments, frame.object)]
    return deed_owners(reading, at, frame.relation)


def framed_draft(
    reading: Reading,
    proposition: Proposition,
    frame: Frame,
    subject: End,
    object_: End,
    words: list[int],
) -> Draft:
    """A draft with the stance of the proposition and what the frame itself adds."""
    negative = (frame.polarity is Polarity.NEGATIVE) != (proposition.polarity is Polarity.NEGATIVE)
    modality = proposition.modality
    if frame.modality is not Modality.ASSERTED and modality in (
        Modality.ASSERTED,
        Modality.REPORTED,
    ):
        modality = frame.modality
    return Draft(
        subject=subject,
        relation=frame.relation,
        object=object_,
        token=proposition.token,
        predicate=predicate_text(reading, words),
        rule=f"{frame.kind} frame: {proposition.predicate}",
        polarity=Polarity.NEGATIVE if negative else Polarity.POSITIVE,
        modality=modality,
        source=source_cluster(reading, proposition),
        place=place_of(reading, proposition) or place_at_ends(reading, frame, subject, object_),
        frame=frame,
        proposition=proposition,
    )


def predicate_text(reading: Reading, words: list[int]) -> str:
    """The words of a predicate in the order of the text, gaps marked."""
    doc, out, last = reading.doc, "", None
    for i in sorted(set(words)):
        gap = "" if last is None else " " if i == last + 1 else " … "
        out, last = out + gap + doc[i].text, i
    return out


def count_facts(
    reading: Reading, proposition: Proposition, frame: Frame, words: list[int]
) -> Iterator[Draft]:
    """How many died, were hurt or arrested."""
    for count in counts(reading, proposition, frame):
        value = End(None, count.numeral.text, count.numeral.i)
        found = [count.numeral.i, *words]
        yield framed_draft(reading, proposition, frame, count.subject, value, found)


def predicate_tokens(reading: Reading, proposition: Proposition) -> list[int]:
    """Indices of a verb and its separated prefix."""
    prefixes = reading.doc.tokens[proposition.token].below["compound:prt"]
    return [proposition.token, *(t.i for t in prefixes)]


def is_predicative(argument: Argument, end: End) -> bool:
    """Whether an argument says what somebody is, not who takes part (*als Präsident*)."""
    cluster = end.cluster
    if cluster is None or cluster.named:
        return False
    said = argument.place in grammar()["structure"]["predicative"]
    return said and cluster.type == "Person"
