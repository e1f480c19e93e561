"""Starts and stops the service."""

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import uvicorn

from kg.model import InputError
from kg.rdf.store import is_store
from kg.serve.app import Options, Workers, make_app
from kg.serve.backend import Backend, keeping
from kg.serve.pool import AT_ONCE, pooling

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_WAITING = 100
"""Connections that may be open; more are told to come later."""


def serve(
    path: Path, options: Options, *, host: str, port: int, started: Callable[[str], object]
) -> None:
    """Serve a graph until the process is told to stop.

    Args:
        path: A folder that `kg build` wrote, a store, or an RDF file.
        options: What is allowed.
        host: Address or name to listen at.
        port: Port to listen at, 0 for any that is free.
        started: Called with the address of the service once it answers.

    Raises:
        InputError: The path is no graph, the address cannot be listened at, or updates are
            allowed of a store on disk.
    """
    with (
        _bound(host, port) as listening,
        _server(path, options, listening) as server,
        suppress(KeyboardInterrupt),  # uvicorn ends in order at Ctrl-C and then passes it on
    ):
        asyncio.run(_run(server, listening, lambda: started(_address(listening))))


@contextmanager
def running(path: Path, options: Options | None = None) -> Iterator[str]:
    """Serve a graph beside the program that asks for it, at a free port of this machine.

    Args:
        path: A folder that `kg build` wrote, a store, or an RDF file.
        options: What is allowed; nothing but questions by default.

    Yields:
        The address of the service, without a slash at its end.

    Raises:
        InputError: The path is no graph.
    """
    with (
        _bound("127.0.0.1", 0) as listening,
        _server(path, options or Options(), listening) as server,
    ):
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield _address(listening)
        finally:
            server.should_exit = True
            thread.join()


async def _run(
    server: uvicorn.Server, listening: socket.socket, started: Callable[[], object]
) -> None:
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    while not (server.started or serving.done()):  # noqa: ASYNC110 (uvicorn tells nobody)
        await asyncio.sleep(0.01)
    started()
    await serving


@contextmanager
def _server(path: Path, options: Options, listening: socket.socket) -> Iterator[uvicorn.Server]:
    if options.update and is_store(path):
        raise InputError(f"{path}: kg build --store and kg remove change a store, not --update")
    address = listening.getsockname()[0]
    with _workers(path, options) as workers:
        app = make_app(workers, options, LOOPBACK if _is_loopback(address) else frozenset())
        yield uvicorn.Server(
            uvicorn.Config(
                app,
                log_level="warning",
                access_log=False,
                server_header=False,
                lifespan="off",
                limit_concurrency=_WAITING,
                timeout_graceful_shutdown=1,
                loop="asyncio",
                http="h11",
                ws="none",
            )
        )


@contextmanager
def _workers(path: Path, options: Options) -> Iterator[Workers]:
    if options.start == "fork":
        with keeping(path, options.limits) as control:
            yield Backend(control)
    else:
        with pooling(path, options.limits, 1 if options.update else AT_ONCE) as pool:
            yield pool


@contextmanager
def _bound(host: str, port: int) -> Iterator[socket.socket]:
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.create_server(address[:2], family=family)
    except OSError as error:
        reason = error.strerror or error
        raise InputError(f"{host}:{port}: cannot be listened at: {reason}") from error
    with listening:
        yield listening


def _is_loopback(address: str) -> bool:
    return address == "::1" or address.startswith("127.")


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
