"""Set trees right that break a rule of the grammar.

An attribute stands before its noun. Auxiliaries and copulas have no subjects of their own. What
*und* joins to a phrase of the same kind is its conjunct, not a second subject or object. A clause
with *sein* that has two subjects has one, and a predicate noun. No day or month has a name beside
it (*hat am Dienstag Karthago angegriffen*), and no place that of a person.
"""

from functools import cache
from typing import TYPE_CHECKING

from kg.columns import heads_of, strings_of
from kg.date_readers import vocabulary
from kg.lexicon import grammar
from kg.trees import Tree

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOUNS = ("NOUN", "PROPN")
FUNCTION_WORDS = ("aux", "aux:pass", "cop")
LIFTED = ("advcl", "advmod", "ccomp", "nsubj", "nsubj:pass", "obj", "obl", "xcomp")
ARGUMENTS = ("nsubj", "nsubj:pass", "obj")


def repaired(doc: "Doc") -> Tree:
    """The tree of a parsed text without what its grammar rules out.

    Repairs that would make a circle are taken back.
    """
    (relations,) = strings_of(doc, "DEP")
    parsed = Tree(heads_of(doc), relations)
    tree = Tree(parsed.heads[:], parsed.relations[:])
    for repair in (precede, lift, join, copulate, release):
        repair(tree, doc)
    moved = [i for i, head in enumerate(parsed.heads) if head != tree.heads[i]]
    return tree if all(leads_to_root(tree, i) for i in moved) else parsed


def precede(tree: Tree, doc: "Doc") -> None:
    """Hang an attribute on the noun right behind it, not on one before it."""
    for i, relation in enumerate(tree.relations[:-1]):
        if relation == "amod" and tree.heads[i] <= i and tree.heads[i + 1] != i:
            tree.heads[i] = i + 1 if doc[i + 1].pos_ in NOUNS else tree.heads[i]


def lift(tree: Tree, doc: "Doc") -> None:
    """Hang what depends on an auxiliary or copula on its predicate (UD: "Function words")."""
    del doc
    for i, above in enumerate(tree.heads):
        if tree.relations[above] in FUNCTION_WORDS and tree.relations[i] in LIFTED:
            tree.heads[i] = tree.heads[above]


def join(tree: Tree, doc: "Doc") -> None:
    """Hang a subject or object behind *und* on the one right before it."""
    joints: dict[int, int] = {}
    for i, relation in enumerate(tree.relations):
        if relation == "cc" and i < tree.heads[i]:
            joints.setdefault(tree.heads[i], i)
    for i, joint in sorted(joints.items()):
        if tree.relations[i] in ARGUMENTS and tree.heads[i] != i:
            join_at(tree, i, joint, doc[i].sent.start)


def join_at(tree: Tree, i: int, joint: int, start: int) -> None:
    """Hang a word on the one of its kind that ends right before the word which joins them."""
    head, relation = tree.heads[i], tree.relations[i]
    for earlier in range(start, joint):
        same = tree.heads[earlier] == head and tree.relations[earlier] == relation
        if same and last_word(tree, earlier, joint) + 1 == joint:
            tree.heads[i], tree.relations[i] = earlier, "conj"


def last_word(tree: Tree, i: int, end: int) -> int:
    """The last word before `end` that stands below a word, or the word itself."""
    return max(j for j in range(i, end) if j == i or i in path(tree, j))


def copulate(tree: Tree, doc: "Doc") -> None:
    """Make the second subject of *sein* the predicate, and the verb its copula."""
    (lemmas,), copulas = strings_of(doc, "LEMMA"), grammar()["copulas"]
    for i in [i for i, lemma in enumerate(lemmas) if lemma in copulas]:
        below = [c.i for c in doc[i].children if tree.heads[c.i] == i]
        subjects = [c for c in below if tree.relations[c] == "nsubj"]
        if len(subjects) == 2 and is_bare_noun(doc[subjects[1]]):
            predicate(tree, i, subjects[1], below)


