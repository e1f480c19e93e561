"""Mentions that a person says are of another thing."""

from kg.hand_splits import split_by_hand
from kg.model import Decision, Document, Quote, Side, Span, Verdict
from kg.reading import Reading
from tests.worlds import read

TWO = """
    Ada    3 nsubj NE
    Müller 1 flat NE
    kommt  0 _ VVFIN
    .      3 punct $.

    Müller 2 nsubj NE
    geht   0 _ VVFIN
    .      2 punct $.

    Sie    2 nsubj PPER
    lacht  0 _ VVFIN
"""


def reading() -> Reading:
    found = read(TWO, {"Ada Müller": "PER", "Müller": "PER"})
    last = max(found.by_token)
    pronoun = next(t.i for t in found.doc if t.text == "Sie")
    found.antecedents[pronoun] = last
    found.by_token[pronoun] = found.by_token[last]
    return found


def quotes(found: Reading) -> list[Quote]:
    """The mentions of the person, in reading order."""
    mentions = found.clusters[0].mentions
    return sorted(Quote(Span("a", m.start_char, m.end_char), m.text) for m in mentions)


def split(found: Reading, verdict: Verdict, text: str = "") -> None:
    """Say that the last name is another person than the full one."""
    document = Document("a", text or found.doc.text)
    quotes = [
        Quote(Span("a", m.start_char, m.end_char), m.text) for m in found.clusters[0].mentions
    ]
    full, last = sorted(quotes)
    sides = Side("Müller", "Person", (last,)), Side("Ada Müller", "Person", (full,))
    split_by_hand(document, found, [Decision(sides, verdict, None, (), "Otto")])


def test_a_mention_becomes_a_thing_of_its_own_with_its_pronouns() -> None:
    found = reading()
    split(found, Verdict.DIFFERENT)
    assert [[m.text for m in c.mentions] for c in found.clusters] == [["Ada Müller"], ["Müller"]]
    assert found.clusters[1].reasons == ["Müller: set apart from Ada Müller by Otto"]
    words = {t.text: found.by_token.get(t.i) for t in found.doc}
    assert words["Sie"] is words["Müller"] is found.clusters[1]
    assert words["Ada"] is found.clusters[0]


def test_what_is_the_same_stays() -> None:
    found = reading()
    split(found, Verdict.SAME)
    assert len(found.clusters) == 1


def test_words_that_stand_there_no_longer_split_nothing() -> None:
    found = reading()
    split(found, Verdict.DIFFERENT, text="Etwas ganz anderes steht jetzt hier in dem Artikel.")
    assert len(found.clusters) == 1


def test_who_loses_the_full_name_is_called_by_what_is_left() -> None:
    found = reading()
    document = Document("a", found.doc.text)
    quotes = [
        Quote(Span("a", m.start_char, m.end_char), m.text) for m in found.clusters[0].mentions
    ]
    full, last = sorted(quotes)
    sides = Side("Ada Müller", "Person", (full,)), Side("Müller", "Person", (last,))
    split_by_hand(document, found, [Decision(sides, Verdict.DIFFERENT, None, (), "Otto")])
    assert [c.key for c in found.clusters] == ["Ada Müller", "Müller"]
