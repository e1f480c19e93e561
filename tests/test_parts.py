"""The things of one article, and where decisions find them."""

from kg.model import Decision, Document, Quote, Side, Span, Verdict
from kg.parts import Article, as_article, bind, parts_of
from tests.worlds import read

ARMY = """
    Die       3 det ART
    russische 3 amod ADJA
    Armee     4 nsubj NN Armee Number=Sing
    wartet    0 _ VVFIN
"""
AN_ARMY = ARMY.replace("Die", "Eine")
ADA = "Ada 3 nsubj NE\nMüller 1 flat NE\nkommt 0 _ VVFIN"


def article(name: str, table: str, published: str = "", **labels: str) -> Article:
    found = read(table, {words.replace("_", " "): label for words, label in labels.items()})
    return as_article(Document(name, found.doc.text, published=published), found)


def named(*articles: Article) -> list[str]:
    used = {id(c) for a in articles for c in a.reading.clusters}
    return [p.name for p in parts_of(articles, used)]


def test_older_articles_come_first() -> None:
    new, old = article("a", ADA, "2020", Ada_Müller="PER"), article("b", ARMY, "2010")
    assert named(new, old) == named(old, new) == ["russische Armee", "Russland", "Ada Müller"]


def test_a_body_that_a_state_has_one_of() -> None:
    used = article("a", ARMY)
    bodies = [used.bodies.get(id(c)) for c in used.reading.clusters]
    assert bodies == [None, ("Russland", "armee")]
    assert not article("a", AN_ARMY).bodies


def bound(quote: Quote, verdict: Verdict = Verdict.DIFFERENT) -> list[tuple[int, ...]]:
    """The parts that a decision on a quote and on Russia finds."""
    parts = parts_of([article("a", ADA, Ada_Müller="PER"), article("b", ARMY)], set())
    russia = Side("Russland", "Place", (Quote(Span("b", 4, 13), "russische"),))
    decision = Decision((Side("Ada", "Person", (quote,)), russia), verdict, None, (), "Otto")
    return [side for b in bind([decision], parts) for side in (b.left, b.right)]


def test_a_decision_finds_its_words_by_their_place() -> None:
    assert bound(Quote(Span("a", 0, 10), "Ada Müller")) == [(0,), (1,)]


def test_a_decision_finds_its_words_where_they_have_moved() -> None:
    assert bound(Quote(Span("a", 70, 80), "Ada Müller")) == [(0,), (1,)]


def test_a_decision_on_articles_that_are_not_read_binds_nothing() -> None:
    assert bound(Quote(Span("z", 0, 10), "Ada Müller")) == []
    assert bound(Quote(Span("z", 0, 10), "Ada Müller"), Verdict.SAME) == [(), (1,)]
