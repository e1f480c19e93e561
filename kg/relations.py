"""Turn propositions into typed facts by the frames of the lexicon."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.attribution import modal_force
from kg.drafts import Draft, End, ends_at, mention_text
from kg.lexicon import Expression, Frame, Lexicon, grammar, noun_frames
from kg.mentions import is_attribute
from kg.model import Argument, Modality, Polarity, Proposition
from kg.positions import positions
from kg.propositions import possessives
from kg.reading import Cluster, Reading
from kg.structure import owners
from kg.syntax import children, conjuncts, preposition
from kg.things import things_at

if TYPE_CHECKING:
    from spacy.tokens import Token

RELATED = "relatedTo"
ROLE_RULE = "role frame"


def relation_drafts(
    reading: Reading, propositions: list[Proposition], lexicon: Lexicon
) -> Iterator[Draft]:
    """All facts that clauses, event nouns and adjectives express, in reading order."""
    for proposition in propositions:
        yield from facts_of(reading, proposition, lexicon)


def facts_of(reading: Reading, proposition: Proposition, lexicon: Lexicon) -> Iterator[Draft]:
    """The facts of one proposition: by its first frame that fits, else unspecific ones."""
    framed = [d for f, words in frames_of(reading, proposition, lexicon)
              for d in frame_facts(reading, proposition, f, words)]  # fmt: skip
    kept = first_reading(framed)
    yield from kept
    yield from demands(reading, proposition)
    if proposition.kind == "verb" and not any(d.object.cluster for d in kept):
        yield from unspecific_facts(reading, proposition)


def first_reading(drafts: list[Draft]) -> list[Draft]:
    """The facts of the first relation found, and counts and offices, which go with any."""
    free = [not d.object.cluster or d.rule.startswith(ROLE_RULE) for d in drafts]
    first = next((d.relation for d, f in zip(drafts, free, strict=True) if not f), "")
    return [d for d, f in zip(drafts, free, strict=True) if f or d.relation == first]


def frames_of(
    reading: Reading, proposition: Proposition, lexicon: Lexicon
) -> Iterator[tuple[Frame, list[int]]]:
    """Frames of a predicate, most specific first, with the tokens that express it."""
    token = reading.doc[proposition.token]
    if proposition.kind == "noun":
        yield from ((f, [token.i]) for f in noun_frames(lexicon, token.text)[1])
    elif proposition.kind == "adjective":
        yield from ((f, [token.i]) for f in lexicon.adjectives.get(proposition.predicate, ()))
    else:
        yield from verb_frames(reading, proposition, lexicon)


def verb_frames(
    reading: Reading, proposition: Proposition, lexicon: Lexicon
) -> Iterator[tuple[Frame, list[int]]]:
    """Support-verb expressions first, then the verb, reflexive where *sich* stands with it."""
    token = reading.doc[proposition.token]
    words = predicate_tokens(reading, proposition)
    for expression in lexicon.expressions.get(proposition.predicate, ()):
        noun = expression_noun(token, expression)
        if noun is not None:
            yield expression.frame, [noun.i, *words]
    keys = ["sich " + proposition.predicate] if proposition.reflexive else []
    for key in (*keys, proposition.predicate):
        yield from ((f, words) for f in lexicon.verbs.get(key, ()))


def expression_noun(verb: "Token", expression: Expression) -> "Token | None":
    """The noun of a support-verb expression below its verb."""
    for child in children(verb, "obj", "obl", "nsubj:pass", "xcomp", "nmod", "nsubj", "advmod"):
        words = (child.lower_, child.lemma_.lower())
        if preposition(child) == expression.preposition and expression.noun in words:
            return child
    return None


def frame_facts(
    reading: Reading, proposition: Proposition, frame: Frame, words: list[int]
) -> Iterator[Draft]:
    """The facts that a frame gives: each subject with each object."""
    arguments = with_noun_arguments(reading, proposition, words)
    subject_places = (*frame.subject, "supporter") if frame.kind == "noun" else frame.subject
    subjects = fill(reading, arguments, subject_places, frame.subject_types)
    if frame.relation in grammar()["not_of_generic_people"]:
        subjects = [e for e in subjects if not is_generic(reading.doc[e.token])]
    if "count" in frame.object:
        yield from count_facts(reading, proposition, frame, subjects, words)
        return
    if frame.relation in grammar()["role_relations"]:
        yield from role_facts(reading, proposition, frame, subjects, words)
        return
    places = [p for p in frame.object if p != "coagent"]
    objects = fill(reading, arguments, places, object_classes(frame))
    if not objects and frame.relation in grammar()["owner_relations"]:
        objects = owners_at(reading, arguments, frame.object)
    objects = objects or (things_at(reading, frame, arguments) if subjects else [])
    if not objects and "coagent" in frame.object:
        subjects, objects = subjects[:1], subjects[1:]
    for subject in subjects:
        for object_ in objects:
            if subject.cluster is not object_.cluster:
                yield framed_draft(reading, proposition, frame, subject, object_, words)


def object_classes(frame: Frame) -> frozenset[str]:
    """The classes that a frame takes as its object; nobody aids or calls on a thing."""
    if frame.object_types or frame.relation not in grammar()["not_of_things"]:
        return frame.object_types
    return frozenset(grammar()["no_things"])


def role_facts(
    reading: Reading, proposition: Proposition, frame: Frame, subjects: list[End], words: list[int]
) -> Iterator[Draft]:
    """The offices that somebody is given, holds or leaves."""
    arguments = with_noun_arguments(reading, proposition, words)
    for subject in subjects:
        for held, role in positions(reading, frame, arguments):
            found = framed_draft(reading, proposition, held, subject, role, words)
            yield replace(found, rule=f"{ROLE_RULE}: {proposition.predicate}")


def with_noun_arguments(
    reading: Reading, proposition: Proposition, words: list[int]
) -> list[Argument]:
    """Arguments of the predicate, and for expressions those that hang on their noun."""
    found = list(proposition.arguments)
    if proposition.kind == "verb":
        for i in words:
            token = reading.doc[i]
            if i != proposition.token and token.pos_ in ("NOUN", "PROPN"):
                phrases = children(token, "nmod")
                found += [Argument(preposition(p) or "genitive", p.i) for p in phrases]
                found += [Argument("adjective", t.i) for t in children(token, "amod")]
                found += [Argument("possessive", t.i) for t in possessives(token)]
    return found


def fill(
    reading: Reading,
    arguments: list[Argument],
    places: list[str] | tuple[str, ...],
    types: frozenset[str],
) -> list[End]:
    """The entities in the first of the places that holds any of the right type."""
    for place in places:
        pairs = [(a, e) for a in at_place(reading, arguments, place) for e in ends_at(reading, a)]
        ends = [e for a, e in pairs if not is_predicative(a, e)]
        ends = [e for e in ends if e.cluster and (not types or e.cluster.type in types)]
        if ends:
            return ends
    return []


def owners_at(reading: Reading, arguments: list[Argument], places: tuple[str, ...]) -> list[End]:
    """Whose deed or trait the object is (*verurteilte das Vorgehen Aserbaidschans*)."""
    found = []
    for argument in (a for place in places for a in at_place(reading, arguments, place)):
        token = reading.doc[argument.token]
        for owner, word in owners(reading, token) if token.pos_ == "NOUN" else ():
            found.append(End(owner, mention_text(owner, word), word.i))
    return found


def at_place(reading: Reading, arguments: list[Argument], place: str) -> list[Argument]:
    """The arguments in a place, or in the one that a parser takes for it.

    Datives look like accusatives, and a prepositional phrase may hang on the noun before it.
    """
    found = [a for a in arguments if a.place == place]
    if not found and place == "recipient":
        found = [a for a in arguments if a.place == "patient"]
    if not found and place not in grammar()["core_places"]:
        heads = [reading.doc[a.token] for a in arguments if a.place in ("agent", "patient")]
        phrases = [p for h in heads for p in children(h, "nmod", "obl") if preposition(p) == place]
        found = [Argument(place, t.i) for p in phrases for t in conjuncts(p)]
    return found


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
        confidence=confidence(reading, subject, object_, 0.75),
        polarity=Polarity.NEGATIVE if negative else Polarity.POSITIVE,
        modality=modality,
        source=source_cluster(reading, proposition),
        place=place_of(reading, proposition) or place_at_object(frame, object_),
    )


def place_at_object(frame: Frame, object_: End) -> Cluster | None:
    """The object of a relation that happens at its object (*griff Bergkarabach an*)."""
    cluster = object_.cluster
    if cluster and cluster.type == "Place" and frame.relation in grammar()["placed_by_object"]:
        return cluster
    return None


def predicate_text(reading: Reading, words: list[int]) -> str:
    """The words of a predicate in the order of the text, gaps marked."""
    doc, out, last = reading.doc, "", None
    for i in sorted(set(words)):
        gap = "" if last is None else " " if i == last + 1 else " … "
        out, last = out + gap + doc[i].text, i
    return out


def confidence(reading: Reading, subject: End, object_: End, base: float) -> float:
    """A first estimate: lower where an end was reached through a pronoun or has no name."""
    for end in (subject, object_):
        if reading.doc[end.token].pos_ == "PRON":
            base -= 0.15
        elif end.cluster and not end.cluster.named:
            base -= 0.05
    return round(base, 2)


def source_cluster(reading: Reading, proposition: Proposition) -> Cluster | None:
    """The entity that says so."""
    i = proposition.attribution
    if i is None:
        return None
    found = reading.by_token.get(i) or reading.adjectives.get(i) or reading.parts.get(i)
    if found:
        return found
    return next(
        (reading.adjectives[c.i] for c in reading.doc[i].children if c.i in reading.adjectives),
        None,
    )


def place_of(reading: Reading, proposition: Proposition) -> Cluster | None:
    """The place of an event: a local phrase of its predicate that is a place."""
    for argument in proposition.arguments:
        if argument.place in grammar()["structure"]["place_prepositions"]:
            cluster = reading.by_token.get(argument.token)
            if cluster and cluster.type == "Place":
                return cluster
    return None


def count_facts(
    reading: Reading, proposition: Proposition, frame: Frame, subjects: list[End], words: list[int]
) -> Iterator[Draft]:
    """How many died, were hurt or arrested: the numeral of the group that it happened to."""
    token = reading.doc[proposition.token]
    heads = [reading.doc[a.token] for a in proposition.arguments if a.place in frame.subject]
    for head in [token] if proposition.kind == "noun" else heads:
        numeral = next((c for c in children(head, "nummod") if is_attribute(c)), None)
        end = next((e for e in subjects if e.token == head.i), None)
        if numeral is not None and end is not None:
            end = counted_end(reading, proposition, end)
            value = End(None, numeral.text, numeral.i)
            yield framed_draft(reading, proposition, frame, end, value, [numeral.i, *words])


def counted_end(reading: Reading, proposition: Proposition, end: End) -> End:
    """What a number of victims belongs to: who they are, or where it was if just people."""
    place = place_of(reading, proposition) if is_generic(reading.doc[end.token]) else None
    if place is None:
        return end
    at = next(a.token for a in proposition.arguments if reading.by_token.get(a.token) is place)
    return End(place, mention_text(place, reading.doc[at]), at)


def is_generic(token: "Token") -> bool:
    """Whether a noun says no more of people than that they are people (*Menschen*)."""
    return token.lemma_.lower() in grammar()["generic_people"]


def demands(reading: Reading, proposition: Proposition) -> Iterator[Draft]:
    """A speaker who says what somebody must do calls on them (*X müsse …, sagte Y*)."""
    speaker = source_cluster(reading, proposition)
    obliged = modal_force(reading.doc[proposition.token]) is Modality.DEMANDED
    if proposition.kind != "verb" or not obliged or speaker is None:
        return
    frame = Frame(grammar()["demand_relation"], "verb", (), ())
    source = reading.doc[proposition.attribution or 0]
    subject = End(speaker, mention_text(speaker, source), source.i)
    words = predicate_tokens(reading, proposition)
    for argument in proposition.arguments:
        for end in ends_at(reading, argument) if argument.place == "agent" else ():
            if end.cluster is not speaker:
                found = framed_draft(reading, proposition, frame, subject, end, words)
                yield replace(
                    found, modality=Modality.ASSERTED, source=None, confidence=0.6, rule="demand"
                )


def predicate_tokens(reading: Reading, proposition: Proposition) -> list[int]:
    """Indices of a verb and its separated prefix."""
    token = reading.doc[proposition.token]
    return [token.i, *(t.i for t in children(token, "compound:prt"))]


def unspecific_facts(reading: Reading, proposition: Proposition) -> Iterator[Draft]:
    """`relatedTo` between who acts and whoever else takes part, for predicates without a frame."""
    ranks = grammar()["ranks"]
    ends = [
        (ranks.get(a.place, len(ranks)), e)
        for a in proposition.arguments
        if a.place not in ("subject", "supporter")
        for e in ends_at(reading, a)
        if is_notable(e) and not is_predicative(a, e)
    ]
    best = min((rank for rank, _ in ends), default=len(ranks))
    frame = Frame(RELATED, "verb", (), ())
    words = predicate_tokens(reading, proposition)
    for subject in [e for rank, e in ends if rank == best < ranks["recipient"]]:
        for object_ in [e for rank, e in ends if rank > best]:
            if subject.cluster is not object_.cluster:
                found = framed_draft(reading, proposition, frame, subject, object_, words)
                yield replace(found, confidence=0.4, rule=f"clause: {proposition.predicate}")


def is_predicative(argument: Argument, end: End) -> bool:
    """Whether an argument says what somebody is, not who takes part (*als Präsident*)."""
    cluster = end.cluster
    role = cluster is not None and not cluster.named and cluster.type == "Person"
    return role and argument.place in grammar()["structure"]["predicative"]


def is_notable(end: End) -> bool:
    """Whether an end is worth an unspecific statement: named, or somebody."""
    cluster = end.cluster
    return bool(cluster and (cluster.named or cluster.type in ("Person", "Group", "Organization")))
