"""Anyone can use the page: axe-core finds nothing serious in any of its states."""

from pathlib import Path
from typing import Any

import pytest

from tests.browsing import PHONE, Visit, karabakh_page
from tests.karabakh import AZE
from tests.tools import NODE_MODULES, missing

AXE = NODE_MODULES / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FOUND = """async tags => {
  const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  return violations.filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}"""


def looked_at(opened: Visit) -> list[str]:
    """What axe-core finds on the page as it is, in text that is not faded by an animation."""
    found: list[str] = opened.run(FOUND, RULES)
    return found


@pytest.mark.parametrize("look", [{}, {"color_scheme": "dark"}, {"viewport": PHONE}])
def test_axe_finds_nothing_serious(browser: Any, tmp_path: Path, look: dict[str, Any]) -> None:
    if not AXE.exists():
        missing("the npm package axe-core", ".ci/system node")
    opened = Visit(browser, tmp_path, karabakh_page(), **look)
    opened.run(AXE.read_text(encoding="utf-8"))
    assert looked_at(opened) == []
    opened.select(AZE)
    opened.run("newskg.openReader('karabach-1', null)")
    assert looked_at(opened) == []
    opened.page.keyboard.press("Escape")
    opened.page.keyboard.press("Escape")
    opened.run("document.getElementById('open-help').click()")
    assert looked_at(opened) == []
    opened.page.keyboard.press("Escape")
    opened.page.fill("#search", "a")
    assert looked_at(opened) == []
    opened.close()


def test_everything_is_reached_by_tab(browser: Any, tmp_path: Path) -> None:
    opened = Visit(browser, tmp_path, karabakh_page())
    reached = []
    for _ in range(45):
        opened.page.keyboard.press("Tab")
        reached.append(opened.run("document.activeElement.id"))
    for id_ in ("search", "share", "language", "speaker", "least", "graph", "zoom-in", "undated"):
        assert id_ in reached
    opened.close()
