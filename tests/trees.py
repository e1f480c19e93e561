"""Parsed texts written by hand, for tests of everything that reads a parse.

A tree is a table, one line a token, with the columns of CoNLL-U that the rules ask for:

    FORM HEAD RELATION TAG [LEMMA [FEATURES]]

HEAD counts from 1 within the sentence and is 0 for the root. TAG is an STTS tag, from which the
part of speech and the features that it implies follow; `TAG/POS` sets another part of speech. `_`
stands for what is left out; the lemma is then the form. An empty line ends a sentence, a line `¶`
stands for a blank line in the text. Trees follow UD German-GSD, contractions being one token.
"""

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from kg.words import Doc, Token, words_of

if TYPE_CHECKING:
    import spacy.tokens
    from spacy.vocab import Vocab

PARAGRAPH = "¶"
POS = {
    "$(": "PUNCT", "$,": "PUNCT", "$.": "PUNCT", "ADJA": "ADJ", "ADJD": "ADJ", "ADV": "ADV",
    "APPO": "ADP", "APPR": "ADP", "APPRART": "ADP", "ART": "DET", "CARD": "NUM", "FM": "PROPN",
    "KOKOM": "ADP", "KON": "CCONJ", "KOUI": "ADP", "KOUS": "SCONJ", "NE": "PROPN", "NN": "NOUN",
    "PAV": "ADV", "PDAT": "DET", "PDS": "PRON", "PIAT": "DET", "PIS": "PRON", "PPER": "PRON",
    "PPOSAT": "DET", "PRELAT": "DET", "PRELS": "PRON", "PRF": "PRON", "PTKNEG": "PART",
    "PTKVZ": "ADP", "PTKZU": "PART", "PWAV": "ADV", "PWS": "PRON", "TRUNC": "NOUN",
    "_SP": "SPACE",
}  # fmt: skip
AUXILIARY = ("aux", "aux:pass", "cop")
IMPLIED = {"PRELS": "PronType=Rel", "PTKNEG": "Polarity=Neg", "VVIZU": "VerbForm=Inf"}
VERB_FORMS = {"FIN": "VerbForm=Fin", "INF": "VerbForm=Inf", "PP": "VerbForm=Part"}
OPENING = ("„", "(", "»")


def tree(table: str, ents: Mapping[str, str] | None = None) -> Doc:
    """The text that a table describes; see `parse`."""
    return words_of(parse(table, ents))


def parse(table: str, ents: Mapping[str, str] | None = None) -> "spacy.tokens.Doc":
    """The Doc that a table describes, as a pipeline gives it.

    Args:
        table: See the head of this module.
        ents: Words of the text → label of the entity at their first occurrence.
    """
    from spacy.tokens import Doc

    rows = [row for sentence in sentences(table) for row in sentence]
    words = [row["form"] for row in rows]
    doc = Doc(
        vocab(),
        words=words,
        spaces=[spaced(word, after) for word, after in zip(words, [*words[1:], ""], strict=True)],
        heads=heads(table),
        deps=[row["relation"] for row in rows],
        pos=[row["pos"] for row in rows],
        tags=[row["tag"] for row in rows],
        morphs=[row["features"] for row in rows],
        lemmas=[row["lemma"] for row in rows],
    )
    set_entities(doc, ents or {})
    return doc


def word(doc: Doc, text: str) -> Token:
    """The first token of a Doc with the text."""
    return next(token for token in doc if token.text == text)


@cache
def vocab() -> "Vocab":
    """One vocabulary for all trees."""
    import spacy

    return spacy.blank("de").vocab


def sentences(table: str) -> list[list[dict[str, str]]]:
    """The rows of each sentence."""
    found: list[list[dict[str, str]]] = [[]]
    for line in table.strip().splitlines():
        if line.strip():
            found[-1].append(as_row(line.split()))
        elif found[-1]:
            found.append([])
    return found


def as_row(cells: list[str]) -> dict[str, str]:
    """The columns of a line with what follows from them."""
    if cells == [PARAGRAPH]:
        cells = ["\n\n", "-1", "dep", "_SP"]
    form, head, relation, tag, lemma, features = [*cells, "_", "_"][:6]
    tag, _, pos = tag.partition("/")
    given = "" if features == "_" else features
    return {
        "form": form,
        "head": head,
        "relation": "ROOT" if head == "0" else relation,
        "tag": tag,
        "pos": pos or part_of_speech(tag, relation),
        "lemma": form if lemma == "_" else lemma,
        "features": "|".join(filter(None, sorted([*given.split("|"), implied(tag)]))),
    }


def part_of_speech(tag: str, relation: str) -> str:
    """The universal part of speech: verbs by their place in the tree, others by their tag."""
    if tag.startswith("V"):
        return "AUX" if relation in AUXILIARY else "ADJ" if relation == "amod" else "VERB"
    return POS[tag]


def implied(tag: str) -> str:
    """The features that a tag tells."""
    if tag in IMPLIED or not tag.startswith("V"):
        return IMPLIED.get(tag, "")
    return next((v for ending, v in VERB_FORMS.items() if tag.endswith(ending)), "")


def heads(table: str) -> list[int]:
    """The index of each token's head in the whole text."""
    found: list[int] = []
    for sentence in sentences(table):
        start = len(found)
        for row in sentence:
            i, head = len(found), int(row["head"])
            found.append(i if head == 0 else i - 1 if head < 0 else start + head - 1)
    return found


def spaced(word: str, after: str) -> bool:
    """Whether a space stands between two tokens."""
    tight = after == "" or after.isspace() or after in (".", ",", ":", ";", "“", ")", "«", "?", "!")
    return not (tight or word in OPENING or word.isspace())


def set_entities(doc: "spacy.tokens.Doc", ents: Mapping[str, str]) -> None:
    """Label the first occurrence of each of the words."""
    spans = []
    for words, label in ents.items():
        start = doc.text.index(words)
        span = doc.char_span(start, start + len(words), label=label)
        assert span is not None, f"{words!r} is not made of whole tokens"
        spans.append(span)
    doc.ents = tuple(spans)
