"""The page: what Python writes, and what a real browser makes of it."""

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.model import InputError
from kg.views import render
from kg.views.box import Box
from kg.views.drawing import Strand, Wording, label
from kg.views.highlight import marks
from kg.views.layout import pack, positions

CHROMIUM = Path("/usr/bin/chromium")
WD = "http://www.wikidata.org/entity/"
ID = "https://w3id.org/newskg/id/"
AZE, ARM, ART, RUS = f"{WD}Q227", f"{WD}Q399", f"{WD}Q244165", f"{WD}Q159"
BAERBOCK, PASHINYAN = f"{WD}Q15831352", f"{WD}Q7035479"
DEU, EU, UN, GORIS, YEREVAN = f"{WD}Q183", f"{WD}Q458", f"{WD}Q1065", f"{WD}Q1023", f"{WD}Q1953"
SEPARATISTS, REFUGEES, DEAD = f"{ID}separatisten", f"{ID}gefluechtete", f"{ID}getoetete"
MINISTRY, WAR = f"{ID}verteidigungsministerium", f"{ID}zweiter-karabach-krieg"
OBSERVER = f"{ID}beobachter"

NODES = {
    AZE: ("Aserbaidschan", "Azerbaijan", "Place"),
    ARM: ("Armenien", "Armenia", "Place"),
    ART: ("Bergkarabach", "Nagorno-Karabakh", "Place"),
    RUS: ("Russland", "Russia", "Place"),
    DEU: ("Deutschland", "Germany", "Place"),
    EU: ("Europäische Union", "European Union", "Organization"),
    UN: ("Vereinte Nationen", "United Nations", "Organization"),
    GORIS: ("Goris", "Goris", "Place"),
    YEREVAN: ("Jerewan", "Yerevan", "Place"),
    BAERBOCK: ("Annalena Baerbock", "Annalena Baerbock", "Person"),
    PASHINYAN: ("Nikol Paschinjan", "Nikol Pashinyan", "Person"),
    SEPARATISTS: ("Separatisten", "separatists", "Group"),
    REFUGEES: ("Geflüchtete", "refugees", "Group"),
    DEAD: ("Getötete", "people killed", "Group"),
    MINISTRY: (
        "Verteidigungsministerium Aserbaidschans",
        "Azerbaijani defence ministry",
        "Organization",
    ),
    WAR: ("Zweiter Karabach-Krieg", "Second Karabakh War", "Event"),
    OBSERVER: ("Beobachtermission", "observer mission", "Organization"),
}
RELATIONS = {
    "attacked": ("greift an", "attacks"),
    "calledOn": ("fordert auf", "calls on"),
    "accused": ("beschuldigt", "accuses"),
    "agreedWith": ("einigt sich mit", "agrees with"),
    "threatened": ("droht", "threatens"),
    "supported": ("unterstützt", "supports"),
    "aided": ("hilft", "aids"),
    "movedTo": ("gelangt nach", "moves to"),
    "partOf": ("ist Teil von", "is part of"),
    "positionIn": ("hat ein Amt in", "holds office in"),
    "leads": ("führt", "leads"),
    "memberOf": ("ist Mitglied von", "is member of"),
    "alliedWith": ("ist verbündet mit", "is allied with"),
    "locatedIn": ("liegt in", "is located in"),
    "visited": ("besucht", "visits"),
    "participatedIn": ("nimmt teil an", "participates in"),
    "holdsPosition": ("hat das Amt", "holds the position"),
    "killedCount": ("Zahl der Getöteten", "number of people killed"),
}
ARTICLES = {
    "karabach-1": (
        "Aserbaidschan beginnt Angriff auf Bergkarabach",
        "2023-09-19",
        "https://example.org/karabach-1",
    ),
    "karabach-2": ("Feuerpause nach einem Tag", "2023-09-20", "https://example.org/karabach-2"),
    "karabach-3": ("Tausende fliehen nach Goris", "2023-09-25", ""),
}
ATTACK = "Am Dienstag griff Aserbaidschan das Gebiet Bergkarabach mit Artillerie an."
CLAIMS = "Das Ministerium in Baku teilte mit, die Separatisten hätten zuerst geschossen."
DENIAL = "Armenien habe nicht angegriffen, sagte Paschinjan in Jerewan."
APPEAL = "Außenministerin Baerbock rief Aserbaidschan auf, Angriffe auf Bergkarabach zu beenden."
TRUCE = "Die Separatisten einigten sich am Mittwoch mit Aserbaidschan auf eine Feuerpause."
TOLL = "Nach Angaben der Separatisten wurden 32 Menschen getötet."
FLIGHT = "Bis Montag erreichten mehr als 6.000 Geflüchtete die armenische Stadt Goris."
AID = "Die Europäische Union will Armenien mit fünf Millionen Euro helfen."
RUSSIA = "Russland, mit Armenien verbündet, könnte nach Ansicht vieler Aserbaidschan drohen."


