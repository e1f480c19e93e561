"""Writes the page: pyvis network, template, style and script in one file."""

import json
import tomllib
from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

import networkx as nx
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kg.model import InputError
from kg.views.drawing import DASHES, SHAPES, drawn
from kg.views.payload import names, numbered, page_data

WEBGL = "canvas-sigma"
SCRIPTS = (
    *("data", "language", "state", "scope", "phrases", "elements", "geometry", "theme", "labels"),
    *("hulls", "canvas-vis", WEBGL, "camera", "selecting", "search", "cards", "panel"),
    *("connections", "reader", "filters", "timeline", "status", "fragment"),
    *("terms", "turtle", "tables", "picture", "sharing", "keyboard", "start"),
)
"""The parts of the page's own script, in the order in which they are joined."""

LARGE = 1500
"""Most entities that vis-network draws; pages with more also carry sigma, which draws by WebGL."""

PART = 500
"""How many entities such a page begins with."""

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "selectConnectedEdges": False, "hideEdgesOnDrag": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3},
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.55}},
        "selectionWidth": 1.5,
    },
}
KEYS = (
    ("← → ↑ ↓", "arrows"),
    ("+ −", "zoom"),
    ("0", "whole"),
    ("N P", "next"),
    ("Enter", "enter"),
    ("Ctrl K", "find"),
    ("Esc", "escape"),
)
"""What the help names of script/keyboard.js."""


def render(graph: "nx.MultiDiGraph[str]", *, title: str, language: str = "de") -> str:
    """Draw a graph as one self-contained HTML page that never asks the network for anything.

    Args:
        graph: Entities as nodes, statements as edges keyed by their ids, as `kg.graph` makes it.
        title: Heading of the page.
        language: Language of the page and of the relations' labels, `de` or `en`.

    Returns:
        The page. The same graph gives the same page, whatever the order of its nodes and edges.

    Raises:
        InputError: The language is neither `de` nor `en`.
    """
    if language not in _texts():
        raise InputError(f"page language {language!r} is not one of {', '.join(_texts())}")
    shown = names(graph, {code: texts["unnamed"] for code, texts in _texts().items()})
    data = page_data(graph, shown)
    network = _network(*numbered(*drawn(graph, shown), data))
    network.templateEnv = _environment(
        large=len(graph) > LARGE, title=title, language=language, texts=_texts(), panel=data
    )
    network.path = "template.html.j2"
    page: str = network.generate_html()
    return page


def escaped_json(value: Any) -> Markup:
    """Write JSON that is safe inside a `script` element, whatever strings it holds."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    # A lone surrogate cannot be written as UTF-8.
    return Markup(text.encode("utf-8", "replace").decode())  # noqa: S704


@cache
def _texts() -> dict[str, dict[str, Any]]:
    return tomllib.loads(_read("texts.toml"))


def _read(name: str) -> str:
    return (files("kg.views") / name).read_text(encoding="utf-8")


def _network(nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> Any:
    """Fill a pyvis network; its own template and loading of files are not used."""
    from pyvis.network import Network  # Imports IPython: a second that other commands save.

    network = Network(directed=True, cdn_resources="in_line")
    network.options = OPTIONS
    # Its add_edge looks through all nodes for each end.
    network.nodes, network.edges = nodes, edges
    return network


def _environment(*, large: bool, **values: Any) -> Environment:
    environment = Environment(
        loader=PackageLoader("kg.views", "."), autoescape=True, undefined=StrictUndefined
    )
    webgl = [_read("vendor/sigma.min.js")] if large else []
    parts = SCRIPTS if large else [name for name in SCRIPTS if name != WEBGL]
    scripts, style = [_vis_network(), *webgl, _script(parts)], _read("style.css")
    environment.filters["escaped_json"] = escaped_json
    environment.globals |= values | {
        "large": large,
        "part": PART,
        "shapes": SHAPES,
        "dashes": DASHES,
        "keys": KEYS,
        "style": Markup(style),  # noqa: S704
        "scripts": [Markup(script) for script in scripts],  # noqa: S704
        "policy": _policy(scripts, style),
    }
    return environment


def _script(parts: Iterable[str]) -> str:
    """Join the parts in one scope of their own."""
    text = "\n".join(_read(f"script/{name}.js") for name in parts)
    return f'"use strict";\n(() => {{\n{text}}})();\n'


def _vis_network() -> str:
    """Return the vis-network that pyvis carries, without the address of its source map."""
    path = files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return path.read_text(encoding="utf-8").partition("//# sourceMappingURL")[0]


def _policy(scripts: Iterable[str], style: str) -> str:
    """Allow the page's own scripts and style by their hashes, and nothing else."""
    allowed = " ".join(map(_digest, scripts))
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_digest(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
