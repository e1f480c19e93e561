"""Measure how long the page takes to write and to draw, beside plain pyvis, and print a table.

python -m benchmarks.view [--sizes 100 1000 10000] [--patience SECONDS]

Both draw the same made-up graphs in the same Chromium without a network. Ours counts as drawn with
the first frame that holds the graph; plain pyvis with the frame after its nodes came to rest, as it
shows a loading bar until then. Writing is told in processor time, drawing by the clock and in
processor time of the page, which a busy machine does not change.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import networkx as nx

from kg.views import render

CHROMIUM = "/usr/bin/chromium"
RUNS = 3
STATEMENTS = {100: 200, 1000: 2000, 10000: 30000}
COMMUNITY = 40
"""Entities that most statements of a made-up graph stay among."""

SCREEN = {"width": 1440, "height": 900}
DRAWN = """new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
  () => done(performance.now()))))"""
AT_REST = """new Promise(done => {
  const drawn = () => requestAnimationFrame(() => done(performance.now()));
  if (document.getElementById("loadingBar")?.style.display === "none") drawn();
  else network.once("stabilizationIterationsDone", drawn);
})"""


def main() -> None:
    """Draw each size by both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(STATEMENTS))
    parser.add_argument("--patience", type=int, default=120, help="seconds to wait for a drawing")
    arguments = parser.parse_args()
    columns = f"{'write':>8} {'size':>8} {'drawn':>9} {'CPU':>8}"
    print(f"{'entities':>8} {'statements':>10}  {'':12} {columns}")
    with chromium() as browser:
        for size in arguments.sizes:
            graph = made_up(size, STATEMENTS.get(size, 2 * size))
            for name, write, drawn in (("ours", ours, DRAWN), ("plain pyvis", plain, AT_REST)):
                row = measured(browser, partial(write, graph), drawn, arguments.patience)
                print(f"{size:8} {graph.number_of_edges():10}  {name:12} {row}")


def made_up(entities: int, statements: int) -> "nx.MultiDiGraph[str]":
    """A graph in which most statements stay within a community, with a few hubs."""
    chance = random.Random(20230919)
    types = ("Person", "Organization", "Place", "Group", "Event", "Product")
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for number in range(entities):
        name, type_ = f"Entität {number}", chance.choice(types)
        graph.add_node(f"https://example.org/{number}", label=name, type=type_, facts=[])
    nodes = list(graph)
    for number in range(statements):
        first = COMMUNITY * (number % max(1, entities // COMMUNITY))
        hub = min(first + int(chance.paretovariate(1)) - 1, entities - 1)
        near = min(first + chance.randrange(COMMUNITY), entities - 1)
        ends = (hub, near) if chance.random() < 0.85 else (hub, chance.randrange(entities))
        graph.add_edge(nodes[ends[0]], nodes[ends[1]], key=f"{number}", **said(chance))
    return graph


def said(chance: random.Random) -> dict[str, Any]:
    """A statement without an article."""
    relation = chance.choice(("attacked", "supported", "leads", "memberOf"))
    modality = chance.choice(("asserted", "asserted", "asserted", "reported"))
    sentence = f"Ein Satz, in dem {relation} steht."
    return {"relation": relation, "polarity": "positive", "modality": modality} | {
        "sentence": sentence,
        "confidence": 0.8,
        "date": f"2023-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
    }


def ours(graph: "nx.MultiDiGraph[str]") -> str:
    """The page of this program."""
    return render(graph, title="Benchmark")


def plain(graph: "nx.MultiDiGraph[str]") -> str:
    """The page of pyvis as its documentation has it."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for node, values in graph.nodes(data=True):
        network.add_node(node, label=values["label"])
    for subject, object_, values in graph.edges(data=True):
        network.add_edge(subject, object_, label=values["relation"])
    page: str = network.generate_html()
    return page


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser without a network."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


def measured(browser: Any, write: Callable[[], str], drawn: str, patience: int) -> str:
    """Seconds to write, megabytes, and the best of several drawings in seconds."""
    begun = time.process_time()
    page = write()
    written = time.process_time() - begun
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "graph.html")
        file.write_text(page, encoding="utf-8")
        times = list(drawings(browser, file, drawn, patience))
    told = f"> {patience} s"
    if times:
        clock, processor = (min(values) for values in zip(*times, strict=True))
        told = f"{clock:7.2f} s {processor:6.2f} s"
    return f"{written:6.2f} s {len(page.encode()) / 1e6:5.1f} MB {told:>9}"


def drawings(browser: Any, file: Path, drawn: str, patience: int) -> Iterator[tuple[float, float]]:
    """Seconds from the call of the page to its drawing, until one takes too long."""
    from playwright.sync_api import TimeoutError as TooLateError

    for _ in range(RUNS):
        page = browser.new_page(viewport=SCREEN, reduced_motion="reduce")
        page.set_default_timeout(patience * 1000)
        page.route("http*://**", lambda route: route.abort())
        meter = page.context.new_cdp_session(page)
        meter.send("Performance.enable", {"timeDomain": "threadTicks"})
        try:
            page.goto(file.as_uri(), wait_until="load")
            clock = page.evaluate(f"() => Promise.race([{drawn}, {late(patience)}])")
            metrics = meter.send("Performance.getMetrics")["metrics"]
        except TooLateError:  # The page does not even answer.
            return
        finally:
            page.close()
        if clock is None:
            return
        yield clock / 1000, next(m["value"] for m in metrics if m["name"] == "TaskDuration")
        if clock > patience * 250:
            return


def late(patience: int) -> str:
    """A promise of nothing after a while."""
    return f"new Promise(done => setTimeout(() => done(null), {patience * 1000}))"


if __name__ == "__main__":
    main()
