"""Learn how far statements can be trusted, and check that the numbers mean what they say.

python -m benchmarks.confidence [--shared DIR] [--ridge N] [--write]

Prints how often statements of each confidence are right: by the numbers in use, which were fitted
to these articles, and by numbers fitted to two thirds of the articles for the remaining third. Then
the numbers fitted to all articles; `--write` puts them into `ontology/lexicon/confidence.toml`.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.gold import Gold, judged, load_gold, thirds
from kg.annotate import annotate
from kg.build import load_parser, read_article
from kg.confidence import BASE, Clues, clues_of, load_weights, probability
from kg.drafts import Draft
from kg.entities import identify
from kg.model import Corpus, Statement
from kg.ontology import DEFAULT_BASE, data_path
from kg.parts import Article
from kg.statements import clusters_of, finish

RIDGE = 10.0  # how strongly numbers are drawn to 0
FEWEST = 5  # statements with a clue, for it to get a number
BINS = 10
HEAD = """\
# How far a statement is to be trusted: log-odds, added up for all that holds of it, then turned
# into the probability that the statement is right. What has no number here adds nothing.
#
#   rule             what found it: the part of a statement's `rule` before the colon
#   subject, object  the class of the entity, and how the text refers to it: by a name that is
#                    `linked` to a known thing or one that is only `named`, by an adjective
#                    (`derived`), part of a compound, noun or pronoun, or `unnamed` everywhere
#   text             in doublings: how often the article says so, how many words govern the one that
#                    expresses it, and how many stand from one end to the other
#
# Learned by `python -m benchmarks.confidence --write`. Behind each number: how many of the judged
# statements that it was learned from were right.

"""

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Row:
    """One statement that was judged."""

    third: int
    clues: Clues
    right: bool


def main() -> int:
    """Print the tables; exit status 0 also where `shared` is absent, with a line that says so."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--ridge", type=float, default=RIDGE, help="how much numbers shrink")
    parser.add_argument("--write", action="store_true", help="use the numbers from now on")
    given = parser.parse_args()
    if not given.shared.is_dir():
        print(f"skipped: no evaluation data at {given.shared}")
        return 0
    rows = judged_rows(load_gold(given.shared))
    right = np.array([row.right for row in rows], dtype=float)
    print("The numbers in use")
    print(reliability(predicted(rows, load_weights()), right))
    print("\nNumbers from two thirds of the articles, for the third that they have not seen")
    print(reliability(cross_validated(rows, given.ridge), right))
    table = as_toml(fitted(rows, given.ridge), rows)
    print(f"\n{table}", end="")
    if given.write:
        data_path("lexicon", "confidence.toml").write_text(HEAD + table, encoding="utf-8")
    return 0


def judged_rows(gold: Gold) -> list[Row]:
    """The statements that are found in the gold articles, their clues and whether they hold."""
    nlp = load_parser("")
    read = [read_article(document, annotate(document, nlp))[:2] for document in gold.documents]
    used = {id(c) for _, drafts in read for d in drafts for c in clusters_of(d)}
    entities, ids, _ = identify([article for article, _ in read], used, DEFAULT_BASE)
    types = {entity.id: entity.type for entity in entities}
    kept = [pair for article, drafts in read for pair in surest(article, drafts, ids, types)]
    statements = tuple(statement for statement, _ in kept)
    verdicts = judged(gold, Corpus(gold.documents, entities, statements, ()))
    third = thirds(gold.documents)
    return [
        Row(third[statement.evidence.span.document], clues, verdict)
        for (statement, clues), verdict in zip(kept, verdicts, strict=True)
    ]


def surest(
    article: Article, drafts: list[Draft], ids: Mapping[int, str], types: Mapping[str, str]
) -> Iterable[tuple[Statement, Clues]]:
    """The statements of an article, each with the clues of the draft that it was made from."""
    doc = article.reading.doc
    clues = dict(zip(map(id, drafts), clues_of(drafts, doc), strict=True))
    for statement, draft in finish(drafts, article.document, doc, ids, types):
        yield statement, clues[id(draft)]


def predicted(rows: Iterable[Row], weights: Mapping[str, float]) -> Values:
    """The confidence in each row."""
    return np.array([probability(row.clues, weights) for row in rows])


def cross_validated(rows: list[Row], ridge: float) -> Values:
    """The confidence in each row by numbers from the articles of the other thirds."""
    found = np.zeros(len(rows))
    for third in sorted({row.third for row in rows}):
        weights = fitted([row for row in rows if row.third != third], ridge)
        held = np.array([row.third == third for row in rows])
        found[held] = predicted((row for row in rows if row.third == third), weights)
    return found


def fitted(rows: list[Row], ridge: float) -> dict[str, float]:
    """The log-odds of each clue by logistic regression, drawn to 0 except for the base."""
    seen = Counter(clue for row in rows for clue, much in row.clues.items() if much)
    names = sorted(clue for clue, number in seen.items() if number >= FEWEST)
    table = np.array([[1.0, *(row.clues.get(name, 0.0) for name in names)] for row in rows])
    right = np.array([row.right for row in rows], dtype=float)
    penalty = np.diag([0.0, *[ridge] * len(names)])
    weights = np.zeros(len(names) + 1)
    for _ in range(25):  # Newton's method; it settles in fewer than ten steps
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (right - chance) - penalty @ weights
        curve = (table.T * (chance * (1 - chance))) @ table + penalty
        weights = weights + np.linalg.solve(curve, slope)
    rounded = [round(float(weight), 2) for weight in weights]
    return dict(zip([BASE, *names], rounded, strict=True))


def reliability(confidence: Values, right: Values) -> str:
    """How often statements are right by confidence, the Brier score and the calibration error."""
    lines = ["confidence  mean  right  statements"]
    bins, gap = np.minimum((confidence * BINS).astype(int), BINS - 1), 0.0
    for number in sorted(set(bins.tolist())):
        inside = bins == number
        mean, share = confidence[inside].mean(), right[inside].mean()
        gap += float(inside.mean() * abs(mean - share))
        edges = f"{number / BINS:.1f} to {(number + 1) / BINS:.1f}"
        lines.append(f"{edges:10} {mean:5.2f} {share:6.2f} {int(inside.sum()):11}")
    brier = float(((confidence - right) ** 2).mean())
    return "\n".join([*lines, f"Brier score {brier:.4f}, expected calibration error {gap:.4f}"])


def as_toml(weights: Mapping[str, float], rows: list[Row]) -> str:
    """The numbers as the data file holds them, each with what it was learned from."""
    lines = [f"{BASE} = {weights[BASE]}"]
    table = ""
    for clue in sorted(name for name in weights if name != BASE):
        name, _, key = clue.partition(".")
        if name != table:
            lines += ["", f"[{name}]"]
            table = name
        with_it = [row.right for row in rows if row.clues.get(clue)]
        said = f"{quoted(key)} = {weights[clue]}"
        lines.append(f"{said:32}  # {sum(with_it)} of {len(with_it)}")
    return "\n".join(lines) + "\n"


def quoted(key: str) -> str:
    """A key of TOML, in quotes where it needs them."""
    return key if key.isalpha() else f'"{key}"'


if __name__ == "__main__":
    raise SystemExit(main())
