"""The page as Python writes it."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import kg
from kg.model import InputError
from kg.ontology import load_relations
from kg.views import render
from kg.views.drawing import wrapped
from kg.views.highlight import marks
from kg.views.page import _texts
from kg.views.phrases import is_plural, load_phrases
from tests.corpora import small_corpus
from tests.karabakh import ARM, ART, ATTACK, AZE, RELATIONS, hostile, karabakh, statement


def embedded(page: str) -> dict[str, Any]:
    """The data that a page carries."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_same_graph_gives_the_same_page_whatever_the_order() -> None:
    graph = karabakh()
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph(**graph.graph)
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    for subject, object_, key, values in reversed(list(graph.edges(keys=True, data=True))):
        turned.add_edge(subject, object_, key=key, **values)
    assert render(graph, title="T") == render(graph, title="T") == render(turned, title="T")


def test_page_does_not_change_the_graph() -> None:
    graph = karabakh()
    render(graph, title="T")
    assert nx.utils.graphs_equal(graph, karabakh())
    assert graph.graph == karabakh().graph


def test_page_names_no_remote_resource_and_forbids_the_network() -> None:
    page = render(karabakh(), title="T")
    policy = unescape(page.partition('Content-Security-Policy" content="')[2].partition('">')[0])
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    markup = re.sub(r"<script.*?</script>", "", page, flags=re.DOTALL)
    assert not re.search(r"\ssrc=|<iframe|https?://|@import|url\(|\sstyle=|\son\w+=", markup)
    assert not any("src" in tag for tag in re.findall(r"<script[^>]*>", page))
    assert "sourceMappingURL" not in page
    assert len(page.encode()) < 750_000


def test_pages_of_few_entities_do_without_webgl() -> None:
    assert "sigmaKit" not in render(karabakh(), title="T")


def test_names_and_relations_come_in_both_languages() -> None:
    data = embedded(render(karabakh(), title="T", language="en"))
    assert data["language"] == "en"
    names = {entity["id"]: entity["names"] for entity in data["data"]["entities"]}
    assert names[AZE] == {"de": "Aserbaidschan", "en": "Azerbaijan"}
    assert data["data"]["relations"]["attacked"]["label"] == {"de": "greift an", "en": "attacks"}
    with pytest.raises(InputError, match="'fr' is not one of de, en"):
        render(karabakh(), title="T", language="fr")


def test_both_languages_have_the_same_words() -> None:
    def keys(table: dict[str, Any], path: str = "") -> set[str]:
        return {
            key
            for name, value in table.items()
            for key in (keys(value, f"{path}{name}.") if isinstance(value, dict) else [path + name])
        }

    assert keys(_texts()["de"]) == keys(_texts()["en"])


def test_every_relation_has_a_sentence_and_its_denial() -> None:
    phrases = load_phrases()
    assert phrases.keys() == load_relations().keys()
    assert {len(forms) for table in phrases.values() for forms in table.values()} == {2}
    assert {tuple(sorted(table)) for table in phrases.values()} == {("de", "en")}


@pytest.mark.parametrize(
    ("name", "type_", "expected"),
    [
        ("Separatisten", "Group", True),
        ("Verletzte", "Group", True),
        ("Opposition", "Group", False),
        ("Bevölkerung", "Group", False),
        ("USA", "Place", True),
        ("Jemen", "Place", False),
    ],
)
def test_number_of_a_subject(name: str, type_: str, expected: bool) -> None:
    assert is_plural(name, type_) is expected


def test_a_sentence_that_the_article_holds_is_not_repeated() -> None:
    data = embedded(render(karabakh(), title="T"))["data"]
    text = data["documents"][0]["text"]
    assert text.count(ATTACK) == 1
    attacks = [s for s in data["statements"] if text[s["start"] : s["end"]] == ATTACK]
    assert attacks
    assert not any("sentence" in s for s in data["statements"])


def test_mentions_that_do_not_fit_their_article_are_left_out() -> None:
    (article,) = embedded(render(hostile(), title="T"))["data"]["documents"]
    assert [mention[:2] for mention in article["mentions"]] == [[0, 9]]


def test_parallel_statements_are_bundled_and_curved_apart() -> None:
    data = embedded(render(karabakh(), title="T"))
    ids = [entity["id"] for entity in data["data"]["entities"]]
    between = [e for e in data["edges"] if {ids[e["from"]], ids[e["to"]]} == {AZE, ART}]
    assert sorted((len(e["statements"]), e.get("negative", False)) for e in between) == [
        (1, True),
        (2, False),
    ]
    assert len({edge["curve"] for edge in between}) == 2


def test_crowded_pair_keeps_its_commonest_strands() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in (AZE, ARM):
        graph.add_node(node, label=node, type="Place")
    for number, relation in enumerate(RELATIONS):
        graph.add_edge(AZE, ARM, key=f"s{number:02}", **statement(relation, ATTACK))
    edges = embedded(render(graph, title="T"))["edges"]
    assert len(edges) == 6
    assert (edges[-1]["relation"], len(edges[-1]["statements"])) == ("", len(RELATIONS) - 5)
    assert sum(len(edge["statements"]) for edge in edges) == len(RELATIONS)


def test_long_names_are_wrapped_and_cut() -> None:
    lines = wrapped("Internationales Komitee vom Roten Kreuz und Roten Halbmond in Genf").split(
        "\n"
    )
    assert len(lines) == 3
    assert all(len(line) <= 24 for line in lines)
    assert wrapped("x" * 60) == "x" * 35 + "…"


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


def test_a_notebook_shows_the_page_in_a_frame_without_rights(tmp_path: Path) -> None:
    shown = kg.view(small_corpus(), title="Nord & <Süd>")
    frame = shown._repr_html_()
    assert frame.startswith('<iframe sandbox="allow-scripts allow-downloads')
    assert "allow-same-origin" not in frame
    assert 'title="Nord &amp; &lt;Süd&gt;"' in frame
    assert unescape(frame.partition('srcdoc="')[2].removesuffix('"></iframe>')) == shown.html
    saved = shown.save(tmp_path / "sub" / "graph.html")
    assert saved.read_text(encoding="utf-8") == shown.html
