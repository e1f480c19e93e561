"""The page in a notebook."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

import networkx as nx

from kg.files import write_whole
from kg.graph import load_graph
from kg.rdf import Source
from kg.views.page import render

_FRAME = (
    '<iframe sandbox="allow-scripts allow-downloads allow-popups allow-modals" title="{title}" '
    'style="width: 100%; height: {height}px; border: 1px solid #dcdad3; border-radius: 8px" '
    'srcdoc="{page}"></iframe>'
)


@dataclass(frozen=True, slots=True)
class View:
    """A page that a notebook shows and that can be saved.

    Attributes:
        html: The page.
        title: Its heading.
        height: Height in the notebook, in pixels.
    """

    html: str
    title: str
    height: int

    def _repr_html_(self) -> str:
        """The page in a frame of its own, which can neither read nor change the notebook."""
        title, page = escape(self.title, quote=True), escape(self.html, quote=True)
        return _FRAME.format(title=title, height=self.height, page=page)

    def save(self, path: str | Path) -> Path:
        """Write the page to a file, whole or not at all.

        Raises:
            InputError: The file cannot be written.
        """
        write_whole(Path(path), self.html.encode())
        return Path(path)


def view(
    source: "Source | nx.MultiDiGraph[str]",
    *,
    title: str = "",
    language: str = "de",
    height: int = 640,
) -> View:
    """Show a graph as the interactive page, in a notebook by naming it in the last line of a cell.

    Args:
        source: What `kg.load_graph` takes: a folder of `kg build`, an RDF file, a corpus, a graph.
        title: Heading of the page; the name of the file or folder by default.
        language: Language that the page begins in, `de` or `en`.
        height: Height in the notebook, in pixels.

    Raises:
        InputError: The source is no graph, or the language neither `de` nor `en`.
    """
    named = Path(source).stem if isinstance(source, str | Path) else ""
    heading = title or named or "newskg"
    page = render(load_graph(source), title=heading, language=language)
    return View(page, heading, height)
