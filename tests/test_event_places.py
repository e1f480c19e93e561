"""The places of events that other facts tell."""

from dataclasses import replace

from kg.drafts import Draft, End
from kg.event_places import with_event_places
from kg.reading import Cluster
from tests.worlds import read


def clusters() -> list[Cluster]:
    """Somebody, an event and two towns."""
    table = "Ada 4 nsubj NE\nden 3 det ART\nGipfel 4 obj NN\nsieht 0 _ VVFIN\nKiel 4 obl NE"
    table += "\nBonn 4 obl NE"
    reading = read(table, {"Ada": "PER", "Kiel": "LOC", "Bonn": "LOC"})
    return [reading.by_token[i] for i in (0, 2, 4, 5)]


def draft(subject: Cluster, relation: str, object_: Cluster) -> Draft:
    return Draft(End(subject, "", 0), relation, End(object_, "", 0), 0, "", "")


def test_what_is_told_of_an_event_was_where_it_was() -> None:
    ada, summit, kiel, bonn = clusters()
    where, seen = draft(summit, "locatedIn", kiel), draft(ada, "participatedIn", summit)
    assert with_event_places([seen, where])[0].place is kiel
    assert with_event_places([replace(seen, place=bonn), where])[0].place is bonn


def test_an_event_in_two_places_and_a_person_tell_none() -> None:
    ada, summit, kiel, bonn = clusters()
    seen = draft(ada, "participatedIn", summit)
    two = [draft(summit, "locatedIn", kiel), draft(summit, "locatedIn", bonn)]
    assert with_event_places([seen, *two])[0].place is None
    assert with_event_places([seen, draft(ada, "locatedIn", kiel)])[0].place is None
