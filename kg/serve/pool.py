"""The web process's end of the lines to workers that were started ahead (see `kg.serve.worker`).

A worker that takes too long is ended, and so is one that fell; another is started in its place.
Where the graph may be changed there is one worker alone, and the one that follows it makes the same
changes again.
"""

import asyncio
import json
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from queue import SimpleQueue
from typing import IO

from kg.model import InputError, KgError
from kg.serve.answer import READY, Answer, RefusedError, refused, unpacked
from kg.serve.graph import Job
from kg.serve.limits import Limits, ended, too_long
from kg.serve.worker import receive, send

AT_ONCE = 2
"""Workers, each of which holds the graph; more requests wait."""
_ERROR = 299
_PROGRAM = """
import sys
sys.path[:] = sys.argv[2:]
from kg.serve.worker import main
main(sys.argv[1])
"""


@dataclass(slots=True)
class _Worker:
    """A process, what it reads and writes, and whether it is known to have the graph."""

    process: "subprocess.Popen[bytes]"
    requests: IO[bytes]
    answers: IO[bytes]
    ready: bool = False


@dataclass(slots=True)
class Pool:
    """Where jobs are sent.

    Attributes:
        path: The graph.
        limits: What one job may cost.
        turns: A place for each worker.
        idle: Workers that wait.
        running: All workers; None once there are to be no more.
        made: The changes that were made, in their order.
    """

    path: Path
    limits: Limits
    turns: asyncio.Semaphore
    idle: "SimpleQueue[_Worker]" = field(default_factory=SimpleQueue)
    running: list[_Worker] | None = field(default_factory=list)
    made: list[Job] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    async def ask(self, job: Job) -> Answer:
        """Let a worker do a job."""
        async with self.turns:
            return await _beside(lambda: self._answered(job, change=False))

    async def change(self, job: Job) -> Answer:
        """Let the only worker do a job that changes the graph."""
        async with self.turns:
            return await _beside(lambda: self._answered(job, change=True))

    def start(self) -> None:
        """Start a worker, unless the service ends; it loads the graph while others work."""
        with self.lock:
            if self.running is not None:
                worker = _started(self.path, self.limits)
                self.running.append(worker)
                self.idle.put(worker)

    def close(self) -> None:
        """End all workers."""
        with self.lock:
            workers, self.running = self.running or [], None
        for worker in workers:
            _end(worker)

    def _answered(self, job: Job, *, change: bool) -> Answer:
        worker = self.idle.get()
        answer = self._asked(worker, job)
        if change and answer.status <= _ERROR:
            self.made.append(job)
        if worker.process.poll() is None:
            self.idle.put(worker)
        else:
            self._bury(worker)
        return answer

    def _asked(self, worker: _Worker, job: Job) -> Answer:
        if not worker.ready:
            message = receive(worker.answers)
            if message != READY:
                _end(worker)
                reason = message.decode() or "the graph cannot be loaded again"
                return refused(RefusedError(500, reason))
            worker.ready = True
            for made in self.made:
                _exchange(worker, made, self.limits)
        return _exchange(worker, job, self.limits)

    def _bury(self, worker: _Worker) -> None:
        _end(worker)
        with self.lock:
            if self.running is not None:
                self.running.remove(worker)
        self.start()


@contextmanager
def pooling(path: Path, limits: Limits, workers: int) -> Iterator[Pool]:
    """Start workers and yield their pool; they end with the block.

    Args:
        path: The graph.
        limits: What one job may cost.
        workers: How many; one alone where the graph may be changed.

    Raises:
        InputError: The path is no graph.
        KgError: A worker died while it was loading.
    """
    pool = Pool(path, limits, asyncio.Semaphore(workers))
    try:
        for _ in range(workers):
            pool.start()
        _wait(pool)
        yield pool
    finally:
        pool.close()


def _wait(pool: Pool) -> None:
    """Wait until the first worker has the graph."""
    first = pool.idle.get()
    message = receive(first.answers)
    if message != READY:
        raise InputError(message.decode()) if message else KgError(f"{pool.path}: cannot be loaded")
    first.ready = True
    pool.idle.put(first)


def _started(path: Path, limits: Limits) -> _Worker:
    """Start a worker in a session of its own, so that Ctrl+C does not reach it."""
    settings = json.dumps({"path": str(path), "limits": asdict(limits)})
    process = subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, "-c", _PROGRAM, settings, *sys.path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )
    if process.stdin is None or process.stdout is None:
        raise AssertionError(process)
    return _Worker(process, process.stdin, process.stdout)


def _end(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.wait()
    for stream in (worker.requests, worker.answers):
        with suppress(BrokenPipeError):  # what was to be sent
            stream.close()


def _exchange(worker: _Worker, job: Job, limits: Limits) -> Answer:
    """Let a worker do a job, and end it where that takes too long."""
    late = threading.Event()

    def stop() -> None:
        late.set()
        worker.process.kill()

    clock = threading.Timer(limits.seconds, stop)
    clock.start()
    try:
        with suppress(BrokenPipeError):
            send(worker.requests, pickle.dumps(job))
        data = receive(worker.answers)
    finally:
        clock.cancel()
    if data:
        return unpacked(data)
    code = worker.process.wait()
    return too_long(limits) if late.is_set() else ended(code, limits)


async def _beside(work: Callable[[], Answer]) -> Answer:
    """Do some work in a thread that nobody waits for when the service ends."""
    future: Future[Answer] = Future()
    future.set_running_or_notify_cancel()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001 (it is raised where it is awaited)
            future.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return await asyncio.wrap_future(future)
