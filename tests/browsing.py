"""A page in a real browser, with everything it must not do recorded."""

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx
from playwright import sync_api

from kg.views import render
from tests.karabakh import karabakh

DESK = {"width": 1440, "height": 900}
OFFLINE = {"viewport": DESK, "offline": True}
PHONE = {"width": 390, "height": 844}
PATIENCE, SECOND = 20, 1000  # times that a click is tried, milliseconds after each
FRAMES = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


@cache
def karabakh_page() -> str:
    """The page of the small graph, made once."""
    return page_of(karabakh())


def page_of(graph: "nx.MultiDiGraph[str]") -> str:
    """The page of a graph."""
    return render(graph, title="Bergkarabach <2023>")


class Visit:
    """A page opened from a file."""

    def __init__(
        self, browser: Any, folder: Path, html: str, *, fragment: str = "", **options: Any
    ) -> None:
        self.file = folder / "graph.html"
        self.file.write_text(html, encoding="utf-8")
        self.page = browser.new_page(reduced_motion="reduce", **(OFFLINE | options))
        self.trouble: list[str] = []
        self.page.on("request", lambda request: self._note(request.url))
        self.page.on("dialog", lambda dialog: self.trouble.append(f"dialog {dialog.message}"))
        self.page.on("pageerror", lambda error: self.trouble.append(f"error {error}"))
        self.page.on("console", lambda message: self._hear(message.text))
        self.open(fragment)

    def open(self, fragment: str = "") -> None:
        """Load the page anew, with a fragment in its address."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.file.as_uri()}{fragment}")
        self.run(FRAMES)

    def _note(self, url: str) -> None:
        if not url.startswith((self.file.as_uri(), "data:", "about:", "blob:")):
            self.trouble.append(f"request {url}")

    def _hear(self, text: str) -> None:
        # The software renderer of a machine without a graphics card talks about itself.
        if "GL Driver Message" not in text:
            self.trouble.append(f"console {text}")

    def run(self, script: str, argument: object = None) -> Any:
        return self.page.evaluate(script, argument)

    def select(self, id_: str) -> None:
        assert self.run("id => newskg.select(id)", id_)

    def visible(self, id_: str) -> bool:
        return bool(self.run("id => newskg.visible(id)", id_))

    def edge_of(self, statement: str) -> str:
        return str(self.run("id => newskg.edgeOf(id)", statement))

    def click(self, id_: str) -> None:
        card = self.page.locator("#panel .card").first
        for _ in range(PATIENCE):
            self.run(FRAMES)
            spot = self.run("id => newskg.position(id)", id_)
            self.page.mouse.click(spot["x"], spot["y"])
            # vis-network waits whether a click becomes a double click; a busy machine without a
            # graphics card may not have drawn yet what is clicked.
            with suppress(sync_api.TimeoutError):
                card.wait_for(timeout=SECOND)
                return
        card.wait_for()

    def content(self, kind: str) -> str:
        """What the page would save."""
        return str(self.run("kind => newskg.content(kind)", kind))

    @property
    def panel(self) -> str:
        return str(self.page.inner_text("#panel"))

    @property
    def address(self) -> str:
        return str(self.page.url).partition("#")[2]

    def close(self) -> None:
        """Leave; the page has done nothing it must not do."""
        assert self.trouble == []
        self.page.close()