def statement(
    relation: str, sentence: str, document: str = "karabach-1", **values: Any
) -> dict[str, Any]:
    """Attributes of an edge, or of a fact when `value` is given."""
    title, published, url = ARTICLES[document]
    de, en = RELATIONS[relation]
    return {
        "relation": relation,
        "label_de": de,
        "label_en": en,
        "polarity": "positive",
        "modality": "asserted",
        "source": "",
        "source_name": "",
        "date": "",
        "place": "",
        "place_name": "",
        "sentence": sentence,
        "document": document,
        "title": title,
        "published": published,
        "url": url,
        "start": 0,
        "end": len(sentence),
        "predicate": "",
        "subject_text": "",
        "object_text": "",
        "confidence": 0.8,
        "rule": "verb",
    } | values


EDGES: list[tuple[str, str, dict[str, Any]]] = [
    (
        AZE,
        ART,
        statement(
            "attacked",
            ATTACK,
            date="2023-09-19",
            place=ART,
            place_name="Bergkarabach",
            predicate="griff … an",
            confidence=0.91,
            subject_text="Aserbaidschan",
            object_text="Bergkarabach",
        ),
    ),
    (
        AZE,
        ART,
        statement(
            "attacked",
            "Die Angriffe Aserbaidschans auf Bergkarabach dauerten an.",
            "karabach-2",
            predicate="Angriffe",
            subject_text="Aserbaidschans",
            object_text="Bergkarabach",
            rule="noun",
        ),
    ),
    (
        SEPARATISTS,
        AZE,
        statement(
            "attacked",
            CLAIMS,
            modality="reported",
            source=MINISTRY,
            source_name="Verteidigungsministerium Aserbaidschans",
            predicate="geschossen",
            subject_text="die Separatisten",
        ),
    ),
    (
        ARM,
        AZE,
        statement(
            "attacked",
            DENIAL,
            polarity="negative",
            modality="reported",
            source=PASHINYAN,
            source_name="Nikol Paschinjan",
            place=YEREVAN,
            place_name="Jerewan",
            predicate="angegriffen",
            subject_text="Armenien",
        ),
    ),
    (
        BAERBOCK,
        AZE,
        statement(
            "calledOn",
            APPEAL,
            predicate="rief … auf",
            subject_text="Baerbock",
            object_text="Aserbaidschan",
        ),
    ),
    (BAERBOCK, AZE, statement("accused", APPEAL, modality="possible", confidence=0.4)),
    (
        AZE,
        ART,
        statement(
            "attacked",
            APPEAL,
            modality="demanded",
            polarity="negative",
            predicate="Angriffe auf",
            source=BAERBOCK,
            source_name="Annalena Baerbock",
            subject_text="Aserbaidschan",
            object_text="Bergkarabach",
            confidence=0.7,
        ),
    ),
    (
        BAERBOCK,
        DEU,
        statement(
            "positionIn", APPEAL, predicate="Außenministerin", subject_text="Baerbock", rule="title"
        ),
    ),
    (
        SEPARATISTS,
        AZE,
        statement(
            "agreedWith",
            TRUCE,
            "karabach-2",
            date="2023-09-20",
            predicate="einigten sich",
            subject_text="Die Separatisten",
            object_text="Aserbaidschan",
        ),
    ),
    (PASHINYAN, ARM, statement("leads", DENIAL, subject_text="Paschinjan", rule="title")),
    (PASHINYAN, AZE, statement("accused", DENIAL)),
    (
        REFUGEES,
        GORIS,
        statement(
            "movedTo",
            FLIGHT,
            "karabach-3",
            date="2023-09",
            predicate="erreichten",
            subject_text="6.000 Geflüchtete",
            object_text="Goris",
        ),
    ),
    (
        GORIS,
        ARM,
        statement(
            "locatedIn",
            FLIGHT,
            "karabach-3",
            predicate="armenische Stadt",
            object_text="armenische",
            subject_text="Goris",
            rule="adjective",
        ),
    ),
    (REFUGEES, ART, statement("movedTo", FLIGHT, "karabach-3", polarity="negative")),
    (
        EU,
        ARM,
        statement(
            "aided",
            AID,
            "karabach-3",
            modality="planned",
            predicate="helfen",
            subject_text="Die Europäische Union",
            object_text="Armenien",
        ),
    ),
    (
        RUS,
        ARM,
        statement(
            "alliedWith",
            RUSSIA,
            "karabach-2",
            predicate="verbündet",
            subject_text="Russland",
            object_text="Armenien",
        ),
    ),
    (
        RUS,
        AZE,
        statement(
            "threatened",
            RUSSIA,
            "karabach-2",
            modality="possible",
            predicate="drohen",
            subject_text="Russland",
            object_text="Aserbaidschan",
            confidence=0.45,
        ),
    ),
    (MINISTRY, AZE, statement("partOf", CLAIMS)),
    (YEREVAN, ARM, statement("locatedIn", DENIAL)),
    (ARM, WAR, statement("participatedIn", RUSSIA, "karabach-2")),
    (AZE, WAR, statement("participatedIn", RUSSIA, "karabach-2")),
    (DEU, EU, statement("memberOf", AID, "karabach-3")),
    (SEPARATISTS, ART, statement("partOf", TRUCE, "karabach-2")),
    (UN, OBSERVER, statement("leads", AID, "karabach-3", modality="planned")),
]


