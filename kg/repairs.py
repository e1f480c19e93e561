"""Set trees right that break a rule of the grammar.

An attribute stands before its noun. Auxiliaries and copulas have no subjects of their own. What
*und* joins to a phrase of the same kind is its conjunct, not a second subject or object. A clause
with *sein* that has two subjects has one, and a predicate noun.
"""

from typing import TYPE_CHECKING

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
    parsed = Tree([t.head.i for t in doc], [t.dep_ for t in doc])
    tree = Tree(parsed.heads[:], parsed.relations[:])
    tokens = list(doc)
    for repair in (precede, lift, join, copulate):
        for token in tokens:
            repair(tree, token)
    return tree if is_tree(tree) else parsed


def precede(tree: Tree, token: "Token") -> None:
    """Hang an attribute on the noun right behind it, not on one before it."""
    if tree.relations[token.i] != "amod" or tree.heads[token.i] > token.i:
        return
    follower = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else token
    if follower.pos_ in NOUNS and tree.heads[follower.i] != token.i:
        tree.heads[token.i] = follower.i


def lift(tree: Tree, token: "Token") -> None:
    """Hang what depends on an auxiliary or copula on its predicate (UD: "Function words")."""
    above = tree.heads[token.i]
    if tree.relations[token.i] in LIFTED and tree.relations[above] in FUNCTION_WORDS:
        tree.heads[token.i] = tree.heads[above]


def join(tree: Tree, token: "Token") -> None:
    """Hang a subject or object behind *und* on the one right before it."""
    head, relation = tree.heads[token.i], tree.relations[token.i]
    if relation not in ARGUMENTS or head == token.i:
        return
    joints = [c.i for c in token.children if c.dep_ == "cc" and c.i < token.i]
    if not joints:
        return
    for earlier in range(token.sent.start, joints[0]):
        same = tree.heads[earlier] == head and tree.relations[earlier] == relation
        if same and last_word(tree, earlier, joints[0]) + 1 == joints[0]:
            tree.heads[token.i], tree.relations[token.i] = earlier, "conj"


def last_word(tree: Tree, i: int, end: int) -> int:
    """The last word before `end` that stands below a word, or the word itself."""
    return max(j for j in range(i, end) if j == i or i in path(tree, j))


def copulate(tree: Tree, verb: "Token") -> None:
    """Make the second subject of *sein* the predicate, and the verb its copula."""
    if verb.lemma_ not in grammar()["copulas"]:
        return
    below = [c for c in verb.children if tree.heads[c.i] == verb.i]
    subjects = [c for c in below if tree.relations[c.i] == "nsubj"]
    if len(subjects) != 2 or not is_bare_noun(subjects[1]):
        return
    predicate = subjects[1].i
    for child in below:
        tree.heads[child.i] = predicate
    tree.heads[predicate] = predicate if verb.head == verb else tree.heads[verb.i]
    tree.relations[predicate] = tree.relations[verb.i]
    tree.heads[verb.i], tree.relations[verb.i] = predicate, "cop"


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


def is_tree(tree: Tree) -> bool:
    """Whether every token leads to a root."""
    ends = ((path(tree, i) or [i])[-1] for i in range(len(tree.heads)))
    return all(tree.heads[end] == end for end in ends)
