"""Turn the trees of spaCy's German pipelines, which follow TIGER, into Universal Dependencies.

TIGER (Brants et al. 2004) in its dependency form (Seeker and Kuhn 2012) makes a preposition the
head of its noun, an auxiliary that of its participle, a copula that of its predicate, and hangs
each conjunct on the conjunction before it. A tree is turned from the leaves up: the children of a
word get their relations while it is their head, then the word changes places with what it
introduces. A swap keeps a tree a tree, so nothing can end in a circle.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.columns import strings_of
from kg.trees import Tree

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LABELS = frozenset(  # those that Universal Dependencies do not have
    "ac adc ag ams app avc cd cj cm cp cvc da dh dm ep ju mnr mo ng nk nmc oa oc og op par pd pg ph"
    " pm pnc rc re rs sb sbp svp uc vo".split()
)
RELATIONS = {
    "ac": "case", "adc": "compound", "ag": "nmod", "avc": "advmod", "cd": "cc", "cj": "conj",
    "cm": "case", "cp": "mark", "da": "iobj", "dh": "discourse", "dm": "discourse", "ep": "expl",
    "ju": "cc", "ng": "advmod", "nmc": "nummod", "og": "obj", "par": "parataxis", "ph": "expl",
    "pm": "mark", "pnc": "flat", "punct": "punct", "svp": "compound:prt", "uc": "flat",
    "vo": "vocative",
}  # fmt: skip
CLAUSE_OR_PHRASE = {"app": ("acl", "appos"), "oa": ("ccomp", "obj"), "sb": ("csubj", "nsubj")}
COMPLEMENTS = ("oc", "pd", "re", "rs")
MODIFIERS = ("ams", "cc", "cvc", "mnr", "mo", "op", "pg", "rc", "sbp")
ATTRIBUTES = {
    "ADJ": "amod", "ADV": "advmod", "DET": "det", "PART": "advmod", "PRON": "det", "X": "flat",
}  # fmt: skip
NOUNS = ("NOUN", "PROPN")
NOMINALS = (*NOUNS, "NUM", "PRON", "SYM", "X")
PHRASE_HEADS = (*NOMINALS, "ADP", "DET")
NO_NAMES = ("ADP", "CCONJ", "DET", "PUNCT")  # words that a name does not begin with
PREPOSITIONS = ("APPO", "APPR", "APPRART", "KOKOM")
STAND_INS = ("PAV", "PPER", "PROAV")  # *darauf*, *es*: what they stand for may follow as a clause
BECOMING = ("geword", "werd", "wird", "wirst", "word", "wurd", "würd")
HAVING = ("geha", "ha", "hä")
QUANTITIES = ("million", "milliard")


@dataclass(slots=True)
class Sentence(Tree):
    """A tree that is being turned, its heads counted from the start of the sentence."""

    words: list["Token"]


def is_tiger(doc: "Doc") -> bool:
    """Whether the relations of a parsed text are TIGER's."""
    (relations,) = strings_of(doc, "DEP")
    return not LABELS.isdisjoint(relations)


def universal(doc: "Doc") -> Tree:
    """The trees of a text in Universal Dependencies: one root a sentence, all heads inside it.

    Args:
        doc: A text parsed by one of spaCy's German pipelines.
    """
    whole = Tree([], [])
    for sentence in doc.sents:
        turned = turned_sentence(list(sentence))
        whole.heads += [sentence.start + head for head in turned.heads]
        whole.relations += turned.relations
    return whole


def turned_sentence(words: list["Token"]) -> Sentence:
    """One sentence in Universal Dependencies."""
    s = Sentence([t.head.i - words[0].i for t in words], [t.dep_ for t in words], words)
    for i in reversed(rooted(s)):
        turn(s, i)
    for i, relation in enumerate(s.relations):
        if relation == "nsubj" and below(s, s.heads[i], "aux:pass"):
            s.relations[i] = "nsubj:pass"
    return s


