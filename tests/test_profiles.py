"""What an article says of a thing."""

from kg.model import Document
from kg.profiles import Profile, both, names_in, profile
from tests.worlds import read

PRESIDENT = """
    Der       4 det ART
    45-jährige 4 amod ADJA
    russische 4 amod ADJA
    Präsident 7 nsubj NN Präsident Case=Nom|Gender=Masc|Number=Sing
    Otto      4 appos NE
    Alm       5 flat NE
    besucht   0 _ VVFIN
    Berlin    7 obj NE
"""


def president() -> Profile:
    reading = read(PRESIDENT, {"Otto Alm": "PER", "Berlin": "LOC"})
    document = Document("a", reading.doc.text, published="2005-03-01")
    alm = next(c for c in reading.clusters if c.key == "Otto Alm")
    return profile(document, reading, alm, names_in(reading))


def test_an_article_tells_office_state_age_and_company() -> None:
    found = president()
    assert found.names == {"Otto Alm"}
    assert found.person
    assert found.offices == {("präsident", "Russland")}
    assert found.states == {"Russland"}
    assert found.genders == {"masculine"}
    assert found.births == {1959, 1960}
    assert found.years == {2005}
    assert found.companions == {"Russland", "Berlin"}


def test_a_date_before_there_was_news_is_none() -> None:
    reading = read("Otto 2 nsubj NE\nwartet 0 _ VVFIN", {"Otto": "PER"})
    document = Document("a", reading.doc.text, published="0001-01-01")
    only = profile(document, reading, reading.clusters[0], names_in(reading))
    assert only.years == frozenset()


def test_what_two_articles_say_adds_up() -> None:
    one = president()
    other = one._replace(documents=frozenset("b"), names=frozenset(["Alm"]), known="Q1")
    found = both(one, other)
    assert found.documents == {"a", "b"}
    assert found.names == {"Otto Alm", "Alm"}
    assert found.known == "Q1"