def karabakh() -> "nx.MultiDiGraph[str]":
    """A small graph about September 2023 as `kg.graph` would make it."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, (de, en, type_) in NODES.items():
        wikidata = node.removeprefix(WD) if node.startswith(WD) else ""
        graph.add_node(
            node,
            label=de,
            label_de=de,
            label_en=en,
            type=type_,
            wikidata=wikidata,
            mentions=3,
            facts=[],
        )
    graph.nodes[BAERBOCK]["facts"] = [
        statement(
            "holdsPosition",
            APPEAL,
            value="Außenministerin",
            predicate="Außenministerin",
            subject_text="Baerbock",
            object_text="Außenministerin",
            rule="title",
        )
    ]
    graph.nodes[DEAD]["facts"] = [
        statement(
            "killedCount",
            TOLL,
            "karabach-2",
            value="32",
            modality="reported",
            source=SEPARATISTS,
            source_name="Separatisten",
            predicate="getötet",
            object_text="32",
        )
    ]
    for number, (subject, object_, attributes) in enumerate(EDGES):
        graph.add_edge(subject, object_, key=f"{ID}st/{number:04}", **attributes)
    return graph


def hostile() -> "nx.MultiDiGraph[str]":
    """A graph whose every string tries to become markup, script or a request."""
    attack = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u2028{{ 7*7 }}"
    values = dict.fromkeys(
        (
            "source_name",
            "place_name",
            "title",
            "document",
            "date",
            "published",
            "predicate",
            "subject_text",
            "object_text",
            "label_de",
            "label_en",
            "rule",
            "source",
            "place",
        ),
        attack,
    )
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in ("javascript:alert(3)", f"{ID}</script><svg onload=alert(4)>"):
        graph.add_node(
            node,
            label=attack,
            label_de=attack,
            label_en=attack,
            type=attack,
            wikidata="Q1/../evil",
            mentions=1,
            facts=[],
        )
    first, second = graph
    edge = statement("attacked", f"{attack} <b>fett</b>") | values
    graph.add_edge(first, second, key=f"a{attack}", **edge)
    graph.add_edge(second, first, key="b", **(edge | {"url": "javascript:alert(5)"}))
    graph.add_edge(second, second, key="c", **(edge | {"url": "data:text/html,<script>1"}))
    graph.nodes[first]["facts"] = [edge | {"value": attack, "url": "JaVaScRiPt:alert(6)"}]
    return graph


def embedded(page: str) -> dict[str, Any]:
    """The data that a page carries."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


