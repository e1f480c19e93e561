"""Silver trees: what the larger parsers read in sentences that have none."""

from collections.abc import Sequence
from dataclasses import replace

from kg.biaffine import is_tree
from training.teacher import Params, Row, Targets, numbered, predicted
from training.treebank import Sentence

SUREST = 0.6  # least mean probability of the heads in a sentence
SHORTEST = 4


def with_silver_trees(
    sentences: Sequence[Sentence],
    teachers: Sequence[Params],
    inventory: Targets,
    known: dict[str, Row],
) -> list[Sentence]:
    """Parse sentences; a tree of which the parsers are unsure is not taken.

    Args:
        sentences: With parts of speech where there are any, which help the parsers.
        teachers: Weights of parsers over the same inventory, whose probabilities are averaged.
        inventory: The numbering of features and relations.
        known: The rows of words in the table of vectors.

    Returns:
        The sentences in their order that have heads and relations or names.
    """
    found = {i: s for i, s in enumerate(sentences) if any(word.name for word in s)}
    read = predicted(teachers, inventory, numbered(sentences, inventory, known))
    for i, heads, labels, sure in read:
        head = [int(h) for h in heads]
        if sure.mean() >= SUREST and len(head) >= SHORTEST and is_tree(head):
            found[i] = with_tree(sentences[i], head, [inventory.relations[r] for r in labels])
    return [found[i] for i in sorted(found)]


def with_tree(sentence: Sentence, heads: Sequence[int], relations: Sequence[str]) -> Sentence:
    """The sentence with heads (1-based, 0 for the root) and relations."""
    return [
        replace(word, head=h - 1 if h else i, deprel=relation if h else "ROOT")
        for i, (word, h, relation) in enumerate(zip(sentence, heads, relations, strict=True))
    ]
