"""The process that holds the graph and forks a worker for each request.

Requests arrive as sockets: the web process makes a pair, keeps one end and hands the other over
(SCM_RIGHTS, unix(7)). One byte beside it tells a question from a change. A question is answered by
a fork, so that the next one need not wait; a change is first tried in a worker within its limits
and then made here, while questions wait.
"""

import gc
import json
import os
import pickle
import select
import socket
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kg.model import KgError
from kg.serve.answer import READY, Answer, RefusedError, refused
from kg.serve.graph import Job, Kept, do_nothing, keep_graph
from kg.serve.limits import Limits, bounded, death, work
from kg.serve.pages import warm

ASK, CHANGE = b"a", b"c"
_ERROR = 299


@dataclass(frozen=True, slots=True)
class _Worker:
    """A fork at work: `end` is a pipe that closes when it ends, `line` leads to who asked."""

    process: int
    end: int
    line: socket.socket


def main(settings: str) -> None:
    """Run as a program: `line` is the number of the socket, `path` and `limits` as in `keep`."""
    given = json.loads(settings)
    with socket.socket(fileno=given["line"]) as control:
        keep(control, Path(given["path"]), Limits(**given["limits"]))


def keep(control: socket.socket, path: Path, limits: Limits) -> None:
    """Load a graph and answer requests until the other end of `control` is closed.

    Sends `READY`, or what is wrong with the graph, before anything else.
    """
    # Threads of a numerical library would not live on in a fork.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    try:
        graph = keep_graph(path)
    except KgError as error:
        control.sendall(str(error).encode())
        return
    opened = bounded(lambda: graph.answer(do_nothing), limits)
    if opened.status >= _ERROR:
        control.sendall(opened.body.strip())
        return
    control.sendall(READY)
    warm()
    gc.freeze()  # workers share memory that nobody writes to
    _answer(control, graph, limits)


def _answer(control: socket.socket, graph: Kept, limits: Limits) -> None:
    workers: dict[int, _Worker] = {}
    while True:
        for ready in select.select([control.fileno(), *workers], [], [])[0]:
            if ready != control.fileno():
                _bury(workers.pop(ready), limits)
                continue
            kind, descriptors, _, _ = socket.recv_fds(control, 1, 1)
            if not kind:
                return
            line = socket.socket(fileno=descriptors[0])
            if kind == CHANGE:
                _send(line, _changed(graph, _received(line), limits))
                line.close()
            else:
                worker = _started(graph, line, limits)
                workers[worker.end] = worker


def _started(graph: Kept, line: socket.socket, limits: Limits) -> _Worker:
    """Fork a worker that answers the request on a line."""
    ended, alive = os.pipe()
    process = os.fork()
    if process == 0:
        work(lambda: graph.answer(_received(line)), limits, lambda answer: _send(line, answer))
    os.close(alive)
    return _Worker(process, ended, line)


def _bury(worker: _Worker, limits: Limits) -> None:
    """Answer for a worker that could not."""
    _, status = os.waitpid(worker.process, 0)
    if status:
        _send(worker.line, death(status, limits))
    worker.line.close()
    os.close(worker.end)


def _changed(graph: Kept, job: Job, limits: Limits) -> Answer:
    """Make a change if a worker could make it within its limits."""
    tried = bounded(lambda: graph.answer(job), limits)
    if tried.status >= _ERROR:
        return tried
    try:
        return graph.answer(job)
    except RefusedError as error:
        return refused(error)


def _send(line: socket.socket, answer: Answer) -> None:
    # The web process may have ended since.
    with suppress(BrokenPipeError):
        line.sendall(answer.packed())


def _received(line: socket.socket) -> Job:
    """The job at the other end: the web process alone can send one."""
    with line.makefile("rb") as stream:
        job: Job = pickle.load(stream)  # noqa: S301
    return job
