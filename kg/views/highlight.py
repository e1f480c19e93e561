"""Where the words of a statement stand in its sentence."""

import re
from collections.abc import Iterator

Mark = tuple[int, int, str]


def marks(sentence: str, *, subject: str, predicate: str, object_: str) -> list[Mark]:
    """Find the words of a statement in its sentence.

    The ends are placed before the predicate, so that a predicate that occurs inside a name never
    takes the name apart. Words that do not stand in the sentence (a pronoun resolved elsewhere)
    give no mark.

    Args:
        sentence: The sentence.
        subject: Words that stand for the subject.
        predicate: Words that express the relation; they may be apart (*riefen … auf*).
        object_: Words that stand for the object.

    Returns:
        `(start, end, role)`, half-open in code points of `sentence`, sorted, without overlaps;
        role is `subject`, `predicate` or `object`.
    """
    found: list[Mark] = []
    for words, role in ((subject, "subject"), (object_, "object"), (predicate, "predicate")):
        found += [(start, end, role) for start, end in _places(sentence, words, found)]
    return sorted(found)


def _places(sentence: str, words: str, taken: list[Mark]) -> list[tuple[int, int]]:
    whole = next(_free(sentence, words.strip(), taken), None)
    if whole:
        return [whole]
    # Words apart: each after the one before, as a separable verb and its particle are.
    places: list[tuple[int, int]] = []
    for word in re.findall(r"[^\s…]+", words.replace("...", " ")):
        start = places[-1][1] if places else 0
        place = next((hit for hit in _free(sentence, word, taken) if hit[0] >= start), None)
        places += [place] if place else []
    return places


def _free(sentence: str, words: str, taken: list[Mark]) -> Iterator[tuple[int, int]]:
    """Yield the places of `words` as whole words that no mark covers yet."""
    if not words:
        return
    for hit in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", sentence):
        if all(hit.end() <= start or end <= hit.start() for start, end, _ in taken):
            yield hit.span()
