"""A process that opens a graph by its path and answers one request after the other.

It needs neither fork nor sockets that pass between processes, so it runs on Windows too. Requests
come at its standard input and answers leave at its standard output, each with its length before it.
Who asks watches the clock and ends the process where it takes too long: see `kg.serve.pool`.
"""

import json
import os
import pickle
import sys
from pathlib import Path
from typing import IO

from kg.model import KgError
from kg.serve.answer import READY
from kg.serve.graph import Job, Kept, do_nothing, keep_graph
from kg.serve.limits import Limits, attempted, limit_memory
from kg.serve.pages import warm

_LENGTH = 8  # bytes of a length, big-endian


def main(settings: str) -> None:
    """Run as a program: `path` and `limits` as `answer_all` takes them."""
    given = json.loads(settings)
    # What a library prints is no answer.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    answer_all(Path(given["path"]), Limits(**given["limits"]), sys.stdin.buffer, answers)


def answer_all(path: Path, limits: Limits, requests: IO[bytes], answers: IO[bytes]) -> None:
    """Load a graph and answer requests until there are no more.

    Sends `READY`, or what is wrong with the graph, before anything else.
    """
    try:
        graph = keep_graph(path)
        graph.answer(do_nothing)
    except KgError as error:
        send(answers, str(error).encode())
        return
    warm()
    send(answers, READY)
    limit_memory(limits)
    while data := receive(requests):
        send(answers, _answer(graph, data, limits))


def _answer(graph: Kept, data: bytes, limits: Limits) -> bytes:
    job: Job = pickle.loads(data)  # noqa: S301 (the web process alone can send one)
    return attempted(lambda: graph.answer(job), limits).packed()


def send(stream: IO[bytes], data: bytes) -> None:
    """Send a message that is not empty."""
    stream.write(len(data).to_bytes(_LENGTH) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes:
    """The next message; none where the other end is closed before its end."""
    length = stream.read(_LENGTH)
    data = stream.read(int.from_bytes(length)) if len(length) == _LENGTH else b""
    return data if len(data) == int.from_bytes(length) else b""