# ---- What Python writes ------------------------------------------------------------------------


def test_same_graph_gives_the_same_page_whatever_the_order() -> None:
    graph = karabakh()
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    for subject, object_, key, values in reversed(list(graph.edges(keys=True, data=True))):
        turned.add_edge(subject, object_, key=key, **values)
    assert render(graph, title="T") == render(graph, title="T") == render(turned, title="T")


def test_page_does_not_change_the_graph() -> None:
    graph = karabakh()
    render(graph, title="T")
    assert nx.utils.graphs_equal(graph, karabakh())


def test_page_names_no_remote_resource_and_forbids_the_network() -> None:
    page = render(karabakh(), title="T")
    assert "default-src 'none'" in unescape(page)
    markup = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    assert not re.search(r"\ssrc=|<iframe|https?://|@import|url\(", markup)
    assert not any("src" in tag for tag in re.findall(r"<script[^>]*>", page))
    assert "sourceMappingURL" not in page
    assert len(page.encode()) < 700_000


def test_language_chooses_labels_and_is_checked() -> None:
    page = embedded(render(karabakh(), title="T", language="en"))
    assert "Azerbaijan" in {node["label"] for node in page["nodes"]}
    assert "attacks ×2" in {edge["label"] for edge in page["edges"]}
    with pytest.raises(InputError, match="'fr' is not one of de, en"):
        render(karabakh(), title="T", language="fr")


def test_parallel_statements_are_bundled_and_curved_apart() -> None:
    edges = embedded(render(karabakh(), title="T"))["edges"]
    between = [edge for edge in edges if {edge["from"], edge["to"]} == {AZE, ART}]
    assert sorted(edge["label"] for edge in between) == ["greift an ×2", "nicht: greift an!"]
    assert len({json.dumps(edge["smooth"]) for edge in between}) == 2
    assert {edge["label"][:5]: bool(edge["dashes"]) for edge in between} == {
        "greif": False,
        "nicht": True,
    }


def test_crowded_pair_keeps_its_commonest_strands() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in (AZE, ARM):
        graph.add_node(node, label=node, type="Place")
    for number, relation in enumerate(RELATIONS):
        graph.add_edge(AZE, ARM, key=f"s{number:02}", **statement(relation, ATTACK))
    edges = embedded(render(graph, title="T"))["edges"]
    assert len(edges) == 6
    assert edges[-1]["label"] == f"+ {len(RELATIONS) - 5} weitere"
    assert sum(len(edge["statements"]) for edge in edges) == len(RELATIONS)


@pytest.mark.parametrize(
    ("polarity", "modality", "expected"),
    [
        ("positive", "asserted", "greift an"),
        ("positive", "reported", "„greift an“"),
        ("negative", "reported", "„nicht: greift an“"),
        ("positive", "planned", "greift an …"),
        ("positive", "demanded", "greift an!"),
        ("negative", "possible", "nicht: greift an?"),
    ],
)
def test_label_tells_polarity_and_modality(polarity: str, modality: str, expected: str) -> None:
    strand = Strand((AZE, ARM), ("s1",), "greift an", polarity, modality)
    assert label(strand, Wording("nicht", "weitere", ("„", "“"))) == expected


