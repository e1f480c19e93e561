import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import documents
from kg.datelines import find_datelines, find_title, parse_date, split_headers
from kg.documents import read_documents
from kg.encodings import clean
from kg.model import Document, InputError

BODY = (
    "Die Außenministerin hat bei ihrem Besuch in Brüssel mehr Hilfe für die Menschen in der "
    "Region gefordert. Sie sagte am Abend, die Lage sei ernst und müsse schnell besser werden."
)
ENGLISH = (
    "The foreign minister said on Tuesday that her government would send more aid to the people "
    "of the region. She added that the situation was serious and had to improve quickly."
)


def read(*inputs: str | Path, stdin: str | bytes = b"") -> tuple[list[Document], list[str]]:
    stream = io.StringIO(stdin) if isinstance(stdin, str) else io.BytesIO(stdin)
    return read_documents(inputs, stream)


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read_one(path: Path, content: str | bytes) -> Document:
    (document,), warnings = read(write(path, content))
    assert warnings == []
    return document


def failure(*inputs: str | Path, stdin: str | bytes = b"") -> str:
    with pytest.raises(InputError) as caught:
        read(*inputs, stdin=stdin)
    message = str(caught.value)
    assert "\n" not in message
    return message


# Plain text


@pytest.mark.parametrize(
    ("head", "title", "published", "source"),
    [
        ("Minister reist nach Wien\n\n", "Minister reist nach Wien", "", ""),
        ("Minister in Wien\nStand: 20.09.2023 19:25 Uhr\n\n", "Minister in Wien", "2023-09-20", ""),
        ("Minister in Wien Stand: 20.09.2023 19:25 Uhr\n\n", "Minister in Wien", "2023-09-20", ""),
        (
            "Besuch in Österreich\nMinister in Wien\nStand: 20. September 2023, 19:25 Uhr\n\n",
            "Minister in Wien",
            "2023-09-20",
            "",
        ),
        (
            "Minister in Wien\n\nVeröffentlicht am 1.2.2023\n\n",
            "Minister in Wien",
            "2023-02-01",
            "",
        ),
        ("Minister in Wien (20.09.2023)\n\n", "Minister in Wien", "2023-09-20", ""),
        ("Minister in Wien\n(20.09.2023)\n", "Minister in Wien", "2023-09-20", ""),
        ("Minister in Wien\n\n20. September 2023\n\n", "Minister in Wien", "2023-09-20", ""),
        ("Minister in Wien\nMittwoch, 20. Sept. 2023\n\n", "Minister in Wien", "2023-09-20", ""),
        ("20.09.2023\nMinister in Wien\n\n", "Minister in Wien", "2023-09-20", ""),
        ("Minister in Wien\nVon Eva Muster\n\n", "Minister in Wien", "", ""),
        (
            "Minister in Wien\nVon Eva Muster\nStand: 5. Jänner 2024\n",
            "Minister in Wien",
            "2024-01-05",
            "",
        ),
        ("Wien, 20. September 2023 (dpa) – ", "", "2023-09-20", "dpa"),
        ("Minister in Wien\n\nWien/Bad Ischl (dpa/AFP) - ", "Minister in Wien", "", "dpa/AFP"),
        ("Minister in Wien\nWien (Reuters) – ", "Minister in Wien", "", "Reuters"),
        ("Wien, 20. September (APA) – ", "", "", "APA"),
        ("Wien (Österreich), 20.09.2023 – ", "", "2023-09-20", ""),
        ("Wien (Österreich) – ", "", "", ""),
        ("Am 20. September 2023 geschah es. ", "", "", ""),
        ("Der Minister ist in Wien.\n\n", "", "", ""),
        ("Minister trifft Papst Benedikt XVI.\n\n", "Minister trifft Papst Benedikt XVI.", "", ""),
        ("Stand: 31.02.2023\n\n", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_first_lines_tell_title_date_and_source(
    tmp_path: Path, head: str, title: str, published: str, source: str
) -> None:
    document = read_one(tmp_path / "a.txt", head + BODY)
    assert (document.title, document.published, document.source) == (title, published, source)
    assert document.text == head + BODY


def test_dateline_at_the_end_counts_when_the_head_has_none() -> None:
    text = f"Kopf\n\n{BODY}\n\n" + "Mehr davon.\n" * 9 + "Stand: 20.09.2023\n"
    assert [found.published for found in find_datelines(text)] == ["2023-09-20"]


def test_dates_of_the_story_are_no_datelines() -> None:
    text = (
        f"Kopf\n\n{BODY} (Stand: 31.12.2022)\n\n" + "Mehr.\n" * 6 + "20. Mai 2020\n" + "Mehr.\n" * 6
    )
    assert find_datelines(text) == []


def test_datelines_fit_the_text() -> None:
    text = "Minister in Wien Stand: 20.09.2023 19:25 Uhr\n\nWien (dpa) – Text."
    found = find_datelines(text)
    assert [text[line.start : line.end] for line in found] == [
        "Stand: 20.09.2023 19:25 Uhr",
        "Wien (dpa) –",
    ]
    assert find_title(text, found) == "Minister in Wien"


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        ("date 2023-09\n", {"published": "2023-09"}),
        ("date: 2023-09-20\ntitle Reise\n\n", {"published": "2023-09-20", "title": "Reise"}),
        (
            "Titel: Reise: Tag zwei\nDatum: 20. September 2023\nQuelle: Funk\nURL: https://x.example/a\n",
            {
                "title": "Reise: Tag zwei",
                "published": "20. September 2023",
                "source": "Funk",
                "url": "https://x.example/a",
            },
        ),
        ("url https://x.example/a\n", {"url": "https://x.example/a"}),
    ],
)
def test_header_lines_are_taken_off(headers: str, fields: dict[str, str]) -> None:
    assert split_headers(headers + BODY) == (fields, BODY)


@pytest.mark.parametrize(
    "text", ["Titel verteidigt\n\nText", "date mit Folgen\n\n", "", "Quelle\n"]
)
def test_prose_is_no_header(text: str) -> None:
    assert split_headers(text) == ({}, text)


def test_headers_win_over_datelines(tmp_path: Path) -> None:
    head = "date: 2023-09-21\ntitle: Reise nach Wien\n\n"
    text = f"Minister in Wien Stand: 20.09.2023\n\n{BODY}"
    document = read_one(tmp_path / "a.txt", head + text)
    assert (document.title, document.published) == ("Reise nach Wien", "2023-09-21")
    assert document.text == text


def test_invalid_header_date_is_left_out(tmp_path: Path) -> None:
    (document,), warnings = read(write(tmp_path / "a.txt", f"date: 2023-02-31\n{BODY}"))
    assert document.published == ""
    assert warnings == [f"{tmp_path}/a.txt: '2023-02-31' is not a date, left out"]


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2023", "2023"),
        ("2023-09", "2023-09"),
        ("2023-09-20", "2023-09-20"),
        ("2023-09-20T19:25:00+02:00", "2023-09-20"),
        ("20.9.2023", "2023-09-20"),
        ("20.09.23", "2023-09-20"),
        ("20.09.89", "1989-09-20"),
        ("1. März 2024", "2024-03-01"),
        ("3. Okt. 2024", "2024-10-03"),
        ("Februar 2024", "2024-02"),
        ("2023-13", ""),
        ("30. Februar 2024", ""),
        ("gestern", ""),
        ("", ""),
    ],
)
def test_parse_date(words: str, iso: str) -> None:
    assert parse_date(words) == iso


