"""Build what the scorers of `../shared/score` need and print their tables.

python -m benchmarks.score [--shared DIR] [--misses N]
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from kg.build import read_corpus, read_open_facts
from kg.documents import read_documents
from kg.model import Document
from kg.outputs import tables

OPEN_GOLD = Path("data", "openie", "benchie_de_dev.txt")


def main() -> int:
    """Run both scorers; exit status 0 also where `shared` is absent, with a line that says so."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--misses", type=int, default=0, help="show so many wrong and missed")
    arguments = parser.parse_args()
    if not arguments.shared.is_dir():
        print(f"skipped: no evaluation data at {arguments.shared}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        score_facts(arguments.shared, Path(folder), arguments.misses)
        score_open_facts(arguments.shared, Path(folder), arguments.misses)
    return 0


def score_facts(shared: Path, folder: Path, misses: int) -> None:
    """Statements and entities of the gold articles, scored."""
    gold = shared / "gold" / "dev"
    documents, _ = read_documents([gold], sys.stdin)
    for name, data in tables(read_corpus(documents)).items():
        (folder / name).write_bytes(data)
    files = [str(folder / name) for name in ("statements.jsonl", "entities.jsonl")]
    run(shared / "score" / "facts.py", str(gold), *files, misses=misses)


def score_open_facts(shared: Path, folder: Path, misses: int) -> None:
    """Open facts of the BenchIE sentences, scored."""
    triples = write_triples(shared, folder)
    run(shared / "score" / "openie.py", str(shared / OPEN_GOLD), str(triples), misses=misses)


def write_triples(shared: Path, folder: Path) -> Path:
    """Write the open facts of the BenchIE sentences as their scorer reads them."""
    rows = (shared / OPEN_GOLD).read_text(encoding="utf-8").splitlines()
    sentences = [
        row.removeprefix("sent_id:").split("\t", 1) for row in rows if row.startswith("sent_id:")
    ]
    documents = [Document(id=number, text=text) for number, text in sentences]
    facts = read_open_facts(documents, one_sentence=True)
    triples = folder / "triples.tsv"
    triples.write_text(
        "".join(f"{f.document}\t{f.subject}\t{f.relation}\t{f.object}\n" for f in facts),
        encoding="utf-8",
    )
    return triples


def run(script: Path, *arguments: str, misses: int) -> None:
    """Run a scorer and let it print."""
    command = [sys.executable, str(script), *arguments, "--misses", str(misses)]
    subprocess.run(command, check=True)  # noqa: S603 (a scorer of ours)


if __name__ == "__main__":
    raise SystemExit(main())
