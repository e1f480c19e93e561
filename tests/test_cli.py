"""The command line: what it prints, and what it says of input that cannot be used."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.console import Outcome, kg

ATTACK = "Russland hat die Ukraine am Dienstag angegriffen."
ENGLISH = (
    "Russia attacked Ukraine on Tuesday. The government in Berlin called on Moscow to stop the "
    "attack and to withdraw its troops immediately."
)
WHO = "SELECT ?who ?whom WHERE { ?who kg:attacked ?whom }"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with an article in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ATTACK, encoding="utf-8")
    return tmp_path


def assert_refused(outcome: Outcome, *words: str) -> None:
    """One line on stderr that has the words, exit status 2."""
    assert outcome.status == 2
    assert outcome.err.startswith("kg: ")
    assert outcome.err.count("\n") == 1
    assert "Traceback" not in outcome.err
    for word in words:
        assert word in outcome.err


def rows(folder: str, name: str = "statements") -> list[dict[str, object]]:
    text = Path(folder, f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


# Building


@pytest.mark.pipeline
def test_build_says_what_it_found_and_wrote(here: Path) -> None:
    outcome = kg("build", "a.txt", "-o", "out")
    first, *files = outcome.out.splitlines()
    assert (outcome.status, outcome.err) == (0, "")
    assert first == "1 article, 2 entities, 1 statement, 2 open facts"
    assert {here / line.strip() for line in files} == set((here / "out").iterdir())


@pytest.mark.pipeline
@pytest.mark.usefixtures("here")
def test_build_writes_to_output_unless_told_otherwise() -> None:
    kg("build", "a.txt")
    assert Path("output", "graph.html").is_file()


@pytest.mark.pipeline
@pytest.mark.usefixtures("here")
def test_build_reads_standard_input() -> None:
    assert kg("build", "-", "-o", "out", stdin=ATTACK.encode()).status == 0
    assert [row["relation"] for row in rows("out")] == ["attacked"]


@pytest.mark.pipeline
def test_build_reads_json_lines_and_folders(here: Path) -> None:
    (here / "in" / "deeper").mkdir(parents=True)
    one = {"text": ATTACK, "title": "Angriff", "date": "2023-09-20"}
    two = {"text": "Russland griff die Ukraine nicht an.", "doc": "zwei"}
    (here / "in" / "eins.json").write_text(json.dumps(one), encoding="utf-8")
    (here / "in" / "deeper" / "viele.jsonl").write_text(
        json.dumps(two) + "\n" + json.dumps(two | {"doc": "drei"}) + "\n", encoding="utf-8"
    )
    assert kg("build", "in", "-o", "out").out.startswith("3 articles")
    found = {(row["doc"], row["polarity"], row["date"]) for row in rows("out")}
    assert found == {
        ("eins", "positive", "2023-09-19"),
        ("zwei", "negative", None),
        ("drei", "negative", None),
    }


@pytest.mark.pipeline
def test_build_warns_of_an_old_encoding_and_reads_on(here: Path) -> None:
    text = "Die Behörden in Köln müssen schließen, erklärte das Außenministerium."
    (here / "alt.txt").write_bytes(text.encode("cp1252"))
    outcome = kg("build", "alt.txt", "-o", "out")
    assert outcome.status == 0
    assert outcome.err == "kg: alt.txt: is not UTF-8, read as Windows-1252\n"
    assert "Köln" in {row["name"] for row in rows("out", "entities")}


@pytest.mark.pipeline
def test_build_warns_of_another_language_and_reads_on(here: Path) -> None:
    (here / "en.txt").write_text(ENGLISH, encoding="utf-8")
    outcome = kg("build", "en.txt", "-o", "out")
    assert outcome.status == 0
    assert outcome.err.startswith("kg: en.txt: looks like English, not German")
    assert kg("validate", "out").status == 0


@pytest.mark.pipeline
def test_build_skips_an_empty_file_among_others(here: Path) -> None:
    (here / "leer.txt").touch()
    outcome = kg("build", "leer.txt", "a.txt", "-o", "out")
    assert (outcome.status, outcome.err) == (0, "kg: leer.txt: is empty, skipped\n")
    assert len(rows("out")) == 1


@pytest.mark.pipeline
def test_include_keeps_the_modalities_that_are_named(here: Path) -> None:
    text = f"{ATTACK} Polen will Litauen besuchen. Laut der Polizei griff Estland die Ukraine an."
    (here / "b.txt").write_text(text, encoding="utf-8")
    kg("build", "b.txt", "-o", "all")
    kg("build", "b.txt", "-o", "some", "--include", "reported", "--include", "planned")
    assert {row["modality"] for row in rows("all")} == {"asserted", "reported", "planned"}
    assert {row["modality"] for row in rows("some")} == {"reported", "planned"}


@pytest.mark.pipeline
@pytest.mark.usefixtures("here")
def test_labels_in_english() -> None:
    kg("build", "a.txt", "-o", "out", "--label-language", "en")
    page = Path("out", "graph.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in page
    assert "Russia" in page


@pytest.mark.pipeline
@pytest.mark.usefixtures("here")
def test_base_names_the_resources() -> None:
    kg("build", "a.txt", "-o", "out", "--base", "https://example.org/n/")
    assert "https://example.org/n/" in Path("out", "graph.ttl").read_text(encoding="utf-8")


UNUSABLE = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\n\t", "is empty"),
    "binary.txt": (bytes(range(256)) * 40, "is not text"),
    "random.txt": (bytes(i * i * i % 251 for i in range(3000)), "is not text"),
    "bad.json": (b'{"text": "Hallo",\n "title": }', "line 2, column 11: not JSON"),
    "list.json": (b"[1, 2]", "is not an object"),
    "no-text.jsonl": (b'{"text": "Berlin."}\n{"title": "x"}\n', ':2: "text" is missing'),
    "number.json": (b'{"text": 7}', '"text" must be a string, not a number'),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_build_refuses_input_that_cannot_be_used(here: Path, name: str) -> None:
    data, reason = UNUSABLE[name]
    (here / name).write_bytes(data)
    assert_refused(kg("build", name, "-o", "out"), name, reason)
    assert not (here / "out").exists()


def test_build_refuses_a_path_that_is_missing(here: Path) -> None:
    assert_refused(kg("build", "a.txt", "nowhere.txt", "-o", "out"), "nowhere.txt: does not exist")
    assert not (here / "out").exists()


def test_build_refuses_a_folder_without_articles(here: Path) -> None:
    (here / "in").mkdir()
    (here / "in" / "notes.md").touch()
    assert_refused(kg("build", "in", "-o", "out"), "in: holds no .txt, .json, .jsonl file")


@pytest.mark.usefixtures("here")
def test_build_refuses_empty_standard_input() -> None:
    assert_refused(kg("build", "-", "-o", "out"), "standard input", "is empty")


def test_build_refuses_an_output_that_is_a_file_before_it_reads(here: Path) -> None:
    (here / "file").write_text("mine", encoding="utf-8")
    assert_refused(kg("build", "nowhere.txt", "-o", "file"), "file: cannot be written")
    assert_refused(kg("build", "a.txt", "-o", "file/below"), "file/below: cannot be written")
    assert (here / "file").read_text(encoding="utf-8") == "mine"


def test_build_refuses_an_unknown_pipeline(here: Path) -> None:
    assert_refused(kg("build", "a.txt", "-o", "out", "--model", "de_nowhere"), "de_nowhere")
    assert not (here / "out").exists()


def test_build_refuses_a_base_that_is_no_iri(here: Path) -> None:
    assert_refused(kg("build", "a.txt", "-o", "out", "--base", "nonsense"), "base 'nonsense'")
    assert not (here / "out").exists()


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "words",
    [
        ["build"],
        ["build", "a.txt", "--include", "rumoured"],
        ["build", "a.txt", "--label-language", "fr"],
        ["query", "out", WHO, "--format", "xml"],
        ["view", "out"],
        ["nonsense"],
        ["build", "a.txt", "--nonsense"],
    ],
)
def test_wrong_words_end_with_2_and_say_which(words: list[str]) -> None:
    outcome = kg(*words)
    assert outcome.status == 2
    assert "Usage: kg" in outcome.err
    assert "Traceback" not in outcome.err
    assert not Path("output").exists()


# Errors


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("words", [["--debug", "build", "no.txt"], ["build", "no.txt", "--debug"]])
def test_debug_shows_the_traceback_wherever_it_stands(words: list[str]) -> None:
    outcome = kg(*words)
    assert outcome.status == 2
    assert "Traceback (most recent call last)" in outcome.err
    assert outcome.err.endswith("kg: no.txt: does not exist\n")


def test_errors_reach_the_shell(here: Path) -> None:
    command = [sys.executable, "-c", "from kg.cli import main; main()", "build", "no.txt"]
    ended = subprocess.run(command, cwd=here, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "kg: no.txt: does not exist\n"
    assert [path.name for path in here.iterdir()] == ["a.txt"]


def test_a_reader_that_stops_early_is_no_error(examples: Path) -> None:
    run = [sys.executable, "-c", "from kg.cli import main; main()"]
    words = ["query", str(examples), "SELECT * { ?s ?p ?o }"]
    process = subprocess.Popen([*run, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait(20)


# Asking


def test_query_prints_a_table(examples: Path) -> None:
    outcome = kg("query", examples, WHO)
    head, rule, *body = outcome.out.splitlines()
    assert (outcome.status, head.split()) == (0, ["who", "whom"])
    assert set(rule) == {"─", " "}
    assert any(line.startswith("wd:Q227 ") for line in body)


def test_query_reads_a_file_and_prints_csv_or_json(examples: Path, here: Path) -> None:
    (here / "q.rq").write_text(WHO, encoding="utf-8")
    table = kg("query", examples, "-f", "q.rq", "--format", "csv").out
    assert table.startswith("who,whom\nhttp://www.wikidata.org/entity/Q227,")
    answer = json.loads(kg("query", examples, "-f", "q.rq", "--format", "json").out)
    assert answer["head"]["vars"] == ["who", "whom"]


def test_named_queries_are_listed_and_run(examples: Path) -> None:
    listed = [line.split()[0] for line in kg("query", examples, "--name", "list").out.splitlines()]
    assert listed == sorted(listed)
    for name in listed:
        assert kg("query", examples, "--name", name).status == 0, name
    about = kg("query", examples, "--name", "about-entity", "--param", "entity=Peskow").out
    assert "Kremlsprecher" in about


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["SELECT x"], "expected"),
        (["SELECT * { SERVICE <https://example.org> { ?a ?b ?c } }"], "SERVICE"),
        ([], "give one query"),
        (["ASK {}", "-f", "q.rq"], "give one query"),
        (["ASK {}", "--name", "denied"], "give one query"),
        (["ASK {}", "--param", "a=b"], "--param goes with --name"),
        (["-f", "no.rq"], "no.rq: cannot be read: No such file"),
        (["--name", "nonsense"], "no query 'nonsense'; known are about-entity"),
        (["--name", "denied", "--param", "who=me"], "no parameter 'who'"),
        (["--name", "by-date", "--param", "date"], "not of the form name=value"),
    ],
)
def test_query_refuses_what_is_no_query(examples: Path, words: list[str], reason: str) -> None:
    assert_refused(kg("query", examples, *words), reason)


def test_query_refuses_a_file_that_is_not_text(examples: Path, here: Path) -> None:
    (here / "q.rq").write_bytes(b"\xff\xfe\x00")
    assert_refused(kg("query", examples, "-f", "q.rq"), "q.rq: is not UTF-8 text")


@pytest.mark.parametrize("command", ["query", "stats", "validate", "explain", "view", "export"])
@pytest.mark.parametrize("graph", ["nowhere", "nowhere.ttl", "a.txt", "empty", "broken.ttl"])
def test_commands_refuse_what_is_no_graph(here: Path, command: str, graph: str) -> None:
    (here / "empty").mkdir()
    (here / "broken.ttl").write_text("das ist kein Turtle", encoding="utf-8")
    words = {"query": ["ASK {}"], "explain": ["x"], "view": ["-o", "v.html"]}
    words |= {"export": ["-o", "v.gexf"]}
    before = sorted(here.iterdir())
    assert_refused(kg(command, graph, *words.get(command, [])), f"{graph}: ")
    assert sorted(here.iterdir()) == before


# Working with a graph


def test_view_and_export_write_the_file_they_name(examples: Path, here: Path) -> None:
    for command, file in (("view", "v.html"), ("export", "new/g.gexf")):
        assert kg(command, examples, "-o", file) == Outcome(0, f"{file}\n", "")
        assert (here / file).stat().st_size > 1000


@pytest.mark.usefixtures("here")
def test_view_is_the_page_of_the_build(examples: Path) -> None:
    kg("view", examples, "-o", "v.html")
    assert Path("v.html").stat().st_size == pytest.approx(
        (examples / "graph.html").stat().st_size, rel=0.05
    )


@pytest.mark.usefixtures("here")
def test_export_and_view_leave_out_what_is_not_sure_enough(examples: Path) -> None:
    sure = {row["id"] for row in rows(str(examples)) if float(str(row["confidence"])) >= 0.8}
    kg("export", examples, "-o", "sure.csv", "--min-confidence", "0.8")
    with Path("sure.csv").open(encoding="utf-8", newline="") as file:
        assert {row["id"] for row in csv.DictReader(file)} == sure
    kg("view", examples, "-o", "sure.html", "--min-confidence", "0.8")
    page = Path("sure.html").read_text(encoding="utf-8")
    assert all((f'"{row["id"]}"' in page) == (row["id"] in sure) for row in rows(str(examples)))
    kg("export", examples, "-o", "all.nq", "--min-confidence", "0")
    assert Path("all.nq").read_bytes() == (examples / "graph.nq").read_bytes()


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("command", ["export", "view"])
def test_a_confidence_is_a_number_from_0_to_1(examples: Path, command: str) -> None:
    assert kg(command, examples, "-o", "x.csv", "--min-confidence", "80").status == 2
    assert not Path("x.csv").exists()


@pytest.mark.usefixtures("here")
def test_export_refuses_an_unknown_suffix(examples: Path) -> None:
    assert_refused(kg("export", examples, "-o", "g.xyz"), "g.xyz: unknown suffix", ".gexf")
    assert not Path("g.xyz").exists()


def test_validate_says_yes_or_names_the_faults(examples: Path, here: Path) -> None:
    assert kg("validate", examples) == Outcome(0, f"{examples}: conforms\n", "")
    kinds = "@prefix kg: <https://w3id.org/newskg/ontology#> . <http://example.org/s> a kg:"
    (here / "bad.ttl").write_text(f"{kinds}Statement .", encoding="utf-8")
    outcome = kg("validate", "bad.ttl")
    assert_refused(outcome, "bad.ttl: breaks the shapes")
    assert "http://example.org/s: A statement has one polarity." in outcome.out


def test_stats_counts(examples: Path) -> None:
    out = kg("stats", examples).out
    assert out.startswith("3 articles\n")
    assert " attacked" in out


def test_stats_of_another_tool_s_graph(here: Path) -> None:
    triples = "<http://example.org/a> <http://example.org/p> <http://example.org/b>, 1 ."
    (here / "foreign.ttl").write_text(triples, encoding="utf-8")
    out = kg("stats", "foreign.ttl").out
    assert out.startswith("0 statements\n2 triples\n1 subjects\n")
    assert "2  http://example.org/p" in out


def test_a_statement_with_holes_names_its_file(here: Path) -> None:
    kinds = "@prefix kg: <https://w3id.org/newskg/ontology#> . <http://example.org/s> a kg:"
    (here / "bad.ttl").write_text(f"{kinds}Statement .", encoding="utf-8")
    assert_refused(kg("stats", "bad.ttl"), "bad.ttl: ", "http://example.org/s")
    assert_refused(kg("explain", "bad.ttl", "s"), "bad.ttl: ", "http://example.org/s")


def test_explain_shows_what_an_entity_and_a_statement_rest_on(examples: Path) -> None:
    entity = kg("explain", examples, "Aserbaidschan").out
    assert entity.startswith("entity      Aserbaidschan (Place)\n")
    assert "\nlink        Wikidata Q227; state in the gazetteer\n" in entity
    assert "Baku (2×) – stands for the government of Aserbaidschan\n" in entity
    (line,) = [
        text
        for text in entity.splitlines()
        if text.endswith("Aserbaidschan – griff an – Bergkarabach")
    ]
    statement = kg("explain", examples, line[12:].split()[0]).out
    assert "\npath        Aserbaidschan ←nsubj– angegriffen –obj→ Bergkarabach\n" in statement
    assert "\nstance      positive, asserted: " in statement
    assert "\ndate        am Dienstag, published 2023-09-20" in statement
    assert kg("explain", examples, "Q227").out == entity


def test_explain_of_rdf_alone_says_what_it_lacks(examples: Path) -> None:
    row = next(row for row in rows(str(examples)) if row["relation"] == "attacked")
    plain = kg("explain", examples / "graph.ttl", str(row["id"])).out
    assert f"\nsentence    {row['sentence']}\n" in plain
    assert "\nderivation  not recorded in this graph" in plain
    assert "\npath " not in plain


def test_explain_refuses_a_broken_file_of_explanations(examples: Path, here: Path) -> None:
    (here / "graph.nq").write_bytes((examples / "graph.nq").read_bytes())
    (here / "explanations.jsonl").write_text("{", encoding="utf-8")
    id_ = rows(str(examples))[0]["id"]
    assert_refused(kg("explain", ".", str(id_)), "explanations.jsonl: is no file")


def test_explain_refuses_what_the_graph_has_not(examples: Path) -> None:
    assert_refused(kg("explain", examples, "Atlantis"), "no entity 'Atlantis'")


# The open layer


@pytest.mark.pipeline
@pytest.mark.usefixtures("here")
def test_propositions_of_an_article() -> None:
    out = kg("propositions", "a.txt").out
    assert "a:1\tRussland\that angegriffen\tdie Ukraine\n" in out


@pytest.mark.pipeline
@pytest.mark.usefixtures("here")
def test_propositions_of_sentences_have_the_number_of_the_line() -> None:
    sentences = f"{ATTACK}\n\nBerlin liegt in Deutschland.\n".encode()
    out = kg("propositions", "-", "--sentences", "--format", "tsv", stdin=sentences).out
    lines = [line.split("\t") for line in out.splitlines()]
    assert {line[0] for line in lines} == {"1", "3"}
    assert {len(line) for line in lines} == {4}


@pytest.mark.pipeline
@pytest.mark.usefixtures("here")
def test_propositions_as_json_are_those_of_a_build() -> None:
    kg("build", "a.txt", "-o", "out")
    out = kg("propositions", "a.txt", "--format", "jsonl").out
    assert out == Path("out", "propositions.jsonl").read_text(encoding="utf-8")


def test_propositions_refuse_input_that_is_missing(here: Path) -> None:
    assert_refused(kg("propositions", "no.txt"), "no.txt: does not exist")
    assert_refused(kg("propositions", "no.txt", "--sentences"), "no.txt: does not exist")
    assert [path.name for path in here.iterdir()] == ["a.txt"]
