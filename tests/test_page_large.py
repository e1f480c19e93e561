"""A large graph begins with its most important part, drawn by WebGL."""

from pathlib import Path
from typing import Any

import pytest

from tests.browsing import FRAMES, Visit, page_of
from tests.karabakh import ARM, ART, AZE, BAERBOCK, GORIS, ID, REFUGEES, karabakh


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("kg.views.page.LARGE", 10)
    monkeypatch.setattr("kg.views.page.PART", 4)
    return page_of(karabakh())


LIT = """() => {
  const gl = [...document.querySelectorAll("#graph canvas")].map(c => c.getContext("webgl2"));
  return gl.some(context => context !== null);
}"""


def test_the_part_grows_when_asked(browser: Any, tmp_path: Path, large: str) -> None:
    opened = Visit(browser, tmp_path, large)
    assert opened.run(LIT)
    assert [opened.visible(id_) for id_ in (AZE, ARM, ART, GORIS)] == [True, True, True, False]
    assert "Die 4 wichtigsten Entitäten, 13 verborgen" in opened.page.inner_text("#chips")
    opened.select(GORIS)
    assert [opened.visible(id_) for id_ in (GORIS, REFUGEES)] == [True, True]
    opened.page.locator("#chips").get_by_text("mehr").click()
    opened.page.locator("#chips").get_by_text("alle").click()
    assert opened.visible(f"{ID}beobachter")
    assert opened.page.locator("#chips p").count() == 0
    opened.close()


def test_nodes_and_edges_are_clicked(browser: Any, tmp_path: Path, large: str) -> None:
    opened = Visit(browser, tmp_path, large)
    opened.run("newskg.setPart(Infinity)")
    for _ in range(3):
        opened.run(FRAMES)
    opened.click(BAERBOCK)
    assert opened.page.inner_text("#panel h2") == "Annalena Baerbock"
    opened.run("newskg.clear()")
    opened.run(FRAMES)
    opened.click(opened.edge_of(f"{ID}st/0000"))
    assert opened.page.inner_text("#panel h2") == "Aserbaidschan – Bergkarabach"
    # The line beside it is what is denied.
    assert "festgestellt" in opened.page.locator("#panel .card").first.inner_text()
    names = {" ".join(label["lines"]) for label in opened.run("newskg.labels()")}
    assert "Aserbaidschan" in names
    opened.close()


def test_without_webgl_the_other_library_draws(browser: Any, tmp_path: Path, large: str) -> None:
    opened = Visit(browser, tmp_path, "<title>leer</title>")
    opened.page.add_init_script(
        "const get = HTMLCanvasElement.prototype.getContext;"
        "HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {"
        "  return kind === 'webgl2' ? null : get.call(this, kind, ...rest); };"
    )
    opened.file.write_text(large, encoding="utf-8")
    opened.open()
    assert opened.page.locator("#graph .vis-network").count() == 1
    assert (opened.visible(AZE), opened.visible(GORIS)) == (True, False)
    opened.close()
