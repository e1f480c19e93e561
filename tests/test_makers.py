"""Products that are named after their makers."""

import pytest

from kg.makers import end_of_product, is_made_by_first, with_model
from kg.words import Span
from tests.trees import tree


def span(words: str, end: int = 0) -> Span:
    doc = tree("\n".join(f"{w} {1 if i else 0} flat NE" for i, w in enumerate(words.split())))
    return Span(doc, 0, end or len(doc), "ORG")


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Boeing 737", True),
        ("Opel Stern", True),
        ("Opel", False),
        ("Opel Bank", False),
        ("Opel & Söhne", False),
        ("Nordbund Stern", False),
    ],
)
def test_a_maker_and_its_product(name: str, made: bool) -> None:
    assert is_made_by_first(span(name)) is made


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Boeing 737 landet", "Boeing 737"),
        ("Boeing 2005 verkauft", "Boeing"),
        ("Nordbund 737 landet", "Nordbund"),
    ],
)
def test_the_number_of_a_model(text: str, name: str) -> None:
    assert with_model(span(text, 1)).text == name


def test_a_number_of_something_else_makes_no_model() -> None:
    doc = tree("Boeing 4 nsubj NE\n20 3 nummod CARD\nProzent 4 obj NN\nhält 0 _ VVFIN")
    assert with_model(Span(doc, 0, 1, "ORG")).text == "Boeing"


def test_an_article_ends_a_product() -> None:
    doc = tree("Boeing 0 _ NE\n737 1 flat CARD\nder 4 det ART\nFirma 1 nmod NN")
    assert end_of_product(Span(doc, 0, 4, "ORG")) == 2