def test_marks_find_separated_predicates_and_whole_words_only() -> None:
    sentence = "Kaum rief Auerbach den Staat auf, rief er an."
    found = marks(sentence, subject="Auerbach", predicate="rief … auf", object_="Staat")
    words = [(sentence[start:end], role) for start, end, role in found]
    assert words == [
        ("rief", "predicate"),
        ("Auerbach", "subject"),
        ("Staat", "object"),
        ("auf", "predicate"),
    ]


def test_marks_of_words_that_are_not_there_are_absent() -> None:
    assert marks("Er kam.", subject="Paschinjan", predicate="", object_="er") == []


def test_boxes_of_a_layout_do_not_overlap() -> None:
    star = nx.star_graph(40)
    boxes = {str(node): Box(110, 15, 35) for node in range(45)}
    lengths = {(str(a), str(b)): 180.0 for a, b in star.edges}
    (places,) = positions(boxes, lengths, [1.4])
    spots = sorted(places.values())
    for number, (x, y) in enumerate(spots):
        for other_x, other_y in spots[number + 1 :]:
            assert abs(x - other_x) >= 110 or abs(y - other_y) >= 50


def test_pack_keeps_rectangles_apart() -> None:
    sizes = [(400.0, 300.0), (100.0, 80.0), (90.0, 200.0), (50.0, 50.0), (50.0, 50.0)]
    placed = list(zip(pack(sizes, 1.4), sizes, strict=True))
    for number, ((x, y), (width, height)) in enumerate(placed):
        for (left, top), (wide, high) in placed[number + 1 :]:
            assert x + width <= left or left + wide <= x or y + height <= top or top + high <= y


# ---- What a browser makes of it ----------------------------------------------------------------


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


class Visit:
    """A page opened from a file, with everything it must not do recorded."""

    def __init__(
        self, browser: Any, folder: Path, graph: "nx.MultiDiGraph[str]", **options: Any
    ) -> None:
        file = folder / "graph.html"
        file.write_text(render(graph, title="Bergkarabach <2023>"), encoding="utf-8")
        self.page = browser.new_page(reduced_motion="reduce", **options)
        self.trouble: list[str] = []
        self.page.on("request", lambda request: self._note(request.url, file.as_uri()))
        self.page.on("dialog", lambda dialog: self.trouble.append(f"dialog {dialog.message}"))
        self.page.on("pageerror", lambda error: self.trouble.append(f"error {error}"))
        self.page.on("console", lambda message: self.trouble.append(f"console {message.text}"))
        self.page.goto(file.as_uri())
        self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def _note(self, url: str, own: str) -> None:
        if url != own and not url.startswith("data:"):
            self.trouble.append(f"request {url}")

    def run(self, script: str, argument: object = None) -> Any:
        return self.page.evaluate(script, argument)

    def click(self, id_: str) -> None:
        spot = self.run("id => newskg.position(id)", id_)
        self.page.mouse.click(spot["x"], spot["y"])
        # vis-network waits whether a click becomes a double click.
        self.page.wait_for_selector("#panel .card")

    @property
    def panel(self) -> str:
        return str(self.page.inner_text("#panel"))


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Visit]:
    opened = Visit(browser, tmp_path, karabakh(), viewport={"width": 1440, "height": 900})
    yield opened
    assert opened.trouble == []
    opened.page.close()


PAINTED = """() => {
  const canvas = document.querySelector("#graph canvas");
  const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Set();
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] === 255) colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
  }
  return [0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0xd55e00].map(colour => colours.has(colour));
}"""


def test_canvas_shows_every_type(visit: Visit) -> None:
    assert visit.run(PAINTED) == [True] * 5
    assert "17 Entitäten · 26 Aussagen · 3 Artikel" in visit.page.inner_text("header")
    assert visit.page.inner_text("h1") == "Bergkarabach <2023>"


def test_click_on_a_node_shows_its_statements_and_facts(visit: Visit) -> None:
    visit.click(BAERBOCK)
    assert "Angaben (1)" in visit.panel
    assert "Annalena Baerbock hat das Amt Außenministerin" in visit.panel
    assert "Annalena Baerbock fordert auf Aserbaidschan" in visit.panel
    assert APPEAL in visit.panel
    appeal = visit.page.locator(".card", has_text="fordert auf")
    assert appeal.locator("mark").all_inner_texts() == ["Baerbock", "rief", "Aserbaidschan", "auf"]


