"""Bring older German-GSD sentences in line with the present release.

Earlier releases called determiners now `DET`, now `PRON`, and full verbs *haben* and *sein* `AUX`.
What the STTS tag, the word and the relation decide is set by rule (UD's German guidelines:
"Pronouns and determiners", "Auxiliaries"). They also gave several lemmas at once (`Stunde|Stunden`)
and determiners a stem (`dies`).
"""

from dataclasses import replace

from training.treebank import Sentence, Word

BY_TAG = {
    "PDAT": "DET", "PPOSAT": "DET", "PWAT": "DET",
    "PPOSS": "PRON", "PRELAT": "PRON", "PRELS": "PRON", "PWS": "PRON",
    "PAV": "ADV", "PROAV": "ADV", "PWAV": "ADV", "ADJD": "ADJ",
    "APPR": "ADP", "APPRART": "ADP", "CARD": "NUM",
}  # fmt: skip
STRAYED = {"DET", "PRON", "ADV", "ADJ", "PROPN", "X", "SCONJ"}  # what older releases have there
INDEFINITES = {"PIS", "PIAT", "PIDAT"}
INDEFINITE_PRONOUNS = ("man", "jemand", "niemand", "etwas", "nichts", "nix", "was")
OTHER_INDEFINITES = {"paar": "ADJ", "bisschen": "ADV", "genug": "ADV", "soviel": "ADV"}
DEMONSTRATIVE_DETERMINERS = ("dies", "jen", "derj", "diej", "dasj", "denj", "ders", "dass")
OTHER = {"andere", "anderen", "anderem", "anderer", "anderes"}
STEMS = {"ander", "derselb", "dies", "jed", "jen", "manch", "selb", "solch", "welch"}
FUNCTION_VERB = {"aux", "aux:pass", "cop"}


def consistent(sentence: Sentence) -> Sentence:
    """The sentence with the parts of speech and lemmas of the present release."""
    return [replace(w, upos=present_upos(w), lemma=present_lemma(w)) for w in sentence]


def present_lemma(word: Word) -> str:
    """The lemma that the present release gives a word, empty where there was none."""
    if word.form.lower() == "sich":
        return word.lemma and "sich"
    first = word.lemma.split("|", maxsplit=1)[0]
    return f"{first}er" if first.lower() in STEMS and word.form.lower() != first else first


def present_upos(word: Word) -> str:
    """The part of speech that the present release gives a word, empty where there was none."""
    if word.upos in STRAYED and word.xpos:
        return pronoun_or_determiner(word.form.lower(), word.xpos) or BY_TAG.get(
            word.xpos, word.upos
        )
    if word.upos in ("AUX", "VERB") and word.xpos[:2] in ("VA", "VM") and word.deprel:
        return "AUX" if word.deprel in FUNCTION_VERB else "VERB"
    return word.upos


def pronoun_or_determiner(form: str, tag: str) -> str:
    """The part of speech of an indefinite or demonstrative word, "" for other words.

    Words that inflect like determiners are `DET` also where they stand alone.
    """
    if tag in INDEFINITES:
        pronoun = form.startswith(INDEFINITE_PRONOUNS)
        return OTHER_INDEFINITES.get(form, "PRON" if pronoun else "DET")
    if tag == "PDS":
        return "DET" if form.startswith(DEMONSTRATIVE_DETERMINERS) else "PRON"
    return "DET" if tag == "ADJA" and form in OTHER else ""
