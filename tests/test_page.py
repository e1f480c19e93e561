"""What a browser makes of the page: the drawing, the panel, the reading pane, finding."""

from pathlib import Path
from typing import Any

import networkx as nx

from tests.browsing import PHONE, Visit, karabakh_page, page_of
from tests.karabakh import (
    APPEAL,
    ARM,
    ART,
    ATTACK,
    AZE,
    BAERBOCK,
    DENIAL,
    GORIS,
    ID,
    REFUGEES,
    RUS,
    WAR,
    YEREVAN,
    karabakh,
    statement,
)

PAINTED = """() => {
  const canvas = document.querySelector("#graph canvas");
  const {data} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const colours = new Set();
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] === 255) colours.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
  }
  return [0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0xd55e00].map(colour => colours.has(colour));
}"""


def test_canvas_shows_every_type_and_labels_that_do_not_meet(visit: Visit) -> None:
    assert visit.run(PAINTED) == [True] * 5
    assert "17 Entitäten · 26 Aussagen · 3 Artikel" in visit.page.inner_text("header")
    assert visit.page.inner_text("h1") == "Bergkarabach <2023>"
    names = {" ".join(label["lines"]) for label in visit.run("newskg.labels()")}
    assert {"Aserbaidschan", "Armenien", "Annalena Baerbock", "greift an ×2"} <= names
    level = [label for label in visit.run("newskg.labels()") if not label["angle"]]
    boxes = [(label["x"], label["y"], len(label["lines"]) * label["size"]) for label in level]
    for number, (x, y, high) in enumerate(boxes):
        assert not any(abs(x - a) < 8 and abs(y - b) < high for a, b, _ in boxes[number + 1 :])


def test_click_on_a_node_shows_its_statements_in_plain_language(visit: Visit) -> None:
    visit.click(BAERBOCK)
    assert "Angaben (1)" in visit.panel
    assert "Annalena Baerbock hat das Amt: Außenministerin" in visit.panel
    assert "Annalena Baerbock rief Aserbaidschan auf" in visit.panel
    appeal = visit.page.locator(".card", has=visit.page.locator(".predicate", has_text="rief"))
    assert appeal.locator("mark").all_inner_texts() == ["Baerbock", "rief", "Aserbaidschan", "auf"]
    # The sentence stands within its paragraph.
    assert appeal.locator(".sentence").inner_text() == APPEAL
    assert ATTACK in appeal.locator("blockquote").inner_text()
    demanded = visit.page.locator(".card", has_text="Gefordert von Annalena Baerbock:")
    assert "Aserbaidschan griff Bergkarabach nicht an" in demanded.first.inner_text()


def test_click_on_an_edge_shows_what_it_rests_on(visit: Visit) -> None:
    visit.click(visit.edge_of(f"{ID}st/0003"))
    for words in (
        "Nach Angaben von Nikol Paschinjan: Armenien griff Aserbaidschan nicht an",
        DENIAL,
        "berichtet",
        "verneint",
        "Jerewan",
        "80 %",
        "Beispielbote, 19. September 2023",
    ):
        assert words in visit.panel
    link = visit.page.locator("#panel a").first
    assert link.get_attribute("href") == "https://example.org/karabach-1"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_the_page_speaks_two_languages(visit: Visit) -> None:
    visit.select(BAERBOCK)
    visit.page.click("#language")
    assert visit.run("document.documentElement.lang") == "en"
    assert "Annalena Baerbock called on Azerbaijan" in visit.panel
    assert (
        "Demanded by Annalena Baerbock: Azerbaijan did not attack Nagorno-Karabakh" in visit.panel
    )
    assert "Legend and filters" in visit.page.inner_text("#filters")
    assert "17 Entities" in visit.page.inner_text("header")
    assert "Azerbaijan" in {label["lines"][0] for label in visit.run("newskg.labels()")}
    visit.page.click("#language")
    assert "Legende und Filter" in visit.page.inner_text("#filters")
    assert "rief Aserbaidschan auf" in visit.panel


def test_plural_subjects_agree_with_their_verb(visit: Visit) -> None:
    flight = visit.run("id => newskg.plain(id)", f"{ID}st/0011")
    assert flight == "Geflüchtete gelangten nach Goris."


