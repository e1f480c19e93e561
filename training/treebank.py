"""Read CoNLL-U treebanks as spaCy's tokenizer would have cut the words.

Sources of the formats: Universal Dependencies v2, CoNLL-U (https://universaldependencies.org/format.html).
"""

import gzip
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import conllu

KEPT_SUBTYPES = {"nsubj:pass", "csubj:pass", "aux:pass", "compound:prt"}


@dataclass(frozen=True, slots=True)
class Word:
    """One token; `head` is an index into the sentence (itself for the root), `name` an IOB2 tag.

    An empty string, or None for `head`, stands for an annotation that the treebank does not have.
    """

    form: str
    space: bool
    lemma: str = ""
    upos: str = ""
    xpos: str = ""
    feats: str = ""
    head: int | None = None
    deprel: str = ""
    name: str = ""


Sentence = list[Word]


def plain_relation(deprel: str) -> str:
    """The relation without a subtype, save the few that the graph lives on."""
    return deprel if deprel in KEPT_SUBTYPES else deprel.split(":", maxsplit=1)[0]


def read_treebank(path: Path) -> Iterator[tuple[str, Sentence]]:
    """Yield (sentence id, words) of a `.conllu` or `.conllu.gz` file, multiword tokens merged."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    text = raw.decode("utf-8").replace("# line = ", "# sent_id = ")
    for tokens in conllu.parse_incr(io.StringIO(text)):
        yield tokens.metadata.get("sent_id", ""), merge_multiword(tokens)


def merge_multiword(tokens: conllu.TokenList) -> Sentence:
    """Join the syntactic words of one surface token (*zu* + *dem* = *zum*).

    The joined token takes the place in the tree of the part whose head lies outside it.
    """
    groups = surface_groups(tokens)
    index = {part["id"]: i for i, (_, parts) in enumerate(groups) for part in parts}
    return [surface_word(whole, parts, i, index) for i, (whole, parts) in enumerate(groups)]


def surface_groups(tokens: conllu.TokenList) -> list[tuple[conllu.Token, list[conllu.Token]]]:
    """Pair each surface token with the syntactic words in it."""
    groups: list[tuple[conllu.Token, list[conllu.Token]]] = []
    last = 0
    for token in tokens:
        if isinstance(token["id"], tuple) and token["id"][1] == "-":
            last = token["id"][2]
            groups.append((token, []))
        elif isinstance(token["id"], int):
            if token["id"] <= last:
                groups[-1][1].append(token)
            else:
                groups.append((token, [token]))
    return groups


def surface_word(
    whole: conllu.Token, parts: list[conllu.Token], i: int, index: dict[int, int]
) -> Word:
    """The `Word` of one surface token, its head an index into the surface tokens."""
    ids = {part["id"] for part in parts}
    chief = next((part for part in parts if part["head"] not in ids), parts[0])
    merged = len(parts) > 1
    head = chief["head"]
    return Word(
        form=whole["form"],
        space=(whole["misc"] or {}).get("SpaceAfter") != "No",
        lemma=blank(parts[0]["lemma"]),
        upos=blank(chief["upos"]),
        xpos="APPRART" if merged and parts[0]["upos"] == "ADP" else blank(chief["xpos"]),
        feats=feature_string(parts[-1]["feats"] if merged else chief["feats"]),
        head=None if head is None else i if head == 0 else index[head],
        deprel="" if head is None else "ROOT" if head == 0 else plain_relation(chief["deprel"]),
    )


def blank(value: str | None) -> str:
    """The value, or an empty string for CoNLL-U's underscore."""
    return "" if value in (None, "_") else str(value)


def feature_string(feats: dict[str, str] | None) -> str:
    """Morphological features in the order that spaCy keeps them, layered ones left out."""
    return "|".join(f"{k}={v}" for k, v in sorted((feats or {}).items()) if "[" not in k)


def without(sentence: Sentence, *fields: str) -> Sentence:
    """The sentence with the named annotations made empty."""
    empty = {name: None if name == "head" else "" for name in fields}
    return [replace(word, **empty) for word in sentence]  # type: ignore[arg-type]


def with_whole_compounds(sentence: Sentence) -> Sentence:
    """Join what German-GSD cuts at a hyphen and spaCy's tokenizer does not; heads are lost.

    *EU* + *-* + *Gipfel* has the tags of *Gipfel*, *Land* + *-* before *und* those of *Land*.
    """
    words = without(sentence, "head", "deprel")
    whole: Sentence = []
    for i, word in enumerate(words):
        hyphen = 0 < i < len(words) - 1 and word.form == "-" and word.xpos == "$("
        if hyphen and words[i - 1].form[-1].isalnum():
            whole[-1] = replace(whole[-1], form=whole[-1].form + "-", space=word.space)
        elif whole and whole[-1].form[1:].endswith("-") and word.form[0].isupper():
            first = whole.pop().form
            whole.append(
                replace(word, form=first + word.form, lemma=word.lemma and first + word.lemma)
            )
        else:
            whole.append(word)
    return whole
