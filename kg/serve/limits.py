"""Limits of what a job may cost, and a process of its own for it where the system can fork."""

import faulthandler
import logging
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from kg.serve.answer import Answer, RefusedError, refused, unpacked

if sys.platform != "win32":
    import resource

_MIB = 2**20
_STACK_OVERFLOW = 0xC00000FD  # how Windows ends a process that nests too deeply
_FAULTS = frozenset({signal.SIGSEGV, getattr(signal, "SIGBUS", signal.SIGSEGV)})
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one request may cost.

    Attributes:
        seconds: Time by the clock.
        memory: Bytes beyond those that the graph takes; kept on Linux only.
        result: Bytes of the answer.
        body: Bytes of the request.
    """

    seconds: float = 10
    memory: int = 1024 * _MIB
    result: int = 32 * _MIB
    body: int = _MIB


def bounded(job: Callable[[], Answer], limits: Limits) -> Answer:
    """Do a job in a forked process and wait for its answer.

    The caller must have no other threads. Whatever happens to the process, there is an answer.

    Args:
        job: What to do; a `RefusedError` that it raises becomes the answer.
        limits: Time and memory that it may take.
    """
    receiving, sending = os.pipe()
    worker = os.fork()
    if worker == 0:
        os.close(receiving)
        work(job, limits, lambda answer: _write(sending, answer))
    os.close(sending)
    with os.fdopen(receiving, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(worker, 0)
    return death(status, limits) if status else unpacked(data)


def work(job: Callable[[], Answer], limits: Limits, send: Callable[[Answer], object]) -> NoReturn:
    """Do a job in this process, which is a fork, send its answer and end the process.

    The status of the process is 0 only where an answer was sent; see `death` for the others.
    """
    status = 1
    try:
        _limit(limits)
        answer = attempted(job, limits)
        signal.setitimer(signal.ITIMER_REAL, 0)
        send(answer)
        status = 0
    finally:
        # Not through the exits of the process that this one is a copy of.
        os._exit(status)


@contextmanager
def no_new_files() -> Iterator[None]:
    """Let this process open no file and no connection, whatever it is made to run.

    Windows has no such limit; what would open one is refused by its words everywhere.
    """
    if sys.platform == "win32":
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def attempted(job: Callable[[], Answer], limits: Limits) -> Answer:
    """Do a job in this process; a refusal, or too little memory for it, is an answer too."""
    try:
        return job()
    except RefusedError as error:
        return refused(error)
    except MemoryError:
        return too_much_memory(limits)
    except Exception:
        _log.exception("a request could not be answered")
        raise


def _write(sending: int, answer: Answer) -> None:
    with os.fdopen(sending, "wb") as pipe:
        pipe.write(answer.packed())


def _limit(limits: Limits) -> None:
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)
    limit_memory(limits)


def limit_memory(limits: Limits) -> None:
    """Let this process take so much more memory than it has now, on Linux, and fall in silence."""
    faulthandler.disable()  # a worker may fall; that is no news
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + limits.memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def death(status: int, limits: Limits) -> Answer:
    """What to say of a process that ended without an answer, by its status from `os.waitpid`."""
    ended_by = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    return too_long(limits) if ended_by == signal.SIGALRM else ended(-ended_by, limits)


def ended(code: int, limits: Limits) -> Answer:
    """What to say of a process that ended without an answer, by its code from `subprocess`."""
    if code == -signal.SIGABRT:
        return too_much_memory(limits)
    if code == _STACK_OVERFLOW or -code in _FAULTS:
        return refused(RefusedError(400, "nests too deeply to be read"))
    return refused(RefusedError(500, "could not be answered: see what kg serve printed"))


def too_long(limits: Limits) -> Answer:
    """What to say of a job that was stopped for its time."""
    reason = f"took longer than {limits.seconds:g} seconds and was stopped"
    return refused(RefusedError(503, reason))


def too_much_memory(limits: Limits) -> Answer:
    """What to say of a job that was stopped for its memory."""
    reason = f"took more than {limits.memory // _MIB} MiB of memory and was stopped"
    return refused(RefusedError(503, reason))
