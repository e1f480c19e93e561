"""Runs a job in a process of its own, within limits; needs a system with `fork`."""

import faulthandler
import logging
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from kg.serve.answer import Answer, RefusedError, refused, unpacked

_MIB = 2**20
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
        answer = _attempted(job, limits)
        signal.setitimer(signal.ITIMER_REAL, 0)
        send(answer)
        status = 0
    finally:
        # Not through the exits of the process that this one is a copy of.
        os._exit(status)


@contextmanager
def no_new_files() -> Iterator[None]:
    """Let this process open no file and no connection, whatever it is made to run."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def _attempted(job: Callable[[], Answer], limits: Limits) -> Answer:
    try:
        return job()
    except RefusedError as error:
        return refused(error)
    except MemoryError:
        return refused(_too_much_memory(limits))
    except Exception:
        _log.exception("a request could not be answered")
        raise


def _write(sending: int, answer: Answer) -> None:
    with os.fdopen(sending, "wb") as pipe:
        pipe.write(answer.packed())


def _limit(limits: Limits) -> None:
    faulthandler.disable()  # a worker may fall; that is no news
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + limits.memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def death(status: int, limits: Limits) -> Answer:
    """What to say of a process that ended without an answer, by its status from `os.waitpid`."""
    ended_by = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    if ended_by == signal.SIGALRM:
        reason = f"took longer than {limits.seconds:g} seconds and was stopped"
        return refused(RefusedError(503, reason))
    if ended_by == signal.SIGABRT:
        return refused(_too_much_memory(limits))
    if ended_by in (signal.SIGSEGV, signal.SIGBUS):
        return refused(RefusedError(400, "nests too deeply to be read"))
    return refused(RefusedError(500, "could not be answered: see what kg serve printed"))


def _too_much_memory(limits: Limits) -> RefusedError:
    return RefusedError(
        503, f"took more than {limits.memory // _MIB} MiB of memory and was stopped"
    )