def test_a_statement_leads_to_its_article_and_a_mention_to_its_entity(visit: Visit) -> None:
    visit.select(BAERBOCK)
    card = visit.page.locator(".card", has=visit.page.get_by_text("rief", exact=True))
    card.first.get_by_text("Im Artikel zeigen").click()
    reader = visit.page.locator("#reader")
    assert (
        reader.locator(".headline").inner_text() == "Aserbaidschan beginnt Angriff auf Bergkarabach"
    )
    assert reader.locator(".evidence").inner_text() == APPEAL
    assert reader.locator(".mention.chosen").count() == 0  # Only her surname is in the text.
    reader.locator(".mention", has_text="Armenien").first.click()
    assert visit.page.inner_text("#panel h2") == "Armenien"
    assert reader.locator(".mention.chosen").all_inner_texts() == ["Armenien"]
    assert visit.visible(ARM)
    visit.page.locator("#panel .index button", has_text="Tausende fliehen nach Goris").click()
    assert reader.locator(".headline").inner_text() == "Tausende fliehen nach Goris"
    visit.page.keyboard.press("Escape")
    visit.page.keyboard.press("Escape")
    assert reader.is_hidden()


def test_search_by_keyboard_selects_an_entity(visit: Visit) -> None:
    visit.page.keyboard.press("Control+k")
    visit.page.keyboard.type("xyz")
    assert visit.page.locator("#suggestions").inner_text() == "Kein Treffer"
    for spelling in ("GEFLÜCHT", "geflucht", "gefluecht"):
        visit.page.fill("#search", spelling)
        options = visit.page.locator("#suggestions [role=option]").all_inner_texts()
        assert options == ["Geflüchtete\nGruppe"]
    visit.page.fill("#search", "arm")
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("ArrowUp")
    visit.page.keyboard.press("Enter")
    assert visit.page.inner_text("#panel h2") == "Armenien"
    assert visit.run("document.activeElement.tagName") == "H2"
    visit.page.keyboard.press("Escape")
    assert visit.page.inner_text("#panel h2") == "Entitäten"
    assert visit.run("newskg.search('yerevan')") == [YEREVAN]
    assert visit.run("newskg.search('karabach')") == [WAR, ART]


def test_search_finds_what_only_the_articles_call_an_entity(browser: Any, tmp_path: Path) -> None:
    graph = karabakh()
    text = graph.graph["documents"][0]["text"]
    start = text.index("Baerbock")
    graph.graph["documents"][0]["mentions"].append([start, start + 8, "name", GORIS])
    opened = Visit(browser, tmp_path, page_of(graph))
    assert opened.run("newskg.search('baerbo')") == [GORIS, BAERBOCK]
    opened.close()


def test_the_drawing_answers_to_keys(visit: Visit) -> None:
    visit.page.focus("#graph")
    before = visit.run("id => newskg.position(id)", ART)
    visit.page.keyboard.press("ArrowRight")
    visit.page.keyboard.press("+")
    after = visit.run("id => newskg.position(id)", ART)
    assert after["x"] < before["x"]
    visit.page.keyboard.press("0")
    visit.page.keyboard.press("n")
    assert visit.page.inner_text("#panel h2") == "Aserbaidschan"
    assert "Aserbaidschan, Ort, 12 Aussagen" in visit.page.inner_text("#live")
    visit.page.keyboard.press("n")
    assert visit.page.inner_text("#panel h2") == "Armenien"
    visit.page.keyboard.press("p")
    visit.page.keyboard.press("Enter")
    assert visit.run("document.activeElement.textContent") == "Aserbaidschan"


def test_surroundings_of_an_entity_step_by_step(visit: Visit) -> None:
    visit.select(GORIS)
    visit.page.get_by_text("Nur Umgebung zeigen").click()
    assert [visit.visible(id_) for id_ in (GORIS, ARM, REFUGEES, AZE)] == [True, True, True, False]
    visit.page.locator("#depth").press("ArrowRight")
    assert visit.visible(AZE)
    assert "Goris, Schritte: 2" in visit.page.inner_text("#chips")
    visit.page.locator("#chips").get_by_text("Ganzen Graphen zeigen").click()
    assert visit.visible(BAERBOCK)


def test_shortest_connections_of_two_entities(visit: Visit) -> None:
    visit.select(GORIS)
    visit.page.fill("#connect", "russl")
    visit.page.keyboard.press("Enter")
    assert visit.page.inner_text("#panel h2") == "Goris – Russland"
    assert "Kürzeste Verbindung, Schritte: 2" in visit.panel
    assert visit.page.locator(".path li").all_inner_texts() == [
        "Goris liegt in Armenien",
        "Russland ist mit Armenien verbündet",
    ]
    assert [visit.visible(id_) for id_ in (GORIS, ARM, RUS, AZE)] == [True, True, True, False]
    visit.run("newskg.setType('Place', false)")
    assert "durch keine der gezeigten Aussagen verbunden" in visit.panel


