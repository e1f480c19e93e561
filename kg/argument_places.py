"""Which arguments of a predicate stand in a place of a frame, or where a parse hangs them instead.

Datives look like accusatives, and a prepositional phrase may hang on the noun before it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.lexicon import grammar
from kg.model import Argument
from kg.syntax import children, conjuncts, preposition

if TYPE_CHECKING:
    from kg.words import Doc, Token

# Places whose noun may have been given a phrase that belongs to the predicate.
HOSTS = ("agent", "genitive", "patient", "von", "zwischen")
NEVER_BESIDE = frozenset((*HOSTS, "mit"))  # places of phrases that belong where they hang
Phrases = dict[str, list["Token"]]  # by their preposition


@dataclass(slots=True)
class Arguments:
    """The arguments of a predicate, so that each place of a frame is looked up and not searched.

    Attributes:
        listed: The arguments in the order of the text.
        by_place: Place → the arguments in it.
        hung: Phrases below the nouns in `HOSTS`, None until they are asked for.
        stray: Phrases below any argument or a noun below it, None until they are asked for.
        inner: Nouns within the other phrases, None until they are asked for.
    """

    doc: "Doc"
    listed: Sequence[Argument]
    by_place: dict[str, list[Argument]]
    hung: Phrases | None = None
    stray: Phrases | None = None
    inner: Phrases | None = None


def arranged(doc: "Doc", arguments: Sequence[Argument]) -> Arguments:
    """The arguments of a predicate by their places."""
    by_place: dict[str, list[Argument]] = {}
    for argument in arguments:
        by_place.setdefault(argument.place, []).append(argument)
    return Arguments(doc, arguments, by_place)


def hung_phrases(arguments: Arguments) -> Phrases:
    """The phrases below the nouns that may have been given one of the predicate."""
    if arguments.hung is None:
        tokens = arguments.doc.tokens
        found = [tokens[a.token] for a in arguments.listed if a.place in HOSTS]
        hosts = [h for h in found if h.children]
        arguments.hung = by_preposition(p for h in hosts for p in children(h, "nmod", "obl"))
    return arguments.hung


def stray_phrases(arguments: Arguments) -> Phrases:
    """The phrases below any argument or a noun below it."""
    if arguments.stray is None:
        tokens = (arguments.doc.tokens[a.token] for a in arguments.listed)
        heads = [t for t in tokens if t.children]
        heads += [p for h in heads for p in h.below["nmod"]]
        arguments.stray = by_preposition(p for h in heads for p in children(h, "nmod", "obl"))
    return arguments.stray


def inner_phrases(arguments: Arguments) -> Phrases:
    """The nouns within the prepositional phrases of a predicate."""
    if arguments.inner is None:
        others = [arguments.doc.tokens[a.token] for a in arguments.listed if a.place not in HOSTS]
        hosts = [h for h in others if h.children and preposition(h)]
        arguments.inner = by_preposition(t for h in hosts for t in h.subtree if t.dep_ == "nmod")
    return arguments.inner


def by_preposition(phrases: Iterable["Token"]) -> Phrases:
    """Phrases that have a preposition, by it."""
    found: Phrases = {}
    for phrase in phrases:
        if word := preposition(phrase):
            found.setdefault(word, []).append(phrase)
    return found


def in_places(arguments: Arguments, places: Iterable[str]) -> Iterator[Argument]:
    """The arguments in any of the places, in the order of the places."""
    return (a for place in places for a in at_place(arguments, place))


def at_place(arguments: Arguments, place: str) -> Sequence[Argument]:
    """The arguments in a place, or in the one that a parser takes for it."""
    found = arguments.by_place.get(place)
    if found is not None:
        return found
    if place == "recipient":
        return arguments.by_place.get("patient", ())
    if place in core_places():
        return ()
    strays = place in straying_prepositions()
    phrases = (stray_phrases if strays else hung_phrases)(arguments).get(place)
    phrases = phrases or beside_verb(arguments, place)
    return [Argument(place, t.i) for p in phrases for t in conjuncts(p)] if phrases else ()


@cache
def straying_prepositions() -> frozenset[str]:
    """The prepositions whose phrases a parse may hang on any noun before them."""
    return frozenset(grammar()["straying_prepositions"])


@cache
def core_places() -> frozenset[str]:
    """The places that are no prepositions."""
    return frozenset(grammar()["core_places"])


def beside_verb(arguments: Arguments, place: str) -> list["Token"]:
    """A phrase hung on the noun before it that stands right before the verb that asks for it.

    *Sie hat sich als Beraterin an dem Werk beteiligt*, *bei den Opfern entschuldigt*.
    """
    if place in NEVER_BESIDE or "noun" in arguments.by_place:
        return []
    return [t for t in inner_phrases(arguments).get(place, ()) if is_before_verb(t)][:1]


def is_before_verb(phrase: "Token") -> bool:
    """Whether the end of a clause, a verb or its prefix, stands right behind a phrase."""
    last = phrase.right_edge.i
    behind = phrase.doc[last + 1] if last + 1 < len(phrase.doc) else phrase
    closing = behind.tag_ == "VVFIN" and bool(behind.below["mark"])
    return closing or behind.tag_ in ("PTKVZ", "PTKZU", "VVINF", "VVIZU", "VVPP")
