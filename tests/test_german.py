import spacy

from kg.german import NewsGerman


def test_prefixes_have_three_letters() -> None:
    assert [t.prefix_ for t in NewsGerman()("Die EU tagt.")] == ["Die", "EU", "tag", "."]


def test_spacy_finds_the_language_by_its_name() -> None:
    assert isinstance(spacy.blank("de_news"), NewsGerman)
