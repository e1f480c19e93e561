"""The stories of `events.toml`, read with the bundled pipeline."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.build import read_with
from kg.model import Corpus, Document
from kg.rdf.actors import event_type
from kg.rdf.events import events_of

if TYPE_CHECKING:
    from spacy.language import Language

LEAST_RIGHT = 0.9  # of all stories
LEAST_RIGHT_HELD_OUT = 0.8
HELD_OUT = 3  # every third story
AGREED = 9  # pairs of articles that name an event alike though each is a build of its own
MOST_SILENT = 0.1  # of all articles: the events are not found, whether they meet or not


@dataclass(frozen=True, slots=True)
class Story:
    """Articles by id, with the number of the event that each tells of."""

    number: int
    name: str
    type: str
    documents: tuple[Document, ...]
    event: dict[str, int]

    @property
    def held_out(self) -> bool:
        return self.number % HELD_OUT == 0


@cache
def stories() -> tuple[Story, ...]:
    data = tomllib.loads(Path(__file__).with_name("events.toml").read_text(encoding="utf-8"))
    return tuple(story(number, table) for number, table in enumerate(data["story"], start=1))


def story(number: int, table: dict[str, Any]) -> Story:
    articles = {f"{number}-{i}": article for i, article in enumerate(table["articles"], start=1)}
    documents = tuple(
        Document(id_, article["text"], published=article["published"])
        for id_, article in articles.items()
    )
    numbers = {id_: article["event"] for id_, article in articles.items()}
    return Story(number, table["name"], table["type"], documents, numbers)


def told(corpus: Corpus, type_: str) -> dict[str, set[str]]:
    """Article → the events of a type that it tells of."""
    events = events_of(corpus)
    found: dict[str, set[str]] = {}
    for statement in corpus.statements:
        if statement.id in events and event_type(statement) == type_:
            id_ = events[statement.id].id
            found.setdefault(statement.evidence.span.document, set()).add(id_)
    return found


def pairs(story: Story, found: dict[str, set[str]]) -> Iterable[tuple[bool, bool]]:
    """For each two articles that tell of events: whether these are one, and whether they meet."""
    for one in story.event:
        for other in story.event:
            if one < other and one in found and other in found:
                meet = bool(found[one] & found[other])
                yield story.event[one] == story.event[other], meet


@pytest.fixture(scope="module")
def read(pipeline: "Language") -> dict[int, dict[str, set[str]]]:
    """Number of a story → its articles' events, each story being a build of its own."""
    return {s.number: told(read_with(pipeline, s.documents), s.type) for s in stories()}


def right(story: Story, found: dict[str, set[str]]) -> bool:
    """Whether the articles meet as they should, as far as anything was found in them."""
    return all(len(events) == 1 for events in found.values()) and all(
        is_one == meet for is_one, meet in pairs(story, found)
    )


@pytest.mark.pipeline
def test_events_meet_as_they_should(read: dict[int, dict[str, set[str]]]) -> None:
    wrong = [s for s in stories() if not right(s, read[s.number])]
    told_of = [(s.name, read[s.number]) for s in wrong if not s.held_out]
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(stories()), told_of
    held_out = [s for s in stories() if s.held_out]
    of_them = sum(s.held_out for s in wrong)
    assert of_them <= (1 - LEAST_RIGHT_HELD_OUT) * len(held_out), of_them


@pytest.mark.pipeline
def test_the_events_are_found(read: dict[int, dict[str, set[str]]]) -> None:
    articles = [(s, document.id) for s in stories() for document in s.documents]
    silent = [(s.name, id_) for s, id_ in articles if id_ not in read[s.number]]
    assert len(silent) <= MOST_SILENT * len(articles), silent


@pytest.mark.pipeline
def test_no_two_events_are_taken_for_one(read: dict[int, dict[str, set[str]]]) -> None:
    for each in stories():
        assert not any(meet and not one for one, meet in pairs(each, read[each.number])), each.name


@pytest.mark.pipeline
def test_in_one_build_the_stories_stay_apart(
    pipeline: "Language", read: dict[int, dict[str, set[str]]]
) -> None:
    """What the stories share are countries and politicians, as the articles of a paper do."""
    # Stories 13 and 14 begin alike, and so do 6 and 7.
    kept = [s for s in stories() if s.number not in (7, 14)]
    corpus = read_with(pipeline, [d for s in kept for d in s.documents])
    for each in kept:
        found = told(corpus, each.type)
        own = {id_: found[id_] for id_ in each.event if id_ in found}
        others = set[str]().union(*(found[id_] for id_ in found.keys() - own.keys()))
        assert not others & set[str]().union(*own.values()), each.name
        if right(each, read[each.number]):
            assert right(each, own), each.name


@pytest.mark.pipeline
def test_builds_that_know_nothing_of_one_another_name_an_event_alike(
    pipeline: "Language",
) -> None:
    alone = {
        document.id: told(read_with(pipeline, [document]), each.type)
        for each in stories()
        for document in each.documents
    }
    agreed = 0
    for each in stories():
        found = {id_: alone[id_].get(id_, set()) for id_ in each.event}
        for one, meet in pairs(each, found):
            assert one or not meet, each.name
            agreed += meet
    assert agreed >= AGREED


def test_there_are_enough_stories() -> None:
    apart = [s for s in stories() if len(set(s.event.values())) > 1]
    assert len(stories()) >= 26
    assert len(apart) >= 12
