"""Events that several builds tell of, each into the same store."""

from collections.abc import Iterable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from kg.model import Corpus, Document, Entity, Evidence, Mention, Span, Statement
from kg.outputs import write_store
from kg.query import query, run_named
from kg.rdf import Changes, remove_documents
from tests.corpora import BASE, BUND, HAFEN, NORDLAND, SUEDLAND, statement

DAY, NEXT = "2023-09-19", "2023-09-20"
TYPES = {NORDLAND: "Place", SUEDLAND: "Place", HAFEN: "Place", BUND: "Organization"}


def build(name: str, published: str = "", own: str = "", **values: Any) -> Corpus:
    """An article that says one thing; `own` is something without a name that acts in it."""
    said: list[Statement] = []
    if own:
        values["subject"] = f"{BASE}{name}/{own}"
    evidence = Evidence(Span(name, 0, 1), "x", "griff an")
    said.append(statement(f"s{name}", evidence=evidence, **values))
    ids = {end for s in said for end in (s.subject, s.object, s.place) if end}
    entities = (entity(id_, name, place) for place, id_ in enumerate(sorted(ids)))
    return Corpus((Document(name, "xxx", published=published),), tuple(entities), tuple(said))


def entity(id_: str, article: str, place: int) -> Entity:
    name = id_.rpartition("/")[2]
    kind = "name" if id_ in TYPES else "nominal"
    mention = Mention(Span(article, place, place + 1), "x", kind)
    return Entity(id_, TYPES.get(id_, "Group"), name, (("de", name),), (mention,))


def events(path: Path, corpora: Iterable[Corpus]) -> dict[str, str]:
    """Statement → event, after a build of each corpus."""
    for corpus in corpora:
        write_store(corpus, path, base=BASE)
    rows = query(path, "SELECT ?s ?event { ?s kg:event ?event }").rows
    return {str(said).rpartition("/")[2]: str(event) for said, event in rows}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"date": DAY}, {"date": "2023-09"}),
        ({"date": DAY}, {"published": NEXT}),
        ({"date": DAY, "place": HAFEN}, {"date": DAY}),
        ({"date": DAY, "object": BUND}, {"date": DAY, "object": BUND, "own": "unbekannte"}),
    ],
)
def test_builds_of_one_event_meet_in_either_order(
    tmp_path: Path, one: dict[str, Any], other: dict[str, Any]
) -> None:
    corpora = build("a", **one), build("b", **other)
    for n, order in enumerate(permutations(corpora)):
        path = tmp_path / str(n)
        found = events(path, order)
        assert found["sa"] == found["sb"]
        assert len(run_named(path, "timeline").rows) == 1
        assert run_named(path, "timeline").rows[0][0] == DAY
        assert run_named(path, "events-by-type").rows[0][1] == DAY
        # The same builds again change no event.
        assert events(path, corpora) == found
        assert {write_store(c, path, base=BASE) for c in corpora} == {Changes(unchanged=1)}


@pytest.mark.parametrize(
    "other",
    [
        {"date": NEXT},
        {"date": "2023"},
        {"date": DAY, "relation": "accused"},
        {"date": DAY, "subject": SUEDLAND, "object": NORDLAND},
    ],
)
def test_builds_of_two_events_do_not_meet(tmp_path: Path, other: dict[str, Any]) -> None:
    found = events(tmp_path / "store", (build("a", date=DAY), build("b", **other)))
    assert len(set(found.values())) == 2


def test_nothing_else_changes_and_a_month_that_fits_two_days_joins_neither(tmp_path: Path) -> None:
    path = tmp_path / "store"
    before = events(path, (build("a", date=DAY), build("b", date=NEXT)))
    after = events(path, [build("c", date="2023-09")])
    assert {said: after[said] for said in before} == before
    assert len(set(after.values())) == 3


def test_without_the_other_article_an_event_is_named_by_what_is_left(tmp_path: Path) -> None:
    path = tmp_path / "store"
    day, month = build("a", date=DAY), build("b", date="2023-09")
    joined = events(path, (day, month))["sb"]
    remove_documents(path, ["a"])
    assert events(path, ())["sb"] == joined
    assert events(path, [month])["sb"] != joined
    assert events(path, [day])["sa"] == events(path, ())["sb"]