def predicate(tree: Tree, verb: int, noun: int, below: list[int]) -> None:
    """Put a noun in the place of a verb, which becomes its copula, with what is below that."""
    above = tree.heads[verb]
    for child in below:
        tree.heads[child] = noun
    tree.heads[noun] = noun if above == verb else above
    tree.relations[noun] = tree.relations[verb]
    tree.heads[verb], tree.relations[verb] = noun, "cop"


def release(tree: Tree, doc: "Doc") -> None:
    """Give a clause what a parse takes for an apposition to a day, a month or a place in it."""
    for i, relation in enumerate(tree.relations):
        host = tree.heads[i]
        if relation in ("appos", "flat") and tree.relations[host] == "obl":
            place = free_place(tree, doc, tree.heads[host]) if is_apart(tree, doc, i) else ""
            if place:
                hang_name(tree, doc, i, tree.heads[host], place)


def hang_name(tree: Tree, doc: "Doc", i: int, head: int, relation: str) -> None:
    """Hang a noun on another word, and the rest of the name that it begins on the noun."""
    host, tree.heads[i], tree.relations[i] = tree.heads[i], head, relation
    for j in range(i + 1, len(doc)):
        if doc[j].ent_iob_ != "I" or doc[i].ent_type_ == "":
            return
        if tree.heads[j] == host:
            tree.heads[j], tree.relations[j] = i, "flat"


def is_apart(tree: Tree, doc: "Doc", i: int) -> bool:
    """Whether a noun cannot be of the phrase that it hangs on: a time, or a place and a person."""
    host, noun = doc[tree.heads[i]], doc[i]
    person = host.ent_type_ == "LOC" and noun.ent_type_ == "PER"
    return (person or host.lower_ in times_of_year()) and is_beside(tree, doc, i)


def is_beside(tree: Tree, doc: "Doc", i: int) -> bool:
    """Whether a noun's phrase begins right behind the word it hangs on, and is no time itself."""
    first = tree.heads[i] + 1
    own = first == i or (not doc[first].is_punct and i in path(tree, first))
    return own and doc[i].pos_ in NOUNS and doc[i].lower_ not in times_of_year() | clock_words()


def free_place(tree: Tree, doc: "Doc", verb: int) -> str:
    """The first of subject, object and second object that a clause has not, "" if it is passive."""
    taken = {tree.relations[i] for i, head in enumerate(tree.heads) if head == verb}
    if taken & {"aux:pass", "cop"}:
        return "" if taken & {"nsubj", "nsubj:pass", "cop"} else "nsubj:pass"
    if has_subject_elsewhere(tree, doc, verb):
        taken.add("nsubj")
    return next((place for place in ("nsubj", "obj", "iobj") if place not in taken), "")


def has_subject_elsewhere(tree: Tree, doc: "Doc", verb: int) -> bool:
    """Whether a verb is an infinitive with *zu*, or coordinated with one before it."""
    marked = any(doc[i].tag_ == "PTKZU" for i, head in enumerate(tree.heads) if head == verb)
    return marked or doc[verb].tag_ == "VVIZU" or tree.relations[verb] == "conj"


@cache
def times_of_year() -> frozenset[str]:
    """The names of days, with parts of the day (*Dienstagabend*), and of months in lower case."""
    days, parts = vocabulary("weekdays"), vocabulary("parts")["words"]
    of_days = (day + part for day in days for part in ("", *parts))
    return frozenset((*of_days, *vocabulary("months"), *parts))


@cache
def clock_words() -> frozenset[str]:
    """Words that say by which clock a time is told."""
    return frozenset(vocabulary("clock_words"))


def is_bare_noun(token: "Token") -> bool:
    """Whether a word is a noun without a preposition."""
    return token.pos_ == "NOUN" and not any(c.dep_ == "case" for c in token.children)


def path(tree: Tree, i: int) -> list[int]:
    """The tokens above a token, up to the root or the first that comes again."""
    found: list[int] = []
    while tree.heads[i] != i and tree.heads[i] not in found:
        i = tree.heads[i]
        found.append(i)
    return found


def leads_to_root(tree: Tree, i: int) -> bool:
    """Whether there is a root above a token, and no circle."""
    top = (path(tree, i) or [i])[-1]
    return tree.heads[top] == top
