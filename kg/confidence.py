"""How likely a statement is to be right, from what was certain when it was found and what was not.

The model is a sum of log-odds: each clue of a draft adds the number that
`ontology/lexicon/confidence.toml` has for it, and a clue without one adds nothing. The numbers are
fitted by `python -m benchmarks.confidence`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import exp, log2
from typing import TYPE_CHECKING, Any

from kg.drafts import Draft, End, is_beside
from kg.lexicon import read_toml
from kg.mentions import Found
from kg.model import LexiconError, Modality, Polarity
from kg.reading import Cluster

if TYPE_CHECKING:
    from kg.words import Doc, Token

Clues = dict[str, float]
"""What speaks for or against a draft: `table.key` of the data file → how much of it there is."""

BASE = "base"
MOST_TIMES = 3  # more say no more


def confidences(drafts: Sequence[Draft], doc: "Doc") -> Iterator[float]:
    """The probability that each of the drafts of an article is right, to two decimals."""
    return (probability(clues, load_weights()) for clues in clues_of(drafts, doc))


def probability(clues: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The probability that the log-odds of all clues add up to."""
    told = [weights[clue] * much for clue, much in clues.items() if clue in weights]
    odds = weights.get(BASE, 0.0) + sum(told)
    return round(1 / (1 + exp(-odds)), 2)


@cache
def load_weights() -> dict[str, float]:
    """The log-odds of each clue by `table.key`, and of none of them by `base`.

    Raises:
        LexiconError: If the file has no base, or something that is no number.
    """
    data = read_toml("lexicon", "confidence.toml")
    tables = {name: table for name, table in data.items() if isinstance(table, dict)}
    found: dict[str, Any] = {BASE: data.get(BASE)}
    found |= {f"{name}.{key}": n for name, table in tables.items() for key, n in table.items()}
    for clue, number in found.items():
        if not isinstance(number, int | float):
            raise LexiconError(f"confidence of {clue} is no number: {number!r}")
    return found


def clues_of(drafts: Sequence[Draft], doc: "Doc") -> Iterator[Clues]:
    """The clues of each of the drafts of an article."""
    facts = [fact_of(draft) for draft in drafts]
    times = Counter(facts)
    for draft, fact in zip(drafts, facts, strict=True):
        clues = own_clues(draft, doc)
        clues["text.times said"] = log2(min(times[fact], MOST_TIMES))
        yield clues


def fact_of(draft: Draft) -> tuple[int | str, ...]:
    """What two drafts of the same fact share: both ends in either order, and the relation."""
    ends = [id(end.cluster) if end.cluster else end.text for end in (draft.subject, draft.object)]
    return (*sorted(ends, key=str), draft.relation)


def own_clues(draft: Draft, doc: "Doc") -> Clues:
    """The clues that a draft has without the others."""
    names = [
        f"rule.{draft.rule.partition(':')[0]}",
        f"relation.{draft.relation}",
        *end_clues("subject", draft.subject),
        *end_clues("object", draft.object),
    ]
    if draft.polarity is not Polarity.POSITIVE:
        names.append(f"polarity.{draft.polarity}")
    if draft.modality is not Modality.ASSERTED:
        names.append(f"modality.{draft.modality}")
    clues = dict.fromkeys(names, 1.0)
    clues["text.words between"] = log2(1 + abs(draft.subject.token - draft.object.token))
    clues["text.words above"] = log2(1 + depth(doc.tokens[draft.token]))
    return clues


def end_clues(name: str, end: End) -> list[str]:
    """What an entity at an end is, and how the text refers to it there."""
    if end.cluster is None:
        return []
    return [f"{name}.{end.cluster.type}", f"{name}.{reference(end.cluster, end.token)}"]


def reference(cluster: Cluster, word: int) -> str:
    """How a word, told by its index, refers to its entity.

    Returns:
        `unnamed` where no name is known; else `linked` where a name stands there that the gazetteer
        knows, `named` where any other does; else the kind of the mention (`nominal`, `derived`,
        `part`, `national`), or `pronoun`.
    """
    if not cluster.named:
        return "unnamed"
    here = [m for m in cluster.mentions if m.first <= word < m.end]
    if any(is_name_or_beside(cluster, mention) for mention in here):
        return "linked" if cluster.known else "named"
    return min((m.kind for m in here), default="pronoun")


def is_name_or_beside(cluster: Cluster, mention: Found) -> bool:
    """Whether a mention is a name or touches one of the same entity."""
    if mention.kind == "name":
        return True
    return any(is_beside(m, mention) for m in cluster.mentions if m.kind == "name")


def depth(word: "Token") -> int:
    """How many words govern a word: what is deep in a sentence is easily parsed amiss."""
    above = 0
    while word.head is not word:
        word, above = word.head, above + 1
    return above