def test_click_on_an_edge_shows_what_it_rests_on(visit: Visit) -> None:
    visit.click(visit.run("id => newskg.edgeOf(id)", f"{ID}st/0003"))
    for words in (
        "Armenien nicht greift an Aserbaidschan",
        DENIAL,
        "berichtet",
        "verneint",
        "Nikol Paschinjan",
        "Jerewan",
        "80 %",
        "19. September 2023",
    ):
        assert words in visit.panel
    link = visit.page.locator("#panel a")
    assert link.get_attribute("href") == "https://example.org/karabach-1"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_search_by_keyboard_selects_an_entity(visit: Visit) -> None:
    visit.page.focus("#search")
    visit.page.keyboard.type("xyz")
    assert visit.page.locator("#suggestions").inner_text() == "Kein Treffer"
    for spelling in ("GEFLÜCHT", "geflucht", "gefluecht"):
        visit.page.fill("#search", spelling)
        assert visit.page.get_by_role("option").all_inner_texts() == ["Geflüchtete\nGruppe"]
    visit.page.fill("#search", "arm")
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("ArrowUp")
    visit.page.keyboard.press("Enter")
    assert visit.page.inner_text("#panel h2") == "Armenien"
    assert visit.run("document.activeElement.tagName") == "H2"
    visit.page.keyboard.press("Escape")
    assert visit.page.inner_text("#panel h2") == "Entitäten"


def test_canvas_moves_by_keyboard(visit: Visit) -> None:
    before = visit.run("id => newskg.position(id)", ART)
    visit.page.focus("#graph .vis-network")
    visit.page.keyboard.down("ArrowLeft")
    visit.page.wait_for_timeout(150)
    visit.page.keyboard.up("ArrowLeft")
    assert visit.run("id => newskg.position(id)", ART)["x"] > before["x"]


def test_search_finds_names_of_the_other_language(visit: Visit) -> None:
    assert visit.run("newskg.search('yerevan')") == [YEREVAN]
    assert visit.run("newskg.search('karabach')") == [WAR, ART]


def test_filters_hide_and_show(visit: Visit) -> None:
    edge = visit.run("id => newskg.edgeOf(id)", f"{ID}st/0002")
    assert visit.run("id => newskg.visible(id)", edge)
    visit.page.uncheck("#modalities input[value=reported]")
    assert not visit.run("id => newskg.visible(id)", edge)
    assert not visit.run("id => newskg.visible(id)", DEAD)
    visit.page.check("#modalities input[value=reported]")
    visit.page.uncheck("#types input[value=Group]")
    assert not visit.run("id => newskg.visible(id)", SEPARATISTS)
    assert not visit.run("id => newskg.visible(id)", edge)
    visit.run("id => newskg.select(id)", AZE)
    assert "Durch Filter verborgen: 2" in visit.panel


def test_a_slider_hides_what_is_not_sure_enough(visit: Visit) -> None:
    slider = visit.page.get_by_role("slider", name="mindestens")
    assert slider.get_attribute("aria-valuetext") == "0 %, 26 Aussagen"
    edge = visit.run("id => newskg.edgeOf(id)", f"{ID}st/0000")
    weak = next(n for n, (_, _, values) in enumerate(EDGES) if values["confidence"] == 0.4)
    doubted = visit.run("id => newskg.edgeOf(id)", f"{ID}st/{weak:04}")
    assert visit.run("id => newskg.visible(id)", doubted)
    slider.focus()
    for _ in range(9):
        visit.page.keyboard.press("ArrowRight")
    sure = sum(values["confidence"] >= 0.45 for _, _, values in EDGES) + 2  # and two facts
    assert slider.get_attribute("aria-valuetext") == f"45 %, {sure} Aussagen"
    assert f"45 % · {sure} Aussagen" in visit.page.inner_text("#trust")
    assert visit.run("id => newskg.visible(id)", edge)
    assert not visit.run("id => newskg.visible(id)", doubted)
    visit.run("id => newskg.select(id)", BAERBOCK)
    assert "Durch Filter verborgen: 1" in visit.panel
    slider.press("Home")
    assert visit.run("id => newskg.visible(id)", doubted)
    visit.run("newskg.setLeast(100)")
    assert slider.input_value() == "100"
    assert not visit.run("id => newskg.visible(id)", edge)


