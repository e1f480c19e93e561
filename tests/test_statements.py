"""From drafts to statements: identity, evidence, one statement a fact."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kg.drafts import Draft, End
from kg.model import Document, Modality, Polarity, Statement
from kg.reading import Cluster
from kg.statements import fact_key, finish, statement_id
from tests.corpora import HAFEN, MINISTERIN, NORDLAND, SUEDLAND, statement
from tests.trees import tree

if TYPE_CHECKING:
    from kg.words import Doc

NORD, SUED, STADT = (Cluster(k, evident="Place") for k in ("Nordland", "Südland", "Stadt"))
ADA = Cluster("Ada", evident="Person")
CLUSTERS = {
    id(NORD): NORDLAND,
    id(SUED): SUEDLAND,
    id(ADA): MINISTERIN,
    id(STADT): HAFEN,
}
TYPES = {NORDLAND: "Place", SUEDLAND: "Place", MINISTERIN: "Person", HAFEN: "Place"}
TABLE = """
    Nordland 2 nsubj NE
    traf     0 _     VVFIN
    Südland  2 obj   NE
    .        2 punct $.

    ¶

    Später   2 advmod ADV
    traf     0 _     VVFIN
    Südland  2 nsubj NE
    Nordland 2 obj   NE
    .        2 punct $.
"""


def draft(relation: str, subject: Cluster, object_: Cluster | str, **values: object) -> Draft:
    """A draft at the first verb, with some values replaced."""
    literal = isinstance(object_, str)
    other = End(None, object_, 2) if isinstance(object_, str) else End(object_, object_.key, 2)
    plain = Draft(End(subject, subject.key, 0), relation, other, 1, "traf", "test")
    assert literal or plain.object.cluster
    return replace(plain, **values)  # type: ignore[arg-type]


def finished(*drafts: Draft) -> list[Statement]:
    doc: Doc = tree(TABLE)
    found = finish(drafts, Document("a", doc.text), doc, CLUSTERS, TYPES)
    assert all(one.rule == draft.rule for one, draft in found)
    return [one for one, _ in found]


def test_a_draft_becomes_a_statement() -> None:
    (found,) = finished(
        draft(
            "attacked", NORD, SUED, date="2023-09-19", source=ADA, place=STADT,
            polarity=Polarity.NEGATIVE, modality=Modality.REPORTED,
        )
    )  # fmt: skip
    assert (found.subject, found.relation, found.object) == (NORDLAND, "attacked", SUEDLAND)
    assert (found.subject_text, found.object_text) == ("Nordland", "Südland")
    assert (found.source, found.place, found.date) == (MINISTERIN, HAFEN, "2023-09-19")
    assert (found.polarity, found.modality) == (Polarity.NEGATIVE, Modality.REPORTED)
    assert (found.rule, found.literal) == ("test", False)
    assert 0 < found.confidence < 1


def test_a_literal_is_its_text() -> None:
    (found,) = finished(draft("holdsPosition", ADA, "Ministerin"))
    assert (found.object, found.object_text, found.literal) == ("Ministerin", "Ministerin", True)


@pytest.mark.parametrize("token", [1, 3, 4, 5, 8])
def test_the_evidence_fits_the_text(token: int) -> None:
    doc = tree(TABLE)
    (found,) = finished(draft("attacked", NORD, SUED, token=token))
    span = found.evidence.span
    assert doc.text[span.start : span.end] == found.evidence.sentence
    assert found.evidence.sentence == found.evidence.sentence.strip()
    first = found.evidence.sentence.startswith("Nordland")
    assert first is (token <= 4)


def test_one_fact_is_one_statement_the_surest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.statements.confidences", lambda *_: [0.5, 0.8, 0.6])
    found = finished(
        draft("attacked", NORD, SUED),
        draft("attacked", NORD, SUED, rule="better"),
        draft("attacked", NORD, SUED),
    )
    assert [s.rule for s in found] == ["better"]


def test_of_equals_the_first_is_kept() -> None:
    found = finished(
        draft("attacked", NORD, SUED, rule="first"), draft("attacked", NORD, SUED, rule="second")
    )
    assert [s.rule for s in found] == ["first"]


@pytest.mark.parametrize(
    "other",
    [
        {"polarity": Polarity.NEGATIVE},
        {"modality": Modality.PLANNED},
        {"source": ADA},
        {"relation": "threatened"},
    ],
)
def test_what_differs_is_another_fact(other: dict[str, object]) -> None:
    assert len(finished(draft("attacked", NORD, SUED), replace_(other))) == 2


def test_a_fact_with_its_date_stands_for_the_same_without() -> None:
    found = finished(
        draft("attacked", NORD, SUED), draft("attacked", NORD, SUED, date="2023", token=6)
    )
    assert [s.date for s in found] == ["2023"]


def test_several_dates_are_several_facts() -> None:
    found = finished(*(draft("attacked", NORD, SUED, date=d) for d in ("2022", "2023")))
    assert len(found) == 2


def replace_(values: dict[str, object]) -> Draft:
    return draft(str(values.pop("relation", "attacked")), NORD, SUED, **values)


def test_symmetric_relations_have_no_direction() -> None:
    assert len(finished(draft("metWith", NORD, SUED), draft("metWith", SUED, NORD, token=6))) == 1
    assert len(finished(draft("attacked", NORD, SUED), draft("attacked", SUED, NORD))) == 2


def test_nothing_relates_to_itself() -> None:
    assert finished(draft("attacked", NORD, NORD)) == []


def test_ends_that_do_not_fit_the_relation_are_dropped() -> None:
    assert finished(draft("holdsPosition", NORD, "Ministerin")) == []
    assert finished(draft("bornIn", NORD, ADA)) == []
    assert len(finished(draft("bornIn", ADA, STADT))) == 1


def test_statements_come_in_the_order_of_the_text() -> None:
    found = finished(
        draft("attacked", SUED, NORD, token=6),
        draft("attacked", NORD, SUED, token=1),
        draft("threatened", NORD, SUED, token=1),
    )
    spans = [s.evidence.span.start for s in found]
    assert spans == sorted(spans)
    assert [s.id for s in found[:2]] == sorted(s.id for s in found[:2])


def id_of(s: Statement) -> str:
    said = (s.subject, s.relation, s.object, s.polarity, s.modality, s.source, s.date, s.place)
    return statement_id(s.evidence.span, said)


def test_ids_depend_on_content_and_place_alone() -> None:
    one = finished(draft("attacked", NORD, SUED))[0]
    again = finished(draft("attacked", NORD, SUED, rule="other"))[0]
    assert one.id == again.id
    assert len(one.id) == 16
    assert id_of(statement("a1")) == "0815a8d2b58d110b"


@pytest.mark.parametrize(
    "other",
    [
        {"subject": HAFEN},
        {"object": HAFEN},
        {"relation": "threatened"},
        {"polarity": Polarity.NEGATIVE},
        {"modality": Modality.PLANNED},
        {"source": MINISTERIN},
        {"date": "2023"},
        {"place": HAFEN},
    ],
)
def test_another_content_has_another_id(other: dict[str, object]) -> None:
    assert id_of(statement("a1", **other)) != id_of(statement("a1"))


def test_the_key_of_a_fact_leaves_place_and_confidence_out() -> None:
    one, other = statement("a1"), statement("a2", place=HAFEN, confidence=0.1)
    assert fact_key(one) == fact_key(other)
