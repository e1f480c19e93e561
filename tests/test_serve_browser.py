"""The pages of the service in a browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

CHROMIUM = Path("/usr/bin/chromium")
CONSTRUCT = "CONSTRUCT { ?a ?r ?b } WHERE { ?s rdf:subject ?a ; rdf:predicate ?r ; rdf:object ?b }"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if not CHROMIUM.exists():
        pytest.skip(f"no browser at {CHROMIUM}")
    sync_api = pytest.importorskip("playwright.sync_api")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any, service: str) -> Iterator[Any]:
    """A page that may ask the service alone and complain of nothing."""
    page = browser.new_page(viewport={"width": 390, "height": 844}, locale="de-DE")
    trouble: list[str] = []
    page.on("request", lambda request: trouble.append(request.url))
    page.on("console", lambda message: trouble.append(message.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    yield page
    page.close()
    assert [what for what in trouble if not what.startswith(f"{service}/")] == []


def fits(page: Any) -> bool:
    """Whether nothing sticks out at the side of a phone."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


def test_a_typed_query_is_asked_and_its_results_are_followed(page: Any, service: str) -> None:
    page.goto(service)
    page.fill("#query", "SELECT ?who { ?who kg:attacked ?whom } ORDER BY ?who")
    page.press("#query", "Control+Enter")
    page.wait_for_selector("table")
    assert fits(page)
    page.click("td a >> text=Nordland")
    assert page.inner_text("h1") == "Nordland"
    assert fits(page)


def test_what_construct_finds_is_drawn(page: Any, service: str) -> None:
    page.goto(f"{service}/?{urlencode({'query': CONSTRUCT})}")
    page.locator("iframe").scroll_into_view_if_needed()
    drawing = page.frame_locator("iframe")
    drawing.locator("canvas").first.wait_for(timeout=15_000)
    assert drawing.locator("h1").inner_text() == "küste"


def test_the_sentence_of_a_statement_is_in_sight(page: Any, service: str) -> None:
    page.goto(f"{service}/id/statement/e1")
    page.click("text=Im Artikel lesen")
    chosen = page.locator(".passage.chosen")
    assert chosen.locator("mark.predicate").inner_text() == "besuchen"
    box = chosen.bounding_box()
    assert 0 <= box["y"] < 844
    assert fits(page)
