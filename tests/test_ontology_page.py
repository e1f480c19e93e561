"""docs/ontology.html says what the ontology says."""

import re
from pathlib import Path

import pyoxigraph as ox

from docs.ontology_page import HERE, page
from kg.ontology import NAMESPACE, PLOVER, data_path

PAGE = Path(HERE / "ontology.html")


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run python -m docs.ontology_page"


def test_every_term_is_on_it() -> None:
    anchors = set(re.findall(r'<article id="([^"]+)">', page()))
    for name, space in (("kg.ttl", NAMESPACE), ("plover.ttl", PLOVER)):
        for quad in ox.parse(path=data_path(name), format=ox.RdfFormat.TURTLE):
            if str(quad.subject).startswith("<" + space) and "Collection" not in str(quad.object):
                term = str(quad.subject)[1:-1].removeprefix(space)
                assert term in anchors or term.islower(), term


def test_links_on_the_page_lead_somewhere_and_nothing_is_fetched() -> None:
    text = page()
    there = set(re.findall(r'id="([^"]+)"', text))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= there
    assert not re.search(r"<(script|link|img|iframe)\b|@import|url\(", text)
