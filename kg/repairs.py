"""Set trees right that break a rule of the grammar.

An attribute stands before its noun. Auxiliaries and copulas have no subjects of their own. What
*und* joins to a phrase of the same kind is its conjunct, not a second subject or object. A clause
with *sein* that has two subjects has one, and a predicate noun.
"""

from typing import TYPE_CHECKING

from kg.columns import heads_of, strings_of
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
    for repair in (precede, lift, join, copulate):
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