# JSON


def test_json_text_stays_as_it_is(tmp_path: Path) -> None:
    article = {
        "doc": "mein-text",
        "title": "Reise",
        "date": "2023-09-20",
        "text": f"  Kopf\r\n\r\n{BODY}",
        "url": "https://x.example/a",
        "source": "Funk",
        "entities": [1],
    }
    assert read_one(tmp_path / "a.json", json.dumps(article)) == Document(
        id="mein-text",
        text=f"  Kopf\n\n{BODY}",
        title="Reise",
        url="https://x.example/a",
        published="2023-09-20",
        source="Funk",
    )


def test_json_without_title_and_date_is_read_like_plain_text(tmp_path: Path) -> None:
    text = f"Minister in Wien\nStand: 20.09.2023\n\n{BODY}"
    document = read_one(tmp_path / "a.json", json.dumps({"text": text, "title": None, "date": ""}))
    assert (document.id, document.title) == ("a", "Minister in Wien")
    assert document.published == "2023-09-20"


def test_lists_and_lines_give_one_document_each(tmp_path: Path) -> None:
    articles = [{"doc": name, "text": f"{BODY} {name}"} for name in "ab"]
    for name, content in {
        "list.json": json.dumps(articles, indent=1),
        "lines.jsonl": "\n\n".join(map(json.dumps, articles)) + "\n",
    }.items():
        found, warnings = read(write(tmp_path / name, content))
        assert [document.id for document in found] == ["a", "b"]
        assert warnings == []


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "a.json",
            '{"text": "x",\n "title": }',
            "a.json: line 2, column 11: not JSON: Expecting value",
        ),
        ("a.jsonl", '{"text": "x"}\n{"text"}', "a.jsonl: line 2, column 8: not JSON"),
        ("a.json", "[1]", "a.json:1: is not an object with title, date and text"),
        (
            "a.json",
            '[{"text": "x"},\n{"text": 5}]',
            'a.json:2: "text" must be a string, not a number',
        ),
        (
            "a.json",
            '{"text": "x", "title": ["y"]}',
            'a.json:1: "title" must be a string, not a list',
        ),
        ("a.json", '{"text": "x", "doc": {}}', 'a.json:1: "doc" must be a string, not an object'),
        ("a.json", '{"text": true}', 'a.json:1: "text" must be a string, not a boolean'),
        ("a.jsonl", '{"text": "x"}\n\n{"title": "y"}', 'a.jsonl:3: "text" is missing'),
        ("a.json", "[" * 100_000, "a.json: JSON that cannot be read"),
        ("a.json", '{"text": ' + "1" * 5_000 + "}", "a.json: JSON that cannot be read"),
    ],
)
def test_unusable_json_says_where(tmp_path: Path, name: str, content: str, message: str) -> None:
    assert failure(write(tmp_path / name, content)).startswith(f"{tmp_path}/{message}")


