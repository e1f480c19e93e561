"""Writes the page: pyvis network, template, style and script in one file."""

import json
import tomllib
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

import networkx as nx
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kg.model import InputError
from kg.views.drawing import DASHES, SHAPES, Wording, drawn
from kg.views.payload import names, panel_data

SCRIPTS = ("data", "elements", "panel", "drawing", "selecting", "filters", "search", "start")
OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "selectConnectedEdges": False,
        "hideEdgesOnDrag": False,
        "keyboard": {"enabled": True, "bindToWindow": False},
    },
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "labelHighlightBold": False},
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.55}},
        "labelHighlightBold": False,
        "selectionWidth": 1.5,
    },
}


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
    texts = _texts()[language]
    shown = names(graph, language, texts["unnamed"])
    wording = Wording(texts["negation"], texts["more"], tuple(texts["quotes"]))
    network = _network(*drawn(graph, shown, wording, language))
    data = panel_data(graph, shown, language) | {"texts": texts, "language": language}
    network.templateEnv = _environment(title=title, language=language, texts=texts, panel=data)
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
    for node in nodes:
        network.add_node(node["id"], **_without(node, "id"))
    for edge in edges:
        network.add_edge(edge["from"], edge["to"], **_without(edge, "from", "to"))
    return network


def _without(record: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in keys}


def _environment(**values: Any) -> Environment:
    environment = Environment(
        loader=PackageLoader("kg.views", "."), autoescape=True, undefined=StrictUndefined
    )
    scripts = {"library": _vis_network(), "script": _script()}
    environment.filters["escaped_json"] = escaped_json
    environment.globals |= values | {
        "shapes": SHAPES,
        "dashes": DASHES,
        "style": Markup(_read("style.css")),  # noqa: S704
        "policy": _policy(scripts.values()),
    }
    environment.globals |= {name: Markup(text) for name, text in scripts.items()}  # noqa: S704
    return environment


def _script() -> str:
    """Join the parts in one scope of their own."""
    parts = "\n".join(_read(f"script/{name}.js") for name in SCRIPTS)
    return f'"use strict";\n(() => {{\n{parts}}})();\n'


def _vis_network() -> str:
    """Return the vis-network that pyvis carries, without the address of its source map."""
    path = files("pyvis") / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return path.read_text(encoding="utf-8").partition("//# sourceMappingURL")[0]


def _policy(scripts: Any) -> str:
    """Allow the page's own scripts by their hashes, its styles, and nothing else."""
    digests = (b64encode(sha256(text.encode()).digest()).decode() for text in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
