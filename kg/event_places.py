"""Give what is told of an event the place where another fact says that the event was."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.drafts import Draft
from kg.lexicon import grammar
from kg.reading import Cluster


def with_event_places(drafts: Iterable[Draft]) -> list[Draft]:
    """Facts with the place of their event, where an article tells one place of it.

    *Sie sprach auf der Konferenz. Die Konferenz fand in Kiel statt.*
    """
    found = list(drafts)
    scenes = scenes_of(found)
    return [placed(draft, scenes) for draft in found] if scenes else found


def scenes_of(drafts: Iterable[Draft]) -> dict[int, Cluster]:
    """`id()` of an event → the only named place that facts say it was in."""
    places: dict[int, dict[int, Cluster]] = defaultdict(dict)
    placing = grammar()["placing_relations"]
    for draft in (d for d in drafts if d.relation in placing):
        event, place = draft.subject.cluster, draft.object.cluster
        if event and place and place.named and event.type == "Event":
            places[id(event)][id(place)] = place
    return {event: next(iter(p.values())) for event, p in places.items() if len(p) == 1}


def placed(draft: Draft, scenes: dict[int, Cluster]) -> Draft:
    """A fact with the place of its object, or else its subject, if that is such an event."""
    if draft.place is not None:
        return draft
    ends = (draft.object.cluster, draft.subject.cluster)
    scene = next((scenes[id(c)] for c in ends if c and id(c) in scenes), None)
    return replace(draft, place=scene) if scene else draft
