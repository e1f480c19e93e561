"""The command line: parse the arguments, call one function, print what it gives."""

import sys
import traceback
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.commands import entities
from kg.commands.push import push
from kg.commands.remove import remove
from kg.commands.serve import serve
from kg.model import Document, InputError, KgError, Modality
from kg.ontology import DEFAULT_BASE

if TYPE_CHECKING:
    from kg.rdf import Source

app = typer.Typer(
    name="kg",
    help="Read German news and write down who did what to whom, when, where and who says so.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.add_typer(entities.app, name="entities")

DEBUG = "--debug"

GraphArgument = Annotated[
    Path, typer.Argument(metavar="GRAPH", help="Folder of a build, a store, or any RDF file.")
]
OutputOption = Annotated[Path, typer.Option("--output", "-o", help="File to write.")]
ConfidenceOption = Annotated[
    float, typer.Option(min=0, max=1, help="Leave out statements that are less sure.")
]


class Language(StrEnum):
    """Languages of labels."""

    DE = "de"
    EN = "en"


class TableFormat(StrEnum):
    """Formats of query results."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class RowFormat(StrEnum):
    """Formats of open propositions."""

    TSV = "tsv"
    JSONL = "jsonl"


@app.callback()
def options(
    *,
    debug: Annotated[
        bool, typer.Option(DEBUG, help="Show the traceback of an error; may stand anywhere.")
    ] = False,
) -> None:
    """Read German news and write down who did what to whom, when, where and who says so."""


@app.command()
def build(  # noqa: PLR0913, PLR0917 (the options of a command)
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT", help="Articles (.txt, .json, .jsonl), folders, - for stdin."
        ),
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Folder to write; output by default.")
    ] = None,
    store: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Add the articles to this store; no folder without -o."),
    ] = None,
    model: Annotated[
        str, typer.Option(help="spaCy pipeline by name or path instead of ours.")
    ] = "",
    label_language: Annotated[Language, typer.Option(help="Language of the view.")] = Language.DE,
    include: Annotated[
        list[Modality] | None, typer.Option(help="Keep these modalities only (repeatable).")
    ] = None,
    base: Annotated[str, typer.Option(help="IRI that resources are named under.")] = DEFAULT_BASE,
    decisions: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="More decisions on which entities are one."),
    ] = None,
) -> None:
    """Read articles and write their graph as HTML, RDF, GraphML and tables."""
    from kg.build import check_base, read_corpus, with_modalities
    from kg.decisions import decisions_for
    from kg.outputs import check_folder, write_build, write_store
    from kg.rdf import check_store

    check_base(base)
    folder = output or (None if store else Path("output"))
    if folder:
        check_folder(folder)
    if store:
        check_store(store)
    decided = decisions_for(folder, decisions)
    corpus = read_corpus(
        read_inputs(inputs), model=model, base=base, decisions=decided, progress=progress
    )
    if include:
        corpus = with_modalities(corpus, include)
    written = write_build(corpus, folder, base=base, language=label_language) if folder else None
    changes = write_store(corpus, store, base=base) if store else None
    found = {
        "article": corpus.documents,
        "entity": corpus.entities,
        "statement": corpus.statements,
        "open fact": corpus.open_facts,
    }
    typer.echo(", ".join(count(len(values), noun) for noun, values in found.items()))
    if written:
        for name in written.files:
            typer.echo(f"  {written.folder / name}")
    if changes:
        typer.echo(f"  {store}: {changes}")


@app.command()
def propositions(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help="Articles, or - for stdin.")],
    *,
    sentences: Annotated[
        bool, typer.Option("--sentences", help="The input is a file with one sentence a line.")
    ] = False,
    format_: Annotated[RowFormat, typer.Option("--format", help="How to print.")] = RowFormat.TSV,
    model: Annotated[
        str, typer.Option(help="spaCy pipeline by name or path instead of ours.")
    ] = "",
) -> None:
    """Print the open layer: subject, relation and object in the words of the text."""
    from kg.build import read_open_facts
    from kg.outputs import lines, open_fact_row

    documents = read_sentences(inputs) if sentences else read_inputs(inputs)
    facts = read_open_facts(documents, model=model, one_sentence=sentences)
    if format_ is RowFormat.JSONL:
        typer.echo(lines(map(open_fact_row, facts)).decode(), nl=False)
        return
    for fact in facts:
        place = fact.document if sentences else f"{fact.document}:{fact.sentence_index + 1}"
        typer.echo(f"{place}\t{fact.subject}\t{fact.relation}\t{fact.object}")


@app.command()
def query(
    graph: GraphArgument,
    sparql: Annotated[
        str | None, typer.Argument(metavar="SPARQL", help="The query itself.")
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="File with the query.")] = None,
    name: Annotated[str | None, typer.Option(help="A named query; 'list' shows them.")] = None,
    param: Annotated[
        list[str] | None, typer.Option(help="name=value for a named query (repeatable).")
    ] = None,
    format_: Annotated[
        TableFormat, typer.Option("--format", help="How to print.")
    ] = TableFormat.TABLE,
) -> None:
    """Ask the graph a SPARQL query."""
    from kg.query import format_rows, list_queries, run_named
    from kg.query import query as ask

    if name == "list":
        for listed in list_queries():
            typer.echo(f"{listed.name:20} {listed.description}")
        return
    check_question(sparql, file, name, param)
    result = run_named(graph, name, param or []) if name else ask(graph, query_text(sparql, file))
    typer.echo(format_rows(result, format_.value), nl=False)


@app.command()
def view(
    graph: GraphArgument,
    output: OutputOption,
    label_language: Annotated[Language, typer.Option(help="Language of the page.")] = Language.DE,
    min_confidence: ConfidenceOption = 0,
) -> None:
    """Write a graph as one self-contained HTML page."""
    from kg.files import write_whole
    from kg.graph import load_graph
    from kg.views import render

    shown = load_graph(sure_part(graph, min_confidence))
    page = render(shown, title=graph.stem or graph.name, language=label_language)
    write_whole(output, page.encode())
    typer.echo(output)


@app.command()
def export(
    graph: GraphArgument,
    output: Annotated[Path, typer.Option("--output", "-o", help="File or folder to write.")],
    format_: Annotated[
        str, typer.Option("--format", help="Format where the suffix does not say it: neo4j, …")
    ] = "",
    min_confidence: ConfidenceOption = 0,
    *,
    annotations: Annotated[
        bool, typer.Option("--annotations", help="RDF: add the passages as Web Annotations.")
    ] = False,
    triple_terms: Annotated[
        bool, typer.Option("--triple-terms", help="RDF: add the triple terms of RDF 1.2.")
    ] = False,
) -> None:
    """Write a graph in the format that the suffix of the file names."""
    from kg.exports import export as write_export
    from kg.rdf import quads_of, with_annotations, with_triple_terms

    source = sure_part(graph, min_confidence)
    if annotations:
        source = with_annotations(quads_of(source))
    if triple_terms:
        source = with_triple_terms(quads_of(source))
    for path in write_export(source, output, format_):
        typer.echo(path)


app.command()(push)


@app.command()
def validate(graph: GraphArgument) -> None:
    """Check a graph against the SHACL shapes of the ontology."""
    from kg.validate import validate as check

    report = check(graph)
    for message in report.messages:
        typer.echo(message)
    if not report.conforms:
        raise InputError(f"{graph}: breaks the shapes ({count(len(report.messages), 'violation')})")
    typer.echo(f"{graph}: conforms")


@app.command()
def stats(graph: GraphArgument) -> None:
    """Count what is in a graph."""
    from kg.summary import statistics

    typer.echo(statistics(graph), nl=False)


@app.command()
def explain(
    graph: GraphArgument,
    subject: Annotated[
        str, typer.Argument(metavar="ID", help="A statement or an entity, by id or name.")
    ],
) -> None:
    """Show what led to a statement, or what an entity rests on."""
    from kg.explain import explanation

    typer.echo(explanation(graph, subject), nl=False)


app.command()(remove)
app.command()(serve)


def sure_part(graph: Path, min_confidence: float) -> "Source":
    """A graph without its statements below a confidence; as it is where none is asked for."""
    from kg.rdf import at_least

    return at_least(graph, min_confidence) if min_confidence else graph


def read_inputs(inputs: list[str]) -> list[Document]:
    """Read the articles and print warnings."""
    from kg.documents import read_documents

    documents, warnings = read_documents(inputs, sys.stdin)
    for warning in warnings:
        typer.echo(f"kg: {warning}", err=True)
    return documents


def read_sentences(inputs: list[str]) -> list[Document]:
    """Each line of the input as a document, its id the number of the line."""
    from kg.documents import read_lines

    return read_lines(inputs, sys.stdin)


def check_question(
    sparql: str | None, file: Path | None, name: str | None, param: list[str] | None
) -> None:
    """Refuse two queries at once, none, and parameters that nothing would take."""
    if sum(given is not None for given in (sparql, file, name)) != 1:
        raise InputError("give one query: as text, with -f FILE, or with --name NAME")
    if param and name is None:
        raise InputError("--param goes with --name NAME only")


def query_text(sparql: str | None, file: Path | None) -> str:
    """The query from the command line or from a file."""
    if file is None:
        return sparql or ""
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(f"{file}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: is not UTF-8 text") from error


def progress(documents: Iterable[Document]) -> Iterable[Document]:
    """Show how many articles are read, on a terminal only."""
    if not sys.stderr.isatty():
        return documents
    from rich.console import Console
    from rich.progress import track

    return track(list(documents), "reading", console=Console(stderr=True), transient=True)


def count(number: int, noun: str) -> str:
    """A number with its noun: 1 article, 2 entities."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else plural}"


def main() -> None:
    """Run the command line; an error that the user can mend is one line and exit status 2."""
    words = sys.argv[1:]
    plain = [word for word in words if word != DEBUG]
    run(lambda: app(plain, prog_name="kg"), debug=DEBUG in words)


def run(command: Callable[[], Any], *, debug: bool) -> None:
    """Call a command and report a `KgError`."""
    try:
        command()
    except KgError as error:
        if debug:
            traceback.print_exc()
        message = " ".join(str(error).split())
        typer.echo(f"kg: {message}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