def test_invalid_json_date_is_left_out(tmp_path: Path) -> None:
    article = json.dumps({"text": f"Kopf\nStand: 20.09.2023\n\n{BODY}", "date": "bald"})
    (document,), warnings = read(write(tmp_path / "a.json", article))
    assert document.published == ""
    assert warnings == [f"{tmp_path}/a.json:1: 'bald' is not a date, left out"]


def test_characters_that_no_output_can_carry_are_replaced_one_for_one(tmp_path: Path) -> None:
    document = read_one(tmp_path / "a.json", r'{"text": "a\u0000b\ud800c\u000bd"}')
    assert document.text == "a b\ufffdc d"


# Paths, folders, standard input


def test_folders_are_read_sorted_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "a/c.md", ".hidden.txt", ".git/x.txt", "c/d/e.jsonl"):
        content = json.dumps({"text": BODY + name}) if name.endswith("jsonl") else BODY + name
        write(tmp_path / name, content)
    found, warnings = read(tmp_path)
    assert [document.id for document in found] == ["z", "b", "e"]
    assert warnings == []


def test_inputs_keep_their_order(tmp_path: Path) -> None:
    paths = [write(tmp_path / name, f"{BODY} {name}") for name in ("b.txt", "a.txt")]
    found, _ = read(*paths, "-", stdin=BODY)
    assert [document.id for document in found[:2]] == ["b", "a"]


def test_one_name_twice_gets_a_hash_whatever_the_order(tmp_path: Path) -> None:
    paths = [write(tmp_path / folder / "a.txt", f"{BODY} {folder}") for folder in "xy"]
    forth, back = read(*paths)[0], read(*reversed(paths))[0]
    assert len({document.id for document in forth}) == 2
    assert all(document.id.startswith("a-") for document in forth)
    assert forth == back[::-1]


def test_an_article_that_comes_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", BODY)
    (document,), warnings = read(tmp_path, path)
    assert document.id == "a"
    assert warnings == [f"{path}: is the same article as {path}, skipped"]


@pytest.mark.parametrize("stdin", [BODY, BODY.encode(), "\ufeff" + BODY])
def test_standard_input_is_named_by_its_content(stdin: str | bytes) -> None:
    (document,), _ = read("-", stdin=stdin)
    assert document.text == BODY
    assert document.id.startswith("doc-")
    assert len(document.id) == len("doc-") + 12


def test_standard_input_may_be_json() -> None:
    lines = "\n".join(json.dumps({"doc": name, "text": BODY}) for name in "ab")
    assert [document.id for document in read("-", stdin=lines)[0]] == ["a", "b"]


def test_standard_input_may_begin_with_a_bracket() -> None:
    assert read("-", stdin="[Eilmeldung] " + BODY)[0][0].text.startswith("[Eilmeldung]")


def test_bytes_of_standard_input_are_preferred() -> None:
    stream = io.TextIOWrapper(io.BytesIO(BODY.encode()), encoding="ascii")
    assert read_documents(["-"], stream)[0][0].text == BODY


