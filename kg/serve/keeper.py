"""The process that holds the graph and forks a worker for each request.

Requests arrive as sockets: the web process makes a pair, keeps one end and hands the other over
(SCM_RIGHTS, unix(7)). One byte beside it tells a question from a change. A question is answered by
a fork, so that the next one need not wait; a change is first tried in a worker within its limits
and then made here, while questions wait.
"""

import gc
import os
import pickle
import select
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kg.model import InputError, KgError
from kg.serve.answer import Answer, RefusedError, refused
from kg.serve.graph import Graph, Kept, keep_graph
from kg.serve.limits import Limits, bounded, death, work

ASK, CHANGE = b"a", b"c"
READY = b"ready"
_ERROR = 299

Job = Callable[[Graph], Answer]
"""What a worker does. It is sent to the keeper, so it can be pickled: a partial of a function."""


@dataclass(frozen=True, slots=True)
class _Worker:
    """A fork at work: `end` is a pipe that closes when it ends, `line` leads to who asked."""

    process: int
    end: int
    line: socket.socket


def keep(control: socket.socket, path: Path, limits: Limits) -> None:
    """Load a graph and answer requests until the other end of `control` is closed.

    Sends `READY`, or what is wrong with the graph, before anything else.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the web process ends this one
    # Threads of a numerical library would not live on in a fork.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    try:
        graph = keep_graph(path)
    except KgError as error:
        control.sendall(str(error).encode())
        return
    opened = bounded(lambda: _done(_nothing, graph), limits)
    if opened.status >= _ERROR:
        control.sendall(opened.body.strip())
        return
    control.sendall(READY)
    _load_pages()
    gc.freeze()  # workers share memory that nobody writes to
    _answer(control, graph, limits)


def _load_pages() -> None:
    """Load what every worker would otherwise load for itself."""
    import pyvis.network  # noqa: F401

    import kg.graph
    import kg.views  # noqa: F401
    from kg.serve.pages import warm

    warm()


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
        work(lambda: _done(_received(line), graph), limits, lambda answer: _send(line, answer))
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
    tried = bounded(lambda: _done(job, graph), limits)
    if tried.status >= _ERROR:
        return tried
    try:
        return _done(job, graph)
    except RefusedError as error:
        return refused(error)


def _done(job: Job, kept: Kept) -> Answer:
    try:
        with kept.opened() as graph:
            return job(graph)
    except InputError as error:
        raise RefusedError(503, str(error)) from error


def _nothing(_: Graph) -> Answer:
    return Answer(b"", "text/plain")


def _send(line: socket.socket, answer: Answer) -> None:
    # The web process may have ended since.
    with suppress(BrokenPipeError):
        line.sendall(answer.packed())


def _received(line: socket.socket) -> Job:
    """The job at the other end: the web process alone can send one."""
    with line.makefile("rb") as stream:
        job: Job = pickle.load(stream)  # noqa: S301
    return job