def rooted(s: Sentence) -> list[int]:
    """All words, heads before children; what does not lead to the first root is hung there."""
    root = next((i for i, head in enumerate(s.heads) if head == i), 0)
    s.heads[root], s.relations[root] = root, "ROOT"
    order = subtree(s, root)
    reached = set(order)
    for i in range(len(s.words)):
        if i not in reached:
            s.heads[i], s.relations[i] = root, "dep"
            order += subtree(s, i)
            reached.update(order)
    return order


def subtree(s: Sentence, i: int) -> list[int]:
    """A word and all below it, heads before children."""
    found = [i]
    for word in found:
        found += below(s, word)
    return found


def below(s: Sentence, i: int, *relations: str) -> list[int]:
    """The children of a word, those with one of the relations if any are given."""
    children = [c for c, head in enumerate(s.heads) if head == i != c]
    return [c for c in children if s.relations[c] in relations] if relations else children


def turn(s: Sentence, i: int) -> None:
    """Name the relations of the children of a word, and give its place to what it introduces."""
    lift_repeated(s, i)
    content, relation = next(contents(s, i), (i, ""))
    for child in below(s, i):
        if child != content:
            s.relations[child] = relation_of(s, child, i)
    gather(s, i)
    if content != i:
        swap(s, i, content, relation)


def lift_repeated(s: Sentence, i: int) -> None:
    """Hang the clause that a pronoun stands for (*darauf, dass …*) on the head of the pronoun."""
    if s.words[i].tag_ not in STAND_INS or s.heads[i] == i:
        return
    for clause in below(s, i, "re"):
        if is_clausal(s, clause):
            s.heads[clause] = s.heads[i]
            s.relations[clause] = "sb" if s.relations[i] in ("ep", "sb") else "re"
            s.relations[i] = "ep" if s.words[i].lower_ == "es" else s.relations[i]


def gather(s: Sentence, i: int) -> None:
    """Hang all conjuncts on the first, and all parts of a name."""
    for relation in ("conj", "flat"):
        for child in below(s, i, relation):
            for further in below(s, child, relation):
                s.heads[further] = i


def swap(s: Sentence, i: int, content: int, relation: str) -> None:
    """Put a word below what it introduces, with all its children but the numeral of a quantity."""
    for child in below(s, i):
        if not relation == s.relations[child] == "nummod":
            s.heads[child] = content
    s.heads[content] = content if s.heads[i] == i else s.heads[i]
    s.relations[content] = "cj" if relation == "cc" else s.relations[i]
    s.heads[i], s.relations[i] = content, relation


# What a word introduces


def contents(s: Sentence, i: int) -> Iterator[tuple[int, str]]:
    """What may take the place of a word, best first, and the relation that the word then has."""
    word = s.words[i]
    if s.relations[i] == "cd":
        yield from ((c, "cc") for c in below(s, i, "cj"))
    elif word.tag_ in PREPOSITIONS:
        phrase = sorted(below(s, i, "nk"), key=lambda c: s.words[c].pos_ not in NOMINALS)
        yield from ((c, "case") for c in phrase)
    elif word.tag_.startswith(("VA", "VM")):
        yield from ((c, auxiliary(s, i, c)) for c in predicates(s, i))
    elif is_quantity(word):
        yield from ((c, "nummod") for c in below(s, i, "nk") if c > i and s.words[c].pos_ in NOUNS)
    else:
        parts = (c for c in below(s, i, "pnc") if c < i)
        yield from ((c, "flat") for c in parts if s.words[c].pos_ not in NO_NAMES)


def is_quantity(word: "Token") -> bool:
    """Whether a noun counts the one behind it (*Millionen Menschen*)."""
    return word.pos_ in NOUNS and word.lower_.startswith(QUANTITIES)


def predicates(s: Sentence, i: int) -> Iterator[int]:
    """What an auxiliary, modal verb or copula links to its subject."""
    for c in below(s, i, "pd"):
        if s.words[c].tag_ == "VVPP" or not s.words[c].tag_.startswith("V"):
            yield c
    main_verb = bool(below(s, i, "oa", "svp"))  # *hat vor, … zu …*
    for c in below(s, i, "oc"):
        full = has_mark(s, c, "KOUS") or (below(s, c, "csubj", "nsubj") and has_finite(s, c))
        with_zu = s.words[c].tag_ == "VVIZU" or has_mark(s, c, "PTKZU")
        if not full and not (main_verb and with_zu):
            yield c


