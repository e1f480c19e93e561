"""A small gazetteer and lexicon, so that tests do not change when the data does."""

import re
from collections.abc import Iterable, Mapping

from kg.gazetteer import (
    STATE,
    Actor,
    Gazetteer,
    Known,
    forms,
    inflection_key,
    nationals,
    role_forms,
)
from kg.inflection import noun_forms
from kg.lexicon import Frame, Lexicon, as_expression, by_word, infinitive_index, participle_index
from kg.model import Modality, Polarity
from kg.reading import Reading, read_entities
from kg.words import Doc, words_of
from tests.trees import parse

RUSSIA = Known("Q159", "Place", STATE, "Russland", "Russia", "Q159")
GERMANY = Known("Q183", "Place", STATE, "Deutschland", "Germany", "Q183")
UKRAINE = Known("Q212", "Place", STATE, "Ukraine", "Ukraine", "Q212")
MOSCOW = Known("Q649", "Place", "city", "Moskau", "Moscow", "Q649", "Q159")
BAVARIA = Known("Q980", "Place", "region", "Bayern", "Bavaria", "Q980", "Q183")
BERLIN = Known("Berlin", "Place", "city", "Berlin", "Berlin", None, "Q183")
EU = Known("Q458", "Organization", "organization", "Europäische Union", "European Union", "Q458")
UN = Known("Q1065", "Organization", "organization", "Vereinte Nationen", "United Nations", "Q1065")

KURDS = Known("Kurden", "Group", "people", "Kurden", "Kurden", None)

NAMES = {k.name: k for k in (RUSSIA, GERMANY, UKRAINE, MOSCOW, BAVARIA, BERLIN, EU, UN)}
ROLES = {
    "leader": ["Präsident", "Präsidentin", "Kanzlerin", "Bürgermeister"],
    "officer": ["Minister", "Ministerin", "Sprecher", "Sprecherin"],
    "relative": ["Bruder", "Tochter"],
    "founder": ["Gründer"],
    "member": ["Mitglied", "Stadtrat"],
    "employee": ["Gutachter"],
    "profession": ["Händler", "Politiker", "Politikerin"],
}
ACTORS = {
    Actor("Organization", "government"): ["Regierung", "Führung"],
    Actor("Organization", "state_body"): ["Ministerium", "Polizei", "Armee", "Parlament"],
    Actor("Organization", "media"): ["Zeitung"],
    Actor("Organization", "company"): ["Konzern"],
    Actor("Organization", "body"): ["Partei"],
    Actor("Group", "persons"): ["Soldaten", "Separatisten", "Rebellen", "Tote"],
    Actor("Person", "person"): ["Mann", "Frau", "Täter"],
    Actor("Person", "people"): ["Kurde"],
    Actor("Place", "place"): ["Stadt", "Dorf", "Stadion"],
    Actor("Place", "relational"): ["Land", "Hauptstadt"],
    Actor("Event", "event"): ["Krieg", "Gipfel"],
    Actor("Product", "product"): ["Rakete"],
}
SUCCESSION = "agent → von genitive possessive"
AGENTS = frozenset({"Person", "Organization", "Place", "Group"})


def small_gazetteer() -> Gazetteer:
    """States, cities and organisations with their words, roles and common nouns."""
    people = [{"nationals": ["Russe", "Russin"]}]
    names = NAMES | {"EU": EU, "UN": UN}
    return Gazetteer(
        names=names,
        adjectives={"russisch": RUSSIA, "deutsch": GERMANY, "ukrainisch": UKRAINE},
        nationals=dict(nationals(people, {id(people[0]): RUSSIA})),
        governments={
            "Berlin": (GERMANY, "capital"),
            "Bundesregierung": (GERMANY, "government"),
            "Kreml": (RUSSIA, "seat"),
            "Moskau": (RUSSIA, "capital"),
        },
        roles=dict(role_forms([{"class": k, "words": words} for k, words in ROLES.items()])),
        actors={f: a for a, words in ACTORS.items() for w in words for f, a in forms(w, a)},
        peoples={"kurde": KURDS, "kurden": KURDS},
        inflected={key: known for name, known in names.items() if (key := inflection_key(name))},
    )


def small_lexicon() -> Lexicon:
    """A frame of every kind."""
    verbs = [
        ("angreifen", frame("attacked", "verb", "agent → patient")),
        ("besuchen", frame("visited", "verb", "agent → patient")),
        ("melden", frame("metWith", "verb", "agent → mit")),
        ("sich treffen", frame("metWith", "verb", "agent → mit coagent")),
        ("helfen", frame("aided", "verb", "agent → recipient")),
        ("auffordern", frame("calledOn", "verb", "agent → patient", modality=Modality.DEMANDED)),
        ("verlangen", frame("calledOn", "verb", "agent → von", modality=Modality.DEMANDED)),
        ("verurteilen", frame("accused", "verb", "agent → patient", object_types=AGENTS)),
        ("sich einigen", frame("agreedWith", "verb", "agent → mit coagent")),
        ("verschonen", frame("attacked", "verb", "agent → patient", polarity=Polarity.NEGATIVE)),
        ("wählen", frame("appointed", "verb", "agent → patient", object_types={"Person"})),
        ("wählen", frame("supported", "verb", "agent → patient", object_types={"Organization"})),
        ("töten", frame("killedCount", "verb", "patient → count")),
        ("töten", frame("attacked", "verb", "agent → patient")),
    ]
    nouns = [
        ("Angriff", frame("attacked", "noun", "genitive von possessive adjective → auf gegen")),
        ("Tote", frame("killedCount", "noun", "noun → count")),
    ]
    adjectives = [("verbündet", frame("alliedWith", "adjective", "noun → mit"))]
    expressions = [
        as_expression("Kritik üben", frame("accused", "expression", "agent → an")),
        as_expression("Nachfolge antreten", frame("succeeded", "expression", SUCCESSION)),
        as_expression("in Brand setzen", frame("attacked", "expression", "agent → patient")),
    ]
    known = {verb.removeprefix("sich ") for verb, _ in verbs} | {e.verb for e in expressions}
    return Lexicon(
        verbs=by_word(verbs),
        nouns=by_word((form.lower(), f) for noun, f in nouns for form in noun_forms(noun)),
        adjectives=by_word(adjectives),
        expressions={e.verb: (e,) for e in expressions},
        infinitives=infinitive_index(known),
        participles=participle_index(known),
    )


def read(table: str, names: Mapping[str, str] | None = None) -> Reading:
    """The entities of a tree, with the small gazetteer and lexicon."""
    return read_entities(named(table, names or {}), small_gazetteer(), small_lexicon())


def named(table: str, names: Mapping[str, str]) -> Doc:
    """The text of a tree in which every occurrence of the names has its label."""
    from spacy.util import filter_spans

    doc = parse(table)
    spans = [
        doc.char_span(match.start(), match.end(), label=label)
        for name, label in names.items()
        for match in re.finditer(rf"\b{re.escape(name)}\b", doc.text)
    ]
    doc.ents = tuple(filter_spans([span for span in spans if span is not None]))
    return words_of(doc)


def frame(
    relation: str,
    kind: str,
    places: str,
    *,
    polarity: Polarity = Polarity.POSITIVE,
    modality: Modality = Modality.ASSERTED,
    object_types: Iterable[str] = (),
) -> Frame:
    """A frame with its places as words: those of the subject, an arrow, those of the object."""
    subject, _, object_ = places.partition("→")
    return Frame(
        relation,
        kind,
        tuple(subject.split()),
        tuple(object_.split()),
        polarity,
        modality,
        object_types=frozenset(object_types),
    )