def test_empty_files_are_skipped_with_a_warning(tmp_path: Path) -> None:
    for name, content in {
        "a.txt": "",
        "b.txt": "date: 2023\n \n",
        "c.json": "[]",
        "d.txt": BODY,
    }.items():
        write(tmp_path / name, content)
    found, warnings = read(tmp_path)
    assert [document.id for document in found] == ["d"]
    assert warnings == [
        f"{tmp_path}/{name}: is empty, skipped" for name in ("a.txt", "b.txt", "c.json")
    ]


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    assert failure().startswith("no input")
    assert failure("-") == "standard input: is empty, skipped"
    assert failure(tmp_path) == f"{tmp_path}: holds no .txt, .json, .jsonl file"
    assert failure(tmp_path / "x.txt") == f"{tmp_path}/x.txt: does not exist"
    assert failure(write(tmp_path / "a.txt", BODY) / "x").endswith("not a directory".capitalize())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_barred_files_and_folders(tmp_path: Path) -> None:
    path = write(tmp_path / "in" / "a.txt", BODY)
    path.chmod(0)
    assert failure(path) == f"{path}: may not be read"
    path.parent.chmod(0)
    assert failure(path).endswith(": may not be read")
    assert failure(path.parent).endswith(": may not be read")
    path.parent.chmod(0o700)


def test_barred_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def bar(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    path = write(tmp_path / "a.txt", BODY)
    monkeypatch.setattr(Path, "read_bytes", bar)
    assert failure(path) == f"{path}: may not be read"


def test_the_limit_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert documents.LONGEST_TEXT == 1_000_000
    monkeypatch.setattr(documents, "LONGEST_TEXT", 1_000)
    path = write(tmp_path / "a.txt", "ä" * 1_001)
    assert failure(path) == f"{path}: has 1,001 characters, the limit is 1,000 characters a text"
    write(path, "a" * 4_001)
    assert failure(path) == f"{path}: has 4,001 bytes, the limit is 1,000 characters a text"


# Encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_encodings(tmp_path: Path, encoding: str) -> None:
    assert read_one(tmp_path / "a.txt", BODY.encode(encoding)).text == BODY


def test_composed_and_decomposed_letters_are_one(tmp_path: Path) -> None:
    assert read_one(tmp_path / "a.txt", "Bru\u0308ssel hat heute entschieden").text.startswith(
        "Brüssel"
    )


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_legacy_encodings_are_read_with_a_warning(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path / "a.txt", BODY.encode(encoding))
    (document,), warnings = read(path)
    assert document.text == BODY
    assert warnings == [f"{path}: is not UTF-8, read as Windows-1252"]


def test_a_broken_character_is_replaced_with_a_warning(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", (BODY + " müsse").encode()[:-4])
    (document,), warnings = read(path)
    assert document.text == BODY + " m\ufffd"
    assert warnings == [f"{path}: has bytes that are not UTF-8, replaced by \ufffd"]


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"%PDF-1.7\n" + bytes(range(1, 256)) * 4,
        b"\x01\x02\x03abc\x04",
        b"\xff\xfea",
        b"\xff\xfe\x00\x00a\x00\x00\x00",
        BODY.encode("utf-16-le"),
        "Москва заявила о потерях".encode("cp1251"),
    ],
)
def test_what_is_not_text_is_refused(tmp_path: Path, content: bytes) -> None:
    assert failure(write(tmp_path / "a.txt", content)) == f"{tmp_path}/a.txt: is not text"


# Languages


def test_another_language_is_read_with_a_warning(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", ENGLISH)
    (document,), warnings = read(path)
    assert document.language == "en"
    assert warnings == [f"{path}: looks like English, not German; read as German all the same"]


@pytest.mark.parametrize(
    "text", ["Baerbock", "Angela Merkel, EU, USA", "2023", "!", BODY, f"<p>{BODY}</p>"]
)
def test_german_and_uncertain_texts_count_as_german(text: str) -> None:
    (document,), warnings = read("-", stdin=text)
    assert (document.language, document.text, warnings) == ("de", text, [])


# Any text


@given(st.text())
def test_clean_text_is_stable(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    clean(text).encode()


@given(st.text(min_size=1))
def test_any_json_text_round_trips(text: str) -> None:
    article = json.dumps({"text": text + "Ä", "title": text})
    (document,), _ = read("-", stdin=article)
    assert document.text == clean(text + "Ä")


@given(st.text(), st.sampled_from(["", "date 2023-09\n", "Titel: Kopf\n", "{", "[{"]))
def test_any_plain_text_is_read_or_refused(text: str, head: str) -> None:
    for stdin in (head + text, (head + text).encode("utf-8", "replace")):
        found: list[Document] = []
        try:
            found, said = read("-", stdin=stdin)
        except InputError as error:
            said = [str(error)]
        assert all("\n" not in line for line in said)
        assert all(document.text in clean(head + text) for document in found)


@given(st.text(alphabet=" .\n:()-–,0123456789SstandMärzUhrdpaTitel"))
def test_datelines_lie_within_any_text(text: str) -> None:
    found = find_datelines(text)
    assert all(0 <= line.start < line.end <= len(text) for line in found)
    assert "\n" not in find_title(text, found)