def auxiliary(s: Sentence, i: int, predicate: int) -> str:
    """The relation of a verb that is no longer the head of its predicate."""
    if not s.words[predicate].tag_.startswith("V") and not below(s, predicate, "cop"):
        return "cop"
    return "aux:pass" if makes_passive(s, i, predicate) else "aux"


def makes_passive(s: Sentence, i: int, predicate: int) -> bool:
    """Whether *werden* or *sein* governs a participle itself and not as a tense.

    Only an agent or the label of a predicate tells *ist besetzt* from *ist gekommen*.
    """
    verb, participle = s.words[i], s.words[predicate]
    governed = participle.tag_ == "VVPP" and not below(s, predicate, "aux", "aux:pass", "cop")
    if not governed or not verb.tag_.startswith("VA") or verb.lower_.startswith(HAVING):
        return False
    agent = any(t.dep_ == "sbp" and t.head == participle for t in s.words)
    return verb.lower_.startswith(BECOMING) or agent or s.relations[predicate] == "pd"


# What a child is to its head


def relation_of(s: Sentence, child: int, head: int) -> str:
    """The relation of a child in Universal Dependencies."""
    label = s.relations[child]
    if label in COMPLEMENTS:
        return complement(s, child, head)
    if label in MODIFIERS:
        return modifier(s, child, head)
    if label in CLAUSE_OR_PHRASE:
        clause, phrase = CLAUSE_OR_PHRASE[label]
        return clause if is_clausal(s, child) else phrase
    return attribute(s, child, head) if label == "nk" else RELATIONS.get(label, "dep")


def complement(s: Sentence, child: int, head: int) -> str:
    """Clauses, infinitives and predicates that a word asks for."""
    clausal = is_clausal(s, child)
    if s.words[head].pos_ in PHRASE_HEADS or (below(s, child, "case") and not clausal):
        return modifier(s, child, head)
    finite = has_mark(s, child, "KOUS") or has_finite(s, child)
    return "ccomp" if finite or below(s, child, "csubj", "nsubj") else "xcomp"


def modifier(s: Sentence, child: int, head: int) -> str:
    """Clauses, phrases and adverbs, whether a word asks for them or not."""
    word, noun = s.words[child], s.words[head].pos_ in PHRASE_HEADS
    if is_clausal(s, child):
        return "acl" if noun else "advcl"
    if below(s, child, "case") or word.pos_ in NOMINALS:
        return "nmod" if noun else "obl"
    return "amod" if word.tag_ == "ADJA" else "advmod"


def attribute(s: Sentence, child: int, head: int) -> str:
    """Articles, adjectives, numerals and names that belong to a noun."""
    word = s.words[child]
    if below(s, child, "case"):
        return "nmod"
    if word.pos_ == "NUM" or is_quantity(word):
        return "nummod" if child < head else "nmod"
    if word.tag_.startswith("V"):
        return "amod" if word.tag_ == "VVPP" else "acl"
    return beside(s, child, head) if word.pos_ in NOUNS else ATTRIBUTES.get(word.pos_, "dep")


def beside(s: Sentence, child: int, head: int) -> str:
    """A noun next to a noun: *Ministerin Müller*, *SC Freiburg*."""
    if child < head:
        return "compound"
    return "flat" if s.words[child].pos_ == s.words[head].pos_ == "PROPN" else "appos"


def is_clausal(s: Sentence, i: int) -> bool:
    """Whether a word is the head of a clause."""
    return s.words[i].tag_.startswith("V") or bool(below(s, i, "aux", "aux:pass", "cop"))


def has_mark(s: Sentence, i: int, tag: str) -> bool:
    """Whether a word with the tag opens a clause (*dass*) or infinitive (*zu*)."""
    return any(s.words[c].tag_ == tag for c in below(s, i, "mark"))


def has_finite(s: Sentence, i: int) -> bool:
    """Whether a finite verb is in the clause."""
    return any(s.words[c].tag_.endswith("FIN") for c in [i, *below(s, i, "aux", "aux:pass", "cop")])
