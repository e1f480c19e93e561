from hypothesis import given
from hypothesis import strategies as st

from kg.lines import block_starts

WRAPPED = """\
Der Fluss stieg in der Nacht um zwei Meter
und überschwemmte die Altstadt, die seit dem
Morgen gesperrt ist.
Schäden an drei Brücken
- Brücke am Markt
- Brücke am Hafen"""


def blocks(text: str) -> list[str]:
    return [text[i:].split(maxsplit=1)[0] for i in sorted(block_starts(text))]


def test_wrapped_lines_are_one_block() -> None:
    assert blocks(WRAPPED) == ["Schäden", "-", "-"]


def test_a_blank_line_starts_a_block_whatever_follows() -> None:
    assert blocks("Erste Zeile\n \n zweite Zeile") == ["zweite"]


def test_headings_between_long_lines_are_blocks() -> None:
    paragraph = "Der Rat hat am Abend lange getagt und nichts beschlossen. " * 3
    assert blocks(f"{paragraph}\nReaktionen\nDie SPD schweigt.") == ["Reaktionen", "Die"]


def test_a_small_letter_goes_on_with_the_sentence() -> None:
    assert blocks("Der Rat hat am Abend\nlange getagt.\nEr hat vertagt\nund geht.") == ["Er"]


def test_one_line_has_no_block_starts() -> None:
    assert block_starts("") == block_starts("Der Rat tagt.") == set()


@given(st.text(alphabet="ab A\n .-", max_size=60))
def test_blocks_start_with_a_word(text: str) -> None:
    for start in block_starts(text):
        assert start == len(text) or not text[start].isspace()
        assert "\n" in text[:start]
