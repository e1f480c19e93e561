"""Whatever the articles hold, nothing executes, and nothing leaves the page."""

from pathlib import Path
from typing import Any

import kg
from tests.browsing import FRAMES, Visit, karabakh_page, page_of
from tests.corpora import small_corpus
from tests.karabakh import AZE, ID, hostile


def test_hostile_data_stays_data(browser: Any, tmp_path: Path) -> None:
    opened = Visit(browser, tmp_path, page_of(hostile()))
    links: set[str] = set()
    for id_ in ("javascript:alert(3)", f"{ID}</script><svg onload=alert(4)>", "e0", "e1", "e2"):
        opened.select(id_)
        assert "<img src=x onerror=alert(2)>" in opened.panel
        links |= set(opened.run("[...document.querySelectorAll('a')].map(a => a.href)"))
    opened.page.fill("#search", "alert")
    assert opened.page.locator("#suggestions [role=option]").count() == 2
    opened.page.keyboard.press("Escape")
    opened.page.locator("#panel").get_by_text("Im Artikel zeigen").first.click()
    assert "<b>fett</b>" in opened.page.inner_text("#reader")
    opened.page.locator("#reader .mention").first.click()
    opened.run("newskg.setLanguage('en'), newskg.setCommunities(true)")
    for kind in ("svg", "ttl", "graphml", "csv"):
        assert opened.content(kind)
    assert opened.run("document.querySelectorAll('img, b, iframe, object').length") == 0
    assert links <= {"https://example.org/karabach-1"}
    assert opened.run("document.scripts.length") == 3
    opened.close()


def test_hostile_addresses_change_nothing(browser: Any, tmp_path: Path) -> None:
    attack = "<img src=x onerror=alert(1)>"
    opened = Visit(browser, tmp_path, karabakh_page())
    keys = ("entity", "edge", "around", "path", "lang", "article", "days", "reading", "statement")
    for value in (attack, "javascript:alert(1)", "__proto__"):
        opened.open(f"#{'&'.join(f'{key}={value}' for key in keys)}")
        assert opened.visible(AZE)
    opened.run("location.hash = '#lang=__proto__&community=x'")
    opened.close()


def test_policy_stops_what_would_slip_through(browser: Any, tmp_path: Path) -> None:
    opened = Visit(browser, tmp_path, karabakh_page())
    opened.run("""() => {
      const script = document.createElement("script");
      script.append("window.slipped = true");
      document.body.append(script);
      const style = document.createElement("style");
      style.textContent = "body { display: none }";
      document.head.append(style);
    }""")
    blocked = "fetch('https://example.org/').then(() => 'sent', () => 'blocked')"
    assert opened.run("window.slipped") is None
    assert opened.run("getComputedStyle(document.body).display") == "flex"
    assert opened.run(blocked) == "blocked"
    markup = "document.body.innerHTML = '<p>'"
    assert (
        opened.run(f"(() => {{ try {{ {markup} }} catch {{ return 'blocked' }} }})()") == "blocked"
    )
    opened.run("() => { try { setTimeout('window.coded = true'); } catch { /* as it should */ } }")
    opened.run(FRAMES)
    assert opened.run("window.coded") is None
    opened.page.close()


def test_a_notebook_page_works_in_its_frame(browser: Any, tmp_path: Path) -> None:
    frame = kg.view(small_corpus(), height=500)._repr_html_()
    opened = Visit(browser, tmp_path, f"<!DOCTYPE html><title>Notebook</title>{frame}")
    inside = opened.page.frames[1]
    inside.wait_for_selector("#panel li button")
    inside.locator("#panel li button").last.click()
    assert inside.locator("#panel .card, #panel .hint").count() > 0
    assert inside.evaluate("window.origin") == "null"
    with opened.page.expect_download() as waiting:
        inside.locator("#share").click()
        inside.locator("#share-menu [data-save=csv]").click()
    assert waiting.value.suggested_filename == "graph.csv"
    opened.close()
