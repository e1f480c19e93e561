"""Set trees right that read an attribute as a verb.

German puts whole phrases between an article and its noun (*das mit Armenien verbündete Russland
müsste helfen*). A weak participle there looks like a finite verb, and a parser may make a clause of
it. But two finite verbs in one clause need a comma or a conjunction between them: where another one
follows the noun without either, the first is an attribute of the noun.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.lexicon import grammar
from kg.syntax import is_finite

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST_PHRASE = 8  # words before the attribute, and half as many behind the noun


@dataclass(slots=True)
class Tree:
    """Heads (indices) and relations of all tokens."""

    heads: list[int]
    relations: list[str]


@dataclass(frozen=True, slots=True)
class Misread:
    """An attribute taken for a verb: its article, the noun behind it, the clause's predicate."""

    article: "Token"
    attribute: "Token"
    noun: "Token"
    predicate: "Token"


def repaired(doc: "Doc") -> Tree:
    """The tree of a parsed text, its misread attributes set right."""
    tree = Tree([t.head.i for t in doc], [t.dep_ for t in doc])
    for token in doc:
        found = misread(token)
        if found:
            changed = attached(tree, found)
            tree = changed if is_tree(changed) else tree
    return tree


def misread(token: "Token") -> Misread | None:
    """Whether a finite verb is an attribute, by what stands before and behind it."""
    doc = token.doc
    inflected = token.lower_.endswith(tuple(grammar()["attribute_endings"]))
    if token.tag_ != "VVFIN" or token.dep_ == "amod" or not inflected or token.i + 2 >= len(doc):
        return None
    noun, article = doc[token.i + 1], article_before(token)
    if noun.pos_ not in ("NOUN", "PROPN") or not noun.text[0].isalpha() or article is None:
        return None
    predicate = predicate_behind(noun)
    if predicate is None or predicate == token:
        return None
    return Misread(article, token, noun, predicate)


def article_before(token: "Token") -> "Token | None":
    """The article that opens the phrase of an attribute."""
    for before in reversed(token.doc[max(0, token.i - LONGEST_PHRASE) : token.i]):
        if before.is_punct or before.is_space or is_finite(before):
            return None
        if before.tag_ == "ART":
            return before
    return None


def predicate_behind(noun: "Token") -> "Token | None":
    """The predicate of the finite verb that follows a noun phrase with nothing between them."""
    for token in noun.doc[noun.i + 1 : noun.i + 1 + LONGEST_PHRASE // 2]:
        if is_finite(token):
            return token.head if token.dep_ in ("aux", "aux:pass", "cop") else token
        if token.is_space or token.tag_ not in grammar()["phrase_tags"]:
            return None
    return None


def attached(tree: Tree, found: Misread) -> Tree:
    """The tree with the attribute below its noun and the noun below the predicate."""
    new = Tree(tree.heads[:], tree.relations[:])
    attribute, noun, predicate = found.attribute.i, found.noun.i, found.predicate.i
    if attribute in path(tree, predicate):  # the predicate takes the place of the attribute
        root = tree.heads[attribute] == attribute
        new.heads[predicate] = predicate if root else tree.heads[attribute]
        new.relations[predicate] = tree.relations[attribute]
    for child, head in enumerate(tree.heads):
        inside = found.article.i <= child <= noun
        if head == attribute and child != predicate and not inside:
            new.heads[child] = predicate
    links = ((found.article.i, noun, "det"), (attribute, noun, "amod"), (noun, predicate, "nsubj"))
    for child, head, relation in links:
        new.heads[child], new.relations[child] = head, relation
    coordinate(new, found)
    return new


def coordinate(tree: Tree, found: Misread) -> None:
    """Join the noun to the one before *und*, which then is the subject."""
    doc, i = found.noun.doc, found.article.i
    if i < 2 or doc[i - 1].dep_ != "cc" or doc[i - 2].pos_ not in ("NOUN", "PROPN"):
        return
    links = (
        (i - 1, found.noun.i, "cc"),
        (found.noun.i, i - 2, "conj"),
        (i - 2, found.predicate.i, "nsubj"),
    )
    for child, head, relation in links:
        tree.heads[child], tree.relations[child] = head, relation


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