def test_dark_and_phone(browser: Any, tmp_path: Path) -> None:
    opened = Visit(
        browser, tmp_path, karabakh(), color_scheme="dark", viewport={"width": 390, "height": 844}
    )
    assert not opened.page.is_visible("#panel")
    opened.page.click("#open-list")
    opened.page.click("#panel li:first-child button")
    assert opened.page.inner_text("#panel h2") == "Aserbaidschan"
    width = opened.run("document.documentElement.scrollWidth")
    assert (width, opened.trouble) == (390, [])
    opened.page.close()


def test_hostile_data_stays_data(browser: Any, tmp_path: Path) -> None:
    opened = Visit(browser, tmp_path, hostile(), viewport={"width": 1200, "height": 800})
    links: set[str] = set()
    for id_ in ("javascript:alert(3)", f"{ID}</script><svg onload=alert(4)>", "e0", "e1", "e2"):
        assert opened.run("id => newskg.select(id)", id_)
        assert "<img src=x onerror=alert(2)>" in opened.panel
        links |= set(opened.run("[...document.querySelectorAll('#panel a')].map(a => a.href)"))
    opened.page.fill("#search", "alert")
    assert opened.page.get_by_role("option").count() == 2
    assert opened.run("document.querySelectorAll('img, b, iframe').length") == 0
    assert links == {"https://example.org/karabach-1"}
    assert opened.run("document.scripts.length") == 3
    assert opened.trouble == []
    opened.page.close()


def test_policy_stops_what_would_slip_through(browser: Any, tmp_path: Path) -> None:
    opened = Visit(browser, tmp_path, karabakh())
    opened.run("""() => {
      const script = document.createElement("script");
      script.textContent = "window.slipped = true";
      document.body.append(script);
    }""")
    blocked = "fetch('https://example.org/').then(() => 'sent', () => 'blocked')"
    assert opened.run("window.slipped") is None
    assert opened.run(blocked) == "blocked"
    opened.page.close()


def test_empty_graph_says_so(browser: Any, tmp_path: Path) -> None:
    opened = Visit(browser, tmp_path, nx.MultiDiGraph())
    assert "Der Graph ist leer" in opened.page.inner_text("main")
    assert opened.trouble == []
    opened.page.close()


def test_entities_without_statements_are_asked_for(browser: Any, tmp_path: Path) -> None:
    graph = karabakh()
    graph.add_node(f"{ID}mond", label="Mond", type="Place")
    opened = Visit(browser, tmp_path, graph)
    assert not opened.run("id => newskg.visible(id)", f"{ID}mond")
    opened.page.fill("#search", "mond")
    opened.page.keyboard.press("Enter")
    assert opened.run("id => newskg.visible(id)", f"{ID}mond")
    assert "Keine Aussage." in opened.panel
    opened.page.close()


def test_foreign_triples_have_no_sentence_and_no_article(browser: Any, tmp_path: Path) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("http://example.org/anna", label="Anna", type="Person", facts=[])
    bare = statement("supported", "") | {"document": "", "title": "", "published": "", "url": ""}
    graph.add_edge("http://example.org/anna", "http://example.org/anna", key="s", **bare)
    opened = Visit(browser, tmp_path, graph)
    opened.run("newskg.select('http://example.org/anna')")
    assert "Anna unterstützt Anna" in opened.panel
    assert "Artikel" not in opened.panel
    assert not opened.page.is_visible("#least")
    assert "1 Entitäten · 1 Aussagen · 0 Artikel" in opened.page.inner_text("header")
    assert opened.trouble == []
    opened.page.close()
