"""Tell line breaks that end a sentence from those that only wrap a paragraph."""

import re
import sys

BREAK = re.compile(r"[^\S\n]*\n\s*")
WIDEST_WRAPPING = 120
WORD = re.compile(r"\S+")


def block_starts(text: str) -> set[int]:
    """Where paragraphs, headings and items of lists start (character offsets, the first left out).

    A blank line starts a block. So does a single line break that no wrapping made, before anything
    but a small letter: the first word of the next line would still have fitted on the line before
    it, which the longest line shows. Where that is longer than any wrapping, all breaks count.
    """
    widest = max((len(line.rstrip()) for line in text.splitlines()), default=0)
    widest = sys.maxsize if widest > WIDEST_WRAPPING else widest
    found = set()
    for gap in BREAK.finditer(text):
        small = text[gap.end() : gap.end() + 1].islower()
        if gap.group().count("\n") > 1 or not (small or is_full(text, gap, widest)):
            found.add(gap.end())
    return found


def is_full(text: str, gap: re.Match[str], widest: int) -> bool:
    """Whether the line before a gap has no room for the word behind it."""
    line = gap.start() - (text.rfind("\n", 0, gap.start()) + 1)
    word = WORD.match(text, gap.end())
    return line + 1 + len(word.group() if word else "") > widest
