"""Set a parse right where it contradicts the tags beyond doubt.

German puts whole phrases between an article and its noun (*das mit Armenien verbündete Russland*).
A parser may take the participle there for the verb of a clause and the article for its subject. A
word that is tagged as an article has a noun behind it, so such a tree is wrong: the participle is
an attribute of the noun that follows it, and the clause has another verb.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.lexicon import grammar

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(slots=True)
class Tree:
    """Heads (indices) and relations of all tokens, to be changed in place."""

    heads: list[int]
    relations: list[str]


def repaired(doc: "Doc") -> Tree:
    """The tree of a parsed text with its extended attributes set right."""
    tree = Tree([t.head.i for t in doc], [t.dep_ for t in doc])
    for article in doc:
        if article.tag_ == "ART" and article.dep_ in grammar()["pronoun_relations"]:
            attribute = article.head
            noun = noun_behind(attribute)
            if noun is not None and article.i < attribute.i:
                attach(tree, doc, article, attribute, noun)
    return tree


def noun_behind(attribute: "Token") -> "Token | None":
    """The noun right behind a verb that has the form of an attribute and governs the noun."""
    doc = attribute.doc
    inflected = attribute.lower_.endswith(tuple(grammar()["adjective_endings"]))
    if not inflected or attribute.i + 1 >= len(doc) or attribute.pos_ not in ("ADJ", "VERB"):
        return None
    noun = doc[attribute.i + 1]
    return noun if noun.pos_ in ("NOUN", "PROPN") and noun.head == attribute else None


def attach(tree: Tree, doc: "Doc", article: "Token", attribute: "Token", noun: "Token") -> None:
    """Make the attribute one of its noun, and another verb the predicate of the clause."""
    predicate = other_predicate(attribute, noun)
    if predicate is None:
        return
    root = attribute.head == attribute
    tree.heads[predicate.i] = predicate.i if root else attribute.head.i
    tree.relations[predicate.i] = attribute.dep_
    for child in attribute.children:
        if child not in (article, noun, predicate) and not article.i < child.i < attribute.i:
            tree.heads[child.i] = predicate.i
    for token, head, relation in (
        (article, noun, "det"), (attribute, noun, "amod"), (noun, predicate, "nsubj"),
    ):  # fmt: skip
        tree.heads[token.i], tree.relations[token.i] = head.i, relation
    coordinate(tree, doc, article, noun, predicate)


def other_predicate(attribute: "Token", noun: "Token") -> "Token | None":
    """The verb behind the noun that the parser coordinated with the attribute."""
    conjuncts = (c for c in attribute.children if c.dep_ == "conj" and c.i > noun.i)
    return next((c for c in conjuncts if c.pos_ in ("VERB", "AUX")), None)


def coordinate(tree: Tree, doc: "Doc", article: "Token", noun: "Token", predicate: "Token") -> None:
    """Join the noun to the one before *und*, which then is the subject."""
    if article.i < 2 or doc[article.i - 1].dep_ != "cc":
        return
    conjunction, first = doc[article.i - 1], doc[article.i - 2]
    if first.pos_ in ("NOUN", "PROPN"):
        tree.heads[conjunction.i], tree.relations[conjunction.i] = noun.i, "cc"
        tree.heads[noun.i], tree.relations[noun.i] = first.i, "conj"
        tree.heads[first.i], tree.relations[first.i] = predicate.i, "nsubj"
