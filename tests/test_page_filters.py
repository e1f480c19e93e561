"""What the page hides and shows."""

from tests.browsing import Visit
from tests.karabakh import (
    ARM,
    ART,
    AZE,
    BAERBOCK,
    DEAD,
    EDGES,
    EU,
    ID,
    PASHINYAN,
    REFUGEES,
    SEPARATISTS,
)


def test_types_and_stance(visit: Visit) -> None:
    edge = visit.edge_of(f"{ID}st/0002")
    assert visit.visible(edge)
    visit.page.uncheck("#modalities input[value=reported]")
    assert not visit.visible(edge)
    assert not visit.visible(DEAD)
    visit.page.check("#modalities input[value=reported]")
    visit.page.uncheck("#types input[value=Group]")
    assert not visit.visible(SEPARATISTS)
    assert not visit.visible(edge)
    visit.select(AZE)
    assert "Durch Filter verborgen: 2" in visit.panel
    assert visit.page.inner_text("#filter-count") == "1"
    visit.page.click("#reset")
    assert visit.visible(edge)
    assert visit.page.inner_text("#filter-count") == ""
    denied = visit.edge_of(f"{ID}st/0003")
    visit.page.uncheck("#negated")
    assert not visit.visible(denied)


def test_relations_alone_and_by_group(visit: Visit) -> None:
    attack, leads = visit.edge_of(f"{ID}st/0000"), visit.edge_of(f"{ID}st/0009")
    conflict = visit.page.locator("#relations input[data-group=conflict]")
    conflict.uncheck()
    assert (visit.visible(attack), visit.visible(leads)) == (False, True)
    visit.page.locator("#relations summary").first.click()
    visit.page.check("#relations input[value=attacked]")
    assert visit.visible(attack)
    assert conflict.evaluate("box => box.indeterminate")
    assert not visit.visible(visit.edge_of(f"{ID}st/0010"))
    conflict.check()
    assert visit.visible(visit.edge_of(f"{ID}st/0010"))


def test_speaker_and_article(visit: Visit) -> None:
    visit.page.select_option("#speaker", label="Nikol Paschinjan")
    assert visit.visible(visit.edge_of(f"{ID}st/0003"))
    assert not visit.visible(EU)
    visit.page.select_option("#speaker", label="nur der Artikel selbst")
    assert not visit.visible(visit.edge_of(f"{ID}st/0003"))
    assert visit.visible(EU)
    visit.page.select_option("#speaker", "")
    visit.page.select_option("#article", label="Tausende fliehen nach Goris")
    assert [visit.visible(id_) for id_ in (REFUGEES, EU, BAERBOCK)] == [True, True, False]


def test_a_slider_hides_what_is_not_sure_enough(visit: Visit) -> None:
    slider = visit.page.get_by_role("slider", name="mindestens")
    assert slider.get_attribute("aria-valuetext") == "0 %, 26 Aussagen"
    edge = visit.edge_of(f"{ID}st/0000")
    weak = next(n for n, (_, _, values) in enumerate(EDGES) if values["confidence"] == 0.4)
    doubted = visit.edge_of(f"{ID}st/{weak:04}")
    assert visit.visible(doubted)
    slider.focus()
    for _ in range(9):
        visit.page.keyboard.press("ArrowRight")
    sure = sum(values["confidence"] >= 0.45 for _, _, values in EDGES) + 2  # and two facts
    assert slider.get_attribute("aria-valuetext") == f"45 %, {sure} Aussagen"
    assert f"45 % · {sure} Aussagen" in visit.page.inner_text("#filters")
    assert visit.visible(edge)
    assert not visit.visible(doubted)
    visit.select(BAERBOCK)
    assert "Durch Filter verborgen: 1" in visit.panel
    visit.run("newskg.setLeast(100)")
    assert slider.input_value() == "100"
    assert not visit.visible(edge)


