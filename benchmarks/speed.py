"""Measure how long and how much memory the program takes, and print a table.

python -m benchmarks.speed [--shared DIR] [--articles N]
"""

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from kg.annotate import load_pipeline
from kg.build import load_parser, read_with
from kg.documents import read_documents
from kg.gazetteer import load_gazetteer
from kg.lexicon import load_lexicon
from kg.model import Document
from kg.ontology import DEFAULT_BASE
from kg.outputs import build_files

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

EXAMPLES = Path("examples")
ROUNDS = 4  # the best of which is taken
KG = [sys.executable, "-c", "from kg.cli import main; main()"]


def main() -> None:
    """Measure fresh processes first, then this one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--articles", type=int, default=100, help="how many to read at most")
    arguments = parser.parse_args()
    documents = articles(arguments.shared, arguments.articles)
    for name, value in [*fresh_processes(), *this_process(documents)]:
        print(f"{name:44} {value:>14}")


def articles(shared: Path, number: int) -> list[Document]:
    """The first Wikinews articles where they lie, else the examples."""
    file = shared / "data" / "text" / "wikinews_de.jsonl.gz"
    if not file.is_file():
        return read_documents([EXAMPLES], sys.stdin)[0][:number]
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, number)]
    return [Document(r["doc"], r["text"], r["title"], published=r["date"]) for r in rows]


def fresh_processes() -> list[tuple[str, str]]:
    """What a user waits for who starts `kg` anew, best of three."""
    article = str(min(EXAMPLES.glob("*.txt")))
    with tempfile.TemporaryDirectory() as folder:
        shown = min(seconds(lambda: start("--help")) for _ in range(3))
        built = min(seconds(lambda: start("build", article, "-o", folder)) for _ in range(3))
    return [
        ("kg --help", f"{shown:.2f} s"),
        ("kg build, one article", f"{built:.2f} s"),
        ("  peak memory", megabytes(resource.RUSAGE_CHILDREN)),
    ]


def this_process(documents: list[Document]) -> list[tuple[str, str]]:
    """The stages of a build of many articles, each timed alone after a first round."""
    loading = seconds(lambda: load_pipeline(""))
    vocabulary = seconds(lambda: (load_lexicon(), load_gazetteer()))
    nlp = Watched(load_parser(""))
    corpus = read_with(nlp.language, documents)
    rounds = [nlp.reading(documents) for _ in range(ROUNDS)]
    pipeline, extraction = (min(times) for times in zip(*rounds, strict=True))
    writing = seconds(lambda: build_files(corpus, DEFAULT_BASE, "de"))
    words = sum(len(document.text.split()) for document in documents)
    return [
        ("loading the pipeline", f"{loading:.2f} s"),
        ("loading lexicon and gazetteer", f"{vocabulary:.2f} s"),
        (f"{len(documents)} articles, {len(corpus.statements)} statements", f"{words} words"),
        ("  pipeline", f"{words / pipeline:.0f} words/s"),
        ("  pipeline and extraction", f"{words / (pipeline + extraction):.0f} words/s"),
        ("  pipeline, one core", f"{pipeline:.2f} s"),
        ("  extraction, one core", f"{extraction:.2f} s"),
        ("  extraction / pipeline", f"{extraction / pipeline:.2f}"),
        ("  RDF, validation, page and tables", f"{writing:.2f} s"),
        ("  peak memory", megabytes(resource.RUSAGE_SELF)),
    ]


class Watched:
    """A pipeline that adds up how long its tokenizer and components are at work.

    That is what `nlp(text)` takes; all else that happens to a text is extraction.
    """

    def __init__(self, nlp: "Language") -> None:
        """Watch a loaded pipeline."""
        self._nlp, self._spent = nlp, 0.0

    def __getattr__(self, name: str) -> Any:
        """Whatever else the pipeline can do."""
        return getattr(self._nlp, name)

    @property
    def language(self) -> "Language":
        """Itself, for functions that ask for a pipeline."""
        return cast("Language", self)

    @property
    def pipeline(self) -> list[tuple[str, Callable[["Doc"], "Doc"]]]:
        """Names and components, watched."""
        return [(name, partial(self._watch, component)) for name, component in self._nlp.pipeline]

    def make_doc(self, text: str) -> "Doc":
        """The tokens of a text."""
        return self._watch(self._nlp.make_doc, text)

    def _watch(self, component: Callable[[Any], "Doc"], given: object) -> "Doc":
        began = processor_time()
        found = component(given)
        self._spent += processor_time() - began
        return found

    def reading(self, documents: list[Document]) -> tuple[float, float]:
        """How long the components take to read articles, and how long all the rest does."""
        self._spent = 0.0
        whole = seconds(lambda: read_with(self.language, documents))
        return self._spent, whole - self._spent


def start(*words: str) -> None:
    """Run `kg` in a fresh process."""
    subprocess.run([*KG, *words], check=True, stdout=subprocess.DEVNULL)  # noqa: S603 (ourselves)


def seconds(work: Callable[[], object]) -> float:
    """How long the processor is at some work, that of processes it starts included."""
    began = processor_time()
    work()
    return processor_time() - began


def processor_time() -> float:
    """Seconds that this process and those it has started and awaited have computed."""
    spent = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in spent)


def megabytes(who: int) -> str:
    """The most memory that processes held; Linux counts it in kibibytes, macOS in bytes."""
    unit = 1 if sys.platform == "darwin" else 1024
    return f"{resource.getrusage(who).ru_maxrss * unit / 1_000_000:.0f} MB"


if __name__ == "__main__":
    main()
