"""The web process's end of the line to the keeper."""

import asyncio
import json
import pickle
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kg.model import InputError, KgError
from kg.serve.answer import READY, Answer, RefusedError, refused, unpacked
from kg.serve.graph import Job
from kg.serve.keeper import ASK, CHANGE
from kg.serve.limits import Limits

AT_ONCE = 4
"""Requests that are worked on at the same time; others wait."""
_LONGEST_MESSAGE = 65536
_PROGRAM = """
import sys
sys.path[:] = sys.argv[2:]
from kg.serve.keeper import main
main(sys.argv[1])
"""


@dataclass(frozen=True, slots=True)
class Backend:
    """Where jobs are sent."""

    control: socket.socket
    turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def ask(self, job: Job) -> Answer:
        """Let a worker do a job."""
        return await self._sent(ASK, job)

    async def change(self, job: Job) -> Answer:
        """Let the keeper do a job that changes the graph."""
        return await self._sent(CHANGE, job)

    async def _sent(self, kind: bytes, job: Job) -> Answer:
        async with self.turns:
            here, there = socket.socketpair()
            try:
                with there:
                    socket.send_fds(self.control, [kind], [there.fileno()])
            except BrokenPipeError:
                here.close()
                return refused(RefusedError(500, "the graph is gone: start kg serve again"))
            reader, writer = await asyncio.open_connection(sock=here)
            writer.write(pickle.dumps(job))
            writer.write_eof()
            data = await reader.read()
            writer.close()
        return unpacked(data) if data else refused(RefusedError(500, "could not be answered"))


@contextmanager
def keeping(path: Path, limits: Limits) -> Iterator[socket.socket]:
    """Start a keeper and yield the line to it; the keeper ends with the block.

    Raises:
        InputError: The path is no graph.
        KgError: The keeper died while it was loading.
    """
    here, there = socket.socketpair()
    with there:
        process = _start(there.fileno(), path, limits)
    with process, here:
        message = here.recv(_LONGEST_MESSAGE)
        if message != READY:
            raise InputError(message.decode()) if message else KgError(f"{path}: cannot be loaded")
        yield here


def _start(line: int, path: Path, limits: Limits) -> "subprocess.Popen[bytes]":
    """Start a keeper in a session of its own, so that Ctrl+C does not reach it.

    It is no process of `multiprocessing`, which would run the script that serves a second time.
    """
    settings = json.dumps({"line": line, "path": str(path), "limits": asdict(limits)})
    command = [sys.executable, "-c", _PROGRAM, settings, *sys.path]
    return subprocess.Popen(  # noqa: S603 (our own program)
        command, pass_fds=[line], stdin=subprocess.DEVNULL, start_new_session=True
    )
