"""Silver lemmas for words that a treebank leaves without one, by HanTa (training time only).

HanTa (Wartena 2019, "A Probabilistic Morphology Model for German Lemmatization") is LGPL; nothing
of it is shipped.
"""

from dataclasses import replace
from functools import cache
from typing import Any

from training.treebank import Sentence, Word

HANTA_TAG = {
    "NN": "NN", "ADJA": "ADJ(A)", "ADJD": "ADJ(D)", "VVFIN": "VV(FIN)", "VVINF": "VV(INF)",
    "VVPP": "VV(PP)", "VVIZU": "VV(IZU)", "VVIMP": "VV(IMP)", "VAFIN": "VA(FIN)",
    "VAINF": "VA(INF)", "VAPP": "VA(PP)", "VMFIN": "VM(FIN)", "VMINF": "VM(INF)",
}  # fmt: skip
UNINFLECTED = {"ADV", "APPR", "KOKOM", "KON", "KOUI", "KOUS", "PTKNEG", "PTKVZ", "PTKZU", "PWAV"}


@cache
def tagger() -> Any:
    """HanTa's German tagger."""
    from HanTa.HanoverTagger import HanoverTagger

    return HanoverTagger("morphmodel_ger.pgz")


@cache
def silver_lemma(form: str, tag: str) -> str:
    """The lemma of a content word or a word that does not inflect, "" for other words."""
    if tag in UNINFLECTED:
        return form.lower()
    if tag not in HANTA_TAG or not form.isalpha():
        return ""
    lemma: str = tagger().analyze(form, pos=HANTA_TAG[tag], taglevel=1)[0]
    return lemma if tag == "NN" else lemma.lower()


def with_silver_lemmas(sentence: Sentence) -> Sentence:
    """Fill the lemmas of content words that have a tag and no lemma."""
    return [fill(word) for word in sentence]


def fill(word: Word) -> Word:
    """The word with a silver lemma where it has none."""
    return word if word.lemma else replace(word, lemma=silver_lemma(word.form, word.xpos))