def test_time_runs_over_dated_statements(visit: Visit) -> None:
    dated, month = visit.edge_of(f"{ID}st/0000"), visit.edge_of(f"{ID}st/0011")
    undated = visit.edge_of(f"{ID}st/0009")
    first = visit.page.get_by_role("slider", name="ab", exact=True)
    assert first.get_attribute("aria-valuetext") == "September 2023"
    first.press("ArrowRight")
    assert first.get_attribute("aria-valuetext") == "19. September 2023"
    assert [visit.visible(edge) for edge in (dated, month, undated)] == [True, False, True]
    last = visit.page.get_by_role("slider", name="bis", exact=True)
    last.press("ArrowLeft")
    last.press("ArrowLeft")
    assert last.input_value() == "1"
    assert "19. September 2023 – 19. September 2023" in visit.page.inner_text("#timeline")
    visit.page.uncheck("#undated")
    assert [visit.visible(edge) for edge in (dated, month, undated)] == [True, False, False]


def test_counts_of_a_bundle_follow_the_filters(visit: Visit) -> None:
    def labels() -> set[str]:
        visit.run("id => newskg.select(id)", visit.edge_of(f"{ID}st/0000"))
        return {label["lines"][0] for label in visit.run("newskg.labels()")}

    assert "greift an ×2" in labels()
    visit.run("newskg.choose('article', 'karabach-1')")
    assert "greift an" in labels()


STATES = [
    ("newskg.setType('Group', false)", "hide=Group"),
    ("newskg.setModality('planned', false)", "without=planned"),
    ("newskg.setRelations(['attacked'], false)", "relations=attacked"),
    ("newskg.setNegated(false)", "denied=no"),
    ("newskg.setLeast(45)", "least=45"),
    ("newskg.setDays(1, 2)", "days=2023-09-19%2C2023-09-20"),
    ("newskg.setUndated(false)", "undated=no"),
    ("newskg.choose('article', 'karabach-1')", "article=karabach-1"),
    ("newskg.setLanguage('en')", "lang=en"),
    ("newskg.setCommunities(true)", "communities=yes"),
    ("newskg.openReader('karabach-2', null)", "reading=karabach-2"),
]
SEEN = """() => [[...document.querySelectorAll("input, select")]
    .filter(field => field.type !== "search" && field.id !== "connect")
    .map(field => field.type === "checkbox" ? field.checked : field.value),
  document.getElementById("panel").innerText, document.getElementById("reader").innerText,
  newskg.labels().filter(label => !label.onLine).map(label => label.lines.join(" ")).sort()]"""


def test_the_address_keeps_every_choice(visit: Visit) -> None:
    for script, _ in STATES:
        visit.run(script)
    visit.select(PASHINYAN)
    for _, expected in STATES:
        assert expected in visit.address.split("&")
    seen = visit.run(SEEN)
    visit.open(f"#{visit.address}")
    assert visit.run(SEEN) == seen
    assert visit.page.inner_text("#panel h2") == "Nikol Pashinyan"


def test_parts_of_the_graph_are_in_the_address_too(visit: Visit) -> None:
    edge = visit.edge_of(f"{ID}st/0003")
    visit.select(edge)
    assert visit.address == f"edge={ID.replace(':', '%3A').replace('/', '%2F')}st%2F0003"
    visit.open(f"#around=1,{ART}&entity={ART}")
    assert (visit.visible(SEPARATISTS), visit.visible(EU)) == (True, False)
    visit.open(f"#path={REFUGEES}+{EU}")
    assert (visit.visible(ARM), visit.visible(BAERBOCK)) == (True, False)
    visit.open(
        f"#path={REFUGEES}+{EU}".replace("path", "nonsense") + "&least=x&hide=,&days=1&lang=fr"
    )
    assert visit.visible(BAERBOCK)


def test_embedded_the_drawing_stands_alone(visit: Visit) -> None:
    visit.open("#embed=yes")
    assert not any(visit.page.is_visible(part) for part in ("header", "#filters", "#panel"))
    assert visit.page.is_visible("#graph canvas")
    visit.select(ART)
    assert visit.page.is_visible("#panel .card")