def test_communities_are_shown_and_looked_into(visit: Visit) -> None:
    visit.page.click("#communities")
    rows = visit.page.locator("#panel ul").nth(1).locator("button")
    assert rows.count() >= 2
    rows.first.click()
    assert 3 <= visit.run("newskg.labels().filter(label => !label.onLine).length") < 17
    assert "Gemeinschaft von" in visit.page.inner_text("#chips")


def test_nodes_move_only_when_asked(visit: Visit) -> None:
    before = visit.run("id => newskg.position(id)", ART)
    visit.page.wait_for_timeout(120)
    assert visit.run("id => newskg.position(id)", ART) == before
    visit.page.click("#physics")
    visit.page.wait_for_function("([id, x]) => newskg.position(id).x !== x", arg=[ART, before["x"]])
    visit.page.click("#physics")


def test_curves_are_where_the_library_draws_them(visit: Visit) -> None:
    # A click on the middle of each strand meets that very strand.
    for number in (0, 6):
        visit.click(visit.edge_of(f"{ID}st/{number:04}"))
        assert visit.page.inner_text("#panel h2").startswith("Aserbaidschan – Bergkarabach")
        first = visit.page.locator("#panel .card").first.get_attribute("data-statement")
        assert first == f"{ID}st/{number:04}"


def test_dark_and_phone(browser: Any, tmp_path: Path) -> None:
    opened = Visit(browser, tmp_path, karabakh_page(), color_scheme="dark", viewport=PHONE)
    assert not opened.page.is_visible("#panel")
    assert not opened.page.is_visible("#filters")
    opened.page.click("#open-list")
    opened.page.locator("#panel li button", has_text="Aserbaidschan").nth(1).click()
    assert opened.page.inner_text("#panel h2") == "Aserbaidschan"
    opened.page.locator("#panel").get_by_text("Im Artikel zeigen").first.click()
    assert opened.page.is_visible("#reader .evidence")
    assert opened.run("document.documentElement.scrollWidth") == PHONE["width"]
    opened.close()


def test_empty_graph_says_so(browser: Any, tmp_path: Path) -> None:
    opened = Visit(browser, tmp_path, page_of(nx.MultiDiGraph()))
    assert "Der Graph ist leer" in opened.page.inner_text("main")
    opened.close()


def test_entities_without_statements_are_asked_for(browser: Any, tmp_path: Path) -> None:
    graph = karabakh()
    graph.add_node(f"{ID}mond", label="Mond", type="Place")
    opened = Visit(browser, tmp_path, page_of(graph))
    assert not opened.visible(f"{ID}mond")
    opened.page.fill("#search", "mond")
    opened.page.keyboard.press("Enter")
    assert opened.visible(f"{ID}mond")
    assert "Keine Aussage." in opened.panel
    opened.close()


def test_foreign_triples_have_no_sentence_no_article_and_no_rdf(
    browser: Any, tmp_path: Path
) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("http://example.org/anna", label="Anna", type="Person", facts=[])
    bare = statement("kennt", "") | {"document": "", "title": "", "published": "", "url": ""}
    graph.add_edge("http://example.org/anna", "http://example.org/anna", key="s", **bare)
    opened = Visit(browser, tmp_path, page_of(graph))
    opened.select("http://example.org/anna")
    assert "Anna kennt Anna" in opened.panel
    assert "Artikel" not in opened.panel
    assert "RDF" not in opened.panel
    assert not opened.page.is_visible("#least")
    assert "1 Entitäten · 1 Aussagen · 0 Artikel" in opened.page.inner_text("header")
    opened.close()


def test_the_page_of_the_examples_is_light_and_whole(
    browser: Any, tmp_path: Path, examples: Path
) -> None:
    html = (examples / "graph.html").read_text(encoding="utf-8")
    assert len(html.encode()) < 1_500_000
    opened = Visit(browser, tmp_path, html)
    assert "3 Artikel" in opened.page.inner_text("header")
    opened.page.fill("#search", "baerbock")
    opened.page.keyboard.press("Enter")
    opened.page.locator("#panel").get_by_text("Im Artikel zeigen").first.click()
    assert opened.page.locator("#reader .mention.chosen").count() > 0
    opened.close()
